"""Salvage: every row of a damaged story that can still be read, in a database of its own that is sound.

In: the path of a story. Out: a temporary database with the story's tables, and how many rows of each could not be reached.
Out of scope: which of the rows are whole (`whole_pages`). The story is only read.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import DamagedStory, NotFound
from onrecord.story.file import DECODE_ERRORS
from onrecord.story.schema import KINDS, build_ddl
from onrecord.story.thresholds import THRESHOLDS

_TABLES = ("runs", "captures", "pages", *KINDS, "kinds", "passages", "paths", "skipped", "seals")
"""Tables that are salvaged; all others are made anew of them, or listed in `_KEPT`."""
_KEPT = ("decisions", "proofs")
"""Tables that are salvaged where the story, and this version, have them."""
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read: a database that may be read like a story's, and the tables of which rows could not be reached."""

    connection: sqlite3.Connection
    torn: tuple[str, ...]


def recover_rows(path: Path) -> Salvaged:
    """Return the rows of the story at `path` that can be read.

    Raises:
        NotFound: if there is no file; DamagedStory: if not even the names of its tables can be read.

    """
    if not path.is_file():
        raise NotFound(f"{path}: no such story")
    source = sqlite3.connect(f"file:{quote(os.fsencode(path.absolute()))}?mode=ro", uri=True)
    # A text that is not UTF-8 is kept as bytes: the row is then found to be damaged, and only that one.
    source.text_factory = _decode_text
    target = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    target.row_factory = sqlite3.Row
    target.executescript(build_ddl())
    target.executescript("DROP TRIGGER passages_in; DROP TRIGGER passages_out; BEGIN")
    try:
        # A definition that can't be read must not keep the other tables from being read.
        source.execute("PRAGMA writable_schema=ON")
        tables = _list_known_tables(source, path)
        torn = [table for table in tables if _is_torn(_copy_table(source, target, table), table)]
    finally:
        source.close()
    target.execute("COMMIT")
    return Salvaged(target, tuple(torn))


def _decode_text(data: bytes) -> str | bytes:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data


def _list_known_tables(source: sqlite3.Connection, path: Path) -> list[str]:
    try:
        rows = source.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except DECODE_ERRORS as error:
        raise DamagedStory(path, "the names of its tables can't be read") from error
    names = {row[0] for row in rows}
    if "pages" not in names:
        raise DamagedStory(path, "it has no table of pages that can be read")
    return [table for table in (*_TABLES, *_KEPT) if table in names]


def _copy_table(
    source: sqlite3.Connection, target: sqlite3.Connection, table: str
) -> _TableReader | None:
    """Copy the rows of a table that can be read; return what read them, None where the table has no column that can be read."""
    columns = list_columns(target, table)
    try:
        there = {*list_columns(source, table)}
    except DECODE_ERRORS:
        return None
    shared = [name for name in columns if name in there]
    if not shared:
        return None
    names = ", ".join(f'"{name}"' for name in shared)
    marks = ", ".join("?" * len(shared))
    insert = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'
    reader = _TableReader(source, table, names)
    for rows in reader.iter_rows():
        for row in rows:
            try:
                target.execute(insert, row)
            except sqlite3.Error:  # a value that the table does not take
                reader.is_torn = True
    return reader


def _is_torn(reader: _TableReader | None, table: str) -> bool:
    """Return whether rows of a table could not be reached; one that this version does not know is not read at all."""
    return table not in _KEPT if reader is None else reader.is_torn


class _TableReader:
    """Reads a table around its damaged places: `is_torn` says whether there was one."""

    def __init__(self, source: sqlite3.Connection, table: str, names: str) -> None:
        self._source = source
        self._sql = f'SELECT {names} FROM "{table}" NOT INDEXED'
        self._table = table
        self._failures = 0
        self.is_torn = False

    def iter_rows(self) -> Iterator[list[Row]]:
        """Yield the rows in pieces, each row once or, around damage, perhaps twice."""
        try:
            yield self._source.execute(self._sql).fetchall()
        except DECODE_ERRORS:
            self.is_torn = True
        else:
            return
        yield from self._iter_from_both_ends()
        most = self._find_last_rowid()
        if most is not None:
            yield from self._iter_range(0, most)

    def _iter_from_both_ends(self) -> Iterator[list[Row]]:
        """Yield what comes before the first damaged place, and before the last one as seen from the end."""
        for order in ("", " ORDER BY rowid DESC"):
            rows: list[Row] = []
            with suppress(*DECODE_ERRORS):  # what was read until then is kept
                rows.extend(self._source.execute(self._sql + order))
            yield rows

    def _find_last_rowid(self) -> int | None:
        try:
            self._source.execute(f'SELECT rowid FROM "{self._table}" LIMIT 0')
        except DECODE_ERRORS:
            return None  # a table without row ids
        try:
            row = self._source.execute(f'SELECT max(rowid) FROM "{self._table}"').fetchone()
        except DECODE_ERRORS:
            return THRESHOLDS.rowids_tried
        return min(row[0] or 0, THRESHOLDS.rowids_tried)

    def _iter_range(self, first: int, last: int) -> Iterator[list[Row]]:
        """Yield the rows whose ids are from `first` to `last`; a range with damage in it is halved."""
        sql = f"{self._sql} WHERE rowid BETWEEN ? AND ?"
        try:
            yield self._source.execute(sql, (first, last)).fetchall()
        except DECODE_ERRORS:
            self._failures += 1
            if first < last and self._failures < THRESHOLDS.failed_reads:
                middle = (first + last) // 2
                yield from self._iter_range(first, middle)
                yield from self._iter_range(middle + 1, last)


def list_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns; none where there is no such table."""
    return [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def iter_kept(salvaged: Salvaged) -> Iterator[tuple[str, Iterable[dict[str, object]]]]:
    """Yield the tables that are kept as they are, each with its rows."""
    for table in _KEPT:
        if list_columns(salvaged.connection, table):
            rows = salvaged.connection.execute(f"SELECT * FROM {table}").fetchall()
            yield table, [dict(row) for row in rows]
