"""Verbs that report no event: imperatives; and copulas by which somebody arrives."""

from __future__ import annotations

import pytest

from onrecord.extract.events.eventive_verbs import find_arrival_copula, is_imperative
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Close the sluice before night.", "Close", True),
        ("Please close the sluice.", "close", True),
        ("They close the sluice.", "close", False),
        ("Ana closed the sluice.", "closed", False),
    ],
)
def test_imperatives(backbone: Backbone, text: str, verb: str, *, expected: bool) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert is_imperative(token) is expected


@pytest.mark.parametrize(
    ("text", "predicate", "copula"),
    [
        ("The ferry will be there by noon.", "there", "be"),
        ("The crew is tired.", "tired", None),
        ("The new boats are here.", "here", None),
    ],
)
def test_arrivals(backbone: Backbone, text: str, predicate: str, copula: str | None) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == predicate)
    found = find_arrival_copula(token)
    assert (None if found is None else found.text) == copula
