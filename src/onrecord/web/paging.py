"""Long lists, a sheet at a time.

In: a sequence and the address's `page`. Out: what one sheet shows and where it stands. Out of scope:
the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
SHEET = 50
"""Rows a sheet."""


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One sheet of a list: its rows, its number of so many, and rows `first` to `last` of `total`."""

    rows: Sequence[T]
    number: int
    of: int
    first: int
    last: int
    total: int


def paged(rows: Sequence[T], asked: str, size: int = SHEET) -> Paged[T]:
    """Return the sheet of `rows` the address asks for; the nearest one where there is no such sheet."""
    return sheet_of(rows[_bounds(len(rows), asked, size)], len(rows), asked, size)


def sheet_of(rows: Sequence[T], total: int, asked: str, size: int = SHEET) -> Paged[T]:
    """Return a sheet whose `rows` were cut already from a list of `total`."""
    bounds = _bounds(total, asked, size)
    first = bounds.start + 1 if total else 0
    last = min(bounds.start + size, total)
    return Paged(rows, bounds.start // size + 1, max(1, -(-total // size)), first, last, total)


def offset_of(total: int, asked: str, size: int = SHEET) -> int:
    """Return how many rows come before the sheet the address asks for."""
    start: int = _bounds(total, asked, size).start
    return start


def whole(asked: str, default: int = 0) -> int:
    """Return a whole number of an address, `default` where it is none or too long to be one."""
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 16 else default


def _bounds(total: int, asked: str, size: int) -> slice:
    last = max(0, (total - 1) // size)
    number = min(max(0, whole(asked, 1) - 1), last)
    return slice(number * size, number * size + size)
