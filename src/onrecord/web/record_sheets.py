"""One sheet of a long list of records, by page and text: only the records on it are read.

In: how many records of each page are wanted. Out: the rows of one sheet. Out of scope: which records are wanted, and lists in another order.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Any, TypeVar

from onrecord.records import Record
from onrecord.web.paging import ListPage, build_list_page, compute_offset
from onrecord.web.room import Visit
from onrecord.web.thresholds import THRESHOLDS

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class WantedPages:
    """The pages with wanted records, in order of publication, and how many of these there are up to the end of each."""

    pages: tuple[str, ...]
    ends: array[int]

    @property
    def total(self) -> int:
        """How many records are wanted."""
        return self.ends[-1] if self.ends else 0


def read_sheet(
    visit: Visit,
    record_type: type[R],
    kind: str,
    wanted: WantedPages,
    is_wanted: Callable[[R], bool],
) -> ListPage[R]:
    """Return the sheet of the wanted records that the address asks for; the nearest one where there is no such sheet."""
    offset = compute_offset(wanted.total, visit.read_field("page"))
    place = bisect_right(wanted.ends, offset)
    skipped = offset - (wanted.ends[place - 1] if place else 0)
    rows: list[R] = []
    for page in wanted.pages[place:]:
        if len(rows) >= skipped + THRESHOLDS.rows_per_page:
            break
        rows += [
            record
            for record in visit.story.records(kind, page=page)
            if isinstance(record, record_type) and is_wanted(record)
        ]
    shown = rows[skipped : skipped + THRESHOLDS.rows_per_page]
    return build_list_page(shown, wanted.total, visit.read_field("page"))


def get_wanted_pages(
    visit: Visit, name: str, fields: Iterable[str], count: Callable[[], Mapping[str, int]]
) -> WantedPages:
    """Return the pages with wanted records; `count` says how many each has, once for what these fields of the address ask."""

    def order() -> WantedPages:
        counts = count()
        pages = tuple(page for page in visit.get_heads() if counts.get(page))
        return WantedPages(pages, array("Q", accumulate(counts[page] for page in pages)))

    return visit.get_list(name, fields, order)


def iter_rows_by_page(visit: Visit, sql: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a query whose one parameter is a list of pages as JSON: some pages at a time, in order of publication."""
    pages = iter(visit.get_heads())
    while some := list(islice(pages, THRESHOLDS.pages_per_read)):
        yield from visit.story.rows(sql, (json.dumps(some),))
