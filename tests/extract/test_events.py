"""Events against the table of cases, and the laws that hold for every page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import commitments, events
from onrecord.language import Backbone
from onrecord.records import Page, Records, Zone
from onrecord.records.event import ROOTS, STATUSES

CASES = Path(__file__).parents[1] / "cases" / "events.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def page_of(text: str, role: str = "body") -> Page:
    return Page(
        id="p-test", capture=None, path="", text=text, zones=(Zone(role, 0, len(text)),), language="en"
    )


def drawn(backbone: Backbone, text: str, role: str = "body") -> Records:
    page = page_of(text, role)
    return events.extract(page, backbone.parse(page), Records())


def as_expected(row: dict[str, Any], found: Records) -> list[dict[str, Any]]:
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
def test_case(row: dict[str, Any], backbone: Backbone) -> None:
    found = drawn(backbone, row["text"])
    if not row["expect"]:
        assert [event.trigger.text for event in found.events] == [], row["why"]
    assert as_expected(row, found) == row["expect"], row["why"]
