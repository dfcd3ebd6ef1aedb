"""Lengths or counts: whether "5m" is metres or millions, "5k" kilometres or thousands.

In: a quantity with an abbreviated scale, and its text. Out: whether it is a length, and the quantity in kilometres. Out of scope:
other units of one letter (`unit_symbols`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_around, slice_before
from onrecord.extract.figures.en.unit_context import (
    EXTENT_AFTER_METRES,
    LENGTH_CONTEXT,
    RACE_AFTER,
    RACE_CONTEXT,
    RACE_KILOMETRES,
    RACE_LENGTHS,
    RACE_PLURAL_AFTER,
    RUNNING_CONTEXT,
)
from onrecord.extract.figures.thresholds import THRESHOLDS

_SIDE_AFTER = re.compile(r" ?[x×] ?\d")
_SIDE_BEFORE = re.compile(r"\dm? ?[x×] ?$")
_PLURAL_AFTER_METRES = re.compile(r"[- ](?:[a-z]+[- ]){0,2}[a-z]+s\b")
_PLURAL_AFTER = re.compile(r" (?:[a-z]+ )?[a-z]{2,}s\b")
_MONEY_OR_SHARE = re.compile(r"[£$€]|%")
_MONEY = re.compile(r"[£$€]")
_CURRENCY_BEFORE = re.compile(r"[£$€¥₹]|\b[A-Z]{3} ?$")
_GROUPED_THOUSAND = re.compile(r"\d,\d{3}")


def is_metres(text: str, quantity: Quantity, amount: Amount) -> bool:
    """Return whether "5m" is a length: "the 100m sprint", "cleared 2.05m", "5.4m-long"."""
    if amount.scale_abbreviation != "m":
        return False
    if EXTENT_AFTER_METRES.match(text, quantity.end) or _is_side(text, quantity):
        return True
    if _is_grouped_thousand(text, quantity, amount):
        return True
    if text[amount.unscaled_end : amount.unscaled_end + 1] == " ":
        return not _PLURAL_AFTER_METRES.match(text, quantity.end)
    return _is_length_by_context(text, quantity, round(amount.value / amount.scale, 6))


def _is_length_by_context(text: str, quantity: Quantity, value: float) -> bool:
    """Return whether words near say that `value` right before "m" is metres, run, swum, jumped or high."""
    near = slice_around(text, quantity.number_start, quantity.end)
    if value in RACE_LENGTHS and RACE_AFTER.match(text, quantity.end) and RACE_CONTEXT.search(near):
        return not _MONEY_OR_SHARE.search(near)
    if value >= 1000 or _PLURAL_AFTER_METRES.match(text, quantity.end):
        return False
    return bool(LENGTH_CONTEXT.search(near)) and not _MONEY_OR_SHARE.search(near)


def _is_side(text: str, quantity: Quantity) -> bool:
    """Return whether another side stands beside it: "3m x 4m"."""
    before = slice_before(text, quantity.number_start)
    return bool(_SIDE_AFTER.match(text, quantity.end) or _SIDE_BEFORE.search(before))


def _is_grouped_thousand(text: str, quantity: Quantity, amount: Amount) -> bool:
    """Return whether "3,870m" is metres: thousands of millions are written so of money only."""
    written = text[quantity.number_start : amount.unscaled_end]
    if amount.unscaled_end != quantity.end - 1 or not _GROUPED_THOUSAND.fullmatch(written):
        return False
    return not _CURRENCY_BEFORE.search(
        slice_before(text, quantity.start, THRESHOLDS.currency_before)
    )


def convert_race_distance(text: str, quantity: Quantity, amount: Amount) -> Quantity | None:
    """Return "5k", "10K" of a race in kilometres, or None where it counts thousands."""
    if amount.scale_abbreviation.lower() != "k":
        return None
    if amount.value / amount.scale not in RACE_KILOMETRES:
        return None
    near = slice_around(text, quantity.number_start, quantity.end)
    is_counting = _PLURAL_AFTER.match(text, quantity.end)
    if is_counting and not RACE_PLURAL_AFTER.match(text, quantity.end):
        return None
    if not RUNNING_CONTEXT.search(near) or _MONEY.search(near):
        return None
    return replace(quantity.multiply(1 / amount.scale), unit="kilometre", kind="measure", scale=1.0)
