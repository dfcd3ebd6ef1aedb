"""Phrase ends: how far a phrase that a verb or noun ascribes goes on, and whether it tells anything.

In: token spans of a Doc. Out: the same lengthened or cut, and whether a phrase is only a time or says nothing. Out of
scope: which phrase it is (`onrecord.extract.quotes.attitudes.subcategorisation_frames`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import TokenSpans
from onrecord.extract.quotes.en.function_words import (
    ADDITION_OPENERS,
    EMPTY_CONTENT_WORDS,
    TIME_OR_PLACE_PREPOSITIONS,
)
from onrecord.extract.quotes.en.labels import EXTENDABLE_LABELS
from onrecord.extract.quotes.en.punctuation import ADDITION_MARKS
from onrecord.extract.quotes.en.tags import COORDINATOR_OR_ADVERB_TAGS, EMPTY_CONTENT_TAGS
from onrecord.extract.quotes.en.time_words import TIME_WORDS
from onrecord.language.syntax.tag_sets import RELATIVE_PRONOUN_TAGS
from onrecord.records.time import POINT_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def extend_over_adjuncts(doc: Doc, spans: TokenSpans, verb: Token) -> TokenSpans:
    """Return the spans, the last with the phrases right after it that hang on the verb or on its own words.

    "backed a bill with two exceptions": a parse may hang them on the verb. Times and asides are left out.
    """
    first, last = spans[-1]
    end = verb.sent.end
    while last + 1 < end:
        opens = doc[last + 1]
        if (
            opens.is_punct
            or opens.lower_ in TIME_OR_PLACE_PREPOSITIONS
            or opens.tag_ in COORDINATOR_OR_ADVERB_TAGS
            or "nmarked" in opens.dep_
        ):
            break
        top = opens
        while top.head not in (top, verb) and not first <= top.head.i <= last:
            top = top.head
        more = top.dep_ in EXTENDABLE_LABELS and top.i > last
        if not more or top.head == top or is_time_or_place(top):
            break
        last = cut_before_addition(doc, max(last + 1, top.i), max(top.right_edge.i, last + 1))
    return (*spans[:-1], (first, last))


def is_time_or_place(top: Token) -> bool:
    """Return whether a phrase's head is a time or a place of telling, no matter that is told."""
    return top.ent_type_ in POINT_TYPES or top.lower_ in TIME_WORDS or top.dep_ == "obl:unmarked"


def has_content(doc: Doc, spans: TokenSpans) -> bool:
    """Return whether the spans hold more than a pronoun: "denied it" tells nothing by itself."""
    words = [doc[i] for first, last in spans for i in range(first, last + 1) if doc[i].is_alpha]
    return any(
        word.tag_ not in EMPTY_CONTENT_TAGS and word.lower_ not in EMPTY_CONTENT_WORDS
        for word in words
    )


def cut_before_addition(doc: Doc, first: int, last: int) -> int:
    """Return `last`, or the token before a comma after which something is added ("…, which", "…, saying")."""
    for index in range(first + 1, last):
        if doc[index].text not in ADDITION_MARKS:
            continue
        after = doc[index + 1]
        gerund = after.tag_ == "VBG" and after.lower_ != "including"
        adds = gerund or after.tag_ in RELATIVE_PRONOUN_TAGS or after.lower_ in ADDITION_OPENERS
        if doc[index].text != "," or adds:
            return index - 1
    return last
