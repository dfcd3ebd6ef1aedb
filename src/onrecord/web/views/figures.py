"""Figures: a series for each thing counted, as a chart and a table; figures that disagree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Figure, Link, Quote, Time
from onrecord.web.cards import figure_text, looked_up, source_text
from onrecord.web.charts import Dot, Plot, plot
from onrecord.web.paging import paged
from onrecord.web.render import whole_day
from onrecord.web.room import Sheet, Visit

SERIES = 10
"""Series a sheet: each may be a chart and a table."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in its series: what was read, the ISO day it stands for, how that is known, says who."""

    figure: Figure
    read: str
    day: str | None
    day_how: str
    says: str


@dataclass(frozen=True, slots=True)
class Series:
    """One thing counted: its name, its unit, its figures by day, its chart (None: nothing to draw)."""

    name: str
    unit: str | None
    rows: list[Counted]
    plot: Plot | None


def show(visit: Visit) -> Sheet:
    """Show the series, longest first, filtered by words of what is counted and by unit."""
    groups = visit.room.remember("series", lambda: _grouped(visit))
    fitting = [group for group in groups if _fits(visit, group)]
    sheet = paged(fitting, visit.asked("page"), SERIES)
    data = {
        "sheet": sheet,
        "series": [_series(visit, *group) for group in sheet.rows],
        "units": sorted({group[1] or "" for group in groups}),
        "disagreements": disagreements(visit),
        "heads": visit.heads(),
    }
    return Sheet("figures.html", "Figures", data)


def disagreements(visit: Visit) -> list[tuple[Link, Figure, Figure]]:
    """Return the pairs of figures a link says contradict each other, with the link."""
    pairs = []
    for link in visit.story.links(kind="contradicts"):
        a, b = looked_up(visit, link.a), looked_up(visit, link.b)
        if isinstance(a, Figure) and isinstance(b, Figure):
            pairs.append((link, a, b))
    return pairs


Group = tuple[str, str | None, tuple[Figure, ...]]


def _grouped(visit: Visit) -> list[Group]:
    groups: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    for figure in visit.story.records("figures"):
        assert isinstance(figure, Figure)
        groups[_counts(figure), figure.unit].append(figure)
    ordered = sorted(groups.items(), key=lambda item: (not item[0][0], -len(item[1]), item[0][0]))
    return [(name, unit, tuple(figures)) for (name, unit), figures in ordered]


def _counts(figure: Figure) -> str:
    """Return the head of what is counted: the last word before a preposition, lower case, singular."""
    if figure.what is None:
        return ""
    phrase = re.split(r"\b(?:of|in|for|from|to|at|on|with|by|who|that|which|under)\b|,", figure.what.text)
    words = re.findall(r"[\w’'-]+", phrase[0] if phrase[0].strip() else figure.what.text)
    head = words[-1].casefold() if words else ""
    return head[:-1] if len(head) > 3 and head.endswith("s") and not head.endswith("ss") else head


def _series(visit: Visit, name: str, unit: str | None, figures: Iterable[Figure]) -> Series:
    rows = [_counted(visit, figure) for figure in figures]
    rows.sort(key=lambda row: (row.day is None, row.day or ""))
    return Series(name, unit, rows, plot([dot for row in rows if (dot := _dot(row))]))


def _counted(visit: Visit, figure: Figure) -> Counted:
    head = visit.heads()[figure.evidence.page]
    time, quote = looked_up(visit, figure.as_of), looked_up(visit, figure.according_to)
    day, how = (head.published.value, "published") if head.published else (None, "no date")
    if isinstance(time, Time) and time.value and whole_day(time.value):
        day, how = time.value, "as of"
    says = source_text(quote.source) if isinstance(quote, Quote) else ""
    return Counted(figure, figure_text(figure), day, how, says)


def _dot(row: Counted) -> Dot | None:
    day, figure = whole_day(row.day), row.figure
    if day is None:
        return None
    title = f"{row.read} · {row.day}"
    return Dot(day, figure.value, figure.low, figure.high, figure.hedge, figure.id, title)


def _fits(visit: Visit, group: Group) -> bool:
    name, unit, figures = group
    words = visit.asked("what").casefold()
    if visit.asked("unit") and (unit or "none") != visit.asked("unit"):
        return False
    return not words or any(
        words in (figure.what.text.casefold() if figure.what else name) for figure in figures
    )
