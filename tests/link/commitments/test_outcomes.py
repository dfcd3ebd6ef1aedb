from __future__ import annotations

import pytest

from onrecord.records import Commitment
from tests.link.story_builder import StoryBuilder

PROMISE = "Orland will build a lighthouse on Skerry Point by 2020."
LAND = {"Orland": "place"}


def link_commitments(*later: tuple[str, str]) -> list[Commitment]:
    builder = StoryBuilder()
    builder.add_page(
        PROMISE,
        "2018-01-10",
        entities=LAND,
        times={"2020": "2020"},
        events=[
            {
                "trigger": "build",
                "actors": ["Orland"],
                "targets": ["a lighthouse"],
                "status": "promised",
                "time": "2020",
                "promise": True,
            }
        ],
    )
    for published, text in later:
        builder.add_page(text, published, entities=LAND if "Orland" in text else {})
    linked = builder.link()
    ids = {link.id for link in linked.links}
    for commitment in linked.commitments:
        assert commitment.outcomes or commitment.tellings
        # Verdicts were wrong too often on real stories: they are shown to be checked, and settle nothing.
        assert commitment.state == "open"
        assert all(outcome.candidate for outcome in commitment.outcomes)
        assert all(outcome.link in ids for outcome in commitment.outcomes)
        for outcome in commitment.outcomes:
            page = next(one for one in builder.pages if one.id == outcome.page)
            assert page.text[outcome.start : outcome.end] == outcome.text
    return list(linked.commitments)


def test_broken_by_plain_words() -> None:
    (one,) = link_commitments(
        ("2020-02-01", "The lighthouse Orland promised for Skerry Point was never built.")
    )
    assert one.candidate_state == "broken"
    assert [outcome.side for outcome in one.outcomes] == ["against"]


def test_kept_by_a_sentence_that_rests_on_the_one_before() -> None:
    text = "Orland lit the new lighthouse on Skerry Point on Friday. The promise has been kept."
    (one,) = link_commitments(("2019-12-01", text))
    assert one.candidate_state == "kept"


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2020-02-01", "The lighthouse at Garrow Head, which Westmark promised, was never built."),
        ("2020-02-01", "Orland scrapped the tax on herring, and Skerry Point cheered."),
        ("2017-02-01", "The lighthouse Orland promised for Skerry Point was never built."),
        ("2020-02-01", "Orland has not scrapped the lighthouse on Skerry Point."),
        ("2020-02-01", "Orland opened a museum. The promise has been kept."),
    ],
    ids=["other lighthouse", "other thing", "earlier page", "denied", "rests on another thing"],
)
def test_stays_open(published: str, text: str) -> None:
    assert link_commitments((published, text)) == []


def test_both_sides_are_unclear() -> None:
    (one,) = link_commitments(
        ("2020-02-01", "The lighthouse Orland promised for Skerry Point was never built."),
        (
            "2020-03-01",
            "Orland kept its promise of a lighthouse on Skerry Point by 2020, its minister said.",
        ),
    )
    assert one.candidate_state == "unclear"
    assert {outcome.side for outcome in one.outcomes} == {"for", "against"}


def test_copies_speak_once() -> None:
    text = (
        "The lighthouse Orland promised for Skerry Point was never built. Fishermen still steer by the kitchen "
        "window of Mrs Gall, who leaves a lamp in it, and who has asked the council for nothing but the oil."
    )
    (one,) = link_commitments(("2020-02-01", text), ("2020-02-02", text))
    assert len(one.outcomes) == 1


def test_another_number_is_another_promise() -> None:
    builder = StoryBuilder()
    builder.add_page(
        "Orland will send 60 divers to the wreck.",
        "2018-01-10",
        entities=LAND,
        figures=[{"words": "60", "value": 60.0, "what": "divers"}],
        events=[
            {
                "trigger": "send",
                "actors": ["Orland"],
                "targets": ["60 divers"],
                "status": "planned",
                "promise": True,
            }
        ],
    )
    builder.add_page(
        "Of the 80 divers Orland promised, only 35 were sent to the wreck.",
        "2019-01-10",
        entities=LAND,
    )
    assert builder.link().commitments == ()


@pytest.mark.parametrize(
    "later",
    [
        "The guards Orland promised to withdraw from Skerry Point were withdrawn on Tuesday.",
        "Only 12 days before, Orland had sent the guards at Skerry Point a letter.",
    ],
)
def test_an_act_carried_out_and_another_number_are_no_verdict(later: str) -> None:
    builder = StoryBuilder()
    builder.add_page(
        "Orland will withdraw the guards from Skerry Point by 2020.",
        "2018-01-10",
        entities=LAND,
        events=[
            {
                "trigger": "withdraw",
                "actors": ["Orland"],
                "targets": ["the guards"],
                "status": "promised",
                "promise": True,
            }
        ],
    )
    builder.add_page(later, "2018-02-01", entities=LAND)
    assert builder.link().commitments == ()


def test_what_was_to_be_withdrawn_and_never_was_is_broken() -> None:
    (one,) = link_commitments(
        ("2020-02-01", "The lighthouse Orland promised for Skerry Point was scrapped.")
    )
    assert one.candidate_state == "broken"
