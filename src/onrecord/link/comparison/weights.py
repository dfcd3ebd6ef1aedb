"""Weights of link features, read from `link/weights.json`: the one place where they stand.

In: the table. Out: a `FeatureWeight` for each feature that the code builds. Out of scope: whether a feature holds.

Source: set by hand, as the table's `about` says. Links between events have fitted weights of their own (`onrecord.link.events`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_BASE = "base"
WeightEntry = float | dict[str, float]
"""A weight; or weights by case; or a base with what is added "per" unit of the feature's value."""


@dataclass(frozen=True, slots=True)
class FeatureWeight:
    """The weight of a named feature in links of one kind.

    Attributes:
        kind: one of `LINK_KINDS`. name: the feature's name, as links show it.
        base: the weight of a feature that holds. slope: what is added to it per unit of the feature's value.
        case: which case of the feature this is, where the table has several ("same entity"); "" otherwise.
        unit: what `slope` is per ("containment"); "" for a feature without a value.
    """

    kind: str
    name: str
    base: float
    slope: float = 0.0
    case: str = ""
    unit: str = ""

    def compute(self, value: float) -> float:
        """Return the weight of the feature where it has this value."""
        return self.base + self.slope * value


def load_weight(kind: str, name: str, *, case: str = "", unit: str = "") -> FeatureWeight:
    """Return the weight of a feature in links of `kind`.

    Args:
        case: for a feature whose entry in the table is an object of cases.
        unit: for a feature whose entry is `{"base": …, "per <unit>": …}`.

    Raises:
        KeyError: if the table has no such feature, case or unit.
    """
    entry = load_table()[kind][name]
    if not isinstance(entry, dict):
        return FeatureWeight(kind, name, entry)
    if unit:
        return FeatureWeight(kind, name, entry[_BASE], entry[f"per {unit}"], unit=unit)
    return FeatureWeight(kind, name, entry[case], case=case)


@cache
def load_table() -> Mapping[str, Mapping[str, WeightEntry]]:
    """Return the table: entries by kind of link and name of the feature."""
    table: Mapping[str, Mapping[str, WeightEntry]] = json.loads(
        files("onrecord.link").joinpath("weights.json").read_text(encoding="utf-8")
    )["weights"]
    return table
