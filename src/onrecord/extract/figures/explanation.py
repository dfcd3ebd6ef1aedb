"""Explanations: what a figure's words leave open and how it was decided, as lines for a person.

In: the facts of a figure: how its unit was resolved, its change and kind. Out: the lines of `Figure.steps`. Out of scope: deciding
anything; no code reads these lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitResolution:
    """How a unit was resolved that the figure's own words leave open.

    Attributes:
        written: the currency's name ("dollar") or the unit that the words give.
        unit: the figure's unit, or None where it stays open.
        basis: one of `records.figure.UNIT_BASES`.
        detail: the page's words, its host's last label or its outlet, where the basis rests on one; else "".

    """

    written: str
    unit: str | None
    basis: str
    detail: str = ""


def explain_figure(
    resolutions: tuple[UnitResolution, ...], change: str | None, kind: str
) -> tuple[str, ...]:
    """Return the lines that explain a figure: how its unit was resolved, its change, that it is an age.

    Examples:
        >>> explain_figure((UnitResolution("dollar", "AUD", "page address", "au"),), "up", "money")
        ("dollar → AUD: the page's address ends in .au", 'a change: up')

    """
    return tuple(_iter_lines(resolutions, change, kind))


def _iter_lines(
    resolutions: tuple[UnitResolution, ...], change: str | None, kind: str
) -> Iterator[str]:
    for one in resolutions:
        yield f"{one.written} → {one.unit or 'open'}: {_describe_basis(one)}"
    if change is not None:
        yield "a change" if change == "changed" else f"a change: {change}"
    if kind == "age":
        yield "an age"


def _describe_basis(resolution: UnitResolution) -> str:
    match resolution.basis:
        case "assumed":
            return f"assumed: {_ASSUMPTIONS.get(resolution.written, f'the commonest {resolution.written}')}"
        case "unresolved":
            missing = (
                "a thousand of what"
                if resolution.written == "grand"
                else f"whose {resolution.written}"
            )
            return f"nothing on the page says {missing}"
        case basis:
            return _BASES[basis].format(resolution.detail)


_WHOSE_DOLLAR = "nothing on the page says whose dollar"
_ASSUMPTIONS = {
    "dollar": _WHOSE_DOLLAR,
    "cent": _WHOSE_DOLLAR,
    "grand": _WHOSE_DOLLAR,
    "yuan": "“¥” is the yen's sign in English",
}
"""Currency's name → what is assumed of it; of any other name, that it is the commonest currency so called."""
_BASES = {
    "nearby sign": "the euro's sign stands near",
    "page statement": "the page states it: “{}”",
    "page address": "the page's address ends in .{}",
    "outlet": "the outlet is {}",
    "page country": "the country the page names most",
    "page words": "the page writes of yuan",
    "page sums": "the page's sums are in pounds",
    "words after": "stated after what is measured",
}
