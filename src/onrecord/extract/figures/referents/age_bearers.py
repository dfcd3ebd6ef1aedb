"""Bearers of ages: the noun of who or what is so old, and its phrase.

In: the tokens of an age. Out: the noun before, after or as subject, and its words. Out of scope: which numbers are ages (`ages`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.age_words import OLD_PARTS
from onrecord.extract.figures.en.tags import AFTER_AGE_TAGS, CLAUSE_TAG_STEMS, NOT_IN_BEARER_TAGS
from onrecord.extract.figures.referents.phrase_boundaries import find_first_token
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.syntax.dependency_labels import SUBJECT_LABELS
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import (
    NOUN_TAGS,
    RELATIVE_PRONOUN_TAGS,
    SINGULAR_OR_PROPER_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def find_age_subject(tokens: Span) -> Token | None:
    """Return the subject of the age as predicate ("he is 82"), or of the verb right above ("turned 50")."""
    for head in (tokens[-1], tokens[0], tokens.root, tokens.root.head):
        is_copular = any(child.dep_ == "cop" for child in head.children)
        if is_copular or head.tag_.startswith("VB"):
            subject = next((child for child in head.children if child.dep_ in SUBJECT_LABELS), None)
            if subject is not None and subject.i < tokens.start:
                return subject
    return None


def find_adjacent_noun(quantity: Quantity, tokens: Span) -> Token | None:
    """Return the noun right before the age: "pupils between 18 and 40 years old"."""
    first = find_first_token(quantity, tokens)
    before = tokens.doc[first - 1] if first else None
    return before if before is not None and before.tag_ in SINGULAR_OR_PROPER_TAGS else None


def find_noun_after_age(tokens: Span, end: int) -> Token | None:
    """Return the noun after "23-year-old", which ends at code point `end` of the block."""
    noun = None
    for token in tokens.doc[tokens.end : tokens.end + THRESHOLDS.bearer_words_after]:
        if token.idx < end:
            continue
        if token.tag_ not in AFTER_AGE_TAGS:
            break
        if token.tag_ in NOUN_TAGS:
            noun = token
    return noun


def find_noun_before_age(tokens: Span) -> Token | None:
    """Return the noun before "aged": "two men, aged 19 and 24"."""
    start = max(0, tokens.start - THRESHOLDS.bearer_words_before)
    for token in reversed(tokens.doc[start : tokens.start]):
        if token.lower_.startswith("age"):
            continue
        if token.tag_ in NOUN_TAGS:
            return token
        if token.tag_[:2] in CLAUSE_TAG_STEMS:
            return None
    return None


def find_bearer_phrase(bearer: Token | None, tokens: Span) -> Span | None:
    """Return the noun phrase of who is so old, without the age's own words, or None.

    Args:
        bearer: the noun of who is so old, or None.
        tokens: the tokens of the age's number and unit.

    """
    if bearer is not None and bearer.tag_ in RELATIVE_PRONOUN_TAGS:
        clause = next((above for above in bearer.ancestors if above.dep_ == "acl:relcl"), None)
        bearer = clause.head if clause is not None else bearer
    if bearer is None or bearer.tag_ not in NOUN_TAGS:
        return None
    doc, phrase = bearer.doc, find_noun_phrase(bearer)
    start, end = phrase.start, bearer.i + 1
    if bearer.i >= tokens.end:
        while start < bearer.i and (start < tokens.end or doc[start].lower_ in OLD_PARTS):
            start += 1
    else:
        end = min(phrase.end, end)
    last = doc[end - 1]
    while last.tag_ == "NNP" and start > doc[start].sent.start and doc[start - 1].tag_ == "NNP":
        start -= 1
    while start < last.i and doc[start].tag_ in NOT_IN_BEARER_TAGS:
        start += 1
    return doc[start:end]
