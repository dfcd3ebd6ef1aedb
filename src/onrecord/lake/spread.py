"""Work spread over processes: one function over many tasks, here or by Ray Data.

In: tasks and a function of this package. Out: what the function returns, as it comes. Out of scope: what the work is.

Ray runs each task in a process's main thread, the only one that the time limit of a page can interrupt.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, TypeVar

from onrecord.errors import MissingExtra
from onrecord.lake.thresholds import THRESHOLDS

Task = TypeVar("Task")
_TASK, _RESULT = "task", "result"
_ENVIRONMENT = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
    "RAY_TASK_MAX_RETRIES": str(THRESHOLDS.retries),
}
"""What Ray reads when it starts; what is set already stays."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where work is done: in `workers` processes; at `address`, a Ray cluster that runs already, or here if None."""

    workers: int = 1
    address: str | None = None

    @property
    def is_here_alone(self) -> bool:
        """Whether this process does it all itself, without Ray."""
        return self.workers == 1 and self.address is None


@dataclass(frozen=True, slots=True)
class Failed:
    """A task whose work came to nothing, and why, on one line."""

    task: Any
    why: str


def map_tasks(
    cluster: Cluster, work: Callable[[Task], Any], tasks: Sequence[Task]
) -> Iterator[Any | Failed]:
    """Yield what `work` returns for each task, as it is done; a `Failed` for one that raised.

    Raises:
        MissingExtra: if Ray is needed and not installed.

    """
    if cluster.is_here_alone:
        for task in tasks:
            yield _run(work, task)
    elif tasks:
        with start_cluster(cluster):
            yield from _map_with_ray(cluster, work, tasks)


def require_ray() -> None:
    """Raise if Ray Data is not installed.

    Raises:
        MissingExtra: with the command that installs it.

    """
    if find_spec("ray") is None or find_spec("pyarrow") is None:
        raise MissingExtra("lake", "reading with several workers")


def _run(work: Callable[[Task], Any], task: Task) -> Any | Failed:
    try:
        return work(task)
    except Exception as error:  # noqa: BLE001 - the run's edge: one shard must not end it
        return Failed(task, f"{type(error).__name__}: {' '.join(str(error).split())}")


@contextmanager
def start_cluster(cluster: Cluster) -> Iterator[None]:
    """Have Ray run in the block, where it is needed; one that runs already is used and left.

    Raises:
        MissingExtra: if it is needed and not installed.

    """
    if cluster.is_here_alone:
        yield
        return
    require_ray()
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    import ray

    started_here = not ray.is_initialized()
    if started_here:
        _start_ray(cluster)
    try:
        yield
    finally:
        if started_here:
            ray.shutdown()


def _map_with_ray(
    cluster: Cluster, work: Callable[[Task], Any], tasks: Sequence[Task]
) -> Iterator[Any | Failed]:
    import ray.data

    for name in ("ray", "ray.data"):
        # Processes that end and tasks that fail are told by who asked for the work.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.max_errored_blocks = -1

    def run(row: dict[str, Any]) -> dict[str, Any]:
        return {_RESULT: _run(work, row[_TASK])}

    rows = [{_TASK: task} for task in tasks]
    done = ray.data.from_items(rows, override_num_blocks=len(rows)).map(
        run,
        num_cpus=1,
        compute=ray.data.TaskPoolStrategy(size=min(cluster.workers, len(rows))),
    )
    for row in done.iter_rows():
        yield row[_RESULT]


def _start_ray(cluster: Cluster) -> None:
    import ray

    if cluster.address is not None:
        ray.init(address=cluster.address, log_to_driver=False, logging_level=logging.ERROR)
        return
    ray.init(
        num_cpus=cluster.workers,
        include_dashboard=False,
        log_to_driver=False,
        logging_level=logging.ERROR,
        object_store_memory=THRESHOLDS.object_store_bytes,
    )
