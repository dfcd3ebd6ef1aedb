"""Highlighting that overlaps: a text cut at every boundary of the records over it.

In: a stretch of text and marks. Out: segments, each with the kinds and ids that cover it, so a quote
that contains a figure that contains a name is three records over one run of words. Out of scope: the words.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from onrecord.records import Commitment, Event, Quote, Record
from onrecord.web.labels import KIND_OF_TYPE, KINDS


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one record. `css_class` is "" for words that belong to the record but are not marked."""

    start: int
    end: int
    id: str
    css_class: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words under the same marks.

    `css_classes` and `ids` are those of the records over it; `here` means that the address points to it, `first` that
    the words pointed to begin with it. `anchors` are the spans that addresses of other files may point to and that begin
    with it; `at` is where it begins, if one of them covers it.
    """

    text: str
    css_classes: tuple[str, ...]
    ids: tuple[str, ...]
    here: bool = False
    first: bool = False
    anchors: tuple[tuple[int, int], ...] = ()
    at: int | None = None


def iter_marks(record: Record) -> Iterator[Mark]:
    """Yield the marks of one record: the words that are highlighted, and the rest of its words."""
    kind = KIND_OF_TYPE[type(record).__name__]
    if kind not in KINDS:
        return
    evidence = record.evidence
    yield Mark(evidence.start, evidence.end, record.id, "" if kind in _MARKED_IN_PARTS else kind)
    if isinstance(record, Quote):
        for part in record.content:
            yield Mark(part.start, part.end, record.id, "quotes")
        if record.source is not None:
            yield Mark(record.source.start, record.source.end, record.id, "source")
        if record.cue is not None:
            yield Mark(record.cue.start, record.cue.end, record.id, "cue")
    elif isinstance(record, Event):
        css_class = f"events is-{record.status}"
        yield Mark(record.trigger.start, record.trigger.end, record.id, css_class)
    elif isinstance(record, Commitment) and record.who is not None:
        yield Mark(record.who.start, record.who.end, record.id, "")


def cut_segments(
    text: str,
    start: int,
    end: int,
    marks: Iterable[Mark],
    here: tuple[int, int] | None = None,
    anchors: Iterable[tuple[int, int]] = (),
) -> tuple[Segment, ...]:
    """Return `text[start:end]` cut at the marks' boundaries, in order of text.

    Args:
        text: the page's whole text.
        start, end: the stretch to cut (code points, half-open).
        marks: marks of the page; those outside the stretch are ignored.
        here: words the address points to.
        anchors: words that an address may point to later: of a file, which can't be made anew for each.

    """
    over = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in over:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    if here is not None:
        cuts |= {cut for cut in here if start < cut < end}
    aimed = sorted(one for one in anchors if one[0] < end and one[1] > start)
    cuts |= {cut for one in aimed for cut in one if start < cut < end}
    ordered = sorted(cuts)
    segments = (
        _build_segment(text[left:right], left, right, covering, here)
        for left, right, covering in _iter_covered(ordered, over)
    )
    return tuple(
        _add_anchors(segment, left, aimed)
        for segment, left in zip(segments, ordered[:-1], strict=True)
    )


def _iter_covered(cuts: list[int], marks: list[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Yield each stretch between two cuts with the marks over it, in their order: marks are opened and closed once, as their ends are passed."""
    by_start = sorted(range(len(marks)), key=lambda place: marks[place].start)
    opened = 0
    over: list[int] = []
    for left, right in pairwise(cuts):
        over = [place for place in over if marks[place].end > left]
        while opened < len(by_start) and marks[by_start[opened]].start <= left:
            place = by_start[opened]
            opened += 1
            if marks[place].end > left:
                insort(over, place)
        yield left, right, [marks[place] for place in over]


class MarkIndex:
    """The marks of a page, to be asked for those over a stretch of its text."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = list(marks)
        places = range(len(self._marks))
        self._by_start = sorted(places, key=lambda place: self._marks[place].start)
        self._starts = [self._marks[place].start for place in self._by_start]
        self._latest_ends = list(
            accumulate((self._marks[place].end for place in self._by_start), max)
        )

    def find_over(self, start: int, end: int) -> list[Mark]:
        """Return the marks over a stretch (code points, half-open), in the order they were given in."""
        found = []
        for rank in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._latest_ends[rank] <= start:
                break  # neither this mark nor one that begins before it reaches the stretch
            place = self._by_start[rank]
            if self._marks[place].end > start:
                found.append(place)
        return [self._marks[place] for place in sorted(found)]


def _add_anchors(segment: Segment, left: int, aimed: list[tuple[int, int]]) -> Segment:
    if not aimed:
        return segment
    begun = tuple(one for one in aimed if one[0] == left)
    is_covered = any(one[0] <= left < one[1] for one in aimed)
    return replace(segment, anchors=begun, at=left if is_covered else None)


def _build_segment(
    text: str, left: int, right: int, covering: list[Mark], here: tuple[int, int] | None
) -> Segment:
    css_classes = dict.fromkeys(mark.css_class for mark in covering if mark.css_class)
    ids = dict.fromkeys(mark.id for mark in covering)
    pointed = here is not None and here[0] <= left and right <= here[1]
    return Segment(
        text, tuple(css_classes), tuple(ids), pointed, pointed and left == (here or (0,))[0]
    )


_MARKED_IN_PARTS = frozenset({"quotes", "events"})
"""Kinds of which only parts are highlighted: a quote's content, source and cue; an event's trigger."""
