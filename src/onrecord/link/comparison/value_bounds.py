"""Values with hedges and ranges: whether two can both be true."""

from __future__ import annotations

from onrecord.records import Figure

_ABOUT, _NEARLY = 0.05, 0.1
"""Round figures: "about 500" agrees with anything within five per cent; "nearly 500" with 450 to 500."""


def may_both_hold(a: Figure, b: Figure) -> bool:
    """Return whether two values can both be true of one thing, hedges and ranges taken at their word.

    Examples:
        >>> from onrecord.records import Evidence
        >>> at = Evidence("p-1", 0, 1, None, "9", "figures@1")
        >>> may_both_hold(Figure("f-1", at, 30, hedge="at least"), Figure("f-2", at, 19))
        False
    """
    first, second = find_bounds(a), find_bounds(b)
    return first[0] <= second[1] and second[0] <= first[1]


def find_bounds(figure: Figure) -> tuple[float, float]:
    """Return the lowest and highest value a figure allows; infinite where it is open."""
    if figure.value is None:
        low = figure.low if figure.low is not None else float("-inf")
        return low, figure.high if figure.high is not None else float("inf")
    value = figure.value
    match figure.hedge:
        case "at least" | "over":
            return value, float("inf")
        case "at most" | "under":
            return float("-inf"), value
        case "nearly":
            return value - abs(value) * _NEARLY, value
        case "about":
            return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
        case _:
            return value, value
