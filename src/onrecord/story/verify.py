"""Verify: every record's words are sliced again, from the page's text and from the saved bytes.

Where a capture is laid out on sheets (PDF) its bytes do not spell words: there the words are read again
from the boxes the map leads to, and the bytes must be whole objects of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.errors import PageError, StoreError
from onrecord.pages.sheets.glyphs import PdfSheet, has_boxes, read_sheets, read_words_in
from onrecord.pages.source_maps.maps import decode_range
from onrecord.records import Page, Record, Row
from onrecord.records.ids import sha256_hex
from onrecord.story.schema import KINDS
from onrecord.story.store import Story

_OBJECTS = re.compile(rb"\s*\d+\s+\d+\s+obj\b.*endobj", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A record whose words do not stand where it says.

    `where` is `text`, `bytes`, `boxes` or `capture`; `expected` the record's words; `found` what stands there.
    """

    id: str
    page: str
    where: str
    expected: str
    found: str

    def to_dict(self) -> dict[str, str]:
        """Return it as one JSON line."""
        return {name: getattr(self, name) for name in self.__slots__}


def verify(story: Story) -> Iterator[Mismatch]:
    """Yield every record, part of one, or count a page states, whose words can't be sliced again; none if all is well.

    Records are sliced from the page's text and from the saved bytes, which must still have their
    SHA-256; what joins pages (cards, outcomes, entities across pages) from the texts it cites.
    """
    for head in story.heads():
        try:
            page, original = story.page(head.id), story.original(head.id)
        except StoreError as error:
            yield Mismatch(head.id, head.id, "capture", head.capture, str(error))
            continue
        if sha256_hex(original) != head.capture:
            yield Mismatch(head.id, head.id, "capture", head.capture, sha256_hex(original))
        try:
            sheets = read_sheets(original, page.path) if has_boxes(page) else None
        except PageError as error:
            yield Mismatch(page.id, page.id, "capture", head.capture, str(error))
            continue
        yield from _misstated(page)
        for kind in KINDS:
            for record in story.records(kind, page=page.id):
                yield from _mismatches(record, page, original, sheets)
    yield from _joined_mismatches(story)


def _misstated(page: Page) -> Iterator[Mismatch]:
    if page.thread_stated is not None:
        words = page.thread_stated.words
        found = page.text[words.start : words.end]
        if found != words.text:
            yield Mismatch(page.id, page.id, "text", words.text, found)


def _joined_mismatches(story: Story) -> Iterator[Mismatch]:
    texts = {row["id"]: row["text"] for row in story.rows("SELECT id, text FROM pages")}
    joined: Iterable[Row] = (*story.undertakings(), *story.who(), *story.records("commitments"))
    for record in joined:
        row = record.to_dict()
        for cited in _cited([row]):
            found = texts.get(cited["page"], "")[cited["start"] : cited["end"]]
            if found != cited["text"]:
                yield Mismatch(row["id"], cited["page"], "text", cited["text"], found)


def _cited(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield every stretch of a page that a row cites, however deep."""
    for value in values:
        if isinstance(value, dict):
            if {"page", "text", "start", "end"} <= value.keys():
                yield value
            yield from _cited(value.values())
        elif isinstance(value, list):
            yield from _cited(value)


def _mismatches(
    record: Record, page: Page, original: bytes, sheets: tuple[PdfSheet, ...] | None
) -> Iterator[Mismatch]:
    evidence = record.evidence
    parts = [part for part in _parts(record.to_dict().values()) if not _stands(part, page)]
    for part in parts[:1]:
        found = page.text[part["start"] : part["end"]]
        yield Mismatch(record.id, page.id, "text", part["text"], found)
    if page.text[evidence.start : evidence.end] != evidence.text:
        found = page.text[evidence.start : evidence.end]
        yield Mismatch(record.id, page.id, "text", evidence.text, found)
    if page.bytes_of(evidence) != evidence.bytes:
        stands = f"{page.bytes_of(evidence)}"
        yield Mismatch(record.id, page.id, "bytes", f"{evidence.bytes}", stands)
    elif sheets is not None:
        yield from _misdrawn(record, page, original, sheets)
    elif evidence.bytes is not None and page.byte_map is not None:
        found = _respelled(page, original, evidence.bytes)
        if not _same_words(evidence.text, found, page, record):
            yield Mismatch(record.id, page.id, "bytes", evidence.text, found)


def _respelled(page: Page, original: bytes, byte_range: tuple[int, int]) -> str:
    assert page.byte_map is not None
    try:
        return decode_range(original, byte_range, page.byte_map)
    except ValueError as error:
        return f"nothing that can be read ({error})"


def _misdrawn(
    record: Record, page: Page, original: bytes, sheets: tuple[PdfSheet, ...]
) -> Iterator[Mismatch]:
    evidence = record.evidence
    found = read_words_in(sheets, page.boxes_of(evidence))
    if not _holds(_plain(found), _plain(evidence.text)):
        yield Mismatch(record.id, page.id, "boxes", evidence.text, found)
    if evidence.bytes is not None and not _OBJECTS.fullmatch(original[slice(*evidence.bytes)]):
        yield Mismatch(record.id, page.id, "bytes", "whole objects of a PDF", f"{evidence.bytes}")


def _holds(found: str, expected: str) -> bool:
    """Return whether the characters in a span's boxes are its own, all of them and in order.

    Where a sheet draws letters over one another (shadows, raised signs) a box may hold some more.
    """
    if found == expected:
        return True
    rest = iter(found)
    return len(found) <= 1.5 * len(expected) and all(char in rest for char in expected)


def _same_words(expected: str, found: str, page: Page, record: Record) -> bool:
    if _plain(expected) == _plain(found):
        return True
    # Across zones the saved page may hold markup and furniture between the words.
    first, last = page.zone_at(record.evidence.start), page.zone_at(record.evidence.end - 1)
    if first == last or first is None or last is None:
        return False
    head = page.text[record.evidence.start : first.end]
    tail = page.text[last.start : record.evidence.end]
    return _plain(found).startswith(_plain(head)) and _plain(found).endswith(_plain(tail))


def _plain(words: str) -> str:
    return "".join(words.split())


def _parts(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for value in values:
        if isinstance(value, dict) and {"text", "start", "end"} <= value.keys():
            yield value
        elif isinstance(value, list):
            yield from _parts(
                item for item in value if isinstance(item, dict) and "page" not in item
            )


def _stands(part: dict[str, Any], page: Page) -> bool:
    return bool(page.text[part["start"] : part["end"]] == part["text"])
