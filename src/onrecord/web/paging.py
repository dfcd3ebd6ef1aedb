"""Long lists, cut into pages.

In: a sequence and the address's `page`. Out: the rows of that page and its place in the list. Out of scope: the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.web.thresholds import THRESHOLDS

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """One page of a list: its rows, its number among `page_count`, and that they are rows `first` to `last` of `total`."""

    rows: Sequence[T]
    number: int
    page_count: int
    first: int
    last: int
    total: int


def paginate(rows: Sequence[T], asked: str, size: int = THRESHOLDS.rows_per_page) -> ListPage[T]:
    """Return the page of `rows` that the address asks for; the nearest one where there is no such page."""
    return build_list_page(rows[_find_bounds(len(rows), asked, size)], len(rows), asked, size)


def build_list_page(
    rows: Sequence[T], total: int, asked: str, size: int = THRESHOLDS.rows_per_page
) -> ListPage[T]:
    """Return a page whose `rows` were read already from a list of `total`."""
    bounds = _find_bounds(total, asked, size)
    first = bounds.start + 1 if total else 0
    last = min(bounds.start + size, total)
    return ListPage(rows, bounds.start // size + 1, max(1, -(-total // size)), first, last, total)


def compute_offset(total: int, asked: str, size: int = THRESHOLDS.rows_per_page) -> int:
    """Return how many rows come before the page that the address asks for."""
    start: int = _find_bounds(total, asked, size).start
    return start


def parse_whole_number(asked: str, default: int = 0) -> int:
    """Return the whole number an address gives; `default` where it is none, or too long."""
    return (
        int(asked)
        if asked.isascii() and asked.isdecimal() and len(asked) <= THRESHOLDS.number_digits
        else default
    )


def _find_bounds(total: int, asked: str, size: int) -> slice:
    last = max(0, (total - 1) // size)
    number = min(max(0, parse_whole_number(asked, 1) - 1), last)
    return slice(number * size, number * size + size)
