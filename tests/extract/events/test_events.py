"""Events against the table of cases, and the laws that hold for every page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.case_tables import get_expected, read_cases

from onrecord.extract import commitments, events
from onrecord.language import Backbone
from onrecord.records import Mention, Page, Quote, Records, Source, Time, Zone
from onrecord.records.event import ROOTS, STATUSES

ROWS = read_cases("events")


def build_page(text: str, role: str = "body") -> Page:
    return Page(
        id="p-test",
        capture=None,
        path="",
        text=text,
        zones=(Zone(role, 0, len(text)),),
        language="en",
    )


def extract_records(backbone: Backbone, text: str, role: str = "body") -> Records:
    page = build_page(text, role)
    return events.extract(page, backbone.parse(page), Records())


def select_expected_fields(row: dict[str, Any], found: Records) -> list[dict[str, Any]]:
    """Return, for each expected event, the drawn one cut to the same fields."""
    by_trigger = {event.trigger.text: event for event in found.events}
    cut = []
    for wanted in row["expect"]:
        event = by_trigger.get(wanted["trigger"])
        whole = event.to_dict() if event is not None else {}
        seen = {key: whole.get(key) for key in wanted}
        seen["trigger"] = event.trigger.text if event is not None else None
        for key in ("actors", "targets"):
            if key in wanted and event is not None:
                seen[key] = [p.text for p in getattr(event, key)]
        cut.append(seen)
    return cut


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_case(row: dict[str, Any], each_backbone: Backbone) -> None:
    found = extract_records(each_backbone, row["text"])
    expected = get_expected(row, each_backbone)
    if not expected:
        assert [event.trigger.text for event in found.events] == [], row["why"]
    assert select_expected_fields({**row, "expect": expected}, found) == expected, row["why"]


def test_headlines_tell_in_the_present_what_happened(backbone: Backbone) -> None:
    (event,) = extract_records(backbone, "Norway sends two frigates to the Gulf", "headline").events
    assert event.status == "happened"


@pytest.mark.parametrize("role", ["comment", "furniture", "byline"])
def test_what_readers_write_is_no_event(backbone: Backbone, role: str) -> None:
    assert not extract_records(backbone, "Norway sent two frigates to the Gulf.", role).events


def test_a_present_with_a_day_ahead_is_planned(backbone: Backbone) -> None:
    text = "The minister arrives in Oslo next week."
    page = build_page(text)
    start = text.index("next")
    time = Time("t-1", page.evidence(start, start + 9, "t@1"), "DATE", "2030-W21")
    (event,) = events.extract(page, backbone.parse(page), Records(times=(time,))).events
    assert (event.status, event.time) == ("planned", "t-1")


def test_nothing_reaches_out_of_a_direct_quote(backbone: Backbone) -> None:
    text = "“We will plant two million trees,” environment minister Ana Dahl told delegates."
    page = build_page(text)
    content = (page.part(1, text.index(",")),)
    quote = Quote(
        "q-1", page.evidence(0, len(text), "t@1"), "direct", content, None, None, (), "body"
    )
    found = events.extract(page, backbone.parse(page), Records(quotes=(quote,))).events
    event = next(event for event in found if event.trigger.text == "plant")
    assert event.evidence.text == "We will plant two million trees"
    assert [target.text for target in event.targets] == ["two million trees"]


def test_a_direct_quote_makes_a_promise_of_the_speakers_will(backbone: Backbone) -> None:
    text = "“We will build a new bridge,” the mayor said."
    page = build_page(text)
    start = text.index("We")
    end = text.index(",")
    source = Source("the mayor", text.index("the mayor"), text.index(" said"), "role")
    content = (page.part(start, end),)
    quote = Quote(
        "q-1", page.evidence(0, len(text), "t@1"), "direct", content, None, source, (), "body"
    )
    found = events.extract(page, backbone.parse(page), Records(quotes=(quote,)))
    (event,) = found.events
    assert (event.status, event.said_by) == ("promised", "q-1")
    assert event.actors[0].text == "We"


def test_participants_carry_the_entity_of_their_mention(backbone: Backbone) -> None:
    text = "Norway sent two frigates to Kenya."
    page = build_page(text)
    mentions = tuple(
        Mention(
            f"m-{name}",
            page.evidence(text.index(name), text.index(name) + len(name), "t@1"),
            "place",
            f"n-{name}",
        )
        for name in ("Norway", "Kenya")
    )
    (event,) = events.extract(page, backbone.parse(page), Records(mentions=mentions)).events
    assert [actor.entity for actor in event.actors] == ["n-Norway"]
    assert event.place is not None
    assert event.place.text == "Kenya"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_laws_hold_for_any_mix_of_words(backbone: Backbone, data: st.DataObject) -> None:
    vocabulary = [*" ".join(row["text"] for row in ROWS).split(), "“", "”", "(", "—", "\u2009", "é"]
    text = " ".join(
        data.draw(st.lists(st.sampled_from(vocabulary), min_size=1, max_size=30))
    ).strip()
    if not text:
        return
    page = build_page(text)
    parse = backbone.parse(page)
    found = events.extract(page, parse, Records())
    found = found.merged(commitments.extract(page, parse, found))
    assert found.events == events.extract(page, parse, Records()).events
    for event in found.events:
        evidence, trigger = event.evidence, event.trigger
        assert text[evidence.start : evidence.end] == evidence.text
        assert text[trigger.start : trigger.end] == trigger.text
        assert evidence.start <= trigger.start < trigger.end <= evidence.end
        assert event.status in STATUSES
        assert event.type is None or event.type in ROOTS
        for part in (*event.actors, *event.targets):
            assert text[part.start : part.end] == part.text
    assert len({event.id for event in found.events}) == len(found.events)


@pytest.mark.shared
def test_a_seed_page(backbone: Backbone, shared: Path) -> None:
    text = (shared / "seeds" / "000_f4e1e92a97ac4061.txt").read_text(encoding="utf-8")
    body = text[: text.index("Leave a Reply")].rstrip()
    cut = [m.span() for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", body)]
    zones = tuple(Zone("headline" if i == 0 else "body", *span) for i, span in enumerate(cut))
    page = Page(id="p-seed", capture=None, path="", text=body, zones=zones, language="en")
    found = events.extract(page, backbone.parse(page), Records()).events
    statuses = {(event.trigger.text, event.status) for event in found}
    assert ("pulled out", "happened") in statuses
    assert ("sending", "denied") in statuses
    assert ("collapsed", "happened") in statuses
    assert ("send", "planned") in statuses
    assert ("send", "promised") in statuses
    assert ("sent", "possible") in statuses
