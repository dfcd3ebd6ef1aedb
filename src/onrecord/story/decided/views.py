"""The one door: temporary views that stand before the story's tables while it is read.

In: a connection that reads a story, and its corrections. Out: views in that connection's own memory, of the tables' names: every query
that names a table reads the corrected rows, without records set aside. The tables as drawn stay readable as `main.quotes` and so on.
Out of scope: the story file, which is not written to.

A view before `quotes` is named `quotes`, as SQLite looks up temporary names first; `all_quotes` also has what is set aside. Both have a
column `decided`, the marks as JSON.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.records.record import convert_to_plain
from onrecord.story.decided.corrections import Corrections
from onrecord.story.schema import KINDS

_MARKED = (*KINDS, "pages", "links", "undertakings", "who")
"""Tables whose rows may carry marks."""
_KEYS = {"outcomes": "commitment"}
"""Keys of the tables whose key is not `id`."""
_SCHEMA = """
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE decided_patch (tbl TEXT, id TEXT, name TEXT, value, PRIMARY KEY (tbl, id, name)) WITHOUT ROWID;
CREATE TEMP TABLE decided_mark (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE decided_wrong (tbl TEXT, id TEXT, PRIMARY KEY (tbl, id)) WITHOUT ROWID;
CREATE TEMP TABLE decided_same (entity TEXT PRIMARY KEY, who TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE decided_replaced (who TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE decided_involved (who TEXT, kind TEXT, record TEXT, PRIMARY KEY (who, kind, record)) WITHOUT ROWID;
"""


def install_views(connection: sqlite3.Connection, corrections: Corrections) -> None:
    """Put the corrections before the tables, for this connection alone; nothing where nothing was decided."""
    if not corrections.standings:
        return
    connection.executescript(_SCHEMA)
    _fill_tables(connection, corrections)
    patched: dict[str, set[str]] = defaultdict(set)
    for (table, _), values in corrections.patches.items():
        patched[table] |= values.keys()
    for table in (*_MARKED, "outcomes"):
        _create_view(connection, table, patched.get(table, set()))
    _create_views_of_groups(connection)


def _fill_tables(connection: sqlite3.Connection, corrections: Corrections) -> None:
    groups = corrections.regrouping
    rows: Mapping[str, Iterable[tuple[object, ...]]] = {
        "decided_patch": (
            (table, ident, name, value)
            for (table, ident), values in corrections.patches.items()
            for name, value in values.items()
        ),
        "decided_mark": (
            (ident, json.dumps(convert_to_plain(marks), ensure_ascii=False))
            for ident, marks in corrections.marks.items()
        ),
        "decided_wrong": ((table, one) for table, ids in corrections.wrong.items() for one in ids),
        "decided_same": groups.who_of.items(),
        "decided_replaced": ((who,) for who in groups.replaced),
        "decided_involved": groups.involved,
    }
    connection.execute("BEGIN")
    for table, values in rows.items():
        width = len(_list_columns(connection, table, "temp"))
        marks = ", ".join("?" * width)
        connection.executemany(f"INSERT INTO temp.{table} VALUES ({marks})", values)
    connection.execute("CREATE TEMP TABLE decided_who AS SELECT * FROM main.who WHERE 0")
    columns = _list_columns(connection, "who", "main")
    names = ", ".join(f'"{name}"' for name in columns)
    values_of = ", ".join(f":{name}" for name in columns)
    connection.executemany(
        f"INSERT INTO temp.decided_who ({names}) VALUES ({values_of})", groups.who
    )
    connection.execute("COMMIT")


def _create_view(connection: sqlite3.Connection, table: str, patched: set[str]) -> None:
    """Create the views `table`, without records set aside, and `all_table`, with them."""
    key = _KEYS.get(table, "id")
    columns = [
        _select_patched(table, key, name) if name in patched else f'r."{name}"'
        for name in _list_columns(connection, table, "main")
    ]
    if table in _MARKED:
        columns.append("(SELECT m.value FROM temp.decided_mark m WHERE m.id = r.id) AS decided")
    rows = f"main.{table}"
    if table == "who":
        rows = (
            "(SELECT * FROM main.who WHERE id NOT IN (SELECT who FROM temp.decided_replaced)"
            " UNION ALL SELECT * FROM temp.decided_who)"
        )
    select = f"SELECT {', '.join(columns)} FROM {rows} r"
    in_force = f"r.{key} NOT IN (SELECT id FROM temp.decided_wrong WHERE tbl = '{table}')"
    connection.execute(f"CREATE TEMP VIEW all_{table} AS {select}")
    connection.execute(f"CREATE TEMP VIEW {table} AS {select} WHERE {in_force}")


def _select_patched(table: str, key: str, name: str) -> str:
    found = f"FROM temp.decided_patch p WHERE p.tbl = '{table}' AND p.id = r.{key} AND p.name = '{name}'"
    return (
        f"CASE WHEN EXISTS (SELECT 1 {found}) THEN (SELECT p.value {found})"
        f' ELSE r."{name}" END AS "{name}"'
    )


def _create_views_of_groups(connection: sqlite3.Connection) -> None:
    """Create the views of the tables that say which records there are, and who is who."""
    connection.execute(
        "CREATE TEMP VIEW kinds AS SELECT * FROM main.kinds k WHERE k.id NOT IN"
        " (SELECT id FROM temp.decided_wrong WHERE tbl <> 'who')"
    )
    connection.execute(
        "CREATE TEMP VIEW same AS SELECT s.entity, COALESCE((SELECT d.who FROM temp.decided_same d"
        " WHERE d.entity = s.entity), s.who) AS who FROM main.same s"
    )
    connection.execute(
        "CREATE TEMP VIEW involved AS SELECT who, kind, record FROM main.involved WHERE who NOT IN"
        " (SELECT who FROM temp.decided_replaced)"
        " UNION ALL SELECT who, kind, record FROM temp.decided_involved"
    )


def _list_columns(connection: sqlite3.Connection, table: str, schema: str) -> list[str]:
    rows = connection.execute("SELECT name FROM pragma_table_info(?, ?)", (table, schema))
    return [row["name"] for row in rows]
