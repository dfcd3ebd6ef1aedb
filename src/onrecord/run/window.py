"""A window over captures: a few are under way at once, and results come in the captures' order.

In: captures, and an engine's two verbs. Out: results, in order. Out of scope: where the work is done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from onrecord.records import Capture

Handle = TypeVar("Handle")
Result = TypeVar("Result")

_AHEAD_PER_WORKER = 4
"""Captures under way or waiting per worker: bounds memory whatever the archive's size."""


def in_order(
    captures: Iterable[Capture],
    submit: Callable[[Capture], Handle],
    collect: Callable[[Handle], Result],
    *,
    workers: int,
) -> Iterator[Result]:
    """Yield what `collect` returns for each capture's handle, in the captures' order.

    Args:
        captures: taken one by one, never more than a few a worker ahead of what was yielded.
        submit: begins the work on a capture and returns a handle to it.
        collect: waits for a handle and returns its result.
        workers: how many work at once.
    """
    waiting: deque[Handle] = deque()
    for capture in captures:
        waiting.append(submit(capture))
        if len(waiting) >= workers * _AHEAD_PER_WORKER:
            yield collect(waiting.popleft())
    while waiting:
        yield collect(waiting.popleft())
