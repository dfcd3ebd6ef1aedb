"""What the story returns beside records: page heads, hits of a search, runs, explanations of records, and mismatches.

In: values read from the story. Out: plain frozen data. Out of scope: reading it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.records import Box, Dated, Decided, Record, ThreadStated
from onrecord.records.record import convert_to_plain


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page without its text: what lists show. `chars`, `comments` and `records` are counts.

    `stated`: fields stated beside the page, each with what states it (a manifest, a feed).
    `kind`: article, forum, listing, product, documentation or unclear.
    `thread_stated`: how many comments the page says it has, and in which words; None where it does not say.
    `decided`: marks of what people decided about the page.
    `first_words`: of a page without a title, how its headline, standfirst or body begins; None where it has none of them.
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
    kind: str = "unclear"
    decided: tuple[Decided, ...] = ()
    first_words: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the row of `pages` in the JSON lines, without text and zones."""
        return {
            "id": self.id,
            "capture": self.capture,
            "path": self.path,
            "url": self.url,
            "outlet": self.outlet,
            "title": self.title,
            "authors": list(self.authors),
            "published": convert_dated(self.published),
            "updated": convert_dated(self.updated),
            "language": self.language,
            "kind": self.kind,
            "stated": dict(self.stated),
            "thread_stated": convert_to_plain(self.thread_stated),
            "decided": convert_to_plain(self.decided),
        }


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that a search found; `start, end` are its span in its page (code points, half-open).

    `before, text, after`: the passage's words before, in and after the first match.
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
    """One build or add: when, with what, and what it did.

    `libraries` are the other programs that decided, each with its version; empty where an earlier version did not note them.
    """

    id: int
    started: str
    finished: str | None
    version: str
    model: str
    pages_new: int
    pages_same: int
    skipped: int
    libraries: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """Why a record is in the story: its words in text and file, and how its value was read.

    Attributes:
        before, after: the words around it in its zone.
        bytes: half-open range in the capture, or None.
        original: the words that those bytes spell, or None.
        steps: how the value was read, one line a step, for a person.
        boxes: where the words are on the sheets of a PDF, one box for each line; empty for other captures.

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
            "boxes": convert_to_plain(self.boxes),
        }


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A record whose words are not where it says they are, or a row that is not as it was drawn.

    `where` is `text`, `bytes`, `boxes` or `capture`, `row of …` with a table, `seal`, `index` (the search index) or `file`; `expected`
    the record's words or what was drawn; `found` what is there instead. `page` is "" where no one page is meant.
    """

    id: str
    page: str
    where: str
    expected: str
    found: str

    def to_dict(self) -> dict[str, str]:
        """Return it as one JSON line."""
        return {name: getattr(self, name) for name in self.__slots__}


def convert_dated(dated: Dated | None) -> dict[str, str | None]:
    """Return a time of a page as its JSON object; a time that is not known is two nulls."""
    return {"value": dated.value if dated else None, "how": dated.how if dated else None}
