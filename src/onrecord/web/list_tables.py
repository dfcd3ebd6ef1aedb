"""List views as tables: the rows that a view's filters leave, all of them, as CSV and JSON.

In: a view's name and a visit. Out: a response with the rows of every sheet of the list, flat, and what made them. Out of
scope: which rows a view wants, which the view itself decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from onrecord._version import __version__
from onrecord.story.selected import build_index
from onrecord.story.tables import TABLES, Cell, TableIndex, build_row
from onrecord.story.tables.csv_text import format_csv
from onrecord.story.versions import list_versions
from onrecord.timeline.entry_table import ENTRY_COLUMNS, build_entry_row
from onrecord.web.room import Visit

SUFFIXES = ("csv", "json")


@dataclass(frozen=True, slots=True)
class ListTable:
    """The rows of a view.

    Attributes:
        table: which columns they have: a key of `TABLES`, `timeline`, `search`, or one of `_READY_TABLES`.
        rows: what the columns are read off.
        extra: for each row, cells that only this view has, before the others; or empty.

    """

    table: str
    rows: Sequence[Any]
    extra: Sequence[dict[str, Cell]] = ()


_READY_TABLES = {
    "network": ("source", "relation", "target"),
    "map": ("id", "name", "mentions", "status", "place"),
}
"""Tables whose rows are cells already, with the columns of one without rows."""
_LONG_COLUMNS = frozenset({"text"})
"""Columns of the pages that no list shows."""


def render_table(visit: Visit, listed: ListTable, name: str, suffix: str) -> Response:
    """Return the rows as a file to be saved, named for the view."""
    index = build_index(visit.story, visit.get_heads())
    extra = listed.extra or [{} for _ in listed.rows]
    cells = (_build_cells(listed.table, row, index) for row in listed.rows)
    rows = [before | row for before, row in zip(extra, cells, strict=True)]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{suffix}"'}
    if suffix == "csv":
        names = list(rows[0]) if rows else _list_names(listed.table)
        return Response(format_csv(names, rows), media_type="text/csv", headers=headers)
    about = {
        "view": name,
        "filters": {key: value for key, value in visit.query.items() if value and key != "page"},
        "exported_with": f"onrecord {__version__}",
        "made_with": list(list_versions(visit.story)),
        "rows": rows,
    }
    text = json.dumps(about, ensure_ascii=False, indent=1)
    return Response(text, media_type="application/json", headers=headers)


def _build_cells(table: str, row: Any, index: TableIndex) -> dict[str, Cell]:
    if table == "timeline":
        return build_entry_row(row, index)
    if table == "search":
        head = build_row("pages", index.heads[row.page], index)
        where = {name: head[name] for name in ("day", "outlet", "page_title", "page_address")}
        return {**where, **row.to_dict(), "made_with": head["made_with"]}
    if table in _READY_TABLES:
        return dict(row)
    if table == "pages":
        return {
            column.name: column.read(row, index)
            for column in TABLES["pages"]
            if column.name not in _LONG_COLUMNS
        }
    return build_row(table, row, index)


def _list_names(table: str) -> Iterable[str]:
    if table == "search":
        return ["page"]
    if table in _READY_TABLES:
        return _READY_TABLES[table]
    columns = ENTRY_COLUMNS if table == "timeline" else TABLES[table]
    return [column.name for column in columns]
