"""Scores of clusters of mentions: MUC, B³, CEAF and their mean, and pairs across pages.

In: for each mention its cluster by gold and by ours. Out: precision, recall and F1. Out of scope: which mentions are compared.

Source: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B³), Luo 2005 (CEAF, by entities), Pradhan et al. 2012 (the mean of the three).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

Clusters = Mapping[Any, Hashable]
"""Mention → its cluster."""


def compute_f1(precision: float, recall: float) -> float:
    """Return the harmonic mean; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def compute_pairs(gold: Clusters, ours: Clusters, pages: Clusters) -> tuple[float, float]:
    """Return precision and recall of the pairs of mentions on different pages that are one; mentions that ours lacks are alone."""
    mentions = list(gold)
    both = wanted = found = 0
    for place, a in enumerate(mentions):
        for b in mentions[place + 1 :]:
            if pages[a] == pages[b]:
                continue
            is_gold = gold[a] == gold[b]
            is_ours = a in ours and b in ours and ours[a] == ours[b]
            both += is_gold and is_ours
            wanted += is_gold
            found += is_ours
    return both / found if found else 0.0, both / wanted if wanted else 0.0


def compute_conll(gold: Clusters, ours: Clusters) -> float:
    """Return the mean F1 of MUC, B³ and CEAF; mentions that ours lacks count as missing."""
    key, response = _group(gold), _group(ours)
    scores = [
        compute_f1(_score_muc(response, gold), _score_muc(key, ours)),
        compute_f1(
            _score_b_cubed(ours, gold, response, key), _score_b_cubed(gold, ours, key, response)
        ),
        _score_ceaf(key, response),
    ]
    return sum(scores) / len(scores)


def _group(clusters: Clusters) -> dict[Hashable, set[Hashable]]:
    groups: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in clusters.items():
        groups[cluster].add(mention)
    return groups


def _score_muc(groups: Mapping[Hashable, set[Hashable]], other: Clusters) -> float:
    """Return the share of the links of `groups` that `other` has too."""
    links = kept = 0
    for members in groups.values():
        alone = sum(mention not in other for mention in members)
        parts = len({other[mention] for mention in members if mention in other}) + alone
        links += len(members) - 1
        kept += len(members) - parts
    return kept / links if links else 0.0


def _score_b_cubed(
    own: Clusters,
    other: Clusters,
    own_groups: Mapping[Hashable, set[Hashable]],
    other_groups: Mapping[Hashable, set[Hashable]],
) -> float:
    """Return the mean share of a mention's own cluster that the other cluster of it holds."""
    total = 0.0
    for mention, cluster in own.items():
        if mention in other:
            members = own_groups[cluster]
            total += len(members & other_groups[other[mention]]) / len(members)
    return total / len(own) if own else 0.0


def _score_ceaf(
    key: Mapping[Hashable, set[Hashable]], response: Mapping[Hashable, set[Hashable]]
) -> float:
    """Return F1 of the best one-to-one pairing of clusters; likeness is that of their members (Dice).

    The pairing is greedy, the likest first: a lower bound of the best.
    """
    pairs = sorted(
        (
            (-2 * len(a & b) / (len(a) + len(b)), str(x), str(y))
            for x, a in key.items()
            for y, b in response.items()
            if a & b
        )
    )
    taken_key: set[str] = set()
    taken_response: set[str] = set()
    likeness = 0.0
    for value, x, y in pairs:
        if x not in taken_key and y not in taken_response:
            taken_key.add(x)
            taken_response.add(y)
            likeness -= value
    if not key or not response:
        return 0.0
    return compute_f1(likeness / len(response), likeness / len(key))
