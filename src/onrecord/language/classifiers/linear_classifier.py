"""A linear classifier: features with names in, a probability for each class out, and what each feature added.

In: a package's file of weights and names of features that are true. Out: probabilities that sum to 1, and weights. Out of scope: which
features a word has (modules of features in the rooms that ask), and learning (`training.event_classifiers`).

A file of weights is text packed by Zstandard: the names of the classes, then one line a feature, each with one weight a class in tenths,
separated by tabs; the feature "" holds what every case adds. Features that are not listed weigh nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import zstandard

from onrecord.language.thresholds import THRESHOLDS

ALWAYS = ""
"""The name of the feature that every case has."""


@dataclass(frozen=True, slots=True)
class LinearClassifier:
    """Classes and what each feature weighs for each of them (natural logarithms of odds).

    Attributes:
        classes: names of the classes.
        weights: feature → (place in `classes`, weight) of each class for which it weighs anything.

    """

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[tuple[int, float], ...]]

    def compute_probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Return class → probability, which sum to 1."""
        sums = [0.0] * len(self.classes)
        for feature in (ALWAYS, *features):
            for place, weight in self.weights.get(feature, ()):
                sums[place] += weight
        highest = max(sums)
        powers = [math.exp(value - highest) for value in sums]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}

    def sum_weights(self, features: Iterable[str], name: str) -> float:
        """Return what `features` weigh together for the class called `name`."""
        place = self.classes.index(name)
        pairs = (pair for feature in features for pair in self.weights.get(feature, ()))
        return sum(weight for other, weight in pairs if other == place)

    def list_reasons(self, features: Iterable[str], name: str) -> list[tuple[str, float]]:
        """Return the features that say something of the class called `name`, each with its weight, heaviest first."""
        place = self.classes.index(name)
        found = (
            (feature, weight)
            for feature in features
            for other, weight in self.weights.get(feature, ())
            if other == place
        )
        return sorted(found, key=lambda pair: -abs(pair[1]))


@cache
def load_classifier(package: str, name: str) -> LinearClassifier:
    """Return the classifier whose weights are in `{name}.tsv.zst` of a package ("onrecord.extract.events.classifiers")."""
    return read_weights((files(package) / f"{name}.tsv.zst").read_bytes())


def read_weights(packed: bytes) -> LinearClassifier:
    """Return the classifier whose file holds `packed`; the inverse of `pack_weights`."""
    head, *lines = zstandard.ZstdDecompressor().decompress(packed).decode().split("\n")
    weights = {}
    for line in lines:
        feature, *values = line.split("\t")
        weights[feature] = tuple(
            (place, int(value) / THRESHOLDS.weight_steps)
            for place, value in enumerate(values)
            if value
        )
    return LinearClassifier(tuple(head.split("\t")), weights)


def pack_weights(classifier: LinearClassifier) -> bytes:
    """Return the bytes of a file with these weights, rounded to tenths; features of which nothing is left are left out."""
    lines = ["\t".join(classifier.classes)]
    for feature, pairs in sorted(classifier.weights.items()):
        rounded = {place: round(weight * THRESHOLDS.weight_steps) for place, weight in pairs}
        if any(rounded.values()):
            values = (rounded.get(place, 0) for place in range(len(classifier.classes)))
            lines.append("\t".join([feature, *(str(value) if value else "" for value in values)]))
    return zstandard.ZstdCompressor(level=22).compress("\n".join(lines).encode())
