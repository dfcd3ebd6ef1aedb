"""Sums of money: the currency before or after a number, and pounds that are a weight.

In: a quantity and its text. Out: the quantity in a currency. Out of scope: which country's a bare name is
(`money.currency_resolution`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_around
from onrecord.extract.figures.en.unit_context import MASS_CONTEXT, PRICE_CONTEXT
from onrecord.extract.figures.money.currency_words import (
    WrittenCurrency,
    parse_currency_after,
    parse_dollar_country,
)
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.en.numbers import SCALES
from onrecord.language.numerals import build_alternation

_SCALE_AFTER_CODE = re.compile(rf" ({build_alternation(SCALES)})\b")
_POUNDS = re.compile(r"pounds?$")


def convert_to_currency(quantity: Quantity, currency: WrittenCurrency) -> Quantity:
    """Return `quantity` in a currency, in its whole unit."""
    return replace(
        quantity.multiply(currency.factor),
        unit=currency.code or None,
        kind="money",
        currency_name=currency.currency_name,
    )


def attach_prefixed_currency(text: str, quantity: Quantity, currency: WrittenCurrency) -> Quantity:
    """Return `quantity` in the currency before it, with what names it again after ("$5 million Canadian")."""
    country = (
        parse_dollar_country(text, quantity.end) if currency.currency_name == "dollar" else None
    )
    if country:
        return convert_to_currency(replace(quantity, end=country.end), country)
    again = parse_currency_after(text, quantity.end)
    is_same = again and (again.currency_name == "dollar" or again.code == currency.code)
    if again and is_same and again.factor == 1:
        exact = again if again.currency_name is None else currency
        return convert_to_currency(replace(quantity, end=again.end), exact)
    return convert_to_currency(quantity, currency)


def attach_postposed_currency(text: str, quantity: Quantity, amount: Amount) -> Quantity | None:
    """Return `quantity` in the currency after it ("75 USD million", "30 pence"), or None."""
    currency = parse_currency_after(text, quantity.end)
    if currency is None:
        return None
    is_won = currency.code == "KRW" and currency.currency_name is not None
    if is_won and amount.value < THRESHOLDS.smallest_sum_in_won:
        return None  # "3 won"
    scale = _SCALE_AFTER_CODE.match(text, currency.end) if amount.scale == 1 else None
    if scale and text[currency.end - 3 : currency.end].isupper():
        quantity = quantity.multiply(SCALES[scale[1]])
        return convert_to_currency(replace(quantity, end=scale.end()), currency)
    return _decide_pounds(text, convert_to_currency(replace(quantity, end=currency.end), currency))


def _decide_pounds(text: str, quantity: Quantity) -> Quantity:
    """Return `quantity` in pounds of weight where a word near says so and no sign of money stands near."""
    written = text[quantity.number_start : quantity.end].lower()
    if not _POUNDS.search(written) or "£" in text:
        return quantity
    near = slice_around(text, quantity.number_start, quantity.end)
    if PRICE_CONTEXT.search(near) or not MASS_CONTEXT.search(near):
        return quantity
    return replace(quantity, unit="pound-mass", kind="measure")
