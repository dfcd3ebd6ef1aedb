"""What is only alleged: by which words, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import build, extract, open_story, verify
from onrecord.extract.events.allegations import find_allegation
from onrecord.language import Backbone
from onrecord.pages import page_from_text
from onrecord.records import Event
from onrecord.story import explain_record


@pytest.mark.parametrize(
    ("text", "trigger", "word", "source"),
    [
        ("The treasurer allegedly took £3m from the fund.", "took", "allegedly", None),
        ("Guards have reportedly shot two fishermen.", "shot", "reportedly", None),
        ("The captain is believed to have fled.", "fled", "believed", None),
        ("It is alleged that the crew burned the barn.", "burned", "alleged", None),
        ("The militia claims that it took the pier.", "took", "claims", "militia"),
        ("The militia claims to have taken the pier.", "taken", "claims", "militia"),
        ("Detectives suspect he burned the barn.", "burned", "suspect", "Detectives"),
        ("The firm paid the clerk, lawyers allege.", "paid", "allege", "lawyers"),
        ("Lawyers accused the clerk of taking bribes.", "taking", "accused", "Lawyers"),
        ("He faces claims that he beat a prisoner.", "beat", "claims", None),
    ],
)
def test_alleged(
    backbone: Backbone, text: str, trigger: str, word: str, source: str | None
) -> None:
    verb = next(token for token in backbone.nlp(text) if token.text == trigger)
    allegation = find_allegation(verb)
    assert allegation is not None
    assert allegation.word.text == word
    assert (allegation.source.text if allegation.source else None) == source


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The treasurer took £3m from the fund.", "took"),
        ("The court said the treasurer took £3m.", "took"),
        ("Police said they had arrested him.", "arrested"),
        ("The board does not believe that he took it.", "took"),
        ("Lawyers accused the clerk.", "accused"),
        ("She was convicted of taking bribes.", "taking"),
    ],
)
def test_not_alleged(backbone: Backbone, text: str, trigger: str) -> None:
    verb = next(token for token in backbone.nlp(text) if token.text == trigger)
    assert find_allegation(verb) is None


@pytest.mark.parametrize(
    ("text", "trigger", "status", "by"),
    [
        ("The treasurer allegedly took £3m from the fund.", "took", "alleged", None),
        (
            "“They burned the barn on Monday,” the neighbours alleged.",
            "burned",
            "alleged",
            "the neighbours",
        ),
        ("“They burned the barn on Monday,” the neighbours said.", "burned", "happened", None),
        ("The mayor denied claims that police had beaten two dockers.", "beaten", "denied", None),
        ("The treasurer allegedly plans to attack the fort.", "attack", "planned", None),
        (
            "The ministry said without evidence that the rebels burned the bridge.",
            "burned",
            "alleged",
            "The ministry",
        ),
        ('"They shot two guards," he claims', "shot", "alleged", "he"),
        ("Sources said the firm paid the clerk £3m.", "paid", "alleged", "Sources"),
        ("The report said the firm paid the clerk £3m.", "paid", "happened", None),
        (
            "The army has confirmed reports that the militia has killed 70 villagers.",
            "killed",
            "happened",
            None,
        ),
        (
            "The council condemns the attacks, including one in Marlow claimed by the militia that targeted mourners.",
            "targeted",
            "happened",
            None,
        ),
        ("Police said Ian Roe stabbed two clerks.", "stabbed", "alleged", "Police"),
        ("Police said they had closed the bridge.", "closed", "happened", None),
        ("Police said a bus overturned near Marlow.", "overturned", "happened", None),
    ],
)
def test_status_and_who_alleges(text: str, trigger: str, status: str, by: str | None) -> None:
    records = extract(page_from_text(text, published="2021-05-06"))
    event = next(event for event in records.events if event.trigger.text == trigger)
    assert event.status == status
    assert (event.alleged_by.text if event.alleged_by else None) == by


def test_an_alleged_event_comes_back_from_a_story(tmp_path: Path) -> None:
    source = tmp_path / "page.txt"
    source.write_text("The lawyers accused the clerk of taking bribes on Monday.", encoding="utf-8")
    build([source], tmp_path / "s.db")
    with open_story(tmp_path / "s.db") as story:
        event = next(
            event
            for event in story.records("events")
            if isinstance(event, Event) and event.status == "alleged"
        )
        assert event.alleged_by is not None
        assert event.alleged_by.text == "The lawyers"
        assert not list(verify(story))
        steps = explain_record(story, event.id).steps
    assert "alleged by: The lawyers" in steps
