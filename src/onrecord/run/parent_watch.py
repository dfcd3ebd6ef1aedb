"""The end of a worker whose parent has ended.

In: nothing. Out: nothing; the process ends when its parent does, however that was (killed, out of memory, its terminal closed). Out of scope: what the worker was doing: a run that is begun
again does it again.

A worker that waits for work, or to hand over a result, holds both ends of the pipes it waits at and would wait for ever, with what it inherited from the parent: its memory and the caller's pipes.
"""

from __future__ import annotations

import os
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait


def end_with_parent() -> None:
    """Let this process end when its parent ends; without effect in a process that `multiprocessing` did not start."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)  # the main thread may be waiting at a pipe that nobody else will use
