"""What pages and events are compared by, written in one pass over each shard.

In: a lake with its families and entities. Out: tables `story_keys`, `event_profiles` and `page_words`. Out of scope: comparing (`stories`, `events`).
"""

from __future__ import annotations

from contextlib import ExitStack

from onrecord.lake.links.events import (
    describe_page,
    iter_events,
    make_event_schema,
    make_page_schema,
)
from onrecord.lake.links.shard_index import iter_indexes
from onrecord.lake.links.stages import LinkTask, run_stage
from onrecord.lake.links.stories import describe_story, make_story_schema
from onrecord.lake.links.work import LinkWork, open_part
from onrecord.lake.spread import Cluster


def write_features(work: LinkWork, cluster: Cluster, shards: list[str]) -> None:
    """Write the tables `story_keys`, `event_profiles` and `page_words`."""
    run_stage(cluster, _write_shard, work, shards)


def _write_shard(task: LinkTask) -> None:
    schemas = {
        "story_keys": make_story_schema(),
        "page_words": make_page_schema(),
        "event_profiles": make_event_schema(),
    }
    with ExitStack() as stack:
        append = {
            table: stack.enter_context(open_part(task.work.locate_part(table, task.part), schema))
            for table, schema in schemas.items()
        }
        for index in iter_indexes(task):
            pages = [page.id for page in index.link_input.pages]
            append["story_keys"](describe_story(index, page) for page in pages)
            append["page_words"](describe_page(index, page) for page in pages)
            append["event_profiles"](row for page in pages for row in iter_events(index, page))
