"""Pages that count one thing, for tests of figures."""

from __future__ import annotations

from tests.link.story_builder import StoryBuilder

LAND = {"Orland": "place"}


def add_ferries(
    builder: StoryBuilder, text: str, published: str, words: str, value: float, **given: object
) -> None:
    """Add a page with a count of ferries."""
    row = {"words": words, "value": value, "what": "ferries", **given}
    builder.add_page(text, published, entities=LAND, figures=[row])
