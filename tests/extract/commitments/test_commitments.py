"""Commitments against the table of cases, and the laws that hold for every page."""

from __future__ import annotations

from typing import Any

import pytest
from tests.case_tables import get_expected, read_cases

from onrecord.extract import commitments, events, times
from onrecord.language import Backbone
from onrecord.records import Commitment, Dated, Page, Records, Zone

ROWS = read_cases("commitments")


def build_page(text: str) -> Page:
    zones = (Zone("body", 0, len(text)),)
    published = Dated("2030-05-14", "stated")
    return Page("p-test", None, "", text, zones, published=published, language="en")


def extract_records(backbone: Backbone, page: Page) -> Records:
    parse = backbone.parse(page)
    found = times.extract(page, parse, Records())
    for extractor in (events, commitments):
        found = found.merged(extractor.extract(page, parse, found))
    return found


def describe_commitment(commitment: Commitment, found: Records) -> dict[str, Any]:
    event = next(e for e in found.events if e.id == commitment.event)
    due = [t.evidence.text for t in found.times if t.id == commitment.due]
    return {
        "trigger": event.trigger.text,
        "who": commitment.who.text if commitment.who else None,
        "to_whom": commitment.to_whom.text if commitment.to_whom else None,
        "due": due[0] if due else None,
        "negated": event.negated,
        "strength": commitment.strength,
        "content": commitment.content.text if commitment.content else None,
        "receiver": commitment.receiver.text if commitment.receiver else None,
        "condition": commitment.condition.text if commitment.condition else None,
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_case(row: dict[str, Any], each_backbone: Backbone) -> None:
    expected = get_expected(row, each_backbone)
    found = extract_records(each_backbone, build_page(row["text"]))
    have = [describe_commitment(commitment, found) for commitment in found.commitments]
    cut = [{key: one[key] for key in wanted} for wanted, one in zip(expected, have, strict=False)]
    assert len(have) == len(expected), (row["why"], have)
    assert cut == expected, row["why"]


def test_evidence_is_the_clause_and_state_is_open(backbone: Backbone) -> None:
    page = build_page("The council met on Monday. It agreed to build a new bridge by 2035.")
    found = extract_records(backbone, page)
    assert found.commitments
    for commitment in found.commitments:
        evidence = commitment.evidence
        assert page.text[evidence.start : evidence.end] == evidence.text
        assert commitment.state == "open"
        assert evidence.by == commitments.NAME
        assert commitment.event in {event.id for event in found.events}
