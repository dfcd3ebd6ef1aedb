"""One promise told in several places is one promise with several tellings."""

from __future__ import annotations

from typing import Any

from onrecord.records import Commitment
from tests.link.story_builder import StoryBuilder


def promise(text: str, giver: str, thing: str, time: str | None = None) -> dict[str, Any]:
    trigger = next(word for word in text.split() if word in {"build", "send", "close"})
    event = {"trigger": trigger, "actors": [giver], "targets": [thing], "status": "promised"}
    return event | {"promise": True} | ({"time": time} if time else {})


def link_promises(*tellings: tuple[str, str, str, str | None]) -> list[Commitment]:
    """Link a page a telling: its text, giver, thing and year."""
    builder = StoryBuilder()
    for month, (text, giver, thing, year) in enumerate(tellings, start=1):
        builder.add_page(
            text,
            f"2018-{month:02}-10",
            entities={giver: "place"},
            times={year: year} if year else {},
            events=[promise(text, giver, thing, year)],
        )
    return list(builder.link().commitments)


def test_the_same_promise_on_two_pages_is_told_twice() -> None:
    found = link_promises(
        (
            "Orland will build a lighthouse on Skerry Point by 2020.",
            "Orland",
            "a lighthouse",
            "2020",
        ),
        (
            "Orland has promised to build the lighthouse on Skerry Point.",
            "Orland",
            "the lighthouse",
            None,
        ),
    )
    assert len(found) == 2
    assert found[0].tellings == (found[1].id,)
    assert found[1].tellings == (found[0].id,)
    assert {commitment.state for commitment in found} == {"open"}


def test_another_giver_promises_another_thing() -> None:
    assert not link_promises(
        ("Orland will build a lighthouse on Skerry Point.", "Orland", "a lighthouse", None),
        ("Kestria will build a lighthouse on Skerry Point.", "Kestria", "a lighthouse", None),
    )


def test_another_day_is_another_promise() -> None:
    assert not link_promises(
        (
            "Orland will build a lighthouse on Skerry Point by 2020.",
            "Orland",
            "a lighthouse",
            "2020",
        ),
        (
            "Orland will build a lighthouse on Skerry Point by 2031.",
            "Orland",
            "a lighthouse",
            "2031",
        ),
    )


def test_another_thing_is_another_promise() -> None:
    assert not link_promises(
        ("Orland will build a lighthouse on Skerry Point.", "Orland", "a lighthouse", None),
        ("Orland will build a ferry pier at Marlow.", "Orland", "a ferry pier", None),
    )
