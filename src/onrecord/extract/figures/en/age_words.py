"""English words around ages: whose age a number is ("people over 65", "his mother is 82"): data only."""

from __future__ import annotations

import re

from onrecord.language.numerals import WORDS

AGED_PEOPLE = frozenset(
    """people men women children adults voters patients residents those pensioners players anyone
    everyone drivers girls boys workers citizens males females teenagers youngsters kids students pupils
    person child woman man persons americans britons australians canadians participants respondents
    homeowners couples adult girl boy migrants refugees""".split()
)
"""People of whom "over 65" and "under five" are ages."""

AGED_INDIVIDUALS = frozenset(
    """mother father son daughter wife husband brother sister grandmother grandfather grandson
    granddaughter partner aunt uncle nephew niece cousin widow widower mum mom dad girlfriend boyfriend
    fiancee stepson stepdaughter twin victim suspect driver president minister man woman boy girl
    teenager pensioner""".split()
)
"""Nouns of one person whose age may be a bare number ("his mother is 82", "the minister, 67,")."""

PEOPLE_BEFORE_OF = frozenset(
    "man woman boy girl child person lad youth pensioner widow widower".split()
)
"""With "of" and a number after one of these the number is an age ("a woman of 91")."""

PERSONAL_SUBJECTS = frozenset({"he", "she", "who", "i"})
"""Subjects whose bare number after "is" is an age."""

OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "whose", "the", "whom"})
"""Before one of AGED_INDIVIDUALS these show that a certain person is meant."""

AGE_PREDICATE_WORDS = frozenset(
    "is was are were be been being 's 'm 're am now only just nearly almost still about ’s ’m ’re".split()
)
"""The word before an age that is a bare predicate ("is 82", "was only 19")."""

AGELESS_SUBJECTS = frozenset(
    "number toll figure total count price rate level index shares stock".split()
)
"""Subjects that have no age: "the number who died at 14 hospitals"."""

_AGE = rf"\d{{1,3}}|{WORDS}"
OLD_PARTS = frozenset({"-", "old", "olds"})
"""Tokens of "23-year-old" after its unit."""

OLD_AFTER = re.compile(r"(?:[- ]olds?| of age)\b")
AGE_UNIT_BEFORE = re.compile(r"\bage(?:d|s?,? of) $")
"""Before a length of time ("aged two months")."""
AGED_BEFORE = re.compile(
    r"\b(?:aged?|ages?(?: of)?|age group)(?: (?:between|from|under|over|up to|about|around|just|only))* $"
    rf"|\bage[ds] (?:(?:{_AGE})(?:, (?:and |or )?| (?:and|to|or) ))+$",
    re.IGNORECASE,
)
"""Before a bare number ("aged 19 and 24")."""
TURNED_BEFORE = re.compile(r"\b(?P<turned>turn(?:s|ed|ing)?) $", re.IGNORECASE)
AT_BEFORE = re.compile(r"(?:^|[.!?,;:”] |\b(?:and|but) )(?i:at) (?:just |only |nearly )?$")
"""Before the age at which somebody did something ("*At 16*, he left")."""
PERSON_AFTER = re.compile(r",? (?:he|she|I|they|his|her|my)\b")
LIFE_EVENT_BEFORE = re.compile(
    r"\b(?:died?|dies|dying|(?:found|was|is|be) dead|retire[sd]?|retiring|marr(?:y|ied)|widowed|orphaned|emigrated|enlisted|debuted"
    r"|(?:left|leaves|leaving|quit|started|starting|finished) (?:home|school|work|university)|joined (?:the )?\w+(?: \w+)?) at $"
)
"""Before "at 14" these say that somebody's age follows."""
NO_AMOUNT_AFTER = re.compile(
    r"[,.;]|$| (?!(?:of|under|over|for|off|up|down|ahead|behind|to|from|per|out|short)\b)"
)
"""After a bare age: punctuation, or a word that makes no other measure of it."""
CLAUSE_CLOSES_AFTER = re.compile(
    r"[,.;)!?]|$| (?:and|or|to|who|when|last|this|next|on|in|today|when|but|at)\b"
)
"""After a bare age that a phrase before it announces."""
APPOSITION_CLOSES_AFTER = re.compile(r"[,.]|$| and\b")
TITLE_AFTER = re.compile(r", [A-Z]")
ORIGIN_AFTER = re.compile(r"\),? (?:of|from) [A-Z]")
"""After a person's bracketed number this shows an age ("Rowan (57) of Leeds"); elsewhere it may be a minute or a shirt's number."""
