"""Sums below zero as accounts write them: in brackets.

In: a text and a code point where a number or a sign of money begins. Out: the quantity below zero, brackets included. Out of scope: a
sum in passing ("the fee ($20) is due"): brackets count only right after the sign ("$(4.7) million"), where the sentence needs the sum
("the result was ($99.99)"), or where the sum is a whole cell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.numbers import parse_amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_after, slice_before
from onrecord.extract.figures.en.quantity_words import SUM_EXPECTED_BEFORE
from onrecord.extract.figures.money.currency_words import parse_currency_before
from onrecord.extract.figures.parsing.prefixed_number import parse_prefixed_number
from onrecord.extract.figures.parsing.unit_attachment import attach_unit
from onrecord.extract.figures.thresholds import THRESHOLDS

_SIGN_AND_BRACKETS = re.compile(r"(?P<sign>[A-Z]{0,3}[$£€¥₹]) ?\((?P<number>\d[\d,]*(?:\.\d+)?)\)")
_CELL = re.compile(r"\s*\([$£€¥₹]?\d[\d,]*(?:\.\d+)?(?: ?%| ?(?:m|bn|million|billion))?\)\s*")


def parse_accounting_negative(text: str, start: int) -> Quantity | None:
    """Return the sum below zero that brackets make at `start`, or None.

    Examples:
        >>> parse_accounting_negative("$(4.7) million", 0).value
        -4700000.0
        >>> parse_accounting_negative("The result was ($99.99).", 16).value
        -99.99
        >>> parse_accounting_negative("The fee ($20) is due.", 9)

    """
    return _parse_after_sign(text, start) or _parse_in_brackets(text, start)


def _parse_after_sign(text: str, start: int) -> Quantity | None:
    """Return a sum whose sign stands before the brackets: "$(4.7) million"."""
    found = _SIGN_AND_BRACKETS.match(text, start)
    currency = parse_currency_before(found["sign"] + "1", 0) if found else None
    if found is None or currency is None:
        return None
    number = found["number"]
    amount = parse_amount(
        number + slice_after(text, found.end(), THRESHOLDS.scale_after_brackets), 0
    )
    if amount is None:
        return None
    return Quantity(
        start,
        found.end() + amount.end - len(number),
        start,
        -amount.value,
        unit=currency.code,
        kind="money",
        currency_name=currency.currency_name,
        scale=amount.scale,
    )


def _parse_in_brackets(text: str, start: int) -> Quantity | None:
    """Return a sum whose sign stands in the brackets, where the sentence needs it or it is a whole cell."""
    if not start or text[start - 1] != "(":
        return None
    is_cell = _CELL.fullmatch(text) is not None
    if not (is_cell or SUM_EXPECTED_BEFORE.search(slice_before(text, start))):
        return None
    number = parse_prefixed_number(text, start)
    if number is None or not number.amount.in_digits or (number.currency is None and not is_cell):
        return None
    amount = number.amount
    bare = Quantity(start, amount.end, number.start, amount.value, scale=amount.scale)
    quantity = attach_unit(text, bare, number)
    if quantity.value is None or quantity.value <= 0 or not text.startswith(")", quantity.end):
        return None
    return replace(quantity.multiply(-1), start=start - 1, end=quantity.end + 1)
