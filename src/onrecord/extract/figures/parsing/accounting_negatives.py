"""Sums below nought as accounts write them: in brackets.

In: a text and where a number or a sign of money stands. Out: the quantity below nought, brackets taken in. Out of
scope: a sum told in passing ("the fee ($20) is due"): brackets count only right after the sign ("$(4.7)
million"), where the sentence needs the sum ("the result was ($99.99)"), or where the sum is a whole cell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.numbers import amount_at
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.money.currency_words import money_before
from onrecord.extract.figures.parsing.with_units import Side, side_at, with_unit

_SIGNED = re.compile(r"(?P<sign>[A-Z]{0,3}[$£€¥₹]) ?\((?P<number>\d[\d,]*(?:\.\d+)?)\)")
_NEEDED = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|of|to|at|from|by|totall?ed|reached|showed|reported)|[:=]) \($"
)
_CELL = re.compile(r"\s*\([$£€¥₹]?\d[\d,]*(?:\.\d+)?(?: ?%| ?(?:m|bn|million|billion))?\)\s*")


def accounted(text: str, start: int) -> Quantity | None:
    """Return the sum below nought that brackets tell at `start`, or None.

    Examples:
        >>> accounted("$(4.7) million", 0).value, accounted("The result was ($99.99).", 16).value
        (-4700000.0, -99.99)
        >>> accounted("The fee ($20) is due.", 9)

    """
    return _signed(text, start) or _bracketed(text, start)


def _signed(text: str, start: int) -> Quantity | None:
    found = _SIGNED.match(text, start)
    money = money_before(found["sign"] + "1", 0) if found else None
    if found is None or money is None:
        return None
    plain = found["number"] + text[found.end() : found.end() + 16]
    amount = amount_at(plain, 0)
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
        bare=money.bare,
        scale=amount.scale,
    )


def _bracketed(text: str, start: int) -> Quantity | None:
    if text[start - 1 : start] != "(" or not start:
        return None
    if not (_NEEDED.search(text[max(0, start - 16) : start]) or _CELL.fullmatch(text)):
        return None
    side = side_at(text, start)
    if side is None or not side.amount.digits or (side.money is None and not _CELL.fullmatch(text)):
        return None
    quantity = _told(text, start, side)
    if (
        quantity.value is None
        or quantity.value <= 0
        or text[quantity.end : quantity.end + 1] != ")"
    ):
        return None
    return replace(quantity.times(-1), start=start - 1, end=quantity.end + 1)


def _told(text: str, start: int, side: Side) -> Quantity:
    amount = side.amount
    number = Quantity(start, amount.end, side.start, amount.value, scale=amount.scale)
    return with_unit(text, number, side)
