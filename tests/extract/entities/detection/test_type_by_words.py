"""Names whose own words show their type, and names whose words do not."""

from __future__ import annotations

import pytest

from onrecord.extract.entities.detection.type_by_words import classify_by_words


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Treaty of Corran", "law"),
        ("Resolution 2401", "law"),
        ("Harbour Safety Act", "law"),
        ("Fisheries Act 1978", "law"),
        ("Ministry of Transport", "organisation"),
        ("Ministry Transport", "organisation"),
        ("Institute for Tides", "organisation"),
        ("Corran Party of Norway", "organisation"),
        ("Corran Trust", "organisation"),
        ("Peace Mission Sule", "organisation"),
        ("Corran School District", "organisation"),
        ("Operation Lantern", "operation"),
        ("Safe Harbour Plan", "operation"),
        ("Museum of Flight", "facility"),
        ("Corran Airport", "facility"),
        ("Hotel Corran", "facility"),
        ("Corran Bay", "place"),
        ("Lake Sule", "place"),
        ("Omar al - Hadi", "person"),
    ],
)
def test_words_show_a_type(name: str, type_: str) -> None:
    assert classify_by_words(name.split()) == type_


@pytest.mark.parametrize(
    "name",
    [
        "Ann Hale",
        "Harbour Plan",
        "Corran Centre",
        "Board Corran",
        "Lake of Corran",
        "Hotel of Corran",
        "Night Harbour",
        "Minister al - Hadi",
        "Omar al Hadi",
        "Corran Works",
    ],
)
def test_other_words_show_none(name: str) -> None:
    assert classify_by_words(name.split()) is None
