from __future__ import annotations

import pytest

from onrecord.link.comparison.demonyms import (
    Power,
    Powers,
    find_demonym_adjectives,
    find_powers,
)
from onrecord.records import Entity, Evidence

TARN = Powers({"tarn": Power("tarn", "Tarn", None)}, {"tarn": "tarn"})


def test_a_run_of_thousands_of_capitals_is_read_once() -> None:
    found = list(TARN.iter_mentions("Mr. " * 4_000 + "Tarn " + "Mr. " * 4_000))
    assert [(start, end) for start, end, _ in found] == [(16_000, 16_004)]


def build_entity(name: str, kind: str, *more: str) -> Entity:
    return Entity(
        f"n-{name}", Evidence("p", 0, 1, None, name, "hand@1"), kind, name, (name, *more), (), 1
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Orlandian divers", ["Orland"]),
        ("Tarsian and Orlandian troops", ["Tarsia", "Orland"]),
        ("the HLW", ["Harbour League of Wardens"]),
        ("British troops", ["United Kingdom"]),
        ("a man of Orlando", []),
        ("Tarpaulin", []),
    ],
)
def test_powers(words: str, expected: list[str]) -> None:
    found = [
        build_entity("Orland", "place"),
        build_entity("Tarsia", "place"),
        build_entity("Britain", "place"),
        build_entity("Harbour League of Wardens", "organisation"),
    ]
    known = find_powers(found, {one.id: one.id for one in found})
    assert [power.name for _, _, power in known.iter_mentions(words)] == expected


def build_person(name: str) -> Entity:
    return Entity(
        f"n-{name}",
        Evidence("p-1", 0, len(name), None, name, "t@1"),
        "person",
        name,
        (name,),
        (),
        1,
    )


@pytest.mark.parametrize(
    ("people", "text", "expected"),
    [
        (["Osmary"], "The Osmarian engineers left.", ["Osmary"]),
        (["Trell"], "A Trellian plan, critics say.", []),
        (["Osmary", "Ada Osmary"], "The Osmarian engineers left.", []),
        (["Osmary"], "The engineers left.", []),
    ],
    ids=["country taken for a person", "a person's adjective", "a surname", "no adjective"],
)
def test_an_adjective_of_a_people_makes_a_country(
    people: list[str], text: str, expected: list[str]
) -> None:
    found = [build_person(name) for name in people]
    known = find_powers(found, {}, find_demonym_adjectives(text))
    assert [
        power.name for _, _, power in known.iter_mentions(f"{people[0]} sent 40 divers")
    ] == expected
