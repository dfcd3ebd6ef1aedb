"""What the words of English time patterns mean: month and weekday numbers, years, unit codes, counts.

In: words that the patterns of `patterns` matched. Out: numbers and TIMEX3 codes. Out of scope: which day a
direction means (`direction`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.extract.times.en.lexicon.calendar import (
    IRREGULAR_UNITS,
    MODS,
    MONTHS,
    ORDINAL_DAYS,
    PARTS_OF_DAY,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
)
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.language.en.numbers import TEENS, TENS
from onrecord.language.numerals import read_number

_OFFSETS = {"last": -1, "previous": -1, "next": 1, "following": 1}
_TENS = frozenset(range(20, 100, 10))
_FRACTIONS = {" and a half": 0.5, " and a quarter": 0.25, " and three quarters": 0.75}


def read_month(word: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    lower = word.lower().rstrip(".")
    return MONTHS.get(lower) or SHORT_MONTHS[lower]


def read_day(written: str) -> int:
    """Return the day of a month that is written in digits or as an ordinal."""
    if written[0].isdecimal():
        return int(re.sub(r"\D", "", written))
    return ORDINAL_DAYS[written.lower().replace(" ", "-")]


def read_year(written: str, published: str | None = None) -> int:
    """Return the year that is written in digits, short ("'74": see `read_cut_year`) or as it is spoken."""
    if written.isdecimal():
        return int(written)
    if written[1:].isdecimal() and published:
        return read_cut_year(written[1:], published)
    if written[1:].isdecimal():
        short = int(written[1:])
        return short + (1900 if short >= THRESHOLDS.short_year_pivot else 2000)
    if written.lower().startswith("two thousand"):
        return int(read_number(written) or 2000)
    century, rest = re.split(r"[ -]", written.lower(), maxsplit=1)
    rest = re.sub(r"^(?:oh|nought)[ -]", "", rest)
    return (TEENS.get(century) or TENS[century]) * 100 + int(read_number(rest) or 0)


def read_cut_year(digits: str, published: str | None) -> int:
    """Return the last year that ends with the two digits and is not far after publication; without its day, by the pivot."""
    if not published:
        return read_year(f"'{digits}")
    latest = int(published[:4]) + THRESHOLDS.short_year_ahead_years
    return latest - (latest - int(digits)) % 100


def read_weekday(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation."""
    lower = word.lower().rstrip(".")
    return WEEKDAYS[lower] if lower in WEEKDAYS else SHORT_WEEKDAYS[lower]


def read_unit(word: str) -> str:
    """Return the code of a unit of time, singular or plural."""
    lower = word.lower()
    return UNITS.get(lower) or IRREGULAR_UNITS.get(lower) or UNITS[lower.removesuffix("s")]


def read_mod(match: re.Match[str]) -> str | None:
    """Return the TIMEX3 mod of the group `mod`, or None."""
    written = (match["mod"] or "").lower()
    return next((mod for word, mod in MODS.items() if re.search(rf"\b{word}\b", written)), None)


def read_part_of_day(words: str) -> str:
    """Return the TIMEX3 code of a part of the day ("late night": NI)."""
    return PARTS_OF_DAY[words.lower().split()[-1]]


def read_offset(words: str) -> int:
    """Return -1 for "last" or "the previous", 1 for "next" or "the following", and 0 for others ("this", "that same")."""
    return _OFFSETS.get(words.lower().rpartition(" ")[2], 0)


class Count(NamedTuple):
    """A number of units: None where the words do not say how many ("several").

    `is_lower_bound` is whether it is the lower of two ("two or three").
    """

    number: float | None
    is_lower_bound: bool


def read_count(text: str) -> Count:
    """Return the number that words matched by COUNT state."""
    lower = text.lower().strip()
    if re.fullmatch(r"(?:a )?half(?: an?)?", lower):
        return Count(0.5, is_lower_bound=False)
    if re.search(r"quarters? of an?$", lower):
        return Count(0.75 if lower.startswith("three") else 0.25, is_lower_bound=False)
    if "couple" in lower:
        return Count(2.0, is_lower_bound=True)
    if re.search(r"\d \d/\d$", lower):
        return Count(read_number(lower), is_lower_bound=False)
    whole, fraction = split_fraction(lower)
    ends = re.split(r"(?<=\w) ?(?:-|–|\bto\b|\bor\b) ?(?=\w)", whole)
    if len(ends) == 2 and read_number(ends[0]) in _TENS and "-" in lower:  # "twenty-five"
        return Count(read_number(lower), is_lower_bound=False)
    number = read_number(ends[0])
    return Count(None if number is None else number + fraction, is_lower_bound=len(ends) > 1)


def split_fraction(lower: str) -> tuple[str, float]:
    """Return lower-case words without the fraction that ends them ("two and a half"), and that fraction."""
    for words, fraction in _FRACTIONS.items():
        if lower.replace("three-", "three ").endswith(words):
            return lower[: -len(words)], fraction
    return lower, 0.0
