"""English months: "March 2016", "late May", "next June", "between March and May 2017".

In: matches of the patterns here with their frame. Out: readings. Out of scope: days of a month (`dates`),
and words that are a verb, an adjective or somebody's name ("may", "march", "Theresa May").
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import DOUBTFUL_MONTHS, TIME_PREPOSITIONS
from onrecord.extract.times.en.patterns import (
    DIRECTION,
    EARLY,
    MOD,
    MOD_STARTS,
    MONTH,
    MONTH_STARTS,
    SPOKEN_YEAR,
    YEAR,
    direction_of,
    mod_of,
    month_number,
    names_a_noun,
    nearest,
    year_number,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, moved, on_calendar
from onrecord.extract.times.timex.rules import rule


def _month_year(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    value = f"{year_number(match['year']):04d}-{month_number(match['month']):02d}"
    return (on_calendar(match, value, "month and year as written", mod=mod_of(match)),)


def _months_year(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "between March and May 2017": both have the year, or "November to February 2017" the last."""
    numbers = (month_number(match["first"]), month_number(match["last"]))
    if match["year"] is None:
        return _months(match, numbers, frame)
    year = int(match["year"])
    own = year - 1 if numbers[0] > numbers[1] else year
    step = f"month {numbers[0]}; the year of the range's end, {year}"
    last = f"{year:04d}-{numbers[1]:02d}"
    steps = ("month and year as written",)
    return (
        Reading(*match.span("first"), "DATE", f"{own:04d}-{numbers[0]:02d}", steps=(step,)),
        Reading(match.start("last"), match.end(), "DATE", last, steps=steps),
    )


def _months(match: re.Match[str], numbers: tuple[int, int], frame: Frame) -> tuple[Reading, ...]:
    """Read "from May to September": the last is the one its tense says, the first the one before it."""
    if frame.word_before not in {"from", "between"}:
        return ()
    value, step = _yearless_month(frame, numbers[1], "")
    year = arithmetic.year_of(value)
    first = f"{year - (numbers[0] > numbers[1]):04d}-{numbers[0]:02d}" if year else None
    steps = (f"month {numbers[0]}; before the range's end",)
    begin = from_published(match, first, frame, steps)
    end = from_published(match, value, frame, (f"month {numbers[1]}; {step}",))
    return (moved(begin, *match.span("first")), moved(end, *match.span("last")))


def _month(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "May of last year", "next March", "March"."""
    month = month_number(match["month"])
    which, of_year, mod = match["which"] or "", (match["of"] or "").lower(), mod_of(match)
    if of_year:
        offset = {"last": -1, "next": 1}.get(of_year, 0)
        year = arithmetic.shift(frame.published, offset, "Y")
        step = f"month {month} of {of_year} year"
        return (from_published(match, year and f"{year}-{month:02d}", frame, (step,), mod=mod),)
    if not (which or mod) and not _is_month(match["month"].lower(), frame):
        return ()
    value, step = _yearless_month(frame, month, which)
    return (from_published(match, value, frame, (f"month {month}; {step}",), mod=mod),)


def _yearless_month(frame: Frame, month: int, which: str) -> tuple[str | None, str]:
    year = arithmetic.year_of(frame.published)
    if which.lower() == "this" and arithmetic.month_of(frame.published):
        return f"{year:04d}-{month:02d}", "this year's"
    direction, step = direction_of(frame, which)
    value = arithmetic.month(frame.published, month, direction)
    if value and "last" in which.lower() and value == (frame.published or "")[:7]:
        value = arithmetic.shift(value, -12, "M")
    after = arithmetic.month(frame.published, month, 1)
    early = EARLY.search(frame.before) is not None
    if (early or names_a_noun(frame)) and not which and value and after:
        return nearest(frame, value, after)
    unsaid = direction < 0 and not which and frame.tense is None
    if unsaid and value and after and arithmetic.months_between(frame.published or "", after) < 3:
        return after, "no tense says which: the nearest"
    return value, step


def _is_month(word: str, frame: Frame) -> bool:
    """Return whether a month's word alone is a month, and not a verb, an adjective or a name."""
    if frame.named:
        return False
    if word.rstrip(".") in DOUBTFUL_MONTHS or (len(word) <= 4 and word not in {"july", "june"}):
        named = frame.tag_after in {"NN", "NNS"} and word in {"april", "june", "august"}
        before = frame.word_before in TIME_PREPOSITIONS or (named and frame.word_before == "the")
        before = before or EARLY.search(frame.before) is not None
        return before and not re.match(r" [A-Z][a-z]", frame.after)
    return True


_JOIN = r" ?(?:-|–|to|and|or|&) ?"

RULES = (
    rule(
        "month year",
        {*MONTH_STARTS, *MOD_STARTS},
        rf"{MOD}(?P<month>{MONTH}),?(?: of)?[ -](?P<year>{YEAR}|{SPOKEN_YEAR}|['’]\d\d)",
        _month_year,
        needs=MONTH_STARTS,
    ),
    rule(
        "months year",
        MONTH_STARTS,
        rf"(?P<first>{MONTH}){_JOIN}(?:(?:early|mid|late)[- ])?(?P<last>{MONTH})(?:,?(?: of)? (?P<year>{YEAR}))?"
        r"(?! \d)(?!,? (?:of )?(?:last|next|this) year)",
        _months_year,
        needs=MONTH_STARTS,
    ),
    rule(
        "month",
        {*MONTH_STARTS, *MOD_STARTS, "last", "next", "this"},
        rf"{MOD}(?:(?P<which>{DIRECTION}) )?(?P<month>{MONTH})"
        r"(?:,? (?:of )?(?:the )?(?P<of>last|this|next|same) year)?",
        _month,
        needs=MONTH_STARTS,
    ),
)
