"""How much an entry matters: told by how many, how surely dated, what it is, and who takes part.

In: an event and its story. Out: a score, to compare within one story only.
"""

from __future__ import annotations

from onrecord.records import Event
from onrecord.timeline.told import Told

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


def weigh(known: Told, event: Event, sureness: str, reports: int) -> float:
    """Return the score: the product of its reports, sureness, status, kind and centrality."""
    people = [
        known.mentions.get(known.same.get(participant.entity, participant.entity), 1)
        for participant in (*event.actors, *event.targets)
        if participant.entity
    ]
    most = max(known.mentions.values(), default=1)
    central = max(people, default=0) / most if most else 0.0
    kind = TYPE_KNOWN if event.type else TYPE_UNKNOWN
    score = (1 + reports) * SURENESS[sureness] * STATUS.get(event.status, 0.3) * kind
    return round(score * (0.5 + central), 4)
