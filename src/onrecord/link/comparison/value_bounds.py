"""Values with hedges and ranges: whether two can both be true."""

from __future__ import annotations

from math import inf

from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Figure


def may_both_hold(a: Figure, b: Figure) -> bool:
    """Return whether two values can both be true of one thing, hedges and ranges taken literally.

    Examples:
        >>> from onrecord.records import Evidence
        >>> at = Evidence("p-1", 0, 1, None, "9", "figures@1")
        >>> may_both_hold(Figure("f-1", at, 30, hedge="at least"), Figure("f-2", at, 19))
        False
    """
    first, second = find_bounds(a), find_bounds(b)
    return first[0] <= second[1] and second[0] <= first[1]


def find_bounds(figure: Figure) -> tuple[float, float]:
    """Return the lowest and highest value a figure allows, both inclusive; infinite where it has no bound."""
    if figure.value is None:
        low = figure.low if figure.low is not None else -inf
        return low, figure.high if figure.high is not None else inf
    value = figure.value
    match figure.hedge:
        case "at least" | "over":
            return value, inf
        case "at most" | "under":
            return -inf, value
        case "nearly":
            return value - abs(value) * THRESHOLDS.nearly_margin, value
        case "about":
            margin = abs(value) * THRESHOLDS.about_margin
            return value - margin, value + margin
        case _:
            return value, value
