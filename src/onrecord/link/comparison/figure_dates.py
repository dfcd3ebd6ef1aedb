"""Which days a figure holds for: those its own words state, else the day its page was published.

In: a figure, times and pages by id. Out: an interval of days and how it is known. Out of scope: which figures count the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from onrecord.link.comparison.day_intervals import (
    DayInterval,
    read_publication_interval,
    read_time_interval,
)
from onrecord.records import Dated, Figure, Time


class DatedPage(Protocol):
    """A page or its head: what has an id and a publication time."""

    @property
    def id(self) -> str:
        """The page's id."""

    @property
    def published(self) -> Dated | None:
        """When it was published."""


def resolve_figure_interval(
    figure: Figure, times: Mapping[str, Time], pages: Mapping[str, DatedPage]
) -> tuple[DayInterval | None, str]:
    """Return (the days a figure holds for, how they are known).

    How: `day`, `month` or `year` for a time of its own words, `published` for its page's day, `unknown` with None.
    """
    interval = read_time_interval(times.get(figure.as_of or ""))
    if interval is not None:
        return interval, interval.sureness
    page = pages.get(figure.evidence.page)
    interval = read_publication_interval(page.published) if page else None
    return (interval, "published") if interval else (None, "unknown")
