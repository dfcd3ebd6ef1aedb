"""English building stones of time patterns: sources of regular expressions, and what their words say.

In: the lexicons beside it. Out: pattern sources for the rules of dates, deictics, durations, clock.
"""

from __future__ import annotations

import re

from onrecord.language.en.calendar import (
    IRREGULAR_UNITS,
    MODS,
    MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from onrecord.language.en.hedges import HEDGES
from onrecord.language.numerals import DIGITS, STARTS, WORDS, either, read_number


def _capital(words: dict[str, int]) -> str:
    return "|".join(form for word in words for form in (word.capitalize(), word.upper()))


MONTH = rf"(?-i:(?:{_capital(MONTHS)})(?![a-z])|(?:{_capital(SHORT_MONTHS)})(?:\.|(?![a-z])))"
WEEKDAY = rf"(?-i:{_capital(WEEKDAYS)})"
SHORT_WEEKDAY = rf"(?-i:(?:{_capital(SHORT_WEEKDAYS)})\.?)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d|[.,]\d|[:/]\d|\s?%|[a-rt-z])"
PART = r"(?:early |late )?(?:morning|afternoon|evening|night|lunchtime)"
UNIT = either([*UNITS, *(f"{unit}s" for unit in UNITS), *IRREGULAR_UNITS])
HEDGE = either(HEDGES)
NUMBER = rf"(?:{DIGITS}|{WORDS})"
COUNT = (
    rf"(?:{NUMBER}(?: ?(?:-|–|to|or|and) ?{NUMBER})?(?: and a half| million| billion)?"
    r"|half an?|an?|several|(?:a )?few(?: more)?|many|some|(?:a )?couple(?: of)?"
    r"|(?:dozens|hundreds|thousands|tens|scores) of|countless|recent|numerous)"
)
KIND = (
    r"(?:(?:full|long|whole|more|straight|consecutive|calendar|working|business|further|additional"
    r"|trading|successive|short|other|solid|entire|academic|financial|fiscal|brief|gruelling|bloody"
    r"|difficult|extra) )?"
)
_EDGES = either(word for word in MODS if word not in {"early", "late", "mid"})
MOD = (
    rf"(?:(?P<mod>(?:the )?(?:very )?(?:early(?: in)?|late(?: in)?|mid|{_EDGES} of))"
    r"(?:[- ](?:the )?))?"
)
"""Optional "the end of (the)", "early", "mid-"; `mod_of` says what it means."""

MONTH_STARTS = frozenset({*MONTHS, *SHORT_MONTHS})
WEEKDAY_STARTS = frozenset({*WEEKDAYS, *SHORT_WEEKDAYS})
MOD_STARTS = frozenset({*MODS, "the", "very"})
COUNT_STARTS = STARTS | {
    "#", "half", "several", "few", "many", "some", "couple", "dozens", "hundreds", "thousands",
    "tens", "scores", "countless", "numerous", "recent",
}  # fmt: skip
HEDGE_STARTS = frozenset(re.split(r"\W", phrase)[0] for phrase in HEDGES)


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    small = word.lower().rstrip(".")
    return MONTHS.get(small) or SHORT_MONTHS[small]


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation."""
    small = word.lower().rstrip(".")
    return WEEKDAYS[small] if small in WEEKDAYS else SHORT_WEEKDAYS[small]


def unit_code(word: str) -> str:
    """Return the code of a unit of time, singular or plural."""
    small = word.lower()
    return UNITS.get(small) or IRREGULAR_UNITS.get(small) or UNITS[small.removesuffix("s")]


def mod_of(match: re.Match[str]) -> str | None:
    """Return the TIMEX3 mod of the group `mod`, or None."""
    written = (match["mod"] or "").lower()
    return next((mod for word, mod in MODS.items() if re.search(rf"\b{word}\b", written)), None)


def count_of(text: str) -> tuple[float | None, bool]:
    """Return the number that COUNT writes (None: unsaid), and whether it is the lower of two."""
    small = text.lower().strip()
    if re.fullmatch(r"half an?", small):
        return 0.5, False
    if "couple" in small:
        return 2.0, True
    half = 0.5 if small.endswith(" and a half") else 0.0
    first = re.split(r"(?<=\w) ?(?:-|–|\bto\b|\bor\b) ?(?=\w)", small.removesuffix(" and a half"))
    if len(first) == 2 and read_number(first[0]) in set(range(20, 100, 10)) and "-" in small:
        return read_number(small), False
    number = read_number(first[0])
    return (None if number is None else number + half), len(first) > 1
