"""A large story made of a small one: all its rows again and again, each time under other ids, addresses and days.

In: the path of a story, and how many times. Out: a story file with so many times its pages. Out of scope: seals and links across the copies: its rows
are what the views, the search and the lists of a story of that size have to read, not a story that `verify` would accept.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

_ID = re.compile(r"\b([a-z]{1,2})-[0-9a-f]{4}([0-9a-f]{12})\b")
_NOT_COPIED = frozenset({"meta", "runs", "seals", "run_notes", "readings", "decisions"})
DAYS_APART = 3
"""How many days lie between two copies of the same page."""


def multiply(source: Path, target: Path, times: int) -> int:
    """Write `times` copies of the story at `source` to a new file, and return how many pages it has."""
    shutil.copyfile(source, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        connection.execute("DELETE FROM seals")
        for table in _list_tables(connection):
            _copy_rows(connection, table, times)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=DELETE")
        return int(connection.execute("SELECT count(*) FROM pages").fetchone()[0])


def _list_tables(connection: sqlite3.Connection) -> list[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [str(row[0]) for row in connection.execute(sql)]
    return [name for name in names if name not in _NOT_COPIED and not name.startswith("words")]


def _copy_rows(connection: sqlite3.Connection, table: str, times: int) -> None:
    cursor = connection.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    marks = ", ".join("?" * len(names))
    connection.executemany(
        f'INSERT OR IGNORE INTO "{table}" VALUES ({marks})',
        (row for number in range(1, times) for row in _iter_renamed(table, names, rows, number)),
    )


def _iter_renamed(
    table: str, names: list[str], rows: list[tuple[Any, ...]], number: int
) -> Iterator[list[Any]]:
    for row in rows:
        yield [_rename(table, name, value, number) for name, value in zip(names, row, strict=True)]


def _rename(table: str, name: str, value: Any, number: int) -> Any:
    """Return a value of the copy with this number: other ids, paths, hashes and days."""
    if table == "passages" and name == "id":
        return None
    if not isinstance(value, str):
        return value
    if name in {"published", "updated"} and re.match(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value[:10]) + timedelta(days=DAYS_APART * number)
        return f"{day.isoformat()}{value[10:]}"
    match name:
        case "sha256" | "capture" | "drawn":
            renamed = f"{number:04x}{value[4:]}"
        case "path" | "url":
            renamed = f"{value}?copy={number}"
        case "title":
            renamed = f"{value} ({number})"
        case _:
            renamed = _ID.sub(lambda found: f"{found[1]}-{number:04x}{found[2]}", value)
    return renamed


def main() -> None:
    """Read the arguments and write the story."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--times", type=int, default=10)
    given = parser.parse_args()
    print(f"{multiply(given.source, given.target, given.times):,} pages")


if __name__ == "__main__":
    main()
