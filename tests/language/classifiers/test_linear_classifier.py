"""Files of weights, probabilities, and what each feature added."""

from __future__ import annotations

import math

import pytest

from onrecord.language.classifiers.linear_classifier import (
    ALWAYS,
    LinearClassifier,
    load_classifier,
    pack_weights,
    read_weights,
)

CLASSIFIER = LinearClassifier(
    ("no", "yes"), {ALWAYS: ((1, -1.0),), "wet": ((1, 2.0),), "dry": ((0, 0.5), (1, -0.3))}
)


def test_probabilities_are_those_of_the_sums() -> None:
    found = CLASSIFIER.compute_probabilities(["wet", "unheard of"])
    assert found["yes"] == pytest.approx(1 / (1 + math.exp(-1.0)))
    assert sum(found.values()) == pytest.approx(1.0)


def test_reasons_come_heaviest_first_and_only_where_they_say_something() -> None:
    reasons = CLASSIFIER.list_reasons(["dry", "wet", "unheard of"], "yes")
    assert reasons == [("wet", 2.0), ("dry", -0.3)]
    assert CLASSIFIER.list_reasons(["wet"], "no") == []


def test_a_file_comes_back_in_tenths_without_what_weighs_nothing() -> None:
    more = {"faint": ((0, 0.01), (1, -0.04)), "odd\u2028": ((0, 1.0),)}
    whole = LinearClassifier(CLASSIFIER.classes, {**CLASSIFIER.weights, **more})
    found = read_weights(pack_weights(whole))
    assert found.classes == CLASSIFIER.classes
    assert "faint" not in found.weights
    assert found.weights["odd\u2028"] == ((0, 1.0),)
    assert found.compute_probabilities(["wet"]) == CLASSIFIER.compute_probabilities(["wet"])


@pytest.mark.parametrize(
    ("package", "name", "classes"),
    [
        ("onrecord.extract.events.classifiers", "trigger", {"none", "event"}),
        ("onrecord.extract.events.classifiers", "status", {"happened", "alleged", "denied"}),
        ("onrecord.extract.events.classifiers", "kind", {"accident", "court"}),
        ("onrecord.extract.events.classifiers", "role", {"none", "agent", "patient"}),
        ("onrecord.language.coreference", "pronoun", {"none", "same"}),
    ],
)
def test_the_shipped_files_are_read(package: str, name: str, classes: set[str]) -> None:
    classifier = load_classifier(package, name)
    assert classes <= set(classifier.classes)
    assert ALWAYS in classifier.weights
    places = {place for row in classifier.weights.values() for place, _ in row}
    assert places <= set(range(len(classifier.classes)))
