"""English weekdays and holidays: "on Tuesday", "last Friday night", "Christmas Eve 2015".

In: matches of the patterns here with their frame. Out: readings. Leaves alone papers, programmes and
events named for a day ("the Sunday Times", "Bloody Sunday", "the Good Friday Agreement").
"""

from __future__ import annotations

import re

from onrecord.language import timex
from onrecord.language.en.calendar import (
    EASTER_DAYS,
    HOLIDAYS,
    NOT_TIMES_AFTER_WEEKDAY,
    NOT_TIMES_BEFORE_WEEKDAY,
    TIME_PREPOSITIONS,
)
from onrecord.language.en.timewords import (
    DIRECTION,
    DIRECTION_STARTS,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
    direction_of,
    part_of_day,
    weekday_number,
)
from onrecord.language.numerals import either
from onrecord.language.timerules import Frame, Reading, from_published, on_calendar, rule


def _weekday(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    which, week = match["which"] or "", (match["week"] or "").lower()
    if _is_name(match, frame):
        return ()
    number = weekday_number(match["day"])
    if match["plural"]:
        every = f"XXXX-WXX-{number + 1}"
        return (Reading(*match.span(), "SET", every, steps=("plural weekday: every one",)),)
    if "last" in week or "next" in week:
        direction, step = (-2 if "last" in week else 2), f"weekday of {week.removeprefix('of ')}"
    else:
        direction, step = direction_of(frame, which)
    value = timex.weekday(frame.published, number, direction)
    if value and which.lower() not in {"", "this"} and value == (frame.published or "")[:10]:
        value = timex.shift(value, 7 * direction, "D")
    if match["part"]:
        value = value and f"{value}T{part_of_day(match['part'])}"
        return (from_published(match, value, frame, (step,), kind="TIME"),)
    return (from_published(match, value, frame, (step,)),)


def _is_name(match: re.Match[str], frame: Frame) -> bool:
    after = re.match(r"[\s-]+(\w+)", frame.after)
    if frame.named and frame.word_before not in TIME_PREPOSITIONS:
        return True
    if frame.word_before in NOT_TIMES_BEFORE_WEEKDAY or re.search(r"\bMail on $", frame.before):
        return True
    said = match["which"] or match["part"]
    return not said and after is not None and after[1].lower() in NOT_TIMES_AFTER_WEEKDAY


def _holiday(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    name = match["name"].lower().replace("’", "'").replace("st. ", "st ")
    if _THING.match(frame.after):
        return ()
    if match["year"]:
        value = _holiday_in(name, int(match["year"]))
        return (on_calendar(match, value, "holiday and year as written"),)
    direction, step = direction_of(frame, match["which"] or "")
    known = timex.day_of(frame.published)
    if known is None:
        return (from_published(match, None, frame, (step,)),)
    days = [_holiday_in(name, year) for year in (known.year - 1, known.year, known.year + 1)]
    today = known.isoformat()
    before, after = [d for d in days if d <= today], [d for d in days if d >= today]
    return (from_published(match, before[-1] if direction < 0 else after[0], frame, (step,)),)


def _holiday_in(name: str, year: int) -> str:
    if name in HOLIDAYS:
        month, day = HOLIDAYS[name]
        return f"{year:04d}-{month:02d}-{day:02d}"
    return timex.easter_day(year, EASTER_DAYS[name])


_THING = re.compile(
    r" (?:Agreement|accords?|cards?|market|tree|Island|bonus|presents?|dinner|songs?|Rising|eggs?)\b",
    re.IGNORECASE,
)
_NAMES = either([*HOLIDAYS, *EASTER_DAYS]).replace("'", "['’]").replace(r"st\ ", r"st\.? ")

RULES = (
    rule(
        "weekday",
        {*WEEKDAY_STARTS, *DIRECTION_STARTS, "early", "late", "earlier", "later"},
        rf"(?:(?:early|late|earlier|later) (?:on )?)?(?:(?P<which>{DIRECTION}) )?"
        rf"(?P<day>{WEEKDAY})(?P<plural>s(?=\s|[.,;]))?"
        r"(?:,? (?P<week>(?:of )?(?:last|next|this) week))?"
        r"(?: (?P<part>(?:early |late )?(?:morning|afternoon|evening|night|lunchtime)))?",
        _weekday,
    ),
    rule(
        "holiday",
        {*(re.split(r"\W", name)[0] for name in (*HOLIDAYS, *EASTER_DAYS)), "last", "next", "this"},
        rf"(?:(?P<which>last|next|this) )?(?P<name>{_NAMES})(?:,? (?P<year>{YEAR}))?",
        _holiday,
    ),
)
