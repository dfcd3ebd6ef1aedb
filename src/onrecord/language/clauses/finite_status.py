"""The status of finite clauses: main clauses, conditions, time clauses, and complements under their governor.

In: a finite verb of a parse, and what its verb group states. Out: a `StatusReading`. Out of scope: infinitives and participles
(`nonfinite_status`).

Source: Saurí and Pustejovsky 2009 (FactBank).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.clauses.governors import (
    classify_governing_verb,
    find_finite_governor,
    has_condition,
    has_no_subject,
    is_conditional,
    is_question,
    is_time_clause,
)
from onrecord.language.clauses.verb_status import (
    OuterReader,
    StatusBasis,
    StatusReading,
    read_verb_status,
)
from onrecord.language.en import modals
from onrecord.language.en.function_words import AWAITING_CONJUNCTIONS
from onrecord.language.syntax.dependencies import find_clausal_complement
from onrecord.language.syntax.dependency_labels import CLAUSAL_SUBJECT_OR_COMPLEMENT_LABELS
from onrecord.language.syntax.tag_sets import BASE_OR_PRESENT_TAGS
from onrecord.language.syntax.verb_group import (
    is_perfect,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)
from onrecord.records.event import REAL

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class _Complement:
    """A finite complement clause.

    Attributes:
        verb: its verb.
        own: what the verb group of `verb` states by itself.
        governor: the verb that it completes.
        lemma: the lemma of `governor`.
        read_outer: returns the reading of `governor`.

    """

    verb: Token
    own: StatusReading
    governor: Token
    lemma: str
    read_outer: OuterReader

    @property
    def is_after_governor(self) -> bool:
        """Whether the clause follows its governor."""
        return self.governor.i < self.verb.i


def read_finite_status(verb: Token, own: StatusReading, read_outer: OuterReader) -> StatusReading:
    """Return what the clause of a finite verb, with all that governs it, states of the event.

    Args:
        verb: the verb.
        own: what its verb group states by itself.
        read_outer: returns the reading of another verb of the sentence.

    """
    if is_conditional(verb) or is_question(verb):
        return StatusReading("possible", own.negated, None, "condition")
    is_present = own.status == "ongoing" or (is_perfect(verb) and read_tense(verb) == "present")
    if is_present and own.status in REAL and is_time_clause(verb):
        return _read_time_clause(verb, own, read_outer)
    if _is_doubted(verb):
        return StatusReading("possible", own.negated, verb.head, "possibility")
    governor = find_finite_governor(verb)
    if governor is None:
        return _read_main_clause(verb, own, read_outer)
    complement = _Complement(verb, own, governor, read_lemma(governor), read_outer)
    readings = (read(complement) for read in _COMPLEMENT_RULES)
    return next((reading for reading in readings if reading is not None), own)


def _is_doubted(verb: Token) -> bool:
    """Return whether a clause is under an adjective of doubt ("it is unlikely that Kestria will sign")."""
    is_clause = (
        verb.dep_ in CLAUSAL_SUBJECT_OR_COMPLEMENT_LABELS and verb.head.lower_ in modals.DOUBT_WORDS
    )
    return is_clause and any(child.lower_ == "that" for child in verb.lefts)


def _read_time_clause(verb: Token, own: StatusReading, read_outer: OuterReader) -> StatusReading:
    """Return the reading of a present or present perfect in a time clause ("once the law passes"): as real as the main clause.

    What something lasts "until they have done" is not yet done.
    """
    is_awaited = own.status == "happened" and any(
        child.lower_ in AWAITING_CONJUNCTIONS for child in verb.lefts
    )
    if read_outer(verb.head).status in REAL and not is_awaited:
        return own
    return StatusReading("possible", own.negated, None, "condition")


def _read_main_clause(verb: Token, own: StatusReading, read_outer: OuterReader) -> StatusReading:
    """Return the reading of a finite verb that completes no other."""
    is_future = own.status in ("planned", "denied") and own.basis == "future"
    if is_future and has_condition(verb):
        return StatusReading("possible", own.negated, None, "condition")
    if verb.dep_ == "conj" and is_verb(verb.head) and has_no_subject(verb):
        return _read_conjunct(verb, own, read_outer)
    return own


def _read_conjunct(verb: Token, own: StatusReading, read_outer: OuterReader) -> StatusReading:
    """Return the reading of a verb coordinated with another that shares its subject: its own, unless both are infinitives."""
    may_be_infinitive = verb.tag_ in BASE_OR_PRESENT_TAGS and not list_auxiliary_lemmas(verb)
    if may_be_infinitive and read_verb_status(verb.head) is None:
        return read_outer(verb.head)
    return own


def _read_insisted_denial(clause: _Complement) -> StatusReading | None:
    """Return the reading of a denial that somebody asserts ("insisted it will not"), or None."""
    own = clause.own
    is_denied = own.negated and own.status == "denied"
    if not is_denied or clause.lemma not in modals.ASSERTION_VERBS:
        return None
    return replace(own, governor=clause.governor, basis=own.basis or "assertion")


def _read_denied_complement(clause: _Complement) -> StatusReading | None:
    """Return the reading under a verb of denial, which two negations cancel; or None under another verb."""
    governor = clause.governor
    if classify_governing_verb(governor) != "denial" or find_clausal_complement(governor) is None:
        return None
    outer = clause.read_outer(governor)
    if outer.negated or outer.status == "denied":
        return StatusReading("possible", negated=False, governor=governor, basis="denial")
    is_unreal = outer.status in ("called_for", "possible", "planned")
    if is_unreal and clause.own.status not in REAL:
        return StatusReading(outer.status, negated=True, governor=governor, basis="denial")
    return StatusReading("denied", negated=True, governor=governor, basis="denial")


def _read_uncertain_complement(clause: _Complement) -> StatusReading | None:
    """Return the reading under "hope", "suggest", "doubt" and the like, or None."""
    is_uncertain = clause.is_after_governor and clause.lemma in modals.UNCERTAINTY_VERBS
    if not is_uncertain or clause.own.status in ("denied", "happened"):
        return None
    return StatusReading("possible", clause.own.negated, clause.governor, "possibility")


def _read_subjunctive(clause: _Complement) -> StatusReading | None:
    """Return the reading of a subjunctive ("demanded that he leave"), or None."""
    is_demanded = clause.is_after_governor and clause.lemma in modals.SUBJUNCTIVE_VERBS
    if not is_demanded or clause.own.status not in ("ongoing", "denied"):
        return None
    return StatusReading("called_for", clause.own.negated, clause.governor, "directive")


def _read_promised_complement(clause: _Complement) -> StatusReading | None:
    """Return the reading of a future under a verb of promising, or None."""
    if clause.lemma not in modals.PROMISE_VERBS or clause.own.basis != "future":
        return None
    basis: StatusBasis = "condition" if has_condition(clause.verb) else "promise"
    return StatusReading("promised", clause.own.negated, clause.governor, basis)


_COMPLEMENT_RULES: tuple[Callable[[_Complement], StatusReading | None], ...] = (
    _read_insisted_denial,
    _read_denied_complement,
    _read_uncertain_complement,
    _read_subjunctive,
    _read_promised_complement,
)
"""Readings of a finite complement under its governor, in the order in which they are tried."""
