"""The folders of a lake and the tables in them: those of the story file, a column a field, nested values as JSON text.

In: a lake's folder. Out: where its parts are, and the columns of each table with their SQL types. Out of scope: what is written and read.

    lake.json                      what reads the pages, by versions: one lake, one reading
    plan.jsonl                     the shards, in order: which files each reads
    shards/shard=ID/TABLE.parquet  what a shard holds; a folder is there whole or not at all
    linked/TABLE.parquet           what joins pages across shards; made anew as a whole
    work/                          shards under way
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.errors import NotFound, StoreError
from onrecord.story.schema import KINDS, build_ddl

LAKE_FORMAT = 1
SHARD_TABLES = ("captures", "pages", "paths", "skipped", "proofs", *KINDS)
"""Tables that each shard holds a part of."""
LINKED_TABLES = ("who", "same", "involved", "links")
"""Tables that linking writes for the whole lake."""
DUPLICATES = "duplicates"
"""Pages that a later shard holds again: `page`, `shard`. Written by linking."""
EMPTY_TABLES = ("undertakings", "outcomes", "run_notes", "readings", "decisions")
"""Tables of a story that a lake has no rows of."""
SORT_KEYS = {"captures": "sha256", "pages": "id", "paths": "path", "skipped": "path, reason", "proofs": "capture"}  # fmt: skip
"""What a shard's table is sorted by; records are by page, then in order of text."""


@dataclass(frozen=True, slots=True)
class LakeFolder:
    """A lake's folder and where its parts are."""

    path: Path

    @property
    def about(self) -> Path:
        """What the lake is made with."""
        return self.path / "lake.json"

    @property
    def plan(self) -> Path:
        """The shards, in order, and the files of each."""
        return self.path / "plan.jsonl"

    @property
    def shards(self) -> Path:
        """The shards that are whole."""
        return self.path / "shards"

    @property
    def linked(self) -> Path:
        """What joins pages across shards."""
        return self.path / "linked"

    @property
    def work(self) -> Path:
        """Shards under way."""
        return self.path / "work"

    def locate_shard(self, shard: str) -> Path:
        """Return where a shard is once it is whole."""
        return self.shards / f"shard={shard}"

    def list_shards(self) -> list[str]:
        """Return the ids of the shards that are whole, in order."""
        found = self.shards.glob("shard=*") if self.shards.is_dir() else ()
        return sorted(folder.name.partition("=")[2] for folder in found)

    def read_about(self) -> Mapping[str, Any]:
        """Return what the lake is made with.

        Raises:
            NotFound: if the folder is no lake; StoreError: if it is of another format.

        """
        if not self.about.is_file():
            message = (
                f"{self.path}: a folder, and no lake; make one with: onrecord lake PAGES -o DIR"
            )
            raise NotFound(message)
        try:
            about: Mapping[str, Any] = json.loads(self.about.read_text(encoding="utf-8"))
            found = about["format"]
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise StoreError(
                f"{self.about}: can't be read ({error}); make the lake anew"
            ) from error
        if found != LAKE_FORMAT:
            message = f"{self.path}: a lake of format {found}, this onrecord reads {LAKE_FORMAT}"
            raise StoreError(f"{message}; make it anew")
        return about

    def iter_plan(self) -> Iterator[Mapping[str, Any]]:
        """Yield the planned shards, in order."""
        if self.plan.is_file():
            with self.plan.open(encoding="utf-8") as lines:
                yield from map(json.loads, lines)


def sort_columns(table: str) -> str:
    """Return what the rows of a shard's table are sorted by, as SQL."""
    return SORT_KEYS.get(table, "page, start, id")


@cache
def list_table_columns(table: str) -> tuple[tuple[str, str], ...]:
    """Return (name, SQL type) of each column of a story's table, in the story file's order."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(build_ddl())
        rows = connection.execute(
            "SELECT name, type FROM pragma_table_info(?)", (table,)
        ).fetchall()
    finally:
        connection.close()
    return tuple((str(name), str(type_)) for name, type_ in rows)
