"""Shapes: which events are alike in all that is compared, so that pairs of them are compared once.

In: profiles. Out: the number of each profile's shape, and a memory of what pairs of shapes came to. Out of scope: comparing (`pair_features`).

A page that says one thing thousands of times has thousands of events of one shape, each compared with as many others as any event is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from onrecord.link.events.event_profile import EventProfile

Found = TypeVar("Found")


def number_shapes(profiles: Sequence[EventProfile]) -> tuple[int, ...]:
    """Return for each profile the number of its shape: equal for those that differ in nothing that is compared."""
    numbers: dict[Hashable, int] = {}
    return tuple(numbers.setdefault(_build_shape(one), len(numbers)) for one in profiles)


def compare_by_shape(
    profiles: Sequence[EventProfile], compare: Callable[[EventProfile, EventProfile], Found]
) -> Callable[[int, int], Found]:
    """Return a function from the places of two profiles to what `compare` finds of them, which it is asked once for each two shapes.

    Only pairs that may come again are remembered: where all shapes differ, nothing is.
    """
    shapes = number_shapes(profiles)
    counts = Counter(shapes)
    known: dict[tuple[int, int], Found] = {}

    def compare_places(a: int, b: int) -> Found:
        key = shapes[a], shapes[b]
        if counts[key[0]] == counts[key[1]] == 1:
            return compare(profiles[a], profiles[b])
        if key not in known:
            known[key] = compare(profiles[a], profiles[b])
        return known[key]

    return compare_places


def _build_shape(profile: EventProfile) -> Hashable:
    """Return all of a profile that is compared; what its page says of it and the weights of its words follow from these."""
    event = profile.event
    embedding = profile.embedding.tobytes() if profile.embedding is not None else None
    return (
        (profile.page, profile.is_headline, profile.days, profile.published),
        (profile.stem, profile.stem_prefix, profile.status, event.negated, event.kind, event.type),
        (profile.actors, profile.targets, profile.actor_heads, profile.target_heads),
        (profile.places, profile.people, profile.others, profile.place, profile.figures),
        (profile.clause, profile.sentence),
        (embedding, profile.length, event.evidence.by),
    )
