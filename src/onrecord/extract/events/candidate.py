"""A candidate: an event before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.events.plover import Coding
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class EventCandidate:
    """An event before it becomes a record.

    Attributes:
        verb: the verb or predicate of its clause, or the noun or adjective that denotes it.
        word: the word that denotes it: `verb`, or the noun that a light verb carries ("carried out an *attack*").
        trigger: the first and last word that denote it.
        coding: its PLOVER coding, or None.
        reading: what its clause states of it.
        actors: who does it. targets: whom or what it is done to.
        confidence: how likely the words denote an event and state its status (0–1), or None where a rule alone decides.

    """

    verb: Token
    word: Token
    trigger: tuple[Token, Token]
    coding: Coding | None
    reading: StatusReading
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    confidence: float | None
