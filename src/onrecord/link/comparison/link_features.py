"""Links from their features: the heaviest first, the score their sum.

In: two ids and weighted features. Out: a `Link`. Out of scope: which features hold.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.link.comparison.weights import FeatureWeight
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Feature, Link
from onrecord.records.ids import build_content_id


def build_link(
    kind: str, a: str, b: str, features: Iterable[Feature], *, candidate: bool = False
) -> Link:
    """Return the link of `a` and `b` for these features; its score is the sum of their weights, 0 to 1.

    Args:
        candidate: whether it is only to be checked (see `Link`).
    """
    ordered = tuple(
        sorted(features, key=lambda feature: (-feature.weight, feature.name, feature.a))
    )
    score = round(max(0.0, min(1.0, sum(feature.weight for feature in ordered))), 3)
    return Link(build_content_id("l", kind, a, b), kind, a, b, score, ordered, candidate)


def build_feature(weight: FeatureWeight, a: str, b: str, *, value: float = 0.0) -> Feature:
    """Return a feature with the two values compared, as written, long ones shortened.

    Args:
        value: how far the feature holds, for weights with a slope.
    """
    return Feature(weight.name, round(weight.compute(value), 3), shorten(a), shorten(b))


def shorten(words: str) -> str:
    """Return compared words on one line, long ones cut."""
    words = " ".join(words.split())
    longest = THRESHOLDS.feature_value_chars
    return words if len(words) <= longest else words[: longest - 1] + "…"
