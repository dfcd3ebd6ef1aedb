"""English calendar days: "2 March 2016", "March 2", "03/02/2016", "28 May to 3 June", "the week of March 6".

In: matches of the patterns here with their context. Out: readings. Out of scope: months (`months`), years (`years`),
weekdays and holidays alone, days without their month (`days_of_month`), and what needs no calendar word (`deictics`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.direction import (
    LIST_MARKS,
    Candidate,
    Direction,
    choose_direction,
    choose_nearest,
    is_noun_modifier,
)
from onrecord.extract.times.en.lexicon.calendar import ORDINAL_DAYS
from onrecord.extract.times.en.patterns import (
    DAY,
    DAY_WORD,
    MONTH,
    MONTH_STARTS,
    ORDINAL_SUFFIX,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
)
from onrecord.extract.times.en.word_values import read_day, read_month, read_offset, read_weekday
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    build_explicit_date,
    explain,
    replace_span,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule

_CURRENCY_SIGNS = frozenset("$£€")


def _read_day_month(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the 2nd of March", "2-5 March 2016"."""
    month = read_month(match["month"])
    if context.before.rstrip()[-1:] in _CURRENCY_SIGNS:
        return ()
    if not match["first"]:
        # "the 13 November attacks": the article is the noun's; "the 13th" has its own.
        article = re.match(r"the (?=\d+ )(?!\d+ of)", match[0], re.IGNORECASE)
        start = match.start() + (len(article[0]) if article else 0)
        return _drop_missing(_read_one_day(match, "day", month, context, (start, match.end())))
    first = _read_one_day(match, "first", month, context, (match.start(), match.end("first")))
    last = _read_one_day(match, "day", month, context, (match.start("day"), match.end()))
    return _drop_missing(first, last)


def _read_month_day(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "March 2, 2016", "March 2-5"."""
    month = read_month(match["month"])
    if not match["last"]:
        return _drop_missing(_read_one_day(match, "day", month, context, match.span()))
    first = _read_one_day(match, "day", month, context, (match.start(), match.end("day")))
    last = _read_one_day(match, "last", month, context, (match.start("last"), match.end()))
    return _drop_missing(first, last)


def _drop_missing(*readings: TimexReading | None) -> tuple[TimexReading, ...]:
    return tuple(reading for reading in readings if reading is not None)


def _read_one_day(
    match: re.Match[str], group: str, month: int, context: TimexContext, span: tuple[int, int]
) -> TimexReading | None:
    """Return the reading of day `group` of the match for the words of `span`, or None if there is no such day."""
    day = read_day(match[group])
    if not arithmetic.is_day_of_year(month, day):
        return None
    if match["year"]:
        value = arithmetic.format_day(int(match["year"]), month, day)
        step = f"day {day}, month {month}, year {match['year']} as written"
        return TimexReading(*span, "DATE", value, derivation=explain(step)) if value else None
    if match["of"]:
        shifted = arithmetic.shift(context.published, read_offset(match["of"]), "Y")
        year = arithmetic.parse_year(shifted)
        value = arithmetic.format_day(year, month, day) if year else None
        chosen = Candidate(value, f"of {match['of']} year")
    else:
        chosen = _choose_yearless_day(context, month, day, match["which"] or "")
        chosen = _fit_weekday(match, context, chosen)
    step = f"day {day}, month {month}; {chosen.step}"
    reading = resolve_from_publication(
        match, chosen.value, context, step, verb_side=chosen.verb_side
    )
    return replace_span(reading, *span)


def _fit_weekday(match: re.Match[str], context: TimexContext, chosen: Candidate) -> Candidate:
    """Return the day of the year around publication in which it is the weekday written beside it."""
    published = arithmetic.parse_day(context.published)
    day = arithmetic.parse_day(chosen.value)
    if match["weekday"] is None or match["which"] or published is None or day is None:
        return chosen
    weekday = read_weekday(match["weekday"])
    years = (day.year, published.year - 1, published.year, published.year + 1)
    days = [arithmetic.parse_day(arithmetic.format_day(year, day.month, day.day)) for year in years]
    fitting = next((each for each in days if each and each.weekday() == weekday), day)
    if fitting == day:
        return chosen
    step = f"{chosen.step}, but that is no {match['weekday']}: the year when it is"
    return chosen._replace(value=fitting.isoformat(), step=step)


def _choose_yearless_day(context: TimexContext, month: int, day: int, which: str) -> Candidate:
    """Return the day without a year that the context and its tense choose."""
    if context.list_year and not which and not context.before.strip(LIST_MARKS):
        value = arithmetic.format_day(context.list_year, month, day)
        return Candidate(value, f"a line of a list of {context.list_year}")
    direction = choose_direction(context, which)
    published = arithmetic.parse_day(context.published)
    if published is None:
        return _choose_day_by_month(context, month, day, direction)
    years = (published.year - 1, published.year, published.year + 1)
    days = [each for year in years if (each := arithmetic.format_day(year, month, day))]
    today = published.isoformat()
    before = [each for each in days if each <= today]
    after = [each for each in days if each >= today]
    if before and after and not which:
        return _choose_around(context, before[-1], after[0], direction)
    if direction.sign > 0 or not before:
        return _keep_direction(after[0] if after else None, direction)
    return _keep_direction(before[-1], direction)


def _keep_direction(value: str | None, direction: Direction) -> Candidate:
    return Candidate(value, direction.step, direction.verb_side)


def _choose_day_by_month(
    context: TimexContext, month: int, day: int, direction: Direction
) -> Candidate:
    """Return the day of the month in `direction` where publication is known as a month; open in that same month."""
    value = calendar_search.find_month(context.published, month, direction.sign)
    is_same_month = value is not None and value == (context.published or "")[:7]
    return _keep_direction(None if is_same_month else value and f"{value}-{day:02d}", direction)


def _choose_around(
    context: TimexContext, before: str, after: str, direction: Direction
) -> Candidate:
    """Return one of the two days around publication; a day far behind or ahead is rarely written without its year."""
    if is_noun_modifier(context):
        return choose_nearest(context, before, after)
    ahead = arithmetic.count_months_between((context.published or "")[:10], after)
    if context.tense == "present" and ahead >= THRESHOLDS.far_months:
        return Candidate(before, "told in the present, and the next one is far off: the last one")
    if direction.sign > 0:
        return _keep_direction(after, direction)
    is_past = context.tense == "past"
    if ahead < (THRESHOLDS.past_tense_months if is_past else THRESHOLDS.far_months):
        step = f"{direction.step}, but that is long past: the next one"
        return Candidate(after, step, direction.verb_side)
    return _keep_direction(before, direction)


def _read_iso(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "2016-03-02", "2016-03-02T17:00Z"."""
    value = arithmetic.format_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if value is None:
        return ()
    if match["clock"]:
        value += match["clock"].replace(" ", "T")
        derivation = explain("year, month, day, clock")
        return (TimexReading(*match.span(), "TIME", value, derivation=derivation),)
    return (build_explicit_date(match, value, "year, month, day as written"),)


def _read_slashed(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "03/02/2016": as a day only where one order of day and month alone is possible."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["separator"] == "." and year < 100:
        return ()
    if year <= 99:
        year += 2000 if year < THRESHOLDS.slashed_year_pivot else 1900
    days = {
        text
        for month, day in ((second, first), (first, second))
        if (text := arithmetic.format_day(year, month, day))
    }
    if not days:
        return ()
    if len(days) > 1:
        step = f"day and month can be read two ways ({' or '.join(sorted(days))}): year only"
        return (build_explicit_date(match, f"{year:04d}", step),)
    return (build_explicit_date(match, days.pop(), "day and month can be read one way only"),)


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
    last, step, verb_side = _choose_yearless_day(context, *ends[1], "")
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
    return (
        replace_span(begin, *match.span("from")),
        replace_span(finish, match.start("to"), match.end("to")),
    )


def _read_week_of(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the week of March 6", "the week ending 12 May 2016", "the weekend of 15 June"."""
    unit = "WE" if match["end"] else "W"
    month, day = read_month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    if match["year"]:
        day_value = arithmetic.format_day(int(match["year"]), month, day)
        week = arithmetic.shift(day_value, 0, unit)
        return (build_explicit_date(match, week, "week of the day as written"),)
    chosen = _choose_yearless_day(context, month, day, "")
    week = arithmetic.shift(chosen.value, 0, unit)
    steps = (f"the week of {chosen.value}", chosen.step)
    return (resolve_from_publication(match, week, context, *steps, verb_side=chosen.verb_side),)


_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),? )?"
_WHICH = r"(?:(?P<which>last|next|this(?: coming| past)?) )?"
_OF_YEAR = r"(?:,? (?:of )?(?P<of>last|next|this) year)"
_RANGE_OR_PAIR = r" ?(?:-|–|to|and|or|&) ?"
_NOT_A_COUNT = r"(?![:.]\d|,\d{3}| ?(?:%|per ?cent|million|billion|thousand))"

RULES = (
    build_rule(
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
        rf"{_WHICH}{_WEEKDAY_BEFORE}(?:the )?(?:(?P<first>{DAY}{ORDINAL_SUFFIX}){_RANGE_OR_PAIR})?(?:the )?"
        rf"(?P<day>{DAY}{ORDINAL_SUFFIX}|{DAY_WORD})(?: day)?(?: of)?[ /-](?P<month>{MONTH})"
        rf"(?:(?: ?,)?[ /-](?:(?:of|in) )?(?P<year>{YEAR})|{_OF_YEAR})?",
        _read_day_month,
        required=MONTH_STARTS,
    ),
    build_rule(
        "month day year",
        {*WEEKDAY_STARTS, *MONTH_STARTS, "last", "next", "this"},
        rf"{_WHICH}{_WEEKDAY_BEFORE}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}{ORDINAL_SUFFIX}|{DAY_WORD}){_NOT_A_COUNT}"
        rf"(?:{_RANGE_OR_PAIR}(?P<last>{DAY}{ORDINAL_SUFFIX})(?![:.]\d| ?[ap]\.?m\b| [A-Z]?[a-z]+s\b))?(?:(?: ?,)? (?:(?:of|in) )?(?P<year>{YEAR})|{_OF_YEAR})?",
        _read_month_day,
        required=MONTH_STARTS,
    ),
    build_rule(
        "iso",
        {"#"},
        r"(?P<year>\d{4})(?P<separator>[-/])(?P<month>\d{2})(?P=separator)(?P<day>\d{2})"
        r"(?P<clock>[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?",
        _read_iso,
        required={"#"},
    ),
    build_rule(
        "slashed",
        {"#"},
        r"(?P<first>\d{1,2})(?P<separator>[/.])(?P<second>\d{1,2})(?P=separator)(?P<year>\d{4}|\d{2})",
        _read_slashed,
        required={"#"},
    ),
    build_rule(
        "days year",
        {*MONTH_STARTS, "#"},
        rf"(?P<from>(?P<month1>{MONTH}) (?P<day1>{DAY}){ORDINAL_SUFFIX}|(?P<day_1>{DAY}){ORDINAL_SUFFIX} (?P<month_1>{MONTH}))"
        rf" ?(?:-|–|to|until|and|through) ?"
        rf"(?P<to>(?P<month2>{MONTH}) (?P<day2>{DAY}){ORDINAL_SUFFIX}|(?P<day_2>{DAY}){ORDINAL_SUFFIX} (?P<month_2>{MONTH}))"
        rf"(?:,? (?P<year>{YEAR}))?{_NOT_A_COUNT}(?! (?:last|next|this) year)",
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
