"""Demonyms that English derives from places' names."""

from __future__ import annotations

import pytest

from onrecord.extract.entities.classification.derived_demonyms import has_demonym, is_demonym


@pytest.mark.parametrize(
    ("place", "demonym"),
    [
        ("Velmara", "Velmaran"),
        ("Velmara", "Velmarans"),
        ("Orsko", "Orskian"),
        ("Kestry", "Kestrian"),
        ("Brastov", "Brastovian"),
        ("Brastov", "Brastovese"),
    ],
)
def test_a_place_and_its_demonym_find_each_other(place: str, demonym: str) -> None:
    assert has_demonym(place, frozenset({demonym}))
    assert is_demonym(demonym, frozenset({place}))


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("Ann", "Annan"),
        ("Velmara", "Velmar"),
        ("Corran", "Corran"),
        ("Oslo", "Oslovian"),
        ("Al", "Alian"),
    ],
)
def test_other_words_do_not(place: str, word: str) -> None:
    assert not has_demonym(place, frozenset({word}))
    assert not is_demonym(word, frozenset({place}))
