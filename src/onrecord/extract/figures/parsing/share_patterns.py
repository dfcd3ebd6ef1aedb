"""Shares: parts of a whole or of a unit, "a third", "one in three", "half of", "a quarter of a mile".

In: a text and a code point where a quantity may begin. Out: the quantity, or None where the words are no share ("a third man"). Out of
scope: fractions of a scale ("half a million", `amounts.fractions`).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.numbers import parse_amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.quantity_words import (
    ATTEMPTS_AFTER,
    BY_BEFORE,
    CUT_SHARE_CLOSES,
    HALF_ALONE,
    HALF_OF_UNIT,
    HALF_OF_WHOLE,
    HALF_UNIT,
    OF_UNIT,
    PERCENT_AFTER_RATIO,
    RATIO_JOINT,
    SHARE_AFTER,
    SLASHED_SHARE_AFTER,
    WHOLE_AFTER_HALF_OF,
)
from onrecord.extract.figures.money.currency_words import parse_currency_after
from onrecord.extract.figures.parsing.unit_attachment import parse_bare_unit
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.extract.figures.units.unit_names import parse_unit
from onrecord.language.en.function_words import INDEFINITE_ARTICLES

_GRADE_SCALES = frozenset({4, 5, 6, 10, 20, 100})
"""Best grades: "4.5 out of 5"."""
_UNITS_NEVER_HALVED = ("time", "pound-mass")


def _build_share(start: int, end: int, value: float) -> Quantity:
    return Quantity(start, end, start, value, unit="fraction", kind="fraction")


def build_fraction(text: str, start: int, amount: Amount) -> Quantity | None:
    """Return a part of a whole, or of a unit ("a quarter of a mile", "1/4 inch", "half-point"); or None.

    Args:
        text: the block's text.
        start: code point where the fraction begins.
        amount: the fraction.

    """
    of_unit = OF_UNIT.match(text, amount.end)
    measure = parse_bare_unit(text, of_unit.end() - 1) if of_unit else None
    if measure is None and not text.startswith(" of", amount.end):
        measure = parse_bare_unit(text, amount.end)
    if measure is not None and measure.unit != "time":
        return replace(measure, start=start, number_start=start).multiply(amount.value)
    is_share = (
        SLASHED_SHARE_AFTER.match(text, amount.end)
        if amount.in_digits
        else _is_spelled_share(text, start, amount)
    )
    return _build_share(start, amount.end, amount.value) if is_share else None


def _is_spelled_share(text: str, start: int, amount: Amount) -> bool:
    """Return whether "a third", "one quarter" is a part of something ("a third man" is not)."""
    words = text[start : amount.end].lower()
    if words.split()[-1] == "half" and words.startswith(("a ", "an ")):
        return bool(WHOLE_AFTER_HALF_OF.match(text, amount.end))
    if words.endswith(("s", "half")):
        return True
    is_cut = BY_BEFORE.search(slice_before(text, start)) and CUT_SHARE_CLOSES.match(
        text, amount.end
    )
    return bool(is_cut or SHARE_AFTER.match(text, amount.end))


def parse_ratio(text: str, start: int) -> Quantity | None:
    """Return "one in three", "nine out of ten" as a fraction, or None."""
    first = parse_amount(text, start)
    joint = RATIO_JOINT.match(text, first.end) if first else None
    second = parse_amount(text, joint.end()) if joint else None
    if first is None or joint is None or second is None:
        return None
    if first.is_fraction or second.is_fraction or _is_measure(text, second):
        return None
    is_out_of = "out" in joint[0]
    if not is_out_of and _is_year_or_attempts(text, second):
        return None
    is_grade = is_out_of and second.value in _GRADE_SCALES
    if not _is_ratio(first.value, second.value, is_grade=is_grade):
        return None
    if text[start : first.end].lower() in INDEFINITE_ARTICLES:
        return None
    return _build_share(start, second.end, first.value / second.value)


def _is_measure(text: str, amount: Amount) -> bool:
    """Return whether a unit, a percentage or more digits follow, so that the number is no whole."""
    return bool(
        amount.scale_abbreviation
        or PERCENT_AFTER_RATIO.match(text, amount.end)
        or parse_unit(text, amount.end)
        or parse_currency_after(text, amount.end)
    )


def _is_year_or_attempts(text: str, amount: Amount) -> bool:
    """Return whether "in" does not divide: "one in 2019", "17 in 22 games"."""
    return 1900 <= amount.value <= 2100 or ATTEMPTS_AFTER.match(text, amount.end) is not None


def _is_ratio(top: float, bottom: float, *, is_grade: bool) -> bool:
    if bottom % 1 or (top % 1 and not is_grade):
        return False
    if bottom > 2000 and top > 1:
        return False
    is_full = is_grade and top == bottom  # "ten out of ten"
    return is_full or 0 < top < bottom <= THRESHOLDS.ratio_whole


def parse_half(text: str, start: int) -> Quantity | None:
    """Return "half of all units", "half a mile", "a quarter-point rise", "cut by half"; or None."""
    return _parse_half_unit(text, start) or _parse_half_of_whole(text, start)


def _parse_half_unit(text: str, start: int) -> Quantity | None:
    for pattern in (HALF_OF_UNIT, HALF_UNIT):
        found = pattern.match(text, start)
        measure = parse_bare_unit(text, found.end() - 1) if found else None
        if found and measure and measure.unit not in _UNITS_NEVER_HALVED:
            part = 0.25 if "quarter" in found[0].lower() else 0.5
            return replace(measure, start=start, number_start=start).multiply(part)
    return None


def _parse_half_of_whole(text: str, start: int) -> Quantity | None:
    half = HALF_OF_WHOLE.match(text, start)
    if half is None:
        half = HALF_ALONE.match(text, start)
        is_cut = half is not None and BY_BEFORE.search(slice_before(text, start))
        if not (half and is_cut and CUT_SHARE_CLOSES.match(text, half.end())):
            return None
    return _build_share(start, half.end(), 0.5)
