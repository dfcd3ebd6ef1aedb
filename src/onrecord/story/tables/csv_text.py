"""Rows as CSV that no spreadsheet runs.

A value that a spreadsheet would take for a formula is preceded by an apostrophe: pages are hostile input.

In: rows of plain values. Out: text. Out of scope: files.

Source: RFC 4180; OWASP, CSV injection.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from onrecord.story.tables.column import Cell
from onrecord.story.tables.guarded_text import guard_formula

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the system's own encoding."""


def format_csv(
    names: Iterable[str], rows: Iterable[Mapping[str, Cell]], *, marked: bool = True
) -> str:
    """Return rows as CSV with a header; `marked`: with a byte order mark before it."""
    text, columns = io.StringIO(newline=""), list(names)
    writer = csv.DictWriter(text, fieldnames=columns)
    writer.writeheader()
    writer.writerows({name: encode_cell(row[name]) for name in columns} for row in rows)
    return (_BYTE_ORDER_MARK if marked else "") + text.getvalue()


def encode_cell(value: Cell) -> Cell:
    """Return a value as a cell of CSV: text that a spreadsheet runs is guarded, true and false are words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guard_formula(value) if isinstance(value, str) else value
