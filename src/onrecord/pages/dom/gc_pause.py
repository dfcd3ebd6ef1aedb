"""Python's cyclic garbage collector, paused while a page is read.

In: a block of work that makes hundreds of thousands of objects and no reference cycles. Out: the same work
without the collector scanning these objects again and again. Out of scope: objects freed by their reference
count, as all of a page's are.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collector() -> Iterator[None]:
    """Disable the collector, and restore it as it was, also after an error; may be nested."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
