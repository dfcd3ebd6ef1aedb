"""The story's rows by kind, in the shape of the JSON lines: what keeps everything.

In: a story seen through a selection. Out: each kind with its rows as plain JSON values. Out of scope: files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.records import Row
from onrecord.records.record import convert_to_plain
from onrecord.story import SelectedStory
from onrecord.story.schema import KINDS
from onrecord.timeline.selected_entries import list_entries

KINDS_WRITTEN = (
    "pages",
    "skipped",
    *KINDS,
    "who",
    "undertakings",
    "links",
    "timeline",
    "decisions",
)
"""Kinds of rows that can be written; the last five are of the whole story."""
_BY_REQUEST = ("who", "timeline")
"""Kinds that only a selection names: the story's other rows hold what they are made of."""


def list_kinds(selected: SelectedStory) -> tuple[str, ...]:
    """Return the kinds that are wanted: those named, else all but who and timeline."""
    kinds = selected.selection.kinds
    return tuple(k for k in KINDS_WRITTEN if (k in kinds if kinds else k not in _BY_REQUEST))


def iter_rows_of(selected: SelectedStory, kind: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one kind."""
    if kind == "pages":
        for head in selected.list_pages():
            page = selected.story.page(head.id)
            yield head.to_dict() | {"text": page.text, "zones": convert_to_plain(page.zones)}
    elif kind == "skipped":
        yield from (convert_to_plain(item) for item in selected.list_skipped())
    elif kind == "decisions":
        yield from (standing.to_dict() for standing in selected.story.decisions)
    elif kind in KINDS:
        yield from (record.to_dict() for record in selected.list_records(kind))
    else:
        yield from (row.to_dict() for row in _list_rows(selected, kind))


def _list_rows(selected: SelectedStory, kind: str) -> Sequence[Row]:
    if kind == "who":
        return selected.list_who()
    if kind == "undertakings":
        return selected.list_undertakings()
    return selected.list_links() if kind == "links" else list_entries(selected)
