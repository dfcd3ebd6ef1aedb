"""Series: the figures of one thing counted, by day, as the links between figures join them.

In: plain records: figures, pages or their heads, times and links. Out: series. Out of scope: which
figures count the same thing; that is decided once, when links are made (`link.figures`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.link.comparison.figure_dates import Printed, holds_for
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records import Figure, Link, Time
from onrecord.records.ids import content_id

_JOINING = frozenset({"same_figure", "updates", "contradicts"})


@dataclass(frozen=True, slots=True)
class Point:
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
    points: tuple[Point, ...]


def series(
    figures: Iterable[Figure],
    pages: Iterable[Printed],
    *,
    times: Iterable[Time] = (),
    links: Iterable[Link] = (),
) -> tuple[Series, ...]:
    """Return a series for each thing counted at least twice, longest first.

    The same value told again by copies is one point; by others, one point with more `reports`.

    Args:
        links: the story's; those between figures and those between copies are read.
    """
    by_id = {figure.id: figure for figure in figures}
    printed = {page.id: page for page in pages}
    moments = {time.id: time for time in times}
    joined, copied = UnionFind(by_id), UnionFind(printed)
    for link in links:
        if link.kind in _JOINING and link.a in by_id and link.b in by_id:
            joined.join(link.a, link.b)
        elif link.kind in {"copy", "version"} and link.a in printed and link.b in printed:
            copied.join(link.a, link.b)
    found = [
        _series([by_id[id_] for id_ in group], moments, printed, copied)
        for group in joined.groups()
        if len(group) > 1
    ]
    kept = [one for one in found if len(one.points) > 1]
    return tuple(sorted(kept, key=lambda one: (-len(one.points), one.what, one.key)))


def _series(
    group: list[Figure], times: Mapping[str, Time], pages: Mapping[str, Printed], copied: UnionFind
) -> Series:
    points: dict[tuple[object, ...], Point] = {}
    reports: dict[tuple[object, ...], set[str]] = defaultdict(set)
    ordered = sorted(group, key=lambda figure: _order(figure, times, pages))
    for figure in ordered:
        reach, sureness = holds_for(figure, times, pages)
        shown = reach.shown if reach else None
        value = (figure.value, figure.low, figure.high, figure.hedge)
        family = copied.find(figure.evidence.page)
        key = (*value, family if sureness == "published" else shown)
        reports[key].add(family)
        at = figure.evidence
        points.setdefault(key, Point(figure.id, at.page, at.text, shown, sureness, *value))
    return Series(
        key=content_id("s", min(figure.id for figure in group)),
        what=_what(ordered),
        unit=group[0].unit,
        points=tuple(replace(point, reports=len(reports[key])) for key, point in points.items()),
    )


def _order(
    figure: Figure, times: Mapping[str, Time], pages: Mapping[str, Printed]
) -> tuple[object, ...]:
    reach, _ = holds_for(figure, times, pages)
    last = reach.last.isoformat() if reach else "~"
    return last, figure.evidence.page, figure.evidence.start, figure.id


def _what(figures: list[Figure]) -> str:
    """Return the words most figures have for what they count; the fullest of those most often used."""
    words = Counter(" ".join(figure.what.text.split()) for figure in figures if figure.what)
    return max(words, key=lambda what: (words[what], len(what), what), default="")
