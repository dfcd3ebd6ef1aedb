"""Short names find the one full name that they are a form of."""

from __future__ import annotations

import pytest

from onrecord.extract.entities.clusters.full_names import FullNameIndex


@pytest.mark.parametrize(
    ("short", "type_", "full", "full_type"),
    [
        ("Holt", "person", "Maria Holt", "person"),
        ("Maria", "person", "Maria Holt", "person"),
        ("Maria Holt", "person", "Maria Elin Holt", "person"),
        ("van Dalen", "person", "Kees van Dalen", "person"),
        ("Sentra", "product", "Nissan Sentra", "product"),
        ("Corran Mills", "organisation", "Corran Mills Ltd", "organisation"),
        ("CHT", "organisation", "Corran Harbour Trust", "organisation"),
        ("Harbour Trust", "organisation", "Corran Harbour Trust", "organisation"),
        ("Corran Board", "organisation", "Corran Board of Works", "organisation"),
    ],
)
def test_a_short_name_finds_its_full_one(short: str, type_: str, full: str, full_type: str) -> None:
    index = FullNameIndex({short: {type_}, full: {full_type}, "Oslo": {"place"}})
    assert index.find(short) == full
    assert index.find(full) == full


@pytest.mark.parametrize(
    ("short", "type_", "others"),
    [
        ("Keller", "person", {"Anna Keller": "person", "David Keller": "person"}),
        ("Maria", "place", {"Maria Holt": "person"}),
        ("Holt", "product", {"Maria Holt": "person"}),
        ("Trust", "organisation", {"Corran Harbour Trust": "organisation"}),
        ("Corran", "organisation", {"Corran Harbour Trust": "organisation"}),
        ("Corran", "place", {"Corran Bay": "place"}),
        ("Maria Marsh", "person", {"Maria Holt": "person"}),
        ("", "person", {"Maria Holt": "person"}),
    ],
)
def test_any_other_name_stays(short: str, type_: str, others: dict[str, str]) -> None:
    index = FullNameIndex({short: {type_}} | {name: {other} for name, other in others.items()})
    assert index.find(short) == short


def test_the_longest_of_nested_full_names_is_found() -> None:
    names = ("Holt", "Maria Holt", "Maria Elin Holt")
    assert FullNameIndex({name: {"person"} for name in names}).find("Holt") == "Maria Elin Holt"
