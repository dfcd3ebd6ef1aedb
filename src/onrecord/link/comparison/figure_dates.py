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


class Printed(Protocol):
    """A page or its head: what has an id and a publication time."""

    @property
    def id(self) -> str:
        """The page's id."""

    @property
    def published(self) -> Dated | None:
        """When it was published."""


def holds_for(
    figure: Figure, times: Mapping[str, Time], pages: Mapping[str, Printed]
) -> tuple[DayInterval | None, str]:
    """Return (the days a figure holds for, how that is known): its own words, else its page's day."""
    reach = read_time_interval(times.get(figure.as_of or ""))
    if reach is not None:
        return reach, reach.sureness
    page = pages.get(figure.evidence.page)
    reach = read_publication_interval(page.published) if page else None
    return (reach, "published") if reach else (None, "unknown")
