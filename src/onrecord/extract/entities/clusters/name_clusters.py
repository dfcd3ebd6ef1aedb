"""Clusters of names: which names of a page mean the same thing.

In: the names of a page in order. Out: clusters of them with one type each. Out of scope: other pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.extract.entities.clusters.full_names import FullNameIndex
from onrecord.extract.entities.clusters.name_parts import split_name
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.names.marked_names import find_nicknames
from onrecord.language.names.name_span import Origin

METONYM_KEYS = ("government:", "team:")
"""Beginnings of the keys of bodies that are named by their town and are apart from it."""
_VOTES: dict[Origin, int] = {
    "pattern": THRESHOLDS.pattern_votes,
    "listed": THRESHOLDS.listed_votes,
    "titled": THRESHOLDS.titled_votes,
    "parsed": THRESHOLDS.parsed_votes,
    "ambiguous": THRESHOLDS.ambiguous_votes,
}
"""Votes of an occurrence on the type of its cluster, by how it was found."""


@dataclass(slots=True)
class NameCluster:
    """Occurrences of one thing; `listed_name` is the name to show if a list has one."""

    occurrences: list[Occurrence] = field(default_factory=list)
    listed_name: str | None = None
    role_mentions: list[Occurrence] = field(default_factory=list)
    """Places that refer to a person by the role alone: "the Defence Secretary"."""

    @property
    def type(self) -> str:
        """The type with most votes, the earlier where two have as many."""
        votes: Counter[str] = Counter()
        for occurrence in self.occurrences:
            votes[occurrence.type] += _VOTES[occurrence.origin]
        return votes.most_common(1)[0][0]

    @property
    def names(self) -> tuple[str, ...]:
        """Every form: the most frequent first, then the longest, then in alphabetical order; then nicknames inside them."""
        counts = Counter(occurrence.name for occurrence in self.occurrences)
        forms = sorted(counts, key=lambda name: (-counts[name], -len(name), name))
        return tuple(
            dict.fromkeys((*forms, *(nick for form in forms for nick in find_nicknames(form))))
        )

    @property
    def name(self) -> str:
        """The name to show: the list's, or the one of most words on the page."""
        return self.listed_name or max(
            self.names, key=lambda name: (len(split_name(name)), len(name), name)
        )

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles as written, in order, each once."""
        roles = (role for occurrence in self.occurrences for role in occurrence.roles)
        return tuple(dict.fromkeys(roles))


def cluster_names(
    occurrences: Sequence[Occurrence], full_by_short: Mapping[str, str]
) -> list[NameCluster]:
    """Return `occurrences` (in order of text) in clusters, in order of first occurrence.

    Args:
        occurrences: all names of the page.
        full_by_short: full names by the short forms that the page itself introduces.

    Any other short form joins a full name only if exactly one full name on the page fits.

    """
    types_by_name: dict[str, set[str]] = {}
    for occurrence in occurrences:
        types_by_name.setdefault(_strip_article(occurrence.name), set()).add(occurrence.type)
    index = FullNameIndex(types_by_name)
    full_names = {
        name: _strip_article(full_by_short[name]) if name in full_by_short else index.find(name)
        for name in types_by_name
    }
    listed_keys = {
        _strip_article(occurrence.name): occurrence.key
        for occurrence in occurrences
        if occurrence.key and not is_metonym_key(occurrence.key)
    }
    clusters: dict[str, NameCluster] = {}
    for occurrence in occurrences:
        full_name = full_names[_strip_article(occurrence.name)]
        metonym = occurrence.key if is_metonym_key(occurrence.key) else None
        key = metonym or listed_keys.get(full_name) or occurrence.key or full_name
        clusters.setdefault(key, NameCluster()).occurrences.append(occurrence)
    return list(clusters.values())


def is_metonym_key(key: str | None) -> bool:
    """Return whether `key` is of a government or a team that is named by its town."""
    return key is not None and key.startswith(METONYM_KEYS)


@lru_cache(maxsize=4096)
def _strip_article(name: str) -> str:
    """Return `name` without article and possessive, in single blanks."""
    return " ".join(re.sub(r"['’]s?$", "", re.sub(r"^[Tt]he\s+", "", name)).split())
