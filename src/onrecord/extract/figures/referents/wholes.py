"""Wholes: what a quantity is a part of, named before it.

In: the tokens of a quantity. Out: the words of the whole, or None. Out of scope: wholes after the number ("half of all units",
`counted_noun`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.en.referent_words import RELATIVES_OF_WHOLE
from onrecord.extract.figures.en.tags import (
    DETERMINER_OR_NUMBER_TAGS,
    PREMODIFIER_OR_CLITIC_TAGS,
)
from onrecord.extract.figures.referents.noun_runs import find_run_start, trim_run
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.syntax.tag_sets import (
    NOUN_ADJECTIVE_OR_NUMBER_TAGS,
    NOUN_TAGS,
    PARTICIPLE_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def find_whole(tokens: Span, first: int) -> Span | None:
    """Return what the quantity is a part of: "28 beds, of which 26 are full", "Of the 31 tanks promised, 12 came".

    Args:
        tokens: the tokens of its number and unit.
        first: index of its first token, the hedge's.

    """
    following = tokens.doc[tokens.end : tokens.end + 1]
    if not len(following) or following[0].tag_ in NOUN_ADJECTIVE_OR_NUMBER_TAGS:
        return None
    doc, start = tokens.doc, tokens.sent.start
    is_relative = (
        first - 2 > start
        and doc[first - 1].lower_ in RELATIVES_OF_WHOLE
        and doc[first - 2].lower_ == "of"
    )
    if is_relative:
        return _find_antecedent(doc, first - 3, start)
    return _find_fronted_whole(doc, first, start)


def _find_antecedent(doc: Doc, last: int, start: int) -> Span | None:
    """Return the noun phrase before "of which", commas skipped."""
    while last > start and doc[last].text == ",":
        last -= 1
    if doc[last].tag_ not in NOUN_TAGS:
        return None
    return trim_run(doc, find_run_start(doc, last, start), last + 1)


def _find_fronted_whole(doc: Doc, first: int, start: int) -> Span | None:
    """Return the noun phrase of an of-phrase at the beginning of the sentence, right before the quantity's clause."""
    if doc[start].text != "Of" or doc[start + 1].tag_ not in DETERMINER_OR_NUMBER_TAGS:
        return None
    if first - start > THRESHOLDS.verb_reach or doc[first - 1].text != ",":
        return None
    end = start + 1
    inside = DETERMINER_OR_NUMBER_TAGS | PREMODIFIER_OR_CLITIC_TAGS - PARTICIPLE_TAGS
    while end < first and doc[end].tag_ in inside:
        end += 1
    return trim_run(doc, start + 1, end) if doc[end - 1].tag_ in NOUN_TAGS else None
