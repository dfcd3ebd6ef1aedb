"""Whether two TIMEX3 values are the same interval of time, however they are written.

In: values as TIMEX3 or as first and last moment ("2019-07-01/2019-10-01"). Out: yes or no. "2019-Q3"
is "(2019-07-01,2019-10-01,P3M)", "T15" is "T15:00", and a day that is not given is not required.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

Interval = tuple[str, str]
"""First moment, and the one after the last."""

_HOURS = re.compile(r"\((T[\d:]+),(T[\d:]+),[^,]*\)")
"""Two clock times of no day: "(T17,T18,PT1H)"."""

_N = r"(\d+(?:\.\d+)?)"
_DURATION = re.compile(
    rf"P(?=.)(?:{_N}Y)?(?:{_N}M)?(?:{_N}W)?(?:{_N}D)?(?:T(?:{_N}H)?(?:{_N}M)?(?:{_N}S)?)?"
)
_UNIT_SIZES = (12, 1, -604800, -86400, -3600, -60, -1)
"""Months of what is whole months, negative seconds of what is not."""
_FIRST_MONTHS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_MONTHS = {"Q": 3, "H": 6}


def is_equal_interval(ours: str | None, theirs: str) -> bool:
    """Return whether both are one interval of time.

    Examples:
        >>> is_equal_interval("2019-Q3", "2019-07-01/2019-10-01"), is_equal_interval("T15:00", "T15")
        (True, True)

    """
    if ours is None:
        return False
    if _DURATION.fullmatch(ours) and _DURATION.fullmatch(theirs):
        return parse_duration(ours) == parse_duration(theirs)
    return ours == theirs or parse_interval(ours) == parse_interval(theirs)


def parse_duration(value: str) -> tuple[float, float]:
    """Return a duration's months and seconds; a month is no number of days.

    Examples:
        >>> parse_duration("P2Y6M") == parse_duration("P2.5Y"), parse_duration("PT1.5H") == parse_duration("PT1H30M")
        (True, True)

    """
    found = _DURATION.fullmatch(value)
    parts = [float(part or 0) for part in found.groups()] if found else [0.0] * len(_UNIT_SIZES)
    months = sum(p * size for p, size in zip(parts, _UNIT_SIZES, strict=True) if size > 0)
    return months, -sum(p * size for p, size in zip(parts, _UNIT_SIZES, strict=True) if size < 0)


def is_same_value(ours: str | None, theirs: str) -> bool:
    """Return whether both are one TIMEX3 value, where one spells out what it doesn't know.

    Examples:
        >>> is_same_value("199", "199X"), is_same_value("1998-W09", "1998-W9"), is_same_value("1998", "1998-XX")
        (True, True, True)

    """
    return ours is not None and _trim_unknown(ours) == _trim_unknown(theirs)


def _trim_unknown(value: str) -> str:
    """Return `value` without X for digits that are not known, and with two digits for a week."""
    if value.startswith(("P", "XX")):
        return value
    return re.sub(r"-W(\d)$", r"-W0\1", re.sub(r"(?:-XX|X)+$", "", value))


def is_same_interval(ours: list[str | None], theirs: str) -> bool:
    """Return whether one of `ours` is the interval `theirs`, or the first and last begin and end it."""
    if any(is_equal_interval(value, theirs) for value in ours):
        return True
    if len(ours) < 2 or ours[0] is None or ours[-1] is None:
        return False
    return (parse_interval(ours[0])[0], parse_interval(ours[-1])[0]) == parse_interval(theirs)


def parse_interval(value: str) -> Interval:
    """Return the interval of `value`; (value, "") where it has no first and last day."""
    if "/" in value and value.count("/") == 1 and "XXXX" not in value:
        first, last = value.split("/")
        return _trim_moment(first), _trim_moment(last)
    hours = _HOURS.fullmatch(value)
    if hours:
        return _trim_moment(hours[1]), _trim_moment(hours[2])
    day, _, clock = value.partition("T")
    if clock and not value.startswith("P"):
        return _trim_moment(value), ""
    days = _parse_days(day)
    return (days[0].isoformat(), days[1].isoformat()) if days else (value, "")


def _trim_moment(value: str) -> str:
    """Return `value` without a midnight or seconds and minutes that add nothing."""
    return re.sub(r"T(\d\d)$", r"T\1:00", re.sub(r":00$", "", value)).replace("T00:00", "")


def _parse_days(value: str) -> tuple[date, date] | None:
    try:
        if re.fullmatch(r"\d{4}-W\d\d", value):
            first = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
            return first, first + timedelta(days=7)
        if re.fullmatch(r"\d{4}-W\d\d-WE", value):
            first = date.fromisocalendar(int(value[:4]), int(value[6:8]), 6)
            return first, first + timedelta(days=2)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value), date.fromisoformat(value) + timedelta(days=1)
        return _parse_months(value)
    except (ValueError, OverflowError):
        return None


def _parse_months(value: str) -> tuple[date, date] | None:
    known = re.fullmatch(r"(\d{2,4})(?:-(\d\d|[QH]\d))?", value)
    if known is None:
        return None
    year = int(known[1].ljust(4, "0"))
    first, months = 1, {4: 12, 3: 120, 2: 1200}[len(known[1])]
    if known[2]:
        first = _FIRST_MONTHS.get(known[2]) or int(known[2])
        months = _MONTHS.get(known[2][0], 1)
    last = year * 12 + first - 1 + months
    return date(year, first, 1), date(last // 12, last % 12 + 1, 1)
