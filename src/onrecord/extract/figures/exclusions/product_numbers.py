"""Numbers of products: versions ("new in 2.26") and models ("the 777 program", "787-9").

In: a quantity and its block's text, or a page's text. Out: whether it is a version or a model, and which numbers a page shows to be
models. Out of scope: numbers in names of products ("iPhone 15", `numbers_in_names`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.exclusion_words import (
    CLAUSE_CONTINUES,
    DETERMINER_BEFORE_MODEL,
    MODEL_NUMBER,
    PRODUCT_NOUN_AFTER,
    RELEASE_BEFORE,
)

if TYPE_CHECKING:
    from spacy.tokens import Span

_DECIMAL = re.compile(r"\d+\.\d+")
_MODEL_DIGITS = re.compile(r"[1-9]\d{2,3}")


def is_version_number(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether a bare number is a version: "what's new in 2.26"."""
    if not _DECIMAL.fullmatch(tokens.text) or quantity.unit:
        return False
    is_released = RELEASE_BEFORE.search(slice_before(text, quantity.number_start))
    return bool(is_released and CLAUSE_CONTINUES.match(text, quantity.end))


def is_model_number(text: str, quantity: Quantity) -> bool:
    """Return whether a number names a model of what is built: "the 777 program has faced delays"."""
    if quantity.kind != "count":
        return False
    if not _MODEL_DIGITS.fullmatch(text, quantity.number_start, quantity.end):
        return False
    before = slice_before(text, quantity.number_start)
    return bool(
        DETERMINER_BEFORE_MODEL.search(before) and PRODUCT_NOUN_AFTER.match(text, quantity.end)
    )


def find_model_numbers(text: str) -> frozenset[str]:
    """Return the numbers that the page shows to be models' ("787-9", "777X"), wherever it names them.

    Examples:
        >>> sorted(find_model_numbers("It ordered 787-9 jets and the 777X for 150-200 people."))
        ['777', '787']

    """
    return frozenset(found["number"] for found in MODEL_NUMBER.finditer(text))
