"""Non-figures: numbers that count nothing, for they name, rank or identify, or are pieces of something else.

In: a quantity with its tokens and its block's text. Out: whether it is no figure. Out of scope: times, ages and lengths of time, which
other modules decide, and codes (`identifiers`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.exclusion_words import PART_OF_THING_BEFORE
from onrecord.extract.figures.en.number_words import SCALED_FRACTIONS
from onrecord.extract.figures.exclusions.idioms import (
    is_hyphenated_manner,
    is_idiomatic_measure,
    is_idiomatic_one,
    is_idiomatic_zero,
)
from onrecord.extract.figures.exclusions.number_fragments import (
    is_bracketed,
    is_fragment,
    is_in_address,
    is_piece_of_phrase,
)
from onrecord.extract.figures.exclusions.numbers_in_names import (
    is_bare_year,
    is_name_opener,
    is_part_of_name,
)
from onrecord.extract.figures.exclusions.product_numbers import is_model_number, is_version_number
from onrecord.extract.figures.exclusions.scores import is_game_result, is_score
from onrecord.extract.figures.exclusions.street_addresses import is_house_number

if TYPE_CHECKING:
    from spacy.tokens import Span

_HYPHENATED_WORD = re.compile(r"-[a-z]")


def is_non_figure(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether the quantity is no figure, since its number names, ranks or orders something.

    Args:
        text: the block's text.
        quantity: the quantity.
        tokens: the tokens of its number and unit.

    """
    if (
        is_house_number(quantity, tokens)
        or is_piece_of_phrase(text, quantity)
        or is_in_address(text, quantity)
        or is_idiomatic_zero(text, quantity, tokens)
    ):
        return True
    match quantity.kind:
        case "money" | "percent":
            return False
        case "fraction":
            is_part = PART_OF_THING_BEFORE.search(slice_before(text, quantity.number_start))
            return bool(is_part) and quantity.value == SCALED_FRACTIONS["half"]
        case "order":
            return tokens[0].tag_ == "NNP" and tokens.start > 0
        case "measure":
            return is_idiomatic_measure(text, quantity, tokens)
        case _:
            return _is_non_count(text, quantity, tokens)


def _is_non_count(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether a bare number or a range of bare numbers counts nothing."""
    if (
        is_fragment(text, quantity)
        or is_score(text, quantity)
        or is_game_result(text, quantity)
        or is_version_number(text, quantity, tokens)
        or is_model_number(text, quantity)
        or is_bare_year(quantity, tokens)
        or is_bracketed(text, quantity, tokens)
    ):
        return True
    if _HYPHENATED_WORD.match(text, quantity.end):
        return is_hyphenated_manner(text, quantity, tokens)
    return (
        is_part_of_name(quantity, tokens)
        or is_name_opener(quantity, tokens)
        or is_idiomatic_one(tokens)
    )
