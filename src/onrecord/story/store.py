"""A story opened to read: pages, records, links, and the states of commitments.

In: a story file. Out: records and page heads. Out of scope: writing, which this module never does.
"""

from __future__ import annotations

import json
import math
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import zstandard

from onrecord.decisions import Standing, Target
from onrecord.errors import DamagedStory, NotFound
from onrecord.records import (
    Comment,
    Commitment,
    Decided,
    Entity,
    Link,
    Page,
    Record,
    Records,
    Row,
    Skipped,
    Undertaking,
)
from onrecord.records.record import decode_plain
from onrecord.story.damage import find_damage
from onrecord.story.decided.corrections import NONE, Corrections, derive_corrections
from onrecord.story.decided.targets import find_target
from onrecord.story.decided.views import install_views
from onrecord.story.file import (
    DECODE_ERRORS,
    connect_to_read,
    translate_damage,
    translate_sqlite_errors,
)
from onrecord.story.rows import ID_LETTERS, decode_page, decode_row
from onrecord.story.schema import KINDS
from onrecord.story.seals import Change, find_page_change, iter_changes, read_chain
from onrecord.story.thresholds import THRESHOLDS
from onrecord.story.views import PageHead, Run

T = TypeVar("T")
R = TypeVar("R", bound=Row)
_TYPES: dict[str, type[Any]] = {**KINDS, "links": Link, "undertakings": Undertaking}
"""The type of the rows of each table that has ids of its own."""
_KINDS_BY_LETTER = {ID_LETTERS[cls]: kind for kind, cls in _TYPES.items()}
"""The table of each kind of records, by the letter that their ids begin with."""
UNTITLED = "Untitled story"
"""What a story is called on screen and paper where nobody named it: a file's name is no title."""
_COUNTED = ("pages", "skipped", *KINDS, "links", "undertakings")


class Story:
    """A story opened read-only; a context manager.

    Reads may come from several threads, one at a time; open one story a thread to read at once.

    What people decided is applied to all that it returns, but for a story opened `as_drawn`: `corrections` says what.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, corrections: Corrections = NONE
    ) -> None:
        self.path = path
        self.corrections = corrections
        self._connection = connection
        self._seconds = self._until = math.inf

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if isinstance(error, DECODE_ERRORS):
                self._raise_if_damaged(error)
        finally:
            self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _raise_if_damaged(self, error: Exception) -> None:
        """Raise `DamagedStory` if what `error` failed on is the file's fault, and not the code's that read it."""
        what = find_damage(self._connection)
        if what is not None:
            raise DamagedStory(self.path, what) from error

    def limit_time(self, seconds: float) -> None:
        """Have each question that takes longer than so many seconds of SQLite's work end with a `StoreError`."""
        self._seconds = seconds
        self._connection.set_progress_handler(self._is_late, THRESHOLDS.steps_between_checks)

    def _is_late(self) -> bool:
        return time.monotonic() > self._until

    def list_changes(self) -> list[Change]:
        """Return what is not as it was sealed; nothing of a story without seals.

        Raises:
            DamagedStory: if a table can't be read.
        """
        with translate_damage(self.path, "a table"):
            return list(iter_changes(self._connection))

    def check_drawn(self, record: Record) -> None:
        """Raise if a record, its page or its saved original is not as it was drawn; nothing is known without seals.

        Raises:
            DamagedStory: saying which.
        """
        with translate_damage(self.path, "a table"):
            change = find_page_change(self._connection, record.evidence.page, record.id)
        if change is not None:
            raise DamagedStory(self.path, f"{change.table} {change.key}: {change.said}")

    def chain(self) -> str | None:
        """Return the story's last seal, which stands for all of it as it was last written; None where an earlier version set none.

        Raises:
            DamagedStory: if the seals can't be read.
        """
        with translate_damage(self.path, "a seal"):
            return read_chain(self._connection)

    def copy_to(self, connection: sqlite3.Connection) -> None:
        """Copy the whole file into another database.

        Raises:
            StoreError: if it can't be read.
        """
        with translate_sqlite_errors(self.path):
            self._connection.backup(connection)

    def rows(self, sql: str, parameters: Any = ()) -> list[dict[str, Any]]:
        """Return the rows of a query as dicts.

        Raises:
            StoreError: if the file can't be read.

        """
        self._until = time.monotonic() + self._seconds
        with translate_damage(self.path, "a table"):
            return [dict(row) for row in self._connection.execute(sql, parameters)]

    @property
    def title(self) -> str | None:
        """What the story is called; None where nobody said (`build --title`)."""
        return self._read_meta("title")

    @property
    def description(self) -> str | None:
        """What the story is about, in a sentence or two; None where nobody said (`build --description`)."""
        return self._read_meta("description")

    @property
    def decisions(self) -> tuple[Standing, ...]:
        """Every decision with what became of it, oldest first; none of a story opened `as_drawn`."""
        return self.corrections.standings

    def marks_of(self, id: str) -> tuple[Decided, ...]:  # noqa: A002
        """Return the marks of what was decided about a record or page, oldest first."""
        return self.corrections.marks.get(id, ())

    def target(self, id: str) -> Target:  # noqa: A002
        """Return what a decision on the record, page, link, undertaking or decision with this id would be about.

        Raises:
            NotFound: if there is none.

        """
        with translate_sqlite_errors(self.path):
            found = find_target(self._connection, id)
        if found is None:
            raise NotFound(f"{self.path}: there is no record {id!r}")
        return found

    def is_wrong(self, id: str) -> bool:  # noqa: A002
        """Return whether a person marked this record wrong, and it is in no list."""
        return any(id in ids for ids in self.corrections.wrong.values())

    def counts(self) -> dict[str, int]:
        """Return how many pages, skipped captures, records of each kind, and links there are."""
        sql = " UNION ALL ".join(
            f"SELECT '{name}' AS name, count(*) AS n FROM {name}" for name in _COUNTED
        )
        return {row["name"]: row["n"] for row in self.rows(sql)}

    def heads(self) -> tuple[PageHead, ...]:
        """Return all pages without their text, by publication time, undated last."""
        order = "ORDER BY p.published IS NULL, p.published, p.id"
        rows = self.rows(f"{self._build_heads_sql()} {order}")
        return tuple(self._decode("page", row, _decode_head) for row in rows)

    def head(self, page: str) -> PageHead:
        """Return one page without its text.

        Raises:
            NotFound: if there is no such page.

        """
        row = self._fetch_one(f"{self._build_heads_sql()} WHERE p.id = ?", page, "page")
        return self._decode("page", row, _decode_head)

    def page(self, page: str) -> Page:
        """Return one page with its text, its thread, and its map to the capture's bytes.

        Raises:
            NotFound: if there is no such page.

        """
        from onrecord.pages.source_maps.maps import unpack_map  # lists do not need it

        row = self._fetch_one("SELECT * FROM pages WHERE id = ?", page, "page")
        comments = self.records("comments", page=page)
        thread = tuple(record for record in comments if isinstance(record, Comment))

        def decode(row: dict[str, Any]) -> Page:
            packed = row["byte_map"]
            return decode_page(row, thread, unpack_map(packed) if packed is not None else None)

        return self._decode("page", row, decode)

    def original(self, page: str) -> bytes:
        """Return the saved original's bytes.

        Raises:
            NotFound: if there is no such page.

        """
        capture = self._fetch_one("SELECT capture FROM pages WHERE id = ?", page, "page")["capture"]
        return self.capture(capture)

    def capture(self, sha256: str) -> bytes:
        """Return the bytes of the saved original with this SHA-256.

        Raises:
            DamagedStory: if it is gone or can't be decompressed.

        """
        rows = self.rows(
            "SELECT sha256 AS id, data, size FROM captures WHERE sha256 = ?", (sha256,)
        )
        if not rows:
            raise DamagedStory(self.path, f"saved original {sha256} is gone")
        return self._decode("saved original", rows[0], _decompress_original)

    def records(
        self,
        kind: str,
        *,
        page: str | None = None,
        entity: str | None = None,
        limit: int | None = None,
        offset: int = 0,
        wrong: bool = False,
    ) -> tuple[Record, ...]:
        """Return records of one kind, by page's publication time, then in order of text.

        Args:
            wrong: only those that a person marked wrong, which are in no other list.
            kind: a key of `schema.KINDS`.
            page: only this page's.
            entity: only those that mention, quote or involve this story-wide entity.
            limit, offset: a slice of them.

        """
        table, wheres = kind, []
        values = {"who": entity, "page": page, "limit": -1, "offset": offset}
        if wrong:
            if not self.corrections.wrong.get(kind):
                return ()
            table = f"all_{kind}"
            wheres.append(f"r.id IN (SELECT id FROM temp.decided_wrong WHERE tbl = '{kind}')")
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
            f"SELECT r.* FROM {table} r JOIN pages p ON p.id = r.page {where}"
            " ORDER BY p.published IS NULL, p.published, p.id, r.start, r.id"
            " LIMIT :limit OFFSET :offset"
        )
        records = self._decode_rows(KINDS[kind], self.rows(sql, values))
        return tuple(self._add_outcomes(records)) if kind == "commitments" else tuple(records)

    def records_of(self, page: str) -> Records:
        """Return all records of one page."""
        return Records(
            **{kind: self.records(kind, page=page) for kind in KINDS if kind != "comments"}  # type: ignore[arg-type]
        )

    def record(self, id: str) -> Record | Link | Undertaking:  # noqa: A002
        """Return the record, link or undertaking with this id; also one that a person marked wrong, which `decided` says.

        Raises:
            NotFound: if there is none.

        """
        return self._read_record(id, "all_" if self.corrections.standings else "")

    def record_as_drawn(self, id: str) -> Record | Link | Undertaking:  # noqa: A002
        """Return the record with this id as the machine drew it, whatever people decided.

        Raises:
            NotFound: if there is none.

        """
        return self._read_record(id, "main.")

    def _read_record(self, id: str, prefix: str) -> Record | Link | Undertaking:  # noqa: A002
        """Return the record with this id of the table or view that is named `prefix` and its kind."""
        found = self._read_records([id], prefix)
        if found:
            return found[0]
        if id.partition("-")[0] not in _KINDS_BY_LETTER:
            raise NotFound(f"{self.path}: there is no record {id!r}")
        self._fetch_one("SELECT kind FROM main.kinds WHERE id = ?", id, "record")
        raise DamagedStory(self.path, f"record {id} is gone")

    def find_records(self, ids: Iterable[str]) -> tuple[Record | Link | Undertaking, ...]:
        """Return those of the records, links and undertakings with these ids that there are, as `record` does: one question for each kind of them."""
        return tuple(self._read_records(ids, "all_" if self.corrections.standings else ""))

    def _read_records(self, ids: Iterable[str], prefix: str) -> list[Record | Link | Undertaking]:
        """Return the records with these ids of the tables or views that are named `prefix` and their kind."""
        asked: dict[str, list[str]] = {}
        for id_ in dict.fromkeys(ids):
            kind = _KINDS_BY_LETTER.get(id_.partition("-")[0])
            if kind is not None:
                asked.setdefault(kind, []).append(id_)
        found: list[Record | Link | Undertaking] = []
        for kind, wanted in asked.items():
            sql = f"SELECT * FROM {prefix}{kind} WHERE id IN (SELECT value FROM json_each(?))"
            rows = self.rows(sql, (json.dumps(wanted),))
            records = self._decode_rows(_TYPES[kind], rows)
            found += self._add_outcomes(records) if kind == "commitments" else records
        return found

    def who(self, limit: int | None = None) -> tuple[Entity, ...]:
        """Return the story's entities, each merged from those of its pages, most mentioned first; the first `limit` of them.

        An entity's id is its representative's; its evidence the representative's first mention.
        """
        limited = "" if limit is None else "LIMIT ?"
        sql = f"SELECT * FROM who ORDER BY mentions DESC, name, id {limited}"
        rows = self.rows(sql, () if limit is None else (limit,))
        return tuple(self._decode_rows(Entity, rows))

    def whos(self, ids: Sequence[str]) -> dict[str, Entity]:
        """Return the story's entities that have these ids, or are merged from pages' entities that have them, by these."""
        asked = json.dumps(list(ids))
        sql = "SELECT entity, who FROM same WHERE entity IN (SELECT value FROM json_each(?))"
        who_of = {row["entity"]: row["who"] for row in self.rows(sql, (asked,))}
        wanted = json.dumps(sorted({*ids, *who_of.values()}))
        rows = self.rows(
            "SELECT * FROM who WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
        )
        found = {who.id: who for who in self._decode_rows(Entity, rows)}
        named = {id_: found.get(id_) or found.get(who_of.get(id_, "")) for id_ in ids}
        return {id_: who for id_, who in named.items() if who is not None}

    def entities_by_who(self) -> dict[str, list[Entity]]:
        """Return each story-wide entity's id with the pages' entities it is merged from, in order of id."""
        groups: dict[str, list[Entity]] = {}
        sql = "SELECT s.who, e.* FROM entities e JOIN same s ON s.entity = e.id ORDER BY e.id"
        rows = self.rows(sql)
        whos = [row.pop("who") for row in rows]
        for who, entity in zip(whos, self._decode_rows(Entity, rows), strict=True):
            groups.setdefault(who, []).append(entity)
        return groups

    def who_is(self, entity: str) -> str:
        """Return the id of the story-wide entity that a page's `entity` is."""
        rows = self.rows("SELECT who FROM same WHERE entity = ?", (entity,))
        return str(rows[0]["who"]) if rows else entity

    def links(self, of: str | None = None, kind: str | None = None) -> tuple[Link, ...]:
        """Return links by score, highest first: of one record or page, of one kind, or all."""
        # Only what is asked for stands in the question: else no index would be used.
        asked = {name: value for name, value in (("of", of), ("kind", kind)) if value is not None}
        tests = {"of": "(a = :of OR b = :of)", "kind": "kind = :kind"}
        where = " AND ".join(tests[name] for name in asked) or "TRUE"
        sql = f"SELECT * FROM links WHERE {where} ORDER BY score DESC, id"
        return tuple(self._decode_rows(Link, self.rows(sql, asked)))

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
        return tuple(self._decode_rows(Undertaking, rows))

    def skipped(self) -> tuple[Skipped, ...]:
        """Return what yielded no page, with the reason."""
        with translate_damage(self.path, "what was skipped"):
            rows = self.rows("SELECT * FROM skipped ORDER BY path, reason")
            return tuple(decode_plain(Skipped, row) for row in rows)

    def runs(self) -> tuple[Run, ...]:
        """Return the runs, oldest first."""
        with translate_damage(self.path, "a run"):
            return tuple(
                decode_plain(Run, row | {"libraries": _read_libraries(row)})
                for row in self.rows("SELECT * FROM runs ORDER BY id")
            )

    def _read_meta(self, key: str) -> str | None:
        rows = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0]["value"]) if rows else None

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
        if "decided" in columns:
            sql = sql.replace("p.thread_stated,", "p.thread_stated, p.decided,")
        if "kind" not in columns:
            sql = sql.replace("p.kind", "'unclear' AS kind")
        return sql

    def _add_outcomes(self, records: Sequence[Record]) -> Iterator[Record]:
        """Yield the records, commitments with the state, evidence and other tellings that links gave them."""
        ids = json.dumps([record.id for record in records])
        sql = "SELECT * FROM outcomes WHERE commitment IN (SELECT value FROM json_each(?))"
        rows = self.rows(sql, (ids,)) if records else []
        outcomes = {row["commitment"]: row for row in rows}
        for record in records:
            row = outcomes.get(record.id)
            if row and isinstance(record, Commitment):
                with translate_damage(self.path, f"the outcome of {record.id}"):
                    yield _add_outcome(record, row)
            else:
                yield record

    def _decode(self, what: str, row: dict[str, Any], decode: Callable[[dict[str, Any]], T]) -> T:
        """Return what `decode` makes of a row.

        Raises:
            DamagedStory: if it can't be decoded; the message names `what` it is.

        """
        with translate_damage(self.path, f"{what} {row.get('id')}"):
            return decode(row)

    def _decode_rows(self, cls: type[R], rows: Iterable[dict[str, Any]]) -> list[R]:
        what = cls.__name__.lower()
        return [self._decode(what, row, lambda row: decode_row(cls, row)) for row in rows]

    def _fetch_one(self, sql: str, id: str, what: str) -> dict[str, Any]:  # noqa: A002
        """Return the first row of a query for `id`; `what` says in the error's message what was asked for.

        Raises:
            NotFound: if there is no row.

        """
        rows = self.rows(sql, (id,))
        if not rows:
            raise NotFound(f"{self.path}: there is no {what} {id!r}")
        return rows[0]


def open_story(
    path: str | Path, *, as_drawn: bool = False, corrections: Corrections | None = None
) -> Story:
    """Return the story at `path`, opened read-only.

    Args:
        path: of the story file.
        as_drawn: read what the machine drew, without what people decided.
        corrections: those of this file as it is, if they are known; worked out if None.

    Raises:
        NotFound: if there is no file there.
        StoreError: if it is not a story; SchemaVersionError: if it is of another version.

    """
    path = Path(path)
    connection = connect_to_read(path)
    if as_drawn:
        return Story(path, connection)
    with translate_sqlite_errors(path), translate_damage(path):
        if corrections is None:
            corrections = derive_corrections(connection, path)
        install_views(connection, corrections)
    return Story(path, connection, corrections)


_HEADS_SQL = """SELECT p.id, p.capture, p.path, p.url, p.outlet, p.title, p.authors, p.published,
  p.published_how, p.updated, p.updated_how, p.language, length(p.text) AS chars, p.run, p.stated, p.thread_stated, p.kind,
  CASE WHEN coalesce(p.title, '') = '' THEN (SELECT s.text FROM passages s WHERE s.page = p.id
    AND s.role IN ('headline', 'standfirst', 'body') ORDER BY s.start LIMIT 1) END AS first_words,
  (SELECT count(*) FROM comments c WHERE c.page = p.id) AS comments,
  (SELECT count(*) FROM kinds k WHERE k.page = p.id) AS records FROM pages p"""


def _decode_head(row: dict[str, Any]) -> PageHead:
    stated = row.pop("thread_stated")
    return decode_plain(
        PageHead,
        row
        | {
            "authors": json.loads(row.pop("authors")),
            "published": _take_dated(row, "published"),
            "updated": _take_dated(row, "updated"),
            "stated": json.loads(row.pop("stated") or "[]"),
            "thread_stated": json.loads(stated) if stated else None,
            "decided": json.loads(row.pop("decided", None) or "[]"),
        },
    )


def _read_libraries(row: dict[str, Any]) -> list[list[str]]:
    """Return the names and versions of the libraries that decide, of a row of `runs`; older stories have none."""
    return (
        [[name, version] for name, version in json.loads(row["libraries"] or "{}").items()]
        if "libraries" in row
        else []
    )


def _take_dated(row: dict[str, Any], name: str) -> dict[str, Any] | None:
    value, how = row.pop(name), row.pop(f"{name}_how")
    return {"value": value, "how": how or "stated"} if value else None


def _add_outcome(commitment: Commitment, row: dict[str, Any]) -> Commitment:
    """Return a commitment with the state, evidence and other tellings of a row of `outcomes`."""
    values = commitment.to_dict(internal=True) | {
        "state": row["state"],
        "evidence": json.loads(row["evidence"]),
        "tellings": json.loads(row.get("tellings") or "[]"),
        "candidate_state": row.get("candidate_state"),
    }
    return Commitment.from_dict(values)


def _decompress_original(row: dict[str, Any]) -> bytes:
    """Return the bytes of a saved original, which are as many as its row says: no damage may ask for more memory."""
    if zstandard.frame_content_size(row["data"]) != row["size"]:
        raise ValueError("it is of another size")
    return zstandard.decompress(row["data"])
