"""English ranges of days and weeks of a day: "28 May to 3 June", "the week of March 6".

In: matches of the patterns here with their context. Out: readings, two for a range. Out of scope: ranges within
one month ("2-5 March": `dates`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.lexicon.patterns import (
    DAY,
    MONTH,
    MONTH_STARTS,
    NOT_A_COUNT,
    ORDINAL_SUFFIX,
    YEAR,
)
from onrecord.extract.times.en.word_values import read_month
from onrecord.extract.times.en.yearless_days import choose_yearless_day
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    build_explicit_date,
    explain,
    replace_span,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule


def _read_day_range(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "Nov 18 - Dec 19, 2015", "28 May to 3 June 2016": the last day's year gives that of the first."""
    ends = [
        (
            read_month(match[f"month{end}"] or match[f"month_{end}"]),
            int(match[f"day{end}"] or match[f"day_{end}"]),
        )
        for end in ("1", "2")
    ]
    if match["year"] is None:
        return _read_yearless_range(match, ends, context)
    year = int(match["year"])
    first_year = year - 1 if ends[0] > ends[1] else year
    first = arithmetic.format_day(first_year, *ends[0])
    last = arithmetic.format_day(year, *ends[1])
    if first is None or last is None:
        return ()
    step = f"day and month as written; the year of the range's end, {year}"
    return (
        TimexReading(*match.span("from"), "DATE", first, derivation=explain(step)),
        TimexReading(
            match.start("to"),
            match.end(),
            "DATE",
            last,
            derivation=explain("day, month, year as written"),
        ),
    )


def _read_yearless_range(
    match: re.Match[str], ends: list[tuple[int, int]], context: TimexContext
) -> tuple[TimexReading, ...]:
    """Read "28 February to 1 March": the tense chooses the last day; the first is the one before it."""
    last, step, verb_side = choose_yearless_day(context, *ends[1], "")
    year = arithmetic.parse_year(last)
    first = arithmetic.format_day(year - (ends[0] > ends[1]), *ends[0]) if year else None
    if not all(arithmetic.is_day_of_year(*end) for end in ends):
        return ()
    if year and first is None:
        return ()
    steps = [f"day {day}, month {month}; {step}" for month, day in ends]
    begin = resolve_from_publication(
        match, first, context, f"{steps[0]}; before the range's end", verb_side=verb_side
    )
    finish = resolve_from_publication(match, last, context, steps[1], verb_side=verb_side)
    month_days = [f"{month:02d}-{day:02d}" for month, day in ends]
    return (
        replace(replace_span(begin, *match.span("from")), month_day=month_days[0]),
        replace(replace_span(finish, *match.span("to")), month_day=month_days[1]),
    )


def _read_week_of(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the week of March 6", "the week ending 12 May 2016", "the weekend of 15 June"."""
    unit = "WE" if match["end"] else "W"
    month, day = read_month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    if match["year"]:
        day_value = arithmetic.format_day(int(match["year"]), month, day)
        week = arithmetic.shift(day_value, 0, unit)
        return (build_explicit_date(match, week, "week of the day as written"),)
    chosen = choose_yearless_day(context, month, day, "")
    week = arithmetic.shift(chosen.value, 0, unit)
    steps = (f"the week of {chosen.value}", chosen.step)
    return (resolve_from_publication(match, week, context, *steps, verb_side=chosen.verb_side),)


RULES = (
    build_rule(
        "days year",
        {*MONTH_STARTS, "#"},
        rf"(?P<from>(?P<month1>{MONTH}) (?P<day1>{DAY}){ORDINAL_SUFFIX}|(?P<day_1>{DAY}){ORDINAL_SUFFIX} (?P<month_1>{MONTH}))"
        rf" ?(?:-|–|to|until|and|through) ?"
        rf"(?P<to>(?P<month2>{MONTH}) (?P<day2>{DAY}){ORDINAL_SUFFIX}|(?P<day_2>{DAY}){ORDINAL_SUFFIX} (?P<month_2>{MONTH}))"
        rf"(?:,?(?: (?:of|in))? (?P<year>{YEAR}))?{NOT_A_COUNT}(?! (?:last|next|this) year)",
        _read_day_range,
        required=MONTH_STARTS,
    ),
    build_rule(
        "week of",
        {"the"},
        r"the week(?P<end>end)? (?:of|beginning|starting|commencing|ending|ended)(?: on)?(?: the)? "
        rf"(?:(?P<m1>{MONTH}) (?P<d1>{DAY}){ORDINAL_SUFFIX}|(?P<d2>{DAY}){ORDINAL_SUFFIX}(?: of)? (?P<m2>{MONTH}))"
        rf"(?:,? (?P<year>{YEAR}))?",
        _read_week_of,
        required=MONTH_STARTS,
    ),
)
