"""English holidays: "Christmas Eve 2015", "last Thanksgiving", "Easter weekend", "Election Day".

In: matches of the patterns here with their frame. Out: readings. Out of scope: feasts whose day differs
between countries or is seen in the sky ("Mother's Day", "Ramadan"), and what only bears a day's name
("the Good Friday Agreement", "a Christmas tree").

Source: United States Code 5 §6103 and 2 §7 for the federal days and Election Day; Easter by the
Gregorian computus.
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.holiday_dates import EASTER_DAYS, HOLIDAYS, WEEKDAY_HOLIDAYS
from onrecord.extract.times.en.patterns import YEAR, direction_of, part_of_day
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, on_calendar
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation

NEAR_MONTHS = 2
"""A holiday ahead by less, and behind by more, is the one ahead, whatever the tense."""
_THING = re.compile(
    r"(?:['’]s)? (?:Agreement|accords?|cards?|market|tree|Island|bonus|presents?|dinner|songs?|Rising"
    r"|eggs?|parade|sales?|shopping|turkey|message|carols?|lights|stocking|Massacre|bunny|truce)\b",
    re.IGNORECASE,
)


def _holiday(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    name = _plain(match["name"])
    if _THING.match(frame.after) or (frame.named and frame.tag_after.startswith("NNP")):
        return ()
    days = _days_around(name, frame)
    if match["year"]:
        value = day_of(name, int(match["year"]))
        if value is None:
            return ()
        if match["week"]:
            value = _week(value, match["week"])
        return (on_calendar(match, value, "holiday and year as written"),)
    direction, step = direction_of(frame, match["which"] or "")
    if not days:
        return (from_published(match, None, frame, (step,)),)
    today = (frame.published or "")[:10]
    before, after = [d for d in days if d <= today], [d for d in days if d >= today]
    value = before[-1] if direction < 0 else after[0]
    if not match["which"] and arithmetic.months_between(today, after[0]) < NEAR_MONTHS:
        value = after[0] if arithmetic.months_between(before[-1], today) > NEAR_MONTHS else value
    if match["week"]:
        value = _week(value, match["week"])
    if match["part"]:
        part = f"{value}T{part_of_day(match['part'])}"
        return (from_published(match, part, frame, (step,), kind="TIME"),)
    return (from_published(match, value, frame, (step,)),)


def _plain(written: str) -> str:
    return re.sub(r"st\. ", "st ", written.lower().replace("’", "'"))


def _days_around(name: str, frame: Frame) -> list[str]:
    """Return the holiday's days from four years before publication to four after."""
    known = arithmetic.day_of(frame.published)
    if known is None:
        return []
    years = range(max(1, known.year - 4), min(9999, known.year + 4) + 1)
    return [day for year in years if (day := day_of(name, year))]


def _week(day: str, word: str) -> str:
    value = arithmetic.shift(day, 0, "W") or day
    return f"{value}-WE" if word.lower() == "weekend" else value


def day_of(name: str, year: int) -> str | None:
    """Return the day of the holiday in `year`, or None if it has none then ("Election Day" 2015)."""
    if name in HOLIDAYS:
        month, day = HOLIDAYS[name]
        return f"{year:04d}-{month:02d}-{day:02d}"
    if name in EASTER_DAYS:
        return arithmetic.easter_day(year, EASTER_DAYS[name])
    month, weekday, count, every = WEEKDAY_HOLIDAYS[name]
    return None if year % every else arithmetic.nth_weekday(year, month, weekday, count)


_ALL = [*HOLIDAYS, *EASTER_DAYS, *WEEKDAY_HOLIDAYS]
_NAMES = build_alternation(_ALL).replace("'", "['’]").replace(r"st\ ", r"st\.? ")

_FIRST_WORDS = frozenset(re.split(r"\W", name.removeprefix("the "))[0] for name in _ALL)

RULES = (
    rule(
        "holiday",
        {*_FIRST_WORDS, "last", "next", "this", "the"},
        rf"(?:(?P<which>last|next|this) )?(?P<name>{_NAMES})(?: (?P<week>weekend|week)\b)?"
        rf"(?: (?P<part>morning|afternoon|evening|night))?(?:,? (?P<year>{YEAR}))?",
        _holiday,
        needs=_FIRST_WORDS,
    ),
)
