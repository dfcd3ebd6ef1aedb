"""How the type of a name was read, in words for a person.

In: the evidence on one name, or all occurrences of one entity. Out: lines for `onrecord why`. Out of scope: the type
itself (`onrecord.extract.entities.classification.type_resolution`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.extract.entities.clusters.name_clusters import NameCluster
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.features.weights import load_weights
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.names.name_span import Origin

_REASONS: dict[Origin, str] = {
    "pattern": "its own words show it",
    "listed": "a list of names has it",
    "titled": "a person's title stands before it",
    "parsed": "the language pipeline reads it so",
    "ambiguous": "a list of names has it, though it may be another's name too",
}
_LISTED_KINDS = {
    "city": "a city",
    "country": "a country",
    "firm": "a firm",
    "people": "a people",
    "state": "a state",
}
"""What a list's entry is, by the beginning of its key."""


def format_evidence(
    weights: Mapping[str, float], features: Mapping[str, int], readings: Mapping[str, int]
) -> str:
    """Return the evidence for a name's type in words.

    Args:
        weights: the sums of the features' weights by type.
        features: how often each feature holds; the most weighty are named.
        readings: how often the pipeline reads the name as which type.

    Examples:
        >>> format_evidence({"place": 3}, {"noun_of.place_kind": 1}, {"place": 2})
        'features in and beside it: place +3 (noun_of.place_kind: place +3); the language pipeline reads place 2×'

    """
    sums = [f"{type_} {weight:+.3g}" for type_, weight in _order_by_value(weights)]
    counts = [f"{type_} {count}×" for type_, count in _order_by_value(readings)]
    found = (
        f"features in and beside it: {', '.join(sums)}" if sums else "no feature in or beside it"
    )
    named = f" ({_format_features(features)})" if features else ""
    read = f"; the language pipeline reads {', '.join(counts)}" if counts else ""
    return f"{found}{named}{read}"


def _format_features(features: Mapping[str, int]) -> str:
    """Return the features with their weights, the most weighty first, and how many more there are."""
    by_weight = sorted(features, key=lambda feature: (-_measure(feature, features), feature))
    shown = by_weight[: THRESHOLDS.explained_features]
    parts = [_format_feature(feature, features[feature]) for feature in shown]
    if len(by_weight) > len(shown):
        parts.append(f"and {len(by_weight) - len(shown)} more")
    return "; ".join(parts)


def _measure(feature: str, features: Mapping[str, int]) -> float:
    """Return the largest weight of `feature` for or against a type, over all places where it holds."""
    return features[feature] * max(map(abs, load_weights()[feature].values()))


def _format_feature(feature: str, count: int) -> str:
    weights = [
        f"{type_} {weight:+.3g}" for type_, weight in _order_by_value(load_weights()[feature])
    ]
    often = f" {count}×" if count > 1 else ""
    return f"{feature}{often}: {', '.join(weights)}"


def _order_by_value(values: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the items that are not 0, the largest first, then in alphabetical order."""
    nonzero = [(key, value) for key, value in values.items() if value]
    return sorted(nonzero, key=lambda item: (-item[1], item[0]))


def explain_type(cluster: NameCluster) -> Iterator[str]:
    """Yield a line for each reason of the entity's type, with the number of mentions, then its roles and its type."""
    reasons = Counter((name.type, _explain_occurrence(name)) for name in cluster.occurrences)
    several = len({type_ for type_, _ in reasons}) > 1
    for (type_, reason), count in reasons.most_common():
        prefix = f"{type_}: " if several else ""
        mentions = f" ({count} mentions)" if count > 1 else ""
        yield f"{prefix}{reason}{mentions}"
    for role in cluster.roles:
        yield f"role beside it: {role}"
    if several:
        yield f"type: {cluster.type}, which its surest and most mentions say"
    else:
        yield f"type: {cluster.type}"


def _explain_occurrence(name: Occurrence) -> str:
    if name.why:
        return name.why
    if name.type == "role":
        return "words for an office or a task; nobody is named by it here"
    if name.key and name.key.startswith("government:"):
        return "a capital that acts, and so stands for a government"
    if name.key and ":" in name.key:
        kind = _LISTED_KINDS.get(name.key.partition(":")[0], "a name")
        return f"{_REASONS['listed']}, as {kind}"
    return _REASONS[name.origin]
