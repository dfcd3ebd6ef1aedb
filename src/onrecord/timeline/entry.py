"""Entries: what the timeline shows of a day."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.record import Row


@dataclass(frozen=True, slots=True)
class Entry(Row):
    """One line of the timeline.

    Attributes:
        day: ISO 8601, as partial as known: `2016`, `2016-03`, `2016-03-08`; None where not known.
        sureness: `day`, `month`, `year`; `before_published`: `day` is the page's, and it happened
            on it or before; `unknown`: no day at all.
        status: of the event (`happened`, `planned`, …).
        text: the words that report it, of the page that reports it best.
        events: ids of all events that report it. pages: ids of their pages.
        reports: independent reports; copies count once.
        score: how much it matters in this story; higher is more.
        told: (start, end) of the words of `text` that the day belongs to, where the sentence around them
            may state other days; None: all of it.
    """

    day: str | None
    sureness: str
    status: str
    text: str
    events: tuple[str, ...]
    reports: int
    pages: tuple[str, ...]
    score: float
    told: tuple[int, int] | None = None
