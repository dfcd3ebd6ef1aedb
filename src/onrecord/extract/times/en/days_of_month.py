"""English days of a month by their place: "on the 18th", "Friday the 13th", "the second Saturday in June".

In: matches of the patterns here with their context. Out: readings. Out of scope: days beside their month's
name (`dates`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.direction import choose_direction
from onrecord.extract.times.en.lexicon.calendar import ORDINAL_DAYS
from onrecord.extract.times.en.lexicon.patterns import (
    DAY,
    DAY_WORD,
    MONTH,
    ORDINAL_SUFFIX,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
)
from onrecord.extract.times.en.word_values import read_day, read_month, read_offset, read_weekday
from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    build_explicit_date,
    explain,
    find_span,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.numerals import build_alternation


def _read_bare_day(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "on the 18th": of the antecedent's month, or the nearest one in its tense."""
    if context.tag_after[:1] in {"N", "J"} or _NOT_A_DAY_AFTER.match(context.after):
        return ()
    day = int(match["number"])
    month = arithmetic.parse_month(context.antecedent)
    if month:
        value = arithmetic.format_day(*month, day)
        step = explain(f"day {day} of the month mentioned before")
        reading = TimexReading(*find_span(match), "DATE", value, "time", derivation=step)
        return (reading,) if value else ()
    if not 1 <= day <= 31:
        return ()
    sign, step_by_verb, verb_side = choose_direction(context)
    value = calendar_search.find_day_of_month(context.published, day, sign)
    return (
        resolve_from_publication(
            match, value, context, f"day {day}; {step_by_verb}", verb_side=verb_side
        ),
    )


def _read_weekday_and_day(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "Friday the 13th", "Monday 28.": the nearest such day in its tense that is that weekday."""
    if context.tag_after[:1] in {"N", "J"}:  # "Friday, the fourth fall in a row"
        return ()
    weekday, day = read_weekday(match["weekday"]), read_day(match["day"] or match["bare"])
    sign, step, verb_side = choose_direction(context)
    published = context.published or ""
    value = calendar_search.find_day_on_weekday(published, weekday, day, sign)
    ahead = calendar_search.find_day_on_weekday(published, weekday, day, 1)
    if context.tense is None and value and ahead and value != ahead:
        months_ahead = arithmetic.count_months_between(published, ahead)
        if months_ahead < arithmetic.count_months_between(value, published):
            value, step, verb_side = ahead, "no verb shows which: the nearest", None
    return (
        resolve_from_publication(
            match, value, context, f"{match['weekday']}, day {day}; {step}", verb_side=verb_side
        ),
    )


def _read_nth_weekday(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the second Saturday in June", "the last Friday of next month", "the first Monday of each month"."""
    place = _ORDINALS[match["nth"].lower()], read_weekday(match["day"])
    name = f"the {match['nth']} {match['day']}"
    if match["each"]:
        step = explain(f"{name} of each month")
        return (TimexReading(*match.span(), "SET", "P1M", derivation=step),)
    if match["which"]:
        offset = read_offset(match["which"])
        month = arithmetic.parse_month(arithmetic.shift(context.published, offset, "M"))
        value = _find_in_month(*month, *place) if month else None
        step_text = f"{name} of {match['which']} month"
        return (resolve_from_publication(match, value, context, step_text),)
    number = read_month(match["month"])
    if match["year"]:
        value = _find_in_month(int(match["year"]), number, *place)
        step_text = f"{name} of a month as written"
        return (build_explicit_date(match, value, step_text),) if value else ()
    return (_read_yearless_nth_weekday(match, number, place, context, name),)


def _read_yearless_nth_weekday(
    match: re.Match[str], month: int, place: tuple[int, int], context: TimexContext, name: str
) -> TimexReading:
    """Read "the second Saturday in June": the nearest one in its tense."""
    sign, step, verb_side = choose_direction(context)
    nearest = calendar_search.find_month(context.published, month, sign)
    year = arithmetic.parse_year(nearest)
    today = (context.published or "")[:10]
    value = _find_in_month(year, month, *place) if year else None
    is_other_side = value is not None and value != today and (value > today) != (sign > 0)
    if year and is_other_side and len(today) == 10:
        value = _find_in_month(year + sign, month, *place)
    step = f"{name} of month {month}; {step}"
    return resolve_from_publication(match, value, context, step, verb_side=verb_side)


def _find_in_month(year: int, month: int, count: int, weekday: int) -> str | None:
    """Return the day, or None if the month has no such weekday."""
    value = calendar_search.find_nth_weekday(year, month, weekday, count)
    return value if arithmetic.parse_month(value) == (year, month) else None


def _read_day_of_month(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the 15th of next month"."""
    which, day = match["which"].lower(), read_day(match["day"])
    shifted = arithmetic.shift(context.published, read_offset(which), "M")
    month = arithmetic.parse_month(shifted)
    value = arithmetic.format_day(*month, day) if month else None
    if month and value is None:
        return ()
    return (resolve_from_publication(match, value, context, f"day {day} of {which} month"),)


_NOT_A_DAY_AFTER = re.compile(r" (?:of|floor|century|time)\b|-")
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
}  # fmt: skip

RULES = (
    build_rule(
        "weekday of a month",
        {"the", "every", *_ORDINALS, "#"},
        rf"(?:the |every )?(?P<nth>{build_alternation(_ORDINALS)}) (?P<day>{WEEKDAY}) (?:of|in) (?:the month of )?"
        rf"(?:(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?|(?P<which>this|next|last) month"
        r"|(?P<each>(?:each|every|the) month))",
        _read_nth_weekday,
        required=WEEKDAY_STARTS,
    ),
    build_rule(
        "weekday and day",
        WEEKDAY_STARTS,
        rf"(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}) (?:the (?P<day>{DAY}(?:st|nd|rd|th)|{DAY_WORD})"
        rf"|(?P<bare>{DAY}{ORDINAL_SUFFIX})(?=[.;:)]|, [a-z]|$))(?![.,:/]\d| ?[%:\d]| (?:of|day)\b)",
        _read_weekday_and_day,
        required=WEEKDAY_STARTS,
    ),
    build_rule(
        "day of a month",
        {"the", "#", *(d.split("-")[0] for d in ORDINAL_DAYS)},
        rf"(?:the )?(?P<day>{DAY}(?:st|nd|rd|th)|{DAY_WORD})(?: day)? of"
        r" (?P<which>last|next|this) month",
        _read_day_of_month,
        required={"month"},
    ),
    build_rule(
        "bare day",
        {"on", "until", "by"},
        r"(?:on|until|by) (?P<span>the (?P<number>\d\d?)(?:st|nd|rd|th))",
        _read_bare_day,
        required={"#"},
    ),
)
