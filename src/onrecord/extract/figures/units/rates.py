"""Rates: the time that a measure is per, "barrels a day", "tonnes annually", "bcf/d".

In: a text, a unit's name and where it ends. Out: the unit of its own that both make ("barrel per day"). Out of scope: money and counts,
whose unit says nothing of it, and "a year ago".
"""

from __future__ import annotations

import re

from onrecord.extract.figures.en.units import (
    NO_RATE_AFTER,
    NO_RATE_INSIDE,
    RATE_ABBREVIATIONS,
    RATE_ADVERBS,
    RATE_TIMES,
    RATELESS_UNITS,
)
from onrecord.extract.figures.units.unit_match import UnitMatch
from onrecord.language.numerals import build_alternation

_TIMES = {**RATE_TIMES, **RATE_ABBREVIATIONS, **RATE_ADVERBS}
_TIME = build_alternation(RATE_TIMES)
_ADVERB = build_alternation(RATE_ADVERBS)
_HAS_RATE = re.compile(rf" per {build_alternation({*RATE_TIMES.values()})}$")
_PER_TIME = rf"(?:per|an?|each(?= day| week| month| year)|every(?= day| week| month| year)) (?P<time>{_TIME})"
_RATE = re.compile(
    rf"(?: {_PER_TIME}| ?/ ?(?P<stroke>{_TIME})|/(?P<abbreviation>{build_alternation(RATE_ABBREVIATIONS)})"
    rf"| (?P<adverb>{_ADVERB}))(?![\w²-]){NO_RATE_AFTER}",
    re.IGNORECASE,
)
_POSTPOSED_RATE = re.compile(
    rf" of (?:(?!{NO_RATE_INSIDE}\b)[a-z-]+ ){{1,3}}?(?:{_PER_TIME}|(?P<adverb>{_ADVERB}))(?![\w-]){NO_RATE_AFTER}"
)


def extend_with_rate(text: str, unit: UnitMatch) -> UnitMatch:
    """Return `unit` with the time it is per, if one follows it ("a day", "/h").

    Examples:
        >>> extend_with_rate("5 barrels a day", UnitMatch("barrel", 9)).name
        'barrel per day'
        >>> extend_with_rate("5 barrels a day ago", UnitMatch("barrel", 9)).name
        'barrel'

    """
    if not may_have_rate(unit.name):
        return unit
    rate = _RATE.match(text, unit.end)
    if rate is None:
        return unit
    time = rate["time"] or rate["stroke"] or rate["abbreviation"] or rate["adverb"]
    return UnitMatch(f"{unit.name} per {_TIMES[time.lower()]}", rate.end())


def find_postposed_rate(text: str, name: str, end: int) -> str | None:
    """Return the unit with a time after what is measured ("6,000 litres of milk a day"), or None.

    Args:
        text: the block's text.
        name: the unit.
        end: code point after the quantity.

    """
    found = _POSTPOSED_RATE.match(text, end) if may_have_rate(name) else None
    return f"{name} per {_TIMES[(found['time'] or found['adverb']).lower()]}" if found else None


def may_have_rate(name: str) -> bool:
    """Return whether a unit may be per a time: "eight hours a day" are hours, and no unit is per two times."""
    return name not in RATELESS_UNITS and not _HAS_RATE.search(name)
