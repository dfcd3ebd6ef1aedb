"""Colon cues: nouns that introduce quoted words after a colon ("His message to the crews was blunt: “…”").

In: a Doc, a colon's place, which tokens are quoted. Out: a `Cue` or None. Out of scope: nouns without an owner, and nouns
for things with a title ("Her latest book: “…”").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import Cue, SourcePhrase
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
from onrecord.extract.quotes.speakers.possessors import build_possessor_phrase
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS, POSSESSIVE_LABELS
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS, FINITE_TAGS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_colon_noun(doc: Doc, colon: int, quoted: frozenset[int]) -> Cue | None:
    """Return the noun that introduces what follows the colon at token `colon`, with whose word it is, or None."""
    for noun in _iter_colon_nouns(doc, colon, quoted):
        start = noun.i
        source = _find_possessor(noun)
        if source is None and (source := _find_light_verb_subject(noun, quoted)) is not None:
            start = noun.head.i
        if source is None:
            source = _find_sender(noun, colon)
        if source is None or source.head.lower_ in FIRST_OR_SECOND_POSSESSIVES:
            continue
        if is_animate_or_document(source.head):
            return Cue(start, noun.i + 1, noun.lemma_.lower(), source)
    return None


def _iter_colon_nouns(doc: Doc, colon: int, quoted: frozenset[int]) -> Iterator[Token]:
    """Yield the nouns of saying before the colon in its sentence, from which nothing but their manner is between."""
    start = max(doc[colon - 1].sent.start, colon - THRESHOLDS.colon_noun_gap) if colon else 0
    for noun in doc[start:colon]:
        is_noun = noun.lemma_.lower() in COLON_NOUNS and noun.tag_ in COMMON_NOUN_TAGS
        if noun.i in quoted or not is_noun or noun.dep_ == "compound":
            continue
        if _is_tied_to_colon(doc, noun, colon, quoted):
            yield noun


def _is_tied_to_colon(doc: Doc, noun: Token, colon: int, quoted: frozenset[int]) -> bool:
    """Return whether only what the noun is about, and how it was, is between it and the colon."""
    between = doc[noun.i + 1 : colon]
    verbs = [token for token in between if token.tag_ in FINITE_TAGS]
    if any(token.i in quoted or token.text in FULL_STOP_OR_SEMICOLON for token in between):
        return False
    return len(verbs) <= 1 and all(verb.lower_ in COLON_COPULAS for verb in verbs)


def _find_possessor(noun: Token) -> SourcePhrase | None:
    """Return "his" or "Hale’s" before the noun, or None; an oblique noun introduces nothing ("had this to say of her message:")."""
    possessor = next((left for left in noun.lefts if left.dep_ in POSSESSIVE_LABELS), None)
    if possessor is None or noun.dep_ in OBLIQUE_OR_NOMINAL_LABELS:
        return None
    return build_possessor_phrase(possessor)


def _find_light_verb_subject(noun: Token, quoted: frozenset[int]) -> SourcePhrase | None:
    """Return the subject of "had one message", "issued a warning" before the verb, or None."""
    verb, lemma = noun.head, read_lemma(noun.head)
    is_object = noun.dep_ in DIRECT_OBJECT_LABELS and verb.tag_ in FINITE_TAGS
    if not is_object or lemma not in COLON_NOUN_VERBS:
        return None
    source = find_source_phrase(verb, lemma, quoted)
    if source is None or source.span.end > verb.i:
        return None
    return source._replace(pattern=pattern_names.LIGHT_VERB_SUBJECT)


def _find_sender(noun: Token, colon: int) -> SourcePhrase | None:
    """Return "the dockers" of "from the dockers" after the noun, or None."""
    for child in noun.rights:
        case = next((left for left in child.lefts if left.lower_ in SENDER_PREPOSITIONS), None)
        if child.dep_ == "nmod" and case is not None and child.right_edge.i < colon:
            phrase = find_noun_phrase(child)
            span = TokenSpan(max(phrase.start, case.i + 1), phrase.end)
            return SourcePhrase(child, span, pattern_names.BY_PHRASE)
    return None
