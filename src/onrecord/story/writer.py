"""Writing a story: each page with its records in one transaction, so a stop loses nothing done.

In: captures, pages, records, links. Out: rows. Out of scope: what is already there and the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import zstandard

from onrecord.records import (
    Capture,
    Commitment,
    Link,
    Page,
    Records,
    Row,
    Skipped,
    Undertaking,
)
from onrecord.records.record import plain
from onrecord.story.file import close_written, connect_to_write, told
from onrecord.story.joined import joined
from onrecord.story.rows import page_row, to_row
from onrecord.story.schema import INVOLVED
from onrecord.story.store import Story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_RECORD_KINDS = tuple(field.name for field in fields(Records))


class StoryWriter:
    """A story opened to write; a context manager. `story` reads the same file.

    Raises:
        StoreError: from every method, when the file can't be written: what was committed stays.

    """

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self._connection = connect_to_write(path, create=create)
        self.story = Story(path, self._connection)
        self._run = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        close_written(self._connection)

    def begin_run(self, *, version: str, model: str) -> None:
        """Note that a run began."""
        with self._transaction():
            cursor = self._connection.execute(
                "INSERT INTO runs (started, version, model) VALUES (?, ?, ?)",
                (_now(), version, model),
            )
        self._run = int(cursor.lastrowid or 0)

    def finish_run(self, *, pages_new: int, pages_same: int, skipped: int) -> None:
        """Note that the run ended, and what it did."""
        with self._transaction():
            self._connection.execute(
                "UPDATE runs SET finished = ?, pages_new = ?, pages_same = ?, skipped = ? WHERE id = ?",
                (_now(), pages_new, pages_same, skipped, self._run),
            )

    def has(self, drawn: str) -> str | None:
        """Return the id of the page drawn as `drawn` says (capture, versions, manifest), or None."""
        rows = self.story.rows("SELECT id FROM pages WHERE drawn = ?", (drawn,))
        return str(rows[0]["id"]) if rows else None

    def note_path(self, path: str, page: str) -> None:
        """Note that `page` was also found at `path`, and that `path` is no longer skipped."""
        with self._transaction():
            self._note_path(path, page)

    def put(self, capture: Capture, page: Page, records: Records, drawn: str) -> None:
        """Write one page with its capture, thread and records, in place of what was drawn before."""
        with self._transaction():
            self._put_capture(capture)
            before = self.story.rows("SELECT run FROM pages WHERE id = ?", (page.id,))
            # Links hang on pages' ids and are made anew after every run that changed a page.
            self._connection.execute("DELETE FROM passages WHERE page = ?", (page.id,))
            for kind in ("comments", *_RECORD_KINDS):
                self._connection.execute(f"DELETE FROM {kind} WHERE page = ?", (page.id,))
            self._connection.execute("DELETE FROM kinds WHERE page = ?", (page.id,))
            row = page_row(page) | {
                "byte_map": page.byte_map.pack() if page.byte_map is not None else None,
                "drawn": drawn,
                "run": before[0]["run"] if before else self._run,
            }
            self._upsert("pages", row)
            self._note_path(page.path, page.id)
            self._put_records("comments", page.thread, page.id)
            for kind in _RECORD_KINDS:
                self._put_records(kind, getattr(records, kind), page.id)
            self._put_passages(page)

    def skip(self, skipped: Skipped) -> None:
        """Note what yielded no page, and why."""
        with self._transaction():
            self._connection.execute("DELETE FROM skipped WHERE path = ?", (skipped.path,))
            self._upsert("skipped", plain(skipped))

    def forget_skipped(self, beginning: str) -> None:
        """Take away what is noted as skipped at paths that begin so: it is about to be read again."""
        with self._transaction():
            self._connection.execute(
                "DELETE FROM skipped WHERE substr(path, 1, ?) = ?", (len(beginning), beginning)
            )

    def linked(self) -> str | None:
        """Return the key the links were last made under, or None."""
        rows = self.story.rows("SELECT value FROM meta WHERE key = 'linked'")
        return str(rows[0]["value"]) if rows else None

    def put_links(
        self,
        key: str,
        *,
        links: Iterable[Link],
        same: Mapping[str, str],
        undertakings: Iterable[Undertaking],
        commitments: Iterable[Commitment],
    ) -> None:
        """Write everything that joins pages, in place of what did before, in one transaction.

        Args:
            key: names what it was made from; `linked` returns it.
            same: page-level entity id → story-wide one.
            commitments: those whose state later pages settled.

        """
        with self._transaction():
            for table in ("links", "undertakings", "same", "outcomes", "who", "involved"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("DELETE FROM kinds WHERE page IS NULL")
            self._put_records("links", links, None)
            self._put_records("undertakings", undertakings, None)
            self._connection.executemany("INSERT INTO same VALUES (?, ?)", sorted(same.items()))
            for who, group in self.story.entities_by_who().items():
                self._upsert("who", to_row(joined(who, group)))
            for statement in INVOLVED:
                self._connection.execute(statement)
            for commitment in commitments:
                evidence = json.dumps(plain(commitment.outcomes), ensure_ascii=False)
                self._connection.execute(
                    "INSERT INTO outcomes VALUES (?, ?, ?)",
                    (commitment.id, commitment.state, evidence),
                )
            self._upsert("meta", {"key": "linked", "value": key})

    def _put_capture(self, capture: Capture) -> None:
        if self.story.rows("SELECT 1 FROM captures WHERE sha256 = ?", (capture.sha256,)):
            return
        self._upsert(
            "captures",
            {
                "sha256": capture.sha256,
                "path": capture.path,
                "media_type": capture.media_type,
                "charset": capture.charset,
                "url": capture.url,
                "fetched": capture.fetched,
                "size": len(capture.data),
                "data": zstandard.compress(capture.data),
            },
        )

    def _put_records(self, kind: str, records: Iterable[Row], page: str | None) -> None:
        for record in records:
            row = to_row(record)
            self._upsert(kind, row)
            self._upsert("kinds", {"id": row["id"], "kind": kind, "page": page})

    def _put_passages(self, page: Page) -> None:
        self._connection.executemany(
            'INSERT INTO passages (page, role, start, "end", text) VALUES (?, ?, ?, ?, ?)',
            [
                (page.id, zone.role, zone.start, zone.end, page.text[zone.start : zone.end])
                for zone in page.zones
                if zone.role != "furniture"
            ],
        )

    def _note_path(self, path: str, page: str) -> None:
        self._upsert("paths", {"path": path, "page": page})
        self._connection.execute("DELETE FROM skipped WHERE path = ?", (path,))

    def _upsert(self, table: str, row: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join(f":{name}" for name in row)
        key = "key" if table == "meta" else "path" if table in {"paths", "skipped"} else "id"
        key = "sha256" if table == "captures" else key
        conflict = "(path, reason)" if table == "skipped" else f"({key})"
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name != key)
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})"
            f" ON CONFLICT {conflict} DO UPDATE SET {updates}",
            row,
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
