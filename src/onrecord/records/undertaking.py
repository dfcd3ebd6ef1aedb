"""Undertakings: missions, operations, programmes and deals, with who gives what."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.record import Row


@dataclass(frozen=True, slots=True)
class Cited:
    """Exact words of one page: `text` at `start, end` of `page`."""

    page: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: story-wide entity id or None, name, role (`lead`, `contributor`, `host`, `member`)."""

    entity: str | None
    name: str
    role: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a party gives: an event with its status, and the figure if one is stated."""

    party: str
    event: str
    status: str
    what: str
    figure: str | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class Phase:
    """How it grew or shrank: the day (ISO, partial; None unknown) and the event's words."""

    day: str | None
    what: str
    event: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class Undertaking(Row):
    """A mission, operation, programme or deal across pages.

    Attributes:
        name: the fullest name. names: every form.
        kind: `mission`, `operation`, `programme`, `deal`, `training`, …
        parties, contributions, phases: each with its words.
        tasks: what it is to do, with the event's words. open: ids of commitments still to be confirmed.
        mentions: where it is named.

    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    parties: tuple[Party, ...]
    contributions: tuple[Contribution, ...]
    tasks: tuple[Phase, ...]
    phases: tuple[Phase, ...]
    open: tuple[str, ...]
    mentions: tuple[Cited, ...]
