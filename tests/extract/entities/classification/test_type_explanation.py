"""How a name's type was read, in words."""

from __future__ import annotations

import pytest

from onrecord.extract.entities.classification.type_explanation import explain_type
from onrecord.extract.entities.clusters.name_clusters import NameCluster
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.language.names.name_span import Origin


def build_occurrence(
    type_: str, origin: Origin, key: str | None = None, *, why: str = ""
) -> Occurrence:
    return Occurrence(0, 4, "Orsk", type_, origin, key, why=why)


@pytest.mark.parametrize(
    ("occurrence", "says"),
    [
        (build_occurrence("organisation", "pattern"), "its own words show it"),
        (build_occurrence("place", "listed", "country:XX"), "a list of names has it, as a country"),
        (build_occurrence("organisation", "listed", "weir-agency"), "a list of names has it"),
        (build_occurrence("organisation", "listed", "government:Orsk"), "stands for a government"),
        (build_occurrence("person", "parsed"), "the language pipeline reads it so"),
        (
            build_occurrence("person", "parsed", why="part of a person's name"),
            "part of a person's name",
        ),
        (build_occurrence("role", "pattern"), "nobody is named by it here"),
    ],
)
def test_a_reason_stands_once_with_its_type(occurrence: Occurrence, says: str) -> None:
    steps = list(explain_type(NameCluster([occurrence])))
    assert len(steps) == 2
    assert says in steps[0]
    assert steps[1] == f"type: {occurrence.type}"
    assert (
        next(iter(explain_type(NameCluster([occurrence, occurrence]))))
        == f"{steps[0]} (2 mentions)"
    )


def test_types_that_disagree_are_stated_apart() -> None:
    group = NameCluster(
        [
            build_occurrence("place", "listed", "city:XX:Orsk"),
            build_occurrence("person", "ambiguous"),
        ]
    )
    steps = list(explain_type(group))
    assert steps[0].startswith("place: ")
    assert steps[1].startswith("person: ")
    assert steps[2] == "type: place, which its surest and most mentions say"
