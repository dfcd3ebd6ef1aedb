"""Binding words: how likely the words around an act bind somebody to it ("will", "pledged to", "a plan to").

In: the verb or noun of an act. Out: how likely it is undertaken, by the encoder of events where the pipeline has one (the model `accurate`), else by a
linear classifier of the features of its clause. Out of scope: what the rules make of the clause (`rules`), who binds himself and to whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.commitments.binding_features import list_features
from onrecord.language.classifiers.linear_classifier import load_classifier
from onrecord.language.clauses.event_status import read_status
from onrecord.language.pipeline.event_readings import EXPLICIT, NO_PROMISE, PROMISE, find_readings
from onrecord.language.syntax.verb_group import find_auxiliaries, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

BINDING = "binding"
"""Name of the classifier's file."""


@dataclass(frozen=True, slots=True)
class Binding:
    """How likely an act is undertaken (0–1), and whether it is rather `explicit` than only planned."""

    probability: float
    is_explicit: bool


def estimate_binding(act: Token) -> Binding:
    """Return how likely an act is undertaken: by the likeliest of the words that may state it, or by the features of its clause."""
    readings = find_readings(act.doc)
    if readings is None:
        classifier = load_classifier(__package__, BINDING)
        return _read_classes(classifier.compute_probabilities(list_features(act)))
    words = iter_binding_words(act)
    found = (_read_classes(readings.get_classes(PROMISE, word)) for word in words)
    return max(found, key=lambda binding: binding.probability)


def _read_classes(classes: Mapping[str, float]) -> Binding:
    bound = 1 - classes[NO_PROMISE]
    return Binding(bound, is_explicit=classes[EXPLICIT] >= bound / 2)


def iter_binding_words(act: Token) -> Iterator[Token]:
    """Yield the act, its auxiliaries and "to", and the word that governs it with its own."""
    governor = read_status(act).governor if is_verb(act) else None
    for word in (act, governor):
        if word is not None:
            yield word
            yield from find_auxiliaries(word)
            yield from (child for child in word.lefts if child.tag_ == "TO")
