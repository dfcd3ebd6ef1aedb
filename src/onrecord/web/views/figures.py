"""Figures: a series for each thing counted, as a chart and a table; figures that disagree.

What counts the same thing is decided by `onrecord.link.figures.series`; this only shows it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.link import Series, SeriesPoint, build_series
from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records import Figure, Link, Quote, Time
from onrecord.story.amounts import describe_amount
from onrecord.web.charts import Dot, Plot, build_plot
from onrecord.web.claims import list_contradictions
from onrecord.web.drawings import Drawing, wrap_words
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.render import estimate_day, format_day, get_title
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS
from onrecord.web.values import find_record, format_source, load_records, load_referred

_JOINING_LINKS = ("copy", "version", "same_figure", "updates", "contradicts")
"""Links that say two figures count the same thing, or two pages are one report."""
_DAY_LABELS = {
    "published": "published",
    "unknown": "",
    "day": "as of",
    "month": "as of",
    "year": "as of",
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as a row: its value in words, the ISO day it holds for, how that is known, who says so."""

    figure: Figure
    read: str
    day: str | None
    day_how: str
    says: str
    reports: int


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """A series to draw: its key, what is counted, in what unit, its rows by day, its chart (None: no chart)."""

    key: str
    what: str
    unit: str | None
    rows: list[FigureRow]
    plot: Plot | None


def show(visit: Visit) -> ViewModel:
    """Show series, or (`once`) figures that are in no series; filtered by words of what is counted and by unit."""
    wanted_series, wanted_singles = _list_wanted(visit)
    show_singles = has_singles_shown(visit)
    listing = (
        paginate(wanted_singles, visit.read_field("page"))
        if show_singles
        else paginate(wanted_series, visit.read_field("page"), THRESHOLDS.series_per_page)
    )
    data = {
        "listing": listing,
        "once": show_singles,
        "series": [_build_chart(visit, one) for one in listing.rows if isinstance(one, Series)],
        "rows": [_build_row(visit, one, None) for one in listing.rows if isinstance(one, Figure)],
        "totals": (len(wanted_series), len(wanted_singles)),
        "units": visit.get_cached("units", lambda: _list_units(visit)),
        "disagreements": [] if visit.query else _list_disagreements(visit),
        "unchecked": len(list_contradictions(visit, candidates=True)),
        "candidates": [] if visit.query else _list_disagreements(visit, candidates=True),
        "heads": visit.get_heads(),
    }
    return ViewModel("figures.html", "Figures", data)


def list_table(visit: Visit) -> ListTable:
    """Return the figures shown: those of the series that the filters leave, or (`once`) those of no series."""
    wanted_series, wanted_singles = _list_wanted(visit)
    if has_singles_shown(visit):
        return ListTable("figures", wanted_singles, [{"series": None} for _ in wanted_singles])
    points = [(one.what, point.figure) for one in wanted_series for point in one.points]
    found = [(what, find_record(visit, id_)) for what, id_ in points]
    figures = [(what, figure) for what, figure in found if isinstance(figure, Figure)]
    return ListTable(
        "figures", [figure for _, figure in figures], [{"series": what} for what, _ in figures]
    )


def draw(visit: Visit) -> Drawing:
    """Return the chart of one series, to be taken away: with its name, its legend and who says so.

    Raises:
        NotFound: if there is no such series, or all of it is of one day, which makes no chart.

    """
    all_series, _ = visit.room.get_cached("series", lambda: _group_figures(visit))
    found = next((one for one in all_series if one.key == visit.names["id"]), None)
    chart = _build_chart(visit, found) if found is not None else None
    if chart is None or chart.plot is None:
        raise NotFound(f"there is no chart {visit.names['id']!r}")
    heads = visit.get_heads()
    outlets = Counter(
        heads[row.figure.evidence.page].outlet or get_title(heads[row.figure.evidence.page])
        for row in chart.rows
    )
    sources = "; ".join(f"{name} ({n})" if n > 1 else name for name, n in outlets.most_common())
    return Drawing("chart.svg", {"chart": chart, "sources": wrap_words(f"Sources: {sources}")})


def has_singles_shown(visit: Visit) -> bool:
    """Return whether the view shows figures that are in no series: where that is asked for, or there is no series."""
    all_series, _ = _get_series(visit)
    return bool(visit.read_field("once")) or not all_series


def _list_wanted(visit: Visit) -> tuple[list[Series], list[Figure]]:
    def choose() -> tuple[list[Series], list[Figure]]:
        all_series, singles = _get_series(visit)
        return [one for one in all_series if _is_wanted(visit, one.what, one.unit)], [
            one for one in singles if _is_wanted(visit, one.what.text if one.what else "", one.unit)
        ]

    return visit.get_list("wanted series", ("what", "unit"), choose)


def _list_units(visit: Visit) -> list[str]:
    all_series, singles = _get_series(visit)
    return sorted({one.unit or "" for one in all_series} | {one.unit or "" for one in singles})


def _get_series(visit: Visit) -> tuple[tuple[Series, ...], tuple[Figure, ...]]:
    return visit.get_cached("series", lambda: _group_figures(visit))


def _list_disagreements(
    visit: Visit, *, candidates: bool = False
) -> list[tuple[Link, list[Figure]]]:
    return [
        (
            link,
            [one for id_ in (link.a, link.b) if isinstance(one := find_record(visit, id_), Figure)],
        )
        for link in list_contradictions(visit, candidates=candidates)[
            : THRESHOLDS.contradictions_shown
        ]
    ]


def _group_figures(visit: Visit) -> tuple[tuple[Series, ...], tuple[Figure, ...]]:
    """Return the story's series, and the figures that are in none of them, in order of pages."""
    story = visit.story
    figures = [one for one in story.records("figures") if isinstance(one, Figure)]
    all_series = build_series(
        figures,
        visit.get_heads().values(),
        times=[one for one in story.records("times") if isinstance(one, Time)],
        links=[link for kind in _JOINING_LINKS for link in story.links(kind=kind)],
    )
    in_series = {point.figure for one in all_series for point in one.points}
    return all_series, tuple(figure for figure in figures if figure.id not in in_series)


def _build_chart(visit: Visit, one: Series) -> SeriesChart:
    load_records(visit, (point.figure for point in one.points))
    figures = (find_record(visit, point.figure) for point in one.points)
    load_referred(visit, filter(None, figures))
    rows = []
    for point in one.points:
        figure = find_record(visit, point.figure)
        if isinstance(figure, Figure):
            rows.append(_build_row(visit, figure, point))
    return SeriesChart(
        one.key,
        one.what,
        one.unit,
        rows,
        build_plot([dot for row in rows if (dot := _build_dot(visit, row))]),
    )


def _build_row(visit: Visit, figure: Figure, point: SeriesPoint | None) -> FigureRow:
    quote = find_record(visit, figure.according_to)
    says = format_source(quote.source) if isinstance(quote, Quote) else ""
    value = describe_amount(figure)
    if point is not None:
        return FigureRow(
            figure, value, point.day, _DAY_LABELS.get(point.sureness, ""), says, point.reports
        )
    time, head = find_record(visit, figure.as_of), visit.get_heads()[figure.evidence.page]
    if isinstance(time, Time) and time.value and estimate_day(time.value):
        return FigureRow(figure, value, time.value, "as of", says, 1)
    published = head.published.value if head.published else None
    return FigureRow(figure, value, published, "published", says, 1)


def _build_dot(visit: Visit, row: FigureRow) -> Dot | None:
    days, figure = read_interval((row.day or "")[:10]), row.figure
    # A change is not a level and must not appear among the levels of a chart.
    if days is None or figure.change is not None:
        return None
    head = visit.get_heads()[figure.evidence.page]
    says = row.says or head.outlet or get_title(head)
    title = f"{row.read} · {row.day_how} {format_day(row.day)} · {says}"
    last = days.last if days.last > days.first else None
    return Dot(
        days.first, figure.value, figure.low, figure.high, figure.hedge, figure.id, title, last
    )


def _is_wanted(visit: Visit, what: str, unit: str | None) -> bool:
    wanted_unit = visit.read_field("unit")
    if wanted_unit and (unit or "none") != wanted_unit:
        return False
    return visit.read_field("what").casefold() in what.casefold()
