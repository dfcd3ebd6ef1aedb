"""What a person has decided about a record: a mark that the record carries wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in force, as the record that it concerns carries it.

    Attributes:
        decision: id of the decision.
        kind: one of `onrecord.decisions.KINDS`.
        record: id of the record decided on: another one where this record only rests on it (an event on its time).
        field: of a `set`, what was set; and where a record rests on another, what of it changed; else None.
        value: of a `set`, the new value; of a `tag`, the tag; of a `join` or `split`, the names; of a `pin`, the day; else None.
        drawn: of a `set`, the value that the machine had drawn, which the story keeps; else None.
        reason: in the words of whoever decided; may be empty for a tag.
        who: the name of whoever decided.
        at: when, ISO 8601 in UTC.

    """

    decision: str
    kind: str
    record: str
    field: str | None
    value: str | None
    drawn: str | None
    reason: str
    who: str
    at: str
