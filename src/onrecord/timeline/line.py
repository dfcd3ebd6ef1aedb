"""The timeline: events joined across pages, dated, scored, selected and put in order.

In: an open story. Out: entries. Out of scope: the story.

Source: days first, by how much is reported of them, then what to show of each, after Gholipour
Ghalandari & Ifrim, "Examining the state-of-the-art in news timeline summarization" (ACL 2020).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records.event import AHEAD
from onrecord.story import Story
from onrecord.timeline.entry import Entry
from onrecord.timeline.entry_text import is_sentence_opening, iter_worded
from onrecord.timeline.event_days import SURENESS, TimelineIndex, index_story
from onrecord.timeline.event_rows import EventRow, iter_event_rows
from onrecord.timeline.groups import EventDays, group_rows
from onrecord.timeline.scoring import score_event
from onrecord.timeline.thresholds import THRESHOLDS

_Line = tuple[Entry, EventRow]
"""An entry, and the event whose words it shows."""


def build_timeline(
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
        start, end: ISO days, may be partial, both inclusive; entries of no known day are left out.
        who: only what this story-wide entity did or had done to it.
    """
    index, events = index_story(story), list(iter_event_rows(story, who))
    days: EventDays = {event.id: index.resolve_day(event) for event in events}
    lines = [
        _mark_line(story, _build_line(index, group, days))
        for group in group_rows(index, events, days)
    ]
    if start is not None or end is not None:
        lines = [line for line in lines if _is_within(line[0], start, end)]
    if length is not None:
        kept = set(select_best([entry for entry, _ in lines], length))
        lines = [line for line in lines if line[0] in kept]
    entries = _merge_equal(index, iter_worded(story, index, lines))
    return tuple(sorted(entries, key=_rank_entry))


def select_best(
    entries: Iterable[Entry], n: int, *, per_day: int = THRESHOLDS.entries_per_day
) -> tuple[Entry, ...]:
    """Return the entries of the `n` best days, the best day and its highest score first.

    Args:
        per_day: how many entries of a day are kept.

    Days that a person pinned are best of all, also where there are more than `n`.
    """
    by_day: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (-entry.score, entry.events)):
        if entry.day is not None:
            by_day[entry.day].append(entry)
    # The first entry counts in full, each next one half: a day is not best for having many.
    worth = {
        day: sum(
            entry.score / 2**place
            for place, entry in enumerate(of_day[: THRESHOLDS.scored_per_day])
        )
        for day, of_day in by_day.items()
    }
    pinned = {day for day, of_day in by_day.items() if any(map(is_pinned, of_day))}
    ranked = sorted(worth, key=lambda day: (day not in pinned, -worth[day], day))
    kept = ranked[: max(n, len(pinned))]
    return tuple(entry for day in kept for entry in by_day[day][:per_day])


def is_pinned(entry: Entry) -> bool:
    """Return whether a person pinned the entry's day."""
    return any(mark.kind == "pin" for mark in entry.decided)


def _mark_line(story: Story, line: _Line) -> _Line:
    """Return a line with the marks of what people decided about its events and its day."""
    entry, shown = line
    marks = [mark for event in entry.events for mark in story.marks_of(event)]
    marks += [mark for mark in story.corrections.pins if mark.value == entry.day]
    return (replace(entry, decided=tuple(dict.fromkeys(marks))), shown) if marks else line


def _build_line(index: TimelineIndex, group: Sequence[EventRow], days: EventDays) -> _Line:
    shown = min(group, key=lambda event: _rank_event(index, event, days))
    interval, sureness = days[shown.id]
    pages = sorted({event.page for event in group})
    reports = index.count_independent(pages)
    entry = Entry(
        day=interval.shown if interval else None,
        sureness=sureness,
        status=shown.status,
        text=" ".join(shown.text.split()),
        events=tuple(sorted(event.id for event in group)),
        reports=reports,
        pages=tuple(pages),
        score=score_event(index, shown, sureness, reports),
    )
    return entry, shown


def _rank_event(
    index: TimelineIndex, event: EventRow, days: EventDays
) -> tuple[bool, int, bool, bool, int, str]:
    """Return a sort key; the event that a group shows has the least.

    A day set by hand, surest day, known type, words that can stand alone, longest clause, smallest id.
    """
    _, sureness = days[event.id]
    is_fragment = not is_sentence_opening(event.text)
    return (
        event.id not in index.hand_days,
        SURENESS.index(sureness),
        event.type is None,
        is_fragment,
        -len(event.text),
        event.id,
    )


def _merge_equal(index: TimelineIndex, entries: Iterable[Entry]) -> Iterable[Entry]:
    """Yield the entries, those that read the same as one: a sentence with two events is one entry."""
    by_words: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        key = entry.text, entry.told, entry.status in AHEAD, entry.status == "denied"
        by_words[key].append(entry)
    for equal in by_words.values():
        yield equal[0] if len(equal) == 1 else _merge(index, equal)


def _merge(index: TimelineIndex, entries: list[Entry]) -> Entry:
    """Return entries that read the same as one, with the surest of their days."""
    surest = min(
        entries,
        key=lambda entry: (SURENESS.index(entry.sureness), entry.day or "", entry.events),
    )
    pages = tuple(sorted({page for entry in entries for page in entry.pages}))
    return replace(
        surest,
        events=tuple(sorted({event for entry in entries for event in entry.events})),
        pages=pages,
        reports=index.count_independent(pages),
        score=max(entry.score for entry in entries),
        decided=tuple(dict.fromkeys(mark for entry in entries for mark in entry.decided)),
    )


def _is_within(entry: Entry, start: str | None, end: str | None) -> bool:
    """Return whether the entry's day may be from `start` to `end`, both inclusive."""
    interval = read_interval(entry.day)
    if interval is None:
        return False
    first, last = read_interval(start), read_interval(end)
    return (first is None or interval.last >= first.first) and (
        last is None or interval.first <= last.last
    )


def _rank_entry(entry: Entry) -> tuple[object, ...]:
    """Return the sort key of an entry: day, partial days first, then score; undated last."""
    interval = read_interval(entry.day)
    if interval is None:
        return True, "", 0, -entry.score, entry.events
    return False, interval.first.isoformat(), len(entry.day or ""), -entry.score, entry.events
