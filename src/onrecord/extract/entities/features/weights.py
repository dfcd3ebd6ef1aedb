"""The weights of features, read from `weights.json` beside this module.

In: names of features. Out: what each weighs for or against each type; 1 is about one reading of the tagger. Out of scope:
where the weights come from: `training.name_features` counts and fits them, and the file states the basis of each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

FILE = "weights.json"


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """Return the weights by feature and type; positive ones speak for the type, negative ones against it."""
    text = (files("onrecord.extract.entities.features") / FILE).read_text(encoding="utf-8")
    by_feature: dict[str, dict[str, dict[str, float]]] = json.loads(text)["weights"]
    return {
        feature: {
            type_: weight for weights in by_basis.values() for type_, weight in weights.items()
        }
        for feature, by_basis in by_feature.items()
    }


def get_weight(feature: str, type_: str) -> float:
    """Return what `feature` weighs for `type_`; 0 where it says nothing of it."""
    return load_weights()[feature].get(type_, 0.0)


def sum_weights(features: Iterable[str], type_: str) -> float:
    """Return what `features` together weigh for `type_`."""
    return sum(get_weight(feature, type_) for feature in features)
