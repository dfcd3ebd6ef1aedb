"""Which pairs of events are compared: those whose triggers are alike by form, kind or meaning, or in which the same take part.

In: profiles. Out: pairs, each once. Out of scope: whether they are one (`event_clusters`).

Each event is compared with a bounded number of others, the most alike first, so that the comparing grows with the events of a story; finding events of near meaning is
one product of matrices, quadratic and small (48,000 events: seconds).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest

import numpy as np

from onrecord.link.events.event_profile import EventProfile, measure_cosine
from onrecord.link.events.pair_features import OTHER, compare_triggers
from onrecord.link.events.profile_shapes import compare_by_shape
from onrecord.link.thresholds import THRESHOLDS


def iter_pairs(profiles: Sequence[EventProfile]) -> Iterator[tuple[int, int]]:
    """Yield the places of two profiles that are to be compared, the first before the second, each pair once."""
    near = _find_near(profiles)
    measure = measure_by_shape(profiles)
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        others = set(near.get(place, ()))
        for key in iter_block_keys(profile):
            others.update(blocks[key][-THRESHOLDS.event_block :])
            blocks[key].append(place)
        for other in choose_compared(measure, place, others):
            yield other, place


def measure_by_shape(profiles: Sequence[EventProfile]) -> Callable[[int, int], float]:
    """Return a function from the places of two profiles to how alike they are (`measure_likeness`)."""
    return compare_by_shape(profiles, measure_likeness)


def choose_compared(
    measure: Callable[[int, int], float], place: int, others: Iterable[int]
) -> Iterator[int]:
    """Yield the places of those of `others` that the event at `place` is compared with, the most alike by `measure` first."""
    ranked = ((-measure(place, one), one) for one in others)
    for likeness, other in nsmallest(THRESHOLDS.compared_events, ranked):
        if -likeness >= THRESHOLDS.least_likeness:
            yield other


def iter_block_keys(profile: EventProfile) -> Iterator[tuple[str, str]]:
    """Yield the keys under which an event is found, each once: how its trigger begins, and its kind and root with each who takes part."""
    if profile.stem_prefix:
        yield "stem", profile.stem_prefix
    for key in sorted(profile.participants | profile.actor_heads | profile.target_heads):
        for group in {profile.event.kind, profile.event.type} - {None}:
            yield str(group), key


def _find_near(profiles: Sequence[EventProfile]) -> dict[int, list[int]]:
    """Return for each event with an embedding the earlier ones whose embedding is near, the nearest first."""
    kept: dict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        if profile.embedding is not None and profile.length:
            kept[f"{profile.event.evidence.by} {len(profile.embedding)}"].append(place)
    near: dict[int, list[int]] = {}
    for places in kept.values():
        table = np.stack([_get_embedding(profiles[place]) for place in places])
        lengths = np.array([profiles[place].length for place in places], np.float32)
        for first in range(0, len(places), THRESHOLDS.embedding_rows):
            last = first + THRESHOLDS.embedding_rows
            # Products of whole numbers are exact, so cosines do not hang on the block that an event is in.
            cosines = (table[first:last] @ table[:last].T) / (
                lengths[first:last, None] * lengths[:last]
            )
            for row, cosine in enumerate(cosines):
                own = cosine[: first + row]
                found = np.flatnonzero(own >= THRESHOLDS.near_cosine)
                nearest = found[np.argsort(-own[found], kind="stable")]
                near[places[first + row]] = [
                    places[one] for one in nearest[: THRESHOLDS.compared_events]
                ]
    return near


def _get_embedding(profile: EventProfile) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    assert profile.embedding is not None
    return profile.embedding


def measure_likeness(a: EventProfile, b: EventProfile) -> float:
    """Return a rough measure of how alike two events are, by which the pairs worth comparing are chosen; of events without embeddings, one thing shared is enough."""
    parts = (
        compare_triggers(a, b) != OTHER,
        bool(a.participants & b.participants),
        a.days is not None and a.days == b.days,
        bool(a.named & b.named),
        len(a.named & b.named) > 1,
    )
    cosine = measure_cosine(a, b)
    if cosine is None:
        cosine = THRESHOLDS.least_likeness - THRESHOLDS.likeness_step
    return cosine + THRESHOLDS.likeness_step * sum(parts)
