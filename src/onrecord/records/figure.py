"""Figures: quantities with what they count."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.evidence import Evidence
from onrecord.records.record import Record
from onrecord.records.span import Part

HEDGES = ("about", "at least", "at most", "over", "under", "nearly")


@dataclass(frozen=True, slots=True)
class Figure(Record):
    """A quantity; its evidence is the number with its hedge and unit, not what is counted.

    Attributes:
        value: the number, or None for a range or an order ("dozens").
        low, high: inclusive bounds of a range or an order, or None. A hedge sets no bound.
        hedge: one of HEDGES, or None.
        unit: ISO 4217 code for money, `%` , `percentage point`, `fraction`, a unit's name in the
            singular ("kilometre", "year"), or None for a bare count.
        what: the whole noun phrase counted ("Iraqi and Kurdish security forces"), or None.
        as_of: id of the time it holds for, or None.
        according_to: id of the quote that contains it, or None.
        steps: how the value was read beyond its words, one line a step ("$" of an Australian outlet); one that
            begins `a change` means that the figure is by how much something rose or fell (`a change: up`), not a level.

    """

    id: str
    evidence: Evidence
    value: float | None
    low: float | None = None
    high: float | None = None
    hedge: str | None = None
    unit: str | None = None
    what: Part | None = None
    as_of: str | None = None
    according_to: str | None = None
    steps: tuple[str, ...] = ()
