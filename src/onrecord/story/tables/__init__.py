"""Tables: records as flat rows, a plain value in each cell, with day, outlet, page and resolved names in columns of their own.

In: records and an index of the story. Out: columns, in order, and their cells. Out of scope: which rows are wanted
(`onrecord.story.selection`), and files.
"""

from __future__ import annotations

from onrecord.story.tables.column import Cell, Column
from onrecord.story.tables.index import TableIndex
from onrecord.story.tables.record_tables import RECORD_TABLES
from onrecord.story.tables.story_tables import STORY_TABLES

TABLES: dict[str, tuple[Column, ...]] = {**STORY_TABLES, **RECORD_TABLES}
"""Each table's columns in order, by its name."""


def build_row(table: str, row: object, index: TableIndex) -> dict[str, Cell]:
    """Return one row of `table`, a key of `TABLES`, as column → cell; a cell that has no value is None."""
    return {column.name: column.read(row, index) for column in TABLES[table]}


__all__ = ["TABLES", "Cell", "Column", "TableIndex", "build_row"]
