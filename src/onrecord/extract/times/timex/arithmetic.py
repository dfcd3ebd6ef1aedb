"""Arithmetic on TIMEX3 values: partial dates shifted by units without gaining precision.

In: an ISO 8601 value as partial as it is known. Out: a TIMEX3 value, or None where the value is too
coarse for what is asked ("yesterday" of 2016-03). Out of scope: words, pages, and the search for days of the
calendar (`calendar_search`).

Source: ISO-TimeML (ISO 24617-1:2012) for the values; ISO 8601 for days and weeks.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from onrecord.extract.times.thresholds import THRESHOLDS

MONTHS_PER_UNIT = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
"""Units that are whole months."""

DAYS_PER_UNIT = {"D": 1, "N": 1, "W": 7, "FN": 14, "WE": 7}
"""Units that are whole days."""

_YEAR_DIGITS = {"Y": 4, "DE": 3, "CE": 2}
"""Digits of a year that the value of a year, decade or century has."""
_WEEK_SUFFIXES = {"W": "", "FN": "", "WE": "-WE"}
"""What follows the ISO week in the values of units that are weeks."""
_CLOCK_DESIGNATORS = {"S": "S", "MIN": "M", "H": "H"}
_DATE_DESIGNATORS = {"FN": "W", "N": "D"}
"""Designators of durations where they differ from our code of the unit."""
_LEAST_OFFSET = timedelta(hours=-11)
"""Of the two offsets that a local clock time may have, a day apart, the one from here on is an inhabited place's."""
_MULTIPLES = {"FN": (2, "W"), "Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y")}
"""Units that durations state as so many of another."""
_FINER_UNITS = {"Y": ("M", 12), "H": ("M", 60), "MIN": ("S", 60)}
_FRACTIONS_IN_FINER_UNIT = frozenset({0.25, 0.5, 0.75})
"""Fractions that are stated in the next finer unit, as TimeML's texts do ("P2Y6M")."""


def parse_day(value: str | None) -> date | None:
    """Return the day that `value` states, or None if it states none or only a part of one."""
    if not value or len(value) < 10 or "W" in value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def parse_month(value: str | None) -> tuple[int, int] | None:
    """Return (year, month) of `value`, or None if it is coarser."""
    if not value or len(value) < 7 or not value[:4].isdecimal() or not value[5:7].isdecimal():
        return None
    year, month = int(value[:4]), int(value[5:7])
    return (year, month) if 1 <= month <= 12 else None


def parse_year(value: str | None) -> int | None:
    """Return the year of `value`, or None if it is coarser."""
    return int(value[:4]) if value and len(value) >= 4 and value[:4].isdecimal() else None


def shift(value: str | None, count: int, unit: str) -> str | None:
    """Return the `unit` (a code of the calendar lexicon) that is `count` units from the one `value` is in.

    The result is as fine as the unit: a day, an ISO week, a month, a quarter, a year, a decade. None
    if `value` is too coarse or the result is outside the years 1 to 9999.

    Examples:
        >>> shift("2016-03-02", -1, "D"), shift("2016-03", -1, "M"), shift("2016-03", -1, "D")
        ('2016-03-01', '2016-02', None)

    """
    try:
        if unit in DAYS_PER_UNIT:
            return _shift_days(parse_day(value), count, unit)
        return _shift_months(value, count, unit)
    except (OverflowError, ValueError):
        return None


def _shift_days(day: date | None, count: int, unit: str) -> str | None:
    if day is None:
        return None
    shifted = day + timedelta(days=count * DAYS_PER_UNIT[unit])
    if unit in _WEEK_SUFFIXES:
        return format_week(shifted) + _WEEK_SUFFIXES[unit]
    return shifted.isoformat()


def _shift_months(value: str | None, count: int, unit: str) -> str | None:
    year = parse_year(value)
    if year is None:
        return None
    if unit in _YEAR_DIGITS:
        shifted = year + count * MONTHS_PER_UNIT[unit] // 12
        text = f"{shifted:04d}" if 1 <= shifted <= 9999 else None
        return text and text[: _YEAR_DIGITS[unit]]
    month = parse_month(value)
    if month is None or unit not in MONTHS_PER_UNIT:
        return None
    year, index = divmod(month[0] * 12 + month[1] - 1 + count * MONTHS_PER_UNIT[unit], 12)
    if not 1 <= year <= 9999:
        return None
    return f"{year:04d}-Q{index // 3 + 1}" if unit == "Q" else f"{year:04d}-{index + 1:02d}"


def shift_years_back(value: str, count: int) -> str | None:
    """Return the same part of the year `count` years before `value`, as fine as it is, or None.

    Examples:
        >>> shift_years_back("1989-Q3", 1), shift_years_back("2016-02-29", 1)
        ('1988-Q3', None)

    """
    year = parse_year(value)
    if year is None or not 1 <= year - count <= 9999:
        return None
    shifted = f"{year - count:04d}{value[4:]}"
    is_day = len(shifted) == 10 and "W" not in shifted
    return None if is_day and parse_day(shifted) is None else shifted


def shift_day_by_months(value: str | None, months: int) -> str | None:
    """Return the same day of the month `months` from `value`, or the last day of that month; None if too coarse.

    Examples:
        >>> shift_day_by_months("2016-03-31", -1), shift_day_by_months("2016-03", -1)
        ('2016-02-29', None)

    """
    day, month = parse_day(value), parse_month(shift(value, months, "M"))
    if day is None or month is None:
        return None
    return format_day(*month, min(day.day, monthrange(*month)[1]))


def shift_keeping_precision(value: str | None, count: int, unit: str) -> str | None:
    """Return the day, month or year that is `count` units (D, W, M, Y) from `value`, as fine as `value`.

    None where `value` is too coarse for the unit.

    Examples:
        >>> shift_keeping_precision("2016-03-31", -1, "M"), shift_keeping_precision("2016-03", 2, "Y")
        ('2016-02-29', '2018-03')
        >>> shift_keeping_precision("2016", 3, "D") is None
        True

    """
    if value is None or unit in DAYS_PER_UNIT:
        day = parse_day(value)
        return shift(value, count * DAYS_PER_UNIT[unit], "D") if day else None
    months = count * MONTHS_PER_UNIT[unit]
    if parse_day(value):
        return shift_day_by_months(value, months)
    return shift(value, months, "M") or (shift(value, count, "Y") if unit == "Y" else None)


def count_months_between(value: str, later: str) -> int:
    """Return how many months the month of `later` is after that of `value`; 12 if one of them has no month."""
    first, second = parse_month(value), parse_month(later)
    if first is None or second is None:
        return 12
    return (second[0] - first[0]) * 12 + second[1] - first[1]


def format_day(year: int, month: int, day: int) -> str | None:
    """Return the day as ISO 8601, or None if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def is_day_of_year(month: int, day: int) -> bool:
    """Return whether the month has such a day, in leap years at least."""
    return format_day(2000, month, day) is not None


def format_week(day: date) -> str:
    """Return the ISO week of `day` as `YYYY-Www`."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def format_duration(count: float | None, unit: str) -> str:
    """Return the TIMEX3 duration of `count` units; with None the count is `X`, unknown.

    Examples:
        >>> format_duration(2, "D"), format_duration(None, "Y"), format_duration(1.5, "H")
        ('P2D', 'PXY', 'PT1H30M')

    """
    if count is None:
        number = "X"
    elif unit in _FINER_UNITS and count % 1 in _FRACTIONS_IN_FINER_UNIT:
        return _format_fraction(count, unit)
    elif unit in _MULTIPLES:
        factor, base = _MULTIPLES[unit]
        return f"P{count * factor:g}{base}"
    else:
        number = f"{count:g}" if count < THRESHOLDS.short_format_count else str(int(count))
    if unit in _CLOCK_DESIGNATORS:
        return f"PT{number}{_CLOCK_DESIGNATORS[unit]}"
    return f"P{number}{_DATE_DESIGNATORS.get(unit, unit)}"


def _format_fraction(count: float, unit: str) -> str:
    """Return a duration with its fraction in the next finer unit: 1.5 hours as "PT1H30M"."""
    finer, per_unit = _FINER_UNITS[unit]
    whole = f"{int(count)}{_CLOCK_DESIGNATORS.get(unit, unit)}" if count >= 1 else ""
    fraction = f"{int(count % 1 * per_unit)}{finer}"
    return f"P{'T' if unit in _CLOCK_DESIGNATORS else ''}{whole}{fraction}"


def shift_zone(moment: str, clock: str) -> str | None:
    """Return the day and time of `clock` ("17:00-05:00", "12:05"), the same moment as `moment` in another zone.

    Where `clock` states no offset it is that of the day nearest. None where `moment` states none, or the two are not the
    same moment.
    """
    try:
        first = datetime.fromisoformat(moment)
        other = time.fromisoformat(clock)
    except ValueError:
        return None
    offset = first.utcoffset()
    if offset is None:
        return None
    if other.tzinfo is None:
        universal = first.replace(tzinfo=None) - offset
        local = datetime.combine(universal.date(), other)
        while local - universal < _LEAST_OFFSET:
            local += timedelta(days=1)
        while local - universal >= _LEAST_OFFSET + timedelta(days=1):
            local -= timedelta(days=1)
        return f"{local.date().isoformat()}T{clock}"
    shifted = first.astimezone(other.tzinfo)
    if (shifted.hour, shifted.minute) != (other.hour, other.minute):
        return None
    return f"{shifted.date().isoformat()}T{clock}"
