"""Values of a card: each with its label, its words, and where it leads.

In: parts of a record and the room's visit. Out: `Value`s of plain text, and the names of times and sources. Out of
scope: which values a card has (`cards`), and markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.records import (
    Comment,
    Commitment,
    Event,
    Figure,
    Mention,
    Participant,
    Quote,
    Record,
    Source,
    Time,
)
from onrecord.records.time import ANCHORS_IN_WORDS
from onrecord.story.time_descriptions import describe_time
from onrecord.web.render import build_words_address
from onrecord.web.room import Visit

UNKNOWN_SOURCE = "somebody: who is not known"


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its label, its text, where it leads, and whether the text is the page's own words."""

    label: str
    text: str
    href: str | None = None
    words: bool = False


def format_time(time: Time) -> str:
    """Return a time's value as read, or what an open one waits for."""
    if description := describe_time(time):
        return description
    return f"open: waits for {ANCHORS_IN_WORDS.get(time.waits_for or '', 'more')}"


def format_words_and_value(time: Time) -> str:
    """Return a time's words with the value read, or once where these are the same."""
    words, read = " ".join(time.evidence.text.split()), format_time(time)
    return words if words.casefold() == read.casefold() else f"{words} — {read}"


def format_source(source: Source | None) -> str:
    """Return who a quote is attributed to, in the page's words."""
    return source.text if source is not None else UNKNOWN_SOURCE


def find_record(visit: Visit, id_: str | None) -> Record | None:
    """Return the record with this id, or None where there is none."""
    if id_ is None or id_ in visit.records_by_id:
        return visit.records_by_id.get(id_ or "")
    try:
        record = visit.story.record(id_)
    except NotFound:
        return None
    return record if isinstance(record, Record) else None


def load_records(visit: Visit, ids: Iterable[str | None]) -> None:
    """Read the records with these ids, those not read yet, for `find_record`: all at once."""
    missing = {id_ for id_ in ids if id_ is not None and id_ not in visit.records_by_id}
    if missing:
        found = visit.story.find_records(sorted(missing))
        visit.records_by_id.update({one.id: one for one in found if isinstance(one, Record)})


def load_referred(visit: Visit, records: Iterable[Record]) -> None:
    """Read, for the cards of `records`, the records that these refer to, and who their entities are: all at once."""
    given = list(records)
    visit.records_by_id.update({record.id: record for record in given})
    load_records(visit, (id_ for record in given for id_ in iter_referred_ids(record)))
    events = (visit.records_by_id.get(one.event) for one in given if isinstance(one, Commitment))
    known = [*given, *(event for event in events if event is not None)]
    visit.load_entities(id_ for record in known for id_ in iter_entity_ids(record))


def iter_referred_ids(record: Record) -> Iterator[str | None]:
    """Yield the ids of the records that a card of `record` tells of; None where there is none."""
    if isinstance(record, Event):
        yield from (record.time, record.said_by)
    elif isinstance(record, Commitment):
        yield from (record.event, record.due, *record.tellings)
    elif isinstance(record, Figure):
        yield from (record.as_of, record.according_to)
    elif isinstance(record, Time):
        yield record.anchor
    elif isinstance(record, Comment):
        yield record.parent


def iter_entity_ids(record: Record) -> Iterator[str | None]:
    """Yield the ids of the page's entities that a card of `record` names; None where it is not known which."""
    if isinstance(record, Event):
        yield from (one.entity for one in (*record.actors, *record.targets))
    elif isinstance(record, Commitment):
        yield from (one.entity for one in (record.who, record.to_whom) if one is not None)
    elif isinstance(record, Quote):
        yield record.source.entity if record.source is not None else None
    elif isinstance(record, Mention):
        yield record.entity


def iter_participant_values(
    visit: Visit, label: str, page: str, participants: Iterable[Participant]
) -> Iterable[Value]:
    """Yield participants in the page's words, each with the entity's name in the story where that is another."""
    for participant in participants:
        who = visit.find_entity(participant.entity)
        at = build_words_address(page, participant.start, participant.end)
        yield Value(label, participant.text, at, words=True)
        if who is not None and who.name != participant.text:
            yield Value("that is", who.name, f"/who/{who.id}")


def build_part_value(label: str, page: str, text: str, start: int, end: int) -> Value:
    """Return a stretch of the page's words as a value that leads to them."""
    return Value(label, text, build_words_address(page, start, end), words=True)
