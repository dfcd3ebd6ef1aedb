"""All records of one page, by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from onrecord.records.commitment import Commitment
from onrecord.records.entity import Entity, Mention
from onrecord.records.event import Event
from onrecord.records.figure import Figure
from onrecord.records.quote import Quote
from onrecord.records.record import Record
from onrecord.records.time import Time


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one page; each kind in order of text.

    Extractors take the records extracted so far and return those they add; `merged` joins the two.
    """

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    def merged(self, other: Records) -> Records:
        """Return the records of both, kind by kind."""
        return Records(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __iter__(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for field in fields(self):
            yield from getattr(self, field.name)
