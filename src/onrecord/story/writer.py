"""Writing a story: each page with its records in one transaction, so that nothing done is lost when a run is stopped.

In: captures, pages, records, links. Out: rows. Out of scope: which pages have to be written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import zstandard

from onrecord.errors import StoreError
from onrecord.records import (
    Capture,
    CaptureProof,
    Commitment,
    Link,
    Page,
    Records,
    Row,
    Skipped,
    Undertaking,
)
from onrecord.records.record import convert_to_plain
from onrecord.story.file import (
    close_written,
    connect_to_write,
    identify_file,
    translate_sqlite_errors,
)
from onrecord.story.merged_entities import merge_entities
from onrecord.story.rows import encode_page, encode_row
from onrecord.story.salvage import list_columns
from onrecord.story.schema import FILL_INVOLVED
from onrecord.story.seals import LINKS, seal_all, seal_page, seal_part
from onrecord.story.store import Story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_RECORD_KINDS = tuple(field.name for field in fields(Records))
_KEYS = {
    "outcomes": "commitment",
    "meta": "key",
    "paths": "path",
    "skipped": "path",
    "captures": "sha256",
}
"""Primary keys of the tables whose key is not `id`."""


class StoryWriter:
    """A story opened to write; a context manager. `story` reads the same file.

    `file` tells it from another that takes its name; `run` is the id of the run that began, 0 before.

    Raises:
        StoreError: by every method, when the file can't be written: what was committed stays.

    """

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self._connection = connect_to_write(path, create=create)
        self.file = identify_file(path)
        self.story = Story(path, self._connection)
        self.run = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        close_written(self._connection)

    def begin_run(
        self,
        *,
        version: str,
        model: str,
        libraries: Mapping[str, str] | None = None,
        command: str = "build",
        given: Sequence[str] = (),
        versions: Mapping[str, str] | None = None,
    ) -> None:
        """Note that a run began, what it was given, and the versions of all that decides.

        Args:
            version: of onrecord. model: the pipeline's name and version.
            libraries: name → version of what else decides; None is not known.
            command: of the command line. given: what it was to read. versions: name → version of onrecord's own parts and of all else.

        Raises:
            StoreError: if another run has removed the file since this one opened it.

        """
        with self._open_transaction():
            cursor = self._connection.execute(
                "INSERT INTO runs (started, version, model, libraries) VALUES (?, ?, ?, ?)",
                (_get_now(), version, model, json.dumps(dict(libraries or {}))),
            )
            self.run = int(cursor.lastrowid or 0)
            note = (self.run, command, json.dumps(given), json.dumps(versions or {}))
            self._connection.execute(
                "INSERT INTO run_notes (run, command, given, versions) VALUES (?, ?, ?, ?)", note
            )
            seal_all(self._connection, self.run)
            seal_part(self._connection, "runs", self.run)
        if self.file is None or identify_file(self.path) != self.file:
            raise StoreError(
                f"{self.path}: another run found nothing and removed it as this one began; run it again"
            )

    def name_story(self, *, title: str | None, description: str | None) -> None:
        """Note what the story is called and what it is about, on one line each; None leaves what was noted before."""
        with self._open_transaction():
            for key, words in (("title", title), ("description", description)):
                if words is not None and words.split():
                    self._upsert("meta", {"key": key, "value": " ".join(words.split())})

    def fail_run(self, failure: str) -> None:
        """Note why the run did not come to its end; what it wrote before stays."""
        with self._open_transaction():
            sql = "UPDATE run_notes SET failure = ? WHERE run = ?"
            self._connection.execute(sql, (failure, self.run))
            seal_part(self._connection, "runs", self.run)

    def finish_run(
        self, *, pages_new: int, pages_same: int, skipped: int, pages_again: int = 0
    ) -> None:
        """Note that the run ended, and what it did."""
        with self._open_transaction():
            self._connection.execute(
                "UPDATE runs SET finished = ?, pages_new = ?, pages_same = ?, skipped = ? WHERE id = ?",
                (_get_now(), pages_new, pages_same, skipped, self.run),
            )
            again = (pages_again, self.run)
            self._connection.execute("UPDATE run_notes SET pages_again = ? WHERE run = ?", again)
            for part in ("files", "decisions", "runs"):
                seal_part(self._connection, part, self.run)

    def find_page(self, key: str) -> str | None:
        """Return the id of the page that was written under `key` (its capture, manifest and versions), or None."""
        rows = self.story.rows("SELECT id FROM pages WHERE drawn = ?", (key,))
        return str(rows[0]["id"]) if rows else None

    def note_path(self, path: str, page: str, proof: CaptureProof | None = None) -> None:
        """Note that `page` was also found at `path`, and that `path` is no longer skipped.

        `proof` is what the archive at `path` states of the capture; it is kept where none was.
        """
        with self._open_transaction():
            rows = self.story.rows("SELECT capture FROM pages WHERE id = ?", (page,))
            self._note_proof(str(rows[0]["capture"]) if rows else page, proof)
            self._note_path(path, page)
            self._note_reading(path, "same", page=page)

    def write_page(self, capture: Capture, page: Page, records: Records, key: str) -> str:
        """Write one page with its capture, thread and records under `key`; they replace those written before.

        Returns:
            `new`, or `again` where the page was there and is made again.

        """
        with self._open_transaction():
            self._write_capture(capture)
            before = self.story.rows("SELECT run FROM pages WHERE id = ?", (page.id,))
            # Links refer to pages' ids and are made again after every run that changed a page.
            self._connection.execute("DELETE FROM passages WHERE page = ?", (page.id,))
            for kind in ("comments", *_RECORD_KINDS):
                self._connection.execute(f"DELETE FROM {kind} WHERE page = ?", (page.id,))
            self._connection.execute("DELETE FROM kinds WHERE page = ?", (page.id,))
            row = encode_page(page) | {
                "byte_map": page.byte_map.pack() if page.byte_map is not None else None,
                "drawn": key,
                "run": before[0]["run"] if before else self.run,
                "drawn_run": self.run,
            }
            self._upsert("pages", row)
            self._note_path(page.path, page.id)
            self._write_records("comments", page.thread, page.id)
            for kind in _RECORD_KINDS:
                self._write_records(kind, getattr(records, kind), page.id)
            self._write_passages(page)
            outcome = "again" if before else "new"
            self._note_reading(page.path, outcome, page=page.id, capture=capture.sha256)
            seal_page(self._connection, page.id, self.run)
        return outcome

    def record_skipped(self, skipped: Skipped) -> None:
        """Note a capture that yielded no page, and why."""
        with self._open_transaction():
            self._connection.execute("DELETE FROM skipped WHERE path = ?", (skipped.path,))
            self._upsert("skipped", convert_to_plain(skipped))
            self._note_reading(
                skipped.path, "skipped", capture=skipped.capture, reason=skipped.reason
            )

    def remove_skipped(self, beginning: str) -> None:
        """Remove what is noted as skipped at paths that begin with `beginning`: it is about to be read again."""
        with self._open_transaction():
            self._connection.execute(
                "DELETE FROM skipped WHERE substr(path, 1, ?) = ?", (len(beginning), beginning)
            )

    def write_kept_rows(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write rows of a table that is kept as it is (`salvage`), those that it takes; nothing where there is no such table."""
        with self._open_transaction():
            columns = list_columns(self._connection, table)
            for row in rows:
                names = [name for name in row if name in columns]
                quoted = ", ".join(f'"{name}"' for name in names)
                marks = ", ".join("?" * len(names))
                self._connection.execute(
                    f"INSERT OR IGNORE INTO {table} ({quoted}) VALUES ({marks})",
                    [row[name] for name in names],
                )

    def read_link_key(self) -> str | None:
        """Return the key under which the links were last written, or None."""
        rows = self.story.rows("SELECT value FROM meta WHERE key = 'linked'")
        return str(rows[0]["value"]) if rows else None

    def write_links(
        self,
        key: str,
        *,
        links: Iterable[Link],
        same: Mapping[str, str],
        undertakings: Iterable[Undertaking],
        commitments: Iterable[Commitment],
    ) -> None:
        """Write everything that links pages, in one transaction; it replaces all that was written before.

        Args:
            key: a hash of what the links were made from; `read_link_key` returns it.
            same: page-level entity id → story-wide one.
            commitments: those whose state was set by later pages, or that are told more than once.

        """
        with self._open_transaction():
            for table in ("links", "undertakings", "same", "outcomes", "who", "involved"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("DELETE FROM kinds WHERE page IS NULL")
            self._write_records("links", links, None)
            self._write_records("undertakings", undertakings, None)
            self._connection.executemany("INSERT INTO same VALUES (?, ?)", sorted(same.items()))
            for story_id, group in self.story.entities_by_who().items():
                self._upsert("who", encode_row(merge_entities(story_id, group)))
            for statement in FILL_INVOLVED:
                self._connection.execute(statement)
            for commitment in commitments:
                evidence = json.dumps(convert_to_plain(commitment.outcomes), ensure_ascii=False)
                self._upsert(
                    "outcomes",
                    {
                        "commitment": commitment.id,
                        "state": commitment.state,
                        "evidence": evidence,
                        "tellings": json.dumps(commitment.tellings),
                        "candidate_state": commitment.candidate_state,
                    },
                )
            self._upsert("meta", {"key": "linked", "value": key})
            seal_part(self._connection, LINKS, self.run)

    def _note_proof(self, capture: str, proof: CaptureProof | None) -> None:
        if proof is not None:
            written = json.dumps(convert_to_plain(proof), ensure_ascii=False)
            sql = "INSERT OR IGNORE INTO proofs VALUES (?, ?)"
            self._connection.execute(sql, (capture, written))

    def _write_capture(self, capture: Capture) -> None:
        self._note_proof(capture.sha256, capture.proof)
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

    def _write_records(self, kind: str, records: Iterable[Row], page: str | None) -> None:
        for record in records:
            row = encode_row(record)
            self._upsert(kind, row)
            self._upsert("kinds", {"id": row["id"], "kind": kind, "page": page})

    def _write_passages(self, page: Page) -> None:
        self._connection.executemany(
            'INSERT INTO passages (page, role, start, "end", text) VALUES (?, ?, ?, ?, ?)',
            [
                (page.id, zone.role, zone.start, zone.end, page.text[zone.start : zone.end])
                for zone in page.zones
                if zone.role != "furniture"
            ],
        )

    def _note_reading(
        self,
        path: str,
        outcome: str,
        *,
        page: str | None = None,
        capture: str | None = None,
        reason: str | None = None,
    ) -> None:
        """Note what came of a path in this run; the last of one outcome counts."""
        self._connection.execute(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?,"
            " coalesce(?, (SELECT capture FROM pages WHERE id = ?)), ?, ?)",
            (self.run, path, outcome, page, capture, page, reason, _get_now()),
        )

    def _note_path(self, path: str, page: str) -> None:
        self._upsert("paths", {"path": path, "page": page})
        self._connection.execute("DELETE FROM skipped WHERE path = ?", (path,))

    def _upsert(self, table: str, row: dict[str, Any]) -> None:
        """Insert a row; where one with its key exists, update that."""
        names = ", ".join(f'"{name}"' for name in row)
        placeholders = ", ".join(f":{name}" for name in row)
        key = _KEYS.get(table, "id")
        conflict = "(path, reason)" if table == "skipped" else f"({key})"
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name != key)
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({placeholders})"
            f" ON CONFLICT {conflict} DO UPDATE SET {updates}",
            row,
        )

    @contextmanager
    def _open_transaction(self) -> Iterator[None]:
        with translate_sqlite_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _get_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
