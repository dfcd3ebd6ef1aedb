"""Parties: who makes a commitment, and to whom.

In: an event in its clause. Out: participants, or None where the clause names none. Out of scope: whether the event is a
commitment (`rules`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.commitments.en.words import RECIPIENT_VERBS
from onrecord.extract.commitments.rules import EventInClause, find_committed_actor
from onrecord.language.clauses.event_status import read_status
from onrecord.language.clauses.participants import build_participants
from onrecord.language.en.modals import PROMISE_VERBS
from onrecord.language.syntax.dependencies import find_objects
from onrecord.language.syntax.obliques import find_obliques
from onrecord.language.syntax.verb_group import is_verb, read_lemma
from onrecord.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_maker(clause: EventInClause) -> Participant | None:
    """Return who makes the commitment: who promises, intends or is to act, else the event's first actor."""
    verb = clause.verb
    actor = find_committed_actor(verb, read_status(verb)) if is_verb(verb) else None
    if actor is not None:
        participants = build_participants(clause.mentions, clause.block, [actor])
        if participants:
            return _find_same(participants[0], clause.event.actors)
    return clause.event.actors[0] if clause.event.actors else None


def _find_same(maker: Participant, actors: tuple[Participant, ...]) -> Participant:
    """Return the event's actor with the words of the maker, whose pronoun may have been resolved; else the maker."""
    return next((actor for actor in actors if actor.start == maker.start), maker)


def find_recipient(clause: EventInClause) -> Participant | None:
    """Return whom the promise is made to: the object of "promised" or "assured", or a noun after "to"."""
    governor = _find_promise_verb(clause.verb)
    if governor is None:
        return None
    objects = find_objects(governor)
    is_thing_alone = governor is clause.verb and len(objects) == 1  # "promised two surgical teams"
    heads = [noun for noun in objects if clause.is_agent(noun) and not is_thing_alone]
    heads += [
        noun for words, noun in find_obliques(governor) if words == "to" and clause.is_agent(noun)
    ]
    participants = build_participants(clause.mentions, clause.block, heads[:1])
    return participants[0] if participants else None


def _find_promise_verb(verb: Token) -> Token | None:
    """Return the word by which the commitment is made: the governor of a promise, else `verb`; None where it is none."""
    reading = read_status(verb) if is_verb(verb) else None
    is_promise = reading is not None and reading.basis == "promise"
    governor = reading.governor if reading is not None and is_promise else verb
    if governor is None:
        return None
    lemma = read_lemma(governor)
    return governor if lemma in PROMISE_VERBS or lemma in RECIPIENT_VERBS else None
