"""Clusters of events that are one, reported in several places.

In: the record index. Out: clusters of two events or more, with the pairs that hold each together. Out of scope: what the story makes of them.

A logistic regression over named features says of each pair how likely it is one event (`pair_features`; `training.event_identity` fits it). The likeliest pairs are joined
first, and two clusters only where their compared pairs are likely on the mean: a chain of weak pairs makes no cluster.

Source: greedy agglomerative clustering; the mean over compared pairs stands for average linkage (Sokal and Michener 1958).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.language.classifiers.linear_classifier import LinearClassifier, load_classifier
from onrecord.link.comparison.text_keys import split_words
from onrecord.link.events.event_profile import EventProfile, EventProfiles, has_one_encoder
from onrecord.link.events.pair_candidates import iter_pairs
from onrecord.link.events.pair_features import OTHER_DAYS, list_features
from onrecord.link.events.profile_shapes import compare_by_shape
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Event

SAME = "same"
"""The class of pairs that are one event; the other is "other"."""
WITH_EMBEDDING, WITHOUT_EMBEDDING = "same_event_embedded", "same_event_plain"
"""Names of the files of weights: for events with embeddings, and for events without."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two compared events: places of their profiles, the first before the second, and how likely they are one (0–1)."""

    a: int
    b: int
    probability: float


@dataclass(frozen=True, slots=True)
class EventCluster:
    """Events that are one.

    Attributes:
        events: in the order of their profiles; two or more.
        pairs: the likeliest pairs that hold them together, one fewer than events.

    """

    events: tuple[Event, ...]
    pairs: tuple[ScoredPair, ...]


def iter_scored_pairs(index: RecordIndex, profiles: EventProfiles) -> Iterator[ScoredPair]:
    """Yield the compared pairs, each with its probability."""
    estimate = build_estimate(profiles)
    for a, b in iter_pairs(profiles.profiles):
        yield score_pair(index, profiles, estimate, a, b)


def build_estimate(profiles: EventProfiles) -> Callable[[int, int], float]:
    """Return a function from the places of two profiles to how likely they are one event, by their features alone."""

    def estimate(a: EventProfile, b: EventProfile) -> float:
        return estimate_same(list_features(profiles, a, b), choose_classifier(a, b))

    return compare_by_shape(profiles.profiles, estimate)


def score_pair(
    index: RecordIndex,
    profiles: EventProfiles,
    estimate: Callable[[int, int], float],
    a: int,
    b: int,
) -> ScoredPair:
    """Return the pair of the profiles at two places with its probability: certain where one is a copy's, else by `estimate`."""
    is_copy = is_reprinted(index, profiles.profiles[a], profiles.profiles[b])
    return ScoredPair(a, b, 1.0 if is_copy else estimate(a, b))


def estimate_same(features: Sequence[str], classifier: LinearClassifier) -> float:
    """Return how likely events with these features are one (0–1); those of other days are not."""
    if OTHER_DAYS in features:
        return 0.0
    return classifier.compute_probabilities(features)[SAME]


def choose_classifier(a: EventProfile, b: EventProfile) -> LinearClassifier:
    """Return the weights for two events: those with embeddings where both have one of the same encoder."""
    name = WITH_EMBEDDING if has_one_encoder(a, b) else WITHOUT_EMBEDDING
    return load_classifier(__package__, name)


def is_reprinted(index: RecordIndex, a: EventProfile, b: EventProfile) -> bool:
    """Return whether two copies state the event in the same words."""
    if a.page == b.page or index.family_of[a.page] != index.family_of[b.page]:
        return False
    return all(
        split_words(of_a) == split_words(of_b)
        for of_a, of_b in (
            (a.event.trigger.text, b.event.trigger.text),
            (a.event.evidence.text, b.event.evidence.text),
        )
    )


def cluster_events(
    profiles: Sequence[EventProfile],
    pairs: Sequence[ScoredPair],
    *,
    least: float = THRESHOLDS.same_event_probability,
    mean: float = THRESHOLDS.mean_probability,
) -> tuple[EventCluster, ...]:
    """Return the clusters that pairs make, in the order of their first events.

    Args:
        profiles: of the events. pairs: the compared pairs.
        least: how likely two events must be one to be joined.
        mean: how likely the compared pairs of two clusters must be on the mean for these to be joined.

    """
    groups = _Groups(pairs, mean)
    for pair in sorted(pairs, key=lambda one: (-one.probability, one.a, one.b)):
        if pair.probability < least:
            break
        groups.join(pair)
    return tuple(
        EventCluster(tuple(profiles[place].event for place in members), tuple(held))
        for members, held in groups.list_groups()
    )


class _Groups:
    """Groups of places, with the sum and number of compared pairs between each two."""

    def __init__(self, pairs: Sequence[ScoredPair], mean: float) -> None:
        self._mean = mean
        self._members: dict[int, list[int]] = {}
        self._held: dict[int, list[ScoredPair]] = defaultdict(list)
        self._group_of: dict[int, int] = {}
        self._between: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        for pair in pairs:
            for place in (pair.a, pair.b):
                self._members.setdefault(place, [place])
                self._group_of[place] = place
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                self._between[one][other] = (pair.probability, 1)

    def join(self, pair: ScoredPair) -> None:
        """Join the groups of a pair where their compared pairs are likely one on the mean, and enough were compared."""
        a, b = self._group_of[pair.a], self._group_of[pair.b]
        if a == b or not self._may_join(a, b):
            return
        if len(self._between[a]) < len(self._between[b]):
            a, b = b, a
        for place in self._members[b]:
            self._group_of[place] = a
        self._members[a] += self._members.pop(b)
        self._held[a] += [*self._held.pop(b, []), pair]
        for other, (total, count) in self._between.pop(b).items():
            del self._between[other][b]
            if other != a:
                old_total, old_count = self._between[a].get(other, (0.0, 0))
                joined = old_total + total, old_count + count
                self._between[a][other] = self._between[other][a] = joined

    def list_groups(self) -> list[tuple[list[int], list[ScoredPair]]]:
        """Return the places of each group of two or more, in order, and the pairs that joined them."""
        found = [
            (sorted(members), sorted(self._held[group], key=lambda pair: (pair.a, pair.b)))
            for group, members in self._members.items()
            if len(members) > 1
        ]
        return sorted(found, key=lambda group: group[0])

    def _may_join(self, a: int, b: int) -> bool:
        total, count = self._between[a][b]
        every = len(self._members[a]) * len(self._members[b])
        if count < min(THRESHOLDS.compared_share * every, THRESHOLDS.compared_pairs):
            return False
        return total / count >= self._mean
