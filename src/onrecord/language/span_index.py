"""Indexes of spans: which of them begin in a stretch, overlap it, or hold a position, at the same cost on every page.

In: half-open spans, with the items they belong to. Out: items, or whether there is one. Out of scope: what the spans mean.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

_Item = TypeVar("_Item")


class SpanIndex(Generic[_Item]):
    """Items in order of their spans.

    Args:
        items: the items; their spans may overlap.
        span_of: returns the `(start, end)` of an item, half-open.

    """

    def __init__(self, items: Iterable[_Item], span_of: Callable[[_Item], tuple[int, int]]) -> None:
        self._items = sorted(items, key=span_of)
        self._span_of = span_of
        self._starts = [span_of(item)[0] for item in self._items]
        self._longest = max((end - start for start, end in map(span_of, self._items)), default=0)

    def find_starting(self, start: int, end: int) -> Sequence[_Item]:
        """Return the items that begin at `start` or after it, and before `end`."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def find_overlapping(self, start: int, end: int) -> list[_Item]:
        """Return the items that share a position with `start, end`; fast where all items are short."""
        near = self.find_starting(start - self._longest, end)
        return [item for item in near if start < self._span_of(item)[1]]


class ContainingSpans(Generic[_Item]):
    """For every position, the owner of the first span, in the order given, that holds it.

    Args:
        spans: `(start, end, owner)`, half-open; they may be nested or overlap.

    """

    def __init__(self, spans: Iterable[tuple[int, int, _Item]]) -> None:
        given = sorted(enumerate(spans), key=lambda row: row[1][0])
        self._bounds = sorted({bound for _, (start, end, _) in given for bound in (start, end)})
        self._owners: list[_Item | None] = []
        open_: list[tuple[int, int, _Item]] = []
        index = 0
        for bound in self._bounds:
            while index < len(given) and given[index][1][0] <= bound:
                order, (_, end, owner) = given[index]
                heapq.heappush(open_, (order, end, owner))
                index += 1
            while open_ and open_[0][1] <= bound:
                heapq.heappop(open_)
            self._owners.append(open_[0][2] if open_ else None)

    def find_owner(self, position: int) -> _Item | None:
        """Return the owner of the span that holds `position`, or None."""
        place = bisect_right(self._bounds, position) - 1
        return self._owners[place] if place >= 0 else None


class OccupiedSpans:
    """Spans that do not overlap each other, in order; more can be added.

    Args:
        spans: `(start, end)`, half-open.

    """

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans = sorted(spans)

    def add(self, start: int, end: int) -> None:
        """Add the span from `start` to `end`; it must not overlap another."""
        insort(self._spans, (start, end))

    def has_overlap(self, start: int, end: int) -> bool:
        """Return whether a span shares a position with `start, end`."""
        place = bisect_left(self._spans, (end, -1))
        return place > 0 and self._spans[place - 1][1] > start
