"""Values of a card: each with its label, its words, and where it leads.

In: parts of a record and the room's visit. Out: `Value`s of plain text, and how times and sources are called. Out of
scope: which values a card has (`cards`), and markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.records import Participant, Record, Source, Time
from onrecord.story.time_descriptions import describe_time
from onrecord.web import labels
from onrecord.web.render import words_at
from onrecord.web.room import Visit

UNKNOWN_SOURCE = "somebody: who is not known"


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its label, its text, where it leads, and whether the text is the page's own words."""

    label: str
    text: str
    href: str | None = None
    words: bool = False


def time_text(time: Time) -> str:
    """Return a time's value as read, or what an open one waits for."""
    if told := describe_time(time):
        return told
    return f"open: waits for {labels.WAITS.get(time.waits_for or '', 'more')}"


def source_text(source: Source | None) -> str:
    """Return who a quote is attributed to, in the page's words."""
    return source.text if source is not None else UNKNOWN_SOURCE


def looked_up(visit: Visit, id_: str | None) -> Record | None:
    """Return the record with this id, or None where there is none."""
    if id_ is None or id_ in visit.known:
        return visit.known.get(id_ or "")
    try:
        found = visit.story.record(id_)
    except NotFound:
        return None
    return found if isinstance(found, Record) else None


def people(
    visit: Visit, label: str, page: str, participants: Iterable[Participant]
) -> Iterable[Value]:
    """Yield participants in the page's words, each with who in the story it is where that is another name."""
    for participant in participants:
        who = visit.who(participant.entity)
        at = words_at(page, participant.start, participant.end)
        yield Value(label, participant.text, at, words=True)
        if who is not None and who.name != participant.text:
            yield Value("that is", who.name, f"/who/{who.id}")


def part(label: str, page: str, text: str, start: int, end: int) -> Value:
    """Return a stretch of the page's words as a value that leads to them."""
    return Value(label, text, words_at(page, start, end), words=True)
