"""Phrase boundaries: how far a phrase that a verb or noun governs reaches, and whether it says anything.

In: token spans of a Doc. Out: the same, extended or cut, and whether a phrase is only a time or has no content. Out of
scope: which phrase it is (`onrecord.extract.quotes.attitudes.subcategorisation_frames`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.records.time import POINT_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.extract.quotes.cue import TokenSpans


def extend_over_adjuncts(doc: Doc, spans: TokenSpans, verb: Token) -> TokenSpans:
    """Return the spans, the last with the phrases right after it that depend on the verb or on its own words.

    "backed a bill with two exceptions": the parse may attach them to the verb. Times and asides are left out.
    """
    start, end = spans[-1]
    while end < verb.sent.end and not _is_adjunct_break(doc[end]):
        top = doc[end]
        while top.head not in (top, verb) and not start <= top.head.i < end:
            top = top.head
        is_phrase = top.dep_ in EXTENDABLE_LABELS and top.i >= end
        if not is_phrase or top.head == top or is_time_or_place(top):
            break
        end = cut_before_addition(doc, max(end, top.i), max(top.right_edge.i, end) + 1)
    return (*spans[:-1], TokenSpan(start, end))


def _is_adjunct_break(token: Token) -> bool:
    return (
        token.is_punct
        or token.lower_ in TIME_OR_PLACE_PREPOSITIONS
        or token.tag_ in COORDINATOR_OR_ADVERB_TAGS
        or "nmarked" in token.dep_
    )


def is_time_or_place(top: Token) -> bool:
    """Return whether a phrase's head is the time or place of saying something, not what was said."""
    return top.ent_type_ in POINT_TYPES or top.lower_ in TIME_WORDS or top.dep_ == "obl:unmarked"


def has_content(doc: Doc, spans: TokenSpans) -> bool:
    """Return whether the spans hold more than a pronoun: "denied it" says nothing by itself."""
    return any(
        token.is_alpha
        and token.tag_ not in EMPTY_CONTENT_TAGS
        and token.lower_ not in EMPTY_CONTENT_WORDS
        for start, end in spans
        for token in doc[start:end]
    )


def cut_before_addition(doc: Doc, start: int, end: int) -> int:
    """Return `end`, or the mark after `start` that is followed by an addition ("…, which", "…, saying")."""
    for token in doc[start + 1 : end - 1]:
        if token.text not in ADDITION_MARKS:
            continue
        after = doc[token.i + 1]
        adds = (
            (after.tag_ == "VBG" and after.lower_ != "including")
            or after.tag_ in RELATIVE_PRONOUN_TAGS
            or after.lower_ in ADDITION_OPENERS
        )
        if token.text != "," or adds:
            return int(token.i)
    return end
