"""Tolerances: "15 ± 3 km", "12.3 kg +/- 0.5 kg", "15 plus or minus 2 kg".

In: a text and a code point where a number may begin. Out: about the first number, in the unit of either. Out of scope: ranges.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.parsing.prefixed_number import PrefixedNumber, parse_prefixed_number
from onrecord.extract.figures.parsing.unit_attachment import attach_unit
from onrecord.extract.figures.thresholds import THRESHOLDS

_PLUS_OR_MINUS = re.compile(r" ?(?:±|\+/[-−]|\+-) ?| plus or minus ", re.IGNORECASE)


def parse_tolerance(text: str, start: int) -> Quantity | None:
    """Return the number at `start` with a tolerance after it, hedged by "about", or None."""
    if not _PLUS_OR_MINUS.search(text, start, start + THRESHOLDS.tolerance_distance):
        return None
    number = parse_prefixed_number(text, start)
    if number is None or number.amount.is_fraction:
        return None
    quantity = _attach_own_unit(text, start, number)
    sign = _PLUS_OR_MINUS.match(text, quantity.end)
    deviation = parse_prefixed_number(text, sign.end()) if sign else None
    if deviation is None:
        return None
    tolerance = _attach_own_unit(text, deviation.start, deviation)
    is_same = (quantity.unit, quantity.kind) == (tolerance.unit, tolerance.kind)
    if quantity.kind != "count" and not is_same:
        return None
    about = replace(
        tolerance,
        start=start,
        number_start=quantity.number_start,
        hedge="about",
        value=quantity.value,
    )
    return about.multiply(_find_unit_factor(quantity, tolerance, deviation.amount.value))


def _attach_own_unit(text: str, start: int, number: PrefixedNumber) -> Quantity:
    amount = number.amount
    return attach_unit(text, Quantity(start, amount.end, number.start, amount.value), number)


def _find_unit_factor(quantity: Quantity, tolerance: Quantity, written: float) -> float:
    """Return what the tolerance's unit multiplies the number by ("15 ± 3 cents" are 0.15)."""
    if tolerance.unit and quantity.unit is None and written:
        return (tolerance.value or 0) / written
    return 1
