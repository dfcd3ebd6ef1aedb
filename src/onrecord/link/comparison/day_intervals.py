"""Days: how far a TIMEX3 value reaches, and which day an event is told for.

In: times and pages. Out: reaches (first and last day) and days as partial as they are known.
Out of scope: values that are open; nothing is guessed from them.

Source: ISO-TimeML (ISO 24617-1:2012) for the values; seasons as meteorologists count them, north.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from onrecord.records import Dated, Time
from onrecord.records.time import POINT_TYPES

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-WE)?")
_SPANNED = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|AU|WI)")
_MONTHS = {
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


@dataclass(frozen=True, slots=True)
class DayInterval:
    """The first and last day a value may mean, the ISO value to show, and how sure it is.

    `sureness` is `day`, `month` or `year`.
    """

    first: date
    last: date
    shown: str
    sureness: str


@lru_cache(maxsize=65536)
def read_interval(value: str | None) -> DayInterval | None:
    """Return how far `value` reaches, or None if it is open, no date, or outside the calendar.

    Examples:
        >>> read_interval("2017-SP").shown, read_interval("2021-02-06").sureness
        ('2017', 'day')
    """
    if not value:
        return None
    try:
        return _read(value)
    except (ValueError, OverflowError):
        return None


def _read(value: str) -> DayInterval | None:
    if match := _DAY.fullmatch(value):
        day = date(*map(int, match.groups()))
        return DayInterval(day, day, day.isoformat(), "day")
    if match := _WEEK.fullmatch(value):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        last = first + timedelta(days=6)
        same_month = first.month == last.month
        shown = f"{first:%Y-%m}" if same_month else f"{first:%Y}"
        return DayInterval(first, last, shown, "month" if same_month else "year")
    if match := _SPANNED.fullmatch(value):
        begin, end = _MONTHS[match[2]]
        year = int(match[1])
        first = date(year, begin, 1)
        return DayInterval(
            first, _last(year + (end - 1) // 12, (end - 1) % 12 + 1), match[1], "year"
        )
    if match := _MONTH.fullmatch(value):
        year, month = int(match[1]), int(match[2])
        return DayInterval(date(year, month, 1), _last(year, month), value, "month")
    if match := _YEAR.fullmatch(value):
        year = int(match[1])
        return DayInterval(date(year, 1, 1), date(year, 12, 31), value, "year")
    return None


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def read_time_interval(time: Time | None) -> DayInterval | None:
    """Return how far a time reaches, or None where it is no point on the calendar."""
    if time is None or time.type not in POINT_TYPES:
        return None
    return read_interval(time.value)


def read_publication_interval(dated: Dated | None) -> DayInterval | None:
    """Return how far a publication time reaches, or None."""
    return read_interval(dated.value) if dated else None


def measure_gap_days(a: DayInterval | None, b: DayInterval | None) -> int | None:
    """Return the fewest days between two reaches (0 where they meet), or None if one is not known."""
    if a is None or b is None:
        return None
    if a.last < b.first:
        return (b.first - a.last).days
    if b.last < a.first:
        return (a.first - b.last).days
    return 0
