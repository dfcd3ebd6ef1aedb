"""Citations: exact words of a page, where they stand, and what page it is, with all that the page says kept apart.

In: records of an open story, or stretches of its pages. Out: plain JSON values. Everything that somebody else wrote (words, titles,
outlets, addresses, names of files) stands under `UNTRUSTED` and nowhere else. Out of scope: which records are cited.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from onrecord.assistant.thresholds import THRESHOLDS
from onrecord.errors import NotFound
from onrecord.link.comparison.day_intervals import read_interval
from onrecord.records import Entity, Page, Record, Span
from onrecord.story import PageHead, Story

UNTRUSTED = "untrusted_page_data"
"""The one key under which words of pages stand in an answer."""
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that a reader does not see; white space of paragraphs is not meant."""
_WHITE_SPACE = "\n\t"


class Citer:
    """Cites words of one story; page heads and pages are read once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._heads: dict[str, PageHead] = {}
        self._pages: dict[str, Page] = {}

    def cite(self, record: Record, *, skip: int = 0) -> dict[str, Any]:
        """Return the citation of a record's words.

        Args:
            record: of this story.
            skip: so many of its characters are left out at the beginning, to page through long ones.
        """
        evidence = record.evidence
        cited = self.cite_words(evidence.page, evidence.start, evidence.end, skip=skip)
        return cited | {"drawn_by": evidence.by}

    def cite_words(self, page_id: str, start: int, end: int, *, skip: int = 0) -> dict[str, Any]:
        """Return the citation of `start` to `end` (code points, half-open) of a page."""
        page, head = self._get_page(page_id), self._get_head(page_id)
        first = min(start + skip, end)
        last = min(first + THRESHOLDS.words_chars, end)
        words = page.text[first:last]
        byte_range = page.bytes_of(Span(start, end)) if start < end else None
        zone = page.zone_at(start)
        cited = self._describe_head(head) | {
            "zone": zone.role if zone else None,
            "characters": [start, end],
            "bytes": list(byte_range) if byte_range else None,
            "sheets": sorted({box.sheet for box in page.boxes_of(Span(start, end))}) or None,
            "shown_characters": None if (first, last) == (start, end) else [first, last],
            "invisible_characters": count_invisible(words),
            UNTRUSTED: {"words": words, **self._quote_head(head)},
        }
        return {
            name: value for name, value in cited.items() if value is not None or name == "bytes"
        }

    def cite_page(self, page_id: str) -> dict[str, Any]:
        """Return what page it is, without words."""
        head = self._get_head(page_id)
        return self._describe_head(head) | {UNTRUSTED: self._quote_head(head)}

    def find_record(self, id_: str | None) -> Record | None:
        """Return a record of the story, or None where there is none of this id."""
        if id_ is None:
            return None
        try:
            found = self._story.record(id_)
        except NotFound:
            return None
        return found if isinstance(found, Record) else None

    def name_entity(self, id_: str | None) -> str | None:
        """Return the name of an entity, cut as a label; None where there is none."""
        entity = self.find_record(id_)
        return cut_label(entity.name) if isinstance(entity, Entity) else None

    def _describe_head(self, head: PageHead) -> dict[str, Any]:
        """Return what is known of a page by our own reading: no word of it is the page's."""
        interval = read_interval(head.published.value) if head.published else None
        return {
            "page": head.id,
            "published": interval.shown if interval else "not known",
            "published_known_from": head.published.how if interval and head.published else None,
            "capture_sha256": head.capture,
        }

    def _quote_head(self, head: PageHead) -> dict[str, Any]:
        return {
            "title": cut_label(head.title),
            "outlet": cut_label(head.outlet),
            "address": cut_label(head.url),
            "saved_as": cut_label(head.path),
        }

    def _get_head(self, page_id: str) -> PageHead:
        if page_id not in self._heads:
            self._heads[page_id] = self._story.head(page_id)
        return self._heads[page_id]

    def _get_page(self, page_id: str) -> Page:
        if page_id not in self._pages:
            self._pages[page_id] = self._story.page(page_id)
        return self._pages[page_id]


def count_invisible(words: str) -> int | None:
    """Return how many characters of `words` nobody sees; None where there are none.

    Examples:
        >>> count_invisible("plain"), count_invisible("a\u202eb")
        (None, 1)

    """
    return sum(is_invisible(char) for char in words) or None


def is_invisible(char: str) -> bool:
    """Return whether a character is drawn as nothing: controls, format characters, tags, private use."""
    return char not in _WHITE_SPACE and unicodedata.category(char) in _INVISIBLE


def cut_label(words: str | None, most: int = THRESHOLDS.label_chars) -> str | None:
    """Return words on one line, cut at `most` characters; None stays None."""
    if words is None:
        return None
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def list_some(items: Iterable[Any]) -> tuple[list[Any], int]:
    """Return the first items of a list, and how many more there are."""
    every = list(items)
    return every[: THRESHOLDS.listed], max(0, len(every) - THRESHOLDS.listed)
