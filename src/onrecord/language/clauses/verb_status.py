"""The status that a verb group gives its event by itself: by tense, auxiliaries, modals and negation.

In: a verb of a parse. Out: a `StatusReading`, or None where the group is not finite. Out of scope: what governs the verb
(`onrecord.language.clauses.event_status`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from onrecord.language.clauses.governors import has_no_subject
from onrecord.language.en import modals
from onrecord.language.en.auxiliaries import ABILITY_MODALS
from onrecord.language.en.function_words import NEAR_MISS_ADVERBS
from onrecord.language.en.punctuation import QUOTATION_MARK_TOKENS
from onrecord.language.syntax.dependencies import find_objects
from onrecord.language.syntax.dependency_labels import (
    COMPLEMENT_OR_CONJUNCT_LABELS,
    COMPLEMENT_OR_PARATAXIS_LABELS,
    COMPLEMENT_OR_PREPOSITIONAL_CLAUSE_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import BASE_OR_PRESENT_TAGS, PAST_FORM_TAGS
from onrecord.language.syntax.verb_group import (
    find_auxiliaries,
    find_modal,
    is_infinitive,
    is_negated,
    is_perfect,
    is_progressive,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

StatusBasis = (
    modals.GovernorClass
    | Literal["", "future", "purpose", "condition", "expectation", "parse_error"]
)
"""What a status rests on: the class of a governor, or the construction.

`future`: "will", "is to". `purpose`: an infinitive of purpose. `condition`: an "if" clause, a question. `expectation`: an
event noun said to be expected. `parse_error`: a parse that must be wrong, from which no record should be made. Empty: tense,
mood or negation alone.
"""


@dataclass(frozen=True, slots=True)
class StatusReading:
    """What a clause states of an event.

    Attributes:
        status: one of `records.event.STATUSES`.
        negated: whether the clause states that the event did not or will not take place.
        governor: the verb, noun or adjective whose meaning set the status; None where the verb group did.
        basis: what the status rests on.

    """

    status: str
    negated: bool
    governor: Token | None = None
    basis: StatusBasis = ""


OuterReader: TypeAlias = "Callable[[Token], StatusReading]"
"""Returns the reading of a verb that governs another, or that another is coordinated with."""


def read_verb_status(verb: Token) -> StatusReading | None:
    """Return what the verb group of `verb` itself states, or None where it is not finite."""
    if _is_bare_complement(verb):
        return None
    negated = is_negated(verb)
    if any(child.lower_ == "due" and child.dep_ == "mark" for child in verb.lefts):
        return StatusReading("planned", negated, None, "intention")
    modal = find_modal(verb)
    if modal is not None:
        return _read_modal(verb, modal, negated=negated)
    if is_infinitive(verb):
        return _read_semi_modal(verb, negated=negated)
    return _read_tensed(verb, negated=negated)


def _is_bare_complement(verb: Token) -> bool:
    """Return whether `verb` is an infinitive without "to" ("see them go"), which taggers take for a finite form."""
    if verb.tag_ not in BASE_OR_PRESENT_TAGS or verb.dep_ not in COMPLEMENT_OR_PARATAXIS_LABELS:
        return False
    if list_auxiliary_lemmas(verb) or not has_no_subject(verb):
        return False
    if verb.dep_ == "xcomp":
        return True
    governs_bare = read_lemma(verb.head) in modals.BARE_INFINITIVE_VERBS
    return governs_bare and any(verb.head.i < noun.i < verb.i for noun in find_objects(verb.head))


def _read_modal(verb: Token, modal: str, *, negated: bool) -> StatusReading:
    """Return the reading of a verb with a modal."""
    status = modals.MODAL_STATUSES.get(modal, "possible")
    if modal == "would" and _is_reported_future(verb):
        status = "planned"
    basis: StatusBasis = "future" if status == "planned" else ""
    if is_perfect(verb) and (status == "called_for" or modal == "would"):
        return StatusReading("denied", negated=True)  # "should have sent", "would have killed"
    if negated and (status == "planned" or modal in ABILITY_MODALS):
        return StatusReading("denied", negated=True, governor=None, basis=basis)
    return StatusReading(status, negated, None, basis)


def _read_semi_modal(verb: Token, *, negated: bool) -> StatusReading | None:
    """Return the reading of "is to send" and "have to send", or None for another infinitive."""
    auxiliaries = list_auxiliary_lemmas(verb)
    if auxiliaries[:1] == ["be"] and _is_before_to(verb) and not _is_predicate(verb):
        if any(child.lower_ == "yet" for child in verb.lefts):
            return StatusReading("denied", negated=True)  # "is yet to sign"
        basis: StatusBasis = "future" if _is_right_after_be(verb) else "intention"
        return StatusReading("planned", negated, None, basis)
    if auxiliaries == ["have"] and verb.tag_ == "VB":
        return StatusReading("called_for", negated)
    return None


def _read_tensed(verb: Token, *, negated: bool) -> StatusReading | None:
    """Return the reading of a verb in the past or present, or None where it is not finite."""
    tense = read_tense(verb)
    if tense is None:
        return None
    if negated or is_near_miss(verb):
        return StatusReading("denied", negated=True)
    is_bare_participle = verb.tag_ == "VBN" and not list_auxiliary_lemmas(verb)
    if is_bare_participle and verb.dep_ in COMPLEMENT_OR_PREPOSITIONAL_CLAUSE_LABELS:
        return None if has_no_subject(verb) else StatusReading("happened", negated=False)
    is_completed = tense == "past" or (is_perfect(verb) and not is_progressive(verb))
    return StatusReading("happened" if is_completed else "ongoing", negated=False)


def is_near_miss(verb: Token) -> bool:
    """Return whether "nearly" or "almost" is right before a verb that measures nothing ("nearly seized the port"; "almost certain to" is all but certain)."""
    if verb.i == 0 or not is_verb(verb) or read_lemma(verb) in modals.MEASURING_VERBS:
        return False
    adverb = get_neighbour(verb, -1)
    return adverb.lower_ in NEAR_MISS_ADVERBS and (adverb.head == verb or adverb.dep_ == "advmod")


def _is_reported_future(verb: Token) -> bool:
    """Return whether "would" is a "will" that somebody reported in the past ("said it would send")."""
    for ancestor in verb.ancestors:
        is_report = read_lemma(ancestor) in modals.REPORTED_FUTURE_VERBS
        if is_report and ancestor.tag_ in PAST_FORM_TAGS:
            return not _has_quotation_mark_between(verb, ancestor)
        if is_verb(ancestor) and ancestor.dep_ not in COMPLEMENT_OR_CONJUNCT_LABELS:
            return False
    return False


def _has_quotation_mark_between(verb: Token, report: Token) -> bool:
    """Return whether the verb is in somebody's own words: "would" in them is no "will" that was reported."""
    first, last = sorted((verb.i, report.i))
    return any(token.text in QUOTATION_MARK_TOKENS for token in verb.doc[first:last])


def _is_before_to(verb: Token) -> bool:
    """Return whether the first auxiliary is before "to" ("is to send"), not after it ("is said to be hiding")."""
    mark = next((child for child in verb.lefts if child.lower_ == "to"), None)
    return mark is None or any(token.i < mark.i for token in find_auxiliaries(verb))


def _is_right_after_be(verb: Token) -> bool:
    """Return whether "to" follows "is" directly ("is to send", not "is due to send")."""
    mark = next((child for child in verb.lefts if child.lower_ == "to"), None)
    return mark is not None and mark.i > 0 and read_lemma(get_neighbour(mark, -1)) == "be"


def _is_predicate(verb: Token) -> bool:
    """Return whether "is" before an infinitive is a copula ("the aim is to send")."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECT_LABELS]
    return any(noun.lemma_.lower() in modals.NOUN_GOVERNORS for noun in subjects)
