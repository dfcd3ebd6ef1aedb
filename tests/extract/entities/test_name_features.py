"""Signs: what the words around and inside a name say, and which way each of them leans."""

from __future__ import annotations

from collections import defaultdict

import pytest

from onrecord.extract.entities.clusters.metonymy import is_team
from onrecord.extract.entities.features.context_features import signs_around, signs_inside
from onrecord.language import Backbone
from onrecord.language.names.common_words import is_common_word


def summed(backbone: Backbone, text: str, name: str) -> dict[str, float]:
    doc = backbone.nlp(text)
    span = doc.char_span(text.index(name), text.index(name) + len(name))
    assert span is not None
    weights: dict[str, float] = defaultdict(float)
    for type_, weight in signs_around(span[0], span[-1]):
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
def test_what_stands_beside_a_name_leans(
    backbone: Backbone, text: str, name: str, type_: str
) -> None:
    weights = summed(backbone, text, name)
    assert max(weights, key=lambda kind: weights[kind]) == type_


def test_a_two_word_subject_is_heard_by_its_first_word(backbone: Backbone) -> None:
    assert summed(backbone, "Orla Brandlow said he would go.", "Orla Brandlow")["person"] > 1


@pytest.mark.parametrize(
    ("name", "person"),
    [("Kettle Handle", False), ("Night Harbour", False), ("Helen Marsh", True)],
)
def test_ordinary_words_make_no_person(name: str, person: bool) -> None:
    weights = dict(signs_inside(name.split()))
    assert (weights.get("person", 0) > 0) is person


@pytest.mark.parametrize(
    ("text", "name", "team"),
    [
        ("Calden beat Norwick 2-1 on Saturday.", "Calden", True),
        ("Calden beat Norwick 2-1 on Saturday.", "Norwick", True),
        ("They lost 3–0 against Norwick at home.", "Norwick", True),
        ("Calden beat the drought at last.", "Calden", False),
        ("The 2-1 vote was held in Norwick.", "Norwick", False),
        ("Some 12-15 homes near Norwick were sold.", "Norwick", False),
    ],
)
def test_a_town_plays_where_a_score_is_told(
    backbone: Backbone, text: str, name: str, team: bool
) -> None:
    span = backbone.nlp(text).char_span(text.index(name), text.index(name) + len(name))
    assert span is not None
    assert is_team(span) is team


@pytest.mark.parametrize(
    ("word", "common"),
    [
        ("hospital", True),
        ("keyboard", True),
        ("marsh", False),
        ("paris", False),
        ("zuvella", False),
    ],
)
def test_common_words_are_nobodys_name(word: str, common: bool) -> None:
    assert is_common_word(word) is common
