"""Day intervals: which days a TIMEX3 value or a publication time may mean.

In: times and pages. Out: intervals (first and last day, both inclusive), with the value to show and its precision.
Out of scope: values without a year; nothing is guessed for them.

Source: ISO-TimeML (ISO 24617-1:2012) for the values; meteorological seasons of the northern hemisphere.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from onrecord.records import Dated, Time
from onrecord.records.time import POINT_TYPES

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-WE)?")
_PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|AU|WI)")
_MONTHS_OF_PART = {
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "H1": (1, 6),
    "H2": (7, 12),
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "AU": (9, 11),
    "WI": (12, 14),
}
"""First and last month, counted from January of the year; winter ends in the next year."""


@dataclass(frozen=True, slots=True)
class DayInterval:
    """The first and last day a value may mean, the ISO value to show, and how precise it is.

    `sureness` is `day`, `month` or `year`.
    """

    first: date
    last: date
    shown: str
    sureness: str


@lru_cache(maxsize=65536)
def read_interval(value: str | None) -> DayInterval | None:
    """Return the days that `value` may mean, or None if it has no year, is no date, or is outside the calendar.

    Examples:
        >>> read_interval("2017-SP").shown, read_interval("2021-02-06").sureness
        ('2017', 'day')
    """
    if not value:
        return None
    try:
        for pattern, parse in _FORMATS:
            if match := pattern.fullmatch(value):
                return parse(match)
    except (ValueError, OverflowError):
        return None
    return None


def _parse_day(match: re.Match[str]) -> DayInterval:
    day = date(*map(int, match.groups()))
    return DayInterval(day, day, day.isoformat(), "day")


def _parse_week(match: re.Match[str]) -> DayInterval:
    first = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    last = first + timedelta(days=6)
    if first.month == last.month:
        return DayInterval(first, last, f"{first:%Y-%m}", "month")
    return DayInterval(first, last, f"{first:%Y}", "year")


def _parse_part_of_year(match: re.Match[str]) -> DayInterval:
    begin, end = _MONTHS_OF_PART[match[2]]
    year = int(match[1])
    last = _find_month_end(year + (end - 1) // 12, (end - 1) % 12 + 1)
    return DayInterval(date(year, begin, 1), last, match[1], "year")


def _parse_month(match: re.Match[str]) -> DayInterval:
    year, month = int(match[1]), int(match[2])
    return DayInterval(date(year, month, 1), _find_month_end(year, month), match[0], "month")


def _parse_year(match: re.Match[str]) -> DayInterval:
    year = int(match[1])
    return DayInterval(date(year, 1, 1), date(year, 12, 31), match[0], "year")


def _find_month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_FORMATS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DayInterval]], ...] = (
    (_DAY, _parse_day),
    (_WEEK, _parse_week),
    (_PART_OF_YEAR, _parse_part_of_year),
    (_MONTH, _parse_month),
    (_YEAR, _parse_year),
)


def read_time_interval(time: Time | None) -> DayInterval | None:
    """Return the days a time may mean, or None where it is no point on the calendar."""
    if time is None or time.type not in POINT_TYPES:
        return None
    return read_interval(time.value)


def read_publication_interval(dated: Dated | None) -> DayInterval | None:
    """Return the days a publication time may mean, or None."""
    return read_interval(dated.value) if dated else None


def measure_gap_days(a: DayInterval | None, b: DayInterval | None) -> int | None:
    """Return the fewest days between two intervals (0 where they overlap), or None if one is not known."""
    if a is None or b is None:
        return None
    if a.last < b.first:
        return (b.first - a.last).days
    if b.last < a.first:
        return (a.first - b.last).days
    return 0
