"""Progress: a bar on standard error, and only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

T = TypeVar("T")


def show_progress(items: Iterable[T], *, what: str) -> Iterator[T]:
    """Yield `items` and count them on standard error where that is a terminal; `what` names the work."""
    yield from tqdm(items, desc=what, unit=" pages", disable=not sys.stderr.isatty(), leave=False)
