"""Features of the words around a name: after it, before it, in apposition, as its predicate; and names without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from spacy.tokens import Span

from onrecord.extract.entities.features.adjacent_features import (
    find_features_after,
    find_features_before,
)
from onrecord.extract.entities.features.apposition_features import (
    find_apposition_features,
    find_example_features,
)
from onrecord.extract.entities.features.predicate_features import find_predicate_features
from onrecord.language import Backbone

Finder = Callable[[Span], Iterator[str]]


@pytest.mark.parametrize(
    ("find", "text", "features"),
    [
        (find_features_before, "They sailed to Brandlow.", {"preposition.to"}),
        (find_features_before, "Mr Brandlow slept.", {"before.role"}),
        (find_features_before, "Brandlow slept.", set()),
        (find_features_after, "Brandlow’s mother slept.", {"possession.person_noun"}),
        (find_features_after, "They met Brandlow.", set()),
        (find_apposition_features, "Brandlow, 43, died.", {"apposition.age"}),
        (find_apposition_features, "Brandlow died.", set()),
        (find_example_features, "Towns such as Brandlow flood.", {"example.place_kind"}),
        (find_example_features, "They met Brandlow.", set()),
        (find_predicate_features, "Brandlow said it held.", {"subject.said", "pronoun.said_it"}),
        (find_predicate_features, "It rained in Brandlow.", set()),
    ],
)
def test_features(backbone: Backbone, find: Finder, text: str, features: set[str]) -> None:
    doc = backbone.nlp(text)
    start = text.index("Brandlow")
    name = doc.char_span(start, start + len("Brandlow"), alignment_mode="expand")
    assert name is not None
    assert set(find(name)) == features
