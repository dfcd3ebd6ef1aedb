"""Weights of name features, fitted: a multinomial logistic regression with an L2 penalty, by Newton's method.

**In:** the features of names and their types in gold. **Out:** a weight for each frequent feature and type; the file of
weights with them. **Out of scope:** types that no gold marks, and features of few names: they keep the weights they have.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place"}
"""Our types by the gold's."""
FEWEST = 12
"""Names that must have a feature for its counts to be printed and its weights to be fitted."""
STEPS = 100
TOLERANCE = 1e-8
INTERCEPT_PENALTY = 1e-3
"""Small, so that intercepts are free, and not 0, so that one solution is best."""
DECIMALS = 2

NamedFeatures = tuple[frozenset[str], str]
"""The features of a name, and its type in gold."""
Weights = dict[str, dict[str, dict[str, float]]]
"""Weights by feature, basis and type, as the file holds them."""
Matrix = NDArray[np.float64]


def fit_weights(names: Sequence[NamedFeatures], penalty: float) -> dict[str, dict[str, float]]:
    """Return weights by feature and type, for the features that `FEWEST` names have.

    The intercepts, which hold how frequent the types are in the gold, are left out.
    """
    counts = Counter(feature for features, _ in names for feature in features)
    frequent = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    column = {feature: index for index, feature in enumerate(frequent)}
    matrix = np.zeros((len(names), len(frequent) + 1))
    matrix[:, -1] = 1  # the intercept
    for row, (features, _) in enumerate(names):
        for feature in features & column.keys():
            matrix[row, column[feature]] = 1
    kinds = list(TYPES)
    labels = np.array([kinds.index(kind) for _, kind in names])
    fitted = fit_softmax(matrix, labels, penalty=penalty)
    return {
        feature: {
            TYPES[kind]: round(float(fitted[index, number]), DECIMALS) + 0.0  # no -0.0
            for number, kind in enumerate(kinds)
        }
        for feature, index in column.items()
    }


def fit_softmax(matrix: Matrix, labels: NDArray[np.int64], *, penalty: float) -> Matrix:
    """Return the coefficients (columns of `matrix`, classes) of least penalised loss; the last column is the intercept.

    The loss is convex and the search starts at zero, so the result is the same in each run.
    """
    columns, classes = matrix.shape[1], int(labels.max()) + 1
    truth = np.eye(classes)[labels]
    ridge = np.full((columns, 1), float(penalty))
    ridge[-1] = INTERCEPT_PENALTY
    weights = np.zeros((columns, classes))
    for _ in range(STEPS):
        shares = _compute_shares(matrix @ weights)
        gradient = matrix.T @ (shares - truth) + ridge * weights
        flat = np.linalg.solve(_compute_hessian(matrix, shares, ridge), gradient.T.ravel())
        step = flat.reshape(classes, columns).T
        loss = _compute_loss(matrix, truth, ridge, weights)
        while _compute_loss(matrix, truth, ridge, weights - step) > loss:
            step = step / 2
            if np.abs(step).max() < TOLERANCE:
                break
        weights = weights - step
        if np.abs(step).max() < TOLERANCE:
            break
    return weights


def _compute_loss(matrix: Matrix, truth: Matrix, ridge: Matrix, weights: Matrix) -> float:
    scores = matrix @ weights
    top = scores.max(1, keepdims=True)
    normaliser = np.log(np.exp(scores - top).sum(1)) + top[:, 0]
    return float((normaliser - (scores * truth).sum(1)).sum() + (ridge * weights**2).sum() / 2)


def _compute_shares(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: Matrix = raised / raised.sum(1, keepdims=True)
    return shares


def _compute_hessian(matrix: Matrix, shares: Matrix, ridge: Matrix) -> Matrix:
    """Return the second derivatives, one block of columns for each pair of classes."""
    classes = range(shares.shape[1])
    blocks = [
        [
            matrix.T @ (matrix * (shares[:, [one]] * ((one == other) - shares[:, [other]])))
            + (np.diag(ridge[:, 0]) if one == other else 0)
            for other in classes
        ]
        for one in classes
    ]
    return np.block(blocks)


def merge_weights(current: Weights, fitted: Mapping[str, Mapping[str, float]]) -> Weights:
    """Return `current` with the fitted weights of the types that gold marks; all others stay."""
    merged = {}
    for feature, by_basis in current.items():
        if feature not in fitted:
            merged[feature] = by_basis
            continue
        others = {
            basis: kept
            for basis, weights in by_basis.items()
            if (kept := {t: w for t, w in weights.items() if t not in TYPES.values()})
        }
        merged[feature] = others | {"fitted": dict(fitted[feature])}
    return merged


def read_weights(path: Path) -> dict[str, Any]:
    """Return the file of weights."""
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def write_weights(path: Path, about: Mapping[str, Any], weights: Weights) -> None:
    """Write the file of weights, keys in order."""
    text = json.dumps(
        {"about": about, "weights": weights}, indent=2, sort_keys=True, ensure_ascii=False
    )
    path.write_text(text + "\n", encoding="utf-8")
