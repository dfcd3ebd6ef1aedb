"""Hedges of quantities: "at least about 500", "about 40-odd", "no longer than", "30-plus years".

In: a quantity and its text. Out: the quantity with its hedge, and the words of the hedge included. Out of scope: what a hedge sets as a
bound: none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.hedges import (
    CONTROVERSY_BEFORE_OVER,
    DISTANCE_BEFORE_NORTH_OF,
    DURING_NOUN_AFTER,
    FIGURE_HEDGES,
    NEGATED_HEDGES,
    NEGATION_BEFORE,
    NOT_BEFORE_DURATIONS,
    POSTPOSED_HEDGES,
    SIGN_HEDGES,
)
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.parsing.unit_attachment import parse_bare_unit
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.numerals import build_alternation

_HEDGE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<hedge>{build_alternation(FIGURE_HEDGES)}) (?:an? |another )?$"
    rf"|(?<![\w<>=-])(?<!\d )(?<!^)(?P<sign>{build_alternation(SIGN_HEDGES)}) ?$",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(
    rf"(?: (?P<hedge>{build_alternation(set(POSTPOSED_HEDGES) - {'ish'})})|\+|-(?P<joined>plus|odd|ish))(?![\w]| \d|-(?!year))"
)
"""In lower case only: "the Note 10 Plus" is a name."""


def attach_hedges(text: str, quantity: Quantity, floor: int) -> Quantity:
    """Return `quantity` with the hedges before it and after it.

    Args:
        text: the block's text.
        quantity: a quantity without the hedges around it.
        floor: code point where the quantity before ends, or 0.

    """
    hedged = _attach_hedges_before(text, quantity, floor)
    after = _HEDGE_AFTER.match(text, hedged.end)
    if after is None or (hedged.hedge and after[0] == "+"):
        return hedged
    hedge = POSTPOSED_HEDGES[(after["hedge"] or after["joined"] or "plus").lower()]
    ended = replace(hedged, end=after.end(), hedge=hedged.hedge or hedge)
    return _attach_unit_after_hedge(text, ended) if quantity.kind == "count" else ended


def _attach_hedges_before(text: str, quantity: Quantity, floor: int) -> Quantity:
    hedge, start = quantity.hedge, quantity.start
    for _ in range(2):  # "at least about 500"
        before = _HEDGE_BEFORE.search(_slice_from(text, floor, start))
        if before is None:
            break
        if before["sign"]:
            hedge, start = SIGN_HEDGES[before["sign"]], start - len(before[0])
            continue
        words = before["hedge"].lower()
        if _is_no_hedge(text, quantity, words) or (hedge and words == "to top"):
            break
        hedge = FIGURE_HEDGES[words]
        start -= len(before[0])
        negation = NEGATION_BEFORE.search(_slice_from(text, floor, start))
        if negation and (words.endswith("than") or words.startswith("exceed")):
            hedge = NEGATED_HEDGES.get(hedge, hedge)
            start -= len(negation[0].lstrip())
    return replace(quantity, start=start, hedge=hedge)


def _slice_from(text: str, floor: int, position: int) -> str:
    """Return the stretch before `position`, not before `floor`."""
    return slice_before(text, position, min(THRESHOLDS.phrase_before, position - floor))


def _is_no_hedge(text: str, quantity: Quantity, words: str) -> bool:
    """Return whether the words before mean something else: "within three days", "over seven innings"."""
    is_share_or_sum = quantity.kind in {"money", "percent"}
    if words in NOT_BEFORE_DURATIONS and (
        quantity.unit in TIME_UNITS or quantity.kind == "fraction"
    ):
        return True
    match words:
        case "north of":
            return not is_share_or_sum and _is_direction(text, quantity)
        case "better than":
            return not is_share_or_sum
        case "over":
            return _is_topic_or_duration(text, quantity)
        case _:
            return False


def _is_direction(text: str, quantity: Quantity) -> bool:
    """Return whether "north of" before the quantity gives a direction: "30 km north of"."""
    before = slice_before(text, quantity.start - len("north of "))
    is_distance = quantity.kind == "measure" or DISTANCE_BEFORE_NORTH_OF.search(before)
    return bool(is_distance) or (quantity.value or 0) < THRESHOLDS.smallest_more_than


def _is_topic_or_duration(text: str, quantity: Quantity) -> bool:
    """Return whether "over" says what something is about or how long it lasts: "a row over 500 jobs", "over seven innings"."""
    if CONTROVERSY_BEFORE_OVER.search(slice_before(text, quantity.start)):
        return True
    limit = THRESHOLDS.smallest_more_than
    is_small = (quantity.value or quantity.high or limit) < limit
    return is_small and DURING_NOUN_AFTER.match(text, quantity.end) is not None


def _attach_unit_after_hedge(text: str, quantity: Quantity) -> Quantity:
    """Return "30-plus miles", "20-odd years" with the unit that follows the hedge."""
    unit = parse_bare_unit(text, quantity.end)
    if unit is None or unit.unit == "time":
        return quantity
    return replace(
        quantity.multiply(unit.value or 1),
        end=unit.end,
        unit=unit.unit,
        kind=unit.kind,
        currency_name=unit.currency_name,
    )
