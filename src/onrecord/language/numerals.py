"""Cardinal numbers in words and digits: patterns that find them and the reader that values them.

In: a stretch of text that a pattern here matched. Out: its number. Out of scope: what is counted,
hedges, units and whether the number is a date: the extractors decide those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.language.en.numbers import (
    HUNDRED_AND_DOZEN,
    ONES,
    SCALES,
    SHORT_SCALES,
    TEENS,
    TENS,
    VULGAR_FRACTIONS,
)

MAX_DIGITS = 24
"""Longer runs of digits are no number anyone counts to."""

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f\n\t", " ") | {"\u2011": "-"})


def normalise_spacing(text: str) -> str:
    """Return `text`, as long as it was, with plain spaces and hyphens for all that patterns may meet.

    Numbers are often set apart from their units by spaces that don't break.
    """
    return text.translate(_SPACES)


def round_binary_noise(number: float) -> float:
    """Return `number` without the last digits that reckoning in binary fractions leaves.

    Examples:
        >>> round_binary_noise(16.6 * 1_000_000)
        16600000.0

    """
    return float(f"{number:.14g}")


def build_alternation(words: Iterable[str]) -> str:
    """Return an alternation of `words`, longest first, as a group without capture."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


_ONES, _TEENS, _TENS, _SCALES = map(build_alternation, (ONES, TEENS, TENS, SCALES))
_UNDER_100 = rf"(?:{_TENS}(?:[- ]{_ONES})?|{_TEENS}|{_ONES})(?![a-z])"
_UNDER_1000 = (
    rf"(?:(?:{_UNDER_100}|an?)[- ](?:hundred|dozen)(?![a-z])(?: (?:and )?{_UNDER_100})?"
    rf"|{_UNDER_100})"
)
_SIGNS = "[" + "".join(VULGAR_FRACTIONS) + "]"

_WORDS = (
    rf"(?:(?:{_UNDER_1000}|an?)[- ]{_SCALES}(?![a-z])"
    rf"(?:,? (?:(?:and|&) )?{_UNDER_1000}[- ]{_SCALES}(?![a-z])){{0,3}}"
    rf"(?:,? (?:(?:and|&) )?{_UNDER_100}[- ]hundred(?![a-z])(?: (?:and |& )?{_UNDER_100})?"
    rf"|,? (?:and|&) {_UNDER_100})?"
    rf"|{_UNDER_1000})"
)
WORDS = _WORDS.replace("[- ]", "(?:-| )").replace(" ", " +")
"""A cardinal in words: "three", "a hundred and two", "two million, three hundred thousand"; blanks may repeat."""

DIGITS = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?: \d{{3}})+(?![\d,.]\d)|\d+)(?:\.\d+)?{_SIGNS}?"
    rf"|\.\d+|{_SIGNS})"
)
"""A cardinal in digits, thousands set off by commas or thin spaces: "120,000", "2.5", "½"."""

STARTS = frozenset({*ONES, *TEENS, *TENS, "a", "an"})
"""First words of WORDS, small."""

_TOKEN = re.compile(r"[a-z]+|\d[\d, \u00a0]*(?:\.\d+)?|\.\d+|" + _SIGNS)
_POWER = re.compile(r"([\d.,]+)(?:e| ?[×x] ?10\^?)(-?\d{1,2})")
_PART = re.compile(r" and an? (?P<word>half|quarter)$| (?P<top>\d)/(?P<under>[1-9])$")
_PARTS = {"half": 0.5, "quarter": 0.25}
_SMALL = {**ONES, **TEENS, **TENS, "a": 1, "an": 1}
_LARGE = {**SCALES, **SHORT_SCALES}


def read_number(text: str) -> float | None:
    """Return the number `text` writes in digits, words or both, or None if it writes none.

    Examples:
        >>> read_number("three million, two hundred & forty"), read_number("1.2m")
        (3000240.0, 1200000.0)
        >>> read_number("two and a half"), read_number("2 1/2"), read_number("2.5×10-3")
        (2.5, 2.5, 0.0025)

    """
    small = text.lower().strip().replace("−", "-")
    power = _POWER.fullmatch(small)
    if power:
        return float(power[1].replace(",", "")) * 10.0 ** int(power[2])
    part = _PART.search(small)
    whole = _read_whole(small[: part.start()] if part else small)
    if whole is None or part is None:
        return whole
    return whole + (_PARTS[part["word"]] if part["word"] else int(part["top"]) / int(part["under"]))


def _read_whole(small: str) -> float | None:
    total, group, seen = 0.0, 0.0, False
    for word in _TOKEN.findall(small):
        digits = re.sub(r"[, \u00a0]", "", word)
        if len(digits) > MAX_DIGITS:
            return None
        if digits.replace(".", "", 1).isdecimal():
            group, seen = group + float(digits), True
        elif word in VULGAR_FRACTIONS:
            group, seen = group + VULGAR_FRACTIONS[word], True
        elif word in _SMALL:
            group, seen = group + _SMALL[word], True
        elif word in HUNDRED_AND_DOZEN:
            group, seen = (group or 1) * HUNDRED_AND_DOZEN[word], True
        elif word in _LARGE:
            total, group, seen = total + (group or 1) * _LARGE[word], 0.0, True
        elif word != "and":
            return None
    return round(total + group, 10) if seen else None
