"""What news are: items, each with the records it rests on, and how many pages came.

In: nothing. Out: plain frozen data. Out of scope: what is news.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

KINDS = ("page", "happened", "moved", "disagrees", "promise", "due")
"""Kinds of news, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that is new.

    Attributes:
        kind: one of KINDS.
        text: one line that says it.
        records: ids of the records (or links) it rests on. pages: ids of their pages, the new one first.
        run: the run that brought it. day: ISO day of it, or None.
        url: address of the new page, if known.

    """

    kind: str
    text: str
    records: tuple[str, ...]
    pages: tuple[str, ...]
    run: int
    day: str | None
    url: str | None

    def build_row(self) -> dict[str, Any]:
        """Return it as one JSON line."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return row | {"records": list(self.records), "pages": list(self.pages)}


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a story.

    Attributes:
        since: in words, since when.
        pages_new, pages_again: pages that are new, and those that were only made again.
        copies: how many of the new ones are copies or versions of older ones.
        items: in order of kind; of happenings the weightiest first, of others the latest.
        to_check: what links that are candidates say of new pages, counted by what it may be.

    """

    since: str
    pages_new: int
    pages_again: int
    copies: int
    items: tuple[NewsItem, ...]
    to_check: tuple[tuple[str, int], ...]

    def build_summary(self) -> dict[str, Any]:
        """Return all but the items as one JSON line."""
        names = ("since", "pages_new", "pages_again", "copies")
        row = {name: getattr(self, name) for name in names}
        return {"kind": "summary", **row, "to_check": dict(self.to_check)}
