"""What is damaged in a story file, and what of it is whole: asked once a command or a view has failed on it.

In: a connection to a story, or its path. Out: words for a person. Out of scope: saving what is whole (`onrecord repair`), and the
list of all that is wrong (`verify`).
"""

from __future__ import annotations

import sqlite3
from itertools import islice
from pathlib import Path

import zstandard

from onrecord.errors import StoreError
from onrecord.records import Entity, Link, Row, Undertaking
from onrecord.records.ids import hash_sha256
from onrecord.story.file import DECODE_ERRORS, connect_to_read
from onrecord.story.rows import decode_page, decode_row
from onrecord.story.schema import KINDS
from onrecord.story.seals import compare_page, is_sealed, iter_changes, read_last_seals
from onrecord.story.thresholds import THRESHOLDS

_ROWS: dict[str, type[Row]] = {**KINDS, "who": Entity, "links": Link, "undertakings": Undertaking}


def find_damage(connection: sqlite3.Connection) -> str | None:
    """Return in words the first damage that is found, or None: then a fault on this story is the code's own."""
    try:
        check = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if check != "ok":
            return "its tables can't be read"
        for change in iter_changes(connection):
            name = f"{change.table} {change.key}" if change.key is not None else change.what
            return f"{name}: {change.said}"
        for table, row_type in _ROWS.items():
            for row in connection.execute(f"SELECT * FROM main.{table}"):
                decode_row(row_type, dict(row))
        for row in connection.execute("SELECT * FROM main.pages"):
            decode_page(dict(row), (), None)
    except DECODE_ERRORS as error:
        detail = " ".join(str(error).split())[: THRESHOLDS.error_detail_chars]
        return f"a row can't be read ({detail})"
    return None


def describe_survivors(path: Path) -> str:
    """Return in words how many pages of a damaged story are whole, and how to save them."""
    try:
        connection = connect_to_read(path)
    except (StoreError, OSError):
        return f"what can still be read is saved by: onrecord repair {path} -o NEW"
    try:
        whole, seen, are_all = _count_whole_pages(connection)
    except DECODE_ERRORS:
        return f"what can still be read is saved by: onrecord repair {path} -o NEW"
    finally:
        connection.close()
    of_them = f"its {seen} pages" if are_all else f"its first {seen} pages"
    if not whole:
        return f"none of {of_them} is whole; build it again from its pages"
    are = "is" if whole == 1 else "are"
    return f"{whole} of {of_them} {are} whole: save them with: onrecord repair {path} -o NEW"


def _count_whole_pages(connection: sqlite3.Connection) -> tuple[int, int, bool]:
    """Return how many pages are whole, of how many looked at, and whether these are all."""
    most = THRESHOLDS.pages_surveyed
    ids = [row[0] for row in connection.execute("SELECT id FROM main.pages LIMIT ?", (most + 1,))]
    seals = read_last_seals(connection)[0] if is_sealed(connection) else {}
    whole = 0
    for page in islice(ids, most):
        try:
            seal = seals.get(f"page:{page}")
            is_changed = seal is not None and any(compare_page(connection, seal))
            whole += not is_changed and _is_readable(connection, page)
        except DECODE_ERRORS:
            continue
    return whole, min(len(ids), most), len(ids) <= most


def _is_readable(connection: sqlite3.Connection, page: str) -> bool:
    """Return whether a page's capture has its SHA-256 and all its records can be decoded."""
    sql = "SELECT c.sha256, c.data, c.size FROM main.captures c JOIN main.pages p ON p.capture = c.sha256 WHERE p.id = ?"
    row = connection.execute(sql, (page,)).fetchone()
    if row is None or zstandard.frame_content_size(row[1]) != row[2]:
        return False
    if hash_sha256(zstandard.decompress(row[1])) != row[0]:
        return False
    for kind, record_type in KINDS.items():
        for record in connection.execute(f"SELECT * FROM main.{kind} WHERE page = ?", (page,)):
            decode_row(record_type, dict(record))
    return True
