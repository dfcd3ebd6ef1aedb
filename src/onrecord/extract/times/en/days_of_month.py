"""English days of a month by their place: "on the 18th", "Friday the 13th", "the second Saturday in June".

In: matches of the patterns here with their frame. Out: readings. Out of scope: days beside their month's
name (`dates`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.dates import DAY, DAY_WORD, TH, day_number
from onrecord.extract.times.en.patterns import (
    MONTH,
    ORDINAL_DAYS,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
    direction_of,
    month_number,
    weekday_number,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import (
    Frame,
    Reading,
    from_published,
    on_calendar,
    span_of,
)
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation


def _bare_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "on the 18th": of the month told before, or the nearest one in its tense."""
    if frame.tag_after[:1] in {"N", "J"} or re.match(
        r" (?:of|floor|century|time)\b|-", frame.after
    ):
        return ()
    day = int(match["number"])
    told = arithmetic.month_of(frame.told)
    if told:
        value = arithmetic.calendar_day(*told, day)
        step = f"day {day} of the month told before"
        return (Reading(*span_of(match), "DATE", value, "time", steps=(step,)),) if value else ()
    if not 1 <= day <= 31:
        return ()
    direction, step = direction_of(frame)
    value = arithmetic.month_day(frame.published, day, direction)
    return (from_published(match, value, frame, (f"day {day}; {step}",)),)


def _weekday_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "Friday the 13th", "Monday 28.": the nearest such day in its tense that is that weekday."""
    if frame.tag_after[:1] in {"N", "J"}:  # "Friday, the fourth fall in a row"
        return ()
    number, day = weekday_number(match["weekday"]), day_number(match["day"] or match["bare"])
    direction, step = direction_of(frame)
    value = arithmetic.weekday_of_month(frame.published, number, day, direction)
    ahead = arithmetic.weekday_of_month(frame.published, number, day, 1)
    today = frame.published or ""
    if frame.tense is None and value and ahead and value != ahead:
        nearer = arithmetic.months_between(today, ahead) < arithmetic.months_between(value, today)
        value, step = (ahead, "no tense says which: the nearest") if nearer else (value, step)
    return (from_published(match, value, frame, (f"{match['weekday']}, day {day}; {step}",)),)


def _nth_weekday(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the second Saturday in June", "the last Friday of next month", "the first Monday of each month"."""
    count, weekday = _COUNTED[match["nth"].lower()], weekday_number(match["day"])
    said = f"{match['nth']} {match['day']}"
    if match["each"]:
        return (Reading(*match.span(), "SET", "P1M", steps=(f"the {said} of each month",)),)
    if match["which"]:
        offset = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
        month = arithmetic.month_of(arithmetic.shift(frame.published, offset, "M"))
        value = _in_month(*month, weekday, count) if month else None
        step = f"the {said} of {match['which']} month"
        return (from_published(match, value, frame, (step,)),)
    number = month_number(match["month"])
    if match["year"]:
        value = _in_month(int(match["year"]), number, weekday, count)
        return (on_calendar(match, value, f"the {said} of a month as written"),) if value else ()
    direction, step = direction_of(frame)
    year = arithmetic.year_of(arithmetic.month(frame.published, number, direction))
    today = (frame.published or "")[:10]
    value = _in_month(year, number, weekday, count) if year else None
    if (
        value
        and year
        and len(today) == 10
        and (value > today) != (direction > 0)
        and value != today
    ):
        value = _in_month(year + direction, number, weekday, count)
    return (from_published(match, value, frame, (f"the {said} of month {number}; {step}",)),)


def _in_month(year: int, month: int, weekday: int, count: int) -> str | None:
    value = arithmetic.nth_weekday(year, month, weekday, count)
    return value if arithmetic.month_of(value) == (year, month) else None


def _day_of_month(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the 15th of next month"."""
    which, day = match["which"].lower(), day_number(match["day"])
    offset = {"last": -1, "next": 1}.get(which, 0)
    month = arithmetic.month_of(arithmetic.shift(frame.published, offset, "M"))
    value = arithmetic.calendar_day(*month, day) if month else None
    if month and value is None:
        return ()
    return (from_published(match, value, frame, (f"day {day} of {which} month",)),)


_COUNTED = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
}  # fmt: skip

RULES = (
    rule(
        "weekday of a month",
        {"the", "every", *_COUNTED, "#"},
        rf"(?:the |every )?(?P<nth>{build_alternation(_COUNTED)}) (?P<day>{WEEKDAY}) (?:of|in) (?:the month of )?"
        rf"(?:(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?|(?P<which>this|next|last) month"
        r"|(?P<each>(?:each|every|the) month))",
        _nth_weekday,
        needs=WEEKDAY_STARTS,
    ),
    rule(
        "weekday and day",
        WEEKDAY_STARTS,
        rf"(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}) (?:the (?P<day>{DAY}(?:st|nd|rd|th)|{DAY_WORD})"
        rf"|(?P<bare>{DAY}{TH})(?=[.;:)]|, [a-z]|$))(?![.,:/]\d| ?[%:\d]| (?:of|day)\b)",
        _weekday_day,
        needs=WEEKDAY_STARTS,
    ),
    rule(
        "day of a month",
        {"the", "#", *(d.split("-")[0] for d in ORDINAL_DAYS)},
        rf"(?:the )?(?P<day>{DAY}(?:st|nd|rd|th)|{DAY_WORD})(?: day)? of"
        r" (?P<which>last|next|this) month",
        _day_of_month,
        needs={"month"},
    ),
    rule(
        "bare day",
        {"on", "until", "by"},
        r"(?:on|until|by) (?P<span>the (?P<number>\d\d?)(?:st|nd|rd|th))",
        _bare_day,
        needs={"#"},
    ),
)
