"""Marked names: words in marks that name a programme, a book or a movement, or look like a title.

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
    doc = block.doc
    before = next((t for t in reversed(doc) if block.at(t) < quoted.start and t.is_alpha), None)
    words = _WORD.findall(text[quoted.parts[0][0] : quoted.parts[-1][1]])
    long = [word for word in words if len(word) > 3 or word[0].isupper()]
    if before is None or not words or not all(word[0].isupper() for word in long):
        return False
    between = text[block.at(before) + len(before.text) : quoted.start].strip(" ")
    ends = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:]
    the = before.lower_ == "the" and ends != ","
    leads = between in POSSESSIVE_ENDINGS or (not between and (before.tag_ == "IN" or the))
    return len(words) <= THRESHOLDS.work_name_words and ends not in EMPHATIC_END_MARKS and leads


def is_like_title(quoted: QuotedSpan, text: str) -> bool:
    """Return whether the words look like a title or a word set apart, rather than something said."""
    words = _WORD.findall(text[quoted.parts[0][0] : quoted.parts[-1][1]])
    long = [word for word in words if len(word) > 3 or word[0].isupper()]
    ended = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:] in QUOTE_END_MARKS
    return (len(words) < 3 and not ended) or (
        len(words) < 10 and all(word[0].isupper() for word in long)
    )
