"""Tales: the few columns of events, times and pages that the line is drawn from.

In: an open story. Out: light rows. Out of scope: everything else of a record: a large story has
hundreds of thousands of events, and reading them whole takes most of a minute.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.link.events.same_event import deed_of
from onrecord.records.event import AHEAD
from onrecord.story import Story

_UNREAL = frozenset({"possible", "called_for", "denied"})
_COLUMNS = """e.id, e.page, e.start, e."end", e.text, json_extract(e."trigger", '$.text') AS did,
  e.type, e.status, e.negated, e.actors, e.targets, e.time"""


_NAME_WITHIN = re.compile(r'"text":"[^"]+ [A-Z][a-z]')
"""A capital inside a participant's words, not at their beginning, where every word has one."""


@dataclass(frozen=True, slots=True)
class Tale:
    """An event as the line needs it.

    `people` are the page's entities that take part; `named`: one of those who do has a name among
    its words ("the last group of Kestrian trainers"), whether an entity or not.
    """

    id: str
    page: str
    start: int
    end: int
    text: str
    did: str
    type: str | None
    status: str
    negated: bool
    people: tuple[str, ...]
    named: bool
    time: str | None

    @property
    def is_ahead(self) -> bool:
        """Whether it is told as still to come."""
        return self.status in AHEAD


def tales(story: Story, who: str | None) -> Iterator[Tale]:
    """Yield the events worth a line, in no order; only those of the story-wide entity `who`, if given."""
    sql = f"SELECT {_COLUMNS} FROM events e"
    if who is not None:
        sql += " WHERE e.id IN (SELECT record FROM involved WHERE who = ? AND kind = 'events')"
    for row in story.rows(sql, (who,) if who is not None else ()):
        actors, targets = row.pop("actors"), row.pop("targets")
        people = (*_people(actors), *_people(targets))
        named = bool(people) or _NAME_WITHIN.search(f"{actors}{targets}") is not None
        tale = Tale(**{**row, "negated": bool(row["negated"])}, people=people, named=named)
        if telling(tale):
            yield tale


def telling(tale: Tale) -> bool:
    """Return whether an event is worth a line.

    Somebody or something named takes part, or its deed is of a known kind; what is only possible,
    called for or denied needs both, and an entity. Light verbs tell nothing alone.
    """
    if tale.status in _UNREAL or tale.negated:
        return bool(tale.people) and tale.type is not None
    return tale.type is not None or (tale.named and bool(deed_of(tale.did)))


def _people(participants: str) -> Iterator[str]:
    # Most participants name nobody: those rows are not parsed.
    if '"entity":"' in participants:
        yield from (one["entity"] for one in json.loads(participants) if one["entity"])
