"""Competing counts: a second figure for what the sentence before has just counted.

"The ministry says 11,000 soldiers were trained. The neighbour's army counts 9,400." The second has no
noun of its own; a verb of counting and its place right after the first say what it counts.

In: a page's figures. Out: pairs (the figure with its noun, the competing one). Out of scope: figures with a
noun of their own, and those too far from the first in place or size.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.link.en.counted_things import COUNT_NOUNS, COUNTING_VERBS
from onrecord.link.figures.figure_keys import find_governing_event, is_change
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Figure
from onrecord.records.event import AHEAD


def iter_competing_counts(index: RecordIndex, page: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield (figure, the count that competes with it) of one page, in order of text."""
    figures = sorted(index.get_records(page).figures, key=lambda figure: figure.evidence.start)
    for first, second in pairwise(figures):
        if _is_competing(index, page, first, second):
            yield first, second


def _is_competing(index: RecordIndex, page: str, first: Figure, second: Figure) -> bool:
    if first.unit != second.unit or (first.what is None and first.unit is None):
        return False
    if second.what is not None and not COUNT_NOUNS.search(second.what.text):
        return False
    if any(_is_ahead(index, figure) or is_change(index, figure) for figure in (first, second)):
        return False
    return _has_competing_size(first, second) and _is_counted_next(index, page, first, second)


def _has_competing_size(first: Figure, second: Figure) -> bool:
    midpoints = [compute_midpoint(figure) for figure in (first, second)]
    values = [value for value in midpoints if value is not None]
    return (
        len(values) == 2
        and min(values) >= THRESHOLDS.least_competing
        and max(values) <= THRESHOLDS.competing_factor * min(values)
    )


def _is_counted_next(index: RecordIndex, page: str, first: Figure, second: Figure) -> bool:
    """Return whether the second is in the sentence right after the first's, in its zone, after a verb of counting."""
    start, end = index.locate_sentence(page, first.evidence.start)
    next_start, next_end = index.locate_sentence(page, second.evidence.start)
    text = index.pages[page].text
    if (start, end) == (next_start, next_end) or text[end:next_start].strip():
        return False
    is_same_zone = index.pages[page].zone_at(start) == index.pages[page].zone_at(next_start)
    return is_same_zone and bool(COUNTING_VERBS.search(text[next_start : second.evidence.start]))


def _is_ahead(index: RecordIndex, figure: Figure) -> bool:
    sentence = index.locate_sentence(figure.evidence.page, figure.evidence.start)
    event = find_governing_event(index, figure, *sentence)
    return event is not None and event.status in AHEAD


def compute_midpoint(figure: Figure) -> float | None:
    """Return a figure's value, or the middle of its range, or None where it has neither."""
    if figure.value is not None:
        return figure.value
    if figure.low is not None and figure.high is not None:
        return (figure.low + figure.high) / 2
    return None
