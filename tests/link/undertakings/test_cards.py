from __future__ import annotations

import pytest

from onrecord.records import Undertaking
from tests.link.story_builder import StoryBuilder

BODIES = {"Harbour League": "organisation", "Orland": "place", "Westmark": "place", "Tarn": "place"}


def link_undertakings(builder: StoryBuilder) -> dict[str, Undertaking]:
    return {card.name: card for card in builder.link().undertakings}


def build_story(text: str, published: str = "2020-05-01", **given: object) -> StoryBuilder:
    builder = StoryBuilder()
    names = {name: kind for name, kind in BODIES.items() if name in text}
    builder.add_page(text, published, entities=names, **given)  # type: ignore[arg-type]
    return builder


def test_named_mission_has_lead_host_and_contribution() -> None:
    text = (
        "Orland will send 40 divers to Harbour League Mission Tarn.\n\n"
        "The mission teaches the coastguard of Tarn."
    )
    builder = build_story(
        text,
        figures=[{"words": "40", "value": 40.0, "what": "divers"}],
        events=[
            {
                "trigger": "send",
                "actors": ["Orland"],
                "targets": ["40 divers"],
                "status": "promised",
                "promise": True,
            },
            {
                "trigger": "teaches",
                "actors": ["The mission"],
                "targets": ["the coastguard of Tarn"],
                "status": "ongoing",
            },
        ],
    )
    card = link_undertakings(builder)["Harbour League Mission Tarn"]
    assert card.kind == "mission"
    assert {(party.name, party.role) for party in card.parties} == {
        ("Harbour League", "lead"),
        ("Tarn", "host"),
        ("Orland", "contributor"),
    }
    (gift,) = card.contributions
    assert (gift.party, gift.what, gift.status) == ("Orland", "send 40 divers", "promised")
    assert builder.quote(gift.figure or "") == "40"
    assert [task.what for task in card.tasks] == ["teaches the coastguard of Tarn"]
    assert len(card.open) == 1
    page = builder.pages[0]
    for cited in (*card.mentions, *(party.cited for party in card.parties), gift.cited):
        assert page.text[cited.start : cited.end] == cited.text


def test_short_name_means_the_one_long_name() -> None:
    builder = build_story("Harbour League Mission Tarn grew in May. Mission Tarn has a new flag.")
    (card,) = builder.link().undertakings
    assert card.names == ("Harbour League Mission Tarn", "Mission Tarn")


def test_unnamed_training_is_a_card() -> None:
    builder = build_story(
        "Orland officers have trained 900 Westmark pilots.",
        figures=[{"words": "900", "value": 900.0, "what": "Westmark pilots"}],
        events=[
            {
                "trigger": "trained",
                "actors": ["Orland officers"],
                "targets": ["900 Westmark pilots"],
            }
        ],
    )
    (card,) = builder.link().undertakings
    assert (card.name, card.kind) == ("training of Westmark pilots (Orland)", "training")
    assert [gift.what for gift in card.contributions] == ["trained 900 Westmark pilots"]


@pytest.mark.parametrize(
    ("text", "trigger", "given"),
    [
        ("Last year, Orland staff have trained 900 Westmark pilots.", "trained", True),
        ("Asked about Orland, they have trained 900 Westmark pilots.", "trained", False),
        ("Orland was trained, and 900 Westmark pilots with it.", "trained", False),
    ],
)
def test_a_doer_the_parse_missed_stands_right_before_the_verb(
    text: str, trigger: str, *, given: bool
) -> None:
    event = {"trigger": trigger, "actors": [], "targets": ["900 Westmark pilots"]}
    found = build_story(text, events=[event]).link().undertakings
    assert bool(found) is given


def test_growth_is_a_phase_with_its_day() -> None:
    builder = build_story(
        "The Harbour League agreed to expand Operation Lantern in March 2020.",
        times={"March 2020": "2020-03"},
        events=[
            {
                "trigger": "expand",
                "actors": ["The Harbour League"],
                "targets": ["Operation Lantern"],
                "time": "March 2020",
            }
        ],
    )
    card = link_undertakings(builder)["Operation Lantern"]
    assert [(phase.day, phase.what) for phase in card.phases] == [
        ("2020-03", "expand Operation Lantern")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The surgeon finished the operation at noon and asked for tea.",
        "The training ground of Orland was flooded.",
        "Orland training teams lost their luggage.",
        "It was a mission to nowhere, and the deal was off.",
        "Mission accomplished, said the cook in Tarn.",
    ],
)
def test_ordinary_words_make_no_card(text: str) -> None:
    assert build_story(text).link().undertakings == ()


def test_deal_between_two_has_both_as_members() -> None:
    builder = build_story(
        "A ceasefire deal between Orland and Westmark was signed in Tarn on Friday."
    )
    (card,) = builder.link().undertakings
    assert (card.name, card.kind) == ("ceasefire deal between Orland and Westmark", "deal")
    assert {(party.name, party.role) for party in card.parties} == {
        ("Orland", "member"),
        ("Westmark", "member"),
    }


def test_two_missions_stay_two() -> None:
    builder = build_story("Harbour League Mission Tarn and Operation Lantern were both enlarged.")
    assert len(builder.link().undertakings) == 2
