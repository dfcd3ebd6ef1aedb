"""Days and times as pages write them, as ISO 8601.

In: the words of a stamp ("3 March 2016, 5:04 pm") or an attribute's value. Out: ISO 8601, as partial as
the words are; None where they are ambiguous (03/04/2016) or relative ("2 days ago"). Out of scope:
what the day is the day of; time expressions in running text (`extract.times`).

Source: month names from CLDR by Babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from babel.dates import get_month_names

MONTH_NAME_LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "sk",
    "hu",
    "ro",
    "tr",
    "ru",
    "uk",
    "el",
    "id",
)
"""Languages whose names of months are read."""
_DIGIT = re.compile(r"\d")
_NO_MORE = r"(?!\d(?!\d?:\d\d))"
"""No digit after a year but a clock's, which may stand right behind it ("Nov 20 20194:29 AM")."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""What every day written in full has: most words of a page are told by it to be none."""
_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d\d)-(\d\d?)(?:-(\d\d?))?(?!\d)(?:(?:T|\s+|\s*at\s+)(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?",
    re.IGNORECASE,
)
_STAMP = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?Z?$")
_SLASHED = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.](\d\d?)[/.](\d\d?)(?!\d)")
_DOTTED = re.compile(rf"(?<![\d.])(\d\d?)\.\s?(\d\d?)(?:\.|,\s)\s?((?:19|20)\d\d){_NO_MORE}")
_EITHER = re.compile(rf"(?<![\d/-])(\d\d?)[/-](\d\d?)[/-]((?:19|20)\d\d){_NO_MORE}")
_CJK = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d\d?)\s?[月월]\s?(?:(\d\d?)\s?[日일])?")
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d\d?)(?:(?:st|nd|rd|th|er|º|ª|\.)?[\s/-]+|\.)(?:of\s+|de\s+|d['’])?([^\W\d_]{3,12})\.?,?[\s/-]+"
    rf"(?:de\s+|del\s+)?((?:19|20)\d\d){_NO_MORE}"
)
_MONTH_DAY = re.compile(
    rf"([^\W\d_]{{3,12}})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d){_NO_MORE}"
)
_MONTH_YEAR = re.compile(
    r"(?<!\d\s)(?<!\d\.\s)([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)"
)
_CLOCK = re.compile(
    r"(?<![\d:])(\d\d?)[:.](\d\d)(?::(\d\d))?(?!\d)\s*([ap]\.?\s?m\b\.?)?", re.IGNORECASE
)

_RELATIVE = re.compile(
    r"\d+\s*\w+ ago|\b(?:an?|one) \w+ ago|yesterday|just now|\bvor \w+ \w+|\bil y a\b|\bhace \w+ \w+"
    r"|\b\w+ \w+ geleden\b|\bhá \w+ \w+|\b\w+ \w+ fa\b|\b\w+ \w+ temu\b|\bназад\b|\bfor \w+ \w+ siden\b|\bgestern\b",
    re.IGNORECASE,
)
_AGE_SIGNS = (
    "ago",
    "yesterday",
    "just now",
    "vor ",
    "y a ",
    "hace ",
    "geleden",
    "há ",
    " fa",
    "temu",
    "назад",
    "siden",
    "gestern",
)
_AGE_NUMBERS = re.compile(
    r"\d\d?[:.]\d\d|\b\d+ (?:jahre?|monate?|wochen?|tage?|stunden?|years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:join(?:ed)?|join date|regist\w+|member since|(?:dabei|mitglied) seit|anmeldungsdatum|anmeldedatum|angemeldet|inscri\w+"
    r"|membre depuis|miembro desde|iscritto|lid (?:sinds|geworden)|dołączył\w*|last (?:visit|seen|active|online|edit\w*)|zuletzt (?:bearbeitet|online|gesehen)"
    r"|edited|bearbeitet|geändert|modifié|modificato|editado|bewerkt|geburt\w*|birth\w*|age|alter)\b",
    re.IGNORECASE,
)
_SHORT_EITHER = re.compile(r"(?<![\d/.-])(\d\d?)/(\d\d?)/(\d\d)(?![\d/-])")
_SHORT_DOTTED = re.compile(r"(?<![\d.])(\d\d?)\.(\d\d?)\.(\d\d)(?![\d.])")
_SHORT_NAMED = re.compile(r"(?<!\d)(\d\d?)[\s-]([^\W\d_]{3,12})[\s.-]+['’]?(\d\d)(?![\d:])")
_SHORT_AFTER = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+['’](\d\d)(?!\d)")
_TURN = 70  # two digits below it are of this century: no thread is older than the Web


def is_relative_time(words: str) -> bool:
    """Return whether a stamp tells an age, or a time without its day: no day can be read from it."""
    if _DIGIT.search(words) and _AGE_NUMBERS.search(words):
        return True
    lower = words.lower()
    return any(map(lower.__contains__, _AGE_SIGNS)) and _RELATIVE.search(words) is not None


def is_membership_or_edit_time(words: str) -> bool:
    """Return whether a stamp says since when someone is a member, or when words were edited."""
    return bool(_SINCE.search(words))


def parse_timestamp(words: str, *, short: bool = False) -> str | None:
    """Return the first day, with its time if one is written, in `words` as ISO 8601, or None.

    Args:
        words: a stamp's.
        short: years may be written with two digits (29.01.19, 18 Jun '05).

    Examples:
        >>> parse_timestamp("March 3rd, 2016 at 5:04 pm")
        '2016-03-03T17:04'
        >>> parse_timestamp("03/04/2016") is None
        True

    """
    words = words.strip()[:200]
    if not _YEAR.search(words):
        longer = _lengthened(words) if short and _DIGIT.search(words) else words
        return _written(longer) if longer != words else None
    if found := _ISO.search(words):
        return _iso(found)
    if found := _STAMP.search(words):
        return _day(found[1], found[2], found[3])
    return _written(words) or (_written(_lengthened(words)) if short else None)


def infer_day_first(stamps: Iterable[str]) -> bool | None:
    """Return whether a page's days of numbers have the day first (25/04/2016), or None where nothing settles it."""
    found = [one for stamp in stamps for one in _EITHER.finditer(_lengthened(stamp))]
    first = any(int(one[1]) > 12 for one in found)
    second = any(int(one[2]) > 12 for one in found)
    return None if first == second else first


def is_ambiguous_numeric_date(stamp: str) -> bool:
    """Return whether a stamp writes a day in numbers whose order differs by country (25/04/2016)."""
    return ("/" in stamp or "-" in stamp) and _EITHER.search(_lengthened(stamp)) is not None


def parse_both_orders(stamp: str) -> tuple[str, str] | None:
    """Return the two days, the day read first and the month read first, of a stamp that may be either."""
    found = _EITHER.search(_lengthened(stamp)) if "/" in stamp or "-" in stamp else None
    if not found:
        return None
    days = _day(found[3], found[2], found[1]), _day(found[3], found[1], found[2])
    return (days[0], days[1]) if days[0] and days[1] else None


def parse_numeric_date(stamp: str, *, day_comes_first: bool) -> str | None:
    """Return the day of a stamp whose order of numbers is known, as `parse_timestamp` returns days."""
    stamp = _lengthened(stamp)
    found = _EITHER.search(stamp)
    if not found:
        return None
    day, month = (found[1], found[2]) if day_comes_first else (found[2], found[1])
    return parse_timestamp(
        f"{stamp[: found.start()]}{found[3]}/{month}/{day}{stamp[found.end() :]}", short=True
    )


def _lengthened(words: str) -> str:
    """Return `words` with a year of two digits written with four."""
    for pattern in (_SHORT_DOTTED, _SHORT_EITHER, _SHORT_NAMED, _SHORT_AFTER):
        if found := pattern.search(words):
            century = "20" if int(found[3]) < _TURN else "19"
            before = words[: found.start(3)].rstrip("'’")
            return f"{before}{century}{words[found.start(3) :]}"
    return words


def _iso(found: re.Match[str]) -> str | None:
    if not found[3]:
        return f"{found[1]}-{int(found[2]):02}" if 1 <= int(found[2]) <= 12 else None
    day = _day(found[1], found[2], found[3])
    if day is None or not found[4] or int(found[4]) > 23 or int(found[5]) > 59:
        return day
    clock = f"T{int(found[4]):02}:{found[5]}" + (f":{found[6]}" if found[6] else "")
    zone = (found[7] or "").upper()
    if zone in {"Z", "UTC", "GMT"}:
        return f"{day}{clock}Z"
    digits = zone.replace(":", "")
    return f"{day}{clock}" + (f"{digits[:3]}:{digits[3:5] or '00'}" if digits else "")


def _written(words: str) -> str | None:
    day, rest = _written_day(words)
    if day is None or len(day) < 10:
        return day
    clock = _CLOCK.search(rest)
    if not clock or int(clock[2]) > 59:
        return day
    hour = int(clock[1])
    if half := (clock[4] or "").lower():
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23:
        return day
    return f"{day}T{hour:02}:{clock[2]}" + (f":{clock[3]}" if clock[3] else "")


def _written_day(words: str) -> tuple[str | None, str]:
    """Return the day `words` write and the words without it."""
    for pattern, year, month, day_of in (
        (_SLASHED, 1, 2, 3), (_DOTTED, 3, 2, 1), (_CJK, 1, 2, 3),
        (_DAY_MONTH, 3, 2, 1), (_MONTH_DAY, 3, 1, 2),
    ):  # fmt: skip
        for found in pattern.finditer(words):
            number = (
                found[month]
                if found[month].isdecimal()
                else load_month_names().get(_bare(found[month]))
            )
            if number is None or found[day_of] is None:
                continue
            day = _day(found[year], number, found[day_of])
            if day is None and pattern is _DOTTED:  # the American order (11.14.2019)
                day = _day(found[year], found[day_of], number)
            if day:
                return day, words[: found.start()] + " " + words[found.end() :]
    if either := _EITHER.search(words):
        first, second = int(either[1]), int(either[2])
        if first > 12 or second > 12 or first == second:
            month, day_of_month = (second, first) if first > 12 else (first, second)
            rest = words[: either.start()] + " " + words[either.end() :]
            return _day(either[3], month, day_of_month), rest
    for found in _MONTH_YEAR.finditer(words):
        if number := load_month_names().get(_bare(found[1])):
            return f"{found[2]}-{int(number):02}", words
    return None, words


def _day(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _bare(month: str) -> str:
    return month.lower().strip(".")


@cache
def load_month_names() -> dict[str, str]:
    """Return the number of every month's name; names that mean two months are left out."""
    found: dict[str, str] = {"sept": "9"}
    doubtful: set[str] = set()
    for language in MONTH_NAME_LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names = get_month_names(width, context=context, locale=language)
                for number, name in names.items():
                    bare = _bare(name)
                    if len(bare) >= 3 and found.setdefault(bare, str(number)) != str(number):
                        doubtful.add(bare)
    english = {
        _bare(n) for w in ("wide", "abbreviated") for n in get_month_names(w, locale="en").values()
    }
    return {name: number for name, number in found.items() if name not in doubtful - english}
