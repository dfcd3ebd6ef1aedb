"""Entities and mentions: someone or something, and the places where a page names it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.evidence import Evidence
from onrecord.records.record import Record

ENTITY_TYPES = (
    "person",
    "organisation",
    "place",
    "group",
    "role",
    "product",
    "law",
    "operation",
    "facility",
    "unknown",
)
"""`unknown`: the page does not say what the name names. Products include vehicles and weapons; operations include programmes and
plans that have a name. Money is a figure."""


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """One place where a page names an entity. `entity` is the entity's id."""

    id: str
    evidence: Evidence
    type: str
    entity: str


@dataclass(frozen=True, slots=True)
class Entity(Record):
    """Someone or something a page names; its evidence is its first mention.

    Attributes:
        type: one of ENTITY_TYPES.
        name: the fullest name.
        names: every form, most frequent first.
        roles: titles and roles as written ("Defence Secretary").
        mentions: how many mentions the page has.
        steps: how its type was read, one line a step, for `onrecord why`.

    """

    id: str
    evidence: Evidence
    type: str
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: int
    steps: tuple[str, ...] = ()
