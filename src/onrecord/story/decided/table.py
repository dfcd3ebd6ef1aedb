"""The table of decisions: read, and added to; nothing in it is ever changed or removed.

In: a connection to a story, or its path and decisions. Out: the decisions; rows. Out of scope: what they change.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from onrecord.decisions import Decision
from onrecord.errors import DecisionError, StoreError
from onrecord.story.file import close_written, connect_to_write, translate_sqlite_errors

_DAMAGED = "the decisions in it can't be read"


def read_decisions(connection: sqlite3.Connection, path: Path) -> tuple[Decision, ...]:
    """Return the story's decisions, oldest first; none of a story written before there were any.

    Raises:
        StoreError: if a row is damaged.

    """
    sql = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name = 'decisions'"
    if not connection.execute(sql).fetchall():
        return ()
    rows = connection.execute("SELECT * FROM main.decisions ORDER BY at, id").fetchall()
    return tuple(_decode_decision(dict(row), path) for row in rows)


def add_decisions(path: Path, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Add decisions to the story at `path` in one transaction, and return those that it did not have.

    Raises:
        NotFound: if there is no such story; StoreError: if it can't be written.

    """
    added = []
    with closing(_Writing(path)) as writing, translate_sqlite_errors(path):
        connection = writing.connection
        connection.execute("BEGIN IMMEDIATE")
        for decision in decisions:
            cursor = connection.execute(
                "INSERT OR IGNORE INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _encode_decision(decision),
            )
            if cursor.rowcount:
                added.append(decision)
        connection.execute("COMMIT")
    return tuple(added)


class _Writing:
    """A connection that writes, closed so that the story is one file."""

    def __init__(self, path: Path) -> None:
        self.connection = connect_to_write(path, create=False)

    def close(self) -> None:
        close_written(self.connection)


def _encode_decision(decision: Decision) -> tuple[Any, ...]:
    row = decision.to_dict()
    row |= {name: json.dumps(row[name], ensure_ascii=False) for name in ("records", "targets")}
    return tuple(row.values())


def _decode_decision(row: dict[str, Any], path: Path) -> Decision:
    try:
        return Decision.from_dict(row | {"targets": json.loads(row["targets"])})
    except (ValueError, TypeError, DecisionError) as error:
        raise StoreError(f"{path}: {_DAMAGED}: {row.get('id')}: {error}") from error
