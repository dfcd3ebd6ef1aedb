"""The record index over a few pages at a time, with the entities and families of the whole lake.

In: a shard, or ids of pages; the tables `same` and `families`. Out: indexes, as `link` asks them. Out of scope: what is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.lake.links.copies import HEAD_COLUMNS, build_stub
from onrecord.lake.links.stages import LinkTask, iter_own_pages
from onrecord.lake.links.work import LinkWork, fetch_rows
from onrecord.link.index.link_input import LinkInput
from onrecord.link.index.record_index import RecordIndex, index_records
from onrecord.story.lake.reader import LakeStory

if TYPE_CHECKING:
    import duckdb


def iter_indexes(task: LinkTask) -> Iterator[RecordIndex]:
    """Yield indexes over all pages of a task's shard, some pages in each, with their records."""
    work = task.work
    with LakeStory(work.lake.path, shard=task.part) as story:
        for ids in iter_own_pages(task, story):
            loaded = story.load_pages(ids)
            same = {
                row["entity"]: row["who"]
                for row in story.rows(
                    f"SELECT entity, who FROM {work.read('same')} WHERE entity IN"
                    " (SELECT id FROM entities WHERE page IN (SELECT unnest(?)))",
                    (ids,),
                )
            }
            families = story.rows(
                f"SELECT page, family FROM {work.read('families')} WHERE page IN (SELECT unnest(?))",
                (ids,),
            )
            family_of = {row["page"]: row["family"] for row in families}
            pages = tuple(loaded[id_][0] for id_ in ids)
            records = {id_: own for id_, (_, own) in loaded.items()}
            yield index_records(LinkInput(pages, records), same, family_of)


def index_heads(
    work: LinkWork, connection: duckdb.DuckDBPyConnection, pages: Sequence[str]
) -> RecordIndex:
    """Return an index over pages of which only the heads are known, for what compares features that were looked up before."""
    rows = fetch_rows(
        connection,
        f"SELECT {HEAD_COLUMNS}, f.family FROM pages p JOIN {work.read('families')} f ON f.page = p.id"
        " WHERE p.id IN (SELECT unnest(?))",
        [list(pages)],
    )
    family_of: Mapping[str, str] = {row["id"]: row["family"] for row in rows}
    return index_records(LinkInput(tuple(map(build_stub, rows)), {}), {}, family_of)


def fetch_counts(
    work: LinkWork, connection: duckdb.DuckDBPyConnection, table: str, keys: set[str]
) -> dict[str, int]:
    """Return how many hold each of `keys`, of a table of counts (`key`, `held`)."""
    rows = fetch_rows(
        connection,
        f"SELECT key, held FROM {work.read(table)} WHERE key IN (SELECT unnest(?))",
        [sorted(keys)],
    )
    return {row["key"]: row["held"] for row in rows}
