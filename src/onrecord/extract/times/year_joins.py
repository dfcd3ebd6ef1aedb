"""Years that stand beside a day or month: "In 2018 from February to December", "2014, Feb 17", "June 7 and July 9, 2015".

In: readings in order of text, and the text. Out: readings whose year the words beside them state. Out of scope: a year right
after its day or month, which is part of the same expression (`en.dates`, `en.months`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.times.en.lexicon import connectives
from onrecord.extract.times.timex import value_patterns
from onrecord.extract.times.timex.reading import TimexReading, explain


def take_year_before(
    reading: TimexReading, previous: TimexReading | None, text: str
) -> TimexReading:
    """Return a day, month or season without a year in the year that stands right before it, or as it is.

    `previous` is the reading before it, after its own year was taken. Where that is the first of a range, the last is in
    the same year, or in the next where it would be earlier.
    """
    if previous is None or reading.month_day is None or previous.value is None:
        return reading
    between = text[previous.end : reading.start]
    if value_patterns.YEAR.fullmatch(previous.value) and previous.anchor is None:
        is_beside = connectives.BETWEEN_YEAR_AND_DAY.fullmatch(between)
        is_period = connectives.YEAR_AS_PERIOD.search(text[: previous.start])
        return _set_year(reading, previous.value) if is_beside and is_period else reading
    if previous.month_day and previous.anchor is None and _is_linked(between):
        first, year = previous.month_day, int(previous.value[:4])
        return _set_year(reading, f"{year + (reading.month_day < first):04d}")
    return reading


def take_years_of_lists(readings: Iterable[TimexReading], text: str) -> list[TimexReading]:
    """Return the readings; days or months of one list without a year are in the year of its last: "3 May, 7 June and 9 July 2015"."""
    taken = list(readings)
    for index in range(len(taken) - 2, -1, -1):
        first, last = taken[index], taken[index + 1]
        value = last.value or ""
        is_dated = last.type == "DATE" and last.anchor is None
        if (
            first.month_day is None
            or not is_dated
            or not value_patterns.CALENDAR_POINT.match(value)
        ):
            continue
        rest = value[5:]
        if len(first.month_day) != len(rest) or first.anchor is None:
            continue
        year = f"{int(value[:4]) - (first.month_day > rest):04d}"
        if connectives.BEFORE_LAST_OF_LIST.fullmatch(text[first.end : last.start]) or (
            connectives.WITHIN_LIST.fullmatch(text[first.end : last.start]) and last.month_day
        ):
            taken[index] = _set_year(first, year)
    return taken


def _is_linked(between: str) -> bool:
    """Return whether two times are the ends of a range, or members of a list."""
    return any(
        pattern.fullmatch(between)
        for pattern in (
            connectives.BETWEEN_RANGE_ENDS,
            connectives.BEFORE_LAST_OF_LIST,
            connectives.WITHIN_LIST,
        )
    )


def _set_year(reading: TimexReading, year: str) -> TimexReading:
    return replace(
        reading,
        value=f"{year}-{reading.month_day}",
        anchor=None,
        waits_for=None,
        derivation=explain(f"the year that stands beside it: {year}"),
        verb_side=None,
    )
