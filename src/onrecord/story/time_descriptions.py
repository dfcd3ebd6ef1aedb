"""A time's value in words: what TIMEX3's codes mean.

In: a time. Out: "summer 2017", "6 months", "the end of 2018". Out of scope: the record, whose value stays a code for
programs, and codes that are not known, which are shown as they are.

Source: TIMEX3 of ISO-TimeML (ISO 24617-1): values, and the modifiers of `mod`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from onrecord.records import Time

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_YEAR_PARTS = {
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
_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "some time to come"}
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
_NUMBER = r"(?:\d+(?:\.\d+)?|X)"
_DURATION = re.compile(rf"P((?:{_NUMBER}(?:DE|WE|[CEYQMWD]))*)(?:T((?:{_NUMBER}[HMS])+))?")
_COUNT = re.compile(rf"({_NUMBER})(DE|WE|[A-Z])")
_CLOCK = re.compile(r"(\d\d:\d\d)(?::\d\d)?.*", re.DOTALL)


def describe_time(time: Time) -> str | None:
    """Return a time's value with its mod in words; None while the value is open.

    Examples:
        >>> from onrecord.records import Evidence
        >>> at = Evidence("p-1", 0, 15, None, "the end of 2018", "times@1")
        >>> describe_time(Time("t-1", at, "DATE", "2018", mod="END"))
        'the end of 2018'

    """
    if time.value is None:
        return None
    return _MODS.get(time.mod or "", "{}").format(describe_timex_value(time.value))


def describe_timex_value(value: str) -> str:
    """Return a TIMEX3 value in words; the value itself where its code is not known.

    Examples:
        >>> [describe_timex_value(value) for value in ("2017-SP", "P6M", "2014-12-05TMO", "XXXX-03")]
        ['spring 2017', '6 months', '5 December 2014, morning', 'XXXX-03']

    """
    for pattern, describe in _PATTERNS:
        if match := pattern.fullmatch(value):
            return describe(match) or value
    return value


def _describe_reference(match: re.Match[str]) -> str:
    return _REFERENCES[match[0]]


def _describe_year_part(match: re.Match[str]) -> str:
    return _YEAR_PARTS[match[2]].format(match[1])


def _describe_week(match: re.Match[str]) -> str | None:
    """Return a week by the day on which it begins; None where the year has no such week."""
    kind, weekday = ("weekend", 6) if match[3] else ("week", 1)  # ISO 8601: Saturday, Monday
    try:
        first = date.fromisocalendar(int(match[1]), int(match[2]), weekday)
    except ValueError:
        return None
    return f"the {kind} of {first.day} {MONTH_NAMES[first.month - 1]} {first.year}"


def _describe_daytime(match: re.Match[str]) -> str:
    return f"in the {_DAYTIMES[match[1]]}"


def _describe_decade(match: re.Match[str]) -> str:
    return f"the {match[0]}0s"


def _describe_year_before_christ(match: re.Match[str]) -> str:
    return f"{match[1]} BC"


def _describe_duration(match: re.Match[str]) -> str | None:
    """Return a duration's counts in order ("1 year, 2 months and 3 days"); None where it has none."""
    counts = [_describe_count(number, unit) for number, unit in _COUNT.findall(match[1])]
    counts += [
        _describe_count(number, f"T{unit}") for number, unit in _COUNT.findall(match[2] or "")
    ]
    if not counts:
        return None
    *first, last = counts
    return f"{', '.join(first)} and {last}" if first else last


def _describe_count(number: str, unit: str) -> str:
    singular, plural = _UNITS[unit]
    if number == "X":
        return f"some {plural}"
    return f"{number} {singular if float(number) == 1 else plural}"


def _describe_day(match: re.Match[str]) -> str | None:
    """Return a day, month or year with its time of day; None where the calendar has no such month."""
    year, month, day, clock = match.groups()
    if month is not None and not 1 <= int(month) <= len(MONTH_NAMES):
        return None
    named = year if month is None else f"{MONTH_NAMES[int(month) - 1]} {year}"
    named = f"{int(day)} {named}" if day else named
    if not clock:
        return named
    hour = _CLOCK.fullmatch(clock)
    time_of_day = hour[1] if hour else _DAYTIMES.get(clock, clock)
    return f"{named}, {time_of_day}"


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (re.compile("|".join(_REFERENCES)), _describe_reference),
    (re.compile(rf"(\d{{4}})-({'|'.join(_YEAR_PARTS)})"), _describe_year_part),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _describe_week),
    (re.compile(rf"T({'|'.join(_DAYTIMES)})"), _describe_daytime),
    (re.compile(r"\d{3}"), _describe_decade),
    (re.compile(r"BC0*(\d+)"), _describe_year_before_christ),
    (_DURATION, _describe_duration),
    (re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(.*))?", re.DOTALL), _describe_day),
)
"""Forms of values, tried in this order; the first that fits decides."""
