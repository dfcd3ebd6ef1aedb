"""Arithmetic on TIMEX3 values: partial days shifted by units without gaining precision.

In: an ISO 8601 value as partial as it is known. Out: a TIMEX3 value, or None where the value is too
coarse for what is asked ("yesterday" of 2016-03). Out of scope: words and pages.

Source: ISO-TimeML (ISO 24617-1:2012) for the values; ISO 8601 for days and weeks.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter  # type: ignore[import-untyped]

MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
"""Units that are whole months."""

DAYS_OF = {"D": 1, "N": 1, "W": 7, "FN": 14, "WE": 7}
"""Units that are whole days."""

_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
_CLOCK = {"S": "S", "MIN": "M", "H": "H"}
_FINER = {"Y": ("M", 12), "H": ("M", 60), "MIN": ("S", 60)}
_PARTS = frozenset({0.25, 0.5, 0.75})
"""Parts of one that are told in the next finer unit, as TimeML's texts do ("P2Y6M")."""


def day_of(value: str | None) -> date | None:
    """Return the day `value` states, or None if it states none or a part of one only."""
    if not value or len(value) < 10 or "W" in value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def month_of(value: str | None) -> tuple[int, int] | None:
    """Return (year, month) of `value`, or None if it is coarser."""
    if not value or len(value) < 7 or not value[:4].isdecimal() or not value[5:7].isdecimal():
        return None
    year, month = int(value[:4]), int(value[5:7])
    return (year, month) if 1 <= month <= 12 else None


def year_of(value: str | None) -> int | None:
    """Return the year of `value`, or None if it is coarser."""
    return int(value[:4]) if value and len(value) >= 4 and value[:4].isdecimal() else None


def shift(value: str | None, count: int, unit: str) -> str | None:
    """Return the `unit` (a code of the calendar lexicon) that is `count` units from `value`'s own.

    The result is as fine as the unit: a day, an ISO week, a month, a quarter, a year, a decade. None
    if `value` is too coarse or the result falls outside the years 1 to 9999.

    Examples:
        >>> shift("2016-03-02", -1, "D"), shift("2016-03", -1, "M"), shift("2016-03", -1, "D")
        ('2016-03-01', '2016-02', None)

    """
    try:
        if unit in DAYS_OF:
            return _shift_days(day_of(value), count, unit)
        return _shift_months(value, count, unit)
    except (OverflowError, ValueError):
        return None


def _shift_days(day: date | None, count: int, unit: str) -> str | None:
    if day is None:
        return None
    moved = day + timedelta(days=count * DAYS_OF[unit])
    if unit in {"W", "FN", "WE"}:
        return week(moved) + ("-WE" if unit == "WE" else "")
    return moved.isoformat()


def _shift_months(value: str | None, count: int, unit: str) -> str | None:
    year = year_of(value)
    if year is None:
        return None
    if unit in {"Y", "DE", "CE"}:
        moved = year + count * MONTHS_OF[unit] // 12
        text = f"{moved:04d}" if 1 <= moved <= 9999 else None
        return text and text[: {"Y": 4, "DE": 3, "CE": 2}[unit]]
    month = month_of(value)
    if month is None or unit not in MONTHS_OF:
        return None
    index = month[0] * 12 + month[1] - 1 + count * MONTHS_OF[unit]
    if not 12 <= index < 120_000:
        return None
    if unit == "Q":
        return f"{index // 12:04d}-Q{index % 12 // 3 + 1}"
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def years_before(value: str, count: int) -> str | None:
    """Return the same part of the year `count` years before `value`, as fine as it is, or None.

    Examples:
        >>> years_before("1989-Q3", 1), years_before("2016-02-29", 1)
        ('1988-Q3', None)

    """
    year = year_of(value)
    if year is None or not 1 <= year - count <= 9999:
        return None
    moved = f"{year - count:04d}{value[4:]}"
    return None if len(moved) == 10 and "W" not in moved and day_of(moved) is None else moved


def same_day(value: str | None, months: int) -> str | None:
    """Return the same day of the month `months` from `value`, or the last that month has; None if too coarse.

    Examples:
        >>> same_day("2016-03-31", -1), same_day("2016-03", -1)
        ('2016-02-29', None)

    """
    day, month = day_of(value), month_of(shift(value, months, "M"))
    if day is None or month is None:
        return None
    return calendar_day(*month, min(day.day, monthrange(*month)[1]))


def moved(value: str | None, count: int, unit: str) -> str | None:
    """Return the day, month or year that is `count` units (D, W, M, Y) from `value`, as fine as `value`.

    None where `value` is too coarse for the unit.

    Examples:
        >>> moved("2016-03-31", -1, "M"), moved("2016-03", 2, "Y"), moved("2016", 3, "D")
        ('2016-02-29', '2018-03', None)

    """
    if value is None or unit in DAYS_OF:
        day = day_of(value)
        return shift(value, count * DAYS_OF[unit], "D") if day else None
    months = count * MONTHS_OF[unit]
    if day_of(value):
        return same_day(value, months)
    return shift(value, months, "M") or (shift(value, count, "Y") if unit == "Y" else None)


def week(day: date) -> str:
    """Return the ISO week of `day` as `YYYY-Www`."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def weekday(value: str | None, index: int, direction: int) -> str | None:
    """Return the day with weekday `index` (0 is Monday) nearest to `value` in `direction`.

    Direction -1 is the last one up to and with the day itself, 1 the next one from the day itself,
    0 the one of the same ISO week, 2 that of the next ISO week, -2 that of the last.
    """
    day = day_of(value)
    if day is None:
        return None
    if direction == -1:
        return (day - timedelta(days=(day.weekday() - index) % 7)).isoformat()
    if direction == 1:
        return (day + timedelta(days=(index - day.weekday()) % 7)).isoformat()
    weeks = direction // 2
    return (day + timedelta(days=index - day.weekday() + 7 * weeks)).isoformat()


def month(value: str | None, number: int, direction: int) -> str | None:
    """Return month `number` nearest to `value`: -1 the last one, this one with it, 1 the next."""
    known = month_of(value)
    if known is None:
        return None
    year, current = known
    if direction < 0:
        year -= number > current
    else:
        year += number < current
    return f"{year:04d}-{number:02d}"


def month_day(value: str | None, day: int, direction: int) -> str | None:
    """Return the `day` of the month nearest to `value` in `direction` that has one; None if too coarse."""
    known = day_of(value)
    if known is None:
        return None
    months = (shift(value, step * (1 if direction > 0 else -1), "M") for step in range(3))
    for each in months:
        found = month_of(each)
        text = calendar_day(*found, day) if found else None
        if text and (text >= known.isoformat() if direction > 0 else text <= known.isoformat()):
            return text
    return None


def weekday_of_month(value: str | None, weekday: int, day: int, direction: int) -> str | None:
    """Return the nearest `day` of a month in `direction` (-1 or 1) that is a `weekday` (0 is Monday).

    Examples:
        >>> weekday_of_month("2016-03-16", 4, 13, -1), weekday_of_month("2016-03-16", 4, 13, 1)
        ('2015-11-13', '2016-05-13')

    """
    known = day_of(value)
    for step in range(15) if known else ():
        found = month_of(shift(value, step * direction, "M"))
        text = calendar_day(*found, day) if found else None
        if text is None or (text > str(known) if direction < 0 else text < str(known)):
            continue
        if date.fromisoformat(text).weekday() == weekday:
            return text
    return None


def months_between(value: str, later: str) -> int:
    """Return how many months `later` lies after `value`, by their months alone; 12 if one has none."""
    first, second = month_of(value), month_of(later)
    if first is None or second is None:
        return 12
    return (second[0] - first[0]) * 12 + second[1] - first[1]


def calendar_day(year: int, number: int, day: int) -> str | None:
    """Return the day as ISO 8601, or None if there is no such day."""
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return None


def easter_day(year: int, days: int) -> str:
    """Return the day that is `days` from western Easter Sunday of `year`."""
    sunday: date = easter(year)
    return (sunday + timedelta(days=days)).isoformat()


def nth_weekday(year: int, month: int, weekday: int, count: int) -> str:
    """Return the `count`th `weekday` (0 is Monday) of a month; -1 is its last, 0 that after a Monday.

    Examples:
        >>> nth_weekday(2016, 11, 3, 4), nth_weekday(2016, 5, 0, -1), nth_weekday(2016, 11, 1, 0)
        ('2016-11-24', '2016-05-30', '2016-11-08')

    """
    if count < 0:
        last = date(year, month, monthrange(year, month)[1])
        return (last - timedelta(days=(last.weekday() - weekday) % 7)).isoformat()
    first = date(year, month, 1)
    if count == 0:
        first += timedelta(days=-first.weekday() % 7)
        count = 1
    days = (weekday - first.weekday()) % 7 + 7 * (count - 1)
    return (first + timedelta(days=days)).isoformat()


def duration(count: float | None, unit: str) -> str:
    """Return the TIMEX3 duration of `count` units; None counts as unsaid (`PXD`).

    Examples:
        >>> duration(2, "D"), duration(None, "Y"), duration(1.5, "H")
        ('P2D', 'PXY', 'PT1H30M')

    """
    if count is not None and unit in _FINER and (count % 1) in _PARTS:
        finer, times = _FINER[unit]
        whole = f"{int(count)}{_CLOCK.get(unit, unit)}" if count >= 1 else ""
        part = f"{int(count % 1 * times)}{finer}"
        return f"P{'T' if unit in _CLOCK else ''}{whole}{part}"
    number = "X" if count is None else f"{count:g}" if count < 1e5 else str(int(count))
    if unit in _CLOCK:
        return f"PT{number}{_CLOCK[unit]}"
    if unit == "FN":
        return f"P{'X' if count is None else f'{count * 2:g}'}W"
    if unit == "Q":
        return "PXQ" if count is None else f"P{count * 3:g}M"
    if unit == "N":
        return f"P{number}D"
    if unit in _YEARS and count is not None:
        return f"P{count * _YEARS[unit]:g}Y"
    return f"P{number}{unit}"
