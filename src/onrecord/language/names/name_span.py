"""A name found in one block, before the rest of the page is read.

In: nothing. Out: `NameSpan`. Out of scope: how names are found (`onrecord.extract.entities.detection`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "onrecord.type_scores"
"""Key of a doc's `user_data` under which a tagger keeps the scores of its names, as plain rows: such a doc can be written to bytes."""
TypeScores = tuple[tuple[str, float], ...]
"""(type, score) pairs of a tagger that scores its names, each score between 0 and 1; empty where it gives none."""
Origin = Literal["pattern", "listed", "titled", "parsed", "ambiguous"]
"""How a name was found: by its own words, by a name list, after a title, by the tagger, by a list that may mean another."""


def keep_type_scores(doc: Doc, scores: Iterable[tuple[int, int, Mapping[str, float]]]) -> None:
    """Keep with `doc` the score of each label for each name, given by its first token and the one after it."""
    doc.user_data[_KEY] = [
        [start, end, list(found), list(found.values())] for start, end, found in scores
    ]


def find_type_scores(doc: Doc, start: int, end: int) -> dict[str, float]:
    """Return the tagger's score of each label for the name of the tokens from `start` up to `end`; empty where it gave none."""
    for first, last, labels, values in doc.user_data.get(_KEY, ()):
        if (first, last) == (start, end):
            return dict(zip(labels, values, strict=True))
    return {}


def copy_type_scores(doc: Doc, start: int, part: Doc) -> None:
    """Keep with `part`, a copy of the words of `doc` from `start` on, the scores of its names, if there are any."""
    inside = range(start, start + len(part))
    rows = [row for row in doc.user_data.get(_KEY, ()) if row[0] in inside]
    if rows:
        part.user_data[_KEY] = [[row[0] - start, row[1] - start, *row[2:]] for row in rows]


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
