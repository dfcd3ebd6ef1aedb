"""Links: two records or pages and how they relate."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.record import Row

LINK_KINDS = (
    "copy",
    "version",
    "same_story",
    "same_entity",
    "same_event",
    "same_figure",
    "updates",
    "contradicts",
    "follows",
    "keeps",
    "breaks",
)


@dataclass(frozen=True, slots=True)
class Feature:
    """One named reason for a link: its weight and the two values compared, as written."""

    name: str
    weight: float
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Link(Row):
    """Two records or pages (`a`, `b`: ids; `a` the earlier where order matters) and how they relate.

    `kind` is one of LINK_KINDS; `score` 0–1; `features` the reasons, heaviest first. `candidate` says that links of its making were right too
    seldom on real stories to be shown as true: it is kept to be checked by a person, and nothing is built on it.
    """

    id: str
    kind: str
    a: str
    b: str
    score: float
    features: tuple[Feature, ...]
    candidate: bool = False
