"""Ranges: two numbers that are one figure, "from 5 to 9", "between £3m and £5m".

In: a text and a code point where a quantity may begin. Out: the range with both ends; None where the two are a change, a choice or two
things. Out of scope: ratios, tolerances and hedges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.change_words import CHANGE_CONTEXT
from onrecord.extract.figures.en.quantity_words import (
    FROM_OR_BY_BEFORE,
    RANGE_JOINT,
    RANGE_OPENER,
    RANGE_VERB_BEFORE,
    RANGED_THING_BEFORE,
    YEAR_AFTER_PREPOSITION,
)
from onrecord.extract.figures.parsing.currency_attachment import convert_to_currency
from onrecord.extract.figures.parsing.prefixed_number import PrefixedNumber, parse_prefixed_number
from onrecord.extract.figures.parsing.unit_attachment import attach_unit
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.numbers import ONES, TENS
from onrecord.language.numerals import round_binary_noise


@dataclass(frozen=True, slots=True)
class _Ends:
    """Two numbers and what joins them.

    Attributes:
        start: code point where the range begins, with "between" or "from".
        opener: "between", "from" or "", in lower case.
        joint: the words between the numbers.
        first, second: the numbers as written.
        low: the first with its unit.

    """

    start: int
    opener: str
    joint: str
    first: PrefixedNumber
    second: PrefixedNumber
    low: Quantity


def parse_range(text: str, start: int) -> Quantity | None:
    """Return the range that begins at `start`, or None where there is none."""
    ends = _parse_ends(text, start)
    if ends is None or not _is_range(text, ends):
        return None
    high = _attach_unit_of_high(text, ends)
    if not _may_share_unit(ends.low, high):
        return None
    bottom, top = _compute_low(ends, high), high.value
    if top is not None and bottom > top and top < 0:
        bottom, top = top, bottom
    if top is None or bottom >= top:
        return None
    if ends.joint == " or " and not _is_close_choice(ends, bottom, top):
        return None
    kind = "range" if high.kind == "count" else high.kind
    return replace(high, value=None, low=bottom, high=top, kind=kind)


def _parse_ends(text: str, start: int) -> _Ends | None:
    """Return two joined numbers, or None where one is missing or a fraction."""
    opener = RANGE_OPENER.match(text, start)
    begin = opener.end() if opener else start
    first = parse_prefixed_number(text, begin)
    if first is None or first.amount.is_fraction:
        return None
    if opener is None and _is_dated(text, begin, first):
        return None
    amount = first.amount
    low = attach_unit(text, Quantity(begin, amount.end, first.start, amount.value), first)
    has_only_sign = low.kind == "money" and first.currency is not None
    joint = RANGE_JOINT.match(text, amount.end if has_only_sign else low.end)
    second = parse_prefixed_number(text, joint.end()) if joint else None
    if joint is None or second is None or second.amount.is_fraction:
        return None
    if second.currency and not first.currency:
        return None
    word = opener["word"].lower() if opener else ""
    return _Ends(start, word, joint[0], first, second, low)


def _is_dated(text: str, begin: int, first: PrefixedNumber) -> bool:
    """Return whether the first number is a year of its own: "5,120 in 2018 to 4,655 now"."""
    words = slice_before(text, begin) + text[begin : first.amount.end]
    return YEAR_AFTER_PREPOSITION.search(words) is not None


def _attach_unit_of_high(text: str, ends: _Ends) -> Quantity:
    """Return the second number with its unit, in the currency of the first where it has none of its own."""
    amount, start = ends.second.amount, ends.first.start
    high = attach_unit(text, Quantity(ends.start, amount.end, start, amount.value), ends.second)
    if ends.second.currency is None and ends.first.currency and high.kind == "count":
        return convert_to_currency(high, ends.first.currency)
    return high


def _is_range(text: str, ends: _Ends) -> bool:
    """Return whether the words around make one range of two numbers, and no change or choice."""
    joint = ends.joint.strip().lower()
    if (joint == "to" and _is_change(text, ends)) or (joint == "and") != (ends.opener == "between"):
        return joint == "to" and ends.opener == "between"
    first, second = (
        text[number.start : number.amount.end].lower() for number in (ends.first, ends.second)
    )
    is_one_number = joint == "-" and first in TENS and re.split(r"[-\s]", second)[0] in ONES
    return not is_one_number and first not in INDEFINITE_ARTICLES


def _is_change(text: str, ends: _Ends) -> bool:
    """Return whether "from 5 to 12" says that something changed."""
    before = slice_before(text, ends.start, THRESHOLDS.range_context)
    if RANGE_VERB_BEFORE.search(before):
        return False
    is_from = ends.opener == "from"
    if (is_from and not RANGED_THING_BEFORE.search(before)) or FROM_OR_BY_BEFORE.search(before):
        return True
    context = slice_before(text, ends.start, THRESHOLDS.change_context)
    return is_from and CHANGE_CONTEXT.search(context) is not None


def _may_share_unit(low: Quantity, high: Quantity) -> bool:
    """Return whether both ends are of one kind: the first has no unit, or that of the second."""
    return low.kind in {"count", high.kind} and (not low.unit or low.unit == high.unit)


def _compute_low(ends: _Ends, high: Quantity) -> float:
    """Return the lower number, with the scale and unit that were written once for both."""
    first, second = ends.first.amount, ends.second.amount
    low = first.value
    if ends.low.kind in {"money", high.kind} and ends.low.value is not None:
        low = ends.low.value
    has_own_scale = bool(first.scale_abbreviation) and ends.low.unit != "metre"
    may_share_scale = second.scale > 1 and first.scale == 1 and not has_own_scale
    if may_share_scale and low * second.scale < second.value:
        low *= second.scale
    if ends.low.unit is None and second.value and high.unit:
        low *= (high.value or 0) / second.value
    return round_binary_noise(low)


def _is_close_choice(ends: _Ends, low: float, high: float) -> bool:
    """Return whether "five or six" is one range: two bare numbers near each other."""
    is_near = high - low <= max(1, low / 2)
    return is_near and ends.first.amount.scale <= 1 and not ends.low.unit
