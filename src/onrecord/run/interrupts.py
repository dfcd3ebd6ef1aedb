"""Ctrl-C and worker processes: it ends them without a word, also while they are still importing.

In: nothing. Out: the process's mask and handler for SIGINT. Out of scope: what the run says (`onrecord.cli.edge`).

A terminal sends SIGINT to a run and all its workers. Python's own handler would print a traceback in each of them. So workers are
started with the signal held back, and let it in once it ends them silently.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def block_interrupts() -> Iterator[None]:
    """Hold SIGINT back in the block; processes started in it inherit that. What came meanwhile is raised after it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    earlier = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, earlier)


def end_on_interrupt() -> None:
    """Have SIGINT end this process at once, also one that was held back; for a worker, once it can be told."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
