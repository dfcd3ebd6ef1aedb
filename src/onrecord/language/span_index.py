"""Placed things: which spans of a page stand where, indexed once so that asking costs the same on every page.

In: spans with what they belong to. Out: those that begin in a stretch, or hold a place. Out of scope: what
the spans are.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

_T = TypeVar("_T")


class SpanIndex(Generic[_T]):
    """Items in order of where they begin.

    Args:
        items: what stands somewhere. span_of: its `(start, end)`, half-open.

    """

    def __init__(self, items: Iterable[_T], span_of: Callable[[_T], tuple[int, int]]) -> None:
        self._items = sorted(items, key=span_of)
        self._span_of = span_of
        self._starts = [span_of(item)[0] for item in self._items]
        self._longest = max((end - start for start, end in map(span_of, self._items)), default=0)

    def within(self, start: int, end: int) -> Sequence[_T]:
        """Return the items that begin from `start` on and before `end`."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def touching(self, start: int, end: int) -> list[_T]:
        """Return the items that share a place with `start, end`; cheap where all items are short."""
        near = self.within(start - self._longest, end)
        return [item for item in near if start < self._span_of(item)[1]]


class ContainingSpans(Generic[_T]):
    """For every place of a page the first, as given, of the spans that hold it.

    Args:
        spans: `(start, end, whose)`; they may lie in each other.

    """

    def __init__(self, spans: Iterable[tuple[int, int, _T]]) -> None:
        given = sorted(enumerate(spans), key=lambda row: row[1][0])
        self._bounds = sorted({bound for _, (start, end, _) in given for bound in (start, end)})
        self._owners: list[_T | None] = []
        open_: list[tuple[int, int, _T]] = []
        index = 0
        for bound in self._bounds:
            while index < len(given) and given[index][1][0] <= bound:
                order, (_, end, whose) = given[index]
                heapq.heappush(open_, (order, end, whose))
                index += 1
            while open_ and open_[0][1] <= bound:
                heapq.heappop(open_)
            self._owners.append(open_[0][2] if open_ else None)

    def at(self, position: int) -> _T | None:
        """Return whose span holds `position`, or None."""
        place = bisect_right(self._bounds, position) - 1
        return self._owners[place] if place >= 0 else None


class OccupiedSpans:
    """Spans in order; each question takes a binary search."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans = sorted(spans)

    def add(self, start: int, end: int) -> None:
        """Take the span from `start` to `end`."""
        insort(self._spans, (start, end))

    def overlaps(self, start: int, end: int) -> bool:
        """Return whether the span from `start` to `end` shares a character with one that is taken."""
        at = bisect_left(self._spans, (end, -1))
        return at > 0 and self._spans[at - 1][1] > start
