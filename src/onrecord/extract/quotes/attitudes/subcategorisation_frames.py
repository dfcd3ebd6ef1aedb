"""Frames: which phrase after a verb holds what it ascribes, and how far that phrase reaches.

In: a verb in a Doc with its lemma. Out: the kind of speech, the cue's last token, and (first, last) token spans of the
content. Out of scope: who it is ascribed to (`onrecord.extract.quotes.attitudes.private_states`).

Source: Levin, English Verb Classes (1993): which classes take a clause, an infinitive, an object, a preposition.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.content.clause_boundaries import extend_over_negation
from onrecord.extract.quotes.content.phrase_boundaries import cut_before_addition, is_time_or_place
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
from onrecord.extract.quotes.en.function_words import (
    MOTION_PREPOSITIONS,
    OBJECT_TAIL_PREPOSITIONS,
    ON_UPON_OR_FOR,
    PREDICATE_PREPOSITIONS,
    QUESTION_WORDS,
    TO_OR_WITH,
)
from onrecord.extract.quotes.en.labels import (
    CLAUSE_CARRIER_LABELS,
    INFINITIVE_CARRIER_LABELS,
    OBJECT_OR_COMPLEMENT_LABELS,
    OBJECT_PREDICATE_LABELS,
    OBJECT_TAIL_LABELS,
    PREPOSITIONAL_LABELS,
)
from onrecord.extract.quotes.en.nouns import NON_TOPIC_NOUNS
from onrecord.extract.quotes.en.punctuation import CLAUSE_MARKS
from onrecord.extract.quotes.en.tags import (
    CLAUSE_BREAK_TAGS,
    NOUN_OR_PRONOUN_PREFIXES,
    PREPOSITION_OR_PARTICLE_TAGS,
)
from onrecord.extract.quotes.en.verbs import DOCUMENT_VERBS, NEED_OR_LIKE
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.inflections import inflect_verb
from onrecord.language.syntax.dependency_labels import (
    ADVERB_CASE_OR_MARKER_LABELS,
    CASE_OR_MARKER_LABELS,
    COMPLEMENT_CLAUSE_LABELS,
    DIRECT_OBJECT_LABELS,
    PARTICLE_LABELS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECT = ("nsubj", "expl", "csubj")
_REFLEXIVE = ("self", "selves")


def match_frames(
    doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]
) -> tuple[str, int, TokenSpans] | None:
    """Return the kind of speech, the cue's last token and the content's spans of the verb, or None."""
    return (
        _match_listed_frames(doc, verb, lemma)
        or match_document_verb(doc, verb, lemma)
        or _match_quoted_object(doc, verb, lemma, quoted)
    )


def _match_listed_frames(doc: Doc, verb: Token, lemma: str) -> tuple[str, int, TokenSpans] | None:
    """Return the kind of speech, the cue's last token and the content's spans, by the first phrase that fits."""
    last = verb.i
    if (phrasal := _match_phrasal_verb(doc, verb, lemma)) is not None:
        return phrasal
    for speech, verbs in OBJECT_INFINITIVE_VERBS.items():
        if lemma in verbs and (directed := _find_object_infinitive(doc, verb, lemma)) is not None:
            return speech, directed[0], (directed[1],)
    for speech, verbs in CLAUSE_VERBS.items():
        if lemma in verbs and (span := find_clause_complement(doc, verb)) is not None:
            return speech, last, (span,)
    for speech, verbs in INFINITIVE_VERBS.items():
        if lemma in verbs and (span := find_infinitive_complement(doc, verb)) is not None:
            return speech, last, (span,)
    if lemma in PREDICATIVE_VERBS and (span := _find_object_predicate(doc, verb)) is not None:
        return "judged", last, (span,)
    if (
        lemma in OBJECT_PREPOSITION_VERBS
        and (span := _find_object_and_preposition(doc, verb, OBJECT_PREPOSITION_VERBS[lemma][1]))
        is not None
    ):
        return OBJECT_PREPOSITION_VERBS[lemma][0], last, (span,)
    for speech, verbs in OBJECT_VERBS.items():
        if lemma in verbs and (span := _find_object(doc, verb)) is not None:
            named = lemma == "cite" and any(
                c.dep_ in DIRECT_OBJECT_LABELS and c.tag_ == "NNP" for c in verb.rights
            )
            return None if named else (speech, last, (span,))
    if lemma in PREPOSITION_VERBS:
        speech, words = PREPOSITION_VERBS[lemma]
        if (found := find_prepositional_complement(doc, verb, words)) is not None:
            return speech, found[0], (found[1],)
    return None


def _match_phrasal_verb(doc: Doc, verb: Token, lemma: str) -> tuple[str, int, TokenSpans] | None:
    """Return what a verb with its particle ascribes ("ruled out subsidies", "called out his rival for lying"), or None."""
    after = doc[min(verb.i + 1, len(doc) - 1)]
    particle = next((c for c in verb.rights if c.dep_ in PARTICLE_LABELS), None)
    particle = after if after.tag_ == "RP" else particle
    speech = PHRASAL_VERBS.get(f"{lemma}_{particle.lower_}") if particle is not None else None
    span = _find_object(doc, verb) if speech is not None else None
    if speech is None or particle is None or span is None:
        return None
    first = max(span[0], particle.i + 1) if particle.i < span[1] else span[0]
    return (speech, max(verb.i, particle.i if particle.i < first else verb.i), ((first, span[1]),))


def _match_quoted_object(
    doc: Doc, verb: Token, lemma: str, quoted: frozenset[int]
) -> tuple[str, int, TokenSpans] | None:
    """Return an object with quoted words after it, where a parse slips: "called the plan “a disgrace”"."""
    if lemma not in PREDICATIVE_VERBS and not any(
        lemma in verbs for verbs in OBJECT_VERBS.values()
    ):
        return None
    for index in range(verb.i + 1, min(verb.i + THRESHOLDS.quoted_object_gap, verb.sent.end)):
        if index in quoted:
            last = index
            while last + 1 in quoted:
                last += 1
            return ("judged", verb.i, ((verb.i + 1, last),)) if last > index else None
        if doc[index].tag_ in CLAUSE_BREAK_TAGS or doc[index].text in CLAUSE_MARKS:
            return None
    return None


def match_document_verb(doc: Doc, verb: Token, lemma: str) -> tuple[str, int, TokenSpans] | None:
    """Return what documents do: "The poll shows Holt leading", "The audit found faults", "Surveys show Hale ahead"."""
    told = verb.tag_ != "VBG" or any(child.dep_ == "aux" for child in verb.lefts)
    if lemma not in DOCUMENT_VERBS or not (told or (verb.i and doc[verb.i - 1].text == ",")):
        return None  # "Video showing the crash": what a noun is like
    held = [c for c in verb.rights if c.dep_ in {*DIRECT_OBJECT_LABELS, "iobj", "ccomp", "xcomp"}]
    span = _find_object(doc, verb)
    if span is None and held and held[0].left_edge.i == verb.i + 1:
        span = (verb.i + 1, held[-1].right_edge.i)
    if span is None:
        return None
    last = cut_before_addition(doc, span[1], max(span[1], verb.right_edge.i))
    return "said", verb.i, ((span[0], last),)


def find_clause_complement(doc: Doc, verb: Token) -> tuple[int, int] | None:
    """Return the span of the clause that completes the verb, with "that", bare or a question, or None."""
    for child in verb.rights:
        if child.dep_ not in CLAUSE_CARRIER_LABELS:
            continue
        opens = doc[child.left_edge.i]
        marked = any(mark.lower_ == "that" and mark.dep_ == "mark" for mark in child.lefts)
        asked = opens.lower_ in QUESTION_WORDS and doc[opens.i - 1].text != ","
        bare = child.dep_ == "ccomp" and _has_subject(child) and opens.i <= verb.i + 2
        if marked or (child.dep_ == "ccomp" and (asked or bare)):
            first = opens.i
            if marked:
                first = (
                    next(m.i for m in child.lefts if m.lower_ == "that" and m.dep_ == "mark") + 1
                )
            return first, cut_before_addition(doc, first, child.right_edge.i)
    return None


def find_infinitive_complement(doc: Doc, verb: Token) -> tuple[int, int] | None:
    """Return the span of the infinitive or gerund that completes the verb, or None."""
    for child in verb.rights:
        if child.dep_ not in INFINITIVE_CARRIER_LABELS:
            continue
        mark = next((left for left in child.lefts if left.tag_ == "TO"), None)
        if (
            mark is not None
            and mark.i <= verb.i + 3
            and (mark.i - 1 == verb.i or doc[mark.i - 1].tag_[:2] not in NOUN_OR_PRONOUN_PREFIXES)
        ):
            return extend_over_negation(doc, mark.i), cut_before_addition(
                doc, mark.i, child.right_edge.i
            )
        if child.tag_ == "VBG" and child.dep_ == "xcomp" and child.left_edge.i == verb.i + 1:
            return child.left_edge.i, cut_before_addition(doc, child.i, child.right_edge.i)
    return None


def _find_object_infinitive(
    doc: Doc, verb: Token, lemma: str
) -> tuple[int, tuple[int, int]] | None:
    """Return the cue's last token and the span of who is asked with what they are to do, or None."""
    last = verb.i
    if lemma == "call":
        if last + 1 >= len(doc) or doc[last + 1].lower_ not in ON_UPON_OR_FOR:
            return None
        last += 1
    for child in verb.rights:
        to = next((left for left in child.lefts if left.tag_ == "TO"), None)
        if to is None or child.dep_ not in INFINITIVE_CARRIER_LABELS:
            continue
        between = doc[last + 1 : to.i]
        if any(token.tag_[:2] in NOUN_OR_PRONOUN_PREFIXES for token in between) and not any(
            token.is_punct for token in between
        ):
            return last, (last + 1, cut_before_addition(doc, to.i, child.right_edge.i))
    asked = next((child for child in verb.rights if child.dep_ in DIRECT_OBJECT_LABELS), None)
    if asked is not None:
        for child in asked.rights:
            to = next((left for left in child.lefts if left.tag_ == "TO"), None)
            if to is not None and child.dep_ == "acl" and lemma not in NEED_OR_LIKE:
                return last, (asked.left_edge.i, cut_before_addition(doc, to.i, child.right_edge.i))
    return None


def _find_object_predicate(doc: Doc, verb: Token) -> tuple[int, int] | None:
    """Return an object with what it is called: "called the plan a mess", "described it as a mess"."""
    first = next(
        (
            child
            for child in verb.rights
            if child.dep_ in {*DIRECT_OBJECT_LABELS, "iobj", "ccomp", "xcomp"}
        ),
        None,
    )
    if first is None:
        return None
    for child in verb.rights:
        if child.i <= first.i:
            continue
        as_what = child.dep_ in OBJECT_PREDICATE_LABELS and any(
            left.lower_ in PREDICATE_PREPOSITIONS for left in child.lefts
        )
        if as_what or (
            child.dep_ in OBJECT_OR_COMPLEMENT_LABELS
            and child.left_edge.i == first.right_edge.i + 1
        ):
            return first.left_edge.i, cut_before_addition(doc, first.i, child.right_edge.i)
    if first.dep_ in COMPLEMENT_CLAUSE_LABELS and _has_subject(first) and not first.text.istitle():
        return first.left_edge.i, cut_before_addition(doc, first.i, first.right_edge.i)
    return None


def _find_object_and_preposition(
    doc: Doc, verb: Token, words: frozenset[str]
) -> tuple[int, int] | None:
    noun = next(
        (child for child in verb.rights if child.dep_ in {*DIRECT_OBJECT_LABELS, "iobj"}), None
    )
    if noun is None:
        return None
    for child in (*noun.rights, *verb.rights):
        opens = next((left for left in child.lefts if left.lower_ in words), None)
        if child.i <= noun.i or opens is None or opens.dep_ not in CASE_OR_MARKER_LABELS:
            continue
        end = cut_before_addition(doc, child.i, child.right_edge.i)
        return (
            (noun.left_edge.i, end) if verb.lower_ in _list_judging_forms() else (opens.i + 1, end)
        )
    return None


@cache
def _list_judging_forms() -> frozenset[str]:
    judged = {
        lemma
        for lemma, (speech, _) in OBJECT_PREPOSITION_VERBS.items()
        if speech in {"judged", "believed"}
    }
    return frozenset(form for lemma in judged for form in inflect_verb(lemma))


def _find_object(doc: Doc, verb: Token) -> tuple[int, int] | None:
    nouns = [child for child in verb.rights if child.dep_ in DIRECT_OBJECT_LABELS]
    noun = (
        nouns[-1] if len(nouns) == 2 and nouns[1].left_edge.i == nouns[0].right_edge.i + 1 else None
    )
    if noun is not None:  # "promised voters a new bridge", but "expects five to ten failures"
        first = nouns[0].left_edge.i if nouns[0].tag_ == "CD" else noun.left_edge.i
        return first, cut_before_addition(doc, noun.i, noun.right_edge.i)
    noun = nouns[0] if nouns else None
    gerund = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
    if noun is None and gerund is not None and gerund.left_edge.i == verb.i + 1:
        return gerund.left_edge.i, cut_before_addition(doc, gerund.i, gerund.right_edge.i)
    if noun is None or noun.lower_.endswith(_REFLEXIVE) or noun.left_edge.i > verb.i + 2:
        return None
    last = noun.right_edge.i
    for child in verb.rights:
        goes_on = child.left_edge.i == last + 1 and child.dep_ in OBJECT_TAIL_LABELS
        if goes_on and doc[child.left_edge.i].lower_ in MOTION_PREPOSITIONS:
            return None  # a thing moved: "backed the car into a wall"
        if (
            goes_on
            and not is_time_or_place(child)
            and any(left.lower_ in OBJECT_TAIL_PREPOSITIONS for left in child.lefts)
        ):
            last = child.right_edge.i
    first = noun.left_edge.i
    if all(token.tag_ == "CD" for token in doc[verb.i + 1 : first]):
        first = verb.i + 1  # "expects five to ten more failures"
    return first, cut_before_addition(doc, noun.i, last)


def find_prepositional_complement(
    doc: Doc, verb: Token, words: frozenset[str]
) -> tuple[int, tuple[int, int]] | None:
    """Return the cue's last token and what stands after one of the prepositions, or None."""
    for child in verb.rights:
        if child.dep_ not in PREPOSITIONAL_LABELS:
            continue
        if is_time_or_place(child) or child.lower_ in NON_TOPIC_NOUNS:
            continue
        for left in child.lefts:
            if (
                left.lower_ in words
                and left.dep_ in ADVERB_CASE_OR_MARKER_LABELS
                and left.tag_ in PREPOSITION_OR_PARTICLE_TAGS
            ):
                between = doc[verb.i + 1 : left.i]
                named = any(
                    token.is_punct or token.tag_[:2] in NOUN_OR_PRONOUN_PREFIXES
                    for token in between
                )
                if named and not _is_addressee_phrase(doc, verb, left):
                    break
                span = (left.i + 1, cut_before_addition(doc, left.i + 1, child.right_edge.i))
                last = left.i if left.i <= verb.i + 2 else verb.i
                return (last, span) if span[1] > left.i else None
    return None


def _is_addressee_phrase(doc: Doc, verb: Token, word: Token) -> bool:
    """Return whether all between is to or with whom it is said ("spoke to reporters about")."""
    opens = doc[verb.i + 1]
    phrase = opens.head
    spoken = opens.lower_ in TO_OR_WITH and opens.dep_ == "case" and phrase.head == verb
    return spoken and phrase.right_edge.i + 1 == word.i


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith(_SUBJECT) for child in verb.children)
