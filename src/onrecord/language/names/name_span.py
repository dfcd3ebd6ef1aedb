"""A name found in a block, before the page has its say.

In: nothing. Out: `NameSpan`. Out of scope: how names are found (`built`, `products`, `naming`).
"""

from __future__ import annotations

from dataclasses import dataclass

ODDS = "onrecord.name_odds"
"""Where a doc's `user_data` holds (first token, end) of each name → label → share, by a tagger that scores its names."""
Odds = tuple[tuple[str, float], ...]
"""What a tagger that scores its names makes of each type, between 0 and 1; empty where the tagger gives no scores."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A stretch that names something: tokens `first` to `last` of a block, its type and how it was found.

    `key` is the key of `onrecord.language.names.gazetteer`, or None; `roles` are titles and roles beside it, as written.
    `odds` are the tagger's own.
    `how` is one of `built` (its own words show it), `listed`, `titled`, `parsed`, `second`.
    """

    first: int
    last: int
    name: str
    type: str
    how: str
    key: str | None = None
    roles: tuple[str, ...] = ()
    odds: Odds = ()
