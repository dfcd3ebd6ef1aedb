"""What the story hands out beside records: page heads, hits, runs, and why a record stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.records import Box, Dated, Record, ThreadStated
from onrecord.records.record import plain


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page without its text: what lists show. `chars`, `comments`, `records` are counts.

    `stated`: fields stated beside the page, each with what states it (a manifest, a feed).
    `thread_stated`: how many comments the page says it has, and in which words; None where it does not say.
    """

    id: str
    capture: str
    path: str
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    published: Dated | None
    updated: Dated | None
    language: str | None
    chars: int
    comments: int
    records: int
    run: int
    stated: tuple[tuple[str, str], ...] = ()
    thread_stated: ThreadStated | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the contract's `pages` row without text and zones."""
        return {
            "id": self.id,
            "capture": self.capture,
            "path": self.path,
            "url": self.url,
            "outlet": self.outlet,
            "title": self.title,
            "authors": list(self.authors),
            "published": dated_dict(self.published),
            "updated": dated_dict(self.updated),
            "language": self.language,
            "stated": dict(self.stated),
            "thread_stated": plain(self.thread_stated),
        }


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage a search found; `start, end` are the passage's span in its page.

    `before, text, after` are the passage's words around and in the first match.
    """

    page: str
    title: str | None
    role: str
    start: int
    end: int
    before: str
    text: str
    after: str

    def to_dict(self) -> dict[str, Any]:
        """Return the hit as one JSON line."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Run:
    """One build or add: when, with what, and what it did."""

    id: int
    started: str
    finished: str | None
    version: str
    model: str
    pages_new: int
    pages_same: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Why:
    """Why a record stands: its words in text and file, and how its value was read.

    Attributes:
        before, after: the words around it in its zone.
        bytes: half-open range in the capture, or None.
        original: the words those bytes spell, or None.
        steps: how the value was read, one line a step.
        boxes: where the words are drawn, a box a line, in a capture that is laid out on sheets.

    """

    record: Record
    head: PageHead
    zone: str | None
    before: str
    after: str
    bytes: tuple[int, int] | None
    original: str | None
    steps: tuple[str, ...]
    boxes: tuple[Box, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return it as one JSON line."""
        return {
            "record": self.record.to_dict(),
            "page": self.head.to_dict(),
            "zone": self.zone,
            "before": self.before,
            "after": self.after,
            "bytes": list(self.bytes) if self.bytes else None,
            "original": self.original,
            "steps": list(self.steps),
            "boxes": plain(self.boxes),
        }


def dated_dict(dated: Dated | None) -> dict[str, str | None]:
    """Return a publication time in the contract's shape; unknown is stated as two nulls."""
    return {"value": dated.value if dated else None, "how": dated.how if dated else None}
