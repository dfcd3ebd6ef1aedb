"""Particles of verbs, also where the parser calls them prepositions or adverbs."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone
from onrecord.language.syntax.particles import find_particle


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Divers pulled out of the harbour.", "pulled", "out"),
        ("The firm took over the pier.", "took", "over"),
        ("They handed over the keys.", "handed", "over"),
        ("The boat went off course.", "went", "off"),
        ("Divers pulled the boat.", "pulled", None),
        ("The fund gives up to 500 crowns.", "gives", None),
        ("They drove over the bridge.", "drove", None),
        ("The pier closed.", "closed", None),
    ],
)
def test_particles(backbone: Backbone, text: str, verb: str, expected: str | None) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    particle = find_particle(token)
    assert (particle.text if particle is not None else None) == expected
