"""Dates as pages write them, read for gold: independent of the project's own reader of dates.

In: words, and the order of numbers in them. Out: an ISO 8601 day, or None where the words give none
("6 years ago", "Jun 20th": the year is not given). Out of scope: times of day, which no measure asks for.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

_LOCALES = "en de fr es it nl pt pl sv da nb fi cs hu tr ro ru uk el ca".split()
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d:])(\d{1,2})[./-] ?(\d{1,2})(?:[./-] ?|, )(\d{4}|\d{2})(?![\d:])")
_YEAR = r"(?:\d{4}|(?<=['’-])\d\d)(?!\d)"
_NAMED = re.compile(
    rf"(?P<d1>(?<![\d:])\d{{1,2}})(?:st|nd|rd|th|er|º)?[.,/ -]*(?:de |of )?(?P<m1>[^\W\d_]{{3,}})[.,/'’ -]*(?:de |of )?(?P<y1>{_YEAR})"
    rf"|(?P<m2>[^\W\d_]{{3,}})[. ]*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[.,'’ -]+(?P<y2>{_YEAR})"
    r"|(?P<y3>(?<!\d)\d{4})[., -]+(?P<m3>[^\W\d_]{3,})[. -]+(?P<d3>\d{1,2})(?!\d)"
)


def parse_day(words: str, order: str = "dmy") -> str | None:
    """Return the first full day that `words` give, in ISO 8601, or None.

    Args:
        words: as written.
        order: `dmy` or `mdy`, where day and month are both numbers; a four-digit year first is always `ymd`.

    Examples:
        >>> parse_day("am 9. Juni 2017 um 13:22"), parse_day("2/3/2019", "mdy")
        ('2017-06-09', '2019-02-03')

    """
    words = " ".join(unicodedata.normalize("NFKC", words).split())
    for found in _NAMED.finditer(words):
        for n in "123":
            month = _index_months().get(_normalise_name(found[f"m{n}"])) if found[f"m{n}"] else None
            if month:
                return _format_day(found[f"y{n}"], month, found[f"d{n}"])
    if iso := _ISO.search(words):
        return _format_day(iso[1], int(iso[2]), iso[3])
    if numbers := _NUMBERS.search(words):
        first, second, year = numbers.groups()
        if order == "ymd":
            return _format_day(first, int(second), year)
        if order == "mdy":
            return _format_day(year, int(first), second)
        return _format_day(year, int(second), first)
    return None


def _format_day(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day)).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _index_months() -> dict[str, int]:
    """Return the number of each month by its names, whole and short, in the languages of `_LOCALES`."""
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    found.setdefault(_normalise_name(name), number)
    return found | {"sept": 9, "mrz": 3, "maerz": 3}


def _normalise_name(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).strip(" .")
