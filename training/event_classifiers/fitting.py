"""Weights of a linear classifier, fitted to annotated cases and to what a teacher says of plain ones.

In: cases with features and a class, or with a probability a class. Out: a `LinearClassifier` with the features that matter. Out of scope: which
features there are (`onrecord.extract.events.classifiers`).

A plain case counts once for each class, weighted by the teacher's probability; features that few cases have, and those whose weights end near 0, are
left out. Fitting is a logistic regression with an L2 penalty (scikit-learn's L-BFGS), which has one best solution: no seed is needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from onrecord.language.classifiers.linear_classifier import ALWAYS, LinearClassifier

STEPS = 2000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a classifier is fitted.

    Attributes:
        strength: the inverse of the penalty (scikit-learn's C).
        fewest: cases that must have a feature.
        plain_weight: what a plain case counts for beside an annotated one.
        smallest: the largest weight of a feature must reach this for the feature to be kept (natural logarithm of odds).
        least: a single weight below this counts as 0.

    """

    strength: float
    fewest: int
    plain_weight: float
    smallest: float
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class TrainingCase:
    """Features of a case with the weight of each class: 1 for the annotated one, or what the teacher says."""

    features: Sequence[str]
    classes: dict[str, float]


def fit_classifier(
    cases: Sequence[TrainingCase], classes: Sequence[str], settings: Settings
) -> LinearClassifier:
    """Return the classifier that fits `cases` best, in the order of `classes`."""
    counts = Counter(feature for case in cases for feature in case.features)
    kept = sorted(feature for feature, count in counts.items() if count >= settings.fewest)
    column = {feature: place for place, feature in enumerate(kept)}
    rows, labels, weights = [], [], []
    for row, case in enumerate(cases):
        for name, weight in case.classes.items():
            if weight:
                rows.append(row)
                labels.append(name)
                weights.append(weight)
    matrix = _build_matrix([cases[row].features for row in rows], column)
    model = LogisticRegression(C=settings.strength, max_iter=STEPS)
    model.fit(matrix, labels, sample_weight=weights)
    table = _spread(model, classes)
    chosen = np.abs(table[:, :-1]).max(axis=0) >= settings.smallest
    found = {
        feature: tuple(
            (row, float(value))
            for row, value in enumerate(table[:, place])
            if abs(value) >= settings.least
        )
        for feature, place in column.items()
        if chosen[place]
    }
    found[ALWAYS] = tuple((row, float(value)) for row, value in enumerate(table[:, -1]))
    return LinearClassifier(tuple(classes), found)


def _spread(model: LogisticRegression, classes: Sequence[str]) -> NDArray[np.float64]:
    """Return a row a class, in the order of `classes`, with a weight a feature and the intercept last.

    With two classes the first weighs nothing.
    """
    own = np.hstack([model.coef_, model.intercept_[:, None]])
    if len(own) == 1:
        sign = 1 if model.classes_[1] == classes[1] else -1
        return np.vstack([np.zeros_like(own[0]), sign * own[0]])
    place = {name: row for row, name in enumerate(model.classes_)}
    empty = np.full(own.shape[1], 0.0)
    return np.vstack([own[place[name]] if name in place else empty for name in classes])


def _build_matrix(cases: Sequence[Sequence[str]], column: dict[str, int]) -> csr_matrix:
    ends, places = [0], []
    for features in cases:
        places += [column[feature] for feature in features if feature in column]
        ends.append(len(places))
    shape = (len(cases), len(column))
    return csr_matrix((np.ones(len(places), np.float32), places, ends), shape=shape)
