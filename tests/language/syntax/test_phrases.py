"""Noun phrases, and what a quantity counts, as the pipeline parses them."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone
from onrecord.language.syntax.phrases import find_counted_noun, find_noun_phrase

PHRASES = [
    (
        "Two British officers and a driver left the old port.",
        "officers",
        False,
        "Two British officers",
    ),
    (
        "Two British officers and a driver left the old port.",
        "officers",
        True,
        "Two British officers and a driver",
    ),
    ("A number of officers left.", "number", False, "A number of officers"),
    ("The officers, who were tired, left.", "officers", False, "The officers"),
    ("The officers (two of them new) left.", "officers", False, "The officers"),
]


@pytest.mark.parametrize(("text", "head", "joined", "expected"), PHRASES)
def test_noun_phrases(
    backbone: Backbone, text: str, head: str, joined: bool, expected: str
) -> None:
    noun = next(token for token in backbone.nlp(text) if token.text == head)
    assert find_noun_phrase(noun, conjuncts=joined).text == expected


def test_what_a_quantity_counts(backbone: Backbone) -> None:
    doc = backbone.nlp("Tens of thousands of farmers marched.")
    assert find_counted_noun(doc[0]).text == "farmers"
