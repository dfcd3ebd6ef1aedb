"""Short units: what a letter or sign right after digits measures.

In: a quantity and its text. Out: the quantity in feet and inches, stones, degrees, pence, picometres or thousands to billions of years.
Out of scope: units in words (`units`), and metres ("5m", `length_abbreviations`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_around
from onrecord.extract.figures.en.unit_context import (
    PRICED_GOODS_AFTER,
    TEMPERATURE_CONTEXT,
    VIDEO_LINES,
)
from onrecord.extract.figures.en.units import SUBUNIT_RATIOS
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.numerals import round_binary_noise

_FEET_AND_INCHES = re.compile(r"['′’] ?(?:(?P<inches>\d{1,2}) ?(?:[\"″”]|'')(?!\w))")
_STONES = re.compile(r"st(?![a-z])")
_GEOLOGICAL = re.compile(
    r" ?(?P<size>[kMG])(?:a|yr)(?= (?:ago|old|to|and|before|after)\b|[.,;:)–-]|$)"
)
_GEOLOGICAL_SIZES = {"k": 1e3, "M": 1e6, "G": 1e9}
_SMALL_METRE = re.compile(r" (?P<prefix>[pa])m(?![\w.]\w)")
_SMALL_METRES = {"p": "picometre", "a": "attometre"}
_NO_CLOCK = re.compile(r"\d+\.(?:\d|\d{3,})")
"""Decimals that no clock has, which has two ("2.10 pm")."""
_LETTER = re.compile(r"(?P<letter>[CFpc¢]| [CF])(?![\w.]\w|-)(?![\w$/])")
_TEMPERATURES = {"C": "degree Celsius", "F": "degree Fahrenheit"}


def attach_symbol_unit(text: str, quantity: Quantity, amount: Amount) -> Quantity | None:
    """Return feet and inches by their signs, "12st" (not "21st"), "2.1 pm" (picometres), "66 Ma"; else None."""
    years = _GEOLOGICAL.match(text, quantity.end)
    if years:
        multiple = quantity.multiply(_GEOLOGICAL_SIZES[years["size"]])
        return replace(multiple, end=years.end(), unit="year", kind="measure")
    written = text[quantity.number_start : amount.end]
    if not written.isdigit():
        return _attach_small_metre(text, quantity, written)
    return _attach_feet(text, quantity) or _attach_stones(text, quantity, written)


def _attach_small_metre(text: str, quantity: Quantity, written: str) -> Quantity | None:
    metre = _SMALL_METRE.match(text, quantity.end)
    if metre is None or not _NO_CLOCK.fullmatch(written):
        return None
    return replace(quantity, end=metre.end(), unit=_SMALL_METRES[metre["prefix"]], kind="measure")


def _attach_feet(text: str, quantity: Quantity) -> Quantity | None:
    feet, inches_of_foot = (
        _FEET_AND_INCHES.match(text, quantity.end),
        SUBUNIT_RATIOS["foot", "inch"],
    )
    if feet is None or int(feet["inches"]) >= inches_of_foot:
        return None
    value = round_binary_noise((quantity.value or 0) + int(feet["inches"]) / inches_of_foot)
    return replace(quantity, end=feet.end(), value=value, unit="foot", kind="measure")


def _attach_stones(text: str, quantity: Quantity, digits: str) -> Quantity | None:
    stones = _STONES.match(text, quantity.end)
    is_ordinal = digits.endswith("1") and not digits.endswith("11")
    if stones is None or is_ordinal or (quantity.value or 0) < THRESHOLDS.lightest_stones:
        return None
    return replace(quantity, end=stones.end(), unit="stone", kind="measure")


def attach_letter_unit(text: str, quantity: Quantity, amount: Amount) -> Quantity | None:
    """Return "41C", "100F", "50p", "5c" with its unit, or without one where the letter means something else.

    None where no letter follows the digits.
    """
    letter = _LETTER.match(text, quantity.end)
    if letter is None:
        return None
    if letter["letter"] == "p" and amount.value in VIDEO_LINES:
        return quantity
    if not text[quantity.end - 1].isdigit() or amount.scale != 1:
        return None
    is_detached = letter["letter"][0] == " "
    near = slice_around(text, quantity.number_start, letter.end())
    if is_detached and not TEMPERATURE_CONTEXT.search(near):
        return quantity
    return _attach_letter(text, quantity, letter)


def _attach_letter(text: str, quantity: Quantity, letter: re.Match[str]) -> Quantity:
    symbol = letter["letter"].strip()
    if symbol in _TEMPERATURES:
        return replace(quantity, end=letter.end(), unit=_TEMPERATURES[symbol], kind="measure")
    if symbol == "p":
        return replace(quantity.multiply(0.01), end=letter.end(), unit="GBP", kind="money")
    is_money = "$" in text or "€" in text or PRICED_GOODS_AFTER.match(text, letter.end())
    if symbol == "c" and not is_money:
        return quantity
    cents = replace(quantity.multiply(0.01), end=letter.end(), unit="USD", kind="money")
    return replace(cents, currency_name="cent")
