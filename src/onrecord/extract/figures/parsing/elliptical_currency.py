"""Elliptical sums: amounts whose currency was given for the sum before ("1.47 billion crowns, up from 1.31 billion").

In: a block's text and its quantities in order. Out: the quantities, such amounts with that currency. Out of scope: numbers that count
a noun, bare ones, and those not compared with the sum before.

A figure compared with the one before it is of the same thing too (`is_compared_with_previous`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.quantity_words import (
    COMPARED_SUM_BEFORE,
    COMPARISON_BETWEEN,
    NO_NOUN_AFTER_SUM,
)
from onrecord.extract.figures.thresholds import THRESHOLDS

_SENTENCE_END = re.compile(r"[.!?;:] ")


def fill_elliptical_currencies(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return `quantities`, a currency given once extended to sums compared with it.

    Examples:
        >>> from onrecord.extract.figures.parsing.scan import find_quantities
        >>> text = "It made 2 million euros, up from 1.5 million."
        >>> [one.unit for one in fill_elliptical_currencies(text, find_quantities(text))]
        ['EUR', 'EUR']

    """
    filled: list[Quantity] = []
    for quantity in quantities:
        filled.append(_copy_currency(text, filled[-1], quantity) if filled else quantity)
    return filled


def _copy_currency(text: str, previous: Quantity, quantity: Quantity) -> Quantity:
    if previous.kind != "money" or quantity.kind not in {"count", "range"} or quantity.unit:
        return quantity
    between = text[previous.end : quantity.number_start]
    is_large = min(previous.scale, quantity.scale) >= THRESHOLDS.sum_scale
    if not is_large or len(between) > THRESHOLDS.compared_sums_distance:
        return quantity
    if _SENTENCE_END.search(between) or not COMPARED_SUM_BEFORE.search(between):
        return quantity
    if not NO_NOUN_AFTER_SUM.match(text, quantity.end):
        return quantity
    return replace(quantity, unit=previous.unit, kind="money", currency_name=previous.currency_name)


def is_compared_with_previous(text: str, end: int, start: int) -> bool:
    """Return whether the figure at `start` is compared with the one that ends at `end`.

    Examples:
        >>> is_compared_with_previous("a profit of £8m in the year, up from £7m", 15, 37)
        True

    """
    return COMPARISON_BETWEEN.fullmatch(text, end, start) is not None
