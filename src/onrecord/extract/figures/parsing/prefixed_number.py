"""Prefixed numbers: a number with the sign or code of money before it.

In: a text and a code point where either may begin. Out: the number and its currency. Out of scope: what follows the number
(`unit_attachment`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.numbers import parse_amount
from onrecord.extract.figures.en.currencies import RUPEE_CODES
from onrecord.extract.figures.money.currency_words import WrittenCurrency, parse_currency_before
from onrecord.language.numerals import round_binary_noise


@dataclass(frozen=True, slots=True)
class PrefixedNumber:
    """A number that begins at code point `start`, with the currency before it, or None."""

    start: int
    currency: WrittenCurrency | None
    amount: Amount


_MINUS = re.compile(r"[-−](?=[$£€¥])")
_LAKH_OR_CRORE = re.compile(r" ?(?:(?P<crore>crs?)|L|lacs)\b\.?(?! \d)")
"""Short for lakh and crore after rupees ("Rs 3 cr")."""


@lru_cache(maxsize=64)  # as `parse_amount`
def parse_prefixed_number(text: str, start: int) -> PrefixedNumber | None:
    """Return the number at `start` with the sign or code of money before it, or None."""
    minus = _MINUS.match(text, start)
    begin = minus.end() if minus else start
    currency = parse_currency_before(text, begin)
    number = currency.end if currency else begin
    while currency and text[number : number + 1] == " ":
        number += 1
    amount = parse_amount(text, number)
    if amount is None:
        return None
    if minus:
        amount = replace(amount, value=-amount.value)
    if currency and currency.code in RUPEE_CODES:
        amount = _extend_with_indian_scale(text, amount)
    return PrefixedNumber(number, currency, amount)


def _extend_with_indian_scale(text: str, amount: Amount) -> Amount:
    scale = _LAKH_OR_CRORE.match(text, amount.end)
    if scale is None:
        return amount
    size = 1e7 if scale["crore"] else 1e5
    return replace(
        amount,
        end=scale.end(),
        value=round_binary_noise(amount.value * size),
        scale=amount.scale * size,
    )
