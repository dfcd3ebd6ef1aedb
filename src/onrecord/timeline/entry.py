"""Entries: what the timeline says of a day."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline.

    Attributes:
        day: ISO 8601, as partial as known: `2016`, `2016-03`, `2016-03-08`; None where not known.
        sureness: `day`, `month`, `year`; `before_published`: `day` is the page's, and it happened
            on it or before; `unknown`: no day at all.
        status: of the event (`happened`, `planned`, …).
        text: the words that tell it, of the page that tells it best.
        events: ids of all events that tell it. pages: ids of their pages.
        reports: independent reports; copies count once.
        score: how much it matters in this story; higher is more.
        told: (start, end) of the words of `text` that the day is of, where the sentence around them
            may tell of other days; None: all of it.
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

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as one JSON line."""
        row = {field.name: getattr(self, field.name) for field in fields(self)}
        told = list(self.told) if self.told else None
        return {**row, "events": list(self.events), "pages": list(self.pages), "told": told}
