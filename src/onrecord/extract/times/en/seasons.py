"""English seasons: "the winter of 2014", "last summer", "the following spring", "the autumn of that year".

In: matches of the patterns here with their context. Out: readings. Out of scope: words that only share a season's
name ("the fall of the city", "summer school", "spring water").
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.direction import Candidate, choose_direction
from onrecord.extract.times.en.lexicon.calendar import SEASON_FIRST_MONTHS, SEASONS
from onrecord.extract.times.en.lexicon.context_words import WORDS_BEFORE_TIMES
from onrecord.extract.times.en.lexicon.patterns import MOD, MOD_STARTS, SPOKEN_YEAR, YEAR
from onrecord.extract.times.en.word_values import read_mod, read_offset, read_year
from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    build_explicit_date,
    explain,
    resolve_from_antecedent,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.numerals import build_alternation

_AMBIGUOUS_SEASONS = frozenset({"fall", "spring"})
_VERB_OR_NOUN_AFTER = re.compile(r" (?:in|of|from|to|that|is|was|would|onto|on)\b")
"""After "that fall", "the next spring" when it is no season."""

_STRICT_PREPOSITIONS = frozenset({"in", "during", "until", "by", "since"})
_ANTECEDENT_OFFSETS = {
    "that": 0, "that same": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1,
    "the preceding": -1,
}  # fmt: skip
_NAMED_AFTER_SEASON = re.compile(
    r" of\b|['’]?s? [a-z]*(?:camp|school|water|onion|roll|terms?|semester|budget|statement|collection|conference|break)\b"
)


def _read_season(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the winter of 2014", "the spring of last year", "last summer", "in the autumn"."""
    code, mod = SEASONS[match["season"].lower()], read_mod(match)
    if match["year"]:
        written = f"{read_year(match['year'], context.published)}-{code}"
        return (build_explicit_date(match, written, "season and year as written", mod=mod),)
    if match["of"]:
        year = arithmetic.shift(context.published, read_offset(match["of"]), "Y")
        value, step = year and f"{year}-{code}", f"season of {match['of']} year"
        return (resolve_from_publication(match, value, context, step, mod=mod),)
    which = (match["which"] or "").lower()
    if not _is_season(match, which, mod, context):
        return ()
    if match["of_antecedent"]:
        return (_resolve_in_antecedent_year(match, code, mod, context),)
    if which == "the next" and context.antecedent is None:
        which = "next"
    if which in _ANTECEDENT_OFFSETS:
        return (_resolve_by_antecedent(match, code, which, mod, context),)
    value, step, verb_side = _choose_season(code, which, context)
    reading = resolve_from_publication(match, value, context, step, mod=mod, verb_side=verb_side)
    return (replace(reading, month_day=None if which else code),)


def _read_seasons(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the summers of 2018 and 2019": one of each year."""
    code = SEASONS[match["season"].lower()]
    years = list(re.finditer(r"\d{4}", match[0]))
    derivation = explain(f"the {match['season']} of the year as written")
    starts = [match.start(), *(match.start() + year.start() for year in years[1:])]
    ends = [match.start() + year.end() for year in years]
    return tuple(
        TimexReading(start, end, "DATE", f"{year[0]}-{code}", derivation=derivation)
        for start, end, year in zip(starts, ends, years, strict=True)
    )


def _resolve_in_antecedent_year(
    match: re.Match[str], code: str, mod: str | None, context: TimexContext
) -> TimexReading:
    """Read "the spring of that year", "the autumn of the following year"."""
    year = arithmetic.parse_year(context.antecedent)
    value = f"{year + read_offset(match['of_antecedent']):04d}-{code}" if year else None
    step = f"the season of {match['of_antecedent']} year"
    return resolve_from_antecedent(match, value, context, step, mod=mod)


def _resolve_by_antecedent(
    match: re.Match[str], code: str, which: str, mod: str | None, context: TimexContext
) -> TimexReading:
    """Read "that summer", "the following spring"."""
    year, month = (
        arithmetic.parse_year(context.antecedent),
        arithmetic.parse_month(context.antecedent),
    )
    offset = _ANTECEDENT_OFFSETS[which]
    if month and offset:
        # "In October 2015 … the following spring" is of 2016, "… the previous spring" of 2015.
        since = month[1] - SEASON_FIRST_MONTHS[code]
        offset = 0 if (offset > 0) == (since < 0) and not 0 <= since <= 2 else offset
    value = f"{year + offset:04d}-{code}" if year else None
    return resolve_from_antecedent(match, value, context, f"{which} season", mod=mod)


def _is_season(match: re.Match[str], which: str, mod: str | None, context: TimexContext) -> bool:
    """Return whether a season's word is one: "last spring", "in the summer", not "the fall of the city"."""
    if match["of_antecedent"]:
        return True
    is_ambiguous = match["season"].lower() in _AMBIGUOUS_SEASONS
    has_article = which in _ANTECEDENT_OFFSETS or context.word_before == "the"
    if has_article and is_ambiguous and _VERB_OR_NOUN_AFTER.match(context.after):
        return False
    if which not in {"", "the"} or mod:
        return True
    if match["season"][0].isupper() and re.match(r" [A-Z]", context.after):
        return False
    if _NAMED_AFTER_SEASON.match(context.after):
        return False
    before = _STRICT_PREPOSITIONS if is_ambiguous else WORDS_BEFORE_TIMES | {"over"}
    return context.word_before in before


def _choose_season(code: str, which: str, context: TimexContext) -> Candidate:
    """Return the season in the direction that `which` or the tense chooses."""
    published = context.published or ""
    if which == "this":
        known = arithmetic.parse_month(published)
        return Candidate(f"{known[0]:04d}-{code}" if known else None, "season of this year")
    sign, step, verb_side = choose_direction(context, which.removeprefix("the"))
    month = calendar_search.find_month(published, SEASON_FIRST_MONTHS[code], sign)
    if month and which == "last" and published <= (arithmetic.shift(month, 3, "M") or ""):
        month = arithmetic.shift(month, -12, "M")
    if month and which == "next" and month <= published:
        month = arithmetic.shift(month, 12, "M")
    return Candidate(month and f"{month[:4]}-{code}", step, verb_side)


_WHICH = build_alternation(
    [*_ANTECEDENT_OFFSETS, "last", "next", "this", "this past", "this coming", "this last", "the"]
)

RULES = (
    build_rule(
        "season",
        {*MOD_STARTS, *SEASONS, "last", "next", "this", "that", "the"},
        rf"{MOD}(?:(?P<which>{_WHICH}) )?(?P<season>{build_alternation(SEASONS)})"
        rf"(?:,?(?: of)? (?P<year>{YEAR}|{SPOKEN_YEAR}|['’‘]\d\d)|(?: of)? (?P<of>last|next|this) year"
        r"| of (?P<of_antecedent>that(?: same)?|the (?:same|following|previous)) year)?",
        _read_season,
        required=SEASONS,
    ),
    build_rule(
        "seasons",
        {"the", *(f"{season}s" for season in SEASONS)},
        rf"(?:the )?(?P<season>{build_alternation(SEASONS)})s of {YEAR}(?:(?:, | and |, and | or ){YEAR})+",
        _read_seasons,
        required={f"{season}s" for season in SEASONS},
    ),
)
