"""Finding the records that decisions are about, in this copy of the story.

In: an id, or a target. Out: the target of the id; the id that a target has here. Out of scope: what is decided.

Ids are content hashes: they are the same in every copy made of the same pages by the same version. Where an extractor has
changed since, a record is known by its page, its kind, its place and its words; and where its place moved, by its words
if the page has them once.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from onrecord.decisions import Target
from onrecord.story.schema import KINDS


def find_target(connection: sqlite3.Connection, ident: str) -> Target | None:
    """Return what is known of the record, page, link, undertaking or decision with this id; None where there is none."""
    page = _fetch(connection, "SELECT title FROM main.pages WHERE id = ?", ident)
    if page is not None:
        return Target(ident, "pages", ident, text=page["title"])
    if (table := _find_table(connection, ident)) is None:
        return None
    row = _fetch(connection, f"SELECT * FROM main.{table} WHERE id = ?", ident)
    if row is None:
        return None
    if table not in KINDS:
        return Target(ident, table, text=_describe_row(connection, table, row))
    return Target(ident, table, row["page"], row["start"], row["end"], row["text"])


def locate_target(connection: sqlite3.Connection, target: Target) -> str | None:
    """Return the id that a target has in this story, or None where the story no longer has it."""
    found = find_target(connection, target.id)
    if found is not None:
        return target.id if found.kind == target.kind else None
    if target.kind == "undertakings" and target.text:
        return _find_only(
            connection, "SELECT id FROM main.undertakings WHERE name = ?", target.text
        )
    if target.kind not in KINDS or target.page is None or target.text is None:
        return None
    same_words = f"SELECT id FROM main.{target.kind} WHERE page = ? AND text = ?"
    place = f'{same_words} AND start = ? AND "end" = ?'
    words = target.page, target.text
    return _find_only(connection, place, *words, target.start, target.end) or _find_only(
        connection, same_words, *words
    )


def _describe_row(connection: sqlite3.Connection, table: str, row: sqlite3.Row) -> str | None:
    """Return an undertaking's name; of a link its kind and the words at its ends; None for a decision."""
    if table == "undertakings":
        return str(row["name"])
    if table != "links":
        return None
    ends = [find_target(connection, row[end]) for end in ("a", "b")]
    words = " | ".join((end.text if end else None) or "?" for end in ends)
    return f"{row['kind'].replace('_', ' ')}: {words}"


def _find_table(connection: sqlite3.Connection, ident: str) -> str | None:
    row = _fetch(connection, "SELECT kind FROM main.kinds WHERE id = ?", ident)
    if row is not None:
        return str(row["kind"])
    sql = "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = 'decisions' AND ? <> ''"
    if _fetch(connection, sql, ident) is None:
        return None
    is_known = _fetch(connection, "SELECT 1 FROM main.decisions WHERE id = ?", ident) is not None
    return "decisions" if is_known else None


def _fetch(connection: sqlite3.Connection, sql: str, ident: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(sql, (ident,)).fetchone()
    return row


def _find_only(connection: sqlite3.Connection, sql: str, *values: Any) -> str | None:
    """Return the id that a query finds, None where it finds none or several."""
    rows = connection.execute(f"{sql} LIMIT 2", values).fetchall()
    return str(rows[0]["id"]) if len(rows) == 1 else None
