"""How a source is identified: by name, without one, or not at all.

In: a quote's source and the story's entity for it. Out: one of `IDENTIFICATIONS`. Out of scope: whether what it said is
true.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.records import Entity, Source
from onrecord.story.store import Story

NAMED, UNNAMED, UNKNOWN = IDENTIFICATIONS = ("named", "unnamed", "unknown")


def classify_source(source: Source | None, entity: Entity | None) -> str:
    """Return one of `IDENTIFICATIONS`; `entity` is the story-wide entity that the source's words refer to.

    `named`: a name, a document, or words that refer to someone with a name; `unnamed`: known by
    role or as a group only; `unknown`: the page does not say who, or in words that were not resolved.
    """
    return classify_source_type(source, None if entity is None else entity.type)


def classify_source_type(source: Source | None, entity_type: str | None) -> str:
    """Return one of `IDENTIFICATIONS`, as `classify_source` does, of the type of the story-wide entity; None where there is none."""
    if source is None:
        return UNKNOWN
    if source.kind in {"named", "document"} or entity_type not in {None, "role"}:
        return NAMED
    return UNKNOWN if source.kind == "unknown" else UNNAMED


def find_story_entity(
    story: Story, entities: Mapping[str, Entity], entity: str | None
) -> Entity | None:
    """Return which of `entities`, the story-wide ones by id, a page's `entity` is; None where there is none."""
    if entity is None:
        return None
    return entities.get(entity) or entities.get(story.who_is(entity))
