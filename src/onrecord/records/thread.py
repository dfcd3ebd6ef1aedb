"""Threads: readers' comments."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.evidence import Evidence
from onrecord.records.record import Record
from onrecord.records.span import Part


@dataclass(frozen=True, slots=True)
class Comment(Record):
    """One reader's comment; its evidence is the comment's own text, without author line and stamps.

    Attributes:
        order: 0-based place in the page.
        author: as written, or None where the page does not say.
        author_how: `stated`, `edit stamp`, or None with author.
        time_text: the time as written ("12 days ago"), or None.
        time: ISO 8601, as partial as known, or None.
        edited_text: the edit stamp as written, or None.
        parent: id of the comment replied to, or None (none, or not known).
        parent_how: `markup`, `quoted`, `addressed`, or None with parent.
        votes: net votes, or None.
        cut_short: the saved page shows only the beginning ("… Read more »").
        author_url: where the author's name links to, or None.
        state: `removed` (its words only say that the comment was), `awaiting` (moderation), or None.
        quoted: the parts that repeat what someone else wrote; they are not the author's own words.

    """

    id: str
    evidence: Evidence
    order: int
    author: str | None = None
    author_how: str | None = None
    time_text: str | None = None
    time: str | None = None
    edited_text: str | None = None
    parent: str | None = None
    parent_how: str | None = None
    votes: int | None = None
    cut_short: bool = False
    author_url: str | None = None
    state: str | None = None
    quoted: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadStated:
    """How many comments a page says it has, and where it says so; it may hold fewer."""

    count: int
    words: Part
