"""The words of entries: a clause that cannot stand alone is shown in its sentence.

In: entries and the story. Out: entries. Out of scope: clauses that open with a capital, a figure or
a quotation mark, but for what is denied: without its sentence it would read as reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.link.comparison.sentences import find_sentence
from onrecord.story import Story
from onrecord.timeline.clause_words import OPENING_MARKS
from onrecord.timeline.entry import Entry
from onrecord.timeline.event_days import TimelineIndex, is_dated
from onrecord.timeline.event_rows import EventRow
from onrecord.timeline.thresholds import THRESHOLDS

_NEEDS_SENTENCE = frozenset({"alleged", "denied"})
"""Statuses whose clause alone would read as a report of what happened."""


def iter_worded(
    story: Story, index: TimelineIndex, lines: Iterable[tuple[Entry, EventRow]]
) -> Iterator[Entry]:
    """Yield the entries, fragments with the sentence they are part of.

    Where the sentence states another time too, the entry notes which of its words are the fragment:
    the sentence's main clause would else be read as of the fragment's day.

    Args:
        lines: each entry with the event whose words it shows.
    """
    fragments: dict[str, list[tuple[Entry, EventRow]]] = defaultdict(list)
    for entry, event in lines:
        if is_sentence_opening(entry.text) and entry.status not in _NEEDS_SENTENCE:
            yield entry
        else:
            fragments[event.page].append((entry, event))
    time_starts: dict[str, list[int]] = defaultdict(list)
    for time in index.times.values():
        if time.page in fragments:
            time_starts[time.page].append(time.start)
    for page, text in _iter_texts(story, sorted(fragments)):
        for entry, event in fragments[page]:
            yield _show_in_sentence(text, entry, event, time_starts[page])


def is_sentence_opening(text: str) -> bool:
    """Return whether a clause opens as a sentence does."""
    first = text[:1]
    return first.isupper() or first.isdigit() or first in OPENING_MARKS


def _iter_texts(story: Story, pages: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of pages."""
    for place in range(0, len(pages), THRESHOLDS.pages_per_query):
        some = pages[place : place + THRESHOLDS.pages_per_query]
        marks = ", ".join("?" for _ in some)
        for row in story.rows(f"SELECT id, text FROM pages WHERE id IN ({marks})", some):
            yield row["id"], row["text"]


def _show_in_sentence(
    text: str, entry: Entry, event: EventRow, time_starts: Iterable[int]
) -> Entry:
    """Return the entry of a fragment with the sentence around it.

    Args:
        text: of the page. time_starts: where the page's times begin.
    """
    start, end = find_sentence(text, event.start)
    end = max(end, event.end)
    first = _find_shown_start(text, event, start, end)
    last = min(end, max(event.end, first + THRESHOLDS.sentence_chars))
    before = _quote_before(text, event, start, first)
    whole = f"{before}{entry.text}{_quote_after(text, event, end, last)}".strip()
    states_other_time = any(
        start <= at < end and not event.start <= at < event.end for at in time_starts
    )
    told = None
    if is_dated(entry.sureness) and entry.status not in _NEEDS_SENTENCE and states_other_time:
        told = (len(before), len(before) + len(entry.text))
    return replace(entry, text=whole, told=told)


def _find_shown_start(text: str, event: EventRow, start: int, end: int) -> int:
    """Return where the shown part of the sentence `start, end` begins: of a long one, at a word before the clause."""
    earliest = event.start - THRESHOLDS.context_chars
    if end - start <= THRESHOLDS.sentence_chars or earliest <= start:
        return start
    return text.find(" ", earliest, event.start) + 1 or event.start


def _quote_before(text: str, event: EventRow, start: int, first: int) -> str:
    """Return the words from `first` to an event's clause, with "…" where the sentence begins earlier."""
    words = text[first : event.start].split()
    opening = " ".join((["…"] if first > start else []) + words)
    return f"{opening} " if opening and text[event.start - 1 : event.start].isspace() else opening


def _quote_after(text: str, event: EventRow, end: int, last: int) -> str:
    """Return the words from an event's clause to `last`, with "…" where the sentence ends later."""
    rest = text[event.end : last]
    if last < end:
        rest = f"{rest.rpartition(' ')[0]} …"
    gap = " " if rest[:1].isspace() else ""
    return gap + " ".join(rest.split())
