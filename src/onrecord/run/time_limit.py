"""The time that work on one page may take.

In: seconds. Out: a context that interrupts what runs in it for longer. Out of scope: what is reported of the page
then (`process`).

The time is the processor's own, in this process: no page is interrupted because the machine is busy or was asleep. There is
no limit where the system has no such signal (Windows), nor outside the main thread, the only one that receives it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from onrecord.run.thresholds import THRESHOLDS

Item = TypeVar("Item")


class TooSlow(BaseException):
    """Work took more time than it may; not an `Exception`, so that no library handles it as one of its own."""


@contextmanager
def limit_cpu_time(seconds: float) -> Iterator[None]:
    """Interrupt the block after `seconds` of the processor's time; the earlier timer and handler are restored.

    Raises:
        TooSlow: if the block took more.

    """
    if not is_limited():
        yield
        return
    ended = False

    def raise_too_slow(_number: int, _frame: FrameType | None) -> None:
        if not ended:
            raise TooSlow

    earlier_handler = signal.signal(signal.SIGPROF, raise_too_slow)
    remaining, interval = signal.setitimer(
        signal.ITIMER_PROF, seconds, THRESHOLDS.repeat_signal_seconds
    )
    try:
        try:
            yield
        finally:
            ended = True
    finally:
        signal.setitimer(signal.ITIMER_PROF, remaining, interval)
        signal.signal(signal.SIGPROF, earlier_handler)


def limit_each(items: Iterator[Item], seconds: float, report: Callable[[], Item]) -> Iterator[Item]:
    """Yield `items`; where the next takes more than `seconds` of the processor's time, `report()` and no more."""
    while True:
        try:
            with limit_cpu_time(seconds):
                item = next(items)
        except StopIteration:
            return
        except TooSlow:
            yield report()
            return
        yield item


def is_limited() -> bool:
    """Return whether work here can be interrupted: the system has the signal, and this is the thread that gets it."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
