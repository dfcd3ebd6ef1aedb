"""How a name's type was read, in words for a person.

In: the signs and readings that settled one name's type, or all places of one entity. Out: lines for
`onrecord why`. Out of scope: the type, which is settled before (`onrecord.extract.entities.classification.type_resolution`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.extract.entities.clusters.name_clusters import Group, Occurrence

_FOUND = {
    "built": "its own words show it",
    "listed": "a list of names has it",
    "titled": "a person's title stands before it",
    "parsed": "the language pipeline reads it so",
    "second": "a list of names has it, though it may be another's name too",
}
_LISTED = {
    "city": "a city",
    "country": "a country",
    "firm": "a firm",
    "people": "a people",
    "seat": "a capital",
    "state": "a state",
}


def summed(weights: Mapping[str, float], readings: Mapping[str, int]) -> str:
    """Return what the signs in and beside a name sum to, and how often the pipeline reads it as what.

    Examples:
        >>> summed({"place": 4.5, "person": -1.0}, {"person": 1, "place": 2})
        'signs in and beside it: place +4.5, person -1; the language pipeline reads place 2×, person 1×'

    """
    signs = [
        f"{type_} {weight:+.3g}"
        for type_, weight in sorted(weights.items(), key=lambda one: (-one[1], one[0]))
        if weight
    ]
    read = [
        f"{type_} {count}×"
        for type_, count in sorted(readings.items(), key=lambda one: (-one[1], one[0]))
        if count
    ]
    beside = f"signs in and beside it: {', '.join(signs)}" if signs else "no sign in or beside it"
    return f"{beside}; the language pipeline reads {', '.join(read)}" if read else beside


def type_steps(group: Group) -> Iterator[str]:
    """Yield how the type of an entity was read: a line for each reason, with the places it is of."""
    reasons = Counter((held.type, _reason(held)) for held in group.occurrences)
    several = len({type_ for type_, _ in reasons}) > 1
    for (type_, reason), count in reasons.most_common():
        held = f"{type_}: " if several else ""
        often = f" ({count} mentions)" if count > 1 else ""
        yield f"{held}{reason}{often}"
    for role in group.roles:
        yield f"role beside it: {role}"
    if several:
        yield f"type: {group.type}, which its surest and most mentions say"
    else:
        yield f"type: {group.type}"


def _reason(held: Occurrence) -> str:
    if held.why:
        return held.why
    if held.type == "role":
        return "words for an office or a task; nobody is named by it here"
    if held.key and held.key.startswith("seat:"):
        return "a capital that acts, and so stands for a government"
    if held.key and ":" in held.key:
        return f"{_FOUND['listed']}, as {_LISTED.get(held.key.partition(':')[0], 'a name')}"
    return _FOUND[held.how]
