"""What a clause says of an event: happened, ongoing, planned, promised, possible, called for or denied.

In: a verb of a parse. Out: a `StatusReading`. Out of scope: whether it is true, and who says it.

A verb is read with all that governs it, from its own auxiliaries up to the root:
- `happened` past, perfect or a narrative participle; `ongoing` present or progressive;
- `planned` will, is to, and what somebody plans, prepares, is set or expected to do; aims of an act;
- `promised` what somebody pledges, undertakes or agrees to do;
- `possible` may, might, could, conditions, what is considered, sought, offered or hoped for;
- `called_for` should, must, and what somebody urges, orders or asks for;
- `denied` what did not, does not or will not take place, or somebody denies, refuses or rules out.

A negated past, present or future is `denied`; a promise, plan, call or possibility *not* to do something
keeps its status. `negated` is set in every case where the clause says the event did or will not take place.

Source: Saurí and Pustejovsky 2009 (FactBank), Karttunen 2012 (implicative verbs).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.clauses.governors import (
    PROMISE_VERBS,
    classify_governing_verb,
    classify_governor,
    find_finite_governor,
    find_nonfinite_governor,
    has_condition,
    has_no_subject,
    is_conditional,
    is_copular,
    is_participial_modifier,
    is_question,
    is_time_clause,
)
from onrecord.language.en import modals
from onrecord.language.syntax.dependencies import find_clausal_complement
from onrecord.language.syntax.dependency_labels import (
    ADVERB_CASE_OR_MARKER_LABELS,
    PASSIVE_SUBJECT_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.tag_sets import BASE_OR_PRESENT_TAGS
from onrecord.language.syntax.verb_group import (
    is_infinitive,
    is_negated,
    is_noun,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token
from onrecord.language.clauses.verb_status import SLIP, StatusReading, read_verb_status
from onrecord.records.event import REAL

_DEPTH = 8


def read_status(verb: Token) -> StatusReading:
    """Return what the clause of `verb`, with all that governs it, says of the event it tells."""
    return _read(verb, 0)


def _read(verb: Token, depth: int) -> StatusReading:
    if depth > _DEPTH:
        return StatusReading("happened", negated=False)
    own = read_verb_status(verb)
    if own is None:
        return _governed(verb, depth)
    return _embedded(verb, own, depth)


def _embedded(verb: Token, own: StatusReading, depth: int) -> StatusReading:
    """Return how a finite clause is read under what governs it."""
    if is_conditional(verb) or is_question(verb):
        return StatusReading("possible", own.negated, None, "condition")
    if own.status == "ongoing" and is_time_clause(verb):
        outer = _read(verb.head, depth + 1)
        return (
            own
            if outer.status in REAL
            else StatusReading("possible", own.negated, None, "condition")
        )
    governor = find_finite_governor(verb)
    if governor is None:
        if own.status in {"planned", "denied"} and own.kind == "will" and has_condition(verb):
            return StatusReading("possible", own.negated, None, "condition")
        if verb.dep_ == "conj" and is_verb(verb.head) and has_no_subject(verb):
            return _joined(verb, own, depth)
        return own
    lemma = read_lemma(governor)
    kind = classify_governing_verb(governor)
    if own.negated and own.status == "denied" and lemma in modals.ASSERTION_VERBS:
        return replace(own, governor=governor, kind=own.kind or "insist")
    if kind == "deny" and find_clausal_complement(governor) is not None:
        return _turned(own, governor, depth)
    after = governor.i < verb.i
    if after and lemma in modals.UNCERTAINTY_VERBS and own.status not in {"denied", "happened"}:
        return StatusReading("possible", own.negated, governor, "possible")
    if after and lemma in modals.SUBJUNCTIVE_VERBS and own.status in {"ongoing", "denied"}:
        return StatusReading("called_for", own.negated, governor, "call")
    if lemma in PROMISE_VERBS and own.kind == "will":
        kind = "condition" if has_condition(verb) else "promise"
        return StatusReading("promised", own.negated, governor, kind)
    return own


def _joined(verb: Token, own: StatusReading, depth: int) -> StatusReading:
    """Return the reading of a finite verb joined to another that shares its subject."""
    first = read_verb_status(verb.head)
    if first is None and not list_auxiliary_lemmas(verb):
        return _read(verb.head, depth + 1) if verb.tag_ in BASE_OR_PRESENT_TAGS else own
    return own


def _turned(own: StatusReading, governor: Token, depth: int) -> StatusReading:
    """Return the reading under a verb of denial, which two negations undo."""
    outer = _read(governor, depth + 1)
    if outer.negated or outer.status == "denied":
        return StatusReading("possible", negated=False, governor=governor, kind="deny")
    if outer.status in {"called_for", "possible", "planned"} and own.status not in REAL:
        return StatusReading(outer.status, negated=True, governor=governor, kind="deny")
    return StatusReading("denied", negated=True, governor=governor, kind="deny")


def _governed(verb: Token, depth: int) -> StatusReading:
    """Return the reading of an infinitive or participle: what governs it decides."""
    negated = is_negated(verb)
    if verb.dep_ == "conj" and is_verb(verb.head):
        outer = _read(verb.head, depth + 1)
        return _with_negation(outer, negated) if negated else outer
    governor = find_nonfinite_governor(verb)
    if governor is None:
        return _free(verb, negated)
    if is_participial_modifier(verb, governor):
        return _participle(verb, governor, negated, depth)
    kind = classify_governor(governor)
    if kind in {"", "insist"}:
        return _unclassed(verb, governor, negated, depth)
    if kind == "promise" and has_condition(verb):
        return StatusReading("promised", negated, governor, "condition")
    return _under(governor, kind, negated, depth)


def _under(governor: Token, kind: str, negated: bool, depth: int) -> StatusReading:
    """Return the reading under a governor of a class."""
    outer = _outer(governor, depth)
    if kind == "actual" or (governor.lower_ == "able" and outer.status == "happened"):
        return _actual(governor, outer, negated)
    if kind == "deny":
        if outer.negated:
            return StatusReading("possible", negated=False, governor=governor, kind=kind)
        status = outer.status if outer.status in {"possible", "called_for"} else "denied"
        return StatusReading(status, negated=True, governor=governor, kind=kind)
    if governor.lower_ in modals.EXCLUDING_GOVERNORS:
        return StatusReading("denied", negated=True, governor=governor, kind=kind)
    if outer.negated and outer.status == "denied":
        return StatusReading("denied", negated=True, governor=governor, kind=kind)
    if outer.negated and kind == "possible":
        return StatusReading("denied", negated=True, governor=governor, kind=kind)
    if outer.status == "called_for" and kind in {"intend", "promise"}:
        return StatusReading(outer.status, negated, governor, kind)
    if outer.status == "possible":
        return StatusReading(outer.status, negated, governor, kind)
    status = {"intend": "planned", "promise": "promised", "call": "called_for"}.get(
        kind, "possible"
    )
    return StatusReading(status, negated or outer.negated, governor, kind)


def _actual(governor: Token, outer: StatusReading, negated: bool) -> StatusReading:
    """Return the reading under a verb whose complement is as real as itself."""
    found = _with_negation(outer, negated) if negated else outer
    going_on = read_lemma(governor) in {"continue", "keep", "remain", "go"}
    if going_on and found.status == "happened" and read_tense(governor) != "past":
        return replace(found, status="ongoing")
    return found


def _with_negation(reading: StatusReading, negated: bool) -> StatusReading:
    if not negated:
        return reading
    if reading.status in REAL:
        return replace(reading, status="denied", negated=True)
    return replace(reading, negated=not reading.negated)


def _outer(governor: Token, depth: int) -> StatusReading:
    """Return the reading of the governor itself; a noun or adjective takes that of its verb."""
    if is_verb(governor) and not _has_copula(governor):
        return _read(governor, depth + 1)
    if _has_copula(governor):
        own = read_verb_status(governor)
        return own if own is not None else StatusReading("happened", negated=False)
    head = governor.head
    if head != governor and is_verb(head):
        outer = _read(head, depth + 1)
        if classify_governing_verb(head) == "deny" and outer.status == "happened":
            return StatusReading("denied", negated=True)
        return outer
    return StatusReading("happened", negated=False)


def _has_copula(governor: Token) -> bool:
    return any(child.dep_ == "cop" for child in governor.children)


def _participle(verb: Token, governor: Token, negated: bool, depth: int) -> StatusReading:
    """Return the reading of a participle beside a clause or after a noun."""
    if negated:
        return StatusReading("denied", negated=True)
    if verb.tag_ == "VBN":
        return StatusReading("happened", negated=False)
    marks = {child.lower_ for child in verb.lefts if child.dep_ in ADVERB_CASE_OR_MARKER_LABELS}
    if verb.dep_ == "pcomp":
        marks.add(verb.head.lower_)
    if marks & {"instead", "rather"}:
        return StatusReading("denied", negated=True)
    outer = _outer(governor, depth)
    if is_noun(governor) and outer.status not in REAL:
        return StatusReading("ongoing", negated=False)
    if outer.negated:
        return StatusReading("happened", negated=False)
    return replace(outer, governor=None, kind="")


def _unclassed(verb: Token, governor: Token, negated: bool, depth: int) -> StatusReading:
    """Return the reading under a governor of no class: aims are planned, complements as their verb."""
    if is_infinitive(verb) and verb.dep_ in {"advcl", "acl", "obl", "dep"}:
        outer = _outer(governor, depth)
        if outer.status in {"possible", "called_for", "denied"}:
            return StatusReading("possible", negated, governor, "aim")
        return StatusReading("planned", negated, governor, "aim")
    if verb.dep_ in {"xcomp", "ccomp", "pcomp", "parataxis", "advcl"}:
        if is_infinitive(verb) and is_copular(governor):
            return StatusReading("planned", negated, governor, "aim")
        return _with_negation(_outer(governor, depth), negated)
    return _free(verb, negated)


def _free(verb: Token, negated: bool) -> StatusReading:
    """Return the reading of a non-finite verb that nothing governs (a headline, a fragment)."""
    if is_infinitive(verb):
        named = [
            child
            for child in verb.children
            if child.dep_ in SUBJECT_LABELS | PASSIVE_SUBJECT_LABELS
        ]
        if named and (between := _verb_between(named[0], verb)) is not None:
            # "The member called for the minister to go", the parser having missed the main verb.
            return StatusReading("possible", negated, between, SLIP)
        return StatusReading(
            "planned" if named else "possible", negated, None, "will" if named else ""
        )
    if verb.tag_ == "VB":
        return StatusReading("called_for" if has_no_subject(verb) else "ongoing", negated)
    status = "denied" if negated else "ongoing" if verb.tag_ == "VBG" else "happened"
    return StatusReading(status, negated)


def _verb_between(subject: Token, verb: Token) -> Token | None:
    """Return a past verb between an infinitive and the subject the parser gave it, or None."""
    inside = verb.doc[subject.i + 1 : verb.i]
    return next((token for token in inside if token.tag_ in {"VBD", "VBN", "VBZ"}), None)
