"""How the type of a name was read, in words for a person.

In: the evidence for one name, or all occurrences of one entity. Out: lines for `onrecord why`. Out of scope: the type
itself (`onrecord.extract.entities.classification.type_resolution`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.extract.entities.clusters.name_clusters import NameCluster
from onrecord.extract.entities.clusters.occurrence import Occurrence
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


def format_evidence(weights: Mapping[str, float], readings: Mapping[str, int]) -> str:
    """Return the sums of the features by type, and how often the pipeline reads the name as which type.

    Examples:
        >>> format_evidence({"place": 4.5, "person": -1.0}, {"person": 1, "place": 2})
        'signs in and beside it: place +4.5, person -1; the language pipeline reads place 2×, person 1×'

    """
    sums = [f"{type_} {weight:+.3g}" for type_, weight in _order_by_value(weights)]
    counts = [f"{type_} {count}×" for type_, count in _order_by_value(readings)]
    features = f"signs in and beside it: {', '.join(sums)}" if sums else "no sign in or beside it"
    if not counts:
        return features
    return f"{features}; the language pipeline reads {', '.join(counts)}"


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
