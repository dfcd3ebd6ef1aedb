"""Times: time expressions (TIMEX3 of ISO-TimeML)."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.evidence import Evidence
from onrecord.records.record import Record

TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
POINT_TYPES = frozenset({"DATE", "TIME"})
"""Types of expressions that name a point on the calendar or the clock."""


ANCHORS_IN_WORDS = {
    "published": "the day the page was published",
    "time": "another time of the page",
    "event": "the day of an event",
}
"""What the value of an open time may wait for."""


@dataclass(frozen=True, slots=True)
class Time(Record):
    """A time expression.

    Attributes:
        type: one of TIME_TYPES.
        value: TIMEX3 value ("2021-02-06", "2011", "P2D", "2017-SP"), or None while open.
        anchor: what the value was computed from: an ISO day ("2021-02-20"), a time's id, or None.
        waits_for: what an open value depends on: `published`, `time`, `event`, or None.
        mod: TIMEX3 mod (START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN, …), or None.
        steps: how the value was read, one line a step, for `onrecord why`.

    """

    id: str
    evidence: Evidence
    type: str
    value: str | None
    anchor: str | None = None
    waits_for: str | None = None
    mod: str | None = None
    steps: tuple[str, ...] = ()
