"""Units of numbers: money before or after, percentages, units of measure, degrees.

In: a text and where a number stands. Out: the quantity with its unit, and where it ends. Out of scope: ranges, fractions of a whole, and
hedges.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_around
from onrecord.extract.figures.en.unit_context import INCHES_AFTER, KITCHEN_CONTEXT
from onrecord.extract.figures.en.units import (
    HALF_POINT_NOUN_AFTER,
    PERCENT_WORDS,
    PERCENTAGE_POINT_ABBREVIATIONS,
    PERCENTAGE_POINT_WORDS,
    SCALED_UNITS,
)
from onrecord.extract.figures.money.currency_words import parse_currency_after
from onrecord.extract.figures.parsing.currency_attachment import (
    attach_postposed_currency,
    attach_prefixed_currency,
    convert_to_currency,
)
from onrecord.extract.figures.parsing.length_abbreviations import convert_race_distance, is_metres
from onrecord.extract.figures.parsing.prefixed_number import PrefixedNumber
from onrecord.extract.figures.parsing.unit_symbols import attach_letter_unit, attach_symbol_unit
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.extract.figures.units.rates import extend_with_rate
from onrecord.extract.figures.units.unit_match import UnitMatch
from onrecord.extract.figures.units.unit_names import parse_unit
from onrecord.language.numerals import build_alternation

_PERCENT = re.compile(
    rf"[- ]?(?P<percent>{build_alternation(PERCENTAGE_POINT_WORDS)}(?![a-z])"
    rf"|%|{build_alternation(set(PERCENT_WORDS) - {'%'})}(?![a-z])|-point{HALF_POINT_NOUN_AFTER})",
    re.IGNORECASE,
)
_SCALED_UNIT = re.compile(rf"[- ]?({build_alternation(SCALED_UNITS)})(?![\w-])", re.IGNORECASE)
_BRACKETED_UNIT = re.compile(r" ?[(\[{<]([A-Za-z²³/]{1,5})[)\]}>]")
_HYPHENATED_WORD = re.compile(r"-\w")


def parse_bare_unit(text: str, position: int) -> Quantity | None:
    """Return one of the unit, percentage or currency written at `position`, or None."""
    quantity = Quantity(position, position, position, 1.0)
    percent = _attach_percent(text, quantity)
    if percent:
        return percent
    unit = parse_unit(text, position)
    if unit:
        return replace(quantity, end=unit.end, unit=unit.name, kind="measure")
    currency = parse_currency_after(text, position)
    return convert_to_currency(replace(quantity, end=currency.end), currency) if currency else None


def attach_unit(text: str, quantity: Quantity, number: PrefixedNumber) -> Quantity:
    """Return `quantity`, whose number ends at `quantity.end`, with the unit around it.

    Args:
        text: the block's text.
        quantity: the number alone.
        number: its amount, and the currency before it.

    """
    if number.currency:
        return attach_prefixed_currency(text, quantity, number.currency)
    for attach in _ATTACHMENTS:
        attached = attach(text, quantity, number.amount)
        if attached is not None:
            return attached
    return quantity


def _attach_length(text: str, quantity: Quantity, amount: Amount) -> Quantity | None:
    """Return "5m" in metres, "5k" of a race in kilometres, or None where the letter is a scale."""
    if not amount.scale_abbreviation:
        return None
    if not is_metres(text, quantity, amount):
        return convert_race_distance(text, quantity, amount)
    end = amount.unscaled_end + (text[amount.unscaled_end] == " ") + 1
    metres = replace(quantity, end=end).multiply(1 / amount.scale)
    return replace(metres, unit="metre", kind="measure", scale=1.0)


def _attach_percent(text: str, quantity: Quantity, _: Amount | None = None) -> Quantity | None:
    percent = _PERCENT.match(text, quantity.end)
    if percent is None:
        return None
    word = percent["percent"].lower()
    is_points = "point" in word or word in PERCENTAGE_POINT_ABBREVIATIONS
    unit = "percentage point" if is_points else "%"
    return replace(quantity, end=percent.end(), unit=unit, kind="percent")


def _attach_scaled_unit(text: str, quantity: Quantity, _: Amount) -> Quantity | None:
    """Return the quantity in an abbreviation of a number and a unit ("12 bcm"), or None."""
    scaled = _SCALED_UNIT.match(text, quantity.end)
    if scaled is None:
        return None
    size, name = SCALED_UNITS[scaled[1].lower()]
    unit = extend_with_rate(text, UnitMatch(name, scaled.end()))
    return replace(quantity.multiply(size), end=unit.end, unit=unit.name, kind="measure")


def _attach_named_unit(text: str, quantity: Quantity, _: Amount) -> Quantity | None:
    unit = parse_unit(text, quantity.end)
    if unit is None or _is_no_unit(text, quantity, unit):
        return None
    return replace(quantity, end=unit.end, unit=unit.name, kind="measure")


def _attach_bracketed_unit(text: str, quantity: Quantity, _: Amount) -> Quantity | None:
    """Return the quantity in a unit in brackets ("12 (km)"), or None."""
    bracketed = _BRACKETED_UNIT.match(text, quantity.end)
    unit = parse_unit(bracketed[1], 0) if bracketed else None
    if bracketed is None or unit is None or unit.end != len(bracketed[1]):
        return None
    return replace(quantity, end=bracketed.end(), unit=unit.name, kind="measure")


def _attach_inches(text: str, quantity: Quantity, _: Amount) -> Quantity | None:
    inches = INCHES_AFTER.match(text, quantity.end)
    return replace(quantity, end=inches.end(), unit="inch", kind="measure") if inches else None


_ATTACHMENTS = (
    _attach_length,
    _attach_percent,
    attach_symbol_unit,
    attach_postposed_currency,
    attach_letter_unit,
    _attach_scaled_unit,
    _attach_named_unit,
    _attach_bracketed_unit,
    _attach_inches,
)
"""Ways to write a unit after a number; the first that fits is taken."""


def _is_no_unit(text: str, quantity: Quantity, unit: UnitMatch) -> bool:
    """Return whether the words are no unit here: "24703 L-202", "two stone", "won 2 cups"."""
    written = text[quantity.end : unit.end].strip(" -")
    if len(written) == 1 and _HYPHENATED_WORD.match(text, unit.end):
        return True
    if unit.name == "stone" and (quantity.value or 0) < THRESHOLDS.lightest_stones:
        return True
    return (
        unit.name == "cup"
        and not KITCHEN_CONTEXT.search(slice_around(text, quantity.number_start, unit.end))
        and not text.startswith("cup", unit.end - 6)
        and (quantity.value or 0) % 1 == 0
        and "of" not in written
    )
