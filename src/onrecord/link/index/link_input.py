"""What linking reads and what it returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.records import Commitment, Link, Page, Records, Undertaking


@dataclass(frozen=True, slots=True)
class LinkInput:
    """All pages of a story, by publication time (undated last), with their records by page id."""

    pages: tuple[Page, ...]
    records: Mapping[str, Records]


@dataclass(frozen=True, slots=True)
class LinkResult:
    """What relates pages and their records.

    Attributes:
        links: every link, each with its features.
        same: page-level entity id → the story-wide one (its representative's id); holds every entity.
        undertakings: cards across pages.
        commitments: those whose outcome later pages state, with state and outcomes.
    """

    links: tuple[Link, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    undertakings: tuple[Undertaking, ...] = ()
    commitments: tuple[Commitment, ...] = ()
