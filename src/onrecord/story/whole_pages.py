"""Which pages of a salvaged story are whole, and which of their records.

In: salvaged rows. Out: pages with their captures and records, ready to be written to another story; what was lost. Out of
scope: reading around damage (`salvage`), writing.

A page is whole if its row is as sealed, can be decoded, and its saved original has its SHA-256. Of a whole page a record is kept if its
row is as sealed (without seals: can be decoded), its words are where it says, and it refers to no record that is lost.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.errors import DamagedStory, PageError, StoreError
from onrecord.pages.sheets.glyphs import has_boxes, read_sheets
from onrecord.pages.source_maps.maps import unpack_map
from onrecord.records import Capture, Comment, Page, Record, Records
from onrecord.records.ids import hash_sha256
from onrecord.story.file import DECODE_ERRORS
from onrecord.story.rows import decode_page, decode_row
from onrecord.story.salvage import Salvaged
from onrecord.story.schema import KINDS
from onrecord.story.seals import Seal, compare_page, read_last_seals
from onrecord.story.store import Story
from onrecord.story.verify import check_record

_ID = re.compile(r"[a-z]{1,2}-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class WholePage:
    """A page that is whole, with the records of it that are; `lost` counts those that are not."""

    capture: Capture
    page: Page
    records: Records
    key: str
    lost: int


@dataclass(frozen=True, slots=True)
class LostPage:
    """A page that is not whole, and why; `capture` is its saved original, if that is whole."""

    id: str
    why: str
    capture: Capture | None = None


class PageInspector:
    """Inspects the pages of salvaged rows; `path` is that of the damaged story, for messages."""

    def __init__(self, salvaged: Salvaged, path: Path) -> None:
        self._connection = salvaged.connection
        self._story = Story(path, salvaged.connection)
        self._seals = _read_usable_seals(salvaged.connection)

    @property
    def has_seals(self) -> bool:
        """Whether there are seals to compare with."""
        return bool(self._seals)

    def inspect(self) -> Iterator[WholePage | LostPage]:
        """Yield every page that the story has, or is sealed to have had."""
        ids = [row[0] for row in self._connection.execute("SELECT id FROM pages ORDER BY id")]
        for page in ids:
            yield self._inspect_page(page)
        for seal in self._seals.values():
            if seal.page is not None and seal.page not in ids:
                yield LostPage(seal.page, "its row is gone")

    def _inspect_page(self, id_: str) -> WholePage | LostPage:
        capture: Capture | None = None
        try:
            capture = self._read_capture(id_)
            changed = self._list_changed(id_)
            if ("pages", id_) in changed:
                return LostPage(id_, "its row is not as it was drawn", capture)
            page, key = self._read_page(id_)
            records, lost = self._keep_records(page, capture, changed)
        except (StoreError, PageError) as error:
            why = error.what if isinstance(error, DamagedStory) else str(error)
            return LostPage(str(id_), why, capture)
        except DECODE_ERRORS as error:
            return LostPage(str(id_), f"it can't be read ({' '.join(str(error).split())})", capture)
        thread = tuple(one for one in records if isinstance(one, Comment))
        found = Records(
            **{
                kind: tuple(one for one in records if isinstance(one, KINDS[kind]))  # type: ignore[arg-type]
                for kind in KINDS
                if kind != "comments"
            }
        )
        return WholePage(capture, replace(page, thread=thread), found, key, lost)

    def _list_changed(self, id_: str) -> set[tuple[str, str]]:
        """Return the table and key of each row of a page that is not as it was sealed.

        Raises:
            DamagedStory: if the story has seals, and none on this page.

        """
        if not self._seals:
            return set()
        seal = self._seals.get(f"page:{id_}")
        if seal is None:
            raise DamagedStory(self._story.path, "no seal of a run is on it")
        return {
            (change.table, change.key)
            for change in compare_page(self._connection, seal)
            if change.table is not None and change.key is not None
        }

    def _read_capture(self, id_: str) -> Capture:
        """Return the saved original of a page.

        Raises:
            DamagedStory: if it is gone, or its bytes are not those that were saved.

        """
        sql = "SELECT c.* FROM captures c JOIN pages p ON p.capture = c.sha256 WHERE p.id = ?"
        rows = self._connection.execute(sql, (id_,)).fetchall()
        if not rows:
            raise DamagedStory(self._story.path, "its saved original is gone")
        row = dict(rows[0])
        data = self._story.capture(row["sha256"])
        if hash_sha256(data) != row["sha256"]:
            raise DamagedStory(self._story.path, "its saved original is not as it was saved")
        names = ("sha256", "path", "media_type", "charset", "url", "fetched")
        return Capture(data=data, **{name: row[name] for name in names})

    def _read_page(self, id_: str) -> tuple[Page, str]:
        """Return a page without its thread, and the key it was drawn under."""
        row = dict(self._connection.execute("SELECT * FROM pages WHERE id = ?", (id_,)).fetchone())
        packed = row["byte_map"]
        return decode_page(row, (), unpack_map(packed) if packed is not None else None), row[
            "drawn"
        ]

    def _keep_records(
        self, page: Page, capture: Capture, changed: set[tuple[str, str]]
    ) -> tuple[list[Record], int]:
        """Return a page's records that are whole, in order of text, and how many are not."""
        sheets = read_sheets(capture.data, page.path) if has_boxes(page) else None
        kept: dict[str, Record] = {}
        seen = 0
        for kind, record_type in KINDS.items():
            rows = self._connection.execute(f"SELECT * FROM {kind} WHERE page = ?", (page.id,))
            for row in rows:
                seen += 1
                record = _decode_whole(record_type, dict(row))
                if record is None or (kind, record.id) in changed:
                    continue
                if not any(check_record(record, page, capture.data, sheets)):
                    kept[record.id] = record
        kept = _drop_dependents(kept, page.id)
        drawn = self._connection.execute("SELECT count(*) FROM kinds WHERE page = ?", (page.id,))
        lost = max(seen, drawn.fetchone()[0]) - len(kept)
        ordered = sorted(kept.values(), key=lambda one: (one.evidence.start, one.id))
        return ordered, lost


def _read_usable_seals(connection: sqlite3.Connection) -> dict[str, Seal]:
    """Return the last seal of everything that is itself whole; none if the seals can't be read."""
    try:
        seals, broken = read_last_seals(connection)
    except DECODE_ERRORS:
        return {}
    unusable = {change.what for change in broken}
    return {what: seal for what, seal in seals.items() if what not in unusable}


def _decode_whole(record_type: type[Record], row: dict[str, Any]) -> Record | None:
    """Return the record of a row, or None if it can't be decoded."""
    try:
        return decode_row(record_type, row)
    except DECODE_ERRORS:
        return None


def _drop_dependents(records: dict[str, Record], page: str) -> dict[str, Record]:
    """Return the records without those that refer to one that is not among them, and so on."""
    kept = dict(records)
    while True:
        dropped = [
            id_
            for id_, record in kept.items()
            if any(
                one not in kept and one != page for one in _iter_ids(record.to_dict(internal=True))
            )
        ]
        if not dropped:
            return kept
        for id_ in dropped:
            del kept[id_]


def _iter_ids(value: Any) -> Iterator[str]:
    """Yield the ids among a record's values, at any depth."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _iter_ids(one)
    elif isinstance(value, list):
        for one in value:
            yield from _iter_ids(one)
    elif isinstance(value, str) and _ID.fullmatch(value):
        yield value
