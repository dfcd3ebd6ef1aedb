"""Introducing verbs: verbs that attribute the quoted words, or the paragraph, that follow them ("The captain echoed: “…”").

In: a block's Doc, a place in it, and which tokens are quoted. Out: a `Cue` or None. Out of scope: verbs after quoted words
(`onrecord.extract.quotes.cues.positional_cues`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue, SourcePhrase
from onrecord.extract.quotes.cues.colon_cues import find_colon_noun
from onrecord.extract.quotes.en.function_words import PARTICLES
from onrecord.extract.quotes.en.labels import COPULA_OR_AUXILIARY_LABELS
from onrecord.extract.quotes.en.punctuation import (
    ANY_MARK_TOKENS,
    CLAUSE_END_MARKS,
    COMMA_OR_COLON,
)
from onrecord.extract.quotes.en.tags import MISTAGGED_VERB_TAGS
from onrecord.extract.quotes.en.verbs import ISSUING_VERBS, NON_SPEECH_VERBS
from onrecord.extract.quotes.lexicon.positional_verbs import (
    is_base_form,
    is_manner_form,
    is_speech_form,
)
from onrecord.extract.quotes.speakers.adjacent_phrases import find_phrase_before
from onrecord.extract.quotes.speakers.animacy import is_animate_or_document
from onrecord.extract.quotes.speakers.shallow_subjects import find_shallow_subject
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.tag_sets import BASE_OR_GERUND_TAGS, COMMON_NOUN_TAGS, TENSED_TAGS
from onrecord.language.syntax.verb_group import is_negated, is_passive, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.language.syntax.token_span import TokenSpan


def find_verb_before(doc: Doc, before: int, span: TokenSpan, quoted: frozenset[int]) -> Cue | None:
    """Return the verb that introduces the quoted tokens `span`, or None.

    It is token `before` itself, or a verb before the colon or comma there.
    """
    mark = doc[before]
    if mark.lower_.removesuffix("s") == "read" and mark.tag_ in COMMON_NOUN_TAGS:
        return _find_inscription(doc, before)
    if (is_speech_form(mark) or is_manner_form(mark)) and (
        repair_tag(mark) not in BASE_OR_GERUND_TAGS
    ):
        source = find_shallow_subject(doc, before, quoted)
        speaks = source is not None and is_animate_or_document(source.head)
        return Cue(before, before + 1, read_lemma(mark), source) if speaks else None
    if mark.text not in COMMA_OR_COLON:
        return None
    if (cue := _find_mistagged_verb(doc, before - 1, quoted)) is not None:
        return cue
    is_sentence = span.end - span.start >= 3 and doc[span.start].text[:1].isupper()
    if mark.text == ":" and not is_sentence:
        return None
    verb = _find_verb_in_clause(doc, before, quoted)
    return _build_animate_cue(verb, quoted) if verb is not None else None


def _find_inscription(doc: Doc, verb: int) -> Cue | None:
    """Return the "read" of "The banner read “No more cuts”", which is tagged as a noun, or None."""
    source = find_phrase_before(doc, doc[verb].sent.start, verb)
    is_thing = source is not None and source.head.tag_ in COMMON_NOUN_TAGS
    return Cue(verb, verb + 1, "read", source) if is_thing else None


def _find_verb_in_clause(doc: Doc, mark: int, quoted: frozenset[int]) -> Token | None:
    """Return the nearest verb before the colon or comma at `mark` that may introduce quoted words, or None.

    Before a comma it is one of manner; before a colon it may be any verb of saying or doing.
    """
    start = max(doc[mark].sent.start, mark - THRESHOLDS.positional_cue_gap)
    for token in reversed(doc[start:mark]):
        if token.i in quoted or token.text in CLAUSE_END_MARKS or token.text in ANY_MARK_TOKENS:
            return None
        if not _is_manner_verb(token, mark) and not (
            doc[mark].text == ":"
            and repair_tag(token) in TENSED_TAGS
            and read_lemma(token) not in NON_SPEECH_VERBS
        ):
            continue
        if not is_passive(token) and token.dep_ not in COPULA_OR_AUXILIARY_LABELS:
            return token
    return None


def _is_manner_verb(token: Token, mark: int) -> bool:
    if not is_manner_form(token):
        return False
    is_verb = repair_tag(token) in TENSED_TAGS | {"VBG"}
    return is_verb or (token.i == mark - 1 and _is_mistagged_past(token))


def _build_animate_cue(verb: Token, quoted: frozenset[int]) -> Cue | None:
    """Return the cue of the verb where its source may speak or is a document, else None."""
    source = find_source_phrase(verb, read_lemma(verb), quoted)
    if source is None or not is_animate_or_document(source.head):
        return None
    return build_cue(verb, source, quoted)


def find_announcing_cue(doc: Doc, quoted: frozenset[int]) -> Cue | None:
    """Return what introduces the next paragraph before the colon that ends this one ("The captain echoed:"), or None."""
    colon = next((token.i for token in reversed(doc) if not token.is_space), 0)
    if colon < 2 or doc[colon].text != ":" or colon - 1 in quoted:
        return None
    verb = doc[colon - 1]
    cue = _find_mistagged_verb(doc, verb.i, quoted) or _find_issuing_verb(doc, colon, quoted)
    if cue is None and repair_tag(verb) in TENSED_TAGS and is_manner_form(verb):
        cue = _build_animate_cue(verb, quoted)
    return cue or find_colon_noun(doc, colon, quoted)


def _find_issuing_verb(doc: Doc, colon: int, quoted: frozenset[int]) -> Cue | None:
    """Return the verb that puts out a document before the colon ("The mayor released the following statement:"), or None."""
    start = doc[colon].sent.start
    tokens = reversed(doc[start:colon])
    verb = next((t for t in tokens if t.i not in quoted and repair_tag(t) in TENSED_TAGS), None)
    if verb is None or read_lemma(verb) not in ISSUING_VERBS:
        return None
    nouns = {word.lemma_.lower() for word in doc[verb.i + 1 : colon] if word.tag_[:2] == "NN"}
    return _build_animate_cue(verb, quoted) if nouns & DOCUMENTS else None


def _find_mistagged_verb(doc: Doc, index: int, quoted: frozenset[int]) -> Cue | None:
    """Return a verb of saying right before a colon or comma that is tagged as a noun ("Article 9 affirms: “…"), or None."""
    if doc[index].lower_ in PARTICLES and index:
        index -= 1  # "he shot back:"
    word = doc[index]
    if word.tag_ == "NN" and is_base_form(word):
        return None  # "at one point,"
    if not (is_speech_form(word) or is_manner_form(word)) or index in quoted or not word.is_lower:
        return None
    if repair_tag(word) not in MISTAGGED_VERB_TAGS or is_passive(word):
        return None
    source = find_shallow_subject(doc, index, quoted)
    return Cue(index, index + 1, read_lemma(word), source) if source is not None else None


def _is_mistagged_past(token: Token) -> bool:
    """Return whether a participle without an auxiliary, joined to another verb, must be a past tense."""
    is_joined = token.tag_ == "VBN" and token.dep_ == "conj"
    return is_joined and not any(
        child.dep_.startswith("aux") for child in (*token.lefts, *token.head.lefts)
    )


def build_cue(verb: Token, source: SourcePhrase | None, quoted: frozenset[int]) -> Cue:
    """Return the cue of the verb, with its particle ("shot back"); what is in quotation marks does not negate it."""
    doc, end = verb.doc, verb.i + 1
    if end < len(doc) and doc[end].lower_ in PARTICLES and doc[end].head == verb:
        end += 1
    return Cue(verb.i, end, read_lemma(verb), source, is_negated(verb, quoted))
