"""A name at one place of a page, as it goes through typing and clustering.

In: nothing. Out: `Occurrence`. Out of scope: names of one block before the page is read
(`onrecord.language.names.name_span`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.names.name_span import Origin, TypeScores


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One name on a page: code points `start` to `end` (not included), the name, its type and how it was found.

    `key` is the name list's, or None; `roles` are titles and roles beside the name, as written; `scores` are the
    tagger's. `why` explains the type to a person where `origin` does not.
    """

    start: int
    end: int
    name: str
    type: str
    origin: Origin
    key: str | None
    roles: tuple[str, ...] = ()
    scores: TypeScores = ()
    why: str = ""
