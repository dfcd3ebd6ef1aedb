"""Quantities in text: numbers with hedge, sign of money and unit, found by pattern.

In: a block's text. Out: quantities, leftmost and longest first, not overlapping. Out of scope: what is counted, which country's dollar
"$" is, and whether the number names something ("Article 5") or is part of a date: the extractor decides.
"""

from __future__ import annotations

import re

from onrecord.extract.figures.amounts.numbers import AMOUNT_START_WORDS
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.number_words import (
    FIRST_WORDS_OF_QUANTITIES,
    FOLD_WORDS,
    ORDER_WORDS,
    VAGUE_QUANTIFIERS,
)
from onrecord.extract.figures.en.quantity_words import LAST_YEAR_OF_SPAN, YEAR_OF_SPAN
from onrecord.extract.figures.parsing.hedging import attach_hedges
from onrecord.extract.figures.parsing.number_patterns import parse_longest
from onrecord.extract.figures.parsing.shared_units import copy_shared_units
from onrecord.extract.figures.thresholds import THRESHOLDS

_START = re.compile(
    r"(?<![\w.,/$£€¥@#^])(?:(?<![\w]-)|(?<=\d-by-))(?:[^\W\d_]+(?:\.[A-Z])?\.?\$?|[-−]?(?=[\d.½¼¾⅓⅔⅕⅛⅙⅖⅗⅘⅚⅜⅝⅞£$€¥₹₽₺₪₩₦₴₫₱฿₾₸₡₭₵₿]))"
)
_FIRST_WORDS = (
    AMOUNT_START_WORDS
    | ORDER_WORDS
    | set(FOLD_WORDS)
    | {word.split()[0] for word in VAGUE_QUANTIFIERS}
    | FIRST_WORDS_OF_QUANTITIES
)
_CURRENCY_START = re.compile(
    r"(?:Rs\.?|SFr\.?|Sfr|Rp|K?Shs?|Kshs?|USh|us|hk|a|c|nz|u\.s|usd|eur|gbp|rmb|aud|cad|inr|ngn)$"
)


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of `text` in order, not overlapping."""
    quantities: list[Quantity] = []
    position = 0
    for start in _START.finditer(text):
        if start.start() < position or not _may_start(start[0]):
            continue
        if _is_end_of_years(text, start.end()):
            continue
        quantity = parse_longest(text, start.start())
        if quantity is not None:
            quantities.append(attach_hedges(text, quantity, position))
            position = quantities[-1].end
    return copy_shared_units(text, quantities)


def _is_end_of_years(text: str, start: int) -> bool:
    """Return whether the digits at `start` are the last year of a span: "2012–13", "1999–2000"."""
    first, last = (
        YEAR_OF_SPAN.search(slice_before(text, start, THRESHOLDS.years_of_span)),
        LAST_YEAR_OF_SPAN.match(text, start),
    )
    if first is None or last is None:
        return False
    full = first["year"][: -len(last[0])] + last[0]
    return full > first["year"] or last[0] == "00"


def _may_start(word: str) -> bool:
    """Return whether a quantity may begin with this word, sign or code of money."""
    plain = word.strip("-−$.").lower()
    if not plain or plain in _FIRST_WORDS or word[-1] == "$":
        return True
    if len(word) > THRESHOLDS.currency_code_length:
        return False
    return word.isupper() or _CURRENCY_START.match(word) is not None
