"""The local engine: captures processed in this process, or in several worker processes, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from onrecord.config import Settings
from onrecord.errors import RunAborted
from onrecord.language import Backbone, load_backbone
from onrecord.records import Capture, Skipped
from onrecord.run.interrupts import block_interrupts, end_on_interrupt
from onrecord.run.ordered_map import map_in_order
from onrecord.run.parent_watch import end_with_parent
from onrecord.run.process import ProcessedPage, process_capture

_worker_backbone: Backbone | None = None


def process_all(
    captures: Iterable[Capture],
    backbone: Backbone,
    *,
    model: str | None,
    workers: int,
    settings: Settings,
) -> Iterator[ProcessedPage | Skipped]:
    """Yield the page of each capture, or why it has none, in the captures' order.

    Raises:
        RunAborted: if a worker process died (out of memory, killed).

    """
    if workers == 1:
        for capture in captures:
            yield process_capture(capture, backbone, settings)
        return
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_prepare_worker, initargs=(model,)
    ) as pool:

        def submit(capture: Capture) -> Future[ProcessedPage | Skipped]:
            with block_interrupts():  # workers are started here
                return pool.submit(_process_in_worker, capture, settings)

        try:
            yield from map_in_order(captures, submit, Future.result, workers=workers)
        except BrokenProcessPool as error:
            raise RunAborted(
                "a worker process ended unexpectedly (out of memory, or a script without"
                " `if __name__ == '__main__':`); run again with one worker: what was done stays"
            ) from error


def _prepare_worker(model: str | None) -> None:
    global _worker_backbone  # noqa: PLW0603 - a worker process holds one pipeline for its life
    end_with_parent()
    end_on_interrupt()
    _worker_backbone = load_backbone(model)


def _process_in_worker(capture: Capture, settings: Settings) -> ProcessedPage | Skipped:
    assert _worker_backbone is not None
    return process_capture(capture, _worker_backbone, settings)
