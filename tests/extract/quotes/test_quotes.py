"""Quotes: the table of cases, the span law, marks of every kind, and who stands behind a source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.case_tables import get_expected, read_cases

from onrecord.extract import entities, quotes
from onrecord.language import Backbone
from onrecord.records import Page, Quote, Records, Zone
from onrecord.records.quote import SOURCE_KINDS, SPEECH

CASES = read_cases("quotes")


def extract_records(backbone: Backbone, text: str) -> Records:
    zones, position = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            zones.append(Zone("body", position, position + len(paragraph)))
        position += len(paragraph) + 2
    page = Page("p-1", None, "case", text, tuple(zones))
    parse = backbone.parse(page)
    found = entities.extract(page, parse, Records())
    return found.merged(quotes.extract(page, parse, found))


def describe_quote(quote: Quote) -> dict[str, Any]:
    return {
        "kind": quote.kind,
        "source": quote.source and quote.source.text,
        "source_kind": quote.source and quote.source.kind,
        "cue": quote.cue and quote.cue.text,
        "content": [part.text for part in quote.content],
        "via": [part.text for part in quote.via],
        "negated": quote.negated,
        "speech": quote.speech,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} ({case['why']})")
def test_cases(each_backbone: Backbone, case: dict[str, Any]) -> None:
    rows = [describe_quote(quote) for quote in extract_records(each_backbone, case["text"]).quotes]
    wanted = get_expected(case, each_backbone)
    assert len(rows) == len(wanted)
    for row, want in zip(rows, wanted, strict=True):
        assert {key: row[key] for key in want} == want


def test_as_many_cases_yield_nothing_or_no_statement_of_somebody() -> None:
    """Half of the table: nothing, or what is no statement somebody made (asked, believed, hearsay, denied)."""

    def is_statement(want: dict[str, Any]) -> bool:
        said = want.get("speech", "said") == "said" and not want.get("negated")
        return said and want.get("source", "") is not None

    assert len(CASES) >= 200
    assert sum(not case["expect"] for case in CASES) >= 90
    assert sum(not any(map(is_statement, case["expect"])) for case in CASES) >= len(CASES) / 2


def test_a_named_source_has_its_entity(backbone: Backbone) -> None:
    text = "Defence Secretary Maria Holt arrived.\n\n“We will stay until spring,” Holt said.\n\n“It matters to us all,” she said."
    found = extract_records(backbone, text)
    holt = next(entity for entity in found.entities if entity.type == "person")
    sources = [quote.source for quote in found.quotes]
    assert [source and source.entity for source in sources] == [holt.id, holt.id]
    assert [source and source.kind for source in sources] == ["named", "named"]


def test_she_stands_for_nobody_where_two_people_are_named(backbone: Backbone) -> None:
    text = "Maria Holt and Anna Keller met in Geneva.\n\n“It matters to us all,” she said."
    (quote,) = extract_records(backbone, text).quotes
    assert quote.source is not None
    assert (quote.source.kind, quote.source.entity) == ("unknown", None)


def test_a_release_passes_on_what_was_confirmed(backbone: Backbone) -> None:
    text = (
        "According to a news release from the ministry, Maria Holt said that the bridge would open."
    )
    (quote,) = extract_records(backbone, text).quotes
    assert quote.source is not None
    assert quote.source.text == "Maria Holt"
    assert [part.text for part in quote.via] == ["a news release from the ministry"]


def test_what_is_thought_is_told_apart_from_what_is_said(backbone: Backbone) -> None:
    text = "The minister said that the bridge was safe. The engineers think it is not."
    assert [quote.speech for quote in extract_records(backbone, text).quotes] == [
        "said",
        "believed",
    ]


def test_nobody_but_the_speaker_of_the_sentence_before_goes_on(backbone: Backbone) -> None:
    text = (
        "Maria Holt left the hall. The road was closed. “It comes late, but it comes to all of us.”"
    )
    assert extract_records(backbone, text).quotes == ()


def test_one_label_makes_no_transcript(backbone: Backbone) -> None:
    text = "Kestria: the bridge is open.\n\nThe weather: rain in the north.\n\nNothing more today."
    assert extract_records(backbone, text).quotes == ()


def test_parts_stand_where_they_say(backbone: Backbone) -> None:
    text = "The minister said:\n\n“We will stay.\n\nIt matters.”\n\nThe road, he added, was “not safe”."
    found = extract_records(backbone, text).quotes
    assert found
    for quote in found:
        parts = [*quote.content, *quote.via]
        parts += [quote.cue] if quote.cue else []
        for part in parts:
            assert text[part.start : part.end] == part.text
            assert quote.evidence.start <= part.start < part.end <= quote.evidence.end
        if quote.source:
            assert text[quote.source.start : quote.source.end] == quote.source.text
            assert quote.source.kind in SOURCE_KINDS
        assert quote.speech in SPEECH
        assert quote.zone == "body"


@given(st.text(alphabet="Heasid \n.,:“”\"'", max_size=60))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_breaks_it(backbone: Backbone, text: str) -> None:
    for record in extract_records(backbone, text):
        assert text[record.evidence.start : record.evidence.end] == record.evidence.text


@pytest.mark.shared
def test_seed_sources(backbone: Backbone, shared: Path) -> None:
    text = next((shared / "seeds").glob("000_*.txt")).read_text(encoding="utf-8")
    found = extract_records(backbone, text.split("Leave a Reply")[0].strip()).quotes
    by_role = [q for q in found if q.source and q.source.kind == "role"]
    assert len([q for q in by_role if q.source and q.source.text.endswith("source")]) == 3
    assert [part.text for part in by_role[0].via] == ["The Times"]
    assert {q.kind for q in found} == {"direct", "indirect", "mixed"}
    assert [q.source.kind for q in found if q.source and "assessment" in q.source.text] == [
        "document"
    ]
