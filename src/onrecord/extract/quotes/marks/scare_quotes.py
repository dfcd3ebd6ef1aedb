"""Scare quotes: words in marks that name a programme, a book or a movement, or look like a title.

In: quoted words and their block. Out: yes or no. Out of scope: what is said (`onrecord.extract.quotes.assembly.attribution`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.punctuation import (
    EMPHATIC_END_MARKS,
    POSSESSIVE_ENDINGS,
    QUOTE_END_MARKS,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
    from onrecord.records import Block

_WORD = re.compile(r"\w+")


def is_name_of_work(quoted: QuotedSpan, block: Block, text: str) -> bool:
    """Return whether the words name a programme, a book or a movement inside a sentence (said on “Morning Harbour”)."""
    before = next(
        (t for t in reversed(block.doc) if block.at(t) < quoted.start and t.is_alpha), None
    )
    words = _list_words(quoted, text)
    if before is None or not words or not _is_capitalised(words):
        return False
    between = text[block.at(before) + len(before.text) : quoted.start].strip(" ")
    last_character = quoted.read_last_character(text)
    is_after_the = before.lower_ == "the" and last_character != ","
    is_governed = not between and (before.tag_ == "IN" or is_after_the)
    if len(words) > THRESHOLDS.work_name_words or last_character in EMPHATIC_END_MARKS:
        return False
    return is_governed or between in POSSESSIVE_ENDINGS


def is_like_title(quoted: QuotedSpan, text: str) -> bool:
    """Return whether the words look like a title or a word set apart, rather than something said."""
    words = _list_words(quoted, text)
    is_sentence = quoted.read_last_character(text) in QUOTE_END_MARKS
    is_short_title = len(words) <= THRESHOLDS.title_words and _is_capitalised(words)
    return (len(words) < 3 and not is_sentence) or is_short_title


def _list_words(quoted: QuotedSpan, text: str) -> list[str]:
    return _WORD.findall(text[quoted.parts[0][0] : quoted.parts[-1][1]])


def _is_capitalised(words: list[str]) -> bool:
    """Return whether all words but short ones begin with a capital, as in a title."""
    return all(word[0].isupper() for word in words if len(word) > THRESHOLDS.minor_word_letters)
