"""Stamps as mail, logs and `date` write them: "Mon, 25 Jun 2018 10:37:47 +0530", "Wed Oct 26 15:50:06 CET 2016".

In: matches of the patterns here. Out: readings of type TIME. Out of scope: ISO 8601 (`numeric_dates`), and a clock time that a
preposition ties to its day (`clock`).

Source: RFC 5322, section 3.3, for mail; POSIX, `date`, for the other.
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.clock_values import (
    HALF_DAY,
    ZONE,
    convert_to_24_hours,
    format_clock,
    read_half_day,
)
from onrecord.extract.times.en.lexicon.patterns import (
    DAY,
    MONTH,
    MONTH_STARTS,
    ORDINAL_SUFFIX,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
)
from onrecord.extract.times.en.word_values import read_month
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading, explain
from onrecord.extract.times.timex.rules import build_rule


def _read_stamp(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Return the moment of a stamp, or nothing where there is no such day or clock time."""
    place = "1" if match["day1"] else "2"
    month, day = read_month(match[f"month{place}"]), int(match[f"day{place}"])
    value = arithmetic.format_day(int(match["year"]), month, day)
    hour, half_day = int(match["hour"]), read_half_day(match)
    if value is None or (half_day and not 1 <= hour <= 12):
        return ()
    clock = format_clock(
        convert_to_24_hours(hour, half_day),
        int(match["minute"]),
        match["zone"] or "",
        match["second"],
    )
    offset = match["offset"] or ""
    value += clock + (f"{offset[:3]}:{offset[-2:]}" if offset else "")
    derivation = explain("day, month, year and clock as written in a stamp")
    return (TimexReading(*match.span(), "TIME", value, derivation=derivation),)


_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? +)?"
_DAY_FIRST = rf"(?P<day1>{DAY})(?: +|-)(?P<month1>{MONTH})"
_MONTH_FIRST = rf"(?P<month2>{MONTH}) +(?P<day2>{DAY}){ORDINAL_SUFFIX}"
_SHORT_CLOCK = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
_LONG_CLOCK = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)"
_ZONE = rf"(?:{ZONE}(?: (?P<offset>[+-]\d\d:?\d\d)(?!\d))?(?: \((?-i:[A-Z]{{3,4}})\))?)"

RULES = (
    build_rule(
        "mail stamp",
        {*WEEKDAY_STARTS, *MONTH_STARTS, "#"},
        rf"{_WEEKDAY}(?:{_DAY_FIRST}|{_MONTH_FIRST}),?(?: +|-)(?P<year>\d{{4}}),? +{_SHORT_CLOCK}(?: ?(?P<half>{HALF_DAY}))?{_ZONE}",
        _read_stamp,
        required=MONTH_STARTS,
    ),
    build_rule(
        "server stamp",
        {"#"},
        rf"(?P<day1>{DAY})/(?P<month1>{MONTH})/(?P<year>\d{{4}}):{_LONG_CLOCK}(?P<zone>(?!))?(?P<half>(?!))?"
        r"(?: (?P<offset>[+-]\d{4}))?",
        _read_stamp,
        required=MONTH_STARTS,
    ),
    build_rule(
        "log stamp",
        {*WEEKDAY_STARTS, *MONTH_STARTS, "#"},
        rf"{_WEEKDAY}(?:{_MONTH_FIRST}|{_DAY_FIRST}) +{_LONG_CLOCK}{_ZONE} +(?P<year>{YEAR})",
        _read_stamp,
        required=MONTH_STARTS,
    ),
)
