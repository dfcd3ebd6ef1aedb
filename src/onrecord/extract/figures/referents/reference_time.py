"""Reference times: for which date a figure holds.

In: a block, a figure's tokens, the page's times. Out: the id of the only date of its sentence, where both stand under the same verb.
Out of scope: the date of the page, and figures of other sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.en.time_words import TIME_BOUND_PREPOSITIONS
from onrecord.language.span_index import SpanIndex
from onrecord.language.syntax.dependencies import find_verb_above
from onrecord.records import Block, Time
from onrecord.records.time import POINT_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Span


def find_reference_time(block: Block, tokens: Span, times: SpanIndex[Time]) -> str | None:
    """Return the id of the only day, month or year of the sentence, if it stands under the same verb; else None."""
    sentence = tokens.sent
    start, end = block.start + sentence.start_char, block.start + sentence.end_char
    points = [time for time in times.find_starting(start, end) if time.type in POINT_TYPES]
    if len(points) != 1 or (points[0].value or "").endswith("_REF"):
        return None
    words = block.tokens_in(points[0].evidence.start, points[0].evidence.end)
    if words is None or (
        words.start and tokens.doc[words.start - 1].lower_ in TIME_BOUND_PREPOSITIONS
    ):
        return None
    if find_verb_above(words.root) != find_verb_above(tokens.root):
        return None
    return points[0].id
