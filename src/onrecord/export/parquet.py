"""Parquet, one file for each table: typed columns for data frames and databases.

Text is kept as it is: nothing that reads Parquet runs it. What made the records stands in each file's metadata.

Source: Apache Parquet format, key-value metadata.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import MissingExtra
from onrecord.export.about import describe_export
from onrecord.export.flat_tables import iter_flat_rows, list_columns, list_flat_tables
from onrecord.story import SelectedStory

if TYPE_CHECKING:
    import pyarrow as pa


def list_tables(selected: SelectedStory) -> tuple[str, ...]:
    """Return the names of the files wanted, without suffix."""
    return list_flat_tables(selected)


def write_table(selected: SelectedStory, table: str, stream: BinaryIO) -> None:
    """Write one table to `stream`, also one without rows: its columns are then known.

    Raises:
        MissingExtra: where pyarrow is not installed.

    """
    if find_spec("pyarrow") is None:
        raise MissingExtra("parquet", "Parquet")
    import pyarrow.parquet as pq

    schema = _build_schema(selected, table)
    rows = list(iter_flat_rows(selected, table))
    import pyarrow as pa

    pq.write_table(pa.Table.from_pylist(rows, schema=schema), stream, compression="zstd")


def _build_schema(selected: SelectedStory, table: str) -> pa.Schema:
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    about = {f"onrecord {what}": value for what, value in describe_export(selected)}
    fields = [pa.field(column.name, types[column.type]) for column in list_columns(table)]
    return pa.schema(fields, metadata=about)
