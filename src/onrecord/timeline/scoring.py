"""How much an entry matters: told by how many, how surely dated, what it is, and who takes part.

In: an event and its story. Out: a score, to compare within one story only.
"""

from __future__ import annotations

from onrecord.timeline.event_days import Told
from onrecord.timeline.event_rows import Tale

STATUS = {
    "happened": 1.0,
    "ongoing": 0.7,
    "promised": 0.7,
    "planned": 0.6,
    "denied": 0.4,
    "called_for": 0.3,
    "possible": 0.3,
}
SURENESS = {"day": 1.0, "month": 0.6, "year": 0.12, "before_published": 0.25, "unknown": 0.1}
TYPE_KNOWN, TYPE_UNKNOWN = 1.0, 0.6
"""Our own weights, set by hand on the example story; no measurement stands behind them yet."""


def weigh(known: Told, tale: Tale, sureness: str, reports: int) -> float:
    """Return the score: the product of its reports, sureness, status, kind and centrality."""
    kind = TYPE_KNOWN if tale.type else TYPE_UNKNOWN
    score = (1 + reports) * SURENESS[sureness] * STATUS.get(tale.status, 0.3) * kind
    return round(score * (0.5 + known.central(tale)), 4)
