"""Who holds an office: one person of the page, or nobody."""

from __future__ import annotations

import pytest

from onrecord.extract.entities.clusters.role_holders import find_role_holder

HOLT = ("holt", ("Defence Secretary",))
MARSH = ("marsh", ("health secretary",))


@pytest.mark.parametrize(
    ("role", "people"),
    [
        ("Defence Secretary", [HOLT, MARSH]),
        ("defence secretary", [HOLT]),
        ("secretary", [HOLT]),
        ("Secretary", [HOLT]),
    ],
)
def test_one_person_holds_it(role: str, people: list[tuple[str, tuple[str, ...]]]) -> None:
    assert find_role_holder(role, people, definite=True) == "holt"
    assert find_role_holder(role, people, definite=False) is None


@pytest.mark.parametrize(
    ("role", "people"),
    [
        ("secretary", [HOLT, MARSH]),
        ("Defence Secretary", [MARSH]),
        ("Defence Secretary", [("holt", ("former Defence Secretary",))]),
        ("governor", [("holt", ("deputy governor",))]),
        ("Defence Secretary", [HOLT, ("hale", ("Defence Secretary",))]),
        ("Harbour Trust", [("holt", ("Harbour Trust",))]),
        ("Secretary of Defence", [HOLT]),
        ("the", [HOLT]),
        ("", [HOLT]),
        ("Defence Secretary", []),
    ],
)
def test_nobody_holds_it_for_sure(role: str, people: list[tuple[str, tuple[str, ...]]]) -> None:
    assert find_role_holder(role, people, definite=True) is None
