"""Adjective cues: adjectives and prepositions of attitude ("is confident that", "is critical of", "is against").

In: an adjective or preposition in a Doc. Out: `AttitudeMatch`. Out of scope: nouns
(`onrecord.extract.quotes.attitudes.nominal_cues`) and verbs (`onrecord.extract.quotes.attitudes.private_states`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import cut_before_addition, has_content
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.adjectives import ATTITUDE_ADJECTIVES, PLAIN_OR_CLEAR
from onrecord.extract.quotes.en.function_words import (
    ADJECTIVE_PREPOSITIONS,
    ATTITUDE_COPULAS,
    CLAUSE_OPENERS,
)
from onrecord.extract.quotes.en.labels import CLAUSAL_OR_ADVERBIAL_LABELS
from onrecord.extract.quotes.en.nouns import FAVOUR
from onrecord.extract.quotes.speakers.animacy import is_animate
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.extract.quotes.subjects import has_nominal_subject
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.dependency_labels import (
    CASE_OR_MARKER_LABELS,
    COPULA_OR_PASSIVE_AUXILIARY_LABELS,
)
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.syntax.verb_group import is_negated, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_in_favour(doc: Doc, of: int) -> bool:
    """Return whether the words before "of" at token `of` are "in favour"."""
    return of > 2 and doc[of - 1].lower_ in FAVOUR and doc[of - 2].lower_ == "in"


def match_stance(doc: Doc, word: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what somebody "is against" or "is in favour of", or None; `word` is "against" or "of"."""
    copula = word.i - (1 if word.lower_ == "against" else 3)
    while copula > 0 and doc[copula].tag_ == "RB":
        copula -= 1
    if doc[copula].lower_ not in ATTITUDE_COPULAS or word.i + 1 >= len(doc):
        return None
    top = word
    while top.head != top and not has_nominal_subject(top):
        top = top.head
    source = find_source_phrase(top, top.lemma_, quoted)
    if source is None or not is_animate(source.head):
        return None
    if source.span.end > copula or top.sent != word.sent:
        return None
    start, phrase_end = word.i + 1, max(top.right_edge.i, word.head.right_edge.i) + 1
    spans = trim_spans(doc, (TokenSpan(start, cut_before_addition(doc, start, phrase_end)),))
    if not has_content(doc, spans):
        return None
    lemma = "against" if word.lower_ == "against" else "favour"
    return AttitudeMatch(
        Cue(copula, word.i + 1, lemma, source, is_negated(top), speech="judged"), spans
    )


def match_adjective(doc: Doc, word: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what somebody is sure of, worried about, eager to do or critical of, or None."""
    low = word.lower_
    speech = next((kind for kind, words in ATTITUDE_ADJECTIVES.items() if low in words), None)
    if speech is None or word.i + 1 >= len(doc):
        return None
    copulas = (c for c in word.lefts if c.dep_ in COPULA_OR_PASSIVE_AUXILIARY_LABELS)
    copula = next(copulas, None)
    predicate = word if copula is not None else word.head
    verb = copula if copula is not None else word.head
    makes_clear = _is_made_clear(word, verb)
    if verb.i > word.i or not (makes_clear or _is_attitude_verb(word, verb)):
        return None
    content = _find_adjective_content(doc, word)
    if content is None or not _has_unquoted_subject(predicate, quoted):
        return None
    source = find_source_phrase(predicate, low, quoted)
    if source is None or not is_animate(source.head) or source.head.lower_ == "it":
        return None
    cue_end, span = content
    spans, start = trim_spans(doc, (span,)), min(verb.i, word.i)
    if not spans or source.span.end > start:
        return None
    negated = is_negated(word) or is_negated(verb)
    speech = "said" if makes_clear else speech
    return AttitudeMatch(Cue(start, cue_end, low, source, negated, speech=speech), spans)


def _is_made_clear(word: Token, verb: Token) -> bool:
    """Return whether it is "made clear", which is something said."""
    is_clear = word.lower_ in PLAIN_OR_CLEAR and read_lemma(verb) == "make"
    return is_clear and word.i - verb.i <= THRESHOLDS.made_clear_gap


def _is_attitude_verb(word: Token, verb: Token) -> bool:
    """Return whether the verb joins somebody to the adjective, or is the adjective itself ("The ministry worried about the price.")."""
    is_mistagged = verb == word and word.lower_.endswith("ed")
    return verb.lower_ in ATTITUDE_COPULAS or is_mistagged


def _has_unquoted_subject(predicate: Token, quoted: frozenset[int]) -> bool:
    subject = next((c for c in predicate.lefts if c.dep_.startswith("nsubj")), None)
    return subject is not None and subject.i not in quoted


def _find_adjective_content(doc: Doc, word: Token) -> tuple[int, TokenSpan] | None:
    """Return where the cue ends, and the tokens after "confident that", "eager to" or "critical of"; or None."""
    opener, after = doc[word.i + 1], word.i + 1
    head = opener.head
    end = head.right_edge.i + 1
    if word.lower_ in ATTITUDE_ADJECTIVES["believed"]:
        span = _find_belief_clause(doc, word)
        if span is not None:
            return after, span
    if head.i <= opener.i:
        return None
    if opener.tag_ == "TO" and head.tag_ == "VB":
        is_wanted = word.lower_ in ATTITUDE_ADJECTIVES["wanted"]
        span = TokenSpan(after, cut_before_addition(doc, after, end))
        return (after, span) if is_wanted else None
    if opener.lower_ in ADJECTIVE_PREPOSITIONS and opener.dep_ in CASE_OR_MARKER_LABELS:
        return after + 1, TokenSpan(after + 1, cut_before_addition(doc, after, end))
    return None


def _find_belief_clause(doc: Doc, word: Token) -> TokenSpan | None:
    """Return the clause after "confident that" or "sure whether", or right after the adjective ("glad it was over"), or None."""
    opener, after = doc[word.i + 1], word.i + 1
    is_marked = opener.dep_ == "mark" and opener.lower_ in CLAUSE_OPENERS
    if is_marked and opener.head.i > opener.i:
        end = cut_before_addition(doc, after, opener.head.right_edge.i + 1)
        return TokenSpan(after + (opener.lower_ == "that"), end)
    for child in word.rights:
        is_bare = child.dep_ in CLAUSAL_OR_ADVERBIAL_LABELS and child.left_edge.i == after
        if is_bare and has_nominal_subject(child) and opener.tag_ != "IN":
            return TokenSpan(after, cut_before_addition(doc, after, child.right_edge.i + 1))
    return None
