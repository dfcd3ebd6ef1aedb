"""English nouns by meaning, for the rules of clauses.

In: nothing. Out: frozen sets of lower-case lemmas. Out of scope: nouns for people and places (`agents`), and those that
govern an infinitive (`modals`).

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

MEASURE_NOUNS: Final = frozenset(
    {"vote", "votes", "percent", "margin", "majority", "%", "point", "points"}
)
"""Nouns after a passive's "by" that state by how much, not by whom."""
TIME_NOUNS: Final = frozenset(
    "time moment end beginning start day night week month year hour minute morning evening deadline".split()
)
"""Nouns after "by" that are when, not by whom ("by the time he was shot")."""
