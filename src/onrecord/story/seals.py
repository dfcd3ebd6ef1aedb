"""Seals: digests of the rows that a run wrote, one for each page and each part of the story, chained in the order of writing.

In: a connection to a story. Out: rows of `seals`; what has changed since a seal was set. Out of scope: whether the rows were
right when they were sealed.

A row's digest is taken of its table and of each column that holds something else than nothing or the column's default, so that a
column that a later version adds changes no digest. A seal's digest is taken of its rows' digests, sorted; its chain of the chain
before it and of what it seals. Who changes rows without changing seals is found out; who makes all seals anew is not, unless the
last chain was noted elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.story.schema import KINDS

DIGEST_BYTES = 16
_FIRST_CHAIN = "onrecord"
_OF_PAGES = (*KINDS, "kinds", "passages")
"""Tables whose rows belong to a page, besides the page itself and its capture."""
_PARTS: dict[str, tuple[str, ...]] = {
    "runs": ("runs", "run_notes"),
    "files": ("paths", "skipped", "readings", "proofs"),
    "decisions": ("decisions",),
}
"""Parts of a story that are sealed as a whole; what is in no part and of no page makes the part `links`."""
LINKS = "links"
_GROWING = frozenset({"decisions"})
"""Parts to which rows may be added between runs: what was sealed must still be there."""
_NOT_SEALED = frozenset({"pages", "captures", "seals", "meta"})
"""Tables sealed with their pages, or not at all."""
_FULL_TEXT = "words"


@dataclass(frozen=True, slots=True)
class Seal:
    """One row of `seals`: what a run wrote.

    Attributes:
        number: from 1, without a gap.
        run: id of the run that set it.
        what: `page:` and a page's id, or a part of the story.
        digest: of its rows' digests.
        rows: these digests, `DIGEST_BYTES` each, sorted; empty once a later seal of the same replaces it.
        chain: of the chain before it and of all these.

    """

    number: int
    run: int
    what: str
    digest: str
    rows: bytes
    chain: str

    @property
    def page(self) -> str | None:
        """Id of the page that it seals, or None."""
        kind, _, page = self.what.partition(":")
        return page if kind == "page" else None

    def list_rows(self) -> frozenset[bytes]:
        """Return the digests of its rows."""
        size = DIGEST_BYTES
        return frozenset(self.rows[at : at + size] for at in range(0, len(self.rows), size))


@dataclass(frozen=True, slots=True)
class Change:
    """A row, a page or a seal that is not as it was sealed.

    `what` is the seal's; `table` and `key` name the row, None where it is gone or the seal itself is meant; `said` says in words
    what was found; `run` set the seal.
    """

    what: str
    table: str | None
    key: str | None
    said: str
    run: int


# --- setting seals --------------------------------------------------------------------------------


def seal_page(connection: sqlite3.Connection, page: str, run: int) -> None:
    """Set a seal on a page, its capture's row, and all its records as they are now; inside a transaction."""
    _add_seal(connection, f"page:{page}", run, _hash_page(connection, page))


def seal_part(connection: sqlite3.Connection, part: str, run: int) -> None:
    """Set a seal on a part of the story (`runs`, `files`, `links`, `decisions`) as it is now, if it changed; inside a transaction."""
    tables = _list_tables(connection, part)
    if tables:
        _add_seal(connection, part, run, _hash_tables(connection, tables))


def seal_all(connection: sqlite3.Connection, run: int) -> None:
    """Set the first seals of a story that has none: on each page, and on the links."""
    if connection.execute("SELECT 1 FROM main.seals LIMIT 1").fetchone() is None:
        for (page,) in connection.execute("SELECT id FROM main.pages ORDER BY id").fetchall():
            seal_page(connection, page, run)
        seal_part(connection, LINKS, run)


def _add_seal(connection: sqlite3.Connection, what: str, run: int, rows: Iterable[bytes]) -> None:
    packed = b"".join(sorted(rows))
    digest = _compute_digest(packed)
    before = connection.execute(
        "SELECT digest FROM main.seals WHERE what = ? ORDER BY number DESC LIMIT 1", (what,)
    ).fetchone()
    if before is not None and before[0] == digest:
        return
    last = connection.execute(
        "SELECT number, chain FROM main.seals ORDER BY number DESC LIMIT 1"
    ).fetchone()
    number = 1 if last is None else last[0] + 1
    chain = _compute_chain(_FIRST_CHAIN if last is None else last[1], number, run, what, digest)
    connection.execute("UPDATE main.seals SET rows = x'' WHERE what = ?", (what,))
    connection.execute(
        "INSERT INTO main.seals VALUES (?, ?, ?, ?, ?, ?)",
        (number, run, what, digest, packed, chain),
    )


# --- comparing ------------------------------------------------------------------------------------


def is_sealed(connection: sqlite3.Connection) -> bool:
    """Return whether the story has seals: an earlier version set none."""
    return _has_table(connection, "seals") and (
        connection.execute("SELECT 1 FROM main.seals LIMIT 1").fetchone() is not None
    )


def read_chain(connection: sqlite3.Connection) -> str | None:
    """Return the last chain, which stands for the whole story as it was last written; None without seals."""
    if not is_sealed(connection):
        return None
    row = connection.execute("SELECT chain FROM main.seals ORDER BY number DESC LIMIT 1").fetchone()
    return str(row[0])


def iter_changes(connection: sqlite3.Connection) -> Iterator[Change]:
    """Yield what is not as it was sealed; nothing of a story without seals.

    Raises:
        sqlite3.DatabaseError, UnicodeDecodeError: if a table can't be read.

    """
    if not is_sealed(connection):
        return
    seals, broken = read_last_seals(connection)
    yield from broken
    pages = {str(row[0]) for row in connection.execute("SELECT id FROM main.pages")}
    for seal in seals.values():
        if seal.page is None:
            yield from _compare_part(connection, seal)
        elif seal.page not in pages:
            yield Change(seal.what, "pages", seal.page, "the page is gone", seal.run)
        else:
            yield from compare_page(connection, seal)
    for page in sorted(pages - {seal.page for seal in seals.values()}):
        yield Change(f"page:{page}", "pages", page, "no run drew this page", 0)


def read_last_seals(connection: sqlite3.Connection) -> tuple[dict[str, Seal], list[Change]]:
    """Return the last seal of everything, and the seals that are themselves not as they were set."""
    seals: dict[str, Seal] = {}
    broken: list[Change] = []
    chain = _FIRST_CHAIN
    rows = connection.execute(
        "SELECT number, run, what, digest, rows, chain FROM main.seals ORDER BY number"
    )
    for position, row in enumerate(rows, start=1):
        seal = Seal(*row)
        expected = _compute_chain(chain, position, seal.run, seal.what, seal.digest)
        if seal.number != position or seal.chain != expected:
            said = f"seal {seal.number} does not follow from the one before it"
            broken.append(Change(str(seal.what), None, None, said, seal.run))
        chain = seal.chain
        seals[seal.what] = seal
    broken += [
        Change(str(seal.what), None, None, "its seal is damaged", seal.run)
        for seal in seals.values()
        if not isinstance(seal.rows, bytes) or _compute_digest(seal.rows) != seal.digest
    ]
    return seals, broken


def find_page_change(connection: sqlite3.Connection, page: str, record: str) -> Change | None:
    """Return what of a record's own row, its page's and its capture's is not as it was sealed; None if nothing is, or nothing is sealed."""
    if not is_sealed(connection):
        return None
    sql = "SELECT number, run, what, digest, rows, chain FROM main.seals WHERE what = ? ORDER BY number DESC LIMIT 1"
    row = connection.execute(sql, (f"page:{page}",)).fetchone()
    if row is None:
        return Change(f"page:{page}", "pages", page, "no run drew this page", 0)
    for change in compare_page(connection, Seal(*row)):
        if change.key in {record, page} or change.table == "captures":
            return change
    return None


def compare_page(connection: sqlite3.Connection, seal: Seal) -> Iterator[Change]:
    """Yield the rows of a page that are not as they were sealed."""
    assert seal.page is not None
    yield from _compare(seal, _hash_page(connection, seal.page))


def _compare_part(connection: sqlite3.Connection, seal: Seal) -> Iterator[Change]:
    if seal.what == "files" and _is_unfinished(connection):
        return  # a run that was stopped has noted some paths, and sealed them not yet
    rows = _hash_tables(connection, _list_tables(connection, seal.what))
    yield from _compare(seal, rows, grows=seal.what in _GROWING)


def _compare(
    seal: Seal, rows: Mapping[bytes, tuple[str, str]], *, grows: bool = False
) -> Iterator[Change]:
    sealed = seal.list_rows()
    others = [name for digest, name in rows.items() if digest not in sealed]
    gone = len(sealed - rows.keys())
    if not grows:
        for table, key in sorted(others):
            yield Change(seal.what, table, key, "not as it was drawn", seal.run)
        gone -= len(others)
    if gone > 0:
        yield Change(seal.what, None, None, f"{gone} row(s) that were drawn are gone", seal.run)


def _is_unfinished(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT finished FROM main.runs ORDER BY id DESC LIMIT 1").fetchone()
    return row is not None and row[0] is None


# --- digests of rows ------------------------------------------------------------------------------


def _hash_page(connection: sqlite3.Connection, page: str) -> dict[bytes, tuple[str, str]]:
    """Return the digest of each row that belongs to a page, with its table and key."""
    of_page = [
        ("pages", "id = ?"),
        ("captures", "sha256 IN (SELECT capture FROM main.pages WHERE id = ?)"),
    ]
    rows: dict[bytes, tuple[str, str]] = {}
    for table, where in (*of_page, *((table, "page = ?") for table in _OF_PAGES)):
        rows.update(_hash_rows(connection, table, where, (page,)))
    return rows


def _hash_tables(
    connection: sqlite3.Connection, tables: Iterable[str]
) -> dict[bytes, tuple[str, str]]:
    rows: dict[bytes, tuple[str, str]] = {}
    for table in tables:
        where = "page IS NULL" if table == "kinds" else "TRUE"
        rows.update(_hash_rows(connection, table, where, ()))
    return rows


def _hash_rows(
    connection: sqlite3.Connection, table: str, where: str, values: tuple[Any, ...]
) -> Iterator[tuple[bytes, tuple[str, str]]]:
    """Yield the digest of each row with its table and key."""
    columns = _describe_columns(connection, table)
    names = ", ".join(f'"{name}"' for name in columns)
    key = _find_key(list(columns))
    for row in connection.execute(f'SELECT {names} FROM main."{table}" WHERE {where}', values):
        held = [
            [name, _make_plain(value)]
            for (name, default), value in zip(columns.items(), row, strict=True)
            if value is not None and value != default
        ]
        canonical = json.dumps([table, held], ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).digest()
        yield digest[:DIGEST_BYTES], (table, str(row[key]))


def _describe_columns(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    """Return a table's columns by name, each with its default value."""
    found = connection.execute(
        "SELECT name, dflt_value FROM pragma_table_info(?, 'main')", (table,)
    )
    return {name: _read_default(default) for name, default in sorted(tuple(row) for row in found)}


def _read_default(written: str | None) -> Any:
    """Return a column's default as it stands in the table's definition: a text in marks, a whole number, or none."""
    if written is None:
        return None
    if written.startswith("'"):
        return written[1:-1].replace("''", "'")
    return int(written) if written.isdecimal() else None


def _find_key(names: list[str]) -> int:
    keys = ("id", "sha256", "path", "entity", "record", "commitment", "page")
    return next((names.index(key) for key in keys if key in names), 0)


def _make_plain(value: Any) -> Any:
    return {"bytes": hashlib.sha256(value).hexdigest()} if isinstance(value, bytes) else value


def _list_tables(connection: sqlite3.Connection, part: str) -> list[str]:
    """Return the tables of a part, those that the story has."""
    if part in _PARTS:
        return [table for table in _PARTS[part] if _has_table(connection, table)]
    others = {*_NOT_SEALED, *(name for tables in _PARTS.values() for name in tables)}
    others |= {table for table in _OF_PAGES if table != "kinds"}
    found = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name"
    )
    return [
        name
        for (name,) in map(tuple, found)
        if name not in others and not name.startswith(("sqlite_", _FULL_TEXT))
    ]


def _has_table(connection: sqlite3.Connection, table: str) -> bool:
    sql = "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(sql, (table,)).fetchone() is not None


def _compute_digest(packed: bytes) -> str:
    return hashlib.sha256(packed).hexdigest()


def _compute_chain(before: str, number: int, run: int, what: str, digest: str) -> str:
    canonical = json.dumps([before, number, run, what, digest], separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
