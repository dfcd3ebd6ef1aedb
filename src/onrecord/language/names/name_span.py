"""A name found in one block, before the rest of the page is read.

In: nothing. Out: `NameSpan`. Out of scope: how names are found (`onrecord.extract.entities.detection`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TYPE_SCORES = "onrecord.type_scores"
"""Key of a doc's `user_data` under which a tagger stores (start, end) of each name → label → score."""
TypeScores = tuple[tuple[str, float], ...]
"""(type, score) pairs of a tagger that scores its names, each score between 0 and 1; empty where it gives none."""
Origin = Literal["pattern", "listed", "titled", "parsed", "ambiguous"]
"""How a name was found: by its own words, by a name list, after a title, by the tagger, by a list that may mean another."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in a block: tokens from `start` up to `end` (not included), its words, its type and how it was found.

    `key` is the key of `onrecord.language.names.gazetteer`, or None; `roles` are titles and roles beside the name, as
    written; `scores` are the tagger's.
    """

    start: int
    end: int
    name: str
    type: str
    origin: Origin
    key: str | None = None
    roles: tuple[str, ...] = ()
    scores: TypeScores = ()
