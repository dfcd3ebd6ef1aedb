"""Participation: whether somebody acts in an event or undergoes it, and whom it is done to.

In: a verb in its page, with its coding. Out: whether it has a participant that can act; the heads of its targets. Out of
scope: whether the verb denotes an event at all (`triggers`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.events.en.event_nouns import EVENT_NOUNS, NOUN_CLASSES
from onrecord.extract.events.en.labels import ADVERBIAL_LABELS
from onrecord.extract.events.en.nouns import UNDERTAKING_NOUNS
from onrecord.extract.events.en.verbs import (
    ENACTED_NOUNS,
    HAPPENING_VERBS,
    OCCURRENCE_VERBS,
    TARGET_PREPOSITIONS,
)
from onrecord.extract.events.plover import Coding
from onrecord.extract.events.triggers import SPEECH_ACT_ROOTS
from onrecord.language.clauses.event_status import read_status
from onrecord.language.clauses.mention_index import MentionIndex
from onrecord.language.clauses.participants import find_undergoers, is_agent
from onrecord.language.en.verbs import CONCRETE_CHANGE_VERBS, REPORTING_VERBS
from onrecord.language.syntax.dependencies import find_objects
from onrecord.language.syntax.obliques import find_obliques
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.phrases import find_conjuncts
from onrecord.language.syntax.verb_group import is_passive, read_lemma, read_tense
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROOTS_BY_THINGS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Roots whose actor may be a thing: a law, a weapon."""
_ROOTS_WITH_ACTOR = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})
"""Roots that need an actor or an agent as target: "conditions are met" is no meeting."""


@dataclass(frozen=True, slots=True)
class EventContext:
    """A verb that may denote an event, in its page.

    Attributes:
        mentions: the mentions and times of the page.
        block: the block of the verb.
        verb: the verb.
        coding: its PLOVER coding, or None.

    """

    mentions: MentionIndex
    block: Block
    verb: Token
    coding: Coding | None

    def is_agent(self, noun: Token) -> bool:
        """Return whether `noun` stands for somebody who can act."""
        return is_agent(self.mentions, self.block, noun)


def has_participant(context: EventContext, actors: list[Token], targets: list[Token]) -> bool:
    """Return whether somebody acts or undergoes the event: what excludes "prices hit a high"."""
    if _has_acting_subject(context, actors) or _is_occurrence(context, actors):
        return True
    if context.coding is None:
        return _is_passive_change(context, targets)
    root = context.coding.root
    if root == "ASSAULT" and any(map(_is_weapon, actors)):
        return True
    if any(map(context.is_agent, targets)):
        return not actors or root in _ROOTS_BY_THINGS
    return not actors and bool(targets) and root not in _ROOTS_WITH_ACTOR


def find_targets(context: EventContext) -> list[Token]:
    """Return the heads of whom or what an event is done to or with, without conjuncts."""
    heads = find_undergoers(context.verb)
    if context.coding is None:
        return heads
    heads = [noun for noun in heads if noun != context.coding.noun]
    phrases = find_obliques(context.verb)
    for noun in find_objects(context.verb)[-1:]:
        phrases = [*phrases, *find_obliques(noun)]
    prepositions = TARGET_PREPOSITIONS[context.coding.root]
    heads += [
        noun
        for words, noun in phrases
        if words in prepositions and words != "in" and context.is_agent(noun)
    ]
    if not heads and "in" in prepositions:
        heads = [noun for words, noun in phrases if words == "in" and context.is_agent(noun)]
    return heads


def is_dated(context: EventContext) -> bool:
    """Return whether a time depends on the verb itself."""
    nouns = [noun for _, noun in find_obliques(context.verb)]
    nouns += [child for child in context.verb.children if child.dep_ in ADVERBIAL_LABELS]
    return any(context.mentions.is_time(context.block.at(noun)) for noun in nouns)


def _has_acting_subject(context: EventContext, actors: list[Token]) -> bool:
    """Return whether an actor, or a noun coordinated with one, can act; "it" can where it stands for a body."""
    if any(context.is_agent(noun) for head in actors for noun in find_conjuncts(head)):
        return True
    return any(noun.lower_ == "it" for noun in actors) and _is_it_an_agent(context)


def _is_it_an_agent(context: EventContext) -> bool:
    """Return whether "it" stands for a body: it speaks, intends, or somebody reports what it does."""
    verb = context.verb
    if verb.dep_ == "ccomp" and read_lemma(verb.head) in REPORTING_VERBS:
        return True
    if context.coding is not None and context.coding.root in SPEECH_ACT_ROOTS:
        return True
    reading = read_status(verb)
    return reading.basis == "intention" or reading.status == "promised"


def _is_occurrence(context: EventContext, actors: list[Token]) -> bool:
    """Return whether something happened to a thing on a day, or an undertaking began or ended ("the trial opened")."""
    if not actors:
        return False
    if is_happening(context.verb) or _is_enactment(context.verb, actors):
        return True
    if read_lemma(context.verb) not in OCCURRENCE_VERBS:
        return False
    return is_dated(context) or any(map(_is_undertaking, actors))


def is_happening(verb: Token) -> bool:
    """Return whether a verb in the past says what happened to a thing by itself ("the bus overturned", "fighting broke out")."""
    particle = find_particle(verb)
    lemma = read_lemma(verb) + (f"_{particle.lower_}" if particle is not None else "")
    return lemma in HAPPENING_VERBS and read_tense(verb) == "past" and not is_passive(verb)


def _is_enactment(verb: Token, actors: list[Token]) -> bool:
    """Return whether a bill passed, without an object: "the bill passed by 12 votes"."""
    is_passing = read_lemma(verb) == "pass" and not find_objects(verb)
    return is_passing and any(noun.lemma_.lower() in ENACTED_NOUNS for noun in actors)


def _is_passive_change(context: EventContext, targets: list[Token]) -> bool:
    """Return whether a passive without root changes something or is done to an agent."""
    if not is_passive(context.verb):
        return False
    return read_lemma(context.verb) in CONCRETE_CHANGE_VERBS or any(map(context.is_agent, targets))


def _is_undertaking(noun: Token) -> bool:
    """Return whether a noun denotes what people do: what begins with it, they begin."""
    return noun.lemma_.lower() in EVENT_NOUNS or noun.lower_.removesuffix("s") in UNDERTAKING_NOUNS


def _is_weapon(noun: Token) -> bool:
    """Return whether a noun denotes what an assault is made with, or an assault."""
    lemma = noun.lemma_.lower()
    coding = EVENT_NOUNS.get(lemma)
    is_assault = coding is not None and coding[0] == "ASSAULT"
    return is_assault or lemma in NOUN_CLASSES["ATTACK"] or lemma in NOUN_CLASSES["ARMS"]
