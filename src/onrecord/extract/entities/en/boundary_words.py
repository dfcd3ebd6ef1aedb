"""Words by which a name begins or ends: before and after names, at their edges, and inside hyphenated ones.

In: nothing. Out: sets of words, in lower case where not capitalised below. Out of scope: titles and roles
(`onrecord.language.en.roles`).

Source: our own lists.
"""

from __future__ import annotations

from onrecord.language.en.names import (
    COMPANY_WORDS,
    FACILITY_WORDS,
    LAW_WORDS,
    OCCASION_WORDS,
    OPERATION_WORDS,
    PLACE_WORDS,
)

HYPHENS_AND_EN_DASH = frozenset({"-", "‑", "–"})
"""Marks that join a name with the word after it."""

OF_OR_FOR = frozenset({"of", "for"})
"""Prepositions inside names of bodies and offices."""

OF_OR_DE = frozenset({"of", "de"})
"""Small words that a run of capitals may begin with, and no name."""

CONNECTORS_BETWEEN_NAMES = frozenset({"and", "on", "for", "the"})
"""Small words inside a run of capitals that may separate two names."""

COMPOUND_ADJECTIVE_ENDINGS = frozenset(
    "born era free in led like long made old only owned run style to up wide".split()
)
"""Second halves of hyphenated adjectives: "US-led", as against "Kim Jong-un"."""

LED_OR_BACKED = frozenset({"led", "backed", "funded", "trained", "made", "sponsored", "supported"})
"""Participles after a name and a hyphen: "US-led" mentions nobody."""

SENTENCE_SUBJECTS = frozenset({"he", "she", "it", "they", "we"})
"""Pronouns of the next sentence that taggers take along."""

NEARBY = frozenset({"Nearby", "Neighboring", "Neighbouring"})
"""Adjectives that a sentence's start capitalises before a place's name."""

ABSTRACT_TITLES = frozenset({"justice", "general"})
"""Titles that are ordinary words in the names of bodies: "International Justice Mission"."""

NOT_LAST_NAMES = (
    FACILITY_WORDS | PLACE_WORDS | LAW_WORDS | OPERATION_WORDS | OCCASION_WORDS | COMPANY_WORDS
)
"""Last words of names of things; what ends with them is no person found by a first name alone."""

CHAMBERS = frozenset({"Commons", "Lords"})
"""Houses of parliament; without "the" they are other words."""

BOARD_MEMBERS = frozenset({"Directors", "Governors", "Trustees"})
"""Last words of "Board of …", which does not state whose board it is."""

BODIES_WITHOUT_OF = frozenset({"Ministry", "University"})
"""First words that make a body also without "of" or "for"."""

TOLD_THE = frozenset({"told the", "tells the"})
"""Words before an outlet's name: "told the Harbour Times"."""

SCHOOL_MEMBERS = frozenset(
    "graduate graduates principal pupil pupils student students teacher teachers".split()
)
"""Nouns after "X High", which is a school then."""

SCHOOL_PREPOSITIONS = frozenset({"at", "attended"})
"""Words before "X High", which is a school then."""

PLACE_PREPOSITIONS = frozenset({"on", "at", "from", "to"})
"""Prepositions, besides those for being inside, before "Tom Hill" where it is a place."""

SINGLE_INSTANCE_DETERMINERS = frozenset({"a", "an", "another", "every"})
"""Determiners before a common noun: "a UAV" is no name."""
