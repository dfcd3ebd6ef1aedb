"""Pages: a capture made readable."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from onrecord.records.evidence import Evidence
from onrecord.records.span import Part, Span
from onrecord.records.thread import Comment, ThreadStated

ROLES = (
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "body",
    "caption",
    "comment",
    "furniture",
)
PAGE_KINDS = ("article", "forum", "listing", "product", "documentation", "unclear")
"""What a page is, as far as its markup and its text tell; a listing's body is all that its main part shows."""
REPORTED = frozenset({"headline", "standfirst", "caption", "body"})
"""Zones whose words are reporting; only they are parsed for events."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a page's text with one role. A body zone is one paragraph."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication or update time: ISO 8601 value, as partial as known, and how it is known.

    `how` is one of `manifest`, `feed`, `jsonl` and `mail` (stated beside the page), `stated` (by a caller), `json-ld`, `meta`, `microdata`, `time`, `text`, `url`.
    """

    value: str
    how: str


class ByteMap(Protocol):
    """From code points of a page's text to bytes of its capture."""

    def find_bytes(self, span: Span) -> tuple[int, int] | None:
        """Return the half-open byte range whose decoding gives the span's words, or None."""

    def pack(self) -> bytes:
        """Return the map as bytes, to be stored with the page."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where words are on a sheet of paper, in points from the sheet's lower left corner.

    `sheet` counts from 1; `left < right`, `bottom < top`, before any rotation a viewer applies.
    """

    sheet: int
    left: float
    bottom: float
    right: float
    top: float


@runtime_checkable
class BoxMap(Protocol):
    """A byte map of a capture that is laid out on sheets."""

    def find_boxes(self, span: Span) -> tuple[Box, ...]:
        """Return the boxes that hold the span's words, one for each line, in order of text."""


@dataclass(frozen=True, slots=True)
class Page:
    r"""One readable page; `text` never changes once made.

    Attributes:
        id: content hash of the capture's SHA-256 and its own URL.
        capture: SHA-256 of the capture, or None where text was given by a caller.
        path: where the capture was read.
        text: all zones' words; paragraphs are separated by a blank line (`\n\n`), lines by `\n`.
        zones: in order of text, not overlapping; what no zone covers is white space.
        thread: readers' comments in order of the page.
        language: ISO 639-1 code, or None where there is too little text to identify it.
        fetched: when the capture was saved, if stated. Never used as publication day.
        byte_map: the map to the capture's bytes; None where the text was given.
        thread_stated: how many comments the page says it has, where it does.
        kind: one of `PAGE_KINDS`; of a text that is not HTML `article`, or `forum` where it is mostly comments.
        stated: each field that was stated beside the page, with what states it (see `Stated.hows`).

    """

    id: str
    capture: str | None
    path: str
    text: str
    zones: tuple[Zone, ...]
    thread: tuple[Comment, ...] = ()
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    updated: Dated | None = None
    language: str | None = None
    fetched: str | None = None
    byte_map: ByteMap | None = None
    stated: tuple[tuple[str, str], ...] = ()
    thread_stated: ThreadStated | None = None
    kind: str = "unclear"

    def bytes_of(self, span: Span | Part | Evidence) -> tuple[int, int] | None:
        """Return the capture's half-open byte range of `span`, or None where the text was given."""
        if self.byte_map is None:
            return None
        return self.byte_map.find_bytes(Span(span.start, span.end))

    def boxes_of(self, span: Span | Part | Evidence) -> tuple[Box, ...]:
        """Return where `span` is on the capture's sheets, one box for each line; empty where it has no sheets."""
        if not isinstance(self.byte_map, BoxMap):
            return ()
        return self.byte_map.find_boxes(Span(span.start, span.end))

    def zone_at(self, position: int) -> Zone | None:
        """Return the zone that holds code point `position`, or None."""
        index = bisect_right(self.zones, position, key=lambda zone: zone.start) - 1
        if index < 0 or position >= self.zones[index].end:
            return None
        return self.zones[index]

    def part(self, start: int, end: int) -> Part:
        """Return the words from `start` to `end` (code points, half-open) as a part."""
        return Part(self.text[start:end], start, end)

    def evidence(self, start: int, end: int, by: str, confidence: float | None = None) -> Evidence:
        """Return evidence for the words from `start` to `end`; the only way evidence is made.

        Raises:
            ValueError: if the span is empty or reaches outside the text: no span, no record.

        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span, no record: {start}..{end} in a page of {len(self.text)}")
        span = Span(start, end)
        return Evidence(
            self.id, start, end, self.bytes_of(span), self.text[start:end], by, confidence
        )

    def zones_of(self, roles: Sequence[str] | frozenset[str]) -> tuple[Zone, ...]:
        """Return the zones with one of `roles`, in order of text."""
        return tuple(zone for zone in self.zones if zone.role in roles)
