from __future__ import annotations

from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.weights import FeatureWeight

WORDS = FeatureWeight("copy", "words", 2.0)


def test_a_link_cuts_long_values() -> None:
    one = build_link("copy", "p-1", "p-2", [build_feature(WORDS, "a " * 400, "b")])
    assert one.score == 1.0
    assert len(one.features[0].a) <= 160


def test_a_slope_is_multiplied_by_the_value() -> None:
    share = FeatureWeight("copy", "share", 0.2, 0.4, unit="share")
    assert build_feature(share, "a", "b", value=0.5).weight == 0.4
    assert build_feature(share, "a", "b").weight == 0.2


def test_the_heaviest_feature_comes_first_and_the_score_is_the_sum() -> None:
    light, heavy = FeatureWeight("copy", "light", 0.1), FeatureWeight("copy", "heavy", 0.5)
    one = build_link(
        "copy", "p-1", "p-2", [build_feature(weight, "", "") for weight in (light, heavy)]
    )
    assert [feature.name for feature in one.features] == ["heavy", "light"]
    assert one.score == 0.6
