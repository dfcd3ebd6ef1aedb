"""A story opened to read: pages, records, links, and the states of commitments.

In: a story file. Out: records and page heads. Out of scope: writing, which this module never does.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import zstandard

from onrecord.errors import NotFound
from onrecord.pages.source_maps.maps import unpack_map
from onrecord.records import (
    Comment,
    Commitment,
    Entity,
    Link,
    Outcome,
    Page,
    Record,
    Records,
    Skipped,
    Undertaking,
)
from onrecord.story.file import connect_to_read, translate_damage, translate_sqlite_errors
from onrecord.story.rows import decode_dated, decode_page, decode_row, decode_thread_stated
from onrecord.story.schema import KINDS
from onrecord.story.views import PageHead, Run

_COUNTED = ("pages", "skipped", *KINDS, "links", "undertakings")


class Story:
    """A story opened read-only; a context manager.

    Reads may come from several threads, one at a time; open one story a thread to read at once.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, sql: str, parameters: Any = ()) -> list[dict[str, Any]]:
        """Return the rows of a query as dicts.

        Raises:
            StoreError: if the file can't be read.

        """
        with translate_sqlite_errors(self.path):
            return [dict(row) for row in self._connection.execute(sql, parameters)]

    def counts(self) -> dict[str, int]:
        """Return how many pages, skipped captures, records of each kind, and links there are."""
        sql = " UNION ALL ".join(
            f"SELECT '{name}' AS name, count(*) AS n FROM {name}" for name in _COUNTED
        )
        return {row["name"]: row["n"] for row in self.rows(sql)}

    def heads(self) -> tuple[PageHead, ...]:
        """Return all pages without their text, by publication time, undated last."""
        order = "ORDER BY p.published IS NULL, p.published, p.id"
        return tuple(map(_decode_head, self.rows(f"{self._build_heads_sql()} {order}")))

    def head(self, page: str) -> PageHead:
        """Return one page without its text.

        Raises:
            NotFound: if there is no such page.

        """
        return _decode_head(
            self._fetch_one(f"{self._build_heads_sql()} WHERE p.id = ?", page, "page")
        )

    def page(self, page: str) -> Page:
        """Return one page with its text, its thread, and its map to the capture's bytes.

        Raises:
            NotFound: if there is no such page.

        """
        row = self._fetch_one("SELECT * FROM pages WHERE id = ?", page, "page")
        comments = self.records("comments", page=page)
        thread = tuple(record for record in comments if isinstance(record, Comment))
        packed = row["byte_map"]
        with translate_damage(self.path):
            return decode_page(row, thread, unpack_map(packed) if packed is not None else None)

    def original(self, page: str) -> bytes:
        """Return the saved original's bytes.

        Raises:
            NotFound: if there is no such page.

        """
        sql = "SELECT c.data FROM captures c JOIN pages p ON p.capture = c.sha256 WHERE p.id = ?"
        with translate_damage(self.path):
            return zstandard.decompress(self._fetch_one(sql, page, "page")["data"])

    def records(
        self,
        kind: str,
        *,
        page: str | None = None,
        entity: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Record, ...]:
        """Return records of one kind, by page's publication time, then in order of text.

        Args:
            kind: a key of `schema.KINDS`.
            page: only this page's.
            entity: only those that mention, quote or involve this story-wide entity.
            limit, offset: a slice of them.

        """
        wheres, values = [], {"who": entity, "page": page, "limit": -1, "offset": offset}
        if page is not None:
            wheres.append("r.page = :page")
        if entity is not None:
            wheres.append(
                f"r.id IN (SELECT record FROM involved WHERE who = :who AND kind = '{kind}')"
            )
        if limit is not None:
            values["limit"] = limit
        where = f"WHERE {' AND '.join(wheres)}" if wheres else ""
        sql = (
            f"SELECT r.* FROM {kind} r JOIN pages p ON p.id = r.page {where}"
            " ORDER BY p.published IS NULL, p.published, p.id, r.start, r.id"
            " LIMIT :limit OFFSET :offset"
        )
        with translate_damage(self.path):
            records = [decode_row(KINDS[kind], row) for row in self.rows(sql, values)]
        return tuple(self._add_outcomes(records)) if kind == "commitments" else tuple(records)

    def records_of(self, page: str) -> Records:
        """Return all records of one page."""
        return Records(
            **{kind: self.records(kind, page=page) for kind in KINDS if kind != "comments"}  # type: ignore[arg-type]
        )

    def record(self, id: str) -> Record | Link | Undertaking:  # noqa: A002
        """Return the record, link or undertaking with this id.

        Raises:
            NotFound: if there is none.

        """
        kind = self._fetch_one("SELECT kind FROM kinds WHERE id = ?", id, "record")["kind"]
        row = self._fetch_one(f"SELECT * FROM {kind} WHERE id = ?", id, "record")
        with translate_damage(self.path):
            if kind == "links":
                return decode_row(Link, row)
            if kind == "undertakings":
                return decode_row(Undertaking, row)
            record = decode_row(KINDS[kind], row)
        return next(iter(self._add_outcomes([record]))) if kind == "commitments" else record

    def who(self) -> tuple[Entity, ...]:
        """Return the story's entities, each merged from those of its pages, most mentioned first.

        An entity's id is its representative's; its evidence the representative's first mention.
        """
        rows = self.rows("SELECT * FROM who ORDER BY mentions DESC, name, id")
        return tuple(decode_row(Entity, row) for row in rows)

    def entities_by_who(self) -> dict[str, list[Entity]]:
        """Return each story-wide entity's id with the pages' entities it is merged from, in order of id."""
        groups: dict[str, list[Entity]] = {}
        sql = "SELECT s.who, e.* FROM entities e JOIN same s ON s.entity = e.id ORDER BY e.id"
        for row in self.rows(sql):
            groups.setdefault(row.pop("who"), []).append(decode_row(Entity, row))
        return groups

    def who_is(self, entity: str) -> str:
        """Return the id of the story-wide entity that a page's `entity` is."""
        rows = self.rows("SELECT who FROM same WHERE entity = ?", (entity,))
        return str(rows[0]["who"]) if rows else entity

    def links(self, of: str | None = None, kind: str | None = None) -> tuple[Link, ...]:
        """Return links by score, highest first: of one record or page, of one kind, or all."""
        sql = (
            "SELECT * FROM links WHERE (:of IS NULL OR a = :of OR b = :of)"
            " AND (:kind IS NULL OR kind = :kind) ORDER BY score DESC, id"
        )
        return tuple(decode_row(Link, row) for row in self.rows(sql, {"of": of, "kind": kind}))

    def linked_pairs(self, *kinds: str) -> list[tuple[str, str]]:
        """Return the ids that links of these kinds connect, in order of the links' ids; candidates are left out."""
        known = "AND NOT candidate" if "candidate" in self._list_columns("links") else ""
        sql = f"SELECT a, b FROM links WHERE kind IN (SELECT value FROM json_each(?)) {known} ORDER BY id"
        return [(row["a"], row["b"]) for row in self.rows(sql, (json.dumps(kinds),))]

    def undertakings(self) -> tuple[Undertaking, ...]:
        """Return the undertakings, most mentioned first."""
        rows = self.rows(
            "SELECT * FROM undertakings ORDER BY json_array_length(mentions) DESC, name, id"
        )
        return tuple(decode_row(Undertaking, row) for row in rows)

    def skipped(self) -> tuple[Skipped, ...]:
        """Return what yielded no page, with the reason."""
        return tuple(
            Skipped(**row) for row in self.rows("SELECT * FROM skipped ORDER BY path, reason")
        )

    def runs(self) -> tuple[Run, ...]:
        """Return the runs, oldest first."""
        return tuple(Run(**row) for row in self.rows("SELECT * FROM runs ORDER BY id"))

    def _list_columns(self, table: str) -> set[str]:
        """Return the names of a table's columns: older stories lack some."""
        rows = self.rows("SELECT name FROM pragma_table_info(?)", (table,))
        return {row["name"] for row in rows}

    def _build_heads_sql(self) -> str:
        """Return the query for page heads; a story written before it had some columns is read without them."""
        columns, sql = self._list_columns("pages"), _HEADS_SQL
        if "stated" not in columns:
            sql = sql.replace("p.stated", "'[]' AS stated")
        if "thread_stated" not in columns:
            sql = sql.replace("p.thread_stated", "NULL AS thread_stated")
        if "kind" not in columns:
            sql = sql.replace("p.kind", "'unclear' AS kind")
        return sql

    def _add_outcomes(self, records: Sequence[Record]) -> Iterator[Record]:
        """Yield the records, commitments with the state, evidence and other tellings that links gave them."""
        wheres = " WHERE commitment = :id" if len(records) == 1 else ""
        sql = f"SELECT * FROM outcomes{wheres}"
        rows = self.rows(sql, {"id": records[0].id} if wheres else {})
        outcomes = {row["commitment"]: row for row in rows}
        for record in records:
            row = outcomes.get(record.id)
            if row and isinstance(record, Commitment):
                evidence = tuple(Outcome(**item) for item in json.loads(row["evidence"]))
                tellings = tuple(json.loads(row.get("tellings") or "[]"))
                yield replace(
                    record,
                    state=row["state"],
                    outcomes=evidence,
                    tellings=tellings,
                    candidate_state=row.get("candidate_state"),
                )
            else:
                yield record

    def _fetch_one(self, sql: str, id: str, what: str) -> dict[str, Any]:  # noqa: A002
        """Return the first row of a query for `id`; `what` says in the error's message what was asked for.

        Raises:
            NotFound: if there is no row.

        """
        rows = self.rows(sql, (id,))
        if not rows:
            raise NotFound(f"{self.path}: there is no {what} {id!r}")
        return rows[0]


def open_story(path: str | Path) -> Story:
    """Return the story at `path`, opened read-only.

    Raises:
        NotFound: if there is no file there.
        StoreError: if it is not a story; SchemaVersionError: if it is of another version.

    """
    path = Path(path)
    return Story(path, connect_to_read(path))


_HEADS_SQL = """SELECT p.id, p.capture, p.path, p.url, p.outlet, p.title, p.authors, p.published,
  p.published_how, p.updated, p.updated_how, p.language, length(p.text) AS chars, p.run, p.stated, p.thread_stated, p.kind,
  (SELECT count(*) FROM comments c WHERE c.page = p.id) AS comments,
  (SELECT count(*) FROM kinds k WHERE k.page = p.id) AS records FROM pages p"""


def _decode_head(row: dict[str, Any]) -> PageHead:
    published = decode_dated(row.pop("published"), row.pop("published_how"))
    updated = decode_dated(row.pop("updated"), row.pop("updated_how"))
    authors = tuple(json.loads(row.pop("authors")))
    hows = json.loads(row.pop("stated") or "[]")
    return PageHead(
        published=published,
        updated=updated,
        authors=authors,
        stated=tuple((name, how) for name, how in hows),
        thread_stated=decode_thread_stated(row.pop("thread_stated")),
        **row,
    )
