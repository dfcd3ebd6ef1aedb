"""Days and months of the calendar near a value: the last Friday, the next May, Friday the 13th, Easter.

In: an ISO 8601 value as partial as it is known, and what is looked for. Out: ISO 8601 days and months, or None
where the value is too coarse. Out of scope: which direction words mean; shifts by units (`arithmetic`).

Source: the Gregorian computus for Easter, by `dateutil`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter  # type: ignore[import-untyped]

from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex.arithmetic import format_day, parse_day, parse_month, shift


def find_weekday(value: str | None, weekday: int, direction: int) -> str | None:
    """Return the day with `weekday` (0 is Monday) nearest to `value` in `direction`.

    Direction -1 is the last one up to and including the day itself, 1 the next one from the day itself,
    0 the one of the same ISO week, 2 that of the next ISO week, -2 that of the last.
    """
    day = parse_day(value)
    if day is None:
        return None
    if direction == -1:
        return (day - timedelta(days=(day.weekday() - weekday) % 7)).isoformat()
    if direction == 1:
        return (day + timedelta(days=(weekday - day.weekday()) % 7)).isoformat()
    weeks = direction // 2
    return (day + timedelta(days=weekday - day.weekday() + 7 * weeks)).isoformat()


def find_month(value: str | None, number: int, direction: int) -> str | None:
    """Return month `number` nearest to `value`: the last one (-1) or the next (1), that of `value` included."""
    known = parse_month(value)
    if known is None:
        return None
    year, current = known
    if direction < 0:
        year -= number > current
    else:
        year += number < current
    return f"{year:04d}-{number:02d}"


def find_day_of_month(value: str | None, day: int, direction: int) -> str | None:
    """Return the `day` of the nearest month in `direction` that has one; None if `value` is too coarse."""
    known = parse_day(value)
    if known is None:
        return None
    months = (shift(value, step * (1 if direction > 0 else -1), "M") for step in range(3))
    for each in months:
        month = parse_month(each)
        text = format_day(*month, day) if month else None
        if text and (text >= known.isoformat() if direction > 0 else text <= known.isoformat()):
            return text
    return None


def find_day_on_weekday(value: str | None, weekday: int, day: int, direction: int) -> str | None:
    """Return the nearest `day` of a month in `direction` (-1 or 1) that is a `weekday` (0 is Monday).

    Examples:
        >>> find_day_on_weekday("2016-03-16", 4, 13, -1), find_day_on_weekday("2016-03-16", 4, 13, 1)
        ('2015-11-13', '2016-05-13')

    """
    known = parse_day(value)
    for step in range(THRESHOLDS.weekday_search_months) if known else ():
        month = parse_month(shift(value, step * direction, "M"))
        text = format_day(*month, day) if month else None
        if text is None or (text > str(known) if direction < 0 else text < str(known)):
            continue
        if date.fromisoformat(text).weekday() == weekday:
            return text
    return None


def find_nth_weekday(year: int, month: int, weekday: int, count: int) -> str:
    """Return the `count`th `weekday` (0 is Monday) of a month; -1 is its last, 0 the first after a Monday.

    Examples:
        >>> find_nth_weekday(2016, 11, 3, 4), find_nth_weekday(2016, 5, 0, -1), find_nth_weekday(2016, 11, 1, 0)
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


def compute_easter_day(year: int, days: int) -> str:
    """Return the day that is `days` from western Easter Sunday of `year`."""
    sunday: date = easter(year)
    return (sunday + timedelta(days=days)).isoformat()
