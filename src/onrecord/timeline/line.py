"""The line: events joined across pages, given a day, weighed, chosen and put in order.

In: an open story. Out: entries. Out of scope: the story.

Source: days first, by how much is told of them, then what to say of each, after Gholipour
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
from onrecord.timeline.entry_text import opens, worded
from onrecord.timeline.event_days import Told, told
from onrecord.timeline.event_rows import Tale, tales
from onrecord.timeline.groups import Days, groups
from onrecord.timeline.scoring import weigh

A_DAY = 3
"""Entries a day that are kept where only the best days are asked for."""
_RANK = {"day": 0, "month": 1, "year": 2, "before_published": 3, "unknown": 4}
Line = tuple[Entry, Tale]
"""An entry, and the tale whose words it shows."""


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
    known, found = told(story), list(tales(story, who))
    days: Days = {tale.id: known.day(tale) for tale in found}
    lines = [_line(known, group, days) for group in groups(known, found, days)]
    if start is not None or end is not None:
        lines = [line for line in lines if _within(line[0], start, end)]
    if length is not None:
        kept = set(best([entry for entry, _ in lines], length))
        lines = [line for line in lines if line[0] in kept]
    return tuple(sorted(_told_once(known, worded(story, known, lines)), key=_order))


def best(entries: Iterable[Entry], n: int, *, a_day: int = A_DAY) -> tuple[Entry, ...]:
    """Return the entries of the `n` best days, the best day and its weightiest entry first.

    Args:
        a_day: how many entries of a day are kept.
    """
    by_day: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (-entry.score, entry.events)):
        if entry.day is not None:
            by_day[entry.day].append(entry)
    # The first entry counts in full, each next one half: a day is not best for being long-winded.
    worth = {
        day: sum(entry.score / 2**place for place, entry in enumerate(found[:_COUNTED]))
        for day, found in by_day.items()
    }
    kept = sorted(worth, key=lambda day: (-worth[day], day))[:n]
    return tuple(entry for day in kept for entry in by_day[day][:a_day])


_COUNTED = 30
"""Entries of a day that add to its worth; the next would add a billionth."""


def _line(known: Told, group: Sequence[Tale], days: Days) -> Line:
    shown = min(group, key=lambda tale: _standing(tale, days)) if len(group) > 1 else group[0]
    reach, sureness = days[shown.id]
    pages = sorted({tale.page for tale in group})
    reports = known.independent(pages)
    entry = Entry(
        day=reach.shown if reach else None,
        sureness=sureness,
        status=shown.status,
        text=" ".join(shown.text.split()),
        events=tuple(sorted(tale.id for tale in group)),
        reports=reports,
        pages=tuple(pages),
        score=weigh(known, shown, sureness, reports),
    )
    return entry, shown


def _standing(tale: Tale, days: Days) -> tuple[object, ...]:
    """Return what the best of a group has least of.

    Surest day, known kind, words that can stand alone, widest clause, smallest id.
    """
    _, sureness = days[tale.id]
    return _RANK[sureness], tale.type is None, not opens(tale.text), -len(tale.text), tale.id


def _told_once(known: Told, entries: Iterable[Entry]) -> Iterable[Entry]:
    """Yield the entries, those that read the same as one: a sentence with two deeds is one line."""
    alike: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        key = entry.text, entry.told, entry.status in AHEAD, entry.status == "denied"
        alike[key].append(entry)
    for found in alike.values():
        yield found[0] if len(found) == 1 else _joined(known, found)


def _joined(known: Told, found: list[Entry]) -> Entry:
    """Return entries that read the same as one, with the surest day of theirs."""
    first = min(found, key=lambda one: (_RANK[one.sureness], one.day or "", one.events))
    pages = tuple(sorted({page for one in found for page in one.pages}))
    return replace(
        first,
        events=tuple(sorted({event for one in found for event in one.events})),
        pages=pages,
        reports=known.independent(pages),
        score=max(one.score for one in found),
    )


def _within(entry: Entry, start: str | None, end: str | None) -> bool:
    reach = read_interval(entry.day)
    if reach is None:
        return False
    first, last = read_interval(start), read_interval(end)
    return (first is None or reach.last >= first.first) and (
        last is None or reach.first <= last.last
    )


def _order(entry: Entry) -> tuple[object, ...]:
    reach = read_interval(entry.day)
    if reach is None:
        return True, "", 0, -entry.score, entry.events
    return False, reach.first.isoformat(), len(entry.day or ""), -entry.score, entry.events
