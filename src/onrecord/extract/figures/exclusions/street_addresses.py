"""Addresses: numbers of houses ("15 Rose Lane", "Corso Magenta, 15, Milan").

In: a quantity with its tokens. Out: whether it numbers a house. Out of scope: postal codes (`coded_numbers`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span

_STREET = re.compile(
    r" (?:[NSEW]\.? |North |South |East |West )?(?:[A-Z][\w’'.-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Place|Square|Terrace|Highway|Parkway)\b"
)


def is_house_number(quantity: Quantity, tokens: Span) -> bool:
    """Return whether the number is a house's."""
    if quantity.kind != "count" or quantity.hedge or not tokens.text.isdigit():
        return False
    doc = tokens.doc
    if (
        tokens.start > 1
        and doc[tokens.start - 1].text == ","
        and doc[tokens.start - 2].tag_ == "NNP"
    ):
        after = doc[tokens.end : tokens.end + 2].text
        return bool(re.match(r", [A-Z]", after))  # "Corso Magenta, 15, Milan"
    return bool(_STREET.match(doc[tokens.end - 1 : tokens.end + 8].text, len(doc[tokens.end - 1])))
