"""The line: events joined across pages, given a day, weighed, chosen and put in order.

In: an open story. Out: entries. Leaves alone: the story.

Source: joining and choosing days after date-wise timeline summarisation (Gholipour Ghalandari &
Ifrim 2020): days first, by how much is told of them, then what to say of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.link.days import Reach, dated_reach, reach_of, time_reach
from onrecord.link.unions import Unions
from onrecord.records import Event, Link, Time
from onrecord.story import PageHead, Story
from onrecord.timeline.entry import Entry

_AHEAD = frozenset({"planned", "promised", "possible", "called_for"})
_STATUS_WEIGHT = {
    "happened": 1.0,
    "ongoing": 0.8,
    "promised": 0.8,
    "planned": 0.7,
    "denied": 0.4,
    "called_for": 0.4,
    "possible": 0.4,
}
_SURE_WEIGHT = {"day": 1.0, "month": 0.7, "year": 0.5, "before_published": 0.3, "unknown": 0.1}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the line is drawn from."""

    heads: Mapping[str, PageHead]
    times: Mapping[str, Time]
    family: Mapping[str, str]
    mentions: Mapping[str, int]
    same: Mapping[str, str]


def timeline(
    story: Story,
    *,
    length: int | None = None,
    start: str | None = None,
    end: str | None = None,
    who: str | None = None,
) -> tuple[Entry, ...]:
    """Return the story's entries in order of day, those of no known day last.

    Args:
        length: only the entries of so many best days; None is all.
        start, end: ISO days, may be partial, both inclusive; entries of no known day fall out.
        who: only what this story-wide entity did or had done to it.
    """
    links = story.links()
    known = _known(story, links)
    events = [event for event in story.records("events", entity=who) if isinstance(event, Event)]
    entries = [_entry(known, group) for group in _groups(events, links)]
    entries = [entry for entry in entries if _within(entry, start, end)]
    if length is not None:
        entries = _best(entries, length)
    return tuple(sorted(entries, key=_order))


def _known(story: Story, links: Iterable[Link]) -> _Known:
    heads = {head.id: head for head in story.heads()}
    unions = Unions(heads)
    for link in links:
        if link.kind in {"copy", "version"} and link.a in heads and link.b in heads:
            unions.join(link.a, link.b)
    return _Known(
        heads=heads,
        times={time.id: time for time in story.records("times") if isinstance(time, Time)},
        family={page: unions.find(page) for page in heads},
        mentions={entity.id: entity.mentions for entity in story.who()},
        same={row["entity"]: row["who"] for row in story.rows("SELECT entity, who FROM same")},
    )


def _groups(events: list[Event], links: Iterable[Link]) -> list[list[Event]]:
    """Return events that make the line, those that tell of the same one together."""
    telling = {event.id: event for event in events if _tells(event)}
    unions = Unions(telling)
    for link in links:
        if link.kind == "same_event" and link.a in telling and link.b in telling:
            unions.join(link.a, link.b)
    return [[telling[id_] for id_ in group] for group in unions.groups()]


def _tells(event: Event) -> bool:
    """Return whether an event is worth a line: a known kind of deed, or somebody named does it."""
    named = any(participant.entity for participant in (*event.actors, *event.targets))
    return event.type is not None or named


def _entry(known: _Known, group: list[Event]) -> Entry:
    dated = [(event, *_day(known, event)) for event in group]
    rank = {sureness: place for place, sureness in enumerate(_SURE_WEIGHT)}
    best, reach, sureness = min(
        dated, key=lambda item: (rank[item[2]], item[1].last.isoformat() if item[1] else "~", item[0].id)
    )
    pages = sorted({event.evidence.page for event in group})
    reports = len({known.family[page] for page in pages})
    return Entry(
        day=reach.shown if reach else None,
        sureness=sureness,
        status=best.status,
        text=" ".join(best.evidence.text.split()),
        events=tuple(sorted(event.id for event in group)),
        reports=reports,
        pages=tuple(pages),
        score=_score(known, best, sureness, reports),
    )


def _day(known: _Known, event: Event) -> tuple[Reach | None, str]:
    """Return (the days an event is told for, how sure): its own time, else no later than its page."""
    reach = time_reach(known.times.get(event.time or ""))
    if reach is not None:
        return reach, reach.sureness
    if event.status in _AHEAD or event.negated:
        return None, "unknown"
    published = dated_reach(known.heads[event.evidence.page].published)
    return (published, "before_published") if published else (None, "unknown")


def _score(known: _Known, event: Event, sureness: str, reports: int) -> float:
    people = [
        known.mentions.get(known.same.get(participant.entity, participant.entity), 1)
        for participant in (*event.actors, *event.targets)
        if participant.entity
    ]
    most = max(known.mentions.values(), default=1)
    central = max(people, default=0) / most if most else 0.0
    kind = 1.0 if event.type else 0.6
    score = (1 + reports) * _SURE_WEIGHT[sureness] * _STATUS_WEIGHT.get(event.status, 0.3) * kind
    return round(score * (0.5 + central), 4)


def _within(entry: Entry, start: str | None, end: str | None) -> bool:
    if start is None and end is None:
        return True
    reach = reach_of(entry.day)
    if reach is None:
        return False
    first, last = reach_of(start), reach_of(end)
    return (first is None or reach.last >= first.first) and (last is None or reach.first <= last.last)


def _best(entries: list[Entry], length: int) -> list[Entry]:
    days: dict[str, float] = defaultdict(float)
    for entry in entries:
        if entry.day is not None and entry.sureness in {"day", "month", "year"}:
            days[entry.day] += entry.score
    kept = sorted(days, key=lambda day: (-days[day], day))[:length]
    return [entry for entry in entries if entry.day in kept and entry.sureness in {"day", "month", "year"}]


def _order(entry: Entry) -> tuple[object, ...]:
    reach = reach_of(entry.day)
    first = reach.first.isoformat() if reach else "~"
    return first, len(entry.day or "") , -entry.score, entry.events
