"""English dates in digits alone: "2016-03-02", "03/02/2016".

In: matches of the patterns here with their context. Out: readings. Out of scope: dates with the name of their
month (`dates`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading, build_explicit_date, explain
from onrecord.extract.times.timex.rules import build_rule


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


def _read_slashed(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "03/02/2016": as a day only where one order of day and month alone is possible."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["separator"] == "." and year < 100:
        return ()
    if year <= 99:
        year += 2000 if year < THRESHOLDS.slashed_year_pivot else 1900
    days = {
        text
        for month, day in ((second, first), (first, second))
        if (text := arithmetic.format_day(year, month, day))
    }
    if not days:
        return ()
    if len(days) > 1:
        step = f"day and month can be read two ways ({' or '.join(sorted(days))}): year only"
        return (build_explicit_date(match, f"{year:04d}", step),)
    return (build_explicit_date(match, days.pop(), "day and month can be read one way only"),)


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
        r"(?P<first>\d{1,2})(?P<separator>[/.])(?P<second>\d{1,2})(?P=separator)(?P<year>\d{4}|\d{2})",
        _read_slashed,
        required={"#"},
    ),
)
