"""Events: who did what to whom, where, when, and whether it is said to have happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from onrecord.records.evidence import Evidence
from onrecord.records.record import Record
from onrecord.records.span import Part

STATUSES = (
    "happened",
    "ongoing",
    "planned",
    "promised",
    "possible",
    "called_for",
    "alleged",
    "denied",
)
"""What a page states of an event. `alleged`: said to have happened, or to be going on, by somebody whom the page does not
confirm."""
REAL = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "promised", "possible", "called_for"})
ROOTS = (
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
    "YIELD",
)
KINDS = (
    "accident",
    "accusation",
    "aid",
    "appointment",
    "attack",
    "battle",
    "business",
    "court",
    "crime",
    "culture",
    "deal",
    "death",
    "decision",
    "demand",
    "diplomacy",
    "disaster",
    "economy",
    "election",
    "health",
    "injury",
    "inquiry",
    "law",
    "meeting",
    "military",
    "movement",
    "other",
    "police",
    "protest",
    "release",
    "rescue",
    "resignation",
    "science",
    "space",
    "sport",
    "statement",
    "strike",
    "technology",
    "transport",
    "visit",
    "vote",
    "weather",
    "work",
)
"""Plain kinds of events, in words of news; they stand beside PLOVER's roots, which have none for accidents, disasters and most of daily life."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Who does or undergoes an event: the words, and the entity they name, if one is known."""

    text: str
    start: int
    end: int
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Event(Record):
    """An event; its evidence is the clause that reports it.

    Attributes:
        trigger: the word or words that express it ("pulled out").
        type: PLOVER root (one of ROOTS), or None where the lexicon does not know it.
        mode: PLOVER mode of the type, or None.
        context: PLOVER contexts, possibly none.
        status: one of STATUSES.
        negated: the event's own clause holds a negation ("did not send"); "denied that it sent" has none.
        actors: who does it; targets: who or what it is done to.
        place: where, or None. time: id of its time, or None.
        said_by: id of the quote that contains it, or None where the page reports it itself.
        kind: plain kind of the event (one of KINDS), or None where it is not known.
        steps: what spoke for an event and for its status, a line each: features with their weights.
        alleged_by: of an alleged event, the words of whoever alleges it; None where the page does not say, and for other statuses.
        embedding: of the trigger in its sentence, for comparing events (`onrecord.records.embeddings`); None without the model `accurate`. Kept in the story alone:
            no export or list prints it.

    """

    id: str
    evidence: Evidence
    trigger: Part
    type: str | None
    mode: str | None
    context: tuple[str, ...]
    status: str
    negated: bool
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    place: Part | None
    time: str | None
    said_by: str | None
    alleged_by: Part | None = None
    kind: str | None = None
    steps: tuple[str, ...] = ()
    embedding: str | None = None
    INTERNAL: ClassVar[frozenset[str]] = frozenset({"embedding"})


def group_status(status: str) -> str:
    """Return the group of a status: "real", "ahead", or the status itself (denied, alleged)."""
    return "real" if status in REAL else "ahead" if status in AHEAD else status
