"""Figures across pages: which count the same thing, which update and which contradict each other.

In: the record index. Out: `same_figure`, `updates` and `contradicts` links. Out of scope: which of two
figures is right: both are kept, side by side. `figures.series` makes series of these links.

That two counts of different pages update or contradict each other is a candidate: on real stories it was right in one of six cases
(docs/explain/linking.md). A later version of a page that prints another number in the same sentence does update it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.link.comparison.day_intervals import DayInterval, measure_gap_days
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.text_keys import split_words
from onrecord.link.comparison.value_bounds import may_both_hold
from onrecord.link.comparison.weights import FeatureWeight, load_weight
from onrecord.link.figures.competing_counts import compute_midpoint, iter_competing_counts
from onrecord.link.figures.figure_keys import (
    INCIDENT_PREDICATES,
    FigureKey,
    build_figure_key,
    is_same_thing,
)
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Figure, Link

_SAME, _UPDATES, _CONTRADICTS = "same_figure", "updates", "contradicts"
_SAME_THING = {
    kind: load_weight(kind, "same thing counted") for kind in (_SAME, _UPDATES, _CONTRADICTS)
}
_VALUES = {kind: load_weight(kind, "values") for kind in (_SAME, _UPDATES, _CONTRADICTS)}
_SAME_TIME = load_weight(_CONTRADICTS, "same reference time")
_LATER_TIME = {kind: load_weight(kind, "later reference time") for kind in (_SAME, _UPDATES)}
_COUNTED_NEXT = {
    kind: load_weight(kind, "counted again in the next sentence") for kind in (_SAME, _CONTRADICTS)
}
_SAME_SENTENCE = load_weight(_UPDATES, "same sentence, another value")
_LATER_VERSION = load_weight(_UPDATES, "later version")

_UNDATED = "~"
"""Sorts after every ISO day."""
_FigureItem = tuple[Figure, FigureKey]
_SentenceFrame = str
"""A sentence's words with its figure left out, a blank between each two."""


@dataclass(frozen=True, slots=True)
class _FigurePair:
    """Two figures of different pages that count the same thing, `a` the earlier, and the days they hold for."""

    a: Figure
    b: Figure
    predicate: str
    intervals: tuple[DayInterval | None, DayInterval | None]
    gap_days: int
    is_copied: bool

    @property
    def is_same_time(self) -> bool:
        """Whether both hold for about the same time."""
        return self.gap_days <= THRESHOLDS.count_gap_days


def link_figures(index: RecordIndex) -> tuple[Link, ...]:
    """Return links between figures, `a` the earlier; of two links of one pair a correction comes before a comparison."""
    links: dict[tuple[str, str], Link] = {}
    for link in (*_iter_corrected(index), *_iter_competing(index), *_iter_compared(index)):
        links.setdefault((link.a, link.b), link)
    return tuple(links[pair] for pair in sorted(links))


def _iter_compared(index: RecordIndex) -> Iterator[Link]:
    """Yield links of each figure with the next few of its block, up to the first that holds for a later time."""
    for block in _iter_blocks(index):
        for place, item in enumerate(block):
            for other in block[place + 1 : place + 1 + THRESHOLDS.figure_block_reach]:
                pair = _pair_figures(index, item, other)
                relation = _classify_pair(pair) if pair else None
                if pair is None or relation is None:
                    continue
                kind, time = relation
                yield _link_pair(pair, kind, time)
                if time in _LATER_TIME.values():
                    break


def _iter_blocks(index: RecordIndex) -> Iterator[list[_FigureItem]]:
    """Yield figures with one unit, predicate and head, which may count the same, by the day they hold for."""
    blocks: dict[tuple[str, str, str], list[_FigureItem]] = defaultdict(list)
    for figure in index.figures.values():
        key = build_figure_key(index, figure)
        if key is not None and key.predicate:
            for head in key.heads:
                blocks[str(key.unit), key.predicate, head].append((figure, key))
    for block_key in sorted(blocks):
        yield sorted(blocks[block_key], key=lambda item: _rank_figure(index, item[0]))


def _rank_figure(index: RecordIndex, figure: Figure) -> tuple[str, int, int, str]:
    """Return the sort key of a figure: the day it holds for, the page's publication, place."""
    interval = index.get_figure_interval(figure)
    last = interval.last.isoformat() if interval else _UNDATED
    at = figure.evidence
    return last, index.publication_order[at.page], at.start, figure.id


def _pair_figures(index: RecordIndex, a: _FigureItem, b: _FigureItem) -> _FigurePair | None:
    """Return two figures as a pair, or None where they do not count the same thing or have no day."""
    (first, key), (second, other_key) = a, b
    # Figures of one page are distinguished by it ("five of the 12"); competing counts are found by their place.
    if first.evidence.page == second.evidence.page or not is_same_thing(key, other_key):
        return None
    intervals = index.get_figure_interval(first), index.get_figure_interval(second)
    gap_days = measure_gap_days(*intervals)
    if gap_days is None:
        return None
    families = [index.family_of[figure.evidence.page] for figure in (first, second)]
    return _FigurePair(
        first, second, key.predicate, intervals, gap_days, is_copied=families[0] == families[1]
    )


def _classify_pair(pair: _FigurePair) -> tuple[str, FeatureWeight | None] | None:
    """Return (kind of link, the feature that compares their times or None), or None for no link."""
    if (pair.is_copied or pair.is_same_time) and may_both_hold(pair.a, pair.b):
        return _SAME, None
    if not _is_comparable(pair):
        return None
    if pair.is_same_time:
        return _CONTRADICTS, _SAME_TIME
    kind = _SAME if _is_same_value(pair.a, pair.b) else _UPDATES
    return kind, _LATER_TIME[kind]


def _is_comparable(pair: _FigurePair) -> bool:
    """Return whether two counts that differ are of one thing: on independent pages, near in size and of one incident."""
    is_of_other_incident = (
        pair.predicate in INCIDENT_PREDICATES and pair.gap_days > THRESHOLDS.incident_days
    )
    return not pair.is_copied and _has_similar_size(pair) and not is_of_other_incident


def _has_similar_size(pair: _FigurePair) -> bool:
    midpoints = compute_midpoint(pair.a), compute_midpoint(pair.b)
    sizes = sorted(abs(value) for value in midpoints if value is not None)
    factor = THRESHOLDS.competing_factor if pair.is_same_time else THRESHOLDS.growth_factor
    return len(sizes) == 2 and sizes[0] > 0 and sizes[1] <= factor * sizes[0]


def _is_same_value(a: Figure, b: Figure) -> bool:
    return (a.value, a.low, a.high) == (b.value, b.low, b.high)


def _link_pair(pair: _FigurePair, kind: str, time: FeatureWeight | None) -> Link:
    whats = [figure.what.text if figure.what else "" for figure in (pair.a, pair.b)]
    features = [
        build_feature(_SAME_THING[kind], *whats),
        build_feature(_VALUES[kind], pair.a.evidence.text, pair.b.evidence.text),
    ]
    if time is not None:
        days = [interval.shown if interval else "" for interval in pair.intervals]
        features.append(build_feature(time, *days))
    return build_link(kind, pair.a.id, pair.b.id, features, candidate=kind != _SAME)


def _iter_competing(index: RecordIndex) -> Iterator[Link]:
    """Yield links of competing counts in adjoining sentences, once for a family of copies."""
    seen: set[str] = set()
    for page in index.link_input.pages:
        family = index.family_of[page.id]
        if family in seen:
            continue
        seen.add(family)
        for first, second in iter_competing_counts(index, page.id):
            kind = _SAME if may_both_hold(first, second) else _CONTRADICTS
            sentences = [
                page.text[slice(*index.locate_sentence(page.id, figure.evidence.start))]
                for figure in (first, second)
            ]
            features = [
                build_feature(_COUNTED_NEXT[kind], *sentences),
                build_feature(_VALUES[kind], first.evidence.text, second.evidence.text),
            ]
            yield build_link(kind, first.id, second.id, features, candidate=kind != _SAME)


def _iter_corrected(index: RecordIndex) -> Iterator[Link]:
    """Yield `updates` where a later version of a page prints the same sentence with another value."""
    pages_by_family: dict[str, list[str]] = defaultdict(list)
    for page in index.link_input.pages:
        pages_by_family[index.family_of[page.id]].append(page.id)
    for pages in pages_by_family.values():
        for earlier, later in pairwise(pages):
            yield from _iter_corrected_in(index, earlier, later)


def _iter_corrected_in(index: RecordIndex, earlier: str, later: str) -> Iterator[Link]:
    later_figures = dict(_iter_sentence_frames(index, later))
    for frame, figure in _iter_sentence_frames(index, earlier):
        other = later_figures.get(frame)
        if other is None or other.unit != figure.unit or _is_same_value(figure, other):
            continue
        dates = [_show_date(index, page) for page in (earlier, later)]
        features = [
            build_feature(_SAME_SENTENCE, figure.evidence.text, other.evidence.text),
            build_feature(_LATER_VERSION, *dates),
        ]
        yield build_link(_UPDATES, figure.id, other.id, features)


def _iter_sentence_frames(index: RecordIndex, page: str) -> Iterator[tuple[_SentenceFrame, Figure]]:
    """Yield (frame of its sentence, figure) where the sentence is long enough to identify the figure."""
    text = index.pages[page].text
    for figure in index.get_records(page).figures:
        start, end = index.locate_sentence(page, figure.evidence.start)
        left = split_words(text[start : figure.evidence.start])
        right = split_words(text[figure.evidence.end : end])
        if len(left) + len(right) >= THRESHOLDS.frame_words:
            yield " ".join((*left, "…", *right)), figure


def _show_date(index: RecordIndex, page: str) -> str:
    dated = index.pages[page].updated or index.pages[page].published
    return dated.value if dated else ""
