"""Verb complements: the clause, infinitive, object or prepositional phrase that completes a verb, and how far it reaches.

In: a verb in a Doc. Out: the complement's tokens. Out of scope: which verbs take which
(`onrecord.extract.quotes.attitudes.subcategorisation_frames`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.content.clause_boundaries import extend_over_negation
from onrecord.extract.quotes.content.phrase_boundaries import (
    cut_before_addition,
    is_time_or_place,
)
from onrecord.extract.quotes.en.function_words import (
    MOTION_PREPOSITIONS,
    OBJECT_TAIL_PREPOSITIONS,
    ON_UPON_OR_FOR,
    PREDICATE_PREPOSITIONS,
    QUESTION_WORDS,
    REFLEXIVE_ENDINGS,
    TO_OR_WITH,
)
from onrecord.extract.quotes.en.labels import (
    CLAUSE_CARRIER_LABELS,
    DOCUMENT_COMPLEMENT_LABELS,
    INFINITIVE_CARRIER_LABELS,
    OBJECT_OR_COMPLEMENT_LABELS,
    OBJECT_PREDICATE_LABELS,
    OBJECT_TAIL_LABELS,
    PREPOSITIONAL_LABELS,
)
from onrecord.extract.quotes.en.nouns import NON_TOPIC_NOUNS
from onrecord.extract.quotes.en.tags import (
    NOUN_OR_PRONOUN_PREFIXES,
    PREPOSITION_OR_PARTICLE_TAGS,
)
from onrecord.extract.quotes.en.verbs import NEED_OR_LIKE
from onrecord.extract.quotes.subjects import has_subject
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.dependency_labels import (
    ADVERB_CASE_OR_MARKER_LABELS,
    CASE_OR_MARKER_LABELS,
    COMPLEMENT_CLAUSE_LABELS,
    DIRECT_OBJECT_LABELS,
)
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_clause_complement(doc: Doc, verb: Token) -> TokenSpan | None:
    """Return the clause that completes the verb, with "that", bare or a question, without its "that"; or None."""
    for child in verb.rights:
        if child.dep_ not in CLAUSE_CARRIER_LABELS:
            continue
        opener = doc[child.left_edge.i]
        that = next((m.i for m in child.lefts if m.lower_ == "that" and m.dep_ == "mark"), None)
        is_question = opener.lower_ in QUESTION_WORDS and doc[opener.i - 1].text != ","
        is_bare = has_subject(child) and opener.i <= verb.i + 2
        if that is not None or (child.dep_ == "ccomp" and (is_question or is_bare)):
            start = opener.i if that is None else that + 1
            return _build_span(doc, start, start, child)
    return None


def find_infinitive_complement(doc: Doc, verb: Token) -> TokenSpan | None:
    """Return the infinitive or gerund that completes the verb, with a "not" before it, or None."""
    for child in verb.rights:
        if child.dep_ not in INFINITIVE_CARRIER_LABELS:
            continue
        mark = _find_to(child)
        if mark is not None and _is_own_infinitive(doc, verb, mark):
            return _build_span(doc, extend_over_negation(doc, mark.i), mark.i, child)
        if child.tag_ == "VBG" and child.dep_ == "xcomp" and child.left_edge.i == verb.i + 1:
            return _build_span(doc, child.left_edge.i, child.i, child)
    return None


def _is_own_infinitive(doc: Doc, verb: Token, mark: Token) -> bool:
    """Return whether the verb's own subject does the infinitive: it is near, and no noun is right before it."""
    if mark.i > verb.i + THRESHOLDS.infinitive_gap:
        return False
    return mark.i - 1 == verb.i or doc[mark.i - 1].tag_[:2] not in NOUN_OR_PRONOUN_PREFIXES


def find_object_infinitive(doc: Doc, verb: Token, lemma: str) -> tuple[int, TokenSpan] | None:
    """Return where the cue ends, and the tokens of who is asked with what they are to do; or None."""
    cue_end = verb.i + 1
    if lemma == "call":
        if cue_end >= len(doc) or doc[cue_end].lower_ not in ON_UPON_OR_FOR:
            return None
        cue_end += 1
    for child in verb.rights:
        to = _find_to(child)
        if to is None or child.dep_ not in INFINITIVE_CARRIER_LABELS:
            continue
        between = doc[cue_end : to.i]
        has_noun = any(token.tag_[:2] in NOUN_OR_PRONOUN_PREFIXES for token in between)
        if has_noun and not any(token.is_punct for token in between):
            return cue_end, _build_span(doc, cue_end, to.i, child)
    span = _find_infinitive_of_object(doc, verb) if lemma not in NEED_OR_LIKE else None
    return (cue_end, span) if span is not None else None


def _find_infinitive_of_object(doc: Doc, verb: Token) -> TokenSpan | None:
    """Return the verb's object with the infinitive that the parse attaches to it, or None."""
    noun = next((child for child in verb.rights if child.dep_ in DIRECT_OBJECT_LABELS), None)
    if noun is None:
        return None
    for child in noun.rights:
        to = _find_to(child)
        if to is not None and child.dep_ == "acl":
            return _build_span(doc, noun.left_edge.i, to.i, child)
    return None


def find_object_predicate(doc: Doc, verb: Token) -> TokenSpan | None:
    """Return an object with what it is called ("called the plan a mess", "described it as a mess"), or None."""
    labels = DOCUMENT_COMPLEMENT_LABELS
    first = next((child for child in verb.rights if child.dep_ in labels), None)
    if first is None:
        return None
    for child in verb.rights:
        if child.i > first.i and _is_predicate(child, first):
            return _build_span(doc, first.left_edge.i, first.i, child)
    is_clause = first.dep_ in COMPLEMENT_CLAUSE_LABELS and has_subject(first)
    if is_clause and not first.text.istitle():
        return _build_span(doc, first.left_edge.i, first.i, first)
    return None


def _is_predicate(child: Token, first: Token) -> bool:
    """Return whether the dependent says what `first` is: after "as" or "to", or right after it."""
    if child.dep_ in OBJECT_PREDICATE_LABELS and any(
        left.lower_ in PREDICATE_PREPOSITIONS for left in child.lefts
    ):
        return True
    is_adjacent = child.left_edge.i == first.right_edge.i + 1
    return child.dep_ in OBJECT_OR_COMPLEMENT_LABELS and is_adjacent


def find_object_and_preposition(
    doc: Doc, verb: Token, prepositions: frozenset[str], *, with_object: bool
) -> TokenSpan | None:
    """Return what follows one of the prepositions after the object, `with_object` from the object on; or None."""
    labels = DIRECT_OBJECT_LABELS | {"iobj"}
    noun = next((child for child in verb.rights if child.dep_ in labels), None)
    if noun is None:
        return None
    for child in (*noun.rights, *verb.rights):
        opener = next((left for left in child.lefts if left.lower_ in prepositions), None)
        if child.i <= noun.i or opener is None or opener.dep_ not in CASE_OR_MARKER_LABELS:
            continue
        start = noun.left_edge.i if with_object else opener.i + 1
        return _build_span(doc, start, child.i, child)
    return None


def find_object(doc: Doc, verb: Token) -> TokenSpan | None:
    """Return the verb's object, with the phrases after it that say more of it, or None."""
    nouns = [child for child in verb.rights if child.dep_ in DIRECT_OBJECT_LABELS]
    if len(nouns) == 2 and nouns[1].left_edge.i == nouns[0].right_edge.i + 1:
        # "promised voters a new bridge", but "expects five to ten failures"
        first = nouns[0] if nouns[0].tag_ == "CD" else nouns[1]
        return _build_span(doc, first.left_edge.i, nouns[1].i, nouns[1])
    if not nouns:
        return _find_gerund(doc, verb)
    noun = nouns[0]
    if noun.lower_.endswith(REFLEXIVE_ENDINGS) or noun.left_edge.i > verb.i + 2:
        return None
    end = _extend_over_tail(doc, verb, noun.right_edge.i + 1)
    if end is None:
        return None
    start = noun.left_edge.i
    if all(token.tag_ == "CD" for token in doc[verb.i + 1 : start]):
        start = verb.i + 1  # "expects five to ten more failures"
    return TokenSpan(start, cut_before_addition(doc, noun.i, end))


def _find_gerund(doc: Doc, verb: Token) -> TokenSpan | None:
    """Return the gerund right after the verb, or None."""
    gerund = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
    if gerund is None or gerund.left_edge.i != verb.i + 1:
        return None
    return _build_span(doc, gerund.left_edge.i, gerund.i, gerund)


def _extend_over_tail(doc: Doc, verb: Token, end: int) -> int | None:
    """Return `end`, or the end of phrases after the object that say more of it; None where the object is moved ("backed the car into a wall")."""
    for child in verb.rights:
        if child.left_edge.i != end or child.dep_ not in OBJECT_TAIL_LABELS:
            continue
        if doc[end].lower_ in MOTION_PREPOSITIONS:
            return None
        has_preposition = any(left.lower_ in OBJECT_TAIL_PREPOSITIONS for left in child.lefts)
        if has_preposition and not is_time_or_place(child):
            end = child.right_edge.i + 1
    return end


def find_prepositional_complement(
    doc: Doc, verb: Token, prepositions: frozenset[str]
) -> tuple[int, TokenSpan] | None:
    """Return where the cue ends, and what follows one of the prepositions after the verb; or None.

    A preposition near the verb belongs to the cue ("called for").
    """
    for child in verb.rights:
        is_phrase = child.dep_ in PREPOSITIONAL_LABELS
        if not is_phrase or is_time_or_place(child) or child.lower_ in NON_TOPIC_NOUNS:
            continue
        opener = next((left for left in child.lefts if _is_preposition(left, prepositions)), None)
        if opener is None or not _is_near(doc, verb, opener):
            continue
        span = _build_span(doc, opener.i + 1, opener.i + 1, child)
        cue_end = (opener.i if opener.i <= verb.i + 2 else verb.i) + 1
        return (cue_end, span) if span.end > opener.i + 1 else None
    return None


def _is_preposition(token: Token, prepositions: frozenset[str]) -> bool:
    return (
        token.lower_ in prepositions
        and token.dep_ in ADVERB_CASE_OR_MARKER_LABELS
        and token.tag_ in PREPOSITION_OR_PARTICLE_TAGS
    )


def _is_near(doc: Doc, verb: Token, preposition: Token) -> bool:
    """Return whether no noun or mark is between the verb and the preposition, except in the phrase of an addressee."""
    between = doc[verb.i + 1 : preposition.i]
    is_separated = any(
        token.is_punct or token.tag_[:2] in NOUN_OR_PRONOUN_PREFIXES for token in between
    )
    return not is_separated or _is_addressee_phrase(doc, verb, preposition)


def _is_addressee_phrase(doc: Doc, verb: Token, preposition: Token) -> bool:
    """Return whether all between is to or with whom it is said ("spoke to reporters about")."""
    opener = doc[verb.i + 1]
    phrase = opener.head
    is_addressed = opener.lower_ in TO_OR_WITH and opener.dep_ == "case" and phrase.head == verb
    return is_addressed and phrase.right_edge.i + 1 == preposition.i


def _find_to(child: Token) -> Token | None:
    return next((left for left in child.lefts if left.tag_ == "TO"), None)


def _build_span(doc: Doc, start: int, after: int, child: Token) -> TokenSpan:
    """Return the span from `start` to the end of the child's phrase, cut before an addition that follows token `after`."""
    return TokenSpan(start, cut_before_addition(doc, after, child.right_edge.i + 1))
