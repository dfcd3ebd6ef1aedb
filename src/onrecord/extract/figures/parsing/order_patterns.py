"""Orders and multiples: "dozens", "tens of thousands", "several hundred", "threefold", "absolute zero".

In: a text and a code point where a quantity may begin. Out: the quantity, or None. Out of scope: exact numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.number_words import (
    FOLD_WORDS,
    ORDER_SIZES,
    ORDER_WORDS,
    VAGUE_QUANTIFIERS,
)
from onrecord.extract.figures.en.quantity_words import BE_BEFORE
from onrecord.extract.figures.money.currency_words import parse_currency_after
from onrecord.extract.figures.parsing.currency_attachment import convert_to_currency
from onrecord.extract.figures.units.unit_match import UnitMatch
from onrecord.extract.figures.units.unit_names import parse_unit
from onrecord.language.en.numbers import HUNDRED_AND_DOZEN, SCALES
from onrecord.language.numerals import build_alternation

_SCALE = build_alternation(SCALES)
_ORDER = re.compile(
    r"(?:(?:several|some|many|a few|a couple of|few) )?"
    rf"(?:(?P<tens>tens|dozens|scores|hundreds|thousands) of )?(?P<size>{build_alternation(ORDER_WORDS)})(?![a-z])"
    rf"|{build_alternation(VAGUE_QUANTIFIERS)} (?P<single>dozen|{_SCALE}|hundred)(?: (?P<again>{_SCALE}))?(?![a-z])",
    re.IGNORECASE,
)
_FOLD = re.compile(rf"{build_alternation(FOLD_WORDS)}(?![\w-])", re.IGNORECASE)
_ABSOLUTE_ZERO = re.compile(r"[Aa]bsolute zero\b")
_SINGLE_SIZES = {**SCALES, **HUNDRED_AND_DOZEN}
_MULTIPLIERS = {**ORDER_SIZES, "tens": 10}


def parse_order(text: str, start: int) -> Quantity | None:
    """Return "dozens", "tens of thousands", "several hundred" as at least two of the size, or None."""
    found = _ORDER.match(text, start)
    if found is None or _is_verb_or_result(text, found):
        return None
    is_hedged = not found["single"] and found[0].lower().startswith("some ")
    number_start = start + len("some ") if is_hedged else start
    order = Quantity(start, found.end(), number_start, None, _compute_low(found), kind="order")
    return replace(_attach_unit_of_order(text, order), hedge="about" if is_hedged else None)


def _is_verb_or_result(text: str, found: re.Match[str]) -> bool:
    """Return whether "scores" is no order, for no "of" follows."""
    is_scores = not found["single"] and found["size"].lower() == "scores"
    return is_scores and not text.startswith(" of ", found.end())


def _compute_low(found: re.Match[str]) -> float:
    """Return twice the size that the words name."""
    if found["single"]:
        size = 2.0 * _SINGLE_SIZES[found["single"].lower()]
        return size * (SCALES[found["again"].lower()] if found["again"] else 1)
    size = 2.0 * ORDER_SIZES[found["size"].lower()]
    return size * (_MULTIPLIERS[found["tens"].lower()] if found["tens"] else 1)


def _attach_unit_of_order(text: str, order: Quantity) -> Quantity:
    """Return the order with the currency or unit of "hundreds of", where it measures ("thousands of tonnes of grain")."""
    currency = parse_currency_after(text, order.end, of=True)
    if currency:
        return convert_to_currency(replace(order, end=currency.end), currency)
    unit = _parse_unit_of_order(text, order.end)
    return replace(order, end=unit.end, unit=unit.name, kind="measure") if unit else order


def _parse_unit_of_order(text: str, position: int) -> UnitMatch | None:
    of = " of" if text.startswith(" of ", position) else ""
    unit = parse_unit(text, position + len(of))
    return unit if unit and unit.name != "time" else None


def parse_multiple(text: str, start: int) -> Quantity | None:
    """Return "rose threefold", "a tenfold increase"; None for "the aim is twofold", which names two parts."""
    found = _FOLD.match(text, start)
    if found is None or BE_BEFORE.search(slice_before(text, start)):
        return None
    return Quantity(*found.span(), start, FOLD_WORDS[found[0].lower()], unit="time", kind="measure")


def parse_absolute_zero(text: str, start: int) -> Quantity | None:
    """Return "absolute zero" as no kelvin at all, or None."""
    found = _ABSOLUTE_ZERO.match(text, start)
    return found and Quantity(*found.span(), start, 0.0, unit="kelvin", kind="measure")
