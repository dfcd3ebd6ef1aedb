"""English months and their parts: "March 2016", "late May", "next June", "March to May 2017", "the second week of June".

In: matches of the patterns here with their context. Out: readings. Out of scope: days of a month (`dates`),
and words that are a verb, an adjective or somebody's name ("may", "march", "Theresa May").
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.direction import (
    AS_EARLY_AS,
    Candidate,
    choose_direction,
    choose_nearest,
    is_noun_modifier,
)
from onrecord.extract.times.en.lexicon.calendar import AMBIGUOUS_MONTHS
from onrecord.extract.times.en.lexicon.context_words import WORDS_BEFORE_TIMES
from onrecord.extract.times.en.lexicon.patterns import (
    DIRECTION,
    MOD,
    MOD_STARTS,
    MONTH,
    MONTH_STARTS,
    RANGE_OR_PAIR,
    SPOKEN_YEAR,
    YEAR,
)
from onrecord.extract.times.en.word_values import read_mod, read_month, read_offset, read_year
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
from onrecord.language.numerals import build_alternation
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS


def _read_month_year(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    value = f"{read_year(match['year'], context.published):04d}-{read_month(match['month']):02d}"
    return (build_explicit_date(match, value, "month and year as written", mod=read_mod(match)),)


def _read_month_range(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "between March and May 2017": both months are of the year; "November to February 2017": only the last is."""
    first, last = read_month(match["first"]), read_month(match["last"])
    if match["year"] is None:
        return _read_yearless_range(match, (first, last), context)
    year = int(match["year"])
    first_year = year - 1 if first > last else year
    step = f"month {first}; the year of the range's end, {year}"
    return (
        TimexReading(
            *match.span("first"),
            "DATE",
            f"{first_year:04d}-{first:02d}",
            derivation=explain(step),
        ),
        TimexReading(
            match.start("last"),
            match.end(),
            "DATE",
            f"{year:04d}-{last:02d}",
            derivation=explain("month and year as written"),
        ),
    )


def _read_yearless_range(
    match: re.Match[str], months: tuple[int, int], context: TimexContext
) -> tuple[TimexReading, ...]:
    """Read "from May to September": the tense chooses the last one; the first is the one before it."""
    if context.word_before not in {"from", "between"}:
        return ()
    value, step, verb_side = _choose_yearless_month(context, months[1], "")
    year = arithmetic.parse_year(value)
    first = f"{year - (months[0] > months[1]):04d}-{months[0]:02d}" if year else None
    begin = resolve_from_publication(
        match, first, context, f"month {months[0]}; before the range's end"
    )
    end = resolve_from_publication(
        match, value, context, f"month {months[1]}; {step}", verb_side=verb_side
    )
    return (
        replace(replace_span(begin, *match.span("first")), month_day=f"{months[0]:02d}"),
        replace(replace_span(end, *match.span("last")), month_day=f"{months[1]:02d}"),
    )


def _read_month(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "May of last year", "next March", "March"."""
    month = read_month(match["month"])
    which, of_year, mod = match["which"] or "", (match["of"] or "").lower(), read_mod(match)
    if of_year:
        year = arithmetic.shift(context.published, read_offset(of_year), "Y")
        value, step = year and f"{year}-{month:02d}", f"month {month} of {of_year} year"
        return (resolve_from_publication(match, value, context, step, mod=mod),)
    if not (which or mod) and not _is_month(match["month"].lower(), context):
        return ()
    value, step, verb_side = _choose_yearless_month(context, month, which)
    step = f"month {month}; {step}"
    reading = resolve_from_publication(match, value, context, step, mod=mod, verb_side=verb_side)
    return (replace(reading, month_day=None if which else f"{month:02d}"),)


def _choose_yearless_month(context: TimexContext, month: int, which: str) -> Candidate:
    published = context.published or ""
    known = arithmetic.parse_month(published)
    if which.lower() == "this" and known:
        return Candidate(f"{known[0]:04d}-{month:02d}", "this year's")
    sign, step, verb_side = choose_direction(context, which)
    value = calendar_search.find_month(published, month, sign)
    if value and "last" in which.lower() and value == published[:7]:
        value = arithmetic.shift(value, -12, "M")
    after = calendar_search.find_month(published, month, 1)
    if value is None or after is None or which:
        return Candidate(value, step, verb_side)
    if AS_EARLY_AS.search(context.before) or is_noun_modifier(context):
        return choose_nearest(context, value, after)
    away = arithmetic.count_months_between(published, after)
    if sign < 0 and context.tense is None and away <= THRESHOLDS.nearest_months:
        return Candidate(after, "no verb shows which: the nearest")
    return Candidate(value, step, verb_side)


def _is_month(word: str, context: TimexContext) -> bool:
    """Return whether a month's word alone is a month, and not a verb, an adjective or a name."""
    if context.in_name:
        return False
    is_short = len(word) <= 4 and word not in {"july", "june"}
    if word.rstrip(".") not in AMBIGUOUS_MONTHS and not is_short:
        return True
    if re.match(r" [A-Z][a-z]", context.after):
        return False
    is_modifier = context.tag_after in COMMON_NOUN_TAGS and word in _MONTHS_AND_GIVEN_NAMES
    return (
        context.word_before in WORDS_BEFORE_TIMES
        or (is_modifier and context.word_before == "the")
        or AS_EARLY_AS.search(context.before) is not None
    )


def _read_part_of_month(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the second week of January", "the first half of March 2016", "the third week of next month"."""
    if match["year"]:
        month = (
            f"{read_year(match['year'], context.published):04d}-{read_month(match['month']):02d}"
        )
        value, mod = _find_part(match, month)
        step = f"{match['nth']} {match['unit']} of a month and year as written"
        return (build_explicit_date(match, value, step, mod=mod),)
    if match["which"]:
        chosen = arithmetic.shift(context.published, read_offset(match["which"]), "M")
        step, verb_side = f"{match['which']} month", None
    else:
        chosen, step, verb_side = _choose_yearless_month(context, read_month(match["month"]), "")
    value, mod = _find_part(match, chosen)
    step = f"{match['nth']} {match['unit']} of a month; {step}"
    return (resolve_from_publication(match, value, context, step, mod=mod, verb_side=verb_side),)


def _find_part(match: re.Match[str], month: str | None) -> tuple[str | None, str | None]:
    """Return the value and the mod of the part of `month`: the week of the middle of its seven days; a half is a mod."""
    place, unit = _PLACES[match["nth"].lower()], match["unit"].lower()
    if unit == "half":
        return month, "START" if place == 1 else "END"
    if unit == "week" and (place < 0 or place == 1):  # may begin or end in another month
        return month, "START" if place == 1 else "END"
    if month is None or place < 0:
        return month, "END"
    middle_of_first = f"{month}-04"  # of seven days
    return arithmetic.shift(middle_of_first, place - 1, "WE" if unit == "weekend" else "W"), None


_MONTHS_AND_GIVEN_NAMES = frozenset({"april", "june", "august"})
_PLACES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "opening": 1, "last": -1, "final": -1, "closing": -1, "latter": -1,
}  # fmt: skip

RULES = (
    build_rule(
        "part of a month",
        {"the", "#", *(place for place in _PLACES if place[0].isalpha())},
        rf"(?:the )?(?P<nth>{build_alternation(_PLACES)}) (?P<unit>week|weekend|half) (?:of|in) (?:the month of )?"
        rf"(?:(?P<month>{MONTH})(?:,?(?: of| in)? (?P<year>{YEAR}|{SPOKEN_YEAR}|['’‘]\d\d))?"
        r"|(?P<which>this|next|last) month)",
        _read_part_of_month,
        required={*MONTH_STARTS, "month"},
    ),
    build_rule(
        "month year",
        {*MONTH_STARTS, *MOD_STARTS},
        rf"{MOD}(?P<month>{MONTH}),?(?: of| in)?[ -](?P<year>{YEAR}|{SPOKEN_YEAR}|['’]\d\d)",
        _read_month_year,
        required=MONTH_STARTS,
    ),
    build_rule(
        "months year",
        MONTH_STARTS,
        rf"(?P<first>{MONTH}){RANGE_OR_PAIR}(?:(?:early|mid|late)[- ])?(?P<last>{MONTH})(?:,?(?: of| in)? (?P<year>{YEAR}))?"
        r"(?! \d)(?!,? (?:of )?(?:last|next|this) year)",
        _read_month_range,
        required=MONTH_STARTS,
    ),
    build_rule(
        "month",
        {*MONTH_STARTS, *MOD_STARTS, "last", "next", "this"},
        rf"{MOD}(?:(?P<which>{DIRECTION}) )?(?P<month>{MONTH})"
        r"(?:,? (?:of )?(?:the )?(?P<of>last|this|next|same) year)?",
        _read_month,
        required=MONTH_STARTS,
    ),
)
