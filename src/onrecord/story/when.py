"""A time's value for a person: what stands behind TIMEX3's codes.

In: a time. Out: "summer 2017", "6 months", "the end of 2018". Out of scope: the record, whose value stays a code for
programs, and values it does not know, which are shown as they are.
"""

from __future__ import annotations

import re
from datetime import date

from onrecord.records import Time

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_PARTS = {
    "SP": "spring {}",
    "SU": "summer {}",
    "FA": "autumn {}",
    "AU": "autumn {}",
    "WI": "winter {}",
    "Q1": "first quarter of {}",
    "Q2": "second quarter of {}",
    "Q3": "third quarter of {}",
    "Q4": "fourth quarter of {}",
    "H1": "first half of {}",
    "H2": "second half of {}",
}
_DAYTIMES = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}
_REFS = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "some time to come"}
_UNITS = {
    "C": ("century", "centuries"),
    "E": ("decade", "decades"),
    "DE": ("decade", "decades"),
    "Y": ("year", "years"),
    "Q": ("quarter", "quarters"),
    "M": ("month", "months"),
    "W": ("week", "weeks"),
    "WE": ("weekend", "weekends"),
    "D": ("day", "days"),
    "TH": ("hour", "hours"),
    "TM": ("minute", "minutes"),
    "TS": ("second", "seconds"),
}
_MODS = {
    "START": "the beginning of {}",
    "MID": "the middle of {}",
    "END": "the end of {}",
    "APPROX": "about {}",
    "BEFORE": "before {}",
    "AFTER": "after {}",
    "ON_OR_BEFORE": "{} or before",
    "ON_OR_AFTER": "{} or after",
    "LESS_THAN": "less than {}",
    "MORE_THAN": "more than {}",
    "EQUAL_OR_LESS": "{} or less",
    "EQUAL_OR_MORE": "{} or more",
}
_PART = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI|Q[1-4]|H[12])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_NUMBER = r"(?:\d+(?:\.\d+)?|X)"
_LENGTH = re.compile(rf"P((?:{_NUMBER}(?:DE|WE|[CEYQMWD]))*)(?:T((?:{_NUMBER}[HMS])+))?")
_COUNT = re.compile(rf"({_NUMBER})(DE|WE|[A-Z])")
_BEFORE_CHRIST = re.compile(r"BC0*(\d+)")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(.*))?", re.DOTALL)
_CLOCK = re.compile(r"(\d\d:\d\d)(?::\d\d)?.*", re.DOTALL)


def when(time: Time) -> str | None:
    """Return a time's value with its mod as a person says it, None while it is open.

    Examples:
        >>> from onrecord.records import Evidence
        >>> at = Evidence("p-1", 0, 15, None, "the end of 2018", "times@1")
        >>> when(Time("t-1", at, "DATE", "2018", mod="END"))
        'the end of 2018'

    """
    if time.value is None:
        return None
    return _MODS.get(time.mod or "", "{}").format(value_told(time.value))


def value_told(value: str) -> str:
    """Return a TIMEX3 value in words, or as it is where its code is not known.

    Examples:
        >>> value_told("2017-SP"), value_told("P6M"), value_told("2014-12-05TMO"), value_told("XXXX-03")
        ('spring 2017', '6 months', '5 December 2014, morning', 'XXXX-03')

    """
    if value in _REFS:
        return _REFS[value]
    if found := _PART.fullmatch(value):
        return _PARTS[found[2]].format(found[1])
    if found := _WEEK.fullmatch(value):
        return _week(int(found[1]), int(found[2]), weekend=bool(found[3])) or value
    if value.startswith("T") and value[1:] in _DAYTIMES:
        return f"in the {_DAYTIMES[value[1:]]}"
    if re.fullmatch(r"\d{3}", value):
        return f"the {value}0s"
    if found := _BEFORE_CHRIST.fullmatch(value):
        return f"{found[1]} BC"
    if (found := _LENGTH.fullmatch(value)) and (found[1] or found[2]):
        return _length(found[1], found[2] or "")
    if found := _DAY.fullmatch(value):
        return _day(*found.groups()) or value
    return value


def _week(year: int, number: int, *, weekend: bool) -> str | None:
    """Return a week by the day it begins, None where the year has no such week."""
    try:
        first = date.fromisocalendar(year, number, 6 if weekend else 1)
    except ValueError:
        return None
    kind = "weekend" if weekend else "week"
    return f"the {kind} of {first.day} {_MONTHS[first.month - 1]} {first.year}"


def _length(days: str, clock: str) -> str:
    told = [_counted(number, unit) for number, unit in _COUNT.findall(days)]
    told += [_counted(number, f"T{unit}") for number, unit in _COUNT.findall(clock)]
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last


def _counted(number: str, unit: str) -> str:
    one, many = _UNITS[unit]
    if number == "X":
        return f"some {many}"
    return f"{number} {one if float(number) == 1 else many}"


def _day(year: str, month: str | None, day: str | None, clock: str | None) -> str | None:
    """Return a day, month or year with its time of day, None where the calendar has no such month."""
    if month is not None and not 1 <= int(month) <= 12:
        return None
    named = year if month is None else f"{_MONTHS[int(month) - 1]} {year}"
    named = f"{int(day)} {named}" if day else named
    if not clock:
        return named
    hour = _CLOCK.fullmatch(clock)
    told = hour[1] if hour else _DAYTIMES.get(clock, clock)
    return f"{named}, {told}"
