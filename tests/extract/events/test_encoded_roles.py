"""Who takes part by the encoder: what it finds possible stays, what it finds likely is added, and nobody is both."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from spacy.tokens import Doc, Token

from onrecord.extract.events.encoded_roles import choose_participants, estimate_role, find_likeliest
from onrecord.language import Backbone
from onrecord.language.pipeline.event_readings import (
    AGENT,
    OUTPUTS,
    PATIENT,
    PLACE,
    ROLE_WIDTH,
    ROLES,
    WORD_OUTPUTS,
    EventReadings,
    keep_readings,
)

LIKELY = 0.6
"""From when on a role is likely."""
TEXT = "The guard who fled struck Ann Hale in Marlow."


def find_word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def read(backbone: Backbone, roles: Mapping[str, Mapping[str, float]]) -> Doc:
    """Return the parsed sentence, of whose event "struck" the encoder gives words scores (logarithms of odds) by role; others are all but excluded."""
    doc = backbone.nlp(TEXT)
    table = np.zeros((len(doc), WORD_OUTPUTS), np.float32)
    for number, role in enumerate(ROLES):
        asked = OUTPUTS + number * ROLE_WIDTH
        table[find_word(doc, "struck").i, asked] = np.sqrt(ROLE_WIDTH)
        scores = roles.get(role, {})
        for token in doc:
            table[token.i, asked + len(ROLES) * ROLE_WIDTH] = scores.get(token.text, -8.0)
    keep_readings(doc, EventReadings(table))
    return doc


def list_texts(backbone: Backbone, roles: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    doc = read(backbone, roles)
    actors, targets = [find_word(doc, "guard")], [find_word(doc, "Hale")]
    chosen = choose_participants(find_word(doc, "struck"), actors, targets)
    return [[token.text for token in heads] for heads in chosen]


def test_possible_heads_stay(backbone: Backbone) -> None:
    found = list_texts(backbone, {AGENT: {"guard": -1.0}, PATIENT: {"Hale": -1.0}})
    assert found == [["guard"], ["Hale"]]


def test_excluded_heads_go_and_likely_ones_come(backbone: Backbone) -> None:
    assert list_texts(backbone, {AGENT: {"Marlow": 3.0}}) == [["Marlow"], []]


def test_nobody_is_both(backbone: Backbone) -> None:
    roles = {AGENT: {"Hale": 2.0}, PATIENT: {"Hale": 3.0}}
    assert list_texts(backbone, roles) == [[], ["Hale"]]


def test_a_relative_pronoun_counts_for_its_antecedent(backbone: Backbone) -> None:
    assert list_texts(backbone, {AGENT: {"who": 3.0}}) == [["guard"], []]


def test_without_an_encoder_the_rules_stand(backbone: Backbone) -> None:
    doc = backbone.nlp(TEXT)
    actors = [find_word(doc, "guard")]
    assert choose_participants(find_word(doc, "struck"), actors, []) == (actors, [])
    assert find_likeliest(find_word(doc, "struck"), PLACE) is None


def test_the_likeliest_head_must_be_likely(backbone: Backbone) -> None:
    doc = read(backbone, {PLACE: {"Marlow": 2.0, "guard": 1.0}})
    found = find_likeliest(find_word(doc, "struck"), PLACE)
    assert found is not None
    assert found.text == "Marlow"
    doc = read(backbone, {PLACE: {"Marlow": -2.0}})
    assert find_likeliest(find_word(doc, "struck"), PLACE) is None


def test_a_phrase_is_as_likely_as_its_likeliest_word(backbone: Backbone) -> None:
    doc = read(backbone, {PLACE: {"Hale": -2.0, "Marlow": 3.0}})
    struck = find_word(doc, "struck")
    likely, unlikely = (
        estimate_role(struck, PLACE, [find_word(doc, w)]) for w in ("Marlow", "Hale")
    )
    assert likely is not None
    assert unlikely is not None
    assert likely > LIKELY > unlikely
    both = estimate_role(struck, PLACE, [find_word(doc, "Hale"), find_word(doc, "Marlow")])
    assert both == likely


def test_without_an_encoder_no_phrase_is_judged(backbone: Backbone) -> None:
    doc = backbone.nlp(TEXT)
    assert estimate_role(find_word(doc, "struck"), PLACE, doc[0:2]) is None
