"""Verification: every row is compared with its seal, every record's words with the page's text and with the saved bytes.

In: a story. Out: what is not as it was drawn, or whose words are not where it says. Out of scope: whether a record is right.

The bytes of a capture that is laid out on sheets (PDF) do not spell words: there the words are read again from the boxes
that the map gives, and the bytes must be whole objects of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.errors import PageError, StoreError
from onrecord.pages.sheets.glyphs import PdfSheet, has_boxes, read_sheets, read_words_in
from onrecord.pages.source_maps.maps import decode_range
from onrecord.records import Page, Record, Row
from onrecord.records.ids import hash_sha256
from onrecord.story.integrity import check_file
from onrecord.story.schema import KINDS
from onrecord.story.store import Story, open_story
from onrecord.story.thresholds import THRESHOLDS
from onrecord.story.views import Mismatch

_WHOLE_OBJECTS = re.compile(rb"\s*\d+\s+\d+\s+obj\b.*endobj", re.DOTALL)


def verify(story: Story, *, pages: frozenset[str] | None = None) -> Iterator[Mismatch]:
    """Yield everything that is not as it was drawn, or whose words are not where it says; none if all is well.

    Every record, part of one, and count stated by a page is compared with the page's text and with the saved bytes, which must
    still have their SHA-256; what spans pages (undertakings, outcomes, entities of the story) with the texts it cites. All rows
    are compared with the seals that runs set on them; a story without seals has none to compare with (`Story.chain` is None).
    With `pages` (ids) only the words of these pages' records are, and nothing that spans pages.
    """
    if story.decisions:
        # What people decided is no work of the machine: the records are compared as they were drawn.
        with open_story(story.path, as_drawn=True) as drawn:
            yield from verify(drawn, pages=pages)
        return
    if pages is not None:
        for page in sorted(pages):
            yield from _check_page(story, page)
        return
    yield from check_file(story)
    try:
        every_page = [str(row["id"]) for row in story.rows("SELECT id FROM pages ORDER BY id")]
    except StoreError as error:
        yield Mismatch("pages", "", "file", "all pages", str(error))
        return
    for page in every_page:
        yield from _check_page(story, page)
    try:
        yield from _check_citations(story)
    except StoreError as error:
        yield Mismatch("links", "", "file", "all that joins pages", str(error))


def _check_page(story: Story, id_: str) -> Iterator[Mismatch]:
    try:
        page, original = story.page(id_), story.original(id_)
        sheets = read_sheets(original, page.path) if has_boxes(page) else None
    except (StoreError, PageError) as error:
        yield Mismatch(id_, id_, "capture", "a page that can be read", str(error))
        return
    found = hash_sha256(original)
    if found != page.capture:
        yield Mismatch(id_, id_, "capture", str(page.capture), found)
    yield from _check_thread_count(page)
    for kind in KINDS:
        try:
            records = story.records(kind, page=id_)
        except StoreError as error:
            yield Mismatch(id_, id_, f"row of {kind}", "records that can be read", str(error))
            continue
        for record in records:
            yield from check_record(record, page, original, sheets)


def verify_record(story: Story, record: Record) -> Iterator[Mismatch]:
    """Yield what of one record is not where it says, in text or saved bytes; none if all is well.

    Raises:
        StoreError: if its page can't be read.

    """
    page, original = story.page(record.evidence.page), story.original(record.evidence.page)
    if hash_sha256(original) != page.capture:
        yield Mismatch(page.id, page.id, "capture", page.capture or "", hash_sha256(original))
        return
    try:
        sheets = read_sheets(original, page.path) if has_boxes(page) else None
    except PageError as error:
        yield Mismatch(page.id, page.id, "capture", page.capture or "", str(error))
        return
    yield from check_record(record, page, original, sheets)


def _check_thread_count(page: Page) -> Iterator[Mismatch]:
    """Yield the count of comments that the page states, where its words are not in the text."""
    if page.thread_stated is not None:
        words = page.thread_stated.words
        found = page.text[words.start : words.end]
        if found != words.text:
            yield Mismatch(page.id, page.id, "text", words.text, found)


def _check_citations(story: Story) -> Iterator[Mismatch]:
    """Yield each record across pages with a citation whose words are not in the cited page."""
    texts = {row["id"]: row["text"] for row in story.rows("SELECT id, text FROM pages")}
    records: Iterable[Row] = (*story.undertakings(), *story.who(), *story.records("commitments"))
    for record in records:
        row = record.to_dict()
        for cited in _iter_citations([row]):
            found = texts.get(cited["page"], "")[cited["start"] : cited["end"]]
            if found != cited["text"]:
                yield Mismatch(row["id"], cited["page"], "text", cited["text"], found)


def _iter_citations(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield every stretch of a page that a row cites, at any depth."""
    for value in values:
        if isinstance(value, dict):
            if {"page", "text", "start", "end"} <= value.keys():
                yield value
            yield from _iter_citations(value.values())
        elif isinstance(value, list):
            yield from _iter_citations(value)


def check_record(
    record: Record, page: Page, original: bytes, sheets: tuple[PdfSheet, ...] | None
) -> Iterator[Mismatch]:
    """Yield what of a record is not where it says: its first wrong part, its words, its bytes or boxes."""
    evidence = record.evidence
    parts = [
        part for part in _iter_parts(record.to_dict().values()) if not _is_in_place(part, page)
    ]
    for part in parts[:1]:
        found = page.text[part["start"] : part["end"]]
        yield Mismatch(record.id, page.id, "text", part["text"], found)
    if page.text[evidence.start : evidence.end] != evidence.text:
        found = page.text[evidence.start : evidence.end]
        yield Mismatch(record.id, page.id, "text", evidence.text, found)
    if page.bytes_of(evidence) != evidence.bytes:
        mapped = f"{page.bytes_of(evidence)}"
        yield Mismatch(record.id, page.id, "bytes", f"{evidence.bytes}", mapped)
    elif sheets is not None:
        yield from _check_boxes(record, page, original, sheets)
    elif evidence.bytes is not None and page.byte_map is not None:
        found = _decode_bytes(page, original, evidence.bytes)
        if not _is_same_text(evidence.text, found, page, record):
            yield Mismatch(record.id, page.id, "bytes", evidence.text, found)


def _decode_bytes(page: Page, original: bytes, byte_range: tuple[int, int]) -> str:
    assert page.byte_map is not None
    try:
        return decode_range(original, byte_range, page.byte_map)
    except ValueError as error:
        return f"nothing that can be read ({error})"


def _check_boxes(
    record: Record, page: Page, original: bytes, sheets: tuple[PdfSheet, ...]
) -> Iterator[Mismatch]:
    """Yield a record of a PDF whose boxes hold other words, or whose bytes are not whole objects."""
    evidence = record.evidence
    found = read_words_in(sheets, page.boxes_of(evidence))
    if not _has_characters_of(_strip_white_space(found), _strip_white_space(evidence.text)):
        yield Mismatch(record.id, page.id, "boxes", evidence.text, found)
    if evidence.bytes is not None and not _WHOLE_OBJECTS.fullmatch(
        original[slice(*evidence.bytes)]
    ):
        yield Mismatch(record.id, page.id, "bytes", "whole objects of a PDF", f"{evidence.bytes}")


def _has_characters_of(found: str, expected: str) -> bool:
    """Return whether the characters found in a span's boxes are those expected, all of them and in order.

    Where a sheet has letters over one another (shadows, raised signs) a box may hold some more.
    """
    if found == expected:
        return True
    rest = iter(found)
    return len(found) <= THRESHOLDS.max_overprint * len(expected) and all(
        char in rest for char in expected
    )


def _is_same_text(expected: str, found: str, page: Page, record: Record) -> bool:
    """Return whether bytes spell a record's words; white space may differ, and across zones also what is between them."""
    if _strip_white_space(expected) == _strip_white_space(found):
        return True
    # Across zones the saved page may have markup and furniture between the words.
    first, last = page.zone_at(record.evidence.start), page.zone_at(record.evidence.end - 1)
    if first == last or first is None or last is None:
        return False
    head = _strip_white_space(page.text[record.evidence.start : first.end])
    tail = _strip_white_space(page.text[last.start : record.evidence.end])
    spelled = _strip_white_space(found)
    return spelled.startswith(head) and spelled.endswith(tail)


def _strip_white_space(words: str) -> str:
    return "".join(words.split())


def _iter_parts(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield the parts among a record's values: words and where they are in the record's own page."""
    for value in values:
        if isinstance(value, dict) and {"text", "start", "end"} <= value.keys():
            yield value
        elif isinstance(value, list):
            yield from _iter_parts(
                item for item in value if isinstance(item, dict) and "page" not in item
            )


def _is_in_place(part: dict[str, Any], page: Page) -> bool:
    return bool(page.text[part["start"] : part["end"]] == part["text"])
