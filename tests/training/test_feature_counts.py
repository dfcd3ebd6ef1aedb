"""Features counted: each goes to the type its name has in gold, and names that lists hold are left out."""

from __future__ import annotations

from collections import Counter

import pytest

pytest.importorskip("faker", reason="training/requirements.txt is not installed")

from training.name_annotations import NamedText
from training.name_features import compute_log_odds, count_features

from onrecord.language import load_backbone

TEXTS = (
    ("Brandlow’s widow lives near Oresk.", ("Brandlow", "PER"), ("Oresk", "LOC")),
    ("The town of Oresk is small.", ("Oresk", "LOC")),
    ("They met in Paris.", ("Paris", "LOC")),
)


def build_named_text(text: str, *names: tuple[str, str]) -> NamedText:
    spans = tuple((text.index(name), text.index(name) + len(name), kind) for name, kind in names)
    return NamedText(text, spans)


def test_features_go_to_the_type_of_gold() -> None:
    counts = count_features(
        load_backbone().nlp, [build_named_text(text, *names) for text, *names in TEXTS]
    )
    assert counts.names == {"PER": 1, "LOC": 2}  # every list knows Paris
    assert counts.features["possession.person_noun"] == {"PER": 1}
    assert counts.features["preposition.near"] == {"LOC": 1}
    assert counts.features["noun_of.place_kind"] == {"LOC": 1}


def test_log_odds_weigh_a_feature_against_all_names() -> None:
    names = Counter(PER=50, ORG=30, LOC=20)
    assert compute_log_odds(Counter(PER=20), names, "PER") > 3
    assert compute_log_odds(Counter(PER=20), names, "ORG") < -2
    assert abs(compute_log_odds(names, names, "PER")) < 0.1
