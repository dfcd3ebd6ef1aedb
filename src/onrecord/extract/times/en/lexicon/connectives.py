"""English words between and before times, by which readings are joined or extended: patterns alone.

In: nothing. Out: compiled patterns. Out of scope: shapes of TIMEX3 values (`timex.value_patterns`).
"""

from __future__ import annotations

import re

BETWEEN_CLOCK_AND_DAY = re.compile(
    r",? ?(?:on |of |at |in |around |about |from |between )?(?:the )?"
)
BETWEEN_BRACKET_AND_DAY = re.compile(r"(?: local(?: time)?)?\),? (?:on |of )?(?:the )?")
"""Between a second clock time in brackets and the day of both."""
BETWEEN_RANGE_ENDS = re.compile(r" ?(?:-|–|to|and|until|till) ?")
OF_THE = re.compile(r" of (?:the )?")
ON = re.compile(r" on ")
IN = re.compile(r",? in ")
BEFORE_DAY = re.compile(r" (?:the )?")
"""Between "four days before" and the day."""
NON_CALENDAR_DAYS = re.compile(r"\b(?:trading|working|business|school|match) ")
"""Kinds of days that are not consecutive on the calendar."""
HALF_OF_DAY = re.compile(r"[ap]\.? ?m\b|\b0\d|noon|night|morning", re.IGNORECASE)
"""Words that state which half of the day a clock time is in."""
HEDGE_BEFORE = re.compile(
    r"(?:(?:^|[,;(–—]|\b(?:at|by|from|until|since|on|in|is|was|to|of|between)) |^)"
    r"(?P<word>around|about|circa|roughly|approximately) $"
    r"|(?<!get )(?<!got )(?<!work )(?<!ing )(?<!all )(?P<rough>around|circa) $",
    re.IGNORECASE,
)
"""A hedge before a time; in "got around Friday's ruling" and "asked about 2015" the words are prepositions."""
WRITTEN_TIME = re.compile(r"\d|[A-Z]|noon|mid")
"""How a day, month, year or clock time begins that a hedge can stand before."""
POSSESSIVE = re.compile(r"['’]s\b")
SCENE_BEFORE = re.compile(r"\b(?:in|on) (?:the )?$", re.IGNORECASE)
"""Before a time that the sentences after it may be about ("In March 2003 …")."""
BETWEEN_YEAR_AND_DAY = re.compile(
    r"(?:,| \(| [–—-])? ?(?:(?:on|from|between|in|during|around) )?(?:the (?:months? of )?)?"
)
"""Between a year and the day or month of it that follows ("In 2018 from February")."""
YEAR_AS_PERIOD = re.compile(
    r"(?:\b(?:in|during|throughout)(?: the)?(?: year)? |^|[.;:(–—\n] ?|[.!?][”\"’)]? )$",
    re.IGNORECASE,
)
"""Before a year within which days and months are told: "in 2018", or a year that begins a sentence or line; not "since 2018"."""
BEFORE_LAST_OF_LIST = re.compile(r",? (?:and|or|&) (?:on )?(?:the )?")
WITHIN_LIST = re.compile(r", (?:on )?(?:the )?")
