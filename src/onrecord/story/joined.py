"""Joining pages' entities: one entity out of those that are the same, with all names and roles; roles for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Entity


def told_roles(roles: Sequence[str]) -> tuple[str, ...]:
    """Return roles without those that another says more fully or in other case.

    Examples:
        >>> told_roles(["Minister", "Defence Minister", "defence minister", "mayor"])
        ('Defence Minister', 'mayor')

    """
    kept: list[str] = []
    for role in sorted(roles, key=lambda role: -len(role)):
        ending = f" {role.casefold()}"
        if not any(f" {other.casefold()}".endswith(ending) for other in kept):
            kept.append(role)
    return tuple(role for role in roles if role in kept)


def joined(who: str, group: Sequence[Entity]) -> Entity:
    """Return the entity with id `who` that the pages' entities `group` are.

    Its name, type and evidence are its representative's; names stand by how often they are used.
    """
    representative = next((entity for entity in group if entity.id == who), group[0])
    names: Counter[str] = Counter()
    for entity in group:
        for rank, name in enumerate(entity.names):
            names[name] += max(1, entity.mentions - rank)
    roles = dict.fromkeys(role for entity in group for role in entity.roles)
    return replace(
        representative,
        id=who,
        names=tuple(
            name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))
        ),
        roles=tuple(roles),
        mentions=sum(entity.mentions for entity in group),
    )
