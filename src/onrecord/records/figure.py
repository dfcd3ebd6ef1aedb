"""Figures: quantities with what they count."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.evidence import Evidence
from onrecord.records.record import Record
from onrecord.records.span import Part

HEDGES = ("about", "at least", "at most", "over", "under", "nearly")

FIGURE_KINDS = ("count", "range", "order", "fraction", "percent", "money", "measure", "age")
"""What a figure may be: a bare number, two bounds of bare numbers, an order of magnitude ("dozens"), a part of a whole, a share in
percent or percentage points, a sum of money, a number of another unit, how old somebody or something is."""

CHANGES = ("up", "down", "changed")
"""Which way something moved by the figure; `changed` where the words give no direction."""

UNIT_BASES = (
    "nearby sign",
    "page statement",
    "page address",
    "outlet",
    "page country",
    "page words",
    "page sums",
    "words after",
    "assumed",
    "unresolved",
)
"""What resolves a currency or unit that the figure's own words leave open: a sign of money nearby, a sentence of the page about its
currency, the last label of the page's host, the outlet's name, the country the page names most, the page's words for the
currency, the currency most sums of the page are in, words after what is measured; the commonest currency of that name as an
assumption; nothing, so that the unit stays open."""


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
        steps: how the value was read beyond its words, one line a step ("$" of an Australian outlet), for a person;
            programs ask `kind`, `change` and `basis`.
        kind: one of FIGURE_KINDS.
        change: one of CHANGES where something rose or fell by this figure, or None where it is a level.
        basis: one of UNIT_BASES, or None where the figure's own words name its unit, or where it has none.

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
    kind: str = "count"
    change: str | None = None
    basis: str | None = None
