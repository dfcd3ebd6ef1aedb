"""English dates in three short parts: "2016-03-02", "03/02/2016", "19-Nov-12".

In: matches of the patterns here with their context. Out: readings. Out of scope: dates in words (`dates`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.lexicon.calendar import MONTHS, SHORT_MONTHS
from onrecord.extract.times.en.lexicon.patterns import DAY, MONTH_STARTS
from onrecord.extract.times.en.word_values import read_month
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import DayOrder, TimexContext
from onrecord.extract.times.timex.reading import TimexReading, build_explicit_date, explain
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.numerals import build_alternation


def _read_iso(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "2016-03-02", "2016-03-02T17:00Z"."""
    value = arithmetic.format_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if value is None:
        return ()
    if match["clock"]:
        value += match["clock"].replace(" ", "T")
        derivation = explain("year, month, day, clock")
        return (TimexReading(*match.span(), "TIME", value, derivation=derivation),)
    return (build_explicit_date(match, value, "year, month, day as written"),)


def infer_day_order(text: str) -> DayOrder:
    """Return which of day and month comes first in the dates of a page's text that can be read one way only."""
    found: dict[str, set[bool]] = {"": set(), ".": set()}
    for match in _SLASHED.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        can_begin_with = {
            is_day
            for is_day, (month, day) in ((True, (second, first)), (False, (first, second)))
            if arithmetic.is_day_of_year(month, day)
        }
        if len(can_begin_with) == 1:
            found[""] |= can_begin_with
            found["."] |= can_begin_with if match["separator"] == "." else set()
    agreed = found[""].pop() if len(found[""]) == 1 else None
    dotted = found["."].pop() if len(found["."]) == 1 else None
    if dotted is None and not found["."]:
        dotted = True  # days with dots are written day first
    return DayOrder(agreed, dotted)


def _read_slashed(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "03/02/2016": where both orders of day and month are possible, in that of the page's other dates."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["separator"] == "." and year < 100:
        return ()
    if year <= 99:
        year = _complete_slashed_year(year)
    days = {
        text
        for month, day in ((second, first), (first, second))
        if (text := arithmetic.format_day(year, month, day))
    }
    if not days:
        return ()
    order = context.day_order.dotted if match["separator"] == "." else context.day_order.slashed
    if len(days) > 1 and order is not None:
        month, day = (second, first) if order else (first, second)
        value = arithmetic.format_day(year, month, day)
        which = "day" if order else "month"
        return (build_explicit_date(match, value, f"the {which} first, as dates here are written"),)
    if len(days) > 1:
        step = f"day and month can be read two ways ({' or '.join(sorted(days))}): year only"
        return (build_explicit_date(match, f"{year:04d}", step),)
    return (build_explicit_date(match, days.pop(), "day and month can be read one way only"),)


def _read_named_month(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "19-Nov-12", "Jun-18-2020", "2012-Nov-19"."""
    place = next(place for place in "123" if match[f"month{place}"])
    year = int(match[f"year{place}"])
    if len(match[f"year{place}"]) == 2:
        year = _complete_slashed_year(year)
    month, day = read_month(match[f"month{place}"]), int(match[f"day{place}"])
    value = arithmetic.format_day(year, month, day)
    if value is None:
        return ()
    step = f"day {day}, month {month}, year {match[f'year{place}']} as written"
    return (build_explicit_date(match, value, step),)


def _complete_slashed_year(year: int) -> int:
    return year + (2000 if year < THRESHOLDS.slashed_year_pivot else 1900)


_SLASHED_PATTERN = (
    r"(?P<first>\d{1,2})(?P<separator>[/.]|-(?=\d{1,2}-\d{4}))(?P<second>\d{1,2})(?P=separator)"
    r"(?P<year>\d{4}|\d{2})"
)
_SLASHED = re.compile(rf"(?<![\w.,£$€/-]){_SLASHED_PATTERN}(?![\w]|[-/.]\d)")
_MONTH_NAME = build_alternation([*MONTHS, *SHORT_MONTHS])

RULES = (
    build_rule(
        "iso",
        {"#"},
        r"(?P<year>\d{4})(?P<separator>[-/])(?P<month>\d{2})(?P=separator)(?P<day>\d{2})"
        r"(?P<clock>[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?",
        _read_iso,
        required={"#"},
    ),
    build_rule(
        "slashed",
        {"#"},
        _SLASHED_PATTERN,
        _read_slashed,
        required={"#"},
    ),
    build_rule(
        "named month",
        {"#", *MONTH_STARTS},
        rf"(?P<day1>{DAY})(?P<sep1>[-/.])(?P<month1>{_MONTH_NAME})(?P=sep1)(?P<year1>\d{{4}}|\d\d)"
        rf"|(?P<month2>{_MONTH_NAME})(?P<sep2>[-/])(?P<day2>{DAY})(?P=sep2)(?P<year2>\d{{4}}|\d\d)"
        rf"|(?P<year3>\d{{4}})(?P<sep3>[-/])(?P<month3>{_MONTH_NAME})(?P=sep3)(?P<day3>{DAY})",
        _read_named_month,
        required=MONTH_STARTS,
    ),
)
