"""How an entry reads: a clause that can't stand alone is given its whole sentence.

In: entries and the story. Out: entries. Out of scope: clauses that open with a capital, a figure or
a quotation mark, but for what is denied: without its sentence it would read as told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.link.comparison.text_keys import find_sentence
from onrecord.story import Story
from onrecord.timeline.entry import Entry
from onrecord.timeline.event_days import Told
from onrecord.timeline.event_rows import Tale

_LONGEST = 400
_AROUND = 160
"""Code points kept before a clause of a longer sentence: enough to know what it hangs on."""
_CHUNK = 500


def worded(story: Story, known: Told, lines: Iterable[tuple[Entry, Tale]]) -> Iterator[Entry]:
    """Yield the entries, fragments with the sentence they stand in.

    Where the sentence tells another time too, the entry notes which of its words are the fragment:
    the sentence's main clause would else be read as of the fragment's day.
    """
    by_page: dict[str, list[tuple[Entry, Tale]]] = defaultdict(list)
    for entry, tale in lines:
        if opens(entry.text) and entry.status != "denied":
            yield entry
        else:
            by_page[tale.page].append((entry, tale))
    starts: dict[str, list[int]] = defaultdict(list)
    for moment in known.moments.values():
        if moment.page in by_page:
            starts[moment.page].append(moment.start)
    for page, text in _texts(story, sorted(by_page)):
        for entry, tale in by_page[page]:
            yield _reading(text, entry, tale, starts[page])


def opens(text: str) -> bool:
    """Return whether a clause opens as a sentence does."""
    first = text[:1]
    return first.isupper() or first.isdigit() or first in "“‘\"'£$€"


def _texts(story: Story, pages: list[str]) -> Iterator[tuple[str, str]]:
    for place in range(0, len(pages), _CHUNK):
        some = pages[place : place + _CHUNK]
        marks = ", ".join("?" for _ in some)
        for row in story.rows(f"SELECT id, text FROM pages WHERE id IN ({marks})", some):
            yield row["id"], row["text"]


def _reading(text: str, entry: Entry, tale: Tale, moments: Iterable[int]) -> Entry:
    start, end = find_sentence(text, tale.start)
    end = max(end, tale.end)
    first = start
    if end - start > _LONGEST and tale.start - _AROUND > start:
        first = text.find(" ", tale.start - _AROUND, tale.start) + 1 or tale.start
    last = min(end, max(tale.end, first + _LONGEST))
    before = text[first : tale.start].split()
    opening = " ".join((["…"] if first > start else []) + before)
    head = f"{opening} " if opening and text[tale.start - 1 : tale.start].isspace() else opening
    rest = text[tale.end : last]
    if last < end:
        rest = f"{rest.rpartition(' ')[0]} …"
    after = " ".join(rest.split())
    gap = " " if rest[:1].isspace() else ""
    whole = f"{head}{entry.text}{gap}{after}".strip()
    dated = entry.sureness in {"day", "month", "year"} and entry.status != "denied"
    other = any(start <= at < end and not tale.start <= at < tale.end for at in moments)
    told = (len(head), len(head) + len(entry.text)) if dated and other else None
    return replace(entry, text=whole, told=told)
