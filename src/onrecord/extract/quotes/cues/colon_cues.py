"""Colon nouns: nouns that bring in words in marks after a colon ("His message to the crews was blunt: “…”").

In: a Doc, a colon's place, which tokens are quoted. Out: a `Cue` or None. Out of scope: nouns nobody owns, and nouns of
things with a title ("Her latest book: “…”").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.function_words import (
    COLON_COPULAS,
    FIRST_OR_SECOND_POSSESSIVES,
    SENDER_PREPOSITIONS,
)
from onrecord.extract.quotes.en.labels import OBLIQUE_OR_NOMINAL_LABELS
from onrecord.extract.quotes.en.nouns import COLON_NOUNS
from onrecord.extract.quotes.en.punctuation import FULL_STOP_OR_SEMICOLON
from onrecord.extract.quotes.en.verbs import COLON_NOUN_VERBS
from onrecord.extract.quotes.speakers.animacy import is_animate_or_document
from onrecord.extract.quotes.speakers.speaker_phrase import find_speaker_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.dependencies import find_noun_phrase, read_lemma
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS, POSSESSIVE_LABELS
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS, FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_colon_noun(doc: Doc, colon: int, quoted: frozenset[int]) -> Cue | None:
    """Return the noun that brings in what follows the colon at token `colon`, with whose word it is, or None."""
    start = max(doc[colon - 1].sent.start, colon - THRESHOLDS.colon_noun_gap) if colon else 0
    for noun in doc[start:colon]:
        if (
            noun.i in quoted
            or noun.lemma_.lower() not in COLON_NOUNS
            or noun.tag_ not in COMMON_NOUN_TAGS
        ):
            continue
        if noun.dep_ == "compound" or not _is_tied_to_colon(doc, noun, colon, quoted):
            continue
        whose = (
            _find_possessor(doc, noun)
            or _find_light_verb_subject(noun, quoted)
            or _find_sender(noun, colon)
        )
        if (
            whose is not None
            and whose[1].lower_ not in FIRST_OR_SECOND_POSSESSIVES
            and is_animate_or_document(whose[1])
        ):
            first, head, source = whose
            return Cue(first, noun.i, noun.lemma_.lower(), head, source)
    return None


def _is_tied_to_colon(doc: Doc, noun: Token, colon: int, quoted: frozenset[int]) -> bool:
    """Return whether only what it is about, and how it was, stands between the noun and the colon."""
    between = doc[noun.i + 1 : colon]
    verbs = [token for token in between if token.tag_ in FINITE_TAGS]
    broken = any(token.i in quoted or token.text in FULL_STOP_OR_SEMICOLON for token in between)
    return not broken and len(verbs) <= 1 and all(verb.lower_ in COLON_COPULAS for verb in verbs)


def _find_possessor(doc: Doc, noun: Token) -> tuple[int, Token, tuple[int, int]] | None:
    """Return the cue's first token, head and span of "his" or "Hale’s" before the noun."""
    child = next((left for left in noun.lefts if left.dep_ in POSSESSIVE_LABELS), None)
    if child is None or noun.dep_ in OBLIQUE_OR_NOMINAL_LABELS:
        return None
    last = child.right_edge.i
    while last > child.i and doc[last].tag_ == "POS":
        last -= 1
    return noun.i, child, (child.left_edge.i, last)


def _find_light_verb_subject(
    noun: Token, quoted: frozenset[int]
) -> tuple[int, Token, tuple[int, int]] | None:
    """Return the same of the subject of "had one message", "issued a warning"."""
    verb = noun.head
    if (
        noun.dep_ not in DIRECT_OBJECT_LABELS
        or verb.tag_ not in FINITE_TAGS
        or read_lemma(verb) not in COLON_NOUN_VERBS
    ):
        return None
    heard = find_speaker_phrase(verb, read_lemma(verb), quoted)
    return (verb.i, *heard) if heard is not None and heard[1][1] < verb.i else None


def _find_sender(noun: Token, colon: int) -> tuple[int, Token, tuple[int, int]] | None:
    """Return the same of "from the dockers" after the noun."""
    for child in noun.rights:
        case = next((left for left in child.lefts if left.lower_ in SENDER_PREPOSITIONS), None)
        if child.dep_ == "nmod" and case is not None and child.right_edge.i < colon:
            phrase = find_noun_phrase(child)
            return noun.i, child, (max(phrase.start, case.i + 1), phrase.end - 1)
    return None
