"""Types of names by the whole page: lone names on pages of some length, and how far a tagger's scores are trusted."""

from __future__ import annotations

import pytest

from onrecord.extract import entities
from onrecord.extract.entities.classification.type_evidence import TypeEvidence
from onrecord.extract.entities.features.internal_features import find_internal_features
from onrecord.language import Backbone
from onrecord.records import Page, Records, Zone

FILLER = (
    "The town has had no bridge since the flood of last spring, and people cross the water by boat. "
    "In summer the crossing takes ten minutes, in winter it can take an hour, and on some days nobody crosses at all. "
    "The council has asked for bids three times and has had none that it could pay. "
    "A new plan, shown on Monday, would move the road to the north and build with wood from the hills nearby. "
) * 4
"""Some 270 words without a name."""


def resolve_types(backbone: Backbone, text: str) -> dict[str, str]:
    page = Page("p-1", None, "case", text, (Zone("body", 0, len(text)),))
    found = entities.extract(page, backbone.parse(page), Records()).entities
    return {entity.name: entity.type for entity in found}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Visitors may use their phones with Zuvella on the way.", "Zuvella"),
        ("The boats were painted like a Brastov egg.", "Brastov"),
        ("Some came for apps such as Kerrulo and stayed for the view.", "Kerrulo"),
    ],
)
def test_on_a_long_page_a_lone_name_without_a_persons_signs_is_no_person(
    backbone: Backbone, sentence: str, name: str
) -> None:
    assert resolve_types(backbone, FILLER + sentence).get(name) != "person"


@pytest.mark.parametrize(
    "sentence",
    [
        "Brastov said that he would not cross again.",
        "Mr Brastov would not cross again.",
        "The mayor thanked Brastov, who built the first boat.",
        "Anton Brastov built the first boat. The second was for Brastov too.",
    ],
)
def test_on_a_long_page_signs_of_a_person_make_one(backbone: Backbone, sentence: str) -> None:
    found = resolve_types(backbone, FILLER + sentence)
    assert [kind for name, kind in found.items() if "Brastov" in name] == ["person"]


def build_evidence(scores: dict[str, float], weights: dict[str, float]) -> TypeEvidence:
    one = TypeEvidence(scored_mentions=1)
    one.scores.update(scores)
    one.weights.update(weights)
    one.readings[max(scores, key=lambda type_: scores[type_])] += 1
    return one


def test_what_a_scoring_tagger_is_sure_of_outweighs_leanings() -> None:
    sure = build_evidence({"organisation": 0.98, "person": 0.02}, {"person": 1.5})
    assert (sure.type, sure.is_surely_no_person) == ("organisation", True)


def test_what_a_scoring_tagger_doubts_is_settled_by_signs() -> None:
    unsure = build_evidence({"organisation": 0.55, "person": 0.45}, {"person": 1.5})
    assert (unsure.type, unsure.is_surely_no_person) == ("person", False)


@pytest.mark.parametrize(
    ("word", "coined"),
    [("DeepMind", True), ("GPCRs", True), ("McKay", False), ("O’Hara", False), ("Hale", False)],
)
def test_capitals_inside_a_lone_word_speak_against_a_person(word: str, coined: bool) -> None:
    assert ("inside.coined" in list(find_internal_features([word]))) is coined
