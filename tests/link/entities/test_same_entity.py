from __future__ import annotations

import pytest

from onrecord.link.entities.same_entity import is_acronym, link_entities, strip_titles
from onrecord.records import Entity, Evidence


def build_entity(id_: str, kind: str, *names: str, mentions: int = 1) -> Entity:
    evidence = Evidence("p-1", 0, len(names[0]), None, names[0], "hand@1")
    return Entity(id_, evidence, kind, names[0], names, (), mentions)


def group_linked(*found: Entity, families: str = "") -> list[set[str]]:
    of = families or "".join(chr(97 + place) for place in range(len(found)))
    same, _ = link_entities(list(zip(found, of, strict=True)))
    assert set(same) == {one.id for one in found}
    joined: dict[str, set[str]] = {}
    for one, who in same.items():
        joined.setdefault(who, set()).add(one)
    return sorted(joined.values(), key=min)


def test_forms_of_a_country_are_one() -> None:
    found = [
        build_entity("1", "place", "Britain"),
        build_entity("2", "place", "UK"),
        build_entity("3", "place", "UK Government"),
    ]
    assert group_linked(*found) == [{"1", "2", "3"}]


def test_well_known_group_is_one_by_all_its_names() -> None:
    found = [
        build_entity("1", "group", "Isis"),
        build_entity("2", "group", "Daesh"),
        build_entity("3", "group", "Islamic State"),
    ]
    assert group_linked(*found) == [{"1", "2", "3"}]


def test_surname_joins_the_only_bearer() -> None:
    assert group_linked(
        build_entity("1", "person", "Ada Rell"), build_entity("2", "person", "Mrs Rell")
    ) == [{"1", "2"}]


def test_surname_of_two_joins_neither() -> None:
    found = [
        build_entity("1", "person", "Ada Rell"),
        build_entity("2", "person", "Ivo Rell"),
        build_entity("3", "person", "Rell"),
    ]
    assert group_linked(*found) == [{"1"}, {"2"}, {"3"}]


def test_another_first_name_is_another_person() -> None:
    assert group_linked(
        build_entity("1", "person", "Ada Rell"), build_entity("2", "person", "Ivo Rell")
    ) == [
        {"1"},
        {"2"},
    ]


def test_an_initial_more_is_the_same_person_unless_two_have_one() -> None:
    found = [
        build_entity("1", "person", "Ada Rell"),
        build_entity("2", "person", "Ada M. Rell"),
        build_entity("3", "person", "Rell"),
    ]
    assert group_linked(*found) == [{"1", "2", "3"}]
    other = build_entity("4", "person", "Ada P. Rell")
    assert group_linked(*found, other) == [{"1"}, {"2"}, {"3"}, {"4"}]


def test_person_and_place_of_one_name_are_two() -> None:
    assert group_linked(
        build_entity("1", "person", "Whitmoor"), build_entity("2", "place", "Whitmoor")
    ) == [
        {"1"},
        {"2"},
    ]


def test_place_and_body_that_holds_its_name_are_two() -> None:
    assert group_linked(
        build_entity("1", "place", "Whitmoor"), build_entity("2", "organisation", "Whitmoor Rifles")
    ) == [{"1"}, {"2"}]


def test_acronym_joins_its_one_expansion() -> None:
    found = [
        build_entity("1", "organisation", "Harbour Wardens Union"),
        build_entity("2", "organisation", "HWU"),
    ]
    assert group_linked(*found) == [{"1", "2"}]


def test_acronym_of_two_joins_neither() -> None:
    found = [
        build_entity("1", "organisation", "Harbour Wardens Union"),
        build_entity("2", "organisation", "Hill Water Utility"),
        build_entity("3", "organisation", "HWU"),
    ]
    assert group_linked(*found) == [{"1"}, {"2"}, {"3"}]


def test_role_without_a_name_is_joined_in_copies_only() -> None:
    found = [
        build_entity("1", "role", "Defence Minister"),
        build_entity("2", "role", "Defence Minister"),
    ]
    assert group_linked(*found, families="ab") == [{"1"}, {"2"}]
    assert group_linked(*found, families="aa") == [{"1", "2"}]


def test_full_name_stands_for_the_group_then_the_most_named() -> None:
    found = [
        build_entity("1", "person", "Rell", mentions=9),
        build_entity("2", "person", "Ada Rell", mentions=2),
    ]
    same, links = link_entities([(found[0], "a"), (found[1], "b")])
    assert same == {"1": "2", "2": "2"}
    assert [(link.a, link.b, link.features[0].name) for link in links] == [
        ("2", "1", "only bearer of the name in the story")
    ]


def test_order_does_not_matter() -> None:
    found = [
        (build_entity(str(n), "person", name), "a")
        for n, name in enumerate(["Ada Rell", "Rell", "Ada Rell"])
    ]
    assert link_entities(found) == link_entities(found[::-1])


@pytest.mark.parametrize(
    ("name", "expected"),
    [("the Prime Minister Ada Rell", "Ada Rell"), ("Mrs Rell’s", "Rell"), ("General", "General")],
)
def test_bare(name: str, expected: str) -> None:
    assert strip_titles(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("NMI", True), ("MoD", True), ("Rell", False), ("A1B", False)]
)
def test_is_acronym(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected


def test_last_word_of_the_only_body_that_is_called_both() -> None:
    found = [
        build_entity("1", "organisation", "Harbour League", "League"),
        build_entity("2", "organisation", "League", mentions=5),
    ]
    assert group_linked(*found) == [{"1", "2"}]
    same, _ = link_entities([(one, one.id) for one in found])
    assert set(same.values()) == {"1"}, "the full name stands for both"


@pytest.mark.parametrize(
    "other",
    [
        build_entity("3", "organisation", "Cheese League"),
        build_entity("3", "organisation", "Cheese League", "League"),
    ],
)
def test_last_word_of_two_bodies_joins_neither(other: Entity) -> None:
    found = [
        build_entity("1", "organisation", "Harbour League", "League"),
        build_entity("2", "organisation", "League"),
        other,
    ]
    assert {"2"} in group_linked(*found)


def test_last_word_nobody_uses_for_the_body_joins_nothing() -> None:
    found = [
        build_entity("1", "organisation", "Harbour League"),
        build_entity("2", "organisation", "League"),
    ]
    assert group_linked(*found) == [{"1"}, {"2"}]


@pytest.mark.parametrize("name", ["Rell Jr.", "Jr. III", "Sr"])
def test_a_suffix_is_no_last_name(name: str) -> None:
    assert group_linked(
        build_entity("1", "person", "Ada Rell"), build_entity("2", "person", name)
    ) == [{"1"}, {"2"}]


def test_a_company_is_one_with_and_without_its_legal_form() -> None:
    found = [
        build_entity("1", "organisation", "Rennet Lines plc"),
        build_entity("2", "organisation", "Rennet Lines"),
        build_entity("3", "organisation", "Rennet Lines Foundation"),
    ]
    assert group_linked(*found) == [{"1", "2"}, {"3"}]


def test_first_words_of_one_registered_name_join_it_and_of_two_join_neither() -> None:
    short = build_entity("1", "organisation", "Oresk Springs")
    drinks = build_entity("2", "organisation", "Oresk Springs Beverages Ltd.")
    spa = build_entity("3", "organisation", "Oresk Springs Hotels Ltd.")
    town = build_entity("4", "organisation", "Oresk")
    assert group_linked(short, drinks, town) == [{"1", "2"}, {"4"}]
    assert group_linked(short, drinks, spa) == [{"1"}, {"2"}, {"3"}]


def test_a_province_is_one_with_and_without_the_word_for_it_and_a_county_is_not() -> None:
    found = [
        build_entity("1", "place", "Lower Oresk Province"),
        build_entity("2", "place", "Lower Oresk"),
        build_entity("3", "place", "Lower Oresk County"),
    ]
    assert group_linked(*found) == [{"1", "2"}, {"3"}]
