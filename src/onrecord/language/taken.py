"""Taken stretches of a text, to be asked quickly whether a new one would overlap.

In: spans, none overlapping another. Out: whether a span overlaps one of them. Out of scope: what they mean.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


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
