"""Entities: the table of cases, the span law, names that are joined and names that are kept apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.case_tables import get_expected, read_cases

from onrecord.extract import entities
from onrecord.extract.entities.classification.coordinated_names import find_coordinations
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.language import Backbone
from onrecord.language.span_index import OccupiedSpans
from onrecord.records import Page, Records, Zone
from onrecord.records.entity import ENTITY_TYPES

CASES = read_cases("entities")


def build_page(text: str, first: str = "body") -> Page:
    """A page whose paragraphs are body zones; the first may have another role."""
    zones, position = [], 0
    for index, paragraph in enumerate(text.split("\n\n")):
        if paragraph:
            role = first if index == 0 else "body"
            zones.append(Zone(role, position, position + len(paragraph)))
        position += len(paragraph) + 2
    return Page("p-1", None, "case", text, tuple(zones))


def extract_records(backbone: Backbone, text: str, first: str = "body") -> Records:
    page = build_page(text, first)
    return entities.extract(page, backbone.parse(page), Records())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} ({case['why']})")
def test_cases(each_backbone: Backbone, case: dict[str, Any]) -> None:
    found = extract_records(each_backbone, case["text"]).entities
    expected = get_expected(case, each_backbone)
    if not expected:
        assert [(entity.name, entity.type) for entity in found] == []
    by_name = {(entity.name, entity.type): entity for entity in found}
    for wanted in expected:
        assert (wanted["name"], wanted["type"]) in by_name
        entity = by_name[wanted["name"], wanted["type"]]
        assert set(wanted.get("names", ())) <= set(entity.names)


def test_as_many_cases_yield_nothing() -> None:
    assert len(CASES) >= 150
    assert sum(not case["expect"] for case in CASES) >= len(CASES) / 2


def test_every_mention_belongs_to_one_entity_and_stands_where_it_says(backbone: Backbone) -> None:
    text = (
        "Britain will send trainers to Iraq.\n\nThe UK has 40 there, Defence Secretary Maria Holt said."
        "\n\nHolt spoke to British and Iraqi officers."
    )
    records = extract_records(backbone, text)
    idents = [entity.id for entity in records.entities]
    assert len(idents) == len(set(idents))
    for entity in records.entities:
        own = [mention for mention in records.mentions if mention.entity == entity.id]
        assert len(own) == entity.mentions > 0
        assert own[0].evidence.start == entity.evidence.start
        assert {mention.type for mention in own} <= {entity.type, "role"} <= set(ENTITY_TYPES)
    for record in records:
        assert text[record.evidence.start : record.evidence.end] == record.evidence.text
        assert record.evidence.by == entities.NAME


def test_demonyms_are_kept_apart_from_their_country(backbone: Backbone) -> None:
    found = extract_records(
        backbone, "Iraq asked for help. Iraqi troops waited. The US-led force came."
    )
    types = {entity.name: entity.type for entity in found.entities}
    assert types["Iraq"] == "place"
    assert types["Iraqi"] == "group"
    assert "United States" not in types


def test_a_role_beside_a_name_is_kept_with_the_person(backbone: Backbone) -> None:
    found = extract_records(backbone, "Defence Secretary Maria Holt left London.")
    assert [entity.roles for entity in found.entities if entity.type == "person"] == [
        ("Defence Secretary",)
    ]
    assert not [entity for entity in found.entities if entity.type == "role"]


def test_two_people_of_one_surname_are_not_joined(backbone: Backbone) -> None:
    text = "Anna Keller met David Keller in Geneva. David Keller left early."
    people = [e.name for e in extract_records(backbone, text).entities if e.type == "person"]
    assert sorted(people) == ["Anna Keller", "David Keller"]


def test_a_shouted_headline_gives_only_names_the_page_knows(backbone: Backbone) -> None:
    text = "MARIA HOLT LEAVES OFFICE TODAY\n\nMaria Holt left her post in Geneva on Monday."
    found = extract_records(backbone, text, "headline")
    holt = next(entity for entity in found.entities if entity.type == "person")
    assert holt.mentions == 2
    assert {entity.name for entity in found.entities} == {"Maria Holt", "Geneva"}


def test_an_office_is_noted_with_the_one_who_holds_it(backbone: Backbone) -> None:
    text = "Defence Secretary Maria Holt met them. The Defence Secretary said more would follow."
    records = extract_records(backbone, text)
    holt = next(entity for entity in records.entities if entity.type == "person")
    own = [(m.evidence.text, m.type) for m in records.mentions if m.entity == holt.id]
    assert own == [("Maria Holt", "person"), ("Defence Secretary", "role")]
    assert holt.names == ("Maria Holt",)


def test_an_office_of_several_words_may_stand_before_its_holder(backbone: Backbone) -> None:
    text = (
        "The fleet will stay, the Defence Secretary said. Defence Secretary Maria Holt was there."
    )
    records = extract_records(backbone, text)
    holt = next(entity for entity in records.entities if entity.type == "person")
    own = [(m.evidence.text, m.type) for m in records.mentions if m.entity == holt.id]
    assert own == [("Defence Secretary", "role"), ("Maria Holt", "person")]
    assert not [entity for entity in records.entities if entity.type == "role"]


@pytest.mark.parametrize(
    "text",
    [
        "The Defence Secretary said more would follow.",
        "The minister said more would follow. Minister Maria Holt left.",
        "Defence Secretary Maria Holt met Health Secretary Ann Marsh. The secretary said so.",
        "Maria Holt, the former defence secretary, spoke. A defence secretary said no.",
        "Deputy governor Maria Holt spoke. The governor said no.",
    ],
)
def test_an_office_without_one_known_holder_stays_a_role(backbone: Backbone, text: str) -> None:
    roles = [entity for entity in extract_records(backbone, text).entities if entity.type == "role"]
    assert len(roles) == 1


def test_a_capital_that_acts_is_kept_apart_from_the_town(backbone: Backbone) -> None:
    text = "Moscow denied the claim. Reporters in Moscow laughed. Russia denied it too."
    found = {(e.name, e.type) for e in extract_records(backbone, text).entities}
    assert {("Moscow", "organisation"), ("Moscow", "place"), ("Russia", "place")} <= found


def test_names_in_a_list_speak_for_each_other(backbone: Backbone) -> None:
    block = backbone.parse(build_page("Tolvex, Brask and Corran left.")).blocks[0]
    names = [
        Occurrence(start, end, block.doc.text[start:end], "place", "parsed", None)
        for start, end in ((0, 6), (8, 13), (18, 24))
    ]
    assert [[name.name for name in run] for run in find_coordinations(block, names)] == [
        ["Tolvex", "Brask", "Corran"]
    ]


@pytest.mark.parametrize("text", ["Ann Hale, Oslo", "Tolvex sued Brask", "Tolvex. Brask"])
def test_a_comma_alone_makes_no_list(backbone: Backbone, text: str) -> None:
    block = backbone.parse(build_page(text)).blocks[0]
    middle = text.rindex(" ")
    names = [
        Occurrence(0, len(text[:middle].split(",", maxsplit=1)[0]), "one", "place", "parsed", None),
        Occurrence(middle + 1, len(text), "other", "place", "parsed", None),
    ]
    assert list(find_coordinations(block, names)) == []


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=12), st.integers(0, 40))
def test_taken_stretches_overlap_as_a_plain_search_says(
    spans: list[tuple[int, int]], start: int
) -> None:
    apart: list[tuple[int, int]] = []
    for at, size in spans:
        if not any(a < at + size and at < b for a, b in apart):
            apart.append((at, at + size))
    taken = OccupiedSpans()
    for span in apart:
        taken.add(*span)
    plain = any(a < start + 3 and start < b for a, b in apart)
    assert taken.has_overlap(start, start + 3) == plain


@given(st.text(alphabet="UKsI .,’'\"“”()-\nabcé—", max_size=60))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_breaks_it(backbone: Backbone, text: str) -> None:
    for record in extract_records(backbone, text):
        assert text[record.evidence.start : record.evidence.end] == record.evidence.text
