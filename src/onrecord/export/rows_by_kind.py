"""The story's rows by kind, in the shape of the JSON lines: what every format of tables writes.

In: a story. Out: each kind with its rows as plain JSON values. Out of scope: files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.records.record import convert_to_plain
from onrecord.story import Story
from onrecord.story.schema import KINDS


def iter_rows_by_kind(story: Story) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    """Yield each kind of the JSON lines with its rows."""
    yield "pages", _iter_page_rows(story)
    yield "skipped", (convert_to_plain(item) for item in story.skipped())
    for kind in KINDS:
        yield kind, (record.to_dict() for record in story.records(kind))
    yield "undertakings", (undertaking.to_dict() for undertaking in story.undertakings())
    yield "links", (link.to_dict() for link in story.links())
    yield "decisions", (standing.to_dict() for standing in story.decisions)


def _iter_page_rows(story: Story) -> Iterator[dict[str, Any]]:
    for head in story.heads():
        page = story.page(head.id)
        yield head.to_dict() | {"text": page.text, "zones": convert_to_plain(page.zones)}
