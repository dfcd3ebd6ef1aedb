"""CPU seconds by step, of this process.

In: blocks of code with a name. Out: what each took. Out of scope: child processes, and the time on the wall.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class CpuClock:
    """CPU seconds by step; `combine` makes one number of those of a step that is taken again (`min`, `operator.add`)."""

    def __init__(self, combine: Callable[[float, float], float]) -> None:
        self.seconds: dict[str, float] = {}
        self._combine = combine

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Note what the block took."""
        begun = time.process_time()
        yield
        taken = time.process_time() - begun
        earlier = self.seconds.get(name)
        self.seconds[name] = taken if earlier is None else self._combine(earlier, taken)
