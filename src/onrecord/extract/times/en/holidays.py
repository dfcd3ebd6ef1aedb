"""English holidays: "Christmas Eve 2015", "last Thanksgiving", "Easter weekend", "Election Day".

In: matches of the patterns here with their context. Out: readings. Out of scope: feasts whose day differs
between countries or depends on the sky ("Mother's Day", "Ramadan"), and things that are named after a day
("the Good Friday Agreement", "a Christmas tree").

Source: United States Code 5 §6103 and 2 §7 for the federal days and Election Day; Easter by the
Gregorian computus.
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.direction import choose_direction
from onrecord.extract.times.en.lexicon.holiday_dates import (
    DAYS_FROM_EASTER,
    FIXED_HOLIDAYS,
    WEEKDAY_HOLIDAYS,
)
from onrecord.extract.times.en.lexicon.patterns import YEAR
from onrecord.extract.times.en.word_values import read_part_of_day
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    build_explicit_date,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.numerals import build_alternation

_NAMED_AFTER_HOLIDAY = re.compile(
    r"(?:['’]s)? (?:Agreement|accords?|cards?|market|tree|Island|bonus|presents?|dinner|songs?|Rising"
    r"|eggs?|parade|sales?|shopping|turkey|message|carols?|lights|stocking|Massacre|bunny|truce)\b",
    re.IGNORECASE,
)


def _read_holiday(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "Christmas Eve 2015", "last Thanksgiving", "Easter weekend"."""
    name = _normalise_name(match["name"])
    if _NAMED_AFTER_HOLIDAY.match(context.after):
        return ()
    if context.in_name and context.tag_after.startswith("NNP"):
        return ()
    if not match["year"]:
        return (_resolve_yearless_holiday(match, name, context),)
    day = find_holiday(name, int(match["year"]))
    if day is None:
        return ()
    value = _find_week(day, match["week"]) if match["week"] else day
    return (build_explicit_date(match, value, "holiday and year as written"),)


def _resolve_yearless_holiday(
    match: re.Match[str], name: str, context: TimexContext
) -> TimexReading:
    """Return the holiday in the direction of its words or tense, or the one soon ahead after one long past."""
    direction = choose_direction(context, match["which"] or "")
    days = _list_days_around(name, context)
    value, kind = _choose_day(days, match["which"], direction.sign, context), "DATE"
    if value and match["week"]:
        value = _find_week(value, match["week"])
    if value and match["part"]:
        value, kind = f"{value}T{read_part_of_day(match['part'])}", "TIME"
    return resolve_from_publication(
        match, value, context, direction.step, kind=kind, verb_side=direction.verb_side
    )


def _choose_day(days: list[str], which: str | None, sign: int, context: TimexContext) -> str | None:
    """Return the last or next of the days around publication; None if there are none."""
    if not days:
        return None
    today = (context.published or "")[:10]
    before, after = [d for d in days if d <= today], [d for d in days if d >= today]
    value = before[-1] if sign < 0 else after[0]
    if which:
        return value
    limit = THRESHOLDS.holiday_months
    is_soon = arithmetic.count_months_between(today, after[0]) < limit
    if is_soon and arithmetic.count_months_between(before[-1], today) > limit:
        return after[0]
    return value


def _normalise_name(written: str) -> str:
    return re.sub(r"st\. ", "st ", written.lower().replace("’", "'"))


def _list_days_around(name: str, context: TimexContext) -> list[str]:
    """Return the holiday's days from some years before publication to as many after."""
    known = arithmetic.parse_day(context.published)
    if known is None:
        return []
    span = THRESHOLDS.holiday_span_years
    years = range(max(1, known.year - span), min(9999, known.year + span) + 1)
    return [day for year in years if (day := find_holiday(name, year))]


def _find_week(day: str, word: str) -> str:
    value = arithmetic.shift(day, 0, "W") or day
    return f"{value}-WE" if word.lower() == "weekend" else value


def find_holiday(name: str, year: int) -> str | None:
    """Return the day of the holiday in `year`, or None if it has none then ("Election Day" 2015)."""
    if name in FIXED_HOLIDAYS:
        month, day = FIXED_HOLIDAYS[name]
        return f"{year:04d}-{month:02d}-{day:02d}"
    if name in DAYS_FROM_EASTER:
        return calendar_search.compute_easter_day(year, DAYS_FROM_EASTER[name])
    month, weekday, count, every = WEEKDAY_HOLIDAYS[name]
    return None if year % every else calendar_search.find_nth_weekday(year, month, weekday, count)


_HOLIDAY_NAMES = [*FIXED_HOLIDAYS, *DAYS_FROM_EASTER, *WEEKDAY_HOLIDAYS]
_NAME_PATTERN = build_alternation(_HOLIDAY_NAMES).replace("'", "['’]").replace(r"st\ ", r"st\.? ")

_FIRST_WORDS = frozenset(re.split(r"\W", name.removeprefix("the "))[0] for name in _HOLIDAY_NAMES)

RULES = (
    build_rule(
        "holiday",
        {*_FIRST_WORDS, "last", "next", "this", "the"},
        rf"(?:(?P<which>last|next|this) )?(?P<name>{_NAME_PATTERN})(?: (?P<week>weekend|week)\b)?"
        rf"(?: (?P<part>morning|afternoon|evening|night))?(?:,? (?P<year>{YEAR}))?",
        _read_holiday,
        required=_FIRST_WORDS,
    ),
)
