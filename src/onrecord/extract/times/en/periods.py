"""English periods that the text before names: "the quarter", "the year-ago period", "year-end".

In: matches of the patterns here with their context. Out: readings, computed from the antecedent quarter of the page
or else from publication. Out of scope: quarters that state which they are (`fiscal`), and "the day", which is
more often a manner of speaking.

Source: usage in company reports: the quarter without a name is the one reported on, the last ended.
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.exclusions import is_game_period
from onrecord.extract.times.en.lexicon.calendar import WEEKDAYS
from onrecord.extract.times.en.lexicon.patterns import MONTH, YEAR
from onrecord.extract.times.en.word_values import read_month, read_unit
from onrecord.extract.times.thresholds import THRESHOLDS
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
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS

_QUARTER_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}


def _read_named_quarter(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the quarter" and "year-ago quarter"; "quarter" alone is none."""
    if _DETERMINED_OR_AGO.match(match[0]):
        return _read_quarter(match, context)
    return ()


def _read_quarter(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the latest quarter", "the period", "the year-ago quarter"."""
    if not _is_quarter(match, context):
        return ()
    is_year_ago = bool(match["ago"] or match["since"])
    ended = _ENDED.match(context.after)
    if ended:
        value = _find_quarter_ended(read_month(ended["month"]), context, is_year_ago=is_year_ago)
        return (resolve_from_publication(match, value, context, f"the quarter {ended[0].strip()}"),)
    last = arithmetic.shift(context.published, -1, "Q")
    antecedent = context.antecedent_quarter
    if antecedent and not (match["latest"] and last and antecedent > last):
        return (_resolve_from_quarter(match, antecedent, is_year_ago=is_year_ago),)
    value = last and (arithmetic.shift_years_back(last, 1) if is_year_ago else last)
    step = "the last quarter ended before publication" + (", a year before" if is_year_ago else "")
    return (resolve_from_publication(match, value, context, step),)


def _is_quarter(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether "the quarter" or "the period" is one of a year, and not a game's or part of a phrase."""
    is_year_ago, latest, same = bool(match["ago"] or match["since"]), match["latest"], match["same"]
    is_named = is_year_ago or latest or (same and context.antecedent_quarter)
    if match["unit"] == "period" and not is_named:
        return False
    if is_game_period(context):
        return False
    if not (is_year_ago or latest or same) and not _is_standalone(context):
        return False
    return not _OF_THING.match(context.after)


def _find_quarter_ended(month: int, context: TimexContext, *, is_year_ago: bool) -> str | None:
    """Return the quarter that contains the middle one of the three months that end with `month`."""
    end = calendar_search.find_month(context.published, month, -1)
    middle = arithmetic.shift(end, -1, "M")
    value = arithmetic.shift(middle, 0, "Q")
    return arithmetic.shift_years_back(value, 1) if value and is_year_ago else value


def _resolve_from_quarter(match: re.Match[str], quarter: str, *, is_year_ago: bool) -> TimexReading:
    value = arithmetic.shift_years_back(quarter, 1) if is_year_ago else quarter
    year_before = f"; a year before: {value}" if is_year_ago else ""
    step = explain(f"the quarter mentioned before, {quarter}{year_before}")
    return TimexReading(*find_span(match), "DATE", value, "quarter", derivation=step)


def _read_year_ago(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "year-ago" and "year-earlier" before a noun ("a year-earlier loss")."""
    if context.antecedent_quarter:
        return (_resolve_from_quarter(match, context.antecedent_quarter, is_year_ago=True),)
    value = arithmetic.shift(context.published, -1, "Y")
    return (resolve_from_publication(match, value, context, "a year before publication"),)


def _read_quarter_of_year(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the 1988 quarter": the antecedent quarter, in that year."""
    year, code = match["year"], (context.antecedent_quarter or "").partition("-")[2]
    value = f"{year}-{code}" if code else year
    step = f"of {year}, the part of the year mentioned before: {code or 'none'}"
    return (build_explicit_date(match, value, step),)


def _read_whole_unit(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the week", "the full year": that of publication, or the antecedent year with a verb in the past."""
    unit = read_unit(match["unit"])
    if _ENDED.match(context.after):
        step = explain(f"one {match['unit']}, to the day that follows")
        length = arithmetic.format_duration(1, unit)
        return (TimexReading(*find_span(match), "DURATION", length, derivation=step),)
    if not match["full"] and not _is_standalone(context):
        return ()
    if unit == "WE":
        return (_resolve_weekend(match, context),)
    is_past_year = unit == "Y" and context.tense == "past"
    year = arithmetic.parse_year(context.antecedent) if is_past_year else None
    if year is not None and year != arithmetic.parse_year(context.published):
        step = explain(f"the year mentioned before: {year}")
        return (TimexReading(*find_span(match), "DATE", f"{year:04d}", "time", derivation=step),)
    value = arithmetic.shift(context.published, 0, unit)
    step_text = f"the {match['unit']} of publication"
    return (resolve_from_publication(match, value, context, step_text),)


def _resolve_weekend(match: re.Match[str], context: TimexContext) -> TimexReading:
    """Read "the weekend": on a weekday the last one, unless the verb is in the future."""
    day = arithmetic.parse_day(context.published)
    is_last = context.tense != "future" and day is not None and day.weekday() < WEEKDAYS["saturday"]
    value = arithmetic.shift(context.published, -1 if is_last else 0, "WE")
    before, of_week = "the last weekend before publication", "the weekend of publication's week"
    return resolve_from_publication(match, value, context, before if is_last else of_week)


def _is_standalone(context: TimexContext) -> bool:
    """Return whether "the week" is a time: after a preposition of time, and not part of a longer phrase."""
    if context.tag_after[:1] in {"N", "J", "W"} or context.tag_after in _PHRASE_TAGS_AFTER:
        return False
    if _PHRASE_AFTER.match(context.after):
        return False
    is_part = _PARTITIVE_BEFORE.search(context.before) is not None
    return context.word_before in _TIME_PREPOSITIONS or is_part


def _read_year_end(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "at year-end": the end of the year of publication."""
    if context.tag_after in COMMON_NOUN_TAGS:
        return ()
    value = arithmetic.shift(context.published, 0, "Y")
    step = "the end of the year of publication"
    return (resolve_from_publication(match, value, context, step, mod="END"),)


def _read_new_year(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "in the new year": the beginning of the next year, or of this one after a verb in the past."""
    if context.word_before not in _TIME_PREPOSITIONS | {"into", "before", "of", "to", "after"}:
        return ()
    is_bound = context.word_before in {"until", "till", "by", "into"}
    is_past = context.tense == "past" and not is_bound
    published = arithmetic.parse_month(context.published)
    is_next = published is not None and (
        published[1] > THRESHOLDS.new_year_past_month
        or (published[1] > THRESHOLDS.new_year_months and not is_past)
    )
    value = arithmetic.shift(context.published, int(is_next), "Y")
    step = "the next year" if is_next else "the year of publication"
    return (resolve_from_publication(match, value, context, step, mod="START"),)


def _read_numbered_quarter_year_ago(
    match: re.Match[str], context: TimexContext
) -> tuple[TimexReading, ...]:
    """Read "the year-ago third quarter": of the year before the antecedent's or publication's."""
    code = f"Q{_QUARTER_NUMBERS[match['order'].lower()]}"
    antecedent = context.antecedent_quarter
    year = antecedent and arithmetic.parse_year(antecedent)
    if year:
        step = explain(f"{code} of the year before {antecedent}")
        value = f"{year - 1:04d}-{code}"
        return (TimexReading(*find_span(match), "DATE", value, "quarter", derivation=step),)
    last = arithmetic.shift(context.published, -1, "Y")
    value_of_last = last and f"{last}-{code}"
    return (resolve_from_publication(match, value_of_last, context, f"{code} of last year"),)


_DETERMINED_OR_AGO = re.compile(r"the|its|their|.*\b(?:ago|earlier)", re.IGNORECASE)
_OF_THING = re.compile(r" of (?:an?|his|her|its|the (?!year|fiscal))\b")
_PHRASE_AFTER = re.compile(r" (?:of|that|when|ahead|before|after|in which|to come|he|she|they)\b|-")
_PHRASE_TAGS_AFTER = frozenset({"PRP", "VBG", "CD", "HYPH"})
_PARTITIVE_BEFORE = re.compile(
    r"\b(?:months|weeks|days|half|quarter|most|much|part|rest|remainder|bulk|course|all) of $",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf",? (?:which )?(?:that )?(?:ended|ending|to) (?:\d\d?(?:st|nd|rd|th)? )?(?P<month>{MONTH})"
)
_TIME_PREPOSITIONS = frozenset(
    {"in", "for", "during", "over", "throughout", "within", "since", "by", "through", "until", "till",
     "on", "at", "earlier", "later", "this"}
)  # fmt: skip
_YEAR_AGO = r"(?:(?:comparable|same|corresponding) )?(?P<ago>year-(?:ago|earlier)|prior-year)"
_UNIT_NAMES = ("weekend", "week", "month", "year")
_FISCAL = r"(?:(?:fiscal|financial|calendar) )?"
_LAST_YEAR = (
    r"(?P<since>,? (?:of )?(?:last year|(?:a|one) year (?:ago|earlier|before)|the previous year))?"
)

RULES = (
    build_rule(
        "the quarter",
        {"the", "its", "their", "this", "year", "most", "latest"},
        rf"(?:(?:the|its|their) )?(?:{_YEAR_AGO} |(?P<latest>latest|most recent|just-ended|current) "
        rf"|(?P<same>same|comparable|corresponding) )?{_FISCAL}(?P<unit>quarter|period){_LAST_YEAR}",
        _read_named_quarter,
        required={"quarter", "period"},
    ),
    build_rule(
        "year-ago quarter",
        {"the", "its", "year"},
        rf"(?:(?:the|its) )?{_YEAR_AGO} {_FISCAL}(?P<order>{build_alternation(_QUARTER_NUMBERS)})[- ]quarter",
        _read_numbered_quarter_year_ago,
        required={"quarter"},
    ),
    build_rule(
        "year ago",
        {"year"},
        r"(?P<ago>year-(?:ago|earlier))(?= [a-z])",
        _read_year_ago,
        required={"ago", "earlier"},
    ),
    build_rule(
        "quarter of",
        {"the"},
        rf"the (?P<year>{YEAR}) (?:quarter|period)(?! (?:of|from|between)\b)",
        _read_quarter_of_year,
        required={"quarter", "period"},
    ),
    build_rule(
        "the whole",
        {"the"},
        rf"the (?P<full>full |whole |entire |latest |most recent )?{_FISCAL}"
        rf"(?P<unit>{build_alternation(_UNIT_NAMES)})",
        _read_whole_unit,
        required=_UNIT_NAMES,
    ),
    build_rule(
        "year-end",
        {"year", "the", "end"},
        r"(?:the )?(?:year(?:['’]s)?[- ]end|end of year)",
        _read_year_end,
        required={"end"},
    ),
    build_rule(
        "new year",
        {"the"},
        r"the (?:(?-i:New Year)|new year)(?!['’]|-| [A-Z]| of\b| [a-z]+s\b)",
        _read_new_year,
        required={"new"},
    ),
)
