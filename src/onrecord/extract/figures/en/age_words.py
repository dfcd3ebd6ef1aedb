"""English words around ages: whose age a number is ("people over 65", "his mother is 82"): data only."""

from __future__ import annotations

AGED_PEOPLE = frozenset(
    """people men women children adults voters patients residents those pensioners players anyone
    everyone drivers girls boys workers citizens males females teenagers youngsters kids students pupils
    person child woman man persons americans britons australians canadians participants respondents
    homeowners couples adult girl boy migrants refugees""".split()
)
"""People of whom "over 65" and "under five" are ages."""

KIN = frozenset(
    """mother father son daughter wife husband brother sister grandmother grandfather grandson
    granddaughter partner aunt uncle nephew niece cousin widow widower mum mom dad girlfriend boyfriend
    fiancee stepson stepdaughter twin victim suspect driver president minister man woman boy girl
    teenager pensioner""".split()
)
"""Nouns of one person whose age is told as a bare number after "is"."""

AGE_PREDICATE_WORDS = frozenset(
    "is was are were be been being 's 'm 're am now only just nearly almost still about ’s ’m ’re".split()
)
"""The word before an age told as a bare predicate ("is 82", "was only 19")."""

KIN_OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "whose", "the", "whom"})
