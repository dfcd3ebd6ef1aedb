"""Python's search for unreachable cycles, put off while a page is read.

In: a stretch of work that makes hundreds of thousands of objects and no cycles among them. Out: the same
work without the collector going over them again and again. Out of scope: objects freed by their count of
references, which is how all of a page's are.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collector() -> Iterator[None]:
    """Put the collector off, and back as it was, also where the work fails; may stand within itself."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
