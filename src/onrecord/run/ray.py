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
from onrecord.run.draw import Drawn, draw
from onrecord.run.window import in_order


def draw_all(
    captures: Iterable[Capture],
    backbone: Backbone,
    *,
    model: str | None,
    workers: int,
    settings: Settings,
) -> Iterator[Drawn | Skipped]:
    """Yield what is drawn from each capture, in their order, by `workers` Ray actors.

    Raises:
        MissingExtra: if Ray is not installed.

    """
    del backbone  # each actor loads its own
    require()
    import ray

    ours = not ray.is_initialized()
    if ours:
        ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False)
    actors = cycle([ray.remote(_Drawer).remote(model, settings) for _ in range(workers)])

    def draw_there(capture: Capture) -> Any:
        return next(actors).draw.remote(capture)

    try:
        yield from in_order(captures, draw_there, ray.get, workers=workers)
    finally:
        if ours:
            ray.shutdown()


def require() -> None:
    """Raise if Ray is not installed.

    Raises:
        MissingExtra: saying what to install.
    """
    if find_spec("ray") is None:
        raise MissingExtra("ray", "the Ray engine")


class _Drawer:
    """One Ray actor: a loaded pipeline and the function that draws."""

    def __init__(self, model: str | None, settings: Settings) -> None:
        self._backbone = load_backbone(model)
        self._settings = settings

    def draw(self, capture: Capture) -> Drawn | Skipped:
        """Return what is drawn from `capture`."""
        return draw(capture, self._backbone, self._settings)
