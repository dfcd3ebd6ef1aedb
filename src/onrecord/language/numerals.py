"""Cardinal numbers in words and digits: patterns that find them and a reader that returns their values.

In: text that a pattern here matched. Out: its number. Out of scope: what is counted, hedges, units, and
whether the number is a date: the extractors decide those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.numbers import (
    HUNDRED_AND_DOZEN,
    ONES,
    SCALES,
    SHORT_SCALES,
    TEENS,
    TENS,
    VULGAR_FRACTIONS,
)
from onrecord.language.thresholds import THRESHOLDS

MAX_DIGITS = THRESHOLDS.number_digits
"""A longer run of digits is not read as a number."""

_PLAIN_SPACES_AND_HYPHENS = str.maketrans(
    dict.fromkeys("\u00a0\u2009\u202f\n\t", " ") | {"\u2011": "-"}
)


def normalise_spacing(text: str) -> str:
    """Return `text`, of the same length, with plain spaces and hyphens in place of other kinds.

    Non-breaking and thin spaces often separate numbers from their units.
    """
    return text.translate(_PLAIN_SPACES_AND_HYPHENS)


def round_binary_noise(number: float) -> float:
    """Return `number` without the last digits, which arithmetic on binary fractions makes inexact.

    Examples:
        >>> round_binary_noise(16.6 * 1_000_000)
        16600000.0

    """
    return float(f"{number:.14g}")


def build_alternation(words: Iterable[str]) -> str:
    """Return an alternation of `words`, longest first, as a non-capturing group."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


_ONES, _TEENS, _TENS, _SCALES = map(build_alternation, (ONES, TEENS, TENS, SCALES))
_UNDER_100 = rf"(?:{_TENS}(?:[- ]{_ONES})?|{_TEENS}|{_ONES})(?![a-z])"
_UNDER_1000 = (
    rf"(?:(?:{_UNDER_100}|an?)[- ](?:hundred|dozen)(?![a-z])(?: (?:and )?{_UNDER_100})?"
    rf"|{_UNDER_100})"
)
_VULGAR_FRACTIONS = "[" + "".join(VULGAR_FRACTIONS) + "]"

_WORDS = (
    rf"(?:(?:{_UNDER_1000}|an?)[- ]{_SCALES}(?![a-z])"
    rf"(?:,? (?:(?:and|&) )?{_UNDER_1000}[- ]{_SCALES}(?![a-z])){{0,3}}"
    rf"(?:,? (?:(?:and|&) )?{_UNDER_100}[- ]hundred(?![a-z])(?: (?:and |& )?{_UNDER_100})?"
    rf"|,? (?:and|&) {_UNDER_100})?"
    rf"|{_UNDER_1000})"
)
WORDS = _WORDS.replace("[- ]", "(?:-| )").replace(" ", " +")
"""A cardinal in words: "three", "a hundred and two", "two million, three hundred thousand"; spaces may repeat."""

DIGITS = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?: \d{{3}})+(?![\d,.]\d)|\d+)(?:\.\d+)?{_VULGAR_FRACTIONS}?"
    rf"|\.\d+|{_VULGAR_FRACTIONS})"
)
"""A cardinal in digits, thousands separated by commas or spaces: "120,000", "2.5", "½"."""

STARTS = frozenset({*ONES, *TEENS, *TENS, *INDEFINITE_ARTICLES})
"""Words, in lower case, with which a match of WORDS may start."""

_TOKEN = re.compile(r"[a-z]+|\d[\d, \u00a0]*(?:\.\d+)?|\.\d+|" + _VULGAR_FRACTIONS)
_POWER_OF_TEN = re.compile(r"([\d.,]+)(?:e| ?[×x] ?10\^?)(-?\d{1,2})")
_FRACTION = re.compile(r" and an? (?P<word>half|quarter)$| (?P<top>\d)/(?P<bottom>[1-9])$")
_FRACTION_WORDS = {"half": 0.5, "quarter": 0.25}
_ADDENDS = {**ONES, **TEENS, **TENS, **dict.fromkeys(INDEFINITE_ARTICLES, 1)}
_MULTIPLIERS = {**SCALES, **SHORT_SCALES}


def read_number(text: str) -> float | None:
    """Return the number that `text` states in digits, words or both, or None if it states none.

    Examples:
        >>> read_number("three million, two hundred & forty"), read_number("1.2m")
        (3000240.0, 1200000.0)
        >>> read_number("two and a half"), read_number("2 1/2"), read_number("2.5×10-3")
        (2.5, 2.5, 0.0025)

    """
    lower = text.lower().strip().replace("−", "-")
    power = _POWER_OF_TEN.fullmatch(lower)
    if power:
        return float(power[1].replace(",", "")) * 10.0 ** int(power[2])
    fraction = _FRACTION.search(lower)
    whole = _read_whole(lower[: fraction.start()] if fraction else lower)
    if whole is None or fraction is None:
        return whole
    if fraction["word"]:
        return whole + _FRACTION_WORDS[fraction["word"]]
    return whole + int(fraction["top"]) / int(fraction["bottom"])


def _read_whole(lower: str) -> float | None:
    """Return the number that lower-case words and digits state together, without a fraction after them."""
    total, group, has_number = 0.0, 0.0, False
    for part in _TOKEN.findall(lower):
        if part == "and":
            continue
        has_number = True
        digits = _SEPARATORS.sub("", part)
        if len(digits) > MAX_DIGITS:
            return None
        if digits.replace(".", "", 1).isdecimal():
            group += float(digits)
        elif part in VULGAR_FRACTIONS or part in _ADDENDS:
            group += VULGAR_FRACTIONS[part] if part in VULGAR_FRACTIONS else _ADDENDS[part]
        elif part in HUNDRED_AND_DOZEN:
            group = (group or 1) * HUNDRED_AND_DOZEN[part]
        elif part in _MULTIPLIERS:
            total, group = total + (group or 1) * _MULTIPLIERS[part], 0.0
        else:
            return None
    return round(total + group, 10) if has_number else None


_SEPARATORS = re.compile(r"[, \u00a0]")
