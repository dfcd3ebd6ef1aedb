"""English calendar days with their month: "2 March 2016", "March 2", "the twenty-third of May", "2-5 March".

In: matches of the patterns here with their context. Out: readings. Out of scope: dates in digits (`numeric_dates`),
ranges over months (`date_ranges`), days without their month (`days_of_month`), months (`months`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.direction import Candidate
from onrecord.extract.times.en.lexicon.calendar import ORDINAL_DAYS
from onrecord.extract.times.en.lexicon.patterns import (
    DAY,
    DAY_WORD,
    MONTH,
    MONTH_STARTS,
    NOT_A_COUNT,
    ORDINAL_SUFFIX,
    RANGE_OR_PAIR,
    SHORT_WEEKDAY,
    SPOKEN_YEAR,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
)
from onrecord.extract.times.en.word_values import (
    read_day,
    read_month,
    read_offset,
    read_weekday,
    read_year,
)
from onrecord.extract.times.en.yearless_days import choose_yearless_day
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
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
        value = arithmetic.format_day(read_year(match["year"]), month, day)
        step = f"day {day}, month {month}, year {match['year']} as written"
        return TimexReading(*span, "DATE", value, derivation=explain(step)) if value else None
    if match["of"]:
        shifted = arithmetic.shift(context.published, read_offset(match["of"]), "Y")
        year = arithmetic.parse_year(shifted)
        value = arithmetic.format_day(year, month, day) if year else None
        chosen = Candidate(value, f"of {match['of']} year")
    else:
        chosen = choose_yearless_day(context, month, day, match["which"] or "")
        chosen = _fit_weekday(match, context, chosen)
    step = f"day {day}, month {month}; {chosen.step}"
    reading = resolve_from_publication(
        match, chosen.value, context, step, verb_side=chosen.verb_side
    )
    month_day = None if match["of"] or match["which"] else f"{month:02d}-{day:02d}"
    return replace(replace_span(reading, *span), month_day=month_day)


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


_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),? )?"
_WHICH = r"(?:(?P<which>last|next|this(?: coming| past)?) )?"
_OF_YEAR = r"(?:,? (?:of )?(?P<of>last|next|this) year)"

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
        rf"{_WHICH}{_WEEKDAY_BEFORE}(?:the )?(?:(?P<first>{DAY}{ORDINAL_SUFFIX}){RANGE_OR_PAIR})?(?:the )?"
        rf"(?P<day>{DAY}{ORDINAL_SUFFIX}|{DAY_WORD})(?: day)?(?: of)?[ /-](?P<month>{MONTH})"
        rf"(?:(?: ?,)?[ /-](?:(?:of|in) )?(?P<year>{YEAR}|{SPOKEN_YEAR})|{_OF_YEAR})?",
        _read_day_month,
        required=MONTH_STARTS,
    ),
    build_rule(
        "month day year",
        {*WEEKDAY_STARTS, *MONTH_STARTS, "last", "next", "this"},
        rf"{_WHICH}{_WEEKDAY_BEFORE}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}{ORDINAL_SUFFIX}|{DAY_WORD}){NOT_A_COUNT}"
        rf"(?:{RANGE_OR_PAIR}(?P<last>{DAY}{ORDINAL_SUFFIX})(?![:.]\d| ?[ap]\.?m\b| [A-Z]?[a-z]+s\b))?(?:(?: ?,)? (?:(?:of|in) )?(?P<year>{YEAR}|{SPOKEN_YEAR})|{_OF_YEAR})?",
        _read_month_day,
        required=MONTH_STARTS,
    ),
)
