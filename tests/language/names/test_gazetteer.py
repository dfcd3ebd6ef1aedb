"""The gazetteer: forms of one thing share a key, and what a name means in a text or alone."""

from __future__ import annotations

import pytest

from onrecord.language.names.gazetteer import (
    find_known_names,
    look_up_key,
    look_up_name,
    resolve_state,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Britain", "the United Kingdom"),
        ("UK Government", "Britain"),
        ("Isis", "Daesh"),
        ("Islamic State", "ISIL"),
        ("the US", "United States"),
        ("America", "U.S."),
        ("NATO", "Nato"),
        ("the UN", "United Nations"),
        ("Ivory Coast", "Côte d’Ivoire"),
        ("Czech Republic", "Czechia"),
    ],
)
def test_known_names_share_a_key(one: str, other: str) -> None:
    assert look_up_key(one) == look_up_key(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iraq", "Iraqi"),
        ("US", "us"),
        ("Niger", "Nigeria"),
        ("North Korea", "South Korea"),
        ("British", "Britain"),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert look_up_key(one) != look_up_key(other)


def test_names_in_a_text_do_not_overlap() -> None:
    text = "South Korea, the UN Security Council and the United States of America"
    spans = [(start, end) for start, end, _ in find_known_names(text)]
    assert [text[start:end] for start, end in spans] == [
        "South Korea",
        "UN Security Council",
        "United States of America",
    ]


@pytest.mark.parametrize(
    ("name", "type_", "certainty"),
    [
        ("Norway", "place", "sure"),
        ("the Norwegian government", "place", "sure"),
        ("Norwegians", "group", "sure"),
        ("Oslo", "place", "sure"),
        ("Ohio", "place", "sure"),
        ("Georgia", "place", "sure"),
        ("Barcelona", "place", "ambiguous"),
        ("Nokia", "organisation", "ambiguous"),
        ("UNITED NATIONS", "organisation", "sure"),
    ],
)
def test_an_entry_has_a_type_and_says_how_sure_it_is(name: str, type_: str, certainty: str) -> None:
    entry = look_up_name(name)
    assert entry is not None
    assert (entry.type, entry.certainty) == (type_, certainty)


@pytest.mark.parametrize("name", ["us", "Marsh", "Reading", "Tolvex", "a", "", "government"])
def test_other_words_have_no_entry(name: str) -> None:
    assert look_up_name(name) is None


@pytest.mark.parametrize(
    ("short", "key"),
    [("OH", "state:OH"), ("Calif.", "state:CA"), ("N.Y.", "state:NY"), ("Q.", None), ("Xy", None)],
)
def test_an_abbreviation_is_of_one_state(short: str, key: str | None) -> None:
    assert resolve_state(short) == key
