"""Sums below nought as accounts write them: in brackets.

In: a text and where a number or a sign of money stands. Out: the quantity below nought, brackets taken in. Out of
scope: a sum told in passing ("the fee ($20) is due"): brackets count only right after the sign ("$(4.7)
million"), where the sentence needs the sum ("the result was ($99.99)"), or where the sum is a whole cell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.numbers import parse_amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.money.currency_words import parse_currency_before
from onrecord.extract.figures.parsing.unit_attachment import (
    PrefixedNumber,
    attach_unit,
    parse_prefixed_number,
)

_SIGNED = re.compile(r"(?P<sign>[A-Z]{0,3}[$£€¥₹]) ?\((?P<number>\d[\d,]*(?:\.\d+)?)\)")
_NEEDED = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|of|to|at|from|by|totall?ed|reached|showed|reported)|[:=]) \($"
)
_CELL = re.compile(r"\s*\([$£€¥₹]?\d[\d,]*(?:\.\d+)?(?: ?%| ?(?:m|bn|million|billion))?\)\s*")


def parse_accounting_negative(text: str, start: int) -> Quantity | None:
    """Return the sum below nought that brackets tell at `start`, or None.

    Examples:
        >>> parse_accounting_negative("$(4.7) million", 0).value, parse_accounting_negative("The result was ($99.99).", 16).value
        (-4700000.0, -99.99)
        >>> parse_accounting_negative("The fee ($20) is due.", 9)

    """
    return _parse_signed(text, start) or _parse_bracketed(text, start)


def _parse_signed(text: str, start: int) -> Quantity | None:
    found = _SIGNED.match(text, start)
    money = parse_currency_before(found["sign"] + "1", 0) if found else None
    if found is None or money is None:
        return None
    plain = found["number"] + text[found.end() : found.end() + 16]
    amount = parse_amount(plain, 0)
    if amount is None:
        return None
    end = found.end() + amount.end - len(found["number"])
    return Quantity(
        start,
        end,
        start,
        -amount.value,
        unit=money.code,
        kind="money",
        currency_name=money.currency_name,
        scale=amount.scale,
    )


def _parse_bracketed(text: str, start: int) -> Quantity | None:
    if text[start - 1 : start] != "(" or not start:
        return None
    if not (_NEEDED.search(text[max(0, start - 16) : start]) or _CELL.fullmatch(text)):
        return None
    side = parse_prefixed_number(text, start)
    if (
        side is None
        or not side.amount.in_digits
        or (side.money is None and not _CELL.fullmatch(text))
    ):
        return None
    quantity = _attach_side_unit(text, start, side)
    if (
        quantity.value is None
        or quantity.value <= 0
        or text[quantity.end : quantity.end + 1] != ")"
    ):
        return None
    return replace(quantity.multiply(-1), start=start - 1, end=quantity.end + 1)


def _attach_side_unit(text: str, start: int, side: PrefixedNumber) -> Quantity:
    amount = side.amount
    number = Quantity(start, amount.end, side.start, amount.value, scale=amount.scale)
    return attach_unit(text, number, side)
