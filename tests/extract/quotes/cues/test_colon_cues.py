"""Nouns before a colon that introduce quoted words, with their possessor as the source; and nouns that do not."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.cues.colon_cues import find_colon_noun
from onrecord.language import Backbone


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Her message: “Stay home.”", "message", "Her"),
        ("The council has one aim: “Dry cellars.”", None, None),
        ("He bought three things: “Rope, tar and salt.”", None, None),
        ("The rule: no boats.", None, None),
    ],
)
def test_nouns_before_a_colon(
    backbone: Backbone, text: str, cue: str | None, source: str | None
) -> None:
    doc = backbone.nlp(text)
    colon = next(token.i for token in doc if token.text == ":")
    found = find_colon_noun(doc, colon, frozenset(range(colon + 1, len(doc))))
    assert (None if found is None else found.lemma) == cue
    assert (None if found is None or found.source is None else found.source.head.text) == source
