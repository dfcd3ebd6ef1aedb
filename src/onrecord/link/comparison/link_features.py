"""Links from their reasons: features weighed, the heaviest first, the score their sum.

In: two ids and named features. Out: a `Link`. Out of scope: which features speak for what.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import Feature, Link
from onrecord.records.ids import content_id

_SHOWN_CHARS = 160


def build_link(kind: str, a: str, b: str, features: Iterable[Feature]) -> Link:
    """Return the link of `a` and `b` for these reasons; its score is their weights' sum, at most 1."""
    ordered = tuple(
        sorted(features, key=lambda feature: (-feature.weight, feature.name, feature.a))
    )
    score = round(max(0.0, min(1.0, sum(feature.weight for feature in ordered))), 3)
    return Link(content_id("l", kind, a, b), kind, a, b, score, ordered)


def build_feature(name: str, weight: float, a: str, b: str) -> Feature:
    """Return a feature with the two values as written, long ones cut."""
    return Feature(name, round(weight, 3), _cut(a), _cut(b))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN_CHARS else words[: _SHOWN_CHARS - 1] + "…"
