"""English function words: articles, conjunctions, pronouns and prepositions that rules of several wings ask for."""

from __future__ import annotations

INDEFINITE_ARTICLES = frozenset({"a", "an"})
ARTICLES = frozenset({"a", "an", "the"})
COORDINATORS = frozenset({"and", "or"})
PERSONAL_RELATIVES = frozenset({"who", "whose"})
SUBJECT_RELATIVES = frozenset({"that", "which", "who"})
OF_OR_FROM = frozenset({"from", "of"})
BEFORE_OR_AFTER = frozenset({"after", "before"})
FIRST_PERSON_SUBJECTS = frozenset({"i", "we"})
