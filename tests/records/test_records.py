"""Records: written and read the same; ids by content; no span, no record."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import (
    Comment,
    Commitment,
    Entity,
    Event,
    Feature,
    Figure,
    Link,
    Mention,
    Outcome,
    Page,
    Part,
    Participant,
    Quote,
    Record,
    Row,
    Source,
    Span,
    Time,
    Zone,
)
from onrecord.records.ids import build_content_id

TEXT = "Ms Dahl said on 3 May that 40 nurses will be sent to Orsk by the coming winter."
PAGE = Page("p-1", None, "given", TEXT, (Zone("body", 0, len(TEXT)),))


def build_part(words: str) -> Part:
    start = TEXT.index(words)
    return PAGE.part(start, start + len(words))


def locate_words(words: str) -> tuple[int, int]:
    return build_part(words).start, build_part(words).end


EXAMPLES: tuple[Row, ...] = (
    Comment(
        "k-1", PAGE.evidence(0, 7, "pages@1"), 0, "Ann", "stated", "3 May", "2020-05-03", votes=-2
    ),
    Mention("m-1", PAGE.evidence(*locate_words("Ms Dahl"), "entities@1", 0.5), "person", "n-1"),
    Entity(
        "n-1",
        PAGE.evidence(*locate_words("Ms Dahl"), "entities@1"),
        "person",
        "Dahl",
        ("Dahl",),
        (),
        1,
    ),
    Quote(
        "q-1",
        PAGE.evidence(0, len(TEXT), "quotes@1"),
        "indirect",
        (build_part("40 nurses will be sent"),),
        build_part("said"),
        Source("Ms Dahl", 0, 7, "named", "n-1"),
        (build_part("Orsk"),),
        "body",
    ),
    Time(
        "t-1",
        PAGE.evidence(*locate_words("3 May"), "times@1"),
        "DATE",
        None,
        None,
        "published",
        None,
        ("a", "b"),
    ),
    Figure("f-1", PAGE.evidence(*locate_words("40"), "figures@1"), 40.0, what=build_part("nurses")),
    Event(
        "e-1",
        PAGE.evidence(*locate_words("40 nurses will be sent"), "events@1"),
        build_part("sent"),
        "AID",
        None,
        ("health",),
        "planned",
        False,
        (),
        (Participant("40 nurses", *locate_words("40 nurses")),),
        build_part("Orsk"),
        "t-1",
        None,
    ),
    Commitment(
        "c-1",
        PAGE.evidence(*locate_words("40 nurses"), "commitments@1"),
        "e-1",
        Participant("Ms Dahl", 0, 7, "n-1"),
        None,
        None,
        "kept",
        (Outcome("l-1", "p-2", 0, 4, "They", "for"),),
    ),
    Link("l-1", "copy", "p-1", "p-2", 0.75, (Feature("words", 0.5, "12", "13"),)),
)


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: type(record).__name__)
def test_written_and_read_is_the_same(record: Row) -> None:
    row = json.loads(json.dumps(record.to_dict()))
    assert type(record).from_dict(row) == record


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: type(record).__name__)
def test_what_is_missing_is_said(record: Row) -> None:
    row = record.to_dict()
    del row["id"]
    with pytest.raises(ValueError, match=type(record).__name__):
        type(record).from_dict(row)


def test_evidence_is_written_flat_and_first() -> None:
    row = EXAMPLES[1].to_dict()
    assert list(row)[:8] == ["id", "page", "start", "end", "bytes", "text", "by", "confidence"]
    assert (row["text"], row["type"], row["entity"]) == ("Ms Dahl", "person", "n-1")


def test_a_commitments_outcomes_are_its_evidence_in_json() -> None:
    row = EXAMPLES[7].to_dict()
    assert row["evidence"][0]["side"] == "for"
    assert "outcomes" not in row


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 4), (-1, 4), (0, len(TEXT) + 1)])
def test_no_span_no_record(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        PAGE.evidence(start, end, "quotes@1")


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_the_span_law(start: int, length: int) -> None:
    end = min(len(TEXT), start + length)
    evidence = PAGE.evidence(start, end, "any@1")
    assert evidence.text == TEXT[evidence.start : evidence.end]
    record: Record = Mention("m", evidence, "person", "n")
    assert Mention.from_dict(record.to_dict()) == record


@given(st.lists(st.one_of(st.text(), st.integers(), st.none())))
def test_ids_are_of_content(parts: list[str | int | None]) -> None:
    assert build_content_id("q", *parts) == build_content_id("q", *parts)
    assert build_content_id("q", *parts) != build_content_id("q", *parts, "more")
    assert build_content_id("q", *parts).startswith("q-")


def test_zones_are_found_by_position() -> None:
    page = Page("p", None, "x", "Head\n\nBody", (Zone("headline", 0, 4), Zone("body", 6, 10)))
    roles = [zone.role if (zone := page.zone_at(at)) else None for at in range(11)]
    assert roles == ["headline"] * 4 + [None] * 2 + ["body"] * 4 + [None]
    assert page.bytes_of(Span(0, 4)) is None
