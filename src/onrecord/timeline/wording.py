"""How an entry reads: a clause that can't stand alone is given its whole sentence.

In: entries and the story. Out: entries. Leaves alone: clauses that open with a capital, a figure or
a quotation mark, but for what is denied: without its sentence it would read as told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.link.words import sentence_span
from onrecord.records import Event, Time
from onrecord.story import Story
from onrecord.timeline.entry import Entry
from onrecord.timeline.told import Told

_LONGEST = 400
_CHUNK = 500


def worded(story: Story, known: Told, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, fragments with the sentence they stand in.

    Where the sentence tells another time too, the fragment stays, with a mark that it is one: the
    sentence's main clause would be read as of the fragment's day.
    """
    listed = list(entries)
    wholes = dict(_sentences(story, known, [entry for entry in listed if not _stands(entry)]))
    for entry in listed:
        whole = wholes.get(entry.events)
        yield entry if whole is None else replace(entry, text=whole)


def _stands(entry: Entry) -> bool:
    first = entry.text[:1]
    opens = first.isupper() or first.isdigit() or first in "“‘\"'£$€"
    return opens and entry.status != "denied"


def _sentences(
    story: Story, known: Told, entries: list[Entry]
) -> Iterator[tuple[tuple[str, ...], str]]:
    by_page = _by_page(story, entries)
    times: dict[str, list[Time]] = defaultdict(list)
    for time in known.times.values():
        if time.value and time.type in {"DATE", "TIME"}:
            times[time.evidence.page].append(time)
    pages = sorted(by_page)
    for place in range(0, len(pages), _CHUNK):
        some = pages[place : place + _CHUNK]
        marks = ", ".join("?" for _ in some)
        for row in story.rows(f"SELECT id, text FROM pages WHERE id IN ({marks})", some):
            for entry, event in by_page[row["id"]]:
                yield entry.events, _reading(row["text"], entry, event, times[row["id"]])


def _by_page(story: Story, entries: list[Entry]) -> dict[str, list[tuple[Entry, Event]]]:
    found: dict[str, list[tuple[Entry, Event]]] = defaultdict(list)
    if entries:
        told = story.records("events")
        events = {event.id: event for event in told if isinstance(event, Event)}
        for entry in entries:
            event = next(one for id_ in entry.events if _tells(one := events[id_], entry))
            found[event.evidence.page].append((entry, event))
    return found


def _reading(text: str, entry: Entry, event: Event, times: list[Time]) -> str:
    start, end = sentence_span(text, event.evidence.start)
    whole = " ".join(text[start:end].split())
    inside = event.evidence
    other = any(
        start <= time.evidence.start < end and not inside.start <= time.evidence.start < inside.end
        for time in times
    )
    dated = entry.sureness in {"day", "month", "year"}
    if len(whole) > _LONGEST or (dated and other and entry.status != "denied"):
        return f"… {entry.text}"
    return whole


def _tells(event: Event, entry: Entry) -> bool:
    return " ".join(event.evidence.text.split()) == entry.text
