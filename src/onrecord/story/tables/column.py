"""Columns: a name, a type, and how the cell is read off a row.

In: nothing. Out: `Column`, and the columns that every record has. Out of scope: which table has which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.decisions import describe_decided
from onrecord.records import Record
from onrecord.story.tables.index import TableIndex
from onrecord.story.views import PageHead

Cell = str | int | float | bool | None

SEPARATOR = "; "
"""What stands between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the type of its cells (`str`, `int`, `float` or `bool`), and how a cell is read."""

    name: str
    type: type
    read: Callable[[Any, TableIndex], Cell]


def _describe_decisions(row: Any, _: TableIndex) -> str | None:
    return join_values(map(describe_decided, row.decided))


DECIDED = Column("decided", str, _describe_decisions)
"""What people decided about a row, by whom, when and why."""


def make_page_columns(
    find_page: Callable[[Any], str | None], prefix: str = ""
) -> tuple[Column, ...]:
    """Return the columns that say where a row is from: day of publication, outlet, title and address of its page.

    Args:
        find_page: returns the id of the row's page, or None.
        prefix: what the columns' names begin with.

    """

    def make(name: str, read_head: Callable[[PageHead], Cell]) -> Column:
        def read(row: Any, index: TableIndex) -> Cell:
            head = index.heads.get(find_page(row) or "")
            return read_head(head) if head else None

        return Column(prefix + name, str, read)

    return (
        make("day", lambda head: head.published.value[:10] if head.published else None),
        make("outlet", lambda head: head.outlet),
        make("page_title", lambda head: head.title),
        make("page_address", lambda head: head.url),
        Column(f"{prefix}page", str, lambda row, _: find_page(row)),
    )


def make_record_columns(*own: Column) -> tuple[Column, ...]:
    """Return the columns of a table of records: id, where from, its own, its evidence, and what decided."""
    return (
        Column("id", str, lambda record, _: record.id),
        *make_page_columns(_get_page),
        *own,
        Column("text", str, lambda record, _: record.evidence.text),
        Column("start", int, lambda record, _: record.evidence.start),
        Column("end", int, lambda record, _: record.evidence.end),
        Column("bytes_start", int, lambda record, _: _get_byte(record, 0)),
        Column("bytes_end", int, lambda record, _: _get_byte(record, 1)),
        Column("confidence", float, lambda record, _: record.evidence.confidence),
        Column("by", str, lambda record, _: record.evidence.by),
        Column("made_with", str, lambda record, index: index.versions.get(record.evidence.page)),
        DECIDED,
    )


def join_values(values: Iterable[str | None]) -> str | None:
    """Return several values as one cell, each once and in order; None where there is none."""
    return SEPARATOR.join(dict.fromkeys(value for value in values if value)) or None


def _get_page(record: Record) -> str:
    return record.evidence.page


def _get_byte(record: Record, at: int) -> int | None:
    return record.evidence.bytes[at] if record.evidence.bytes else None
