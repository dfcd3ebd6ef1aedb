"""Nouns for landforms that stand in lower case after their name, and prepositions before them.

In: nothing. Out: sets of lower-case words, and a pattern. Out of scope: nouns that are written with a capital in names
(`onrecord.language.en.names`).

Source: our own lists.
"""

from __future__ import annotations

import re

LANDFORM_WORDS = frozenset(
    """
    archipelago canyon creek delta estuary fjord glacier gorge lagoon peninsula
    plateau reservoir river strait valley volcano
    """.split()
)
"""Nouns for landforms; "range" is apart because firms have ranges too."""

LANDFORM_NAME = re.compile(rf"[A-Z]\w+ (?:{'|'.join(sorted(LANDFORM_WORDS))}|range)\b")
"""A capitalised word and the noun of a landform; most texts have none, and are searched no further."""

PREPOSITIONS_BEFORE_RANGE = frozenset({"across", "in", "into", "of", "on", "over", "through"})
"""Words before "the X range" where it is of mountains."""
