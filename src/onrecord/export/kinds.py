"""The story's rows by kind, in the contract's shape: what every table-like format writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.records.record import plain
from onrecord.story import Story
from onrecord.story.schema import KINDS


def rows_by_kind(story: Story) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    """Yield each kind of the contract's JSON lines with its rows."""
    yield "pages", _pages(story)
    yield "skipped", (plain(item) for item in story.skipped())
    for kind in KINDS:
        yield kind, (record.to_dict() for record in story.records(kind))
    yield "undertakings", (card.to_dict() for card in story.undertakings())
    yield "links", (link.to_dict() for link in story.links())


def _pages(story: Story) -> Iterator[dict[str, Any]]:
    for head in story.heads():
        page = story.page(head.id)
        yield head.to_dict() | {"text": page.text, "zones": plain(page.zones)}
