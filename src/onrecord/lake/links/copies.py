"""Copies and versions over a lake: the rules of `link.pages.copies`, candidates found by joins.

In: the pages of a lake. Out: tables `ranks` (page → place in order of publication), `copies` (links) and `families`. Out of scope: what makes two pages
copies. The same links as over a story file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.lake.links.stages import LinkTask, iter_own_pages, run_stage
from onrecord.lake.links.work import (
    LinkWork,
    fetch_rows,
    store_groups,
    store_pairs,
    write_records,
    write_rows,
)
from onrecord.lake.spread import Cluster
from onrecord.link.pages.copies import (
    PageShingles,
    build_article_keys,
    collect_shingles,
    compare_pages,
    find_host,
    iter_look_up_keys,
)
from onrecord.link.thresholds import THRESHOLDS as LINK_THRESHOLDS
from onrecord.records import Page
from onrecord.story.lake.reader import LakeStory
from onrecord.story.rows import decode_dated

if TYPE_CHECKING:
    import pyarrow as pa

_RANK = "published IS NULL, coalesce(published, ''), coalesce(updated, ''), id"
HEAD_COLUMNS = "p.id, p.published, p.published_how, p.updated, p.url, p.outlet, p.title"


def link_lake_copies(work: LinkWork, cluster: Cluster, shards: list[str]) -> None:
    """Write the tables `ranks`, `copies` and `families`."""
    with work.connect() as connection:
        work.store(
            connection,
            "ranks",
            f"SELECT id AS page, row_number() OVER (ORDER BY {_RANK}) AS rank FROM pages",
        )
    run_stage(cluster, _write_shingles, work, shards)
    with work.connect() as connection:
        connection.execute(_build_candidates_sql(work))
        batches = store_pairs(work, connection, "copy_pairs")
        work.store(connection, "furniture", "SELECT * FROM furniture")
    write_records(work.locate_part("copies", "none"), "links", ())
    run_stage(cluster, _compare_batch, work, batches)
    with work.connect() as connection:
        joined = f"SELECT a, b FROM {work.read('copies')} WHERE candidate = 0"
        store_groups(work, connection, "groups_of_copies", joined)
        work.store(
            connection,
            "families",
            "SELECT r.page, coalesce(g.root, r.page) AS family"
            f" FROM {work.read('ranks')} r LEFT JOIN {work.read('groups_of_copies')} g ON g.member = r.page",
        )


def _write_shingles(task: LinkTask) -> None:
    """Write the shingles and keys of a shard's pages; pages that another shard owns are left out."""
    with LakeStory(task.work.lake.path, shard=task.part) as story:
        groups = iter_own_pages(task, story)
        pages = (page for ids in groups for page, _ in story.load_pages(ids, ()).values())
        path = task.work.locate_part("shingles", task.part)
        write_rows(path, map(_describe_page, pages), _build_schema())


def _describe_page(page: Page) -> dict[str, Any]:
    shingles = collect_shingles(page)
    article = dict(build_article_keys(page))
    return {
        "page": page.id,
        "host": find_host(page),
        "url_key": article.get("url"),
        "title_key": article.get("title"),
        "every": sorted(shingles.every),
        "unquoted": sorted(shingles.unquoted),
        "keys": [key for key in iter_look_up_keys(shingles) if isinstance(key, str)],
    }


def _build_schema() -> pa.Schema:
    import pyarrow as pa

    numbers = pa.list_(pa.uint64())
    return pa.schema(
        [
            *((name, pa.string()) for name in ("page", "host", "url_key", "title_key")),
            ("every", numbers),
            ("unquoted", numbers),
            ("keys", pa.list_(pa.string())),
        ]
    )


def _build_candidates_sql(work: LinkWork) -> str:
    """Return the statements that make `furniture` and `numbered`, the pairs to compare, in order of the pages."""
    furniture = LINK_THRESHOLDS.furniture_articles
    short, near = LINK_THRESHOLDS.paired_posting, LINK_THRESHOLDS.posting_neighbours
    return f"""
    CREATE TEMP VIEW shingles AS SELECT s.*, r.rank FROM {work.read("shingles")} s
      JOIN {work.read("ranks")} r USING (page);
    CREATE TEMP TABLE first_articles AS SELECT page, host FROM (
      SELECT page, host, url_key, title_key,
        row_number() OVER (PARTITION BY host, url_key ORDER BY rank) AS by_url,
        row_number() OVER (PARTITION BY host, title_key ORDER BY rank) AS by_title
      FROM shingles) WHERE host <> '' AND (url_key IS NULL OR by_url = 1) AND (title_key IS NULL OR by_title = 1);
    CREATE TEMP TABLE furniture AS SELECT value FROM (
      SELECT a.host, unnest(s.every) AS value FROM first_articles a JOIN shingles s USING (page))
      GROUP BY host, value HAVING count(*) >= {furniture};
    CREATE TEMP TABLE furniture_once AS SELECT DISTINCT value FROM furniture;
    DROP TABLE furniture; ALTER TABLE furniture_once RENAME TO furniture;
    CREATE TEMP TABLE keyed AS
      SELECT rank, CAST(value AS VARCHAR) AS key FROM (SELECT rank, unnest(every) AS value FROM shingles)
      WHERE value % {LINK_THRESHOLDS.shingle_sampling} = 0 AND value NOT IN (SELECT value FROM furniture)
      UNION ALL SELECT rank, unnest(keys) FROM shingles;
    CREATE TEMP TABLE posted AS SELECT rank, key, row_number() OVER same AS place, count(*) OVER
      (PARTITION BY key) AS held FROM (SELECT DISTINCT rank, key FROM keyed)
      WINDOW same AS (PARTITION BY key ORDER BY rank);
    CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY a, b) AS place, a, b FROM (
      SELECT DISTINCT x.rank AS a, y.rank AS b FROM posted x JOIN posted y ON x.key = y.key AND
      y.place > x.place AND (x.held <= {short} OR y.place <= x.place + {near}) WHERE x.held > 1);
    """


def _compare_batch(task: LinkTask) -> None:
    """Compare one batch of pairs and write their links."""
    work = task.work
    with work.connect() as connection:
        connection.execute(
            f"CREATE TEMP TABLE pairs AS SELECT a, b FROM {work.read('copy_pairs')} WHERE batch = {int(task.part)}"
        )
        rows = fetch_rows(
            connection,
            f"SELECT r.rank, s.every, s.unquoted, {HEAD_COLUMNS} FROM {work.read('ranks')} r JOIN pages p ON p.id = r.page"
            f" JOIN {work.read('shingles')} s ON s.page = r.page"
            " WHERE r.rank IN (SELECT a FROM pairs UNION SELECT b FROM pairs)",
        )
        furniture = frozenset(
            row["value"]
            for row in fetch_rows(
                connection,
                f"SELECT value FROM {work.read('furniture')} WHERE value IN (SELECT unnest(s.every) FROM {work.read('shingles')} s"
                f" JOIN {work.read('ranks')} r USING (page) WHERE r.rank IN (SELECT a FROM pairs UNION SELECT b FROM pairs))",
            )
        )
        pairs = fetch_rows(connection, "SELECT a, b FROM pairs ORDER BY a, b")
    found = {row["rank"]: _decode_shingles(row, furniture) for row in rows}
    links = (compare_pages(found[pair["a"]], found[pair["b"]]) for pair in pairs)
    write_records(work.locate_part("copies", task.part), "links", filter(None, links))


def _decode_shingles(row: dict[str, Any], furniture: frozenset[int]) -> PageShingles:
    every, unquoted = frozenset(row["every"]), frozenset(row["unquoted"])
    return PageShingles(build_stub(row), every - furniture, unquoted - furniture)


def build_stub(row: dict[str, Any]) -> Page:
    """Return a page without its text: what comparing asks of it is its head."""
    page = Page(id=row["id"], capture=None, path="", text="", zones=(), thread=())
    return replace(
        page,
        url=row["url"],
        outlet=row["outlet"],
        title=row["title"],
        published=decode_dated(row["published"], row["published_how"]),
    )
