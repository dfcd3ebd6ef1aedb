"""A linear classifier: features with names in, a probability for each class out, and what each feature added.

In: a package's file of weights and names of features that are true. Out: probabilities that sum to 1, and weights. Out of scope: which
features a word has (modules of features in the rooms that ask), and learning (`training.event_classifiers`).

A file of weights is text packed by Zstandard: the names of the classes, then one line a feature, each with one weight a class in tenths,
separated by tabs; the feature "" holds what every case adds. Features that are not listed weigh nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
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
        weights: feature → a weight a class, in the order of `classes`.

    """

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]

    def compute_probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Return class → probability, which sum to 1."""
        sums = list(self.weights.get(ALWAYS, (0.0,) * len(self.classes)))
        for feature in features:
            for place, weight in enumerate(self.weights.get(feature, ())):
                sums[place] += weight
        highest = max(sums)
        powers = [math.exp(value - highest) for value in sums]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}

    def list_reasons(self, features: Iterable[str], name: str) -> list[tuple[str, float]]:
        """Return the features that say something of the class called `name`, each with its weight, heaviest first."""
        place = self.classes.index(name)
        found = [
            (feature, self.weights[feature][place])
            for feature in features
            if feature in self.weights
        ]
        return sorted((pair for pair in found if pair[1]), key=lambda pair: -abs(pair[1]))


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
        weights[feature] = tuple(int(value or 0) / THRESHOLDS.weight_steps for value in values)
    return LinearClassifier(tuple(head.split("\t")), weights)


def pack_weights(classes: Sequence[str], weights: Mapping[str, Sequence[float]]) -> bytes:
    """Return the bytes of a file with these weights, rounded to tenths; features of which nothing is left are left out."""
    lines = ["\t".join(classes)]
    for feature, values in sorted(weights.items()):
        rounded = [round(value * THRESHOLDS.weight_steps) for value in values]
        if any(rounded):
            lines.append("\t".join([feature, *(str(value) if value else "" for value in rounded)]))
    return zstandard.ZstdCompressor(level=22).compress("\n".join(lines).encode())
