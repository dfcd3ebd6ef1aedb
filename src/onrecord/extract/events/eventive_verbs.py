"""Concrete deeds: whether a verb without a PLOVER root tells one, or a habit, an ability or a manner of speaking.

In: a verb of a parse, its reading, who does it and what to. Out: whether it is worth telling. Out of scope: verbs
that have a root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.deeds import (
    ARRIVAL_PLACE_NOUNS,
    ARRIVAL_PREDICATES,
    CURRENT_TIME_ADVERBS,
    GENERIC_PRONOUNS,
    NON_AGENTIVE_VERBS,
    REFLEXIVE_PRONOUNS,
    VAGUE_VERBS,
)
from onrecord.language.en.verbs import CHANGE_VERBS
from onrecord.language.syntax.dependencies import find_objects
from onrecord.language.syntax.dependency_labels import (
    MODIFIER_CLAUSE_LABELS,
    OBJECT_LABELS,
    PREPOSITION_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.obliques import find_obliques
from onrecord.language.syntax.tag_sets import BASE_OR_PRESENT_TAGS
from onrecord.language.syntax.verb_group import (
    find_auxiliaries,
    find_modal,
    is_infinitive,
    is_passive,
    is_perfect,
    is_progressive,
    list_auxiliary_lemmas,
    read_lemma,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token


def is_command(verb: Token) -> bool:
    """Return whether `verb` tells the reader what to do ("Visit us", "Let us see")."""
    if verb.tag_ not in BASE_OR_PRESENT_TAGS or is_infinitive(verb) or list_auxiliary_lemmas(verb):
        return False
    if any(child.dep_ in SUBJECT_LABELS for child in verb.children):
        return False
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and is_command(verb.head))


def arrival_of(predicate: Token) -> Token | None:
    """Return the "be" by which `predicate` says that somebody will be there ("will be home by May"), or None."""
    placed = predicate.lower_ in ARRIVAL_PLACE_NOUNS and any(
        child.dep_ in PREPOSITION_LABELS and child.lower_ in {"on", "in"}
        for child in predicate.lefts
    )
    if not placed and predicate.lower_ not in ARRIVAL_PREDICATES:
        return None
    if find_modal(predicate) not in {"will", "would", "shall"}:
        return None
    return next((c for c in find_auxiliaries(predicate) if c.lower_ == "be"), None)


def is_anybody(doers: Sequence[Token]) -> bool:
    """Return whether only people in general do it ("you can see")."""
    return bool(doers) and all(
        noun.lower_ in GENERIC_PRONOUNS and noun.tag_ != "CD" for noun in doers
    )


def is_deed(verb: Token, reading: StatusReading, *, dated: bool, named: bool) -> bool:
    """Return whether a verb without a root tells a deed.

    Args:
        verb: the verb.
        reading: what its clause says of it.
        dated: a time hangs on it.
        named: what it is done to is a name or a body that acts.
    """
    lemma = read_lemma(verb)
    if lemma in NON_AGENTIVE_VERBS or reading.kind == "condition" or find_modal(verb) == "can":
        return False
    if _is_to_oneself(verb) or _is_beside(verb, reading):
        return False
    counted = _is_counted(verb)
    changed = lemma in CHANGE_VERBS and is_passive(verb)
    if lemma in VAGUE_VERBS and not (dated or named or counted or changed):
        return False
    return dated or counted or not _is_habit(verb, reading)


def _is_to_oneself(verb: Token) -> bool:
    return any(
        child.lower_ in REFLEXIVE_PRONOUNS for child in verb.rights if child.dep_ in OBJECT_LABELS
    )


def _is_beside(verb: Token, reading: StatusReading) -> bool:
    """Return whether a participle only adds to what another verb tells ("marking the start of …")."""
    if reading.governor is not None:
        return False
    return (
        verb.tag_ == "VBG"
        and verb.dep_ in MODIFIER_CLAUSE_LABELS
        and not list_auxiliary_lemmas(verb)
    )


def _is_counted(verb: Token) -> bool:
    """Return whether a number hangs on what it is done to ("provides 140 trainers")."""
    nouns = [
        *find_objects(verb),
        *(noun for _, noun in find_obliques(verb)),
    ]
    return any(child.tag_ == "CD" for noun in nouns for child in (noun, *noun.lefts, *noun.rights))


def _is_habit(verb: Token, reading: StatusReading) -> bool:
    """Return whether a present tense tells what somebody always does."""
    if reading.status != "ongoing" or is_progressive(verb) or is_perfect(verb):
        return False
    return CURRENT_TIME_ADVERBS.isdisjoint(child.lower_ for child in verb.children)
