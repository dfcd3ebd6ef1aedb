"""Tables of a story file as Parquet files.

In: an open story file. Out: a folder with a file for each table, its rows in an order that hangs on nothing but them. Out of scope: what the rows say.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.lake.thresholds import THRESHOLDS
from onrecord.story.lake.layout import SHARD_TABLES, list_table_columns, sort_columns

if TYPE_CHECKING:
    import pyarrow as pa

_LARGE_TABLES = ("captures", "pages")
_RUN_COLUMNS = ("run", "drawn_run")
"""Columns that name a run of a story file: a shard is one reading, however often it was begun."""


def write_tables(story: Path, folder: Path) -> None:
    """Write the tables that a shard holds to files in `folder`, which is made, and force them to the disk."""
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(f"file:{story}?mode=ro", uri=True)) as connection:
        for table in SHARD_TABLES:
            _write_table(connection, table, folder / f"{table}.parquet")
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Force a folder and the files in it to the disk."""
    for path in (*folder.iterdir(), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def build_schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a story's table."""
    import pyarrow as pa

    types = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64(), "BLOB": pa.binary()}
    return pa.schema([(name, types[type_]) for name, type_ in list_table_columns(table)])


def _write_table(connection: sqlite3.Connection, table: str, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = build_schema(table)
    rows_per_group = THRESHOLDS.large_rows if table in _LARGE_TABLES else THRESHOLDS.small_rows
    # The saved originals are compressed already.
    compression = {name: "none" if name == "data" else "zstd" for name in schema.names}
    with pq.ParquetWriter(path, schema, compression=compression) as writer:
        for rows in _iter_groups(connection, table, schema.names, rows_per_group):
            columns = [
                pa.array(_convert(values, field.type), field.type)
                for values, field in zip(zip(*rows, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))


def _iter_groups(
    connection: sqlite3.Connection, table: str, names: list[str], size: int
) -> Iterator[list[Any]]:
    selected = ", ".join("1" if name in _RUN_COLUMNS else f'"{name}"' for name in names)
    cursor = connection.execute(f"SELECT {selected} FROM {table} ORDER BY {sort_columns(table)}")
    while rows := cursor.fetchmany(size):
        yield rows


def _convert(values: tuple[Any, ...], type_: Any) -> list[Any]:
    import pyarrow as pa

    if pa.types.is_floating(type_):
        return [None if value is None else float(value) for value in values]
    return list(values)
