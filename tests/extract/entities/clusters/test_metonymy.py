"""Places that refer to a government or a team."""

from __future__ import annotations

import pytest

from onrecord.extract.entities.clusters.metonymy import is_government, is_team
from onrecord.language import Backbone


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
    ("text", "name", "government"),
    [
        ("Moscow denied the claim.", "Moscow", True),
        ("Oslo said that it would pay.", "Oslo", True),
        ("Reporters in Moscow denied the claim.", "Moscow", False),
        ("Moscow was denied the right.", "Moscow", False),
        ("Moscow grew fast.", "Moscow", False),
        ("Leeds denied the claim.", "Leeds", False),
    ],
)
def test_a_capital_acts_as_a_government(
    backbone: Backbone, text: str, name: str, government: bool
) -> None:
    span = backbone.nlp(text).char_span(text.index(name), text.index(name) + len(name))
    assert span is not None
    assert is_government(name, span[-1]) is government
