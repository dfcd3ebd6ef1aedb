"""Every feature that the code builds has a weight in the table, and every weight there is a feature of the code."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from onrecord import link
from onrecord.link.comparison.weights import FeatureWeight, load_table, load_weight
from onrecord.records.link import LINK_KINDS

Key = tuple[str, str, str]
"""Kind of link, name of the feature, case or unit."""


def iter_weights(value: Any) -> Iterator[FeatureWeight]:
    if isinstance(value, FeatureWeight):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from iter_weights(inner)


def list_code_keys() -> set[Key]:
    keys: set[Key] = set()
    for module in pkgutil.walk_packages(link.__path__, "onrecord.link."):
        for value in vars(importlib.import_module(module.name)).values():
            for weight in iter_weights(value):
                parts = ("base", f"per {weight.unit}") if weight.unit else (weight.case,)
                keys.update((weight.kind, weight.name, part) for part in parts)
    return keys


def list_table_keys() -> set[Key]:
    return {
        (kind, name, part)
        for kind, features in load_table().items()
        for name, entry in features.items()
        for part in (entry if isinstance(entry, dict) else ("",))
    }


def test_code_and_table_have_the_same_features() -> None:
    assert list_code_keys() == list_table_keys()


def test_the_table_is_sorted_and_says_how_its_weights_were_chosen() -> None:
    text = files("onrecord.link").joinpath("weights.json").read_text(encoding="utf-8")
    table = json.loads(text)
    assert text == json.dumps(table, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert set(table["about"]) == {"what", "format", "chosen"}
    assert set(table["weights"]) <= set(LINK_KINDS)


def test_weights_are_between_none_and_all_of_a_score() -> None:
    for features in load_table().values():
        for entry in features.values():
            for weight in entry.values() if isinstance(entry, dict) else (entry,):
                assert 0 <= weight <= 1


def test_a_feature_the_table_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_weight("copy", "same colour")
