"""The tables of a story as DuckDB views over a lake's Parquet files.

In: a lake's folder. Out: a connection in which every table of the story file has its name. Out of scope: what is asked of it (`reader`).

A page that two shards hold is read from the first. A row of a manifest is reported where no shard that was given it has a page for it.
"""

from __future__ import annotations

import json
from collections import Counter
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from onrecord.errors import MissingExtra
from onrecord.story.lake.layout import (
    DUPLICATES,
    EMPTY_TABLES,
    LINKED_TABLES,
    SHARD_TABLES,
    LakeFolder,
    list_table_columns,
)
from onrecord.story.schema import KINDS

if TYPE_CHECKING:
    import duckdb

_SQL_TYPES = {"TEXT": "VARCHAR", "INTEGER": "BIGINT", "REAL": "DOUBLE", "BLOB": "BLOB"}
_MACROS = """
CREATE MACRO json_extract(value, path) AS json_extract_string(value, path);
CREATE MACRO json_each(value) AS TABLE SELECT unnest(from_json(value, '["VARCHAR"]')) AS value;
"""
"""Functions of SQLite that DuckDB has under these names with another result."""
EVERY_SHARD = "*"
_MANIFEST_REASONS = "('manifest', 'no_manifest')"


def connect_lake(folder: LakeFolder, shard: str = EVERY_SHARD) -> duckdb.DuckDBPyConnection:
    """Return a connection in memory with a view for each table of the story file: of one shard, or of all.

    Raises:
        MissingExtra: if DuckDB is not installed; NotFound, StoreError: if the folder is no lake of this format.

    """
    if find_spec("duckdb") is None:
        raise MissingExtra("lake", "reading a lake")
    import duckdb

    about = folder.read_about()
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    connection.execute("SET default_null_order = 'sqlite'; SET enable_progress_bar = false")
    connection.execute(_MACROS)
    shards = folder.list_shards()
    _create_duplicates(connection, folder, shards if shard == EVERY_SHARD else [])
    for table in SHARD_TABLES:
        _create_shard_view(connection, table, read_shards(folder, table, shard) if shards else None)
    _create_manifest_view(connection, folder)
    for table in LINKED_TABLES:
        path = folder.linked / f"{table}.parquet"
        if path.is_file():
            columns = ", ".join(f'"{name}"' for name, _ in list_table_columns(table))
            connection.execute(
                f"CREATE VIEW {table} AS SELECT {columns} FROM read_parquet('{quote_path(path)}')"
            )
        else:
            _create_empty(connection, table, what="VIEW")
    for table in EMPTY_TABLES:
        _create_empty(connection, table)
    _create_derived(connection, about)
    return connection


def quote_path(path: object) -> str:
    """Return a path as it stands between the quotes of an SQL string."""
    return str(path).replace("'", "''")


def _create_duplicates(
    connection: duckdb.DuckDBPyConnection, folder: LakeFolder, shards: list[str]
) -> None:
    """Create the table of pages that a later shard holds again: as linking noted them, else looked up now."""
    connection.execute(f"CREATE TABLE {DUPLICATES} (page VARCHAR, shard VARCHAR)")
    noted = folder.linked / f"{DUPLICATES}.parquet"
    if noted.is_file() and is_linked(folder, shards):
        connection.execute(f"INSERT INTO {DUPLICATES} FROM read_parquet('{quote_path(noted)}')")
    elif shards:
        connection.execute(f"INSERT INTO {DUPLICATES} {build_duplicates_sql(folder)}")


def is_linked(folder: LakeFolder, shards: list[str]) -> bool:
    """Return whether the links were made over just these shards."""
    noted = folder.linked / "shards.json"
    return noted.is_file() and json.loads(noted.read_text(encoding="utf-8")) == shards


def build_duplicates_sql(folder: LakeFolder) -> str:
    """Return the query for pages that a later shard holds again, with that shard."""
    return (
        "SELECT id AS page, shard FROM (SELECT id, shard, row_number() OVER (PARTITION BY id ORDER BY shard)"
        f" AS place FROM {read_shards(folder, 'pages')}) WHERE place > 1"
    )


def read_shards(folder: LakeFolder, table: str, shard: str = EVERY_SHARD) -> str:
    """Return the SQL that reads a table of one shard or of all, with the column `shard`."""
    files = quote_path(folder.shards / f"shard={shard}" / f"{table}.parquet")
    return f"read_parquet('{files}', hive_partitioning = true, hive_types = {{'shard': VARCHAR}})"


def _create_shard_view(
    connection: duckdb.DuckDBPyConnection, table: str, source: str | None
) -> None:
    """Create the view of a table over `source`; an empty table where there is none."""
    name = "all_skipped" if table == "skipped" else table
    if source is None:
        _create_empty(connection, table, name)
        return
    has_duplicates = connection.execute(f"SELECT 1 FROM {DUPLICATES} LIMIT 1").fetchone()
    page = {"pages": "id", **dict.fromkeys(KINDS, "page")}.get(table)
    kept = (
        f" WHERE NOT EXISTS (SELECT 1 FROM {DUPLICATES} d WHERE d.page = t.{page} AND d.shard = t.shard)"
        if page and has_duplicates
        else ""
    )
    columns = ", ".join(f't."{column}"' for column, _ in list_table_columns(table))
    key = {"captures": "sha256", "proofs": "capture", "paths": "path"}.get(table)
    once = f" QUALIFY row_number() OVER (PARTITION BY t.{key} ORDER BY t.shard) = 1"
    sql = f"SELECT {columns} FROM {source} t{kept}{once if key and has_duplicates else ''}"
    connection.execute(f"CREATE VIEW {name} AS {sql}")


def _create_empty(
    connection: duckdb.DuckDBPyConnection, table: str, name: str = "", what: str = "TABLE"
) -> None:
    """Create a table, or a view that can be replaced, without rows."""
    columns = ", ".join(
        f'CAST(NULL AS {_SQL_TYPES.get(type_, "VARCHAR")}) AS "{column}"'
        for column, type_ in list_table_columns(table)
    )
    connection.execute(f"CREATE {what} {name or table} AS SELECT {columns} WHERE false")


def _create_manifest_view(connection: duckdb.DuckDBPyConnection, folder: LakeFolder) -> None:
    given = Counter(str(shard["manifest"]) for shard in folder.iter_plan() if shard["manifest"])
    connection.execute("CREATE TABLE manifests (path VARCHAR, shards BIGINT)")
    for path, shards in given.items():
        connection.execute("INSERT INTO manifests VALUES (?, ?)", [path, shards])
    columns = ", ".join(
        f'"{name}"' for name, _ in list_table_columns("skipped") if name != "message"
    )
    connection.execute(
        f"CREATE VIEW skipped AS SELECT * FROM all_skipped WHERE reason NOT IN {_MANIFEST_REASONS}"
        f" UNION ALL BY NAME SELECT {columns}, message FROM (SELECT *, count(*) OVER same AS held, row_number() OVER"
        f" (same ORDER BY length(message)) AS place FROM all_skipped WHERE reason IN {_MANIFEST_REASONS}"
        " WINDOW same AS (PARTITION BY path, reason)) s WHERE place = 1 AND held >="
        " (SELECT coalesce(max(m.shards), 1) FROM manifests m WHERE starts_with(s.path, m.path || '#'))"
    )


def _create_derived(connection: duckdb.DuckDBPyConnection, about: Any) -> None:
    """Create what the story file keeps in tables of its own and a lake derives."""
    ids = " UNION ALL ".join(f"SELECT id, '{kind}' AS kind, page FROM {kind}" for kind in KINDS)
    connection.execute(
        f"CREATE VIEW kinds AS {ids} UNION ALL SELECT id, 'links', CAST(NULL AS VARCHAR) FROM links"
    )
    connection.execute(
        'CREATE VIEW passages AS SELECT row_number() OVER () AS id, page, role, start, "end",'
        ' substring(text, start + 1, "end" - start) AS text FROM (SELECT id AS page, text, zone[1] AS role,'
        ' CAST(zone[2] AS BIGINT) AS start, CAST(zone[3] AS BIGINT) AS "end" FROM (SELECT id, text,'
        " unnest(from_json(zones, '[[\"VARCHAR\"]]')) AS zone FROM pages)) WHERE role <> 'furniture'"
    )
    _create_empty(connection, "meta")
    _create_empty(connection, "runs")
    for key in ("title", "description"):
        if about.get(key):
            connection.execute("INSERT INTO meta VALUES (?, ?)", [key, about[key]])
    connection.execute(
        "INSERT INTO runs BY NAME SELECT 1 AS id, ? AS started, ? AS version, ? AS model,"
        " (SELECT count(*) FROM pages) AS pages_new, 0 AS pages_same, ? AS libraries,"
        ' (SELECT coalesce(sum("count"), 0) FROM skipped) AS skipped',
        [about["started"], about["version"], about["model"], json.dumps(about["libraries"])],
    )
