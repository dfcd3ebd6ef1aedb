"""Rival counts: a second figure for what the sentence before has just counted.

"The ministry says 11,000 soldiers were trained. The neighbour's army counts 9,400." The second has no
noun of its own; a verb of counting and the place right after the first say what it is of.

In: a page's figures. Out: pairs (the figure with its noun, the rival). Out of scope: figures with a
noun of their own, and those too far from the first in place or size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.link.figures.figure_keys import is_more, telling
from onrecord.link.index.record_index import RecordIndex
from onrecord.records import Figure
from onrecord.records.event import AHEAD

_COUNTING = re.compile(
    r"\b(?:counts?|counted|claim(?:s|ed)?|puts? (?:the|its|this|that)|estimat(?:es?|ed)|reckon(?:s|ed)?|reports?|reported|says?|said|found|finds?|"
    r"gives?|gave|records?|recorded)\b",
    re.IGNORECASE,
)
_FACTOR = 3.0
_LEAST = 10


def rivals(known: RecordIndex, page: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield (figure, its rival) of one page, in order of text."""
    figures = sorted(known.records(page).figures, key=lambda figure: figure.evidence.start)
    for first, second in pairwise(figures):
        if _is_rival(known, page, first, second):
            yield first, second


def _is_rival(known: RecordIndex, page: str, first: Figure, second: Figure) -> bool:
    if first.unit != second.unit or (first.what is None and first.unit is None):
        return False
    if second.what is not None and not re.search(
        r"\b(?:figure|number|dead|toll|count|tally|total|sum|bill)\b", second.what.text
    ):
        return False
    if any(_is_ahead(known, figure) or is_more(known, figure) for figure in (first, second)):
        return False
    values = [value for figure in (first, second) if (value := middle(figure)) is not None]
    if len(values) < 2 or min(values) < _LEAST or max(values) > _FACTOR * min(values):
        return False
    one, other = (known.sentence(page, figure.evidence.start) for figure in (first, second))
    text = known.pages[page].text
    adjoining = one != other and not text[one[1] : other[0]].strip()
    same_zone = known.pages[page].zone_at(one[0]) == known.pages[page].zone_at(other[0])
    before = text[other[0] : second.evidence.start]
    return adjoining and same_zone and bool(_COUNTING.search(before))


def _is_ahead(known: RecordIndex, figure: Figure) -> bool:
    event = telling(known, figure, *known.sentence(figure.evidence.page, figure.evidence.start))
    return event is not None and event.status in AHEAD


def middle(figure: Figure) -> float | None:
    """Return the value, the middle of a range, or None."""
    if figure.value is not None:
        return figure.value
    if figure.low is not None and figure.high is not None:
        return (figure.low + figure.high) / 2
    return None
