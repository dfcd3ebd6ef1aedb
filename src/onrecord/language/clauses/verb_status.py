"""What a verb group says by itself of its event: by tense, auxiliaries, modals and negation.

In: a verb of a parse. Out: a `StatusReading`, or None where the group is not finite. Out of scope: what governs the verb
(`onrecord.language.clauses.modality`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.clauses.governors import has_no_subject
from onrecord.language.en import modals
from onrecord.language.syntax.dependencies import find_objects
from onrecord.language.syntax.dependency_labels import (
    COMPLEMENT_OR_PARATAXIS_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.tag_sets import BASE_OR_PRESENT_TAGS, PAST_FORM_TAGS
from onrecord.language.syntax.verb_group import (
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


@dataclass(frozen=True, slots=True)
class StatusReading:
    """What a clause says of an event.

    Attributes:
        status: one of `records.event.STATUSES`.
        negated: it is said that it did not or will not take place.
        governor: the verb, noun or adjective whose meaning set the status, or None (its own group did).
        kind: class of the governor (`intend`, `promise`, …), `will`, `aim`, or "".
    """

    status: str
    negated: bool
    governor: Token | None = None
    kind: str = ""


SLIP = "slip"
"""Kind of a reading that rests on a parse which can't be right: nothing should be drawn from it."""


def read_verb_status(verb: Token) -> StatusReading | None:
    """Return what the verb group itself says, or None where it is not finite."""
    if _is_bare_complement(verb):
        return None
    negated = is_negated(verb)
    if any(child.lower_ == "due" and child.dep_ == "mark" for child in verb.lefts):
        return StatusReading("planned", negated, None, "intend")
    modal = find_modal(verb)
    if modal is not None:
        return _modal(verb, modal, negated)
    words = list_auxiliary_lemmas(verb)
    if is_infinitive(verb):
        if words[:1] == ["be"] and not _is_predicate(verb):
            return StatusReading("planned", negated, None, "will" if _is_bound(verb) else "intend")
        if words[:1] == ["have"] and len(words) == 1 and verb.tag_ == "VB":
            return StatusReading("called_for", negated)
        return None
    tense = read_tense(verb)
    if tense is None:
        return None
    if negated:
        return StatusReading("denied", negated=True)
    if not words and verb.tag_ == "VBN" and verb.dep_ in {"xcomp", "ccomp", "pcomp"}:
        return None if has_no_subject(verb) else StatusReading("happened", negated=False)
    done = tense == "past" or (is_perfect(verb) and not is_progressive(verb))
    return StatusReading("happened" if done else "ongoing", negated=False)


def _is_bare_complement(verb: Token) -> bool:
    """Return whether `verb` is the bare infinitive of "see them go", which taggers take for finite."""
    if verb.tag_ not in BASE_OR_PRESENT_TAGS or verb.dep_ not in COMPLEMENT_OR_PARATAXIS_LABELS:
        return False
    if list_auxiliary_lemmas(verb) or not has_no_subject(verb):
        return False
    if verb.dep_ == "xcomp":
        return True
    seen = read_lemma(verb.head) in modals.BARE_INFINITIVE_VERBS
    return seen and any(verb.head.i < noun.i < verb.i for noun in find_objects(verb.head))


def _modal(verb: Token, modal: str, negated: bool) -> StatusReading:
    status = modals.MODAL_STATUSES.get(modal, "possible")
    if modal == "would" and _is_reported_future(verb):
        status = "planned"
    kind = "will" if status == "planned" else ""
    if status == "called_for" and is_perfect(verb):
        return StatusReading("denied", negated=True)
    if negated and (status == "planned" or modal in {"can", "could", "would"}):
        return StatusReading("denied", negated=True, governor=None, kind=kind)
    return StatusReading(status, negated, None, kind)


def _is_reported_future(verb: Token) -> bool:
    """Return whether "would" is a "will" told by somebody in the past."""
    for ancestor in verb.ancestors:
        if read_lemma(ancestor) in modals.REPORTED_FUTURE_VERBS and ancestor.tag_ in PAST_FORM_TAGS:
            return True
        if is_verb(ancestor) and ancestor.dep_ not in {"conj", "ccomp", "xcomp"}:
            return False
    return False


def _is_bound(verb: Token) -> bool:
    """Return whether "to" stands right after "is" ("is to send", not "is due to send")."""
    mark = next((child for child in verb.lefts if child.lower_ == "to"), None)
    return mark is not None and mark.i > 0 and read_lemma(mark.nbor(-1)) == "be"


def _is_predicate(verb: Token) -> bool:
    """Return whether "is" before an infinitive links two things ("the aim is to send")."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECT_LABELS]
    return any(noun.lemma_.lower() in modals.NOUN_GOVERNORS for noun in subjects)
