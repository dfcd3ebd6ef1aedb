"""The workshop of linking: Parquet files under way, DuckDB over them and the lake, and groups that pairs make.

In: a lake. Out: connections, files. Out of scope: what is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.lake.parquet_tables import build_schema
from onrecord.lake.thresholds import THRESHOLDS
from onrecord.records import Row
from onrecord.story.lake.layout import LakeFolder
from onrecord.story.lake.views import EVERY_SHARD, connect_lake, quote_path
from onrecord.story.rows import encode_row

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class LinkWork:
    """The folder in which a lake's links are made; `steps` are its subfolders, each with parts that one task wrote."""

    lake: LakeFolder
    is_shared: bool = False
    """Whether others work on the machine at the same time: joins then keep to one thread and some memory."""

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self.lake.work / "links"

    def locate(self, table: str) -> Path:
        """Return the file of a table that is made as a whole."""
        return self.folder / f"{table}.parquet"

    def locate_part(self, table: str, part: str) -> Path:
        """Return the file of one part of a table; its folder is made."""
        path = self.folder / table / f"{part}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def read(self, table: str) -> str:
        """Return the SQL that reads a table, made as a whole or in parts."""
        whole = self.locate(table)
        path = whole if whole.is_file() else self.folder / table / "*.parquet"
        return f"read_parquet('{quote_path(path)}')"

    def connect(self, shard: str = EVERY_SHARD) -> duckdb.DuckDBPyConnection:
        """Return a connection to the lake that spills to this folder."""
        connection = connect_lake(self.lake, shard)
        self.folder.mkdir(parents=True, exist_ok=True)
        connection.execute(f"SET temp_directory = '{quote_path(self.folder / 'spill')}'")
        if self.is_shared:
            connection.execute(f"SET threads = 1; SET memory_limit = '{THRESHOLDS.worker_bytes}B'")
        return connection

    def store(self, connection: duckdb.DuckDBPyConnection, table: str, sql: str) -> None:
        """Write what a query returns as a table made as a whole."""
        path = quote_path(self.locate(table))
        connection.execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")


def fetch_rows(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Sequence[Any] = ()
) -> list[dict[str, Any]]:
    """Return the rows of a query as dicts."""
    cursor = connection.execute(sql, list(values))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def count_rows(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    """Return the number that a query counts."""
    found = connection.execute(sql).fetchone()
    return int(found[0] or 0) if found else 0


def store_pairs(work: LinkWork, connection: duckdb.DuckDBPyConnection, table: str) -> range:
    """Write the pairs `a`, `b` of the table `numbered` in batches by their `place`, which counts from 1, and return the batches' numbers."""
    most = THRESHOLDS.batch_pairs
    work.store(connection, table, f"SELECT a, b, (place - 1) // {most} AS batch FROM numbered")
    return range(count_rows(connection, f"SELECT max(place - 1) // {most} + 1 FROM numbered"))


def create_batches(connection: duckdb.DuckDBPyConnection, table: str, group: str) -> int:
    """Create the table `batches`, of `group` and `batch`: groups of a table's rows, some together in each batch; return how many batches there are."""
    connection.execute(f"""
    CREATE TEMP TABLE batches AS SELECT {group}, dense_rank() OVER (ORDER BY number) - 1 AS batch FROM (
      SELECT {group}, CAST((sum(count(*)) OVER (ORDER BY {group}) - 1) // {THRESHOLDS.batch_pairs} AS BIGINT)
        AS number FROM {table} GROUP BY {group});
    """)
    return count_rows(connection, "SELECT max(batch) + 1 FROM batches")


Append = Callable[[Iterable[Mapping[str, Any]]], None]
"""Writes some rows more."""


@contextmanager
def open_part(path: Path, schema: pa.Schema) -> Iterator[Append]:
    """Give what appends rows to a Parquet file, which has its name once all are written; a row group for each call."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    partial = path.with_suffix(".part")
    with pq.ParquetWriter(partial, schema, compression="zstd") as writer:
        yield lambda rows: writer.write_table(
            pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
        )
    partial.replace(path)


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> None:
    """Write rows to a Parquet file, also none; some of them are in memory at a time."""
    waiting = iter(rows)
    with open_part(path, schema) as append:
        while some := list(islice(waiting, THRESHOLDS.small_rows)):
            append(some)


def write_records(path: Path, table: str, records: Iterable[Row]) -> None:
    """Write records to a Parquet file as rows of a story's table."""
    rows = (
        {name: int(value) if isinstance(value, bool) else value for name, value in row.items()}
        for row in map(encode_row, records)
    )
    write_rows(path, rows, build_schema(table))


def store_groups(
    work: LinkWork, connection: duckdb.DuckDBPyConnection, table: str, pairs_sql: str
) -> None:
    """Write the groups that pairs (`a`, `b`) make as a table of `member`, `root`, the least id of each group.

    Each member takes the least root among its neighbours and of its root's root, until nothing changes; members without a pair are in no group.
    """
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE edges AS SELECT DISTINCT a, b FROM ({pairs_sql} UNION ALL SELECT b, a FROM ({pairs_sql}))"
        " WHERE a <> b"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE roots AS SELECT DISTINCT a AS member, a AS root FROM edges"
    )
    while True:
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE nearer AS SELECT r.member, least(r.root, min(n.root)) AS root FROM roots r"
            " JOIN edges e ON e.a = r.member JOIN roots n ON n.member = e.b GROUP BY r.member, r.root"
        )
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE jumped AS SELECT n.member, least(n.root, far.root) AS root"
            " FROM nearer n JOIN nearer far ON far.member = n.root"
        )
        changed = count_rows(
            connection,
            "SELECT count(*) FROM jumped j JOIN roots r USING (member) WHERE j.root <> r.root",
        )
        connection.execute("CREATE OR REPLACE TEMP TABLE roots AS SELECT * FROM jumped")
        if not changed:
            break
    work.store(connection, table, "SELECT member, root FROM roots")
