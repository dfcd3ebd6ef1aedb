"""Elliptic sums: amounts whose currency was said for the sum before ("1.47 billion crowns, up from 1.31 billion").

In: a block's text and its quantities in order. Out: the quantities, such amounts with that currency. Out of scope:
numbers that count a noun, bare ones, and those not compared with the sum before.

A figure compared with the one before it is of the same thing too (`is_compared_with_previous`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.quantity import Quantity

LARGE = 1e6
"""From this scale on a number without a noun after it is a sum."""
FAR = 120
"""How many characters may stand between the two sums."""
_COMPARED = re.compile(
    r"\b(?:from|to|below|above|than|against|versus|with|exceed(?:ed|ing|s)?|beat(?:ing|s)?|of)"
    r"(?: (?:the|an?|about|around|some|nearly|just|estimated|expected|forecast))* $"
)
_SENTENCE = re.compile(r"[.!?;:] ")
_ALONE = re.compile(
    r"[,.;:)!?]|$| (?:a|an|the|in|on|for|last|this|that|previously|before|after|year|earlier|expected|forecast|seen"
    r"|estimated|predicted|and|but|by|over|as|at|from|to|when|while|during|analysts|one|two|three)\b"
)


def fill_elliptical_currencies(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return `found`, a currency said once given to sums compared with it.

    Examples:
        >>> from onrecord.extract.figures.parsing.scan import quantities
        >>> text = "It made 2 million euros, up from 1.5 million."
        >>> [one.unit for one in fill_elliptical_currencies(text, quantities(text))]
        ['EUR', 'EUR']

    """
    sums: list[Quantity] = []
    for one in found:
        said = sums[-1] if sums else None
        sums.append(_copy_currency(text, said, one) if said else one)
    return sums


def _copy_currency(text: str, said: Quantity, one: Quantity) -> Quantity:
    if said.kind != "money" or one.kind not in {"count", "range"} or one.unit:
        return one
    between = text[said.end : one.number_start]
    large = said.scale >= LARGE and one.scale >= LARGE
    if not large or len(between) > FAR or _SENTENCE.search(between):
        return one
    if not (_COMPARED.search(between) and _ALONE.match(text, one.end)):
        return one
    return replace(one, unit=said.unit, kind="money", currency_name=said.currency_name)


_SET_BESIDE = re.compile(
    r"(?: (?:in|for|during|over|by|at|last|this) [^,;.]{1,30})?"
    r"(?:,? (?:up|down|higher|lower|and up|and down) from|,? compared (?:with|to)|,? (?:against|versus)|, from)"
    r"(?: (?:the|an?|about|around|some|nearly|just))* "
)


def is_compared_with_previous(text: str, end: int, start: int) -> bool:
    """Return whether the figure at `start` is compared with the one that ends at `end`.

    Examples:
        >>> is_compared_with_previous("a profit of £8m in the year, up from £7m", 15, 37)
        True

    """
    return _SET_BESIDE.fullmatch(text, end, start) is not None
