"""Function words of events: pronouns, prepositions and adverbs that its rules look for.

In: nothing. Out: frozen sets of lower-case words. Out of scope: sets that other wings need too
(`onrecord.language.en.function_words`).

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

THIRD_PERSON_SUBJECTS: Final = frozenset({"he", "she", "they", "it"})
PERSONAL_PRONOUNS: Final = frozenset({"him", "her", "me", "us", "he", "she", "i", "we"})
"""Pronouns that refer to one or more persons, whatever their case."""
VERBAL_PREPOSITIONS: Final = frozenset(
    "amid following including according regarding concerning depending given based".split()
)
"""Prepositions that are tagged as participles."""
GOAL_PREPOSITIONS: Final = frozenset({"to", "into", "from"})
LOCATION_PREPOSITIONS: Final = frozenset({"on", "in"})
DEGREE_ADVERBS: Final = frozenset({"more", "most", "very", "too", "less", "rather"})
"""Adverbs before a participle that is an adjective ("was more restrained")."""
