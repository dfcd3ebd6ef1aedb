"""A map over captures that has a few under way at once and yields results in the captures' order.

In: captures, and an engine's two functions. Out: results, in order. Out of scope: where the work is done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from onrecord.records import Capture
from onrecord.run.thresholds import THRESHOLDS

Handle = TypeVar("Handle")
Result = TypeVar("Result")


def map_in_order(
    captures: Iterable[Capture],
    submit: Callable[[Capture], Handle],
    collect: Callable[[Handle], Result],
    *,
    workers: int,
) -> Iterator[Result]:
    """Yield what `collect` returns for each capture's handle, in the captures' order.

    Args:
        captures: taken one by one, at most `captures_per_worker` for each worker ahead of the last result.
        submit: begins the work on a capture and returns a handle to it.
        collect: waits for a handle and returns its result.
        workers: how many work at once.
    """
    waiting: deque[Handle] = deque()
    for capture in captures:
        waiting.append(submit(capture))
        if len(waiting) >= workers * THRESHOLDS.captures_per_worker:
            yield collect(waiting.popleft())
    while waiting:
        yield collect(waiting.popleft())
