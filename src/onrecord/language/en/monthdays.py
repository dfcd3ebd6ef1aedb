"""English days of a month that is told elsewhere: "on the 18th", "Friday the 13th", "the 15th of next month".

In: matches of the patterns here with their frame. Out: readings. Leaves alone days beside their month's
name (`dates`).
"""

from __future__ import annotations

import re

from onrecord.language import timex
from onrecord.language.en.dates import DAY, DAY_WORD, TH, day_number
from onrecord.language.en.timewords import (
    ORDINAL_DAYS,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    direction_of,
    weekday_number,
)
from onrecord.language.timerules import Frame, Reading, from_published, rule, span_of


def _bare_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "on the 18th": of the month told before, or the nearest one in its tense."""
    if frame.tag_after[:1] in {"N", "J"} or re.match(
        r" (?:of|floor|century|time)\b|-", frame.after
    ):
        return ()
    day = int(match["number"])
    told = timex.month_of(frame.told)
    if told:
        value = timex.calendar_day(*told, day)
        step = f"day {day} of the month told before"
        return (Reading(*span_of(match), "DATE", value, "time", steps=(step,)),) if value else ()
    if not 1 <= day <= 31:
        return ()
    direction, step = direction_of(frame)
    value = timex.month_day(frame.published, day, direction)
    return (from_published(match, value, frame, (f"day {day}; {step}",)),)


def _weekday_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "Friday the 13th", "Monday 28.": the nearest such day in its tense that is that weekday."""
    if frame.tag_after[:1] in {"N", "J"}:  # "Friday, the fourth fall in a row"
        return ()
    number, day = weekday_number(match["weekday"]), day_number(match["day"] or match["bare"])
    direction, step = direction_of(frame)
    value = timex.weekday_of_month(frame.published, number, day, direction)
    return (from_published(match, value, frame, (f"{match['weekday']}, day {day}; {step}",)),)


def _day_of_month(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the 15th of next month"."""
    which, day = match["which"].lower(), day_number(match["day"])
    offset = {"last": -1, "next": 1}.get(which, 0)
    month = timex.month_of(timex.shift(frame.published, offset, "M"))
    value = timex.calendar_day(*month, day) if month else None
    if month and value is None:
        return ()
    return (from_published(match, value, frame, (f"day {day} of {which} month",)),)


RULES = (
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
