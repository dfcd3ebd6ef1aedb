"""Quotes: attributed statements (Pareti 2013: source, cue, content)."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.evidence import Evidence
from onrecord.records.record import Record
from onrecord.records.span import Part

SOURCE_KINDS = ("named", "role", "collective", "document", "unknown")
SPEECH = ("said", "asked", "judged", "believed", "wanted")
"""What a source is said to have done: spoken words, or what it asks for, thinks of somebody, holds true, intends."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who a quote is attributed to: the words, their kind, and the entity if one is known.

    `text, start, end` are the source's words in the page; `kind` is one of SOURCE_KINDS;
    `entity` is the id of the entity the words name or refer to ("he"), or None.
    """

    text: str
    start: int
    end: int
    kind: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quote(Record):
    """An attributed statement; its evidence runs from the first to the last of its words.

    Attributes:
        kind: `direct`, `indirect` or `mixed`.
        content: what was said, in one or more parts, without quote marks.
        cue: the words that attribute ("told", "according to"), or None.
        source: who is said to have said it, or None where the page does not say.
        via: through whom the words came ("told The Times"), from the one nearest to the page to the first.
        zone: role of the zone that contains it.
        negated: the attribution is denied or not made ("did not say").
        speech: one of SPEECH; `said` where words were spoken or written, the others where the page reports
            a private state ("believes", "plans to", "praised").
        source_pattern: name of the pattern that found the source's words ("postposed attribution"), one of those in
            the reference; None where there is no source, or where an earlier version extracted the quote.

    """

    id: str
    evidence: Evidence
    kind: str
    content: tuple[Part, ...]
    cue: Part | None
    source: Source | None
    via: tuple[Part, ...]
    zone: str
    negated: bool = False
    speech: str = "said"
    source_pattern: str | None = None
