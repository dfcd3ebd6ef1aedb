"""The time that work on one page may take.

In: seconds. Out: a stretch of work that is broken off past them. Out of scope: what is said of the page then
(`draw`).

The time is the processor's own, in this process: a busy machine or one that slept ends no page. There is no limit
where the system has no such signal (Windows), or outside the main thread, which alone is told of it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 1.0  # seconds, where what was raised was lost, as it is in a destructor


class TooSlow(BaseException):
    """Work took more than it may; no `Exception`, so that no library takes it for one of its own."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Break off what is done within past `seconds` of the processor's time; what was set before is set again.

    Raises:
        TooSlow: if it took more.

    """
    if not _can_limit():
        yield
        return
    ended = False

    def end(_number: int, _frame: FrameType | None) -> None:
        if not ended:
            raise TooSlow

    earlier = signal.signal(signal.SIGPROF, end)
    left, every = signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            ended = True
    finally:
        signal.setitimer(signal.ITIMER_PROF, left, every)
        signal.signal(signal.SIGPROF, earlier)


def _can_limit() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
