"""Cardinal numbers in words and digits: patterns that find them and the reader that values them.

In: a stretch of text that a pattern here matched. Out: its number. Leaves alone what is counted,
hedges, units and whether the number is a date: the extractors decide those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.language.en.numbers import (
    HUNDRED,
    ONES,
    SCALES,
    SHORT_SCALES,
    SIGNS,
    TEENS,
    TENS,
)


def either(words: Iterable[str]) -> str:
    """Return an alternation of `words`, longest first, as a group without capture."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


_ONES, _TEENS, _TENS, _SCALES = map(either, (ONES, TEENS, TENS, SCALES))
_UNDER_100 = rf"(?:{_TENS}(?:[- ]{_ONES})?|{_TEENS}|{_ONES})(?![a-z])"
_UNDER_1000 = (
    rf"(?:(?:{_UNDER_100}|an?)[- ](?:hundred|dozen)(?![a-z])(?: (?:and )?{_UNDER_100})?"
    rf"|{_UNDER_100})"
)
_SIGNS = "[" + "".join(SIGNS) + "]"

WORDS = (
    rf"(?:(?:{_UNDER_1000}|an?)[- ]{_SCALES}(?![a-z])"
    rf"(?:,? (?:(?:and|&) )?{_UNDER_1000}[- ]{_SCALES}(?![a-z])){{0,3}}"
    rf"(?:,? (?:(?:and|&) )?{_UNDER_100}[- ]hundred(?![a-z])(?: (?:and |& )?{_UNDER_100})?"
    rf"|,? (?:and|&) {_UNDER_100})?"
    rf"|{_UNDER_1000})"
)
"""A cardinal in words: "three", "a hundred and two", "two million, three hundred thousand"."""

DIGITS = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?: \d{{3}})+(?![\d,.]\d)|\d+)(?:\.\d+)?{_SIGNS}?"
    rf"|\.\d+|{_SIGNS})"
)
"""A cardinal in digits, thousands set off by commas or thin spaces: "120,000", "2.5", "½"."""

STARTS = frozenset({*ONES, *TEENS, *TENS, "a", "an"})
"""First words of WORDS, small."""

_TOKEN = re.compile(r"[a-z]+|\d[\d, \u00a0]*(?:\.\d+)?|\.\d+|" + _SIGNS)
_SMALL = {**ONES, **TEENS, **TENS, "a": 1, "an": 1}
_LARGE = {**SCALES, **SHORT_SCALES}


def read_number(text: str) -> float | None:
    """Return the number `text` writes in digits, words or both, or None if it writes none.

    Examples:
        >>> read_number("three million, two hundred & forty"), read_number("1.2m")
        (3000240.0, 1200000.0)

    """
    total, group, seen = 0.0, 0.0, False
    for word in _TOKEN.findall(text.lower()):
        digits = re.sub(r"[, \u00a0]", "", word)
        if digits.replace(".", "", 1).isdecimal():
            group, seen = group + float(digits), True
        elif word in SIGNS:
            group, seen = group + SIGNS[word], True
        elif word in _SMALL:
            group, seen = group + _SMALL[word], True
        elif word in HUNDRED:
            group, seen = (group or 1) * HUNDRED[word], True
        elif word in _LARGE:
            total, group, seen = total + (group or 1) * _LARGE[word], 0.0, True
        elif word != "and":
            return None
    return round(total + group, 10) if seen else None
