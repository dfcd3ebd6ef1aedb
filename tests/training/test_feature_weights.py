"""Fitted weights: what the names show, the same in each run, and only of types that gold marks."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from training.feature_weights import (
    fit_softmax,
    fit_weights,
    merge_weights,
    read_weights,
    write_weights,
)

NAMES = [
    *[(frozenset({"before.role"}), "PER")] * 40,
    *[(frozenset({"before.role", "article.the"}), "PER")] * 2,
    *[(frozenset({"article.the"}), "ORG")] * 40,
    *[(frozenset({"preposition.near"}), "LOC")] * 40,
    *[(frozenset({"preposition.near", "article.the"}), "ORG")] * 2,
    *[(frozenset({"inside.particle"}), "PER")] * 5,
]


def test_a_feature_speaks_for_the_type_of_its_names() -> None:
    weights = fit_weights(NAMES, penalty=1)
    strongest = {
        feature: max(by_type, key=by_type.__getitem__) for feature, by_type in weights.items()
    }
    assert strongest == {
        "article.the": "organisation",
        "before.role": "person",
        "preposition.near": "place",
    }
    assert "inside.particle" not in weights  # too few names
    assert weights == fit_weights(NAMES[::-1], penalty=1)


def test_a_larger_penalty_makes_smaller_weights() -> None:
    small, large = (fit_weights(NAMES, penalty=penalty)["before.role"] for penalty in (1, 100))
    assert small["person"] > large["person"] > 0


def test_the_fit_is_a_minimum() -> None:
    rng = np.random.default_rng(7)
    matrix = np.hstack([rng.integers(0, 2, (60, 3)).astype(float), np.ones((60, 1))])
    labels = rng.integers(0, 3, 60)
    weights = fit_softmax(matrix, labels, penalty=2.0)
    shares = np.exp(matrix @ weights)
    shares /= shares.sum(1, keepdims=True)
    gradient = matrix.T @ (shares - np.eye(3)[labels])
    assert gradient[:-1] == pytest.approx(-2.0 * weights[:-1], abs=1e-6)


def test_types_without_gold_and_rare_features_keep_their_weights(tmp_path: Path) -> None:
    current = {
        "article.to_the": {"by hand": {"facility": 0.3}, "counted": {"person": -1.5}},
        "after.et_al": {"counted": {"person": 2.5}},
    }
    merged = merge_weights(current, {"article.to_the": {"person": -1.0, "place": 0.2}})
    assert merged == {
        "article.to_the": {"by hand": {"facility": 0.3}, "fitted": {"person": -1.0, "place": 0.2}},
        "after.et_al": {"counted": {"person": 2.5}},
    }
    path = tmp_path / "weights.json"
    write_weights(path, {"seed": None}, merged)
    assert read_weights(path) == {"about": {"seed": None}, "weights": merged}
    assert list(json.loads(path.read_text(encoding="utf-8"))["weights"]) == sorted(merged)
