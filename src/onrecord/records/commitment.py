"""Commitments: events someone said they would bring about."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.event import Participant
from onrecord.records.evidence import Evidence
from onrecord.records.record import Record
from onrecord.records.span import Part

STRENGTHS = ("explicit", "plan")
"""What binds: words of promising, or a speaker's own "will"; or only a declared intention ("plans to", "will" in the page's own words)."""

STATES = ("open", "kept", "partly kept", "broken", "superseded", "unclear")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What speaks for or against a commitment: a link to later words, never without them.

    `side` is `for` or `against`; `text` the exact words at `start, end` of `page`. `candidate` as of its link: whether the words
    speak of this commitment is for a person to check.
    """

    link: str
    page: str
    start: int
    end: int
    text: str
    side: str
    candidate: bool = False

    def describe_side(self) -> str:
        """Return the side in words: "for", or of a candidate "to check, may speak for"."""
        return f"to check, may speak {self.side}" if self.candidate else self.side


@dataclass(frozen=True, slots=True)
class Commitment(Record):
    """A commitment; it is `open` when extracted, and its state is set by links to later pages.

    Attributes:
        event: id of the event committed to.
        who: who commits, or None where the page does not say ("is expected").
        to_whom: to whom, or None.
        due: id of the time it is due by, or None.
        state: one of STATES.
        strength: one of STRENGTHS; None in stories that a version without it wrote.
        content: the words for what is promised, or None in stories that a version without it wrote.
        receiver: the words for whom it is promised to, or None where the clause does not say.
        condition: the words that it depends on ("if the talks fail"), or None.
        tellings: ids of the other commitments that tell the same promise.
        outcomes: evidence for and against (`evidence` in JSON lines is this list).
        candidate_state: the state that the candidates among the outcomes would give it, or None without any.

    """

    id: str
    evidence: Evidence
    event: str
    who: Participant | None
    to_whom: Participant | None
    due: str | None
    state: str = "open"
    outcomes: tuple[Outcome, ...] = ()
    strength: str | None = None
    content: Part | None = None
    receiver: Part | None = None
    condition: Part | None = None
    tellings: tuple[str, ...] = ()
    candidate_state: str | None = None
