"""Subcategorisation frames: which phrase after a verb holds what it attributes, and how far that phrase reaches.

In: a verb in a Doc with its lemma. Out: a `FrameMatch`: the kind of speech, where the cue ends, and the content's tokens.
Out of scope: who it is attributed to (`onrecord.extract.quotes.attitudes.private_states`).

Source: Levin, English Verb Classes (1993): which classes take a clause, an infinitive, an object, a preposition.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.extract.quotes.attitudes.verb_complements import (
    find_clause_complement,
    find_infinitive_complement,
    find_object,
    find_object_and_preposition,
    find_object_infinitive,
    find_object_predicate,
    find_prepositional_complement,
)
from onrecord.extract.quotes.content.phrase_boundaries import cut_before_addition
from onrecord.extract.quotes.cue import TokenSpans
from onrecord.extract.quotes.en.frames import (
    CLAUSE_VERBS,
    INFINITIVE_VERBS,
    OBJECT_INFINITIVE_VERBS,
    OBJECT_PREPOSITION_VERBS,
    OBJECT_VERBS,
    PHRASAL_VERBS,
    PREDICATIVE_VERBS,
    PREPOSITION_VERBS,
)
from onrecord.extract.quotes.en.labels import DOCUMENT_COMPLEMENT_LABELS
from onrecord.extract.quotes.en.punctuation import CLAUSE_MARKS
from onrecord.extract.quotes.en.tags import CLAUSE_BREAK_TAGS
from onrecord.extract.quotes.en.verbs import DOCUMENT_VERBS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.inflections import inflect_verb
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS, PARTICLE_LABELS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class FrameMatch(NamedTuple):
    """What a verb attributes by its frame: the kind of speech, the end of the cue, and the content's tokens."""

    speech: str
    cue_end: int
    spans: TokenSpans


FramePattern = Callable[["Doc", "Token", str], FrameMatch | None]


def match_frames(doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]) -> FrameMatch | None:
    """Return what the first frame of the verb's lemma that fits holds, or None."""
    for match in FRAMES:
        if (frame := match(doc, verb, lemma)) is not None:
            return frame
    return _match_quoted_object(doc, verb, lemma, quoted)


def _match_phrasal_verb(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    """Return what a verb with its particle takes ("ruled out subsidies", "called out his rival for lying"), or None."""
    after = doc[min(verb.i + 1, len(doc) - 1)]
    particle = next((c for c in verb.rights if c.dep_ in PARTICLE_LABELS), None)
    particle = after if after.tag_ == "RP" else particle
    if particle is None:
        return None
    speech = PHRASAL_VERBS.get(f"{lemma}_{particle.lower_}")
    span = find_object(doc, verb) if speech is not None else None
    if speech is None or span is None:
        return None
    is_inside = particle.i < span.end - 1
    start = max(span.start, particle.i + 1) if is_inside else span.start
    cue_end = max(verb.i, particle.i if particle.i < start else verb.i) + 1
    return FrameMatch(speech, cue_end, (TokenSpan(start, span.end),))


def _match_object_infinitive(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    """Return who is asked to do what ("urged them to leave", "called on the council to act"), or None."""
    speech = _get_speech(OBJECT_INFINITIVE_VERBS, lemma)
    frame = find_object_infinitive(doc, verb, lemma) if speech is not None else None
    if speech is None or frame is None:
        return None
    cue_end, span = frame
    return FrameMatch(speech, cue_end, (span,))


def _match_clause(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    speech = _get_speech(CLAUSE_VERBS, lemma)
    return _build_match(speech, verb, find_clause_complement(doc, verb) if speech else None)


def _match_infinitive(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    speech = _get_speech(INFINITIVE_VERBS, lemma)
    return _build_match(speech, verb, find_infinitive_complement(doc, verb) if speech else None)


def _match_object_predicate(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    """Return an object with what it is called ("called the plan a mess"), or None."""
    if lemma not in PREDICATIVE_VERBS:
        return None
    return _build_match("judged", verb, find_object_predicate(doc, verb))


def _match_object_and_preposition(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    """Return what follows the preposition after an object, with the object where that is judged, or None."""
    if lemma not in OBJECT_PREPOSITION_VERBS:
        return None
    speech, prepositions = OBJECT_PREPOSITION_VERBS[lemma]
    is_judged = verb.lower_ in _list_judging_forms()
    span = find_object_and_preposition(doc, verb, prepositions, with_object=is_judged)
    return _build_match(speech, verb, span)


def _match_object(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    """Return the verb's object ("praised the crew for …"), or None; who is cited is no content."""
    speech = _get_speech(OBJECT_VERBS, lemma)
    if speech is None or (lemma == "cite" and _has_name_as_object(verb)):
        return None
    return _build_match(speech, verb, find_object(doc, verb))


def _match_preposition(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    """Return what follows a preposition of the verb ("called for an inquiry"), or None."""
    if lemma not in PREPOSITION_VERBS:
        return None
    speech, prepositions = PREPOSITION_VERBS[lemma]
    frame = find_prepositional_complement(doc, verb, prepositions)
    return FrameMatch(speech, frame[0], (frame[1],)) if frame is not None else None


def match_document_verb(doc: Doc, verb: Token, lemma: str) -> FrameMatch | None:
    """Return what a document shows ("The poll shows Holt leading", "The audit found faults"), or None.

    "Video showing the crash" says what a noun is like, and attributes nothing.
    """
    is_finite = verb.tag_ != "VBG" or any(child.dep_ == "aux" for child in verb.lefts)
    is_after_comma = bool(verb.i) and doc[verb.i - 1].text == ","
    if lemma not in DOCUMENT_VERBS or not (is_finite or is_after_comma):
        return None
    complements = [child for child in verb.rights if child.dep_ in DOCUMENT_COMPLEMENT_LABELS]
    span = find_object(doc, verb)
    if span is None and complements and complements[0].left_edge.i == verb.i + 1:
        span = TokenSpan(verb.i + 1, complements[-1].right_edge.i + 1)
    if span is None:
        return None
    end = cut_before_addition(doc, span.end - 1, max(span.end, verb.right_edge.i + 1))
    return FrameMatch("said", verb.i + 1, (TokenSpan(span.start, end),))


def _match_quoted_object(
    doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]
) -> FrameMatch | None:
    """Return an object with quoted words after it, where the parse is wrong ("called the plan “a disgrace”"), or None."""
    if lemma not in PREDICATIVE_VERBS and _get_speech(OBJECT_VERBS, lemma) is None:
        return None
    limit = min(verb.i + THRESHOLDS.quoted_object_gap, verb.sent.end)
    for token in doc[verb.i + 1 : limit]:
        if token.i in quoted:
            end = token.i + 1
            while end in quoted:
                end += 1
            is_phrase = end > token.i + 1
            return _build_match("judged", verb, TokenSpan(verb.i + 1, end) if is_phrase else None)
        if token.tag_ in CLAUSE_BREAK_TAGS or token.text in CLAUSE_MARKS:
            return None
    return None


FRAMES: tuple[FramePattern, ...] = (
    _match_phrasal_verb,
    _match_object_infinitive,
    _match_clause,
    _match_infinitive,
    _match_object_predicate,
    _match_object_and_preposition,
    _match_object,
    _match_preposition,
    match_document_verb,
)
"""Tried in order."""


def _build_match(speech: str | None, verb: Token, span: TokenSpan | None) -> FrameMatch | None:
    """Return the match of a cue that is the verb alone, or None where it has no content."""
    if speech is None or span is None:
        return None
    return FrameMatch(speech, verb.i + 1, (span,))


def _get_speech(verbs_by_speech: dict[str, frozenset[str]], lemma: str) -> str | None:
    """Return the first kind of speech whose verbs hold the lemma, or None."""
    return next((speech for speech, verbs in verbs_by_speech.items() if lemma in verbs), None)


def _has_name_as_object(verb: Token) -> bool:
    return any(c.dep_ in DIRECT_OBJECT_LABELS and c.tag_ == "NNP" for c in verb.rights)


@cache
def _list_judging_forms() -> frozenset[str]:
    """Return forms of verbs that judge or suspect their object ("accused him of …")."""
    lemmas = {
        lemma
        for lemma, (speech, _) in OBJECT_PREPOSITION_VERBS.items()
        if speech in {"judged", "believed"}
    }
    return frozenset(form for lemma in lemmas for form in inflect_verb(lemma))
