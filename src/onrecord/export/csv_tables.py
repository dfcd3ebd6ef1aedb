"""CSV, one file for each table, for spreadsheets: a plain value in each cell, and none that a spreadsheet runs."""

from __future__ import annotations

from typing import BinaryIO

from onrecord.export.about import describe_export
from onrecord.export.flat_tables import iter_flat_rows, list_columns, list_flat_tables
from onrecord.story import SelectedStory
from onrecord.story.tables.csv_text import format_csv


def list_tables(selected: SelectedStory) -> tuple[str, ...]:
    """Return the names of the files wanted, without suffix."""
    return list_flat_tables(selected)


def write_table(selected: SelectedStory, table: str, stream: BinaryIO) -> None:
    """Write one table to `stream`; where the story has no row of it, nothing but what was asked for by name."""
    rows = list(iter_flat_rows(selected, table))
    if rows or table in selected.selection.kinds:
        names = [column.name for column in list_columns(table)]
        stream.write(format_csv(names, rows).encode("utf-8", "replace"))


def write_about(selected: SelectedStory, stream: BinaryIO) -> None:
    """Write what made the records as a table of two columns."""
    rows = [{"what": what, "value": value} for what, value in describe_export(selected)]
    stream.write(format_csv(("what", "value"), rows).encode("utf-8", "replace"))
