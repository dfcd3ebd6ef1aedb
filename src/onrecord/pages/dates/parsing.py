"""Dates and times as pages write them, parsed to ISO 8601.

In: the text of a stamp ("3 March 2016, 5:04 pm") or an attribute's value. Out: ISO 8601, as partial as the text is; None
where it is ambiguous (03/04/2016) or relative ("2 days ago"). Out of scope: what the date is the date of; time
expressions in running text (`extract.times`).

Source: month names from CLDR by Babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from babel.dates import get_month_names

from onrecord.pages.dates.lexicon import (
    CLOCK_OR_AGE,
    MEMBERSHIP_OR_EDIT,
    RELATIVE_TIME,
    RELATIVE_TIME_SIGNS,
    ZONE_NAMES_IN_WORDS,
    ZONE_OFFSETS,
)
from onrecord.pages.dates.thresholds import THRESHOLDS

MONTH_NAME_LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "ru", "uk", "el", "id",
)  # fmt: skip
"""Languages whose names of months are read."""

_DIGIT = re.compile(r"\d")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
"""What every date written in full has: most texts of a page are known by it to be none."""
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NO_DIGIT_AFTER = r"(?!\d(?!\d?:\d\d))"
"""No digit after a year but a clock time's, which may follow at once ("Nov 20 20194:29 AM")."""
_MONTH_NAME = r"(?P<month>[^\W\d_]{3,12})"

_ISO_8601 = re.compile(
    rf"(?<!\d){_YEAR}-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?(?!\d)(?:(?:T|\s+|\s*at\s+)(?P<hour>\d\d?):?(?P<minute>\d\d)"
    r"(?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<zone>Z(?![A-Z])|[+-]\d\d:?(?:\d\d)?)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(rf"^{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d\d\d\d(?:\d\d)?)?Z?$")
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)(?!\d)")
_DOTTED = re.compile(
    rf"(?<![\d.])(?P<day>\d\d?)\.\s?(?P<month>\d\d?)(?:\.|,\s)\s?{_YEAR}{_NO_DIGIT_AFTER}"
)
_CJK = re.compile(rf"{_YEAR}\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?:(?P<day>\d\d?)\s?[日일])?")
_DAY_MONTH_YEAR = re.compile(
    rf"(?<!\d)(?P<day>\d\d?)(?:(?:st|nd|rd|th|er|º|ª|\.)?[\s/-]+|\.)(?:of\s+|de\s+|d['’])?{_MONTH_NAME}\.?,?[\s/-]+"
    rf"(?:de\s+|del\s+)?{_YEAR}{_NO_DIGIT_AFTER}"
)
_MONTH_DAY_YEAR = re.compile(
    rf"{_MONTH_NAME}\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}{_NO_DIGIT_AFTER}"
)
_DATE_PATTERNS = (_YEAR_FIRST, _DOTTED, _CJK, _DAY_MONTH_YEAR, _MONTH_DAY_YEAR)
"""Dates whose order is clear, in the order in which they are tried."""
_AMBIGUOUS = re.compile(
    rf"(?<![\d/-])(?P<first>\d\d?)[/-](?P<second>\d\d?)[/-]{_YEAR}{_NO_DIGIT_AFTER}"
)
_MONTH_YEAR = re.compile(rf"(?<!\d\s)(?<!\d\.\s){_MONTH_NAME}\.?,?\s+(?:de\s+)?{_YEAR}(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>\d\d?)[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?(?!\d)\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s*[(\[]?(?:(?:(?:UTC|GMT)\s?(?P<sign>[+−-])\s?|(?<=\s)(?P<sign_alone>[+−-])(?=\d\d:?\d\d\b)|(?P<plus>\+)(?=\d\d:?\d\d\b))"
    r"(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?(?!\d|:)"
    rf"|(?P<name>[A-Z]{{3,5}}(?!\w)|Z(?!\w)|(?i:{'|'.join(ZONE_NAMES_IN_WORDS)})(?!\w)))"
)
"""A time zone after a clock: "EDT", "(GMT+2)", "+0200", "Eastern Daylight Time"."""
_SHORT_YEAR = r"(?P<short_year>\d\d)"
_SHORT_YEAR_PATTERNS = (
    re.compile(rf"(?<![\d.])\d\d?\.\d\d?\.{_SHORT_YEAR}(?![\d.])"),
    re.compile(rf"(?<![\d/.-])\d\d?/\d\d?/{_SHORT_YEAR}(?![\d/-])"),
    re.compile(rf"(?<!\d)\d\d?[\s-][^\W\d_]{{3,12}}[\s.-]+['’]?{_SHORT_YEAR}(?![\d:])"),
    re.compile(rf"[^\W\d_]{{3,12}}\.?\s+\d\d?(?:st|nd|rd|th)?,?\s+['’]{_SHORT_YEAR}(?!\d)"),
)
"""29.01.19, 29/01/19, 29 Jan '19, Jan 29 '19."""


def is_relative_time(words: str) -> bool:
    """Return whether a stamp states an age, or a time without its day: no date can be read from it."""
    if _DIGIT.search(words) and CLOCK_OR_AGE.search(words):
        return True
    lower = words.lower()
    has_sign = any(map(lower.__contains__, RELATIVE_TIME_SIGNS))
    return has_sign and RELATIVE_TIME.search(words) is not None


def is_membership_or_edit_time(words: str) -> bool:
    """Return whether a stamp says since when someone is a member, or when something was edited."""
    return bool(MEMBERSHIP_OR_EDIT.search(words))


def parse_timestamp(words: str, *, short: bool = False) -> str | None:
    """Return the first date in `words`, with its time if one is written, as ISO 8601, or None.

    Args:
        words: the text of a stamp.
        short: years may be written with two digits (29.01.19, 18 Jun '05).

    Examples:
        >>> parse_timestamp("March 3rd, 2016 at 5:04 pm")
        '2016-03-03T17:04'
        >>> parse_timestamp("03/04/2016") is None
        True

    """
    words = words.strip()[: THRESHOLDS.max_stamp_length]
    if not _FULL_YEAR.search(words):
        expanded = _expand_short_year(words) if short and _DIGIT.search(words) else words
        return _parse_written(expanded) if expanded != words else None
    if match := _ISO_8601.search(words):
        return _build_timestamp(match)
    if match := _COMPACT.search(words):
        return _build_date(match["year"], match["month"], match["day"])
    return _parse_written(words) or (_parse_written(_expand_short_year(words)) if short else None)


# --- numeric dates whose order differs by country -------------------------------------------------


def infer_day_first(stamps: Iterable[str]) -> bool | None:
    """Return whether a page's numeric dates have the day first (25/04/2016), or None where none says so."""
    matches = [
        match for stamp in stamps for match in _AMBIGUOUS.finditer(_expand_short_year(stamp))
    ]
    day_first = any(int(match["first"]) > 12 for match in matches)
    month_first = any(int(match["second"]) > 12 for match in matches)
    return None if day_first == month_first else day_first


def is_ambiguous_numeric_date(stamp: str) -> bool:
    """Return whether a stamp writes a numeric date whose order differs by country (25/04/2016)."""
    return _find_ambiguous(stamp) is not None


def parse_both_orders(stamp: str) -> tuple[str, str] | None:
    """Return the two dates, day first and month first, of a stamp that may be either; None for any other."""
    match = _find_ambiguous(stamp)
    if not match:
        return None
    year, first, second = match.group("year", "first", "second")
    dates = _build_date(year, second, first), _build_date(year, first, second)
    return (dates[0], dates[1]) if dates[0] and dates[1] else None


def parse_numeric_date(stamp: str, *, day_comes_first: bool) -> str | None:
    """Return the date of a stamp whose order of numbers is known, as `parse_timestamp` returns dates."""
    stamp = _expand_short_year(stamp)
    match = _AMBIGUOUS.search(stamp)
    if not match:
        return None
    day, month = (
        match.group("first", "second") if day_comes_first else match.group("second", "first")
    )
    year_first = f"{match['year']}/{month}/{day}"
    return parse_timestamp(
        f"{stamp[: match.start()]}{year_first}{stamp[match.end() :]}", short=True
    )


def _find_ambiguous(stamp: str) -> re.Match[str] | None:
    if "/" not in stamp and "-" not in stamp:
        return None
    return _AMBIGUOUS.search(_expand_short_year(stamp))


def _expand_short_year(words: str) -> str:
    """Return `words` with the first two-digit year written with four digits."""
    for pattern in _SHORT_YEAR_PATTERNS:
        if match := pattern.search(words):
            century = "20" if int(match["short_year"]) < THRESHOLDS.century_turn else "19"
            start = match.start("short_year")
            before = words[:start].rstrip("'’")
            return f"{before}{century}{words[start:]}"
    return words


# --- ISO 8601 and dates in words ------------------------------------------------------------------


def _build_timestamp(match: re.Match[str]) -> str | None:
    """Return what `_ISO_8601` matched in its normal form, or None where there is no such date; a zone's name may follow."""
    year, month = match["year"], int(match["month"])
    if not match["day"]:
        return f"{year}-{month:02}" if 1 <= month <= 12 else None
    day = _build_date(year, month, match["day"])
    hour, minute, second = match.group("hour", "minute", "second")
    if day is None or not hour or int(hour) > 23 or int(minute) > 59:
        return day
    clock = f"T{int(hour):02}:{minute}" + (f":{second}" if second else "")
    zone = (match["zone"] or "").upper()
    if zone == "Z":
        return f"{day}{clock}Z"
    offset = zone.replace(":", "")
    return f"{day}{clock}" + (
        f"{offset[:3]}:{offset[3:5] or '00'}" if offset else _read_zone(match.string, match.end())
    )


def _parse_written(words: str) -> str | None:
    """Return the first date in `words`, in words or numbers, with a clock time elsewhere in them."""
    day, rest = _find_date(words)
    if day is None or len(day) < 10:  # none, or a month alone
        return day
    clock = _CLOCK.search(rest)
    if not clock or int(clock["minute"]) > 59:
        return day
    hour = int(clock["hour"])
    if half := (clock["half"] or "").lower():
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23:
        return day
    second = f":{clock['second']}" if clock["second"] else ""
    return f"{day}T{hour:02}:{clock['minute']}{second}{_read_zone(rest, clock.end())}"


def _read_zone(words: str, at: int) -> str:
    """Return the ISO offset of the time zone after a clock time that ends `at`; "" where none follows, or one of several by that name.

    Examples:
        >>> _read_zone("10:12 EDT, Monday", 5), _read_zone("10:12 (GMT+2)", 5), _read_zone("10:12 IST", 5)
        ('-04:00', '+02:00', '')

    """
    match = _ZONE.match(words, at)
    if match is None:
        return ""
    if sign := match["sign"] or match["sign_alone"] or match["plus"]:
        hours, minutes = int(match["hours"]), match["minutes"] or "00"
        is_offset = hours <= THRESHOLDS.max_offset_hours and int(minutes) < 60
        return f"{sign.replace('−', '-')}{hours:02}:{minutes}" if is_offset else ""
    return ZONE_OFFSETS.get(match["name"].casefold(), "")


def _find_date(words: str) -> tuple[str | None, str]:
    """Return the date or month that `words` write, or None, and the words without the date."""
    for pattern in _DATE_PATTERNS:
        for match in pattern.finditer(words):
            if day := _read_date(match):
                return day, _cut(words, match)
    if numeric := _AMBIGUOUS.search(words):
        first, second = int(numeric["first"]), int(numeric["second"])
        if first > 12 or second > 12 or first == second:
            month, day_of_month = (second, first) if first > 12 else (first, second)
            return _build_date(numeric["year"], month, day_of_month), _cut(words, numeric)
    for month_year in _MONTH_YEAR.finditer(words):
        if number := load_month_names().get(_normalise_month(month_year["month"])):
            return f"{month_year['year']}-{int(number):02}", words
    return None, words


def _read_date(match: re.Match[str]) -> str | None:
    """Return the date that one of `_DATE_PATTERNS` matched, or None where there is no such date."""
    year, written, day = match.group("year", "month", "day")
    if written.isdecimal():
        month: str | None = written
    else:
        month = load_month_names().get(_normalise_month(written))
    if month is None or day is None:
        return None
    found = _build_date(year, month, day)
    if found is None and match.re is _DOTTED:  # the American order (11.14.2019)
        found = _build_date(year, day, month)
    return found


def _cut(words: str, match: re.Match[str]) -> str:
    return words[: match.start()] + " " + words[match.end() :]


def _build_date(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


# --- names of months ------------------------------------------------------------------------------


def _normalise_month(month: str) -> str:
    return month.lower().strip(".")


@cache
def load_month_names() -> dict[str, str]:
    """Return the number of every month's name; names that mean two months are left out, but for English ones."""
    numbers: dict[str, str] = {"sept": "9"}
    ambiguous: set[str] = set()
    for language in MONTH_NAME_LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names = get_month_names(width, context=context, locale=language)
                for number, name in names.items():
                    key = _normalise_month(name)
                    if len(key) >= 3 and numbers.setdefault(key, str(number)) != str(number):
                        ambiguous.add(key)
    english = {
        _normalise_month(name)
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, locale="en").values()
    }
    return {name: number for name, number in numbers.items() if name not in ambiguous - english}
