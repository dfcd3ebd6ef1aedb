"""Idioms: "one", "zero" and measures that count or measure nothing.

In: a quantity with its tokens and its block's text. Out: whether it is an idiom. Out of scope: "a mile" and other units after an article
(`parsing.indefinite_units`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_after, slice_before
from onrecord.extract.figures.en.exclusion_words import (
    ACCELERATION_TEST_BEFORE,
    FILING_AFTER,
    TIMES_IDIOM_BEFORE,
    UNCOUNTED_AFTER_ONE,
    UNCOUNTED_BEFORE_ONE,
    UNCOUNTED_HYPHENATED,
    ZERO_IDIOM_BEFORE,
)
from onrecord.extract.figures.en.tags import ADJECTIVE_OR_HYPHEN_TAGS
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS, PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_HYPHENATED = re.compile(r"-(?P<word>[a-z]+)")
_WORD_AFTER = re.compile(r" [a-z]+")
_CAPITAL_AFTER = re.compile(r" [A-Z]")
_COORDINATE_AFTER = re.compile(r" ?[\d′NSEW]")


def is_idiomatic_zero(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether "zero" counts nothing: "net zero", "zero tolerance", "from zero to 60 mph"."""
    if quantity.value != 0 or tokens.text.isdigit() or quantity.unit == "kelvin":
        return False
    before_name = tokens.doc[tokens.end : tokens.end + 1].text[:1].isupper()
    if before_name and tokens.text[0].isupper() and not tokens[0].is_sent_start:
        return True
    if ZERO_IDIOM_BEFORE.search(slice_before(text, quantity.number_start).lower()):
        return True
    following = tokens.doc[tokens.end : tokens.end + 2]
    plural = any(token.tag_ == "NNS" and token.lower_ != "emissions" for token in following)
    return quantity.unit is None and not plural


def is_idiomatic_one(tokens: Span) -> bool:
    """Return whether "one" counts nothing: "no one", "one of the", "one day"."""
    if tokens.text.lower() != "one":
        return False
    doc, index = tokens.doc, tokens.start
    following = doc[index + 1 : index + 2]
    if not following or following[0].text == "," or following[0].lower_ in UNCOUNTED_AFTER_ONE:
        return True
    before = doc[index - 1] if index else None
    if before is not None and (
        before.lower_ in UNCOUNTED_BEFORE_ONE or before.tag_ in ADJECTIVE_OR_HYPHEN_TAGS
    ):
        return True
    head = tokens[0].head
    return not (head.i > index and head.tag_ == "NN")


def is_hyphenated_manner(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether a word after a hyphen makes a manner or a kind of the number: "a four-star general"."""
    hyphenated = _HYPHENATED.match(slice_after(text, quantity.end))
    if hyphenated is None:
        return False
    joined = tokens.doc[tokens.end + 1 : tokens.end + 2]
    is_noun = bool(joined) and joined[0].tag_ in COMMON_NOUN_TAGS
    is_manner = hyphenated["word"].endswith(("ed", "ly", "ing")) and not is_noun
    return hyphenated["word"] in UNCOUNTED_HYPHENATED or is_manner


def is_idiomatic_measure(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether a number with a unit names something: a test's speeds, a place's degrees, "10x Genomics"."""
    match quantity.unit:
        case "mile per hour" | "kilometre per hour":
            before = slice_before(text, quantity.number_start)
            return quantity.low == 0 or bool(ACCELERATION_TEST_BEFORE.search(before))
        case "degree":
            is_place = _COORDINATE_AFTER.match(text, quantity.end)
            return tokens[-1].text.endswith("°") and bool(is_place)
        case "degree Celsius" | "degree Fahrenheit":
            return tokens[-1].text[-1:] in ("C", "F") and _is_form_or_name(text, quantity, tokens)
        case "time":
            return _is_no_multiple(text, quantity, tokens)
        case _:
            return False


def _is_form_or_name(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether "13F", "100C" is a form's or a thing's name and no temperature."""
    if FILING_AFTER.match(text, quantity.end):
        return True  # "13F filings"
    before = _get_token_before(tokens)
    if before is None or before.tag_ in PROPER_NOUN_TAGS:
        return before is not None
    following = _WORD_AFTER.match(slice_after(text, quantity.end))
    return before.tag_ == "DT" and following is not None and "heat" not in following[0]


def _is_no_multiple(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether "times" or "x" says no multiple: "10x Genomics", "at times", "a one-time offer"."""
    if tokens.text.endswith("x") and _CAPITAL_AFTER.match(text, quantity.end):
        return True
    is_single = tokens[-1].lower_ == "time" and quantity.value != 1
    if is_single or ("-" in tokens.text and not tokens.text.lower().endswith("fold")):
        return True
    before = _get_token_before(tokens)
    return before is not None and before.lower_ in TIMES_IDIOM_BEFORE


def _get_token_before(tokens: Span) -> Token | None:
    return tokens.doc[tokens.start - 1] if tokens.start else None
