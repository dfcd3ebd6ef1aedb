"""The local engine: captures drawn in this process, or in a few beside it, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from onrecord.config import Settings
from onrecord.errors import RunAborted
from onrecord.language import Backbone, load_backbone
from onrecord.records import Capture, Skipped
from onrecord.run.draw import Drawn, draw
from onrecord.run.window import in_order

_backbone: Backbone | None = None


def draw_all(
    captures: Iterable[Capture],
    backbone: Backbone,
    *,
    model: str | None,
    workers: int,
    settings: Settings,
) -> Iterator[Drawn | Skipped]:
    """Yield what is drawn from each capture, in their order.

    Raises:
        RunAborted: if a worker process died (out of memory, killed).

    """
    if workers == 1:
        for capture in captures:
            yield draw(capture, backbone, settings)
        return
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_prepare, initargs=(model,)
    ) as pool:

        def submit(capture: Capture) -> Future[Drawn | Skipped]:
            return pool.submit(_draw_here, capture, settings)

        try:
            yield from in_order(captures, submit, Future.result, workers=workers)
        except BrokenProcessPool as error:
            raise RunAborted(
                "a worker process ended unexpectedly (out of memory, or a script without"
                " `if __name__ == '__main__':`); run again with one worker: what was done stays"
            ) from error


def _prepare(model: str | None) -> None:
    global _backbone  # noqa: PLW0603 - a worker process holds one pipeline for its life
    _backbone = load_backbone(model)


def _draw_here(capture: Capture, settings: Settings) -> Drawn | Skipped:
    assert _backbone is not None
    return draw(capture, _backbone, settings)
