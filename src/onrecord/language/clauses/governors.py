"""Governors: what a verb depends on, and the class of that word.

In: a verb of a parse. Out: its governor; the governor's class, or "" for none; and whether its clause is a condition, a
question or a participle. Out of scope: what this states of the event (`event_status`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from onrecord.language.en import modals
from onrecord.language.en.auxiliaries import BE_OR_HAVE
from onrecord.language.en.function_words import (
    CONDITIONAL_CONJUNCTIONS,
    GERUND_PREPOSITIONS,
    TEMPORAL_CONJUNCTIONS,
)
from onrecord.language.en.verbs import OF_COMPLEMENT_VERBS
from onrecord.language.syntax.control import (
    find_object_control_verb,
    find_subject_control_verb,
)
from onrecord.language.syntax.copula import has_copula
from onrecord.language.syntax.dependencies import find_objects
from onrecord.language.syntax.dependency_labels import (
    ADVERB_OR_MARKER_LABELS,
    CASE_OR_MARKER_LABELS,
    COMPLEMENT_CLAUSE_LABELS,
    OBJECT_LABELS,
    PARTICIPLE_MODIFIER_LABELS,
    PREPOSITION_COMPLEMENT_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.tag_sets import PARTICIPLE_TAGS
from onrecord.language.syntax.verb_group import (
    is_infinitive,
    is_noun,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)
from onrecord.language.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WordClass = modals.GovernorClass | Literal[""]
"""A class of governors, or "" for a word of no class."""
NEUTRAL_CLASSES: tuple[WordClass, ...] = ("", "assertion")
"""Classes that state nothing of an infinitive under them."""


def classify_governor(governor: Token) -> WordClass:
    """Return the class of a governing verb, noun or adjective, or ""."""
    if _is_yet(governor):
        return "denial"
    if read_lemma(governor) == "have" and is_verb(governor):
        return "implicative" if read_tense(governor) == "past" else "directive"
    if _is_adjectival(governor) and governor.lower_ in modals.ADJECTIVE_GOVERNORS:
        return modals.ADJECTIVE_GOVERNORS[governor.lower_]
    if is_verb(governor):
        return classify_governing_verb(governor)
    if is_noun(governor):
        return modals.NOUN_GOVERNORS.get(governor.lemma_.lower(), "")
    return modals.ADJECTIVE_GOVERNORS.get(governor.lower_, "")


def _is_yet(governor: Token) -> bool:
    """Return whether "has yet" or "is yet" governs an infinitive ("has yet to sign")."""
    following = governor.doc[governor.i + 1 : governor.i + 3]
    return read_lemma(governor) in BE_OR_HAVE and [t.lower_ for t in following] == ["yet", "to"]


def classify_governing_verb(governor: Token) -> WordClass:
    """Return the class of a verb, or ""; a verb with its particle ("rule out") comes before the verb alone."""
    lemma = read_lemma(governor)
    particle = find_particle(governor)
    phrasal = f"{lemma}_{particle.lower_}" if particle is not None else ""
    if phrasal in modals.VERB_GOVERNORS:
        return modals.VERB_GOVERNORS[phrasal]
    return modals.VERB_GOVERNORS.get(lemma, "")


def _is_adjectival(governor: Token) -> bool:
    """Return whether a word is an adjective or a participle after "be" ("is prepared")."""
    if governor.tag_ == "JJ":
        return True
    auxiliaries = list_auxiliary_lemmas(governor) if governor.tag_ == "VBN" else []
    return bool(auxiliaries) and auxiliaries[-1] == "be"


def find_nonfinite_governor(verb: Token) -> Token | None:
    """Return what an infinitive or participle depends on, past prepositions; or None."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in PREPOSITION_COMPLEMENT_LABELS and head.head != head:
        return head.head
    if _is_accusation(verb):
        return head.head
    control_verb = find_object_control_verb(verb) or find_subject_control_verb(verb)
    if control_verb is not None and head.lemma_.lower() not in modals.NOUN_GOVERNORS:
        return control_verb
    governing_object = _find_governing_object(verb, head)
    return governing_object if governing_object is not None else head


def _find_governing_object(verb: Token, head: Token) -> Token | None:
    """Return the object of `head` that governs an infinitive after it ("made an effort to go": effort), or None."""
    if not (is_infinitive(verb) and is_verb(head)):
        return None
    if classify_governing_verb(head) not in NEUTRAL_CLASSES:
        return None
    for noun in find_objects(head):
        if head.i < noun.i < verb.i and noun.lemma_.lower() in modals.NOUN_GOVERNORS:
            return noun
    return None


def _is_accusation(verb: Token) -> bool:
    """Return whether a parser attached what somebody is accused of to that somebody ("accused the firm of hiding")."""
    noun = verb.head
    if verb.dep_ != "acl" or not any(child.lower_ == "of" for child in verb.lefts):
        return False
    return noun.dep_ in OBJECT_LABELS and read_lemma(noun.head) in OF_COMPLEMENT_VERBS


def is_participial_modifier(verb: Token, governor: Token) -> bool:
    """Return whether `verb` is a participle beside a clause or after a noun, not a complement of its governor."""
    if is_infinitive(verb) or verb.tag_ not in PARTICIPLE_TAGS:
        return False
    is_modifier = verb.dep_ in PARTICIPLE_MODIFIER_LABELS or verb.dep_ == "pcomp"
    return is_modifier and not _is_gerund_complement(verb, governor)


def _is_gerund_complement(verb: Token, governor: Token) -> bool:
    """Return whether a gerund completes its governor ("committed to delivering", "stop sending")."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in CASE_OR_MARKER_LABELS}
    if verb.dep_ == "pcomp":
        marks.add(verb.head.lower_)
    if not marks:
        return verb.dep_ in COMPLEMENT_CLAUSE_LABELS or _is_right_after_governor(verb, governor)
    if "to" in marks or "from" in marks:
        return True
    governor_class = classify_governor(governor)
    return governor_class not in ("", "implicative") and not marks.isdisjoint(GERUND_PREPOSITIONS)


def _is_right_after_governor(verb: Token, governor: Token) -> bool:
    """Return whether a gerund follows a word of possibility or denial at once ("considered sending")."""
    is_adjacent = 0 < verb.i - governor.i < 3
    return is_adjacent and classify_governor(governor) in ("possibility", "denial")


def is_copular(governor: Token) -> bool:
    """Return whether a governor is "be" or has a copula ("the aim is to send")."""
    return read_lemma(governor) == "be" or has_copula(governor)


def find_finite_governor(verb: Token) -> Token | None:
    """Return the verb whose finite complement clause `verb` heads, or None."""
    head = verb.head
    if verb.dep_ in COMPLEMENT_CLAUSE_LABELS and is_verb(head):
        return head
    # A verb tagged as a noun ("The ministry denies that …").
    if verb.dep_ == "acl" and is_verb(head) and any(c.lower_ == "that" for c in verb.lefts):
        return head
    if _is_told_to_object(verb):
        return head.head
    is_after_head = verb.dep_ == "parataxis" and head.i < verb.i
    if is_after_head and read_lemma(head) in modals.PROMISE_VERBS:
        return head
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and is_verb(head.head):
        return head.head
    return None


def _is_told_to_object(verb: Token) -> bool:
    """Return whether a parser attached what somebody is told to that somebody ("assured the envoy that they would leave")."""
    noun = verb.head
    is_object = verb.dep_ == "acl" and noun.dep_ in OBJECT_LABELS
    return (
        is_object
        and read_lemma(noun.head) in modals.TELLING_VERBS
        and any(child.lower_ == "that" for child in verb.lefts)
        and not has_no_subject(verb)
    )


def has_no_subject(verb: Token) -> bool:
    """Return whether `verb` has no subject of its own."""
    return not any(child.dep_ in SUBJECT_LABELS for child in verb.children)


def is_conditional(verb: Token) -> bool:
    """Return whether the clause of `verb` is only supposed ("if", "whether")."""
    token = verb
    for _ in range(3):
        marks = [child for child in token.lefts if child.dep_ in ADVERB_OR_MARKER_LABELS]
        if any(child.lower_ in modals.CONDITIONAL_MARKERS for child in marks):
            return True
        if token.dep_ != "conj":
            return False
        token = token.head
    return False


def is_time_clause(verb: Token) -> bool:
    """Return whether the clause of `verb` says when another event takes place ("once the law passes")."""
    if verb.dep_ != "advcl" or verb.head == verb:
        return False
    marks = {child.lower_ for child in verb.lefts if child.dep_ in ADVERB_OR_MARKER_LABELS}
    return not marks.isdisjoint(TEMPORAL_CONJUNCTIONS)


def has_condition(verb: Token) -> bool:
    """Return whether a conditional clause depends on `verb` or follows it ("will act if …")."""
    if any(child.dep_ == "advcl" and is_conditional(child) for child in verb.children):
        return True
    return any(
        verb.i < mark.i <= verb.right_edge.i and verb.is_ancestor(mark)
        for mark in _list_condition_marks(verb.doc)
    )


@lru_cache(maxsize=THRESHOLDS.cached_docs)
def _list_condition_marks(doc: Doc) -> tuple[Token, ...]:
    """Return the words of a parsed text that open a conditional clause, but for clauses that complete a verb."""
    return tuple(
        token
        for token in doc
        if token.lower_ in CONDITIONAL_CONJUNCTIONS
        and token.dep_ == "mark"
        and token.head.dep_ != "ccomp"
    )


def is_question(verb: Token) -> bool:
    """Return whether `verb` heads a question."""
    if verb.dep_ != "ROOT":
        return False
    last = verb.sent[-1]
    return "?" in last.text or (len(verb.sent) > 1 and verb.sent[-2].text == "?")
