"""Rates: the time by which a measure is reckoned, "barrels a day", "tonnes annually", "bcf/d".

In: a text, a unit's name and where it ends. Out: the unit of its own that both make ("barrel per day").
Out of scope: money and counts, whose unit says nothing of it, and "a year ago".
"""

from __future__ import annotations

import re

from onrecord.extract.figures.en.units import RATE_ABBREVIATIONS, RATE_ADVERBS, RATE_TIMES
from onrecord.language.numerals import build_alternation

RATELESS = frozenset(
    {"time", "byte", "degree", "year", "month", "week", "day", "night", "minute", "second", "hour"}
)
"""Units that no time reckons: "eight hours a day" are hours."""
_NAMES = {**RATE_TIMES, **RATE_ABBREVIATIONS, **RATE_ADVERBS}
_RATED = re.compile(rf" per {build_alternation({*RATE_TIMES.values()})}$")
_NOT_TOLD = r"(?! (?:ago|earlier|later|before|after|hence|old|from now|and a half)\b)"
_BY = rf"(?:per|an?|each(?= day| week| month| year)|every(?= day| week| month| year)) (?P<time>{build_alternation(RATE_TIMES)})"
_RATE = re.compile(
    rf"(?: {_BY}| ?/ ?(?P<stroke>{build_alternation(RATE_TIMES)})|/(?P<sign>{build_alternation(RATE_ABBREVIATIONS)})"
    rf"| (?P<word>{build_alternation(RATE_ADVERBS)}))(?![\w²-]){_NOT_TOLD}",
    re.IGNORECASE,
)
_PLACED = r"(?:in|within|for|over|after|about|of|on|at|to|by|almost|nearly|just|half|once|under|than|as|during|from)"
_AFTER_WHAT = re.compile(
    rf" of (?:(?!{_PLACED}\b)[a-z-]+ ){{1,3}}?(?:{_BY}|(?P<word>{build_alternation(RATE_ADVERBS)}))(?![\w-]){_NOT_TOLD}"
)


def extend_with_rate(text: str, name: str, end: int) -> tuple[str, int]:
    """Return the unit that ends at `end` with the time it is reckoned by, if one follows ("a day", "/h").

    Examples:
        >>> extend_with_rate("5 barrels a day", "barrel", 9), extend_with_rate("5 barrels a day ago", "barrel", 9)
        (('barrel per day', 15), ('barrel', 9))

    """
    if name in RATELESS or _RATED.search(name):
        return name, end
    rate = _RATE.match(text, end)
    if rate is None:
        return name, end
    told = rate["time"] or rate["stroke"] or rate["sign"] or rate["word"]
    return f"{name} per {_NAMES[told.lower()]}", rate.end()


def find_postposed_rate(text: str, name: str, end: int) -> str | None:
    """Return the unit with a time said after what is measured ("6,000 litres of milk a day"), or None."""
    if name in RATELESS or _RATED.search(name):
        return None
    found = _AFTER_WHAT.match(text, end)
    return f"{name} per {_NAMES[(found['time'] or found['word']).lower()]}" if found else None
