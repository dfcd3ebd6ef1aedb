from __future__ import annotations

import pytest

from tests.link.story_builder import StoryBuilder

BODIES = {"Orland": "place", "Westmark": "place"}


def is_same_event(
    first: dict[str, object],
    second: dict[str, object],
    *,
    days: tuple[str, str] = ("2020-05-01", "2020-05-02"),
) -> bool:
    builder = StoryBuilder()
    for published, row in zip(days, (first, second), strict=True):
        text = str(row.pop("text"))
        times = row.pop("times", None)
        names = {name: kind for name, kind in BODIES.items() if name in text}
        builder.add_page(text, published, entities=names, times=times, events=[row])  # type: ignore[arg-type]
    return any(link.kind == "same_event" for link in builder.link().links)


def build_attack(**changes: object) -> dict[str, object]:
    row: dict[str, object] = {
        "text": "Orland attacked Westmark on Friday.",
        "trigger": "attacked",
        "actors": ["Orland"],
        "targets": ["Westmark"],
        "type": "ASSAULT",
        "times": {"Friday": "2020-05-01"},
        "time": "Friday",
    }
    return {**row, **changes}


def test_same_deed_people_and_day() -> None:
    assert is_same_event(
        build_attack(), build_attack(text="On Friday Orland attacked Westmark again and again.")
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"times": {"Friday": "2020-04-24"}},
        {"actors": ["Westmark"], "targets": ["Orland"]},
        {"status": "possible"},
        {"negated": True},
        {"text": "Orland warned Westmark on Friday.", "trigger": "warned"},
    ],
    ids=["another day", "the other way round", "only possible", "did not happen", "another verb"],
)
def test_what_differs_keeps_apart(changes: dict[str, object]) -> None:
    assert not is_same_event(build_attack(), build_attack(**changes))


def test_undated_events_of_far_pages_are_apart() -> None:
    bare: dict[str, object] = {"text": "Orland attacked Westmark.", "times": None, "time": None}
    assert not is_same_event(
        build_attack(**bare), build_attack(**bare), days=("2020-05-01", "2021-05-01")
    )


def test_light_verbs_never_join() -> None:
    row = {"text": "Orland has Westmark on Friday.", "trigger": "has"}
    assert not is_same_event(build_attack(**row), build_attack(**row))


@pytest.mark.parametrize(("second", "expected"), [("2020-05-01", 1), ("2020-05-11", 0)])
def test_one_page_may_report_an_event_twice(second: str, expected: int) -> None:
    """The same deed with the same day is one; with another day it is not."""
    builder = StoryBuilder()
    text = "Orland attacked Westmark on Friday. Orland attacked Westmark on the day it rained."
    rows = [
        build_attack(),
        build_attack(
            clause="Orland attacked Westmark on the day it rained.", time="the day it rained"
        ),
    ]
    for row in rows:
        row.pop("text")
        row.pop("times")
    times = {"Friday": "2020-05-01", "the day it rained": second}
    builder.add_page(text, "2020-05-12", entities=BODIES, times=times, events=rows)
    assert len([link for link in builder.link().links if link.kind == "same_event"]) == expected


def test_a_link_says_what_spoke_for_it_and_against() -> None:
    builder = StoryBuilder()
    for day, words in (("2020-05-01", "early"), ("2020-05-02", "in force")):
        row = build_attack(text=f"Orland attacked Westmark {words} on Friday.")
        text, times = str(row.pop("text")), row.pop("times")
        builder.add_page(text, day, entities=BODIES, times=times, events=[row])  # type: ignore[arg-type]
    (link,) = [link for link in builder.link().links if link.kind == "same_event"]
    reasons = {feature.name: (feature.a, feature.b) for feature in link.features}
    assert 0.4 <= link.score <= 1
    assert reasons["days: same day"] == ("Friday", "Friday")
    assert all(feature.a and feature.b for feature in link.features)
    weights = [feature.weight for feature in link.features]
    assert weights == sorted(weights, reverse=True)
