"""Allegations of events that a noun tells ("the alleged assault", "charged with murder", "denied involvement").

In: the noun of an event. Out: what makes it one that is only alleged, or None. Out of scope: events told by verbs (`allegations`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.events.allegations import Allegation, find_allegation
from onrecord.extract.events.en.allegation_words import (
    ACCUSATION_OBJECT_PREPOSITIONS,
    ACCUSATION_VERBS,
    ALLEGATION_MODIFIERS,
    ALLEGATION_NOUNS,
    CHARGE_PREPOSITIONS,
    CHARGE_VERBS,
    CLAIM_CLAUSE_MARKS,
    CLAIM_VERBS,
    CONFIRMATION_VERBS,
    REFUTATION_VERBS,
)
from onrecord.extract.events.en.labels import PART_LABELS
from onrecord.language.clauses.participants import find_logical_subject
from onrecord.language.syntax.dependencies import find_subject, find_verb_above
from onrecord.language.syntax.dependency_labels import (
    OBJECT_LABELS,
    PASSIVE_SUBJECT_LABELS,
)
from onrecord.language.syntax.phrases import read_case
from onrecord.language.syntax.verb_group import is_negated, is_noun, is_verb, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_nominal_allegation(noun: Token) -> Allegation | None:
    """Return by whom and by which word the event of `noun` is alleged, or None where the text states it."""
    modifier = next((word for word in noun.children if word.lower_ in ALLEGATION_MODIFIERS), None)
    if modifier is not None:
        return Allegation(modifier)
    head, case = noun.head, read_case(noun)
    if head is noun:
        return None
    if is_verb(head):
        return _find_charge(head, case) or _find_alleged_object(noun, head)
    return _find_under_noun(noun, head, case) if is_noun(head) else None


def _find_under_noun(noun: Token, head: Token, case: str) -> Allegation | None:
    """Return the allegation of a noun that depends on another: a part of it, what it claims, or whom it is said of."""
    if noun.dep_ in PART_LABELS:
        return find_nominal_allegation(head)
    if head.lemma_.lower() in ALLEGATION_NOUNS and case in CLAIM_CLAUSE_MARKS:
        return _read_claim_noun(head)
    is_object = head.dep_ in OBJECT_LABELS and is_verb(head.head)
    return _find_charge(head.head, case) if is_object else None


def _read_claim_noun(claim: Token) -> Allegation:
    """Return the allegation of "accusations of fraud", refuted where somebody rejects them."""
    verb = find_verb_above(claim)
    is_confirmed = verb is not None and read_lemma(verb) in CONFIRMATION_VERBS
    is_refuted = verb is not None and read_lemma(verb) in REFUTATION_VERBS and not is_negated(verb)
    return Allegation(claim, is_accusation=not is_confirmed, is_refuted=is_refuted)


def _find_charge(verb: Token, case: str) -> Allegation | None:
    """Return the allegation of "accused of fraud", "arrested on suspicion of", "charged with murder"."""
    lemma = read_lemma(verb)
    is_charge = lemma in CHARGE_VERBS and case in CHARGE_PREPOSITIONS
    if not is_charge and not (lemma in ACCUSATION_VERBS and case in ACCUSATION_OBJECT_PREPOSITIONS):
        return None
    return Allegation(verb, find_logical_subject(verb), is_accusation=True)


def _find_alleged_object(noun: Token, verb: Token) -> Allegation | None:
    """Return the allegation of what a verb of claiming or of an alleged clause has as object ("allegedly led the attack")."""
    is_object = noun.dep_ in OBJECT_LABELS or noun.dep_ in PASSIVE_SUBJECT_LABELS
    if not is_object:
        return None
    if read_lemma(verb) in CLAIM_VERBS and read_lemma(verb) != "claim":
        return Allegation(verb, find_subject(verb), is_accusation=True)
    return find_allegation(verb)
