"""Figures: a series for each thing counted, as a chart and a table; figures that disagree.

What counts the same thing is decided by `onrecord.link.figures.series`; this only draws it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link import Series, SeriesPoint, build_series
from onrecord.records import Figure, Link, Quote, Time
from onrecord.story.amounts import describe_amount
from onrecord.web.charts import Dot, Plot, plot
from onrecord.web.claims import contradictions
from onrecord.web.paging import paged
from onrecord.web.render import whole_day
from onrecord.web.room import Sheet, Visit
from onrecord.web.values import looked_up, source_text

SERIES = 10
"""Series a sheet: each may be a chart and a table."""
SIDE_BY_SIDE = 20
"""Disagreements shown above the series; each also stands in its series."""
_JOINING = ("copy", "version", "same_figure", "updates", "contradicts")
"""Links that say two figures count the same thing, or two pages are one report."""
_HOW = {"published": "published", "unknown": "", "day": "as of", "month": "as of", "year": "as of"}


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a row: what was read, the ISO day it stands for, how that is known, who says so."""

    figure: Figure
    read: str
    day: str | None
    day_how: str
    says: str
    reports: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series to draw: what is counted, in what unit, its rows by day, its chart (None: no chart)."""

    what: str
    unit: str | None
    rows: list[Told]
    plot: Plot | None


def show(visit: Visit) -> Sheet:
    """Show series, or (`once`) what was told once; filtered by words of what is counted and by unit."""
    found, once = visit.room.remember("series", lambda: _counted(visit))
    fitting = [one for one in found if _fits(visit, one.what, one.unit)]
    alone = [one for one in once if _fits(visit, one.what.text if one.what else "", one.unit)]
    chosen = bool(visit.asked("once")) or not found
    sheet = (
        paged(alone, visit.asked("page")) if chosen else paged(fitting, visit.asked("page"), SERIES)
    )
    data = {
        "sheet": sheet,
        "once": chosen,
        "series": [_drawn(visit, one) for one in sheet.rows if isinstance(one, Series)],
        "rows": [_told(visit, one, None) for one in sheet.rows if isinstance(one, Figure)],
        "totals": (len(fitting), len(alone)),
        "units": sorted({one.unit or "" for one in found} | {one.unit or "" for one in once}),
        "disagreements": [] if visit.query else _disagreements(visit),
        "heads": visit.heads(),
    }
    return Sheet("figures.html", "Figures", data)


def _disagreements(visit: Visit) -> list[tuple[Link, list[Figure]]]:
    return [
        (
            link,
            [one for id_ in (link.a, link.b) if isinstance(one := looked_up(visit, id_), Figure)],
        )
        for link in contradictions(visit)[:SIDE_BY_SIDE]
    ]


def _counted(visit: Visit) -> tuple[tuple[Series, ...], tuple[Figure, ...]]:
    """Return the story's series, and the figures that stand in none, in order of pages."""
    story = visit.story
    figures = [one for one in story.records("figures") if isinstance(one, Figure)]
    found = build_series(
        figures,
        visit.heads().values(),
        times=[one for one in story.records("times") if isinstance(one, Time)],
        links=[link for kind in _JOINING for link in story.links(kind=kind)],
    )
    drawn = {point.figure for one in found for point in one.points}
    return found, tuple(figure for figure in figures if figure.id not in drawn)


def _drawn(visit: Visit, one: Series) -> Drawn:
    rows = []
    for point in one.points:
        figure = looked_up(visit, point.figure)
        if isinstance(figure, Figure):
            rows.append(_told(visit, figure, point))
    return Drawn(one.what, one.unit, rows, plot([dot for row in rows if (dot := _dot(row))]))


def _told(visit: Visit, figure: Figure, point: SeriesPoint | None) -> Told:
    quote = looked_up(visit, figure.according_to)
    says = source_text(quote.source) if isinstance(quote, Quote) else ""
    read = describe_amount(figure)
    if point is not None:
        return Told(figure, read, point.day, _HOW.get(point.sureness, ""), says, point.reports)
    time, head = looked_up(visit, figure.as_of), visit.heads()[figure.evidence.page]
    if isinstance(time, Time) and time.value and whole_day(time.value):
        return Told(figure, read, time.value, "as of", says, 1)
    published = head.published.value if head.published else None
    return Told(figure, read, published, "published", says, 1)


def _dot(row: Told) -> Dot | None:
    day, figure = whole_day(row.day), row.figure
    # A change is no level: a line of levels must not rise or fall to it.
    if day is None or figure.change is not None:
        return None
    title = f"{row.read} · {row.day}"
    return Dot(day, figure.value, figure.low, figure.high, figure.hedge, figure.id, title)


def _fits(visit: Visit, what: str, unit: str | None) -> bool:
    asked = visit.asked("unit")
    if asked and (unit or "none") != asked:
        return False
    return visit.asked("what").casefold() in what.casefold()
