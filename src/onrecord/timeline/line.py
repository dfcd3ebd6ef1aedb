"""The line: events joined across pages, given a day, weighed, chosen and put in order.

In: an open story. Out: entries. Leaves alone: the story.

Source: days first, by how much is told of them, then what to say of each, after Gholipour
Ghalandari & Ifrim, "Examining the state-of-the-art in news timeline summarization" (ACL 2020).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from onrecord.link.days import reach_of
from onrecord.link.unions import Unions
from onrecord.records import Event, Link
from onrecord.story import Story
from onrecord.timeline.entry import Entry
from onrecord.timeline.told import AHEAD, Told, telling, told
from onrecord.timeline.weigh import weigh
from onrecord.timeline.wording import worded

_WHEN = re.compile(r"(?:when|as|while) ", re.IGNORECASE)
_A_DAY = 3
"""Entries a day that are kept where only the best days are asked for."""
_RANK = {"day": 0, "month": 1, "year": 2, "before_published": 3, "unknown": 4}


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
        length: only the entries of so many best days, at most three a day; None is all.
        start, end: ISO days, may be partial, both inclusive; entries of no known day fall out.
        who: only what this story-wide entity did or had done to it.
    """
    links = story.links()
    known = told(story, links)
    events = [event for event in story.records("events", entity=who) if isinstance(event, Event)]
    groups = _groups(known, [event for event in events if telling(event)], links)
    entries = [_entry(known, group) for group in groups]
    entries = [entry for entry in entries if _within(entry, start, end)]
    if length is not None:
        entries = _best(entries, length)
    return tuple(sorted(_told_once(known, worded(story, known, entries)), key=_order))


def _groups(known: Told, events: list[Event], links: Iterable[Link]) -> list[list[Event]]:
    """Return events that tell of the same one together: by links, and by clauses within clauses."""
    by_id = {event.id: event for event in events}
    unions = Unions(by_id)
    for link in links:
        if link.kind == "same_event" and link.a in by_id and link.b in by_id:
            unions.join(link.a, link.b)
    lines: dict[tuple[object, ...], str] = {}
    for event in sorted(events, key=lambda event: (event.evidence.page, event.id)):
        # What a page and its copies say twice in the same words is one line.
        words = " ".join(event.evidence.text.casefold().split())
        key = known.family[event.evidence.page], words, known.day(event), event.negated
        unions.join(lines.setdefault(key, event.id), event.id)
    for inner, outer in _nested(known, events):
        unions.join(inner, outer)
    return [[by_id[id_] for id_ in group] for group in unions.groups()]


def _nested(known: Told, events: list[Event]) -> Iterable[tuple[str, str]]:
    """Yield (event, event whose clause holds its clause) where both are told for one day and alike ahead."""
    by_page: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_page[event.evidence.page].append(event)
    for found in by_page.values():
        ordered = sorted(
            found, key=lambda event: (event.evidence.start, -event.evidence.end, event.id)
        )
        open_clauses: list[Event] = []
        for event in ordered:
            open_clauses = [one for one in open_clauses if one.evidence.end >= event.evidence.end]
            if (main := _main_clause(event, open_clauses, ordered)) is not None:
                yield event.id, main
            for outer in open_clauses:
                alike = known.is_ahead(outer) == known.is_ahead(event)
                if alike and known.day(outer) == known.day(event):
                    yield event.id, outer.id
                    break
            open_clauses.append(event)


def _main_clause(event: Event, around: list[Event], ordered: list[Event]) -> str | None:
    """Return the event whose clause runs up to this one's "when …": it tells the same moment's other half."""
    if event.time is not None or not _WHEN.match(event.evidence.text):
        return None
    for other in ordered:
        gap = event.evidence.start - other.evidence.end
        if other not in around and 0 <= gap <= 2 and other.status == event.status:
            return other.id
    return None


def _entry(known: Told, group: list[Event]) -> Entry:
    best = min(group, key=lambda event: _standing(known, event))
    reach, sureness = known.day(best)
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
        score=weigh(known, best, sureness, reports),
    )


def _standing(known: Told, event: Event) -> tuple[object, ...]:
    """Return what the best of a group has least of: surest day, known kind, widest clause, smallest id."""
    _, sureness = known.day(event)
    return _RANK[sureness], event.type is None, -len(event.evidence.text), event.id


def _told_once(known: Told, entries: Iterable[Entry]) -> Iterable[Entry]:
    """Return the entries, those that read the same as one: a sentence with two deeds is one line."""
    found: dict[tuple[object, ...], Entry] = {}
    for entry in sorted(entries, key=lambda one: (_RANK[one.sureness], one.day or "", one.events)):
        key = entry.text, entry.status in AHEAD, entry.status == "denied"
        first = found.get(key)
        if first is None:
            found[key] = entry
            continue
        pages = tuple(sorted({*first.pages, *entry.pages}))
        found[key] = replace(
            first,
            events=tuple(sorted({*first.events, *entry.events})),
            pages=pages,
            reports=len({known.family[page] for page in pages}),
            score=max(first.score, entry.score),
        )
    return found.values()


def _within(entry: Entry, start: str | None, end: str | None) -> bool:
    if start is None and end is None:
        return True
    reach = reach_of(entry.day)
    if reach is None:
        return False
    first, last = reach_of(start), reach_of(end)
    return (first is None or reach.last >= first.first) and (
        last is None or reach.first <= last.last
    )


def _best(entries: list[Entry], length: int) -> list[Entry]:
    by_day: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (-entry.score, entry.events)):
        if entry.day is not None:
            by_day[entry.day].append(entry)
    # The first entry counts in full, each next one half: a day is not best for being long-winded.
    worth = {
        day: sum(entry.score / 2**place for place, entry in enumerate(found))
        for day, found in by_day.items()
    }
    kept = sorted(worth, key=lambda day: (-worth[day], day))[:length]
    return [entry for day in kept for entry in by_day[day][:_A_DAY]]


def _order(entry: Entry) -> tuple[object, ...]:
    reach = reach_of(entry.day)
    if reach is None:
        return True, "", 0, -entry.score, entry.events
    return False, reach.first.isoformat(), len(entry.day or ""), -entry.score, entry.events
