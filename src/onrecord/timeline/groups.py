"""Groups: events of a story that report the same one.

In: event rows and the look-ups. Out: lists of rows. Out of scope: what an entry shows of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.link.comparison.union_find import UnionFind
from onrecord.records.event import group_status
from onrecord.timeline.clause_words import PRESENT_PARTICIPLE, TEMPORAL_CONJUNCTION
from onrecord.timeline.event_days import EventDay, TimelineIndex
from onrecord.timeline.event_rows import EventRow
from onrecord.timeline.thresholds import THRESHOLDS

EventDays = dict[str, EventDay]
"""The day of each event, by id."""


def group_rows(
    index: TimelineIndex, events: list[EventRow], days: EventDays
) -> list[list[EventRow]]:
    """Return the events in groups that report the same one: by links, repeated words, and clauses within clauses."""
    by_id = {event.id: event for event in events}
    unions = UnionFind(by_id)
    for a, b in index.same_event:
        # A plan and what came of it are one event, and two entries.
        if a in by_id and b in by_id and _is_like_status(by_id[a], by_id[b]):
            unions.join(a, b)
    first_of: dict[tuple[object, ...], str] = {}
    for event in sorted(events, key=lambda event: (event.page, event.id)):
        # What a page and its copies state twice in the same words is one entry.
        words = " ".join(event.text.casefold().split())
        key = index.family_of[event.page], words, days[event.id], event.negated
        unions.join(first_of.setdefault(key, event.id), event.id)
    for inner, outer in _iter_nested(events, days):
        unions.join(inner, outer)
    return [[by_id[id_] for id_ in group] for group in unions.list_groups()]


def _is_like_status(a: EventRow, b: EventRow) -> bool:
    """Return whether both are said to be real, ahead, alleged or denied."""
    return group_status(a.status) == group_status(b.status) and a.negated == b.negated


def _iter_nested(events: Iterable[EventRow], days: EventDays) -> Iterator[tuple[str, str]]:
    """Yield ids (of an event, of the event whose clause its clause belongs to), page by page."""
    by_page: dict[str, list[EventRow]] = defaultdict(list)
    for event in events:
        by_page[event.page].append(event)
    for on_page in by_page.values():
        ordered = sorted(on_page, key=lambda event: (event.start, -event.end, event.id))
        yield from _iter_nested_on_page(ordered, days)


def _iter_nested_on_page(ordered: list[EventRow], days: EventDays) -> Iterator[tuple[str, str]]:
    """Yield the main clause of each "when" clause, and the innermost clause around each of its day and time."""
    around: list[EventRow] = []
    for event in ordered:
        around = [outer for outer in around if outer.end >= event.end]
        if (main := _find_main_clause(event, around, ordered)) is not None:
            yield event.id, main
        for outer in around:
            if outer.is_ahead == event.is_ahead and _is_same_day(event, outer, days):
                yield event.id, outer.id
                break
        around.append(event)


def _is_same_day(event: EventRow, outer: EventRow, days: EventDays) -> bool:
    """Return whether an event is of the day of the clause around it.

    "…, completing a deployment" has no day of its own: it goes on at the same time as its clause.
    """
    if days[outer.id] == days[event.id]:
        return True
    return event.time is None and PRESENT_PARTICIPLE.match(event.text) is not None


def _find_main_clause(
    event: EventRow, around: list[EventRow], ordered: list[EventRow]
) -> str | None:
    """Return the id of the event whose clause ends right before this one's "when …", or None."""
    if event.time is not None or not TEMPORAL_CONJUNCTION.match(event.text):
        return None
    for other in ordered:
        is_right_before = 0 <= event.start - other.end <= THRESHOLDS.clause_gap
        if is_right_before and other.status == event.status and other not in around:
            return other.id
    return None
