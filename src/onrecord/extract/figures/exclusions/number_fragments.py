"""Fragments: digits that are a piece of something else, such as a telephone number, a list's mark, a web address or a note.

In: a quantity and its block's text. Out: whether it is a piece. Out of scope: codes that are known by their own shape
(`identifiers`), and numbers in names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.exclusion_words import (
    CIRCA_BEFORE,
    FRAGMENT_BEFORE,
    NUMBER_SIGN_BEFORE,
)
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.syntax.tag_sets import NUMBER_OR_NAME_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Span

_YEAR = re.compile(r"1\d{3}|20\d\d")
_LEADING_ZERO = re.compile(r"0\d")
_JOINED_BEFORE = re.compile(r"(?:\+|\d[ -]|\d ?[-–] ?|[°′″]|\[)$")
_JOINED_AFTER = re.compile(r"[ -]\d{3}\b(?! [a-z])|/\d|:\d|(?:st|nd|rd|th)\b|[°′″]|\]|\.\d")
_LIST_MARK_AFTER = re.compile(r"[.)]\s")
_LETTER_AFTER = re.compile(r"[A-Za-z]")
_RESOLUTION = re.compile(r"[24589]K")
_CODE = re.compile(r"\d{4,}[MBKT]|\d{1,2}[MBKT](?= [A-Z])")
"""Letters after digits that make a model or a brand ("5500M", "2B Mindset"), and no millions."""
_DASH_AND_DIGIT_AFTER = re.compile(r"\s?[-–]\s?\d")
_WEB_ADDRESS = re.compile(r"://|www\.|@\w|\w=\w|%[0-9A-Fa-f]{2}%")


def is_piece_of_phrase(text: str, quantity: Quantity) -> bool:
    """Return whether it is a caption's count ("Image 1 of 5"), a loose "an app or two", or follows "No."."""
    before = slice_before(text, quantity.number_start, THRESHOLDS.caption_before)
    return bool(FRAGMENT_BEFORE.search(before) or NUMBER_SIGN_BEFORE.search(before))


def is_in_address(text: str, quantity: Quantity) -> bool:
    """Return whether the word that contains the number is a web address, an attribute or an e-mail address."""
    reach = THRESHOLDS.word_reach
    first, last = max(0, quantity.number_start - reach), quantity.end + reach
    start = max(first, text.rfind(" ", first, quantity.number_start) + 1)
    end = text.find(" ", quantity.end, last)
    return bool(_WEB_ADDRESS.search(text[start : end if end > 0 else last]))


def is_fragment(text: str, quantity: Quantity) -> bool:
    """Return whether the digits are a piece of something else: a telephone number, a list's mark, a code."""
    written = text[quantity.number_start : quantity.end]
    before = slice_before(text, quantity.number_start, THRESHOLDS.word_reach)
    ends_in_digit = written[-1].isdigit()
    return bool(
        (_YEAR.fullmatch(written) and CIRCA_BEFORE.search(before))
        or _LEADING_ZERO.match(written)
        or _JOINED_BEFORE.search(before)
        or (ends_in_digit and _JOINED_AFTER.match(text, quantity.end))
        or (not before.strip() and _LIST_MARK_AFTER.match(text, quantity.end))
        or (ends_in_digit and _LETTER_AFTER.match(text, quantity.end))
        or _RESOLUTION.fullmatch(written)
        or _CODE.match(text, quantity.number_start)
        or (quantity.kind == "count" and _DASH_AND_DIGIT_AFTER.match(text, quantity.end))
    )


def is_bracketed(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether it stands in brackets after a name ("Brodin (25)": age, shirt, minute) or a number."""
    if text[
        max(0, quantity.number_start - 1) : quantity.number_start
    ] != "(" or not text.startswith(")", quantity.end):
        return False
    return tokens.start > 1 and tokens.doc[tokens.start - 2].tag_ in NUMBER_OR_NAME_TAGS
