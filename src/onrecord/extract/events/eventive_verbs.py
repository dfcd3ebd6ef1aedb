"""Eventive verbs: whether a verb without a PLOVER root denotes a concrete event, or a habit, ability or manner of speaking.

In: a verb of a parse, its reading, its actors. Out: whether it should become an event; the "be" of an arrival. Out of scope:
verbs that have a root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.events.en.function_words import LOCATION_PREPOSITIONS
from onrecord.extract.events.en.nouns import (
    ARRIVAL_PLACE_NOUNS,
    ARRIVAL_PREDICATES,
    CURRENT_TIME_ADVERBS,
)
from onrecord.extract.events.en.verbs import NON_AGENTIVE_VERBS, VAGUE_VERBS
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.auxiliaries import FUTURE_OR_REPORTED_MODALS
from onrecord.language.en.function_words import GENERIC_PRONOUNS, REFLEXIVE_PRONOUNS
from onrecord.language.en.verbs import CONCRETE_CHANGE_VERBS
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


def is_imperative(verb: Token) -> bool:
    """Return whether `verb` is an imperative to the reader ("Visit us", "Let us see")."""
    if verb.tag_ not in BASE_OR_PRESENT_TAGS or is_infinitive(verb):
        return False
    if list_auxiliary_lemmas(verb) or any(child.dep_ in SUBJECT_LABELS for child in verb.children):
        return False
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and is_imperative(verb.head))


def find_arrival_copula(predicate: Token) -> Token | None:
    """Return the "be" with which `predicate` states that somebody will be there ("will be home by May"), or None."""
    is_place = predicate.lower_ in ARRIVAL_PLACE_NOUNS and any(
        child.dep_ in PREPOSITION_LABELS and child.lower_ in LOCATION_PREPOSITIONS
        for child in predicate.lefts
    )
    if not is_place and predicate.lower_ not in ARRIVAL_PREDICATES:
        return None
    if find_modal(predicate) not in FUTURE_OR_REPORTED_MODALS:
        return None
    return next((aux for aux in find_auxiliaries(predicate) if aux.lower_ == "be"), None)


def is_generic(actors: Sequence[Token]) -> bool:
    """Return whether all actors are people in general ("you can see"); false for none."""
    return bool(actors) and all(
        noun.lower_ in GENERIC_PRONOUNS and noun.tag_ != "CD" for noun in actors
    )


def is_concrete_event(
    verb: Token, reading: StatusReading, *, is_dated: bool, has_named_target: bool
) -> bool:
    """Return whether a verb without a root denotes a concrete event.

    Args:
        verb: the verb.
        reading: what its clause states of it.
        is_dated: whether a time depends on it.
        has_named_target: whether it is done to a name or to a body that can act.

    """
    if _is_excluded(verb, reading):
        return False
    is_counted = _has_counted_argument(verb)
    lemma = read_lemma(verb)
    is_changed = lemma in CONCRETE_CHANGE_VERBS and is_passive(verb)
    if lemma in VAGUE_VERBS and not (is_dated or has_named_target or is_counted or is_changed):
        return False
    return is_dated or is_counted or not _is_habitual(verb, reading)


def _is_excluded(verb: Token, reading: StatusReading) -> bool:
    """Return whether nobody acts, or the verb is a condition, an ability, reflexive or only a modifier."""
    if read_lemma(verb) in NON_AGENTIVE_VERBS or reading.basis == "condition":
        return True
    if find_modal(verb) == "can" or is_reflexive(verb):
        return True
    return _is_participial_addition(verb, reading)


def is_reflexive(verb: Token) -> bool:
    """Return whether what is done is done to the one who does it ("devoted himself to gardening")."""
    return any(
        child.lower_ in REFLEXIVE_PRONOUNS for child in verb.rights if child.dep_ in OBJECT_LABELS
    )


def _is_participial_addition(verb: Token, reading: StatusReading) -> bool:
    """Return whether a participle only adds to the event of another verb ("marking the start of …")."""
    if reading.governor is not None or verb.tag_ != "VBG":
        return False
    return verb.dep_ in MODIFIER_CLAUSE_LABELS and not list_auxiliary_lemmas(verb)


def _has_counted_argument(verb: Token) -> bool:
    """Return whether a number depends on an object or oblique of the verb ("provides 140 trainers")."""
    nouns = [*find_objects(verb), *(noun for _, noun in find_obliques(verb))]
    return any(child.tag_ == "CD" for noun in nouns for child in (noun, *noun.lefts, *noun.rights))


def _is_habitual(verb: Token, reading: StatusReading) -> bool:
    """Return whether a present tense states what somebody always does."""
    if reading.status != "ongoing" or is_progressive(verb) or is_perfect(verb):
        return False
    return CURRENT_TIME_ADVERBS.isdisjoint(child.lower_ for child in verb.children)
