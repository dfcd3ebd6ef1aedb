"""Parts of the patterns of English time rules: months, weekdays, years, units, counts, hedges, modifiers.

In: the lexicons beside it. Out: sources of regular expressions, and the words that each may start with. Out of scope:
what the matched words mean (`word_values`, `direction`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.lexicon.calendar import (
    IRREGULAR_UNITS,
    MODS,
    MONTHS,
    ORDINAL_DAYS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from onrecord.language.en.hedges import HEDGE_PHRASES
from onrecord.language.en.numbers import ONES, TEENS, TENS
from onrecord.language.numerals import DIGITS, STARTS, WORDS, build_alternation


def _join_capitalised(words: dict[str, int]) -> str:
    """Return an alternation of the words with a capital first letter and in capitals."""
    return "|".join(form for word in words for form in (word.capitalize(), word.upper()))


_LOWER_CASE_MONTHS = "january|february|april|june|july|september|october|november|december"
MONTH = (
    rf"(?-i:(?:{_join_capitalised(MONTHS)}|{_LOWER_CASE_MONTHS})(?![a-z])"
    rf"|(?:{_join_capitalised(SHORT_MONTHS)})(?:\.|(?![a-z])))"
)
WEEKDAY = rf"(?-i:{_join_capitalised(WEEKDAYS)}|{'|'.join(WEEKDAYS)})"
SHORT_WEEKDAY = rf"(?-i:(?:{_join_capitalised(SHORT_WEEKDAYS)})\.?)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d|[.,]\d|[:/]\d|\s?%|[a-rt-z])"
SPOKEN_YEAR = (
    rf"(?:(?:eighteen|nineteen|twenty)[ -](?:{build_alternation(TENS)}(?:[- ]{build_alternation(ONES)})?|{build_alternation(TEENS)}|(?:oh|nought)[ -]{build_alternation(ONES)})(?![a-z])"
    rf"|two thousand(?:,? (?:and )?(?:{build_alternation(TENS)}(?:[- ]{build_alternation(ONES)})?|{build_alternation(TEENS)}|{build_alternation(ONES)}))?(?![a-z]))"
)
"""A year as it is spoken: "nineteen ninety-six", "two thousand and eight"."""

DAY = r"(?:[12]\d|3[01]|0?[1-9])"
ORDINAL_SUFFIX = r"(?:st|nd|rd|th)?"
DAY_WORD = build_alternation(ORDINAL_DAYS).replace(r"\-", "[- ]")
"""A day of a month as it is spoken: "twenty-third"."""
NOT_A_COUNT = r"(?![:.]\d|,\d{3}| ?(?:%|per ?cent|million|billion|thousand))"
"""After a day, so that it is none: "March 2.5", "May 3,000", "June 5%"."""
RANGE_OR_PAIR = r" ?(?:-|–|to|and|or|&) ?"
"""Between the two ends of a range or two times beside each other."""
UNIT = build_alternation([*UNITS, *(f"{unit}s" for unit in UNITS), *IRREGULAR_UNITS])
HEDGE = build_alternation(HEDGE_PHRASES)
NUMBER = rf"(?:{DIGITS}|{WORDS})"
COUNT = (
    rf"(?:(?:(?:a|three)[- ])?quarters? of an?|{NUMBER}(?: ?(?:-|–|to|or|and) ?{NUMBER})?(?: [1-3]/[2-4]| and (?:a half|a quarter|three[- ]quarters)| million| billion)?"
    r"|(?:several|a few|many) (?:hundred|thousand|million)|half an?|half(?=-hour)|(?:a )?half(?= hour)|an?|several|(?:a )?few(?: more)?|many|some|(?:a )?couple(?: of)?"
    r"|(?:dozens|hundreds|thousands|tens|scores) of|countless|recent|numerous)"
)
LENGTH_QUALIFIER = (
    r"(?:(?:full|long|whole|more|straight|consecutive|calendar|working|business|further|additional"
    r"|trading|successive|short|other|solid|entire|academic|financial|fiscal|brief|gruelling|bloody"
    r"|difficult|extra) )?"
)
_EDGE_WORDS = build_alternation(
    word
    for word in MODS
    if word not in {"early", "late", "mid", "first", "opening", "last", "final", "closing"}
)
_COUNTED_UNITS = r"(?:days?|weeks?|weekend|months?|hours|years)"
MOD = (
    r"(?:(?P<mod>(?:the )?(?:very )?(?:early(?: in)?|late(?: in)?|mid"
    rf"|{_EDGE_WORDS} of|(?:first|opening|last|final|closing) (?:few )?{_COUNTED_UNITS} of))(?:[- ](?:the )?))?"
)
"""Optional "the end of (the)", "early", "mid-"; `word_values.read_mod` returns its meaning."""

WEEKDAY_WORDS = frozenset({*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS)})
UNIT_WORDS = frozenset({*UNITS, *(f"{unit}s" for unit in UNITS), *IRREGULAR_UNITS})
"""Words that rules for weekdays and units require: see `TimexRule`."""

COUNTED_UNIT = re.compile(
    rf"(?:{HEDGE} )?(?:(?:another|the) )?(?:{COUNT}(?:[ -]{LENGTH_QUALIFIER}|(?<=\d)))?{UNIT}",
    re.IGNORECASE,
)
"""Where "about three weeks" begins, or "weeks": the prefix of all rules for counted units."""

MONTH_STARTS = frozenset({*MONTHS, *SHORT_MONTHS})
"""Words that may start a match of MONTH; the others below likewise."""
WEEKDAY_STARTS = frozenset({*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *SHORT_WEEKDAYS})
MOD_STARTS = frozenset({*MODS, "the", "very", "first", "opening", "last", "final", "closing"})
DIRECTION = (
    r"(?:last|next|this(?: past| coming)?|(?:the )?(?:previous|coming|upcoming|past)|the following)"
)
"""Which one: the last, the next or this; `direction.choose_direction` returns its meaning. "Following" alone says after what ("following Tuesday's vote")."""

DIRECTION_STARTS = frozenset(
    {"last", "next", "this", "the", "following", "previous", "coming", "upcoming", "past"}
)
COUNT_STARTS = STARTS | {
    "#", "half", "several", "few", "many", "some", "couple", "dozens", "hundreds", "thousands",
    "tens", "scores", "countless", "numerous", "recent", "quarter",
}  # fmt: skip
HEDGE_STARTS = frozenset(re.split(r"\W", phrase)[0] for phrase in HEDGE_PHRASES)
