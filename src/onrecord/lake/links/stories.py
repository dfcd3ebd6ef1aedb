"""Pages of one story over a lake: the rules of `link.pages.same_story`, candidates found by joins.

In: a lake with its families and entities. Out: the table `story_links`. Out of scope: what makes two pages alike. The same links as over a story file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.lake.links.shard_index import fetch_counts, index_heads
from onrecord.lake.links.stages import LinkTask, fetch_batch, run_stage
from onrecord.lake.links.work import LinkWork, count_rows, fetch_rows, store_pairs, write_records
from onrecord.lake.spread import Cluster
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.pages.same_story import build_vector, compare_vectors, find_story_keys
from onrecord.link.thresholds import THRESHOLDS as LINK_THRESHOLDS

if TYPE_CHECKING:
    import pyarrow as pa


def link_lake_stories(work: LinkWork, cluster: Cluster) -> None:
    """Write the table `story_links`, of the table `story_keys`."""
    with work.connect() as connection:
        connection.execute(_build_candidates_sql(work))
        work.store(connection, "story_counts", "SELECT key, held FROM counts ORDER BY key")
        batches = store_pairs(work, connection, "story_pairs")
    write_records(work.locate_part("story_links", "none"), "links", ())
    run_stage(cluster, _compare_batch, work, batches)


def describe_story(index: RecordIndex, page: str) -> dict[str, Any]:
    """Return by what a page is compared: its keys with their words, and the days it may have been published on."""
    interval = index.get_publication_interval(page)
    words = find_story_keys(index, page)
    return {
        "page": page,
        "first": interval.first.toordinal() if interval else None,
        "last": interval.last.toordinal() if interval else None,
        "keys": list(words),
        "words": list(words.values()),
    }


def make_story_schema() -> pa.Schema:
    """Return the schema of the table `story_keys`."""
    import pyarrow as pa

    texts = pa.list_(pa.string())
    days = pa.int64()
    return pa.schema(
        [("page", pa.string()), ("first", days), ("last", days), ("keys", texts), ("words", texts)]
    )


def _build_candidates_sql(work: LinkWork) -> str:
    """Return the statements that make `counts`, of pages by key, and `numbered`, the pairs to compare.

    In the posting of a key a page is paired with the next few, up to the first that was published too long after it.
    """
    reach, days = LINK_THRESHOLDS.story_key_reach, LINK_THRESHOLDS.story_gap_days
    return f"""
    CREATE TEMP TABLE keyed AS SELECT page, first, last, unnest(keys) AS key FROM {work.read("story_keys")};
    CREATE TEMP TABLE counts AS SELECT key, count(*) AS held FROM keyed GROUP BY key;
    CREATE TEMP TABLE posted AS SELECT k.key, k.first, k.last, r.rank,
      row_number() OVER (PARTITION BY k.key ORDER BY r.rank) AS place
      FROM keyed k JOIN {work.read("ranks")} r USING (page) WHERE k.first IS NOT NULL;
    CREATE TEMP TABLE near AS SELECT x.key, x.rank AS a, y.rank AS b,
      bool_or(greatest(0, y.first - x.last, x.first - y.last) > {days}) OVER
        (PARTITION BY x.key, x.rank ORDER BY y.place ROWS UNBOUNDED PRECEDING) AS is_past
      FROM posted x JOIN posted y ON x.key = y.key AND y.place > x.place AND y.place <= x.place + {reach};
    CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY a, b) AS place, p.page AS a, q.page AS b FROM (
      SELECT a, b FROM near WHERE NOT is_past GROUP BY a, b
      HAVING count(*) >= {LINK_THRESHOLDS.story_shared_keys}) n
      JOIN {work.read("ranks")} p ON p.rank = n.a JOIN {work.read("ranks")} q ON q.rank = n.b;
    """


def _compare_batch(task: LinkTask) -> None:
    work = task.work
    with work.connect() as connection:
        pairs = fetch_batch(task, connection, "story_pairs", "a, b", order="a, b")
        pages = sorted({page for pair in pairs for page in pair.values()})
        rows = fetch_rows(
            connection,
            f"SELECT page, keys, words FROM {work.read('story_keys')} WHERE page IN (SELECT unnest(?))",
            [pages],
        )
        keys = {key for row in rows for key in row["keys"]}
        counts = fetch_counts(work, connection, "story_counts", keys)
        total = count_rows(connection, "SELECT count(*) FROM pages") + 1
        index = index_heads(work, connection, pages)
    vectors = {
        row["page"]: build_vector(
            row["page"], dict(zip(row["keys"], row["words"], strict=True)), counts, total
        )
        for row in rows
    }
    links = (compare_vectors(index, vectors[pair["a"]], vectors[pair["b"]]) for pair in pairs)
    write_records(work.locate_part("story_links", task.part), "links", filter(None, links))
