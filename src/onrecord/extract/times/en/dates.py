"""English calendar days and months: "2 March 2016", "March 2", "03/02/2016", "late May", "next June".

In: matches of the patterns here with their frame. Out: readings. Out of scope: years and seasons (`years`),
weekdays and holidays (`weekdays`), and what is reckoned without a calendar word (`deictics`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.patterns import (
    LIST_MARKS,
    MONTH,
    MONTH_STARTS,
    ORDINAL_DAYS,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
    direction_of,
    month_number,
    names_a_noun,
    nearest,
    weekday_number,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, moved, on_calendar
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation

FAR_MONTHS = 6
NEAR_MONTHS = 2
"""A day without a year told in the past but last seen a year less this many months ago lies ahead:
nobody leaves out the year of a day so long gone."""


def day_number(written: str) -> int:
    """Return the day of a month written in digits or as an ordinal."""
    return (
        int(re.sub(r"\D", "", written))
        if written[0].isdecimal()
        else ORDINAL_DAYS[written.lower().replace(" ", "-")]
    )


def _day_first(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    month = month_number(match["month"])
    if frame.before.rstrip()[-1:] in {"$", "£", "€"}:
        return ()
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
    day = day_number(match[group])
    if not arithmetic.calendar_day(2000, month, day):
        return None
    if match["year"]:
        value = arithmetic.calendar_day(int(match["year"]), month, day)
        step = f"day {day}, month {month}, year {match['year']} as written"
        return Reading(*words, "DATE", value, steps=(step,)) if value else None
    if match["of"]:
        offset = {"last": -1, "next": 1}.get(match["of"].lower(), 0)
        year = arithmetic.year_of(arithmetic.shift(frame.published, offset, "Y"))
        value = arithmetic.calendar_day(year, month, day) if year else None
        step = f"of {match['of']} year"
    else:
        value, step = _yearless_day(frame, month, day, match["which"] or "")
        value, step = _on_weekday(match, frame, value, step)
    reading = from_published(match, value, frame, (f"day {day}, month {month}; {step}",))
    return moved(reading, *words)


def _on_weekday(
    match: re.Match[str], frame: Frame, value: str | None, step: str
) -> tuple[str | None, str]:
    """Return the day of the year around publication in which it is the weekday written beside it."""
    published = arithmetic.day_of(frame.published)
    found = arithmetic.day_of(value)
    if match["weekday"] is None or match["which"] or published is None or found is None:
        return value, step
    weekday = weekday_number(match["weekday"])
    around = (found.year, published.year - 1, published.year, published.year + 1)
    days = [
        arithmetic.day_of(arithmetic.calendar_day(year, found.month, found.day)) for year in around
    ]
    fitting = next((day for day in days if day and day.weekday() == weekday), found)
    if fitting == found:
        return value, step
    return fitting.isoformat(), f"{step}, but that is no {match['weekday']}: the year when it is"


def _yearless_day(frame: Frame, month: int, day: int, which: str) -> tuple[str | None, str]:
    """Return the day without a year nearest to publication in its tense, and how it was chosen."""
    if frame.listed and not which and not frame.before.strip(LIST_MARKS):
        value = arithmetic.calendar_day(frame.listed, month, day)
        return value, f"a line of a list of {frame.listed}"
    direction, step = direction_of(frame, which)
    published = arithmetic.day_of(frame.published)
    if published is None:
        value = arithmetic.month(frame.published, month, direction)
        same = value is not None and value == (frame.published or "")[:7]
        return (None if same else value and f"{value}-{day:02d}"), step
    years = (published.year - 1, published.year, published.year + 1)
    days = [found for year in years if (found := arithmetic.calendar_day(year, month, day))]
    today = published.isoformat()
    before = [found for found in days if found <= today]
    after = [found for found in days if found >= today]
    if names_a_noun(frame) and not which and before and after:
        return nearest(frame, before[-1], after[0])
    diary = frame.tense == "present" and not which and after and before
    if diary and arithmetic.months_between(today, after[0]) >= FAR_MONTHS:
        return before[-1], "told in the present, and the next one is far off: the last one"
    if direction > 0 or not before:
        return (after[0] if after else None), step
    ahead = arithmetic.months_between(today, after[0]) if after else 12
    limit = FAR_MONTHS if frame.tense != "past" else NEAR_MONTHS
    if ahead < limit and not which:
        return after[0], f"{step}, but that is long past: the next one"
    return before[-1], step


def _iso(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    value = arithmetic.calendar_day(int(match[1]), int(match[3]), int(match[4]))
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
        if (day := arithmetic.calendar_day(year, month, number))
    }
    if not readings:
        return ()
    if len(readings) > 1:
        step = f"day and month can be read two ways ({' or '.join(sorted(readings))}): year only"
        return (on_calendar(match, f"{year:04d}", step),)
    return (on_calendar(match, readings.pop(), "day and month can be read one way only"),)


def _days_year(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "Nov 18 - Dec 19, 2015", "28 May to 3 June 2016": the first day has the last one's year."""
    if match["year"] is None:
        return _days(match, frame)
    year = int(match["year"])
    ends = []
    for end in ("1", "2"):
        month = match[f"month{end}"] or match[f"month_{end}"]
        ends.append((month_number(month), int(match[f"day{end}"] or match[f"day_{end}"])))
    own = year - 1 if ends[0] > ends[1] else year
    first, last = arithmetic.calendar_day(own, *ends[0]), arithmetic.calendar_day(year, *ends[1])
    if first is None or last is None:
        return ()
    step = f"day and month as written; the year of the range's end, {year}"
    written = ("day, month, year as written",)
    return (
        Reading(*match.span("from"), "DATE", first, steps=(step,)),
        Reading(match.start("to"), match.end(), "DATE", last, steps=written),
    )


def _days(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "28 February to 1 March": the last day is the one its tense says, the first the one before it."""
    ends = []
    for end in ("1", "2"):
        month = match[f"month{end}"] or match[f"month_{end}"]
        ends.append((month_number(month), int(match[f"day{end}"] or match[f"day_{end}"])))
    last, step = _yearless_day(frame, *ends[1], "")
    year = arithmetic.year_of(last)
    first = arithmetic.calendar_day(year - (ends[0] > ends[1]), *ends[0]) if year else None
    if not all(arithmetic.calendar_day(2000, *end) for end in ends) or (year and first is None):
        return ()
    steps = [f"day {day}, month {month}; {step}" for month, day in ends]
    begin = from_published(match, first, frame, (f"{steps[0]}; before the range's end",))
    finish = from_published(match, last, frame, (steps[1],))
    return (moved(begin, *match.span("from")), moved(finish, match.start("to"), match.end("to")))


def _week_of(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the week of March 6", "the week ending 12 May 2016", "the weekend of 15 June"."""
    unit = "WE" if match["end"] else "W"
    month, day = month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    if match["year"]:
        value, step = arithmetic.calendar_day(int(match["year"]), month, day), "as written"
        return (on_calendar(match, arithmetic.shift(value, 0, unit), f"week of the day {step}"),)
    value, step = _yearless_day(frame, month, day, "")
    return (
        from_published(
            match, arithmetic.shift(value, 0, unit), frame, (f"the week of {value}", step)
        ),
    )


TH = r"(?:st|nd|rd|th)?"
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),? )?"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
DAY_WORD = build_alternation(ORDINAL_DAYS).replace(r"\-", "[- ]")
_WHICH = r"(?:(?P<which>last|next|this(?: coming| past)?) )?"
_OF_YEAR = r"(?:,? (?:of )?(?P<of>last|next|this) year)"
_JOIN = r" ?(?:-|–|to|and|or|&) ?"
_NO_DAY = r"(?![:.]\d|,\d{3}| ?(?:%|per ?cent|million|billion|thousand))"

RULES = (
    rule(
        "day month year",
        {
            *WEEKDAY_STARTS,
            "the",
            "#",
            "last",
            "next",
            "this",
            *(d.split("-")[0] for d in ORDINAL_DAYS),
        },
        rf"{_WHICH}{_WEEKDAY_BEFORE}(?:the )?(?:(?P<first>{DAY}{TH}){_JOIN})?(?:the )?"
        rf"(?P<day>{DAY}{TH}|{DAY_WORD})(?: day)?(?: of)?[ /-](?P<month>{MONTH})"
        rf"(?:(?: ?,)?[ /-](?:(?:of|in) )?(?P<year>{YEAR})|{_OF_YEAR})?",
        _day_first,
        needs=MONTH_STARTS,
    ),
    rule(
        "month day year",
        {*WEEKDAY_STARTS, *MONTH_STARTS, "last", "next", "this"},
        rf"{_WHICH}{_WEEKDAY_BEFORE}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}{TH}|{DAY_WORD}){_NO_DAY}"
        rf"(?:{_JOIN}(?P<last>{DAY}{TH})(?![:.]\d| ?[ap]\.?m\b| [A-Z]?[a-z]+s\b))?(?:(?: ?,)? (?:(?:of|in) )?(?P<year>{YEAR})|{_OF_YEAR})?",
        _month_first,
        needs=MONTH_STARTS,
    ),
    rule(
        "iso",
        {"#"},
        r"(\d{4})([-/])(\d{2})\2(\d{2})"
        r"(?P<clock>[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?",
        _iso,
        needs={"#"},
    ),
    rule("slashed", {"#"}, r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})", _slashed, needs={"#"}),
    rule(
        "days year",
        {*MONTH_STARTS, "#"},
        rf"(?P<from>(?P<month1>{MONTH}) (?P<day1>{DAY}){TH}|(?P<day_1>{DAY}){TH} (?P<month_1>{MONTH}))"
        rf" ?(?:-|–|to|until|and|through) ?"
        rf"(?P<to>(?P<month2>{MONTH}) (?P<day2>{DAY}){TH}|(?P<day_2>{DAY}){TH} (?P<month_2>{MONTH}))"
        rf"(?:,? (?P<year>{YEAR}))?{_NO_DAY}(?! (?:last|next|this) year)",
        _days_year,
        needs=MONTH_STARTS,
    ),
    rule(
        "week of",
        {"the"},
        r"the week(?P<end>end)? (?:of|beginning|starting|commencing|ending|ended)(?: on)?(?: the)? "
        rf"(?:(?P<m1>{MONTH}) (?P<d1>{DAY}){TH}|(?P<d2>{DAY}){TH}(?: of)? (?P<m2>{MONTH}))"
        rf"(?:,? (?P<year>{YEAR}))?",
        _week_of,
        needs=MONTH_STARTS,
    ),
)
