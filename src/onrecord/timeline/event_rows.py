"""Event rows: the few columns of events that the timeline is made of.

In: an open story. Out: rows. Out of scope: everything else of a record: a large story has
hundreds of thousands of events, and reading them whole takes most of a minute.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.link.events.trigger_keys import build_trigger_key
from onrecord.records.event import AHEAD
from onrecord.story import Story

_UNREAL = frozenset({"possible", "called_for", "alleged", "denied"})
_COLUMNS = """e.id, e.page, e.start, e."end", e.text, json_extract(e."trigger", '$.text') AS trigger_text,
  e.type, e.status, e.negated, e.actors, e.targets, e.time"""
_NAME_INSIDE = re.compile(r'"text":"[^"]+ [A-Z][a-z]')
"""A capital inside a participant's words in JSON, not at their beginning, where every word has one."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as the timeline needs it.

    Attributes:
        start, end, text: of its clause. time: id of its time, or None.
        entities: page-level ids of those that take part.
        is_named: a participant has a name among its words ("the last group of Kestrian trainers"), whether
            an entity or not.
    """

    id: str
    page: str
    start: int
    end: int
    text: str
    trigger_text: str
    type: str | None
    status: str
    negated: bool
    entities: tuple[str, ...]
    is_named: bool
    time: str | None

    @property
    def is_ahead(self) -> bool:
        """Whether it is stated as still to come."""
        return self.status in AHEAD


def iter_event_rows(story: Story, who: str | None) -> Iterator[EventRow]:
    """Yield the events worth an entry, in no order; only those of the story-wide entity `who`, if given."""
    sql = f"SELECT {_COLUMNS} FROM events e"
    if who is not None:
        sql += " WHERE e.id IN (SELECT record FROM involved WHERE who = ? AND kind = 'events')"
    for row in story.rows(sql, (who,) if who is not None else ()):
        actors, targets = row.pop("actors"), row.pop("targets")
        entities = (*_iter_entities(actors), *_iter_entities(targets))
        is_named = bool(entities) or _NAME_INSIDE.search(f"{actors}{targets}") is not None
        row["negated"] = bool(row["negated"])
        event = EventRow(**row, entities=entities, is_named=is_named)
        if is_notable(event):
            yield event


def is_notable(event: EventRow) -> bool:
    """Return whether an event is worth an entry.

    Its type is known, or a participant has a name; what is only possible, called for or denied needs
    a known type and an entity. A light verb without a type is worth none.
    """
    if event.status in _UNREAL or event.negated:
        return bool(event.entities) and event.type is not None
    return event.type is not None or (
        event.is_named and bool(build_trigger_key(event.trigger_text))
    )


def _iter_entities(participants: str) -> Iterator[str]:
    """Yield the entity ids among participants in JSON."""
    # Most participants name nobody: those rows are not parsed.
    if '"entity":"' in participants:
        yield from (one["entity"] for one in json.loads(participants) if one["entity"])
