"""Addresses: numbers of houses ("15 Rose Lane", "Corso Magenta, 15, Milan").

In: a quantity with its tokens. Out: whether it numbers a house. Out of scope: postal codes (`identifiers`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.exclusion_words import STREET_NAME_AFTER

if TYPE_CHECKING:
    from spacy.tokens import Span

_CITY_AFTER = re.compile(r", [A-Z]")


def is_house_number(quantity: Quantity, tokens: Span) -> bool:
    """Return whether the number is a house's."""
    if quantity.kind != "count" or quantity.hedge or not tokens.text.isdigit():
        return False
    doc, start, end = tokens.doc, tokens.start, tokens.end
    if start > 1 and doc[start - 1].text == "," and doc[start - 2].tag_ == "NNP":
        return bool(_CITY_AFTER.match(doc[end : end + 2].text))  # "Corso Magenta, 15, Milan"
    last = doc[end - 1]
    return bool(STREET_NAME_AFTER.match(doc[end - 1 : end + 8].text, len(last)))
