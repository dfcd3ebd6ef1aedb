"""Events in words that can't be taken for more than the page says: what did not surely happen says so first.

In: an event and the story's names. Out: one line. Out of scope: HTML.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Commitment, Event, Participant
from onrecord.records.event import REAL
from onrecord.story.participant_descriptions import describe_participant
from onrecord.story.tables import TableIndex

STATUS_WORDS = {
    "happened": "Happened",
    "ongoing": "Goes on",
    "planned": "Planned, not said to have happened",
    "promised": "Promised, not said to have happened",
    "possible": "Possible, not said to have happened",
    "called_for": "Called for, not said to have happened",
    "alleged": "Alleged, not confirmed",
    "denied": "Denied",
}
"""What a status means to somebody who knows nothing of the record."""


def is_real(event: Event) -> bool:
    """Return whether the page says in its own voice, and without a negation, that it happened or goes on."""
    return event.status in REAL and not event.negated


def describe_status(event: Event) -> str:
    """Return the status in words, with who alleges it, and whether the clause is negated."""
    words = STATUS_WORDS.get(event.status, event.status)
    by = f" by {_flatten(event.alleged_by.text)}" if event.alleged_by else ""
    return f"{words}{by}" + (" (the words are negated: not so)" if event.negated else "")


def describe_event(event: Event, index: TableIndex) -> str:
    """Return an event on one line; one that is not real begins with its status."""
    who, whom = _list_participants(event.actors, index), _list_participants(event.targets, index)
    told = " ".join(filter(None, (who or "not said who:", _flatten(event.trigger.text), whom)))
    return told if is_real(event) else f"{describe_status(event)}: {told}"


def describe_promise(promise: Commitment, index: TableIndex) -> str:
    """Return a promise on one line, with its giver and state."""
    giver = _list_participants((promise.who,), index) if promise.who else "not said who"
    words = promise.content.text if promise.content else promise.evidence.text
    return f"{giver}: {_flatten(words)} (a promise, {promise.state})"


def _list_participants(participants: Sequence[Participant], index: TableIndex) -> str:
    return ", ".join(
        _flatten(describe_participant(one, index.find_entity(one.entity))) for one in participants
    )


def _flatten(text: str) -> str:
    return " ".join(text.split())
