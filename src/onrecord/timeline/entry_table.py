"""Columns of timeline entries.

In: an entry and the story's index. Out: cells. Out of scope: which entries are wanted.
"""

from __future__ import annotations

from onrecord.story.tables import Cell, Column, TableIndex
from onrecord.story.tables.column import DECIDED, join_values
from onrecord.timeline.entry import Entry

ENTRY_COLUMNS = (
    Column("day", str, lambda entry, _: entry.day),
    Column("sureness", str, lambda entry, _: entry.sureness),
    Column("status", str, lambda entry, _: entry.status),
    Column("text", str, lambda entry, _: entry.text),
    Column("told", str, lambda entry, _: _get_told(entry)),
    Column("reports", int, lambda entry, _: entry.reports),
    Column("score", float, lambda entry, _: entry.score),
    Column("outlet", str, lambda entry, index: _join_heads(entry, index, "outlet")),
    Column("page_title", str, lambda entry, index: _join_heads(entry, index, "title")),
    Column("page_address", str, lambda entry, index: _join_heads(entry, index, "url")),
    Column("page", str, lambda entry, _: join_values(entry.pages)),
    Column("events", str, lambda entry, _: join_values(entry.events)),
    Column(
        "made_with",
        str,
        lambda entry, index: join_values(index.versions.get(page) for page in entry.pages),
    ),
    DECIDED,
)
"""Columns in order; `day` is the entry's own, and the pages are all that report it."""


def build_entry_row(entry: Entry, index: TableIndex) -> dict[str, Cell]:
    """Return an entry as column → cell."""
    return {column.name: column.read(entry, index) for column in ENTRY_COLUMNS}


def _get_told(entry: Entry) -> str:
    """Return the words that the day belongs to."""
    return entry.text if entry.told is None else entry.text[entry.told[0] : entry.told[1]]


def _join_heads(entry: Entry, index: TableIndex, name: str) -> str | None:
    return join_values(
        getattr(index.heads[page], name) for page in entry.pages if page in index.heads
    )
