"""Events told by nouns: their status, who takes part, when and where, and what is only alleged."""

from __future__ import annotations

import pytest

from onrecord.extract import extract
from onrecord.language import Backbone
from onrecord.pages import page_from_text
from onrecord.records import Event, Records


def find(backbone: Backbone, text: str) -> Records:
    page = page_from_text(text)
    return extract(page, backbone.parse(page))


def get_event(found: Records, trigger: str) -> Event:
    return next(event for event in found.events if event.trigger.text == trigger)


def test_a_massacre_has_its_place_and_day(backbone: Backbone) -> None:
    found = find(backbone, "The massacre in Tavia in May killed 30 people.")
    event = get_event(found, "massacre")
    times = {time.id: time.evidence.text for time in found.times}
    assert event.status == "happened"
    assert event.place is not None
    assert event.place.text == "Tavia"
    assert times[event.time or ""] == "May"


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "targets"),
    [
        ("The arrest of two ministers shocked the capital.", "arrest", (), ("two ministers",)),
        ("Tom Roe's resignation was announced on Monday.", "resignation", ("Tom Roe",), ()),
    ],
)
def test_who_takes_part(
    backbone: Backbone, text: str, trigger: str, actors: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    event = get_event(find(backbone, text), trigger)
    assert tuple(one.text.removesuffix("'s") for one in event.actors) == actors
    assert tuple(one.text for one in event.targets) == targets


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The alleged assault took place on Monday.", "assault"),
        ("The minister was charged with murder.", "murder"),
        ("Lawyers accused the clerk of fraud.", "fraud"),
        ("He faces allegations of bribery.", "bribery"),
    ],
)
def test_what_is_alleged_is_never_said_to_have_happened(
    backbone: Backbone, text: str, trigger: str
) -> None:
    events = [e for e in find(backbone, text).events if e.trigger.text == trigger]
    assert all(event.status == "alleged" for event in events)


def test_no_talks_were_held(backbone: Backbone) -> None:
    events = find(backbone, "There were no attacks on Monday.").events
    assert [event.status for event in events] == ["denied"]


def test_a_noun_that_a_verb_carries_is_no_second_event(backbone: Backbone) -> None:
    found = find(backbone, "The militia launched an attack on the village.")
    assert [event.trigger.text for event in found.events] == ["launched an attack"]


def test_confidence_and_reasons_are_kept(backbone: Backbone) -> None:
    event = get_event(find(backbone, "The crash killed two people in Tavia."), "crash")
    assert event.evidence.confidence is not None
    assert 0 < event.evidence.confidence <= 1
    assert any(step.startswith("for an event: ") for step in event.steps)


def test_not_under_attack(backbone: Backbone) -> None:
    event = get_event(find(backbone, "The base was not under attack on Monday."), "attack")
    assert event.status == "denied"
