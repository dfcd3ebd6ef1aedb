"""The status of infinitives and participles: what governs them decides.

In: a verb of a parse that is not finite. Out: a `StatusReading`. Out of scope: finite clauses (`finite_status`).

Source: Saurí and Pustejovsky 2009 (FactBank), Karttunen 2012 (implicative verbs).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.clauses.governors import (
    NEUTRAL_CLASSES,
    WordClass,
    classify_governing_verb,
    classify_governor,
    find_nonfinite_governor,
    has_condition,
    has_no_subject,
    is_copular,
    is_participial_modifier,
)
from onrecord.language.clauses.verb_status import (
    OuterReader,
    StatusReading,
    is_near_miss,
    read_verb_status,
)
from onrecord.language.en import modals
from onrecord.language.en.function_words import (
    APPROACH_VERBS,
    NEARNESS_ADVERBS,
    REPLACEMENT_ADVERBS,
    REPLACEMENT_PREPOSITIONS,
)
from onrecord.language.syntax.copula import has_copula
from onrecord.language.syntax.dependencies import find_objects, is_distance_within, read_markers
from onrecord.language.syntax.dependency_labels import (
    ADVERB_CASE_OR_MARKER_LABELS,
    CASE_OR_MARKER_LABELS,
    GOVERNED_CLAUSE_LABELS,
    PURPOSE_CLAUSE_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.tag_sets import PAST_OR_THIRD_PERSON_TAGS
from onrecord.language.syntax.verb_group import (
    is_infinitive,
    is_negated,
    is_noun,
    is_passive,
    is_verb,
    read_lemma,
    read_tense,
)
from onrecord.records.event import REAL

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATUS_OF_CLASS: dict[WordClass, str] = {
    "intention": "planned",
    "promise": "promised",
    "directive": "called_for",
}
"""Class of a governor → status of what it governs; under other classes it is possible."""
_HAPPENED = StatusReading("happened", negated=False)


def read_nonfinite_status(verb: Token, read_outer: OuterReader) -> StatusReading:
    """Return what an infinitive or participle, with all that governs it, states of the event.

    Args:
        verb: the verb.
        read_outer: returns the reading of another verb of the sentence.

    """
    if is_near_miss(verb) or _is_short_of(verb):
        return StatusReading("denied", negated=True)
    return _read_reached(verb, read_outer)


def _read_reached(verb: Token, read_outer: OuterReader) -> StatusReading:
    """Return the reading of an infinitive or participle that is no near miss."""
    negated = is_negated(verb)
    if verb.dep_ == "conj" and is_verb(verb.head):
        return _apply_negation(read_outer(verb.head), negated=negated)
    governor = find_nonfinite_governor(verb)
    if governor is None:
        return _read_ungoverned(verb, negated=negated)
    if is_participial_modifier(verb, governor):
        return _read_participle(verb, governor, read_outer, negated=negated)
    is_denied = _is_prevented(verb, governor) or _is_decided_against(verb)
    governor_class = "denial" if is_denied else classify_governor(governor)
    if governor_class in NEUTRAL_CLASSES:
        return _read_under_neutral(verb, governor, read_outer, negated=negated)
    if governor_class == "promise" and has_condition(verb):
        return StatusReading("promised", negated, governor, "condition")
    return _read_under_class(governor, governor_class, read_outer, negated=negated)


def _is_short_of(verb: Token) -> bool:
    """Return whether something only came near to an act ("came close to sinking", "within feet of hitting")."""
    if verb.tag_ != "VBG":
        return False
    marks, head = read_markers(verb)
    if "to" in marks and head.lower_ in NEARNESS_ADVERBS:
        return read_lemma(head.head) in APPROACH_VERBS and read_tense(head.head) == "past"
    return "of" in marks and is_distance_within(head)


def _is_prevented(verb: Token, governor: Token) -> bool:
    """Return whether somebody is kept from an act ("stopped the gang from attacking the bank")."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in CASE_OR_MARKER_LABELS}
    if "from" not in marks:
        return False
    if read_lemma(governor) in modals.PREVENTION_VERBS:
        return True
    # "The bank bans customers from buying …", where the parser took "bans" for a noun.
    words = governor.doc[max(governor.sent.start, governor.left_edge.i - 1) : governor.i]
    return is_noun(governor) and any(read_lemma(t) in modals.PREVENTION_VERBS for t in words)


def _is_decided_against(verb: Token) -> bool:
    """Return whether a gerund is what somebody is against ("decided against renewing the lease")."""
    words = {child.lower_ for child in verb.lefts if child.dep_ in CASE_OR_MARKER_LABELS}
    if verb.dep_ == "pcomp":
        words.add(verb.head.lower_)
    return verb.tag_ == "VBG" and "against" in words


def _read_under_class(
    governor: Token, governor_class: WordClass, read_outer: OuterReader, *, negated: bool
) -> StatusReading:
    """Return the reading under a governor that has a class."""
    outer = _read_governor(governor, read_outer)
    is_achieved = governor.lower_ == "able" and outer.status == "happened"
    if governor_class == "implicative" or is_achieved:
        return _read_under_implicative(governor, outer, negated=negated)
    if governor_class == "denial":
        return _read_under_denial(governor, outer)
    if _is_excluded(governor, governor_class, outer):
        return StatusReading("denied", negated=True, governor=governor, basis=governor_class)
    if outer.status == "promised" and read_lemma(governor) in modals.EFFORT_VERBS:
        return replace(outer, negated=negated or outer.negated)  # "promised to try to reopen it"
    if outer.status == "possible" or (
        outer.status == "called_for" and governor_class in ("intention", "promise")
    ):
        return StatusReading(outer.status, negated, governor, governor_class)
    status = _STATUS_OF_CLASS.get(governor_class, "possible")
    return StatusReading(status, negated or outer.negated, governor, governor_class)


def _is_excluded(governor: Token, governor_class: WordClass, outer: StatusReading) -> bool:
    """Return whether a governor or its negation denies the event ("unable to", "did not plan to")."""
    if governor.lower_ in modals.EXCLUDING_GOVERNORS:
        return True
    return outer.negated and (outer.status == "denied" or governor_class == "possibility")


def _read_under_denial(governor: Token, outer: StatusReading) -> StatusReading:
    """Return the reading of an infinitive under "refuse", "deny" and the like."""
    if outer.negated:
        return StatusReading("possible", negated=False, governor=governor, basis="denial")
    status = outer.status if outer.status in ("possible", "called_for") else "denied"
    return StatusReading(status, negated=True, governor=governor, basis="denial")


def _read_under_implicative(
    governor: Token, outer: StatusReading, *, negated: bool
) -> StatusReading:
    """Return the reading under a word whose complement is as real as itself ("managed to")."""
    reading = _apply_negation(outer, negated=negated)
    is_continued = read_lemma(governor) in modals.CONTINUATION_VERBS
    if is_continued and reading.status == "happened" and read_tense(governor) != "past":
        return replace(reading, status="ongoing")
    return reading


def _apply_negation(reading: StatusReading, *, negated: bool) -> StatusReading:
    """Return the reading, if `negated`, of the opposite: what is real becomes denied, the rest keeps its status."""
    if not negated:
        return reading
    if reading.status in REAL:
        return replace(reading, status="denied", negated=True)
    return replace(reading, negated=not reading.negated)


def _read_governor(governor: Token, read_outer: OuterReader) -> StatusReading:
    """Return the reading of a governor itself; a noun or adjective has that of its verb."""
    modifiers = (child for child in governor.lefts if child.dep_ == "amod")
    if any(read_lemma(child) in modals.DROPPING_VERBS for child in modifiers):
        return StatusReading("denied", negated=True)  # "the scrapped plan to close the mill"
    if has_copula(governor):
        return read_verb_status(governor) or _HAPPENED
    if is_verb(governor):
        return read_outer(governor)
    head = governor.head
    if head == governor or not is_verb(head):
        return _HAPPENED
    outer = read_outer(head)
    is_dropped = classify_governing_verb(head) == "denial" or _is_dropping(head, governor)
    if is_dropped and outer.status in REAL:
        return StatusReading("denied", negated=True)
    return outer


def _is_dropping(verb: Token, noun: Token) -> bool:
    """Return whether a verb says that a plan is dropped ("cancelled plans to close the mill")."""
    if read_lemma(verb) not in modals.DROPPING_VERBS:
        return False
    is_subject = noun.dep_ in SUBJECT_LABELS
    return is_passive(verb) if is_subject else noun in find_objects(verb)


def _read_participle(
    verb: Token, governor: Token, read_outer: OuterReader, *, negated: bool
) -> StatusReading:
    """Return the reading of a participle beside a clause or after a noun."""
    if negated:
        return StatusReading("denied", negated=True)
    marks = [child for child in verb.lefts if child.dep_ in ADVERB_CASE_OR_MARKER_LABELS]
    if verb.dep_ == "pcomp":
        marks.append(verb.head)
    if any(map(_is_replacement, marks)):
        return StatusReading("denied", negated=True)
    if verb.tag_ == "VBN":
        return _HAPPENED
    outer = _read_governor(governor, read_outer)
    if is_noun(governor) and outer.status not in REAL:
        return StatusReading("ongoing", negated=False)
    return _HAPPENED if outer.negated else replace(outer, governor=None, basis="")


def _is_replacement(mark: Token) -> bool:
    """Return whether a word opens "instead of" or "rather than", or is the "of" or "than" of it."""
    pair = mark.doc[max(0, mark.i - 1) : mark.i + 2]
    words = [token.lower_ for token in pair]
    return any(
        first in REPLACEMENT_ADVERBS and second in REPLACEMENT_PREPOSITIONS
        for first, second in pairwise(words)
    )


def _read_under_neutral(
    verb: Token, governor: Token, read_outer: OuterReader, *, negated: bool
) -> StatusReading:
    """Return the reading under a governor of no class: a purpose is planned, a complement as real as its verb."""
    if is_infinitive(verb) and verb.dep_ in PURPOSE_CLAUSE_LABELS:
        outer = _read_governor(governor, read_outer)
        is_unreal = outer.status in ("possible", "called_for", "denied")
        return StatusReading("possible" if is_unreal else "planned", negated, governor, "purpose")
    if verb.dep_ in GOVERNED_CLAUSE_LABELS:
        if is_infinitive(verb) and is_copular(governor):
            return StatusReading("planned", negated, governor, "purpose")
        return _apply_negation(_read_governor(governor, read_outer), negated=negated)
    return _read_ungoverned(verb, negated=negated)


def _read_ungoverned(verb: Token, *, negated: bool) -> StatusReading:
    """Return the reading of a verb that is not finite and that nothing governs (in a headline or fragment)."""
    if is_infinitive(verb):
        return _read_ungoverned_infinitive(verb, negated=negated)
    if verb.tag_ == "VB":
        return StatusReading("called_for" if has_no_subject(verb) else "ongoing", negated)
    status = "denied" if negated else "ongoing" if verb.tag_ == "VBG" else "happened"
    return StatusReading(status, negated)


def _read_ungoverned_infinitive(verb: Token, *, negated: bool) -> StatusReading:
    """Return the reading of "Ministers to visit Oslo": planned where it has a subject."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECT_LABELS), None)
    if subject is None:
        return StatusReading("possible", negated)
    missed = _find_verb_between(subject, verb)
    if missed is not None:
        # "The member called for the minister to go", where the parser missed the main verb.
        return StatusReading("possible", negated, missed, "parse_error")
    return StatusReading("planned", negated, None, "future")


def _find_verb_between(subject: Token, verb: Token) -> Token | None:
    """Return a finite or past verb between an infinitive and the subject that the parser gave it, or None."""
    between = verb.doc[subject.i + 1 : verb.i]
    return next((token for token in between if token.tag_ in PAST_OR_THIRD_PERSON_TAGS), None)
