"""English calendar days and months: "2 March 2016", "March 2", "03/02/2016", "late May", "next June".

In: matches of the patterns here with their frame. Out: readings. Leaves alone years and seasons (`years`),
weekdays and holidays (`weekdays`), and what is reckoned without a calendar word (`deictics`).
"""

from __future__ import annotations

import re

from onrecord.language import timex
from onrecord.language.en.calendar import DOUBTFUL_MONTHS, TIME_PREPOSITIONS
from onrecord.language.en.timewords import (
    DIRECTION,
    MOD,
    MOD_STARTS,
    MONTH,
    MONTH_STARTS,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
    direction_of,
    mod_of,
    month_number,
)
from onrecord.language.timerules import Frame, Reading, from_published, moved, on_calendar, rule

NEAR_MONTHS = 2
"""A day without a year told in the past but last seen a year less this many months ago lies ahead:
nobody leaves out the year of a day so long gone."""


def _day_first(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    month = month_number(match["month"])
    if not match["first"]:
        # "the 13 November attacks": the article is the noun's; "the 13th" has its own.
        bare = re.match(r"the (?=\d+ )(?!\d+ of)", match[0], re.IGNORECASE)
        start = match.start() + (len(bare[0]) if bare else 0)
        return _kept(_day(match, "day", month, frame, (start, match.end())))
    first = _day(match, "first", month, frame, (match.start(), match.end("first")))
    return _kept(first, _day(match, "day", month, frame, (match.start("day"), match.end())))


def _month_first(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    month = month_number(match["month"])
    if not match["last"]:
        return _kept(_day(match, "day", month, frame, match.span()))
    first = _day(match, "day", month, frame, (match.start(), match.end("day")))
    return _kept(first, _day(match, "last", month, frame, (match.start("last"), match.end())))


def _kept(*readings: Reading | None) -> tuple[Reading, ...]:
    return tuple(reading for reading in readings if reading is not None)


def _day(
    match: re.Match[str], group: str, month: int, frame: Frame, words: tuple[int, int]
) -> Reading | None:
    """Return the reading of day `group` of the match for `words`, or None if there is no such day."""
    day = int(match[group])
    if not timex.calendar_day(2000, month, day):
        return None
    if match["year"]:
        value = timex.calendar_day(int(match["year"]), month, day)
        step = f"day {day}, month {month}, year {match['year']} as written"
        return Reading(*words, "DATE", value, steps=(step,)) if value else None
    value, step = _yearless_day(frame, month, day)
    reading = from_published(match, value, frame, (f"day {day}, month {month}; {step}",))
    return moved(reading, *words)


def _yearless_day(frame: Frame, month: int, day: int) -> tuple[str | None, str]:
    """Return the day without a year nearest to publication in its tense, and how it was chosen."""
    direction, step = direction_of(frame)
    published = timex.day_of(frame.published)
    if published is None:
        value = timex.month(frame.published, month, direction)
        same = value is not None and value == (frame.published or "")[:7]
        return (None if same else value and f"{value}-{day:02d}"), step
    years = (published.year - 1, published.year, published.year + 1)
    days = [found for year in years if (found := timex.calendar_day(year, month, day))]
    today = published.isoformat()
    before = [found for found in days if found <= today]
    after = [found for found in days if found >= today]
    if direction > 0 or not before:
        return (after[0] if after else None), step
    ahead = timex.months_between(today, after[0]) if after else 12
    limit = 6 if frame.tense != "past" else NEAR_MONTHS
    if ahead < limit:
        return after[0], f"{step}, but that is long past: the next one"
    return before[-1], step


def _iso(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    value = timex.calendar_day(int(match[1]), int(match[3]), int(match[4]))
    if value is None:
        return ()
    if match["clock"]:
        clock = match["clock"].replace(" ", "T")
        return (Reading(*match.span(), "TIME", value + clock, steps=("year, month, day, clock",)),)
    return (on_calendar(match, value, "year, month, day as written"),)


def _slashed(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "03/02/2016": read as a day only where just one reading is one."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." and year < 100:
        return ()
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    readings = {
        day
        for month, number in ((second, first), (first, second))
        if (day := timex.calendar_day(year, month, number))
    }
    if not readings:
        return ()
    if len(readings) > 1:
        step = f"day and month can be read two ways ({' or '.join(sorted(readings))}): year only"
        return (on_calendar(match, f"{year:04d}", step),)
    return (on_calendar(match, readings.pop(), "day and month can be read one way only"),)


def _month_year(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    value = f"{int(match['year']):04d}-{month_number(match['month']):02d}"
    return (on_calendar(match, value, "month and year as written", mod=mod_of(match)),)


def _month(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "May of last year", "next March", "March"."""
    month = month_number(match["month"])
    which, of_year, mod = match["which"] or "", (match["of"] or "").lower(), mod_of(match)
    if of_year:
        offset = {"last": -1, "next": 1}.get(of_year, 0)
        year = timex.shift(frame.published, offset, "Y")
        step = f"month {month} of {of_year} year"
        return (from_published(match, year and f"{year}-{month:02d}", frame, (step,), mod=mod),)
    if not (which or mod) and not _is_month(match["month"].lower(), frame):
        return ()
    value, step = _yearless_month(frame, month, which)
    return (from_published(match, value, frame, (f"month {month}; {step}",), mod=mod),)


def _yearless_month(frame: Frame, month: int, which: str) -> tuple[str | None, str]:
    direction, step = direction_of(frame, which)
    value = timex.month(frame.published, month, direction)
    if value and "last" in which.lower() and value == (frame.published or "")[:7]:
        value = timex.shift(value, -12, "M")
    after = timex.month(frame.published, month, 1)
    unsaid = direction < 0 and not which and frame.tense is None
    if unsaid and value and after and timex.months_between(frame.published or "", after) < 3:
        return after, "no tense says which: the nearest"
    return value, step


def _is_month(word: str, frame: Frame) -> bool:
    """Return whether a month's word alone is a month, and not a verb, an adjective or a name."""
    if frame.named:
        return False
    if word.rstrip(".") in DOUBTFUL_MONTHS or (len(word) <= 4 and word not in {"july", "june"}):
        before = frame.word_before in TIME_PREPOSITIONS
        return before and not re.match(r" [A-Z][a-z]", frame.after)
    return True


_TH = r"(?:st|nd|rd|th)?"
_WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? )?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_JOIN = r" ?(?:-|–|to|and|or|&) ?"
_NO_DAY = r"(?![:.]\d|,\d{3}| ?(?:%|per ?cent|million|billion|thousand))"

RULES = (
    rule(
        "day month year",
        {*WEEKDAY_STARTS, "the", "#"},
        rf"{_WEEKDAY_BEFORE}(?:the )?(?:(?P<first>{_DAY}){_TH}{_JOIN})?(?:the )?"
        rf"(?P<day>{_DAY}){_TH}(?: day)?(?: of)?[ -](?P<month>{MONTH})"
        rf"(?:(?: ?,)?[ -](?:of )?(?P<year>{YEAR}))?",
        _day_first,
    ),
    rule(
        "month day year",
        {*WEEKDAY_STARTS, *MONTH_STARTS},
        rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH}) (?:the )?(?P<day>{_DAY}){_TH}{_NO_DAY}"
        rf"(?:{_JOIN}(?P<last>{_DAY}){_TH}(?! [A-Z]?[a-z]+s\b))?(?:(?: ?,)? (?P<year>{YEAR}))?",
        _month_first,
    ),
    rule(
        "iso",
        {"#"},
        r"(\d{4})([-/])(\d{2})\2(\d{2})"
        r"(?P<clock>[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?",
        _iso,
    ),
    rule("slashed", {"#"}, r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})", _slashed),
    rule(
        "month year",
        {*MONTH_STARTS, *MOD_STARTS},
        rf"{MOD}(?P<month>{MONTH}),?(?: of)?[ -](?P<year>{YEAR})",
        _month_year,
    ),
    rule(
        "month",
        {*MONTH_STARTS, *MOD_STARTS, "last", "next", "this"},
        rf"{MOD}(?:(?P<which>{DIRECTION}) )?(?P<month>{MONTH})"
        r"(?:,? (?:of )?(?:the )?(?P<of>last|this|next|same) year)?",
        _month,
    ),
)
