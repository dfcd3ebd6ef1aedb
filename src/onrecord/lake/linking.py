"""Links over a lake: entities, copies, stories and happenings, made in parts and written as a whole.

In: a lake. Out: its folder `linked/`. Out of scope: links between figures, outcomes of promises and undertakings: these look at all pages of a story
at once, and are made in a story file that is cut out.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from onrecord.lake.links.copies import link_lake_copies
from onrecord.lake.links.entities import link_lake_entities
from onrecord.lake.links.events import link_lake_events
from onrecord.lake.links.features import write_features
from onrecord.lake.links.stories import link_lake_stories
from onrecord.lake.links.work import LinkWork
from onrecord.lake.making import lock_lake
from onrecord.lake.parquet_tables import sync_folder
from onrecord.lake.planning import write_whole
from onrecord.lake.spread import Cluster, start_cluster
from onrecord.link import LINK_NAME
from onrecord.story.lake.layout import DUPLICATES, LINKED_TABLES, LakeFolder, list_table_columns
from onrecord.story.lake.views import build_duplicates_sql, connect_lake, is_linked, quote_path
from onrecord.story.schema import FILL_INVOLVED

_ABOUT = "about.json"
_OLD = "old"
"""Name, in the folder of work, of the links that new ones replace."""
_LINK_PARTS = ("copies", "entity_links", "story_links", "event_links")


def link_lake(folder: Path, cluster: Cluster) -> Iterator[str]:
    """Make the links of the lake at `folder` anew, unless they were made from just these shards by the rules in use, and yield a line on each kind.

    Raises:
        RunAborted: if a part came to nothing: the links that were there stay.

    """
    lake = LakeFolder(folder.absolute())  # processes of a cluster run elsewhere
    shards = lake.list_shards()
    with lock_lake(lake):
        _restore_old(lake)
        if shards and not (is_linked(lake, shards) and _has_rules_in_use(lake)):
            with start_cluster(cluster):
                _link_shards(lake, cluster, shards)
    if shards:
        yield from _iter_counts(lake)


def _restore_old(lake: LakeFolder) -> None:
    """Put the old links back where a run ended between taking them away and putting new ones in their place."""
    old = LinkWork(lake).folder / _OLD
    if old.exists() and not lake.linked.exists():
        old.rename(lake.linked)


def _has_rules_in_use(lake: LakeFolder) -> bool:
    """Return whether the links were made by the rules of this version."""
    try:
        about = json.loads((lake.linked / _ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(about, dict) and about.get("made_by") == LINK_NAME


def _link_shards(lake: LakeFolder, cluster: Cluster, shards: list[str]) -> None:
    work = LinkWork(lake)
    shutil.rmtree(work.folder, ignore_errors=True)
    with work.connect() as connection:
        work.store(connection, DUPLICATES, build_duplicates_sql(lake))
    link_lake_copies(work, cluster, shards)
    link_lake_entities(work, cluster, shards)
    write_features(work, cluster, shards)
    link_lake_stories(work, cluster)
    link_lake_events(work, cluster)
    _publish(work, shards)
    shutil.rmtree(work.folder)


def _publish(work: LinkWork, shards: list[str]) -> None:
    """Write the folder `linked/` under another name and put it in the place of the old one."""
    made = work.folder / "linked"
    made.mkdir()
    with work.connect() as connection:
        connection.execute(
            f"CREATE OR REPLACE VIEW same AS SELECT entity, who FROM {work.read('same')}"
        )
        involved = " UNION ".join(sql.partition("involved ")[2] for sql in FILL_INVOLVED)
        links = " UNION ALL BY NAME ".join(
            f"SELECT * FROM {work.read(part)}" for part in _LINK_PARTS
        )
        columns = {
            table: ", ".join(f'"{name}"' for name, _ in list_table_columns(table))
            for table in LINKED_TABLES
        }
        queries = {
            DUPLICATES: f"SELECT page, shard FROM {work.read(DUPLICATES)} ORDER BY page",
            "same": "SELECT entity, who FROM same ORDER BY entity",
            "who": f"SELECT {columns['who']} FROM {work.read('who')} ORDER BY id",
            "involved": f"SELECT * FROM ({involved}) AS i(who, kind, record) ORDER BY who, kind, record",
            "links": f"SELECT {columns['links']} FROM ({links}) ORDER BY id",
        }
        for table, sql in queries.items():
            path = quote_path(made / f"{table}.parquet")
            connection.execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
    (made / _ABOUT).write_text(json.dumps({"made_by": LINK_NAME}), encoding="utf-8")
    write_whole(made / "shards.json", json.dumps(shards))
    sync_folder(made)
    old = work.folder / _OLD
    if work.lake.linked.exists():
        work.lake.linked.rename(old)
    made.rename(work.lake.linked)


def _iter_counts(lake: LakeFolder) -> Iterator[str]:
    with connect_lake(lake) as connection:
        rows = connection.execute(
            "SELECT kind, count(*) FROM links GROUP BY kind ORDER BY kind"
        ).fetchall()
    for kind, count in rows:
        yield f"{kind:<14}{count}"
