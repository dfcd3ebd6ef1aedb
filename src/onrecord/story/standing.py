"""Whether a source can be held to what it said.

In: a quote's source and who in the story it is. Out: its standing. Out of scope: whether what it said
is true.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.records import Entity, Source
from onrecord.story.store import Story

NAMED, UNNAMED, UNKNOWN = STANDINGS = ("named", "unnamed", "unknown")


def standing(source: Source | None, who: Entity | None) -> str:
    """Return one of STANDINGS; `who` is the story-wide entity that the source's words stand for.

    `named`: a name, a document, or words that stand for someone with a name; `unnamed`: known by
    role or as a group only; `unknown`: the page does not say who, or says it in words not resolved.
    """
    if source is None:
        return UNKNOWN
    if source.kind in {"named", "document"} or (who is not None and who.type != "role"):
        return NAMED
    return UNKNOWN if source.kind == "unknown" else UNNAMED


def known_as(story: Story, people: Mapping[str, Entity], entity: str | None) -> Entity | None:
    """Return which of `people`, the story-wide entities by id, a page's `entity` is, or None."""
    if entity is None:
        return None
    return people.get(entity) or people.get(story.who_is(entity))
