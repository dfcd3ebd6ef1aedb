"""Series: the figures of one thing counted, by day, as the links between figures join them.

In: plain records: figures, pages or their heads, times and links. Out: series. Out of scope: which
figures count the same thing; that is decided once, when links are made (`figures.same_figure`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.link.comparison.figure_dates import DatedPage, resolve_figure_interval
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records import Figure, Link, Time
from onrecord.records.ids import build_content_id

_FIGURE_LINKS = frozenset({"same_figure", "updates", "contradicts"})
_COPY_LINKS = frozenset({"copy", "version"})
_UNDATED = "~"
"""Sorts after every ISO day."""


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One figure of a series.

    Attributes:
        figure: its id. page: the page's. text: its words.
        day: ISO day it holds for, as partial as known; the page's own where the words give none.
        sureness: `day`, `month`, `year`, `published` (the day is the page's), or `unknown`.
        value, low, high, hedge: as the figure has them.
        reports: independent reports that give this very value for this day.
    """

    figure: str
    page: str
    text: str
    day: str | None
    sureness: str
    value: float | None
    low: float | None
    high: float | None
    hedge: str | None
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Series:
    """A thing counted more than once.

    `what` is the fullest words a page has for it; `points` are in order of day, unknown last.
    """

    key: str
    what: str
    unit: str | None
    points: tuple[SeriesPoint, ...]


def build_series(
    figures: Iterable[Figure],
    pages: Iterable[DatedPage],
    *,
    times: Iterable[Time] = (),
    links: Iterable[Link] = (),
) -> tuple[Series, ...]:
    """Return a series for each thing counted at least twice, longest first.

    The same value repeated by copies is one point; by others, one point with more `reports`.

    Args:
        links: the story's; those between figures and those between copies are read, candidates are not.
    """
    figure_by_id = {figure.id: figure for figure in figures}
    page_by_id = {page.id: page for page in pages}
    time_by_id = {time.id: time for time in times}
    things, families = UnionFind(figure_by_id), UnionFind(page_by_id)
    for link in links:
        if link.candidate:
            continue
        if link.kind in _FIGURE_LINKS and link.a in figure_by_id and link.b in figure_by_id:
            things.join(link.a, link.b)
        elif link.kind in _COPY_LINKS and link.a in page_by_id and link.b in page_by_id:
            families.join(link.a, link.b)
    every = [
        _build_one([figure_by_id[id_] for id_ in group], time_by_id, page_by_id, families)
        for group in things.list_groups()
        if len(group) > 1
    ]
    kept = [series for series in every if len(series.points) > 1]
    return tuple(sorted(kept, key=lambda series: (-len(series.points), series.what, series.key)))


def _build_one(
    group: list[Figure],
    times: Mapping[str, Time],
    pages: Mapping[str, DatedPage],
    families: UnionFind,
) -> Series:
    points: dict[tuple[object, ...], SeriesPoint] = {}
    reports: dict[tuple[object, ...], set[str]] = defaultdict(set)
    ordered = sorted(group, key=lambda figure: _rank_figure(figure, times, pages))
    for figure in ordered:
        interval, sureness = resolve_figure_interval(figure, times, pages)
        day = interval.shown if interval else None
        value = (figure.value, figure.low, figure.high, figure.hedge)
        family = families.find(figure.evidence.page)
        key = (*value, family if sureness == "published" else day)
        reports[key].add(family)
        at = figure.evidence
        points.setdefault(key, SeriesPoint(figure.id, at.page, at.text, day, sureness, *value))
    return Series(
        key=build_content_id("s", min(figure.id for figure in group)),
        what=_choose_label(ordered),
        unit=group[0].unit,
        points=tuple(replace(point, reports=len(reports[key])) for key, point in points.items()),
    )


def _rank_figure(
    figure: Figure, times: Mapping[str, Time], pages: Mapping[str, DatedPage]
) -> tuple[str, str, int, str]:
    """Return the sort key of a figure: the day it holds for, page, place."""
    interval, _ = resolve_figure_interval(figure, times, pages)
    last = interval.last.isoformat() if interval else _UNDATED
    return last, figure.evidence.page, figure.evidence.start, figure.id


def _choose_label(figures: list[Figure]) -> str:
    """Return the words most figures have for what they count; the longest of those most often used."""
    words = Counter(" ".join(figure.what.text.split()) for figure in figures if figure.what)
    return max(words, key=lambda what: (words[what], len(what), what), default="")
