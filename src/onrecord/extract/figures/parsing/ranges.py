"""Ranges: two numbers that are one figure, "from 5 to 9", "15 ± 2 kg".

In: a text and where a quantity may start. Out: the range with both ends, or the number with its tolerance;
None where the two are a change, a choice or two things. Out of scope: ratios and hedges.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.change_words import CHANGE_CONTEXT
from onrecord.extract.figures.parsing.unit_attachment import (
    PrefixedNumber,
    attach_unit,
    convert_to_currency,
    parse_prefixed_number,
)
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.numbers import ONES, TENS
from onrecord.language.numerals import round_binary_noise

_JOIN = re.compile(r"-? to |-to-| ?[-–—~] ?| or | and | through ")


def parse_range(text: str, start: int) -> Quantity | None:
    """Read a range, or None where the two numbers are not one range."""
    opened = _OPENED.match(text, start)
    begin = opened.end() if opened else start
    first = parse_prefixed_number(text, begin)
    if first is None or first.amount.is_fraction:
        return None
    if opened is None and _DATED.match(text[max(0, begin - 8) : first.amount.end]):
        return None  # "5,120 in 2018 to 4,655 now"
    own = attach_unit(
        text, Quantity(begin, first.amount.end, first.start, first.amount.value), first
    )
    short = bool(first.amount.scale_abbreviation) and own.unit != "metre"
    join = _JOIN.match(
        text, own.end if own.kind != "money" or first.money is None else first.amount.end
    )
    second = parse_prefixed_number(text, join.end()) if join else None
    if (
        join is None
        or second is None
        or second.amount.is_fraction
        or (second.money and not first.money)
    ):
        return None
    if not _is_range(text, start, (first, second), join, opened):
        return None
    high = attach_unit(
        text, Quantity(start, second.amount.end, first.start, second.amount.value), second
    )
    if second.money is None and first.money and high.kind == "count":
        high = convert_to_currency(high, first.money)
    if own.kind not in {"count", high.kind} or (own.unit and own.unit != high.unit):
        return None
    low = _compute_low(own, high, (first, second), short=short)
    top = high.value
    if low is not None and top is not None and low > top and top < 0:
        low, top = top, low
    if low is None or top is None or low >= top:
        return None
    if join[0] == " or " and (top - low > max(1, low / 2) or first.amount.scale > 1 or own.unit):
        return None
    kind = "range" if high.kind == "count" else high.kind
    return replace(high, value=None, low=low, high=top, kind=kind)


_DATED = re.compile(r".*\b(?:in|since|of|by|during|for) (?:19|20)\d\d$")
_TOLERANCE = re.compile(r" ?(?:±|\+/[-−]|\+-) ?| plus or minus ", re.IGNORECASE)


_FAR = 60
"""How far after a number's first letter its tolerance may stand."""


def parse_tolerance(text: str, start: int) -> Quantity | None:
    """Read "15 ± 3 km", "12.3 kg +/- 0.5 kg": about the first number."""
    if not _TOLERANCE.search(text, start, start + _FAR):
        return None
    first = parse_prefixed_number(text, start)
    if first is None or first.amount.is_fraction:
        return None
    value = first.amount.value
    own = attach_unit(text, Quantity(start, first.amount.end, first.start, value), first)
    sign = _TOLERANCE.match(text, own.end)
    second = parse_prefixed_number(text, sign.end()) if sign else None
    if sign is None or second is None:
        return None
    number = second.amount
    off = attach_unit(text, Quantity(second.start, number.end, second.start, number.value), second)
    if own.kind != "count" and (own.unit, own.kind) != (off.unit, off.kind):
        return None
    size = (off.value or 0) / number.value if off.unit and own.unit is None and number.value else 1
    return replace(
        off, start=start, number_start=own.number_start, hedge="about", value=own.value
    ).multiply(size)


_OPENED = re.compile(r"(?P<word>between|from) ", re.IGNORECASE)


_RANGING = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|somewhere|stretch\w*|spann?\w*)[\w ]* (?:from )?$",
    re.IGNORECASE,
)


_SPANNING = re.compile(r"(?:[a-z]{2,}(?<!s)s|sizes?|available|\d\)?|[,(—–]) $")
"""Before "from 5 to 12": sizes, ages, prices that span it, if nothing in the sentence changes."""


def _is_range(
    text: str,
    start: int,
    sides: tuple[PrefixedNumber, PrefixedNumber],
    join: re.Match[str],
    opened: re.Match[str] | None,
) -> bool:
    word = opened["word"].lower() if opened else ""
    joined = join[0].strip().lower()
    before = text[max(0, start - 24) : start]
    ranging = _RANGING.search(before)
    moved = word == "from" and not _SPANNING.search(before)
    change = not ranging and (moved or re.search(r"\b(?:from|by) $", before))
    if word == "from" and not change and not ranging:
        change = bool(CHANGE_CONTEXT.search(text[max(0, start - 120) : start]))
    if (change and joined == "to") or (joined == "and") != (word == "between"):
        return joined == "to" and word == "between"
    first, second = (text[side.start : side.amount.end].lower() for side in sides)
    cut = joined == "-" and first in TENS and second.split()[0].split("-")[0] in ONES
    return not cut and first not in INDEFINITE_ARTICLES


def _compute_low(
    own: Quantity, high: Quantity, sides: tuple[PrefixedNumber, PrefixedNumber], *, short: bool
) -> float | None:
    """Return the lower number, with the scale and part that were said once for both."""
    first, second = sides[0].amount, sides[1].amount
    low = first.value
    if own.kind in {"money", high.kind}:
        low = own.value if own.value is not None else low
    if second.scale > 1 and first.scale == 1 and not short and low * second.scale < second.value:
        low *= second.scale
    if own.unit is None and second.value:
        low *= (high.value or 0) / second.value if high.unit else 1
    return round_binary_noise(low)
