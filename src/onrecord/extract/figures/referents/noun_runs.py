"""Noun runs: noun phrases by the tags of their words alone, where the parse is not trusted.

In: tokens. Out: where a phrase that ends at a token starts, and the phrase without what does not belong to it. Out of scope: phrases by
the parse (`language.syntax.phrases`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.en.change_words import RISE_OR_FALL_VERBS
from onrecord.extract.figures.en.referent_words import (
    PHRASE_PREPOSITIONS,
    VAGUE_HEADS,
)
from onrecord.extract.figures.en.tags import (
    DETERMINER_OR_NUMBER_TAGS,
    DETERMINER_TAGS,
    PAST_OR_PARTICIPLE_TAGS,
    PHRASE_JOINT_TAGS,
    PREMODIFIER_OR_CLITIC_TAGS,
)
from onrecord.language.en.function_words import OF_OR_FROM
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def find_run_start(doc: Doc, last: int, start: int) -> int:
    """Return the index of the first token of the noun phrase that ends at `last`, phrases inside it included."""
    index = last
    while index > start and _is_inside_phrase(doc, index, last, start):
        index -= 1
    return index


def _is_inside_phrase(doc: Doc, index: int, last: int, start: int) -> bool:
    """Return whether the token before `index` belongs to the noun phrase from `index` to `last`."""
    before = doc[index - 1]
    if before.lower_ in RISE_OR_FALL_VERBS and before.tag_ in PAST_OR_PARTICIPLE_TAGS:
        return False
    if before.tag_ == "POS" and index - 1 == start:
        return False
    is_modifier = before.tag_ in PREMODIFIER_OR_CLITIC_TAGS | DETERMINER_OR_NUMBER_TAGS
    has_more = index - 1 > start
    is_preposition = (
        before.lower_ in PHRASE_PREPOSITIONS and has_more and doc[index - 2].tag_ in NOUN_TAGS
    )
    is_conjunction = (
        before.tag_ == "CC"
        and before.lower_ == "and"
        and doc[index].tag_ in NOUN_TAGS
        and has_more
        and doc[index - 2].tag_ == doc[last].tag_
    )
    if not (is_modifier or is_preposition or is_conjunction):
        return False
    return doc[index].tag_ not in DETERMINER_TAGS or is_preposition


def trim_run(doc: Doc, start: int, end: int) -> Span | None:
    """Return the phrase without its article, with its of-phrase and without later ones; None where its head is vague."""
    while start < end - 1 and doc[start].tag_ in DETERMINER_OR_NUMBER_TAGS | PHRASE_JOINT_TAGS:
        if doc[start].tag_ == "CD" and doc[start + 1].tag_ == "HYPH":
            break
        start += 1
    for token in doc[start + 1 : end]:
        if token.lower_ in PHRASE_PREPOSITIONS - OF_OR_FROM:
            end = token.i
            break
    head = next(
        (token for token in doc[start:end] if get_neighbour(token).lower_ == "of"), doc[end - 1]
    )
    is_vague = head.lower_ in VAGUE_HEADS or head.tag_ not in NOUN_TAGS
    if is_vague or (doc[start].tag_ == "VBG" and start == end - 1):
        return None
    return doc[start:end]
