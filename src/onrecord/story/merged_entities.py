"""Merging pages' entities: one entity of the story out of those that are the same.

In: entities of pages that link to one another. Out: one entity with all names and roles; roles without repetition, for
a person. Out of scope: which entities are the same (`onrecord.link`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Entity


def drop_redundant_roles(roles: Sequence[str]) -> tuple[str, ...]:
    """Return roles without those that another ends with, or repeats in another case.

    Examples:
        >>> drop_redundant_roles(["Minister", "Defence Minister", "defence minister", "mayor"])
        ('Defence Minister', 'mayor')

    """
    kept: list[str] = []
    for role in sorted(roles, key=lambda role: -len(role)):
        ending = f" {role.casefold()}"
        if not any(f" {other.casefold()}".endswith(ending) for other in kept):
            kept.append(role)
    return tuple(role for role in roles if role in kept)


def merge_entities(story_id: str, group: Sequence[Entity]) -> Entity:
    """Return the entity with id `story_id` that the pages' entities `group` are.

    Its name, type and evidence are its representative's; its names are sorted by how often they are used, most first.
    """
    representative = next((entity for entity in group if entity.id == story_id), group[0])
    names: Counter[str] = Counter()
    for entity in group:
        for rank, name in enumerate(entity.names):
            names[name] += max(1, entity.mentions - rank)
    roles = dict.fromkeys(role for entity in group for role in entity.roles)
    return replace(
        representative,
        id=story_id,
        names=tuple(
            name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))
        ),
        roles=tuple(roles),
        mentions=sum(entity.mentions for entity in group),
    )
