"""Figures across pages: a series for each thing counted; what updates and what contradicts.

In: figures with their pages, times and events. Out: series, and `same_figure`, `updates` and
`contradicts` links. Leaves alone: which of two figures is right: both are kept, side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from onrecord.link.counted import Counted, counted, same_thing
from onrecord.link.days import Reach, dated_reach, days_between, time_reach
from onrecord.link.reasons import feature, linked
from onrecord.link.unions import Unions
from onrecord.records import Dated, Event, Figure, Link, Time
from onrecord.records.ids import content_id

CLOSE_DAYS = 7
"""Two counts of one thing told within a week of each other are about the same time."""
_ABOUT = 0.05
"""Round figures: "about 500" agrees with anything within five per cent."""


class Printed(Protocol):
    """A page or its head: what has an id and a publication time."""

    @property
    def id(self) -> str:
        """The page's id."""

    @property
    def published(self) -> Dated | None:
        """When it was published."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series.

    Attributes:
        figure: its id. page: the page's. text: its words.
        day: ISO day it holds for, as partial as known; the page's own where the words give none.
        sureness: `day`, `month`, `year`, `published` (the day is the page's), or `unknown`.
        reports: independent reports that give this very value.
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
    reports: int


@dataclass(frozen=True, slots=True)
class Series:
    """A thing counted more than once: `what` in the fullest words a page has for it."""

    key: str
    what: str
    unit: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """What series are made from.

    Attributes:
        figures: in any order. pages: page id → page or head. times: by id.
        events: by page. family: page id → family of copies; pages not in it are their own.
    """

    figures: tuple[Figure, ...]
    pages: Mapping[str, Printed]
    times: Mapping[str, Time]
    events: Mapping[str, tuple[Event, ...]]
    family: Mapping[str, str]


def counting(
    figures: Iterable[Figure],
    pages: Iterable[Printed],
    *,
    times: Iterable[Time] = (),
    events: Iterable[Event] = (),
    links: Iterable[Link] = (),
) -> Counting:
    """Return plain records put in order for `series` and `figure_links`.

    Args:
        links: those of kind `copy` and `version` say which pages count as one report.
    """
    by_page: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_page[event.evidence.page].append(event)
    printed = {page.id: page for page in pages}
    unions = Unions(printed)
    for link in links:
        if link.kind in {"copy", "version"} and link.a in printed and link.b in printed:
            unions.join(link.a, link.b)
    return Counting(
        tuple(sorted(figures, key=lambda figure: figure.id)),
        printed,
        {time.id: time for time in times},
        {page: tuple(found) for page, found in by_page.items()},
        {page: unions.find(page) for page in printed},
    )


def series(
    figures: Iterable[Figure],
    pages: Iterable[Printed],
    *,
    times: Iterable[Time] = (),
    events: Iterable[Event] = (),
    links: Iterable[Link] = (),
) -> tuple[Series, ...]:
    """Return a series for each thing counted at least twice, longest first.

    The same value told again by copies is one point; by others, one point with more `reports`.
    """
    known = counting(figures, pages, times=times, events=events, links=links)
    found = [_series(known, group) for group in grouped(known)]
    return tuple(
        sorted(
            (one for one in found if len(one.points) > 1),
            key=lambda one: (-len(one.points), one.what, one.key),
        )
    )


def grouped(known: Counting) -> list[list[tuple[Figure, Counted]]]:
    """Return figures that count the same thing, by day; groups of one are left out."""
    comparable: dict[str, tuple[Figure, Counted]] = {}
    blocks: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for figure in known.figures:
        thing = counted(figure, known.events.get(figure.evidence.page, ()))
        if thing is not None:
            comparable[figure.id] = (figure, thing)
            blocks[thing.unit, thing.deed, thing.proper].append(figure.id)
    unions = Unions(comparable)
    for block in blocks.values():
        _join(block, comparable, unions)
    groups = [[comparable[id_] for id_ in group] for group in unions.groups() if len(group) > 1]
    return [sorted(group, key=lambda item: _order(known, item[0])) for group in groups]


def _join(
    block: list[str], comparable: Mapping[str, tuple[Figure, Counted]], unions: Unions
) -> None:
    """Join equal things first: what is left to compare two by two is few."""
    kinds: dict[Counted, str] = {}
    for id_ in block:
        first = kinds.setdefault(comparable[id_][1], id_)
        if same_thing(comparable[first][1], comparable[id_][1]):
            unions.join(first, id_)
    things = sorted(kinds.items(), key=lambda item: item[1])
    for place, (thing, id_) in enumerate(things):
        for other, other_id in things[place + 1 : place + 200]:
            if same_thing(thing, other):
                unions.join(id_, other_id)


def holds_for(known: Counting, figure: Figure) -> tuple[Reach | None, str]:
    """Return (the days a figure holds for, how that is known): its own words, its event's, its page's."""
    reach = time_reach(known.times.get(figure.as_of or ""))
    if reach is not None:
        return reach, reach.sureness
    page = known.pages.get(figure.evidence.page)
    reach = dated_reach(page.published) if page else None
    return (reach, "published") if reach else (None, "unknown")


def _order(known: Counting, figure: Figure) -> tuple[object, ...]:
    reach, _ = holds_for(known, figure)
    last = reach.last.isoformat() if reach else "~"
    return last, figure.evidence.page, figure.evidence.start


def _series(known: Counting, group: list[tuple[Figure, Counted]]) -> Series:
    points: dict[tuple[object, ...], Point] = {}
    reports: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for figure, _ in group:
        reach, sureness = holds_for(known, figure)
        shown = reach.shown if reach else None
        value = (figure.value, figure.low, figure.high, figure.hedge)
        key = (*value, shown if sureness != "published" else known.family.get(figure.evidence.page))
        reports[key].add(known.family.get(figure.evidence.page, figure.evidence.page))
        points.setdefault(
            key,
            Point(figure.id, figure.evidence.page, figure.evidence.text, shown, sureness, *value, 1),
        )
    told = tuple(_with_reports(points[key], len(reports[key])) for key in points)
    whats = [figure.what.text for figure, _ in group if figure.what]
    what = max(whats, key=lambda words: (len(words), words)) if whats else "cost"
    first = min(figure.id for figure, _ in group)
    return Series(content_id("s", first), " ".join(what.split()), group[0][1].unit, told)


def _with_reports(point: Point, reports: int) -> Point:
    return Point(
        point.figure, point.page, point.text, point.day, point.sureness,
        point.value, point.low, point.high, point.hedge, reports,
    )  # fmt: skip


def figure_links(known: Counting) -> tuple[Link, ...]:
    """Return `same_figure`, `updates` and `contradicts` links, `a` the earlier.

    Each figure is compared with those next to it in its series, so the work grows with the figures.
    """
    found: dict[tuple[str, str], Link] = {}
    for group in grouped(known):
        for place, (first, thing) in enumerate(group):
            for second, other in group[place + 1 : place + 9]:
                link = _compared(known, (first, thing), (second, other))
                if link is not None:
                    found[link.a, link.b] = link
    return tuple(found[pair] for pair in sorted(found))


def _compared(
    known: Counting, a: tuple[Figure, Counted], b: tuple[Figure, Counted]
) -> Link | None:
    first, second = a[0], b[0]
    if not same_thing(a[1], b[1]):
        return None
    same_page = first.evidence.page == second.evidence.page
    copied = known.family.get(first.evidence.page) == known.family.get(second.evidence.page)
    days = [holds_for(known, figure) for figure in (first, second)]
    apart = days_between(days[0][0], days[1][0])
    whats = [figure.what.text if figure.what else "" for figure in (first, second)]
    features = [
        feature("same thing counted", 0.6, *whats),
        feature("values", 0.2, first.evidence.text, second.evidence.text),
    ]
    agree = compatible(first, second)
    if agree and not same_page and (copied or (apart is not None and apart <= CLOSE_DAYS)):
        return linked("same_figure", first.id, second.id, features)
    if agree or apart is None or (copied and not same_page):
        return None
    shown = [day.shown if day else "" for day, _ in days]
    if apart <= CLOSE_DAYS:
        features.append(feature("told for the same time", 0.2, *shown))
        return linked("contradicts", first.id, second.id, features)
    features.append(feature("told for a later time", 0.2, *shown))
    return linked("updates", first.id, second.id, features)


def compatible(a: Figure, b: Figure) -> bool:
    """Return whether two values can both be true of one thing, hedges and ranges taken at their word.

    Examples:
        >>> from onrecord.records import Evidence
        >>> at = Evidence("p-1", 0, 1, None, "9", "figures@1")
        >>> compatible(Figure("f-1", at, 30, hedge="at least"), Figure("f-2", at, 19))
        False
    """
    first, second = _bounds(a), _bounds(b)
    return first[0] <= second[1] and second[0] <= first[1]


def _bounds(figure: Figure) -> tuple[float, float]:
    if figure.value is None:
        low = figure.low if figure.low is not None else float("-inf")
        return low, figure.high if figure.high is not None else float("inf")
    value = figure.value
    match figure.hedge:
        case "at least" | "over":
            return value, float("inf")
        case "at most" | "under":
            return float("-inf"), value
        case "nearly":
            return value - abs(value) * 2 * _ABOUT, value
        case "about":
            return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
        case _:
            return value, value
