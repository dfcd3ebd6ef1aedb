"""Flat tables of a selection, with the timeline among them: what every format of tables writes.

In: a story seen through a selection. Out: names of tables, their columns, and their rows. Out of scope: files.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.story import SelectedStory
from onrecord.story.tables import TABLES, Cell, Column
from onrecord.timeline.entry_table import ENTRY_COLUMNS, build_entry_row
from onrecord.timeline.selected_entries import list_entries

TIMELINE = "timeline"


def list_flat_tables(selected: SelectedStory) -> tuple[str, ...]:
    """Return the names of the tables wanted."""
    names = selected.list_tables()
    return (*names, TIMELINE) if selected.selection.has_kind(TIMELINE) else names


def list_columns(table: str) -> tuple[Column, ...]:
    """Return a table's columns in order."""
    return ENTRY_COLUMNS if table == TIMELINE else TABLES[table]


def iter_flat_rows(selected: SelectedStory, table: str) -> Iterator[dict[str, Cell]]:
    """Yield a table's rows."""
    if table == TIMELINE:
        for entry in list_entries(selected):
            yield build_entry_row(entry, selected.index)
    else:
        yield from selected.iter_rows(table)
