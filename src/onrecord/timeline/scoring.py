"""Scores: how much an entry matters, by its reports, how surely it is dated, its status, type and participants.

In: an event and the look-ups of its story. Out: a score, comparable within one story only.

Source: our own factors, set by hand on the example story; no measurement stands behind them yet.
"""

from __future__ import annotations

from onrecord.timeline.event_days import TimelineIndex
from onrecord.timeline.event_rows import EventRow
from onrecord.timeline.thresholds import THRESHOLDS

STATUS_FACTORS = {
    "happened": 1.0,
    "ongoing": 0.7,
    "promised": 0.7,
    "planned": 0.6,
    "alleged": 0.5,
    "denied": 0.4,
    "called_for": 0.3,
    "possible": 0.3,
}
SURENESS_FACTORS = {
    "day": 1.0,
    "month": 0.6,
    "year": 0.12,
    "before_published": 0.25,
    "unknown": 0.1,
}


def score_event(index: TimelineIndex, event: EventRow, sureness: str, reports: int) -> float:
    """Return the score: the product of factors for reports, sureness, status, type and centrality."""
    type_factor = THRESHOLDS.known_type_factor if event.type else THRESHOLDS.unknown_type_factor
    status_factor = STATUS_FACTORS.get(event.status, THRESHOLDS.unlisted_status_factor)
    score = (1 + reports) * SURENESS_FACTORS[sureness] * status_factor * type_factor
    return round(score * (THRESHOLDS.centrality_floor + index.measure_centrality(event)), 4)
