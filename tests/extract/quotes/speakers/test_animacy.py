"""Animacy: which phrases name somebody who can think, and which only a thing."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.speakers.animacy import is_animate, is_animate_or_document
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The pilots left.", "pilots"),
        ("The board left.", "board"),
        ("Fenn left.", "Fenn"),
        ("She left.", "She"),
        ("Half of the voters left.", "Half"),
        ("A handful of pilots left.", "handful"),
        ("The policymaker left.", "policymaker"),
        ("Some left.", "Some"),
    ],
)
def test_somebody(backbone: Backbone, text: str, head: str) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == head)
    assert is_animate(token)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The lamp failed.", "lamp"),
        ("Half of the land flooded.", "Half"),
        ("A number of lamps failed.", "number"),
        ("The storm passed.", "storm"),
        ("This failed.", "This"),
        ("The ropes broke.", "ropes"),
        ("Prices rose.", "Prices"),
        ("The report failed.", "report"),
    ],
)
def test_nobody(backbone: Backbone, text: str, head: str) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == head)
    assert not is_animate(token)


def test_a_document_can_say_something(backbone: Backbone) -> None:
    doc = backbone.nlp("The report and the lamp failed.")
    assert is_animate_or_document(doc[1])
    assert not is_animate_or_document(doc[4])
