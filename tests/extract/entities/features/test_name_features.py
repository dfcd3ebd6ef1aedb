"""Features of names: which hold around and inside a name, and which type they speak for."""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.entities import features
from onrecord.extract.entities.classification import type_evidence
from onrecord.extract.entities.features.context_features import find_context_features
from onrecord.extract.entities.features.internal_features import find_internal_features
from onrecord.extract.entities.features.weights import FILE, load_weights, sum_weights
from onrecord.language import Backbone
from onrecord.records.entity import ENTITY_TYPES


def sum_by_type(backbone: Backbone, text: str, name: str) -> dict[str, float]:
    doc = backbone.nlp(text)
    span = doc.char_span(text.index(name), text.index(name) + len(name))
    assert span is not None
    weights: dict[str, float] = defaultdict(float)
    for feature in find_context_features(span):
        for type_, weight in load_weights()[feature].items():
            weights[type_] += weight
    return weights


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Brandlow said it would recall the kettle.", "Brandlow", "organisation"),
        ("Brandlow said that it would recall the kettle.", "Brandlow", "organisation"),
        ("Brandlow said he would recall the kettle.", "Brandlow", "person"),
        ("They bought shares in Brandlow last year.", "Brandlow", "organisation"),
        ("They met in Brandlow last year.", "Brandlow", "place"),
        ("They walked near Brandlow last year.", "Brandlow", "place"),
        ("Brandlow was jailed for three years.", "Brandlow", "person"),
        ("She joined Brandlow last year.", "Brandlow", "organisation"),
        ("Brandlow et al. read the samples.", "Brandlow", "person"),
        ("Brandlow’s widow was there.", "Brandlow", "person"),
        ("The members of Brandlow voted.", "Brandlow", "organisation"),
        ("The village of Brandlow voted.", "Brandlow", "place"),
    ],
)
def test_features_around_a_name_speak_for_its_type(
    backbone: Backbone, text: str, name: str, type_: str
) -> None:
    weights = sum_by_type(backbone, text, name)
    assert max(weights, key=lambda kind: weights[kind]) == type_


def test_a_pronoun_refers_to_a_subject_of_two_words(backbone: Backbone) -> None:
    assert sum_by_type(backbone, "Orla Brandlow said he would go.", "Orla Brandlow")["person"] > 1


@pytest.mark.parametrize(
    ("name", "person"),
    [("Kettle Handle", False), ("Night Harbour", False), ("Helen Marsh", True)],
)
def test_ordinary_words_make_no_person(name: str, person: bool) -> None:
    assert (sum_weights(find_internal_features(name.split()), "person") > 0) is person


FEATURES_FOLDER = Path(features.__file__).parent
PLACES = "after before possession noun_of preposition article example apposition subject object pronoun inside coordinated"
FEATURE = re.compile(rf"(?:{'|'.join(PLACES.split())})\.[a-z_]+")


def list_names_in_code() -> set[str]:
    """Every name of a feature that stands as a string in the code that yields features."""
    modules = [*FEATURES_FOLDER.glob("*.py"), Path(type_evidence.__file__)]
    return {
        node.value
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and FEATURE.fullmatch(node.value)
    }


def test_every_feature_has_weights_and_every_weight_a_feature() -> None:
    assert list_names_in_code() == set(load_weights())


def test_the_file_of_weights_is_sorted_and_states_the_basis_of_each() -> None:
    text = (FEATURES_FOLDER / FILE).read_text(encoding="utf-8")
    file = json.loads(text)
    assert text == json.dumps(file, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert {"written_by", "data", "seed", "basis"} <= set(file["about"])
    for by_basis in file["weights"].values():
        assert set(by_basis) <= set(file["about"]["basis"])
        types = [type_ for weights in by_basis.values() for type_ in weights]
        assert len(types) == len(set(types)) > 0
        assert set(types) <= set(ENTITY_TYPES)


@given(st.lists(st.text(alphabet="aeiNmX4-", min_size=1, max_size=8), max_size=4))
def test_every_feature_of_any_words_has_weights(words: list[str]) -> None:
    assert set(find_internal_features(words)) <= set(load_weights())
