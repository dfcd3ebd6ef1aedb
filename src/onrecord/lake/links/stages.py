"""One stage of linking: its tasks, all of which must come to their end.

In: tasks. Out: nothing: they write files. Out of scope: what the work is, and where it is done (`spread`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from onrecord.errors import RunAborted
from onrecord.lake.links.work import LinkWork, fetch_rows
from onrecord.lake.spread import Cluster, Failed, map_tasks
from onrecord.lake.thresholds import THRESHOLDS
from onrecord.story.lake.layout import DUPLICATES
from onrecord.story.lake.reader import LakeStory

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class LinkTask:
    """A part of a stage: a shard of the lake, or a batch of what is compared."""

    work: LinkWork
    part: str


def list_own_pages(task: LinkTask, story: LakeStory) -> list[str]:
    """Return the ids of the pages of a task's shard, without those that an earlier shard holds."""
    again = f"SELECT page FROM {task.work.read(DUPLICATES)} WHERE shard = ?"
    rows = story.rows(f"SELECT id FROM pages WHERE id NOT IN ({again}) ORDER BY id", (task.part,))
    return [row["id"] for row in rows]


def iter_own_pages(task: LinkTask, story: LakeStory) -> Iterator[list[str]]:
    """Yield the ids of `list_own_pages`, some at a time."""
    own, most = list_own_pages(task, story), THRESHOLDS.batch_pages
    for first in range(0, len(own), most):
        yield own[first : first + most]


def fetch_batch(
    task: LinkTask, connection: duckdb.DuckDBPyConnection, table: str, columns: str, order: str
) -> list[dict[str, Any]]:
    """Return the rows of the batch that is a task's part, of a table that has a column `batch`."""
    source = task.work.read(table)
    sql = f"SELECT {columns} FROM {source} WHERE batch = {int(task.part)} ORDER BY {order}"
    return fetch_rows(connection, sql)


def run_stage(
    cluster: Cluster, step: Callable[[LinkTask], None], work: LinkWork, parts: Iterable[object]
) -> None:
    """Do a step for every part.

    Raises:
        RunAborted: if one of them came to nothing: links that are not complete are not written.

    """
    shared = replace(work, is_shared=not cluster.is_here_alone)
    tasks = [LinkTask(shared, str(part)) for part in parts]
    done = 0
    for outcome in map_tasks(cluster, step, tasks):
        if isinstance(outcome, Failed):
            raise RunAborted(
                f"linking came to nothing: {outcome.why}; the pages stay; run it again"
            )
        done += 1
    if done < len(tasks):
        raise RunAborted(
            "linking came to nothing: a worker process ended; the pages stay; run it again"
        )
