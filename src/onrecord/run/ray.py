"""The Ray engine: the same function as Ray tasks, for clusters. Needs the extra `ray`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import cycle
from typing import Any

from onrecord.config import Settings
from onrecord.errors import MissingExtra
from onrecord.language import Backbone, load_backbone
from onrecord.records import Capture, Skipped
from onrecord.run.ordered_map import map_in_order
from onrecord.run.process import ProcessedPage, process_capture


def process_all(
    captures: Iterable[Capture],
    backbone: Backbone,
    *,
    model: str | None,
    workers: int,
    settings: Settings,
) -> Iterator[ProcessedPage | Skipped]:
    """Yield the page of each capture, or why it has none, in the captures' order, by `workers` Ray actors.

    Raises:
        MissingExtra: if Ray is not installed.

    """
    del backbone  # each actor loads its own
    require_ray()
    import ray

    started_here = not ray.is_initialized()
    if started_here:
        ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False)
    start: Any = ray.remote(_Worker)
    actors = cycle([start.remote(model, settings) for _ in range(workers)])

    def submit(capture: Capture) -> Any:
        return next(actors).process.remote(capture)

    def collect(handle: Any) -> Any:
        return ray.get(handle)

    try:
        yield from map_in_order(captures, submit, collect, workers=workers)
    finally:
        if started_here:
            ray.shutdown()


def require_ray() -> None:
    """Raise if Ray is not installed.

    Raises:
        MissingExtra: with the command that installs it.
    """
    if find_spec("ray") is None:
        raise MissingExtra("ray", "the Ray engine")


class _Worker:
    """One Ray actor: a loaded pipeline and the function that processes captures."""

    def __init__(self, model: str | None, settings: Settings) -> None:
        self._backbone = load_backbone(model)
        self._settings = settings

    def process(self, capture: Capture) -> ProcessedPage | Skipped:
        """Return the page of `capture`, or why it has none."""
        return process_capture(capture, self._backbone, self._settings)
