"""English quarters, halves and fiscal years: "the first quarter of 2016", "Q1 2016", "H2", "FY22", "3Q21".

In: matches of the patterns here with their context. Out: readings; without a year, of the one that the
tense chooses. Out of scope: a game's quarters (`exclusions`) and quarters that the text before names (`periods`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.exclusions import is_game_period
from onrecord.extract.times.en.lexicon.patterns import MOD, MOD_STARTS, YEAR
from onrecord.extract.times.en.word_values import read_mod, read_offset
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    build_explicit_date,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.numerals import build_alternation
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS

_OF_THING = re.compile(r" of (?:the|an?|this|that|his|her) (?!(?:\w+ )?year)")
_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_NO_HALVES = frozenset({"third", "fourth", "3rd", "4th"})


def _read_quarter(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the first quarter of 2016", "third-quarter", "H2", "the end of Q1"."""
    year_written, of_year = match["year"] or match["year_before"], _read_year_words(match)
    if not _is_part_of_year(match, context, has_year=bool(year_written or of_year)):
        return ()
    number, mod = _read_number(match), read_mod(match)
    code = f"H{min(number, 2)}" if _is_half(match) else f"Q{number}"
    if context.tag_after in COMMON_NOUN_TAGS and not (year_written or of_year):
        match = _drop_article(match)
    if year_written:
        step = "part of a year as written"
        return (build_explicit_date(match, f"{year_written}-{code}", step, mod=mod),)
    year, step = _choose_year(code, number, of_year, context)
    return (resolve_from_publication(match, year and f"{year}-{code}", context, step, mod=mod),)


def _choose_year(
    code: str, number: int, of_year: str, context: TimexContext
) -> tuple[str | None, str]:
    """Return the year of a quarter or half ("of last year"), or without words for it that of the last one begun."""
    year = arithmetic.shift(context.published, read_offset(of_year), "Y")
    published = arithmetic.parse_month(context.published)
    has_not_begun = published is not None and published[1] <= (number - 1) * 3
    if year and has_not_begun and not of_year and context.tense != "future":
        return f"{int(year) - 1:04d}", f"the last {code} begun before publication"
    return year, f"{code} of {of_year or 'this'} year"


def _read_year_words(match: re.Match[str]) -> str:
    """Return "last" of "the first quarter of last year" or "last year's first quarter", else ""."""
    return match["of"] or match["of_before"] or ""


def _read_number(match: re.Match[str]) -> int:
    return int(match["q"] or match["h"] or _QUARTERS[match["order"].lower()])


def _is_half(match: re.Match[str]) -> bool:
    return bool(match["half"] or match["h"])


def _is_part_of_year(match: re.Match[str], context: TimexContext, *, has_year: bool) -> bool:
    """Return whether the words are a part of a year; `has_year` is whether they state which year."""
    if _is_half(match) and not _is_half_of_year(match, context, has_year=has_year):
        return False
    if (
        context.before[-4:].lower() == "the "
    ):  # The rule matches the article too, and was refused there.
        return False
    if has_year:
        return True
    is_last = (match["order"] or "").lower() == "last"
    is_lower_case = match["q"] is not None and match["capital"] is None
    if is_last or is_lower_case:
        return False
    return not (_OF_THING.match(context.after) or is_game_period(context))


def _is_half_of_year(match: re.Match[str], context: TimexContext, *, has_year: bool) -> bool:
    """Return whether a half is that of a year: with the year stated, or as "in H1" before no noun."""
    if (match["order"] or "").lower() in _NO_HALVES:
        return False
    is_code = match["h"] is not None and context.word_before in _WORDS_BEFORE_HALVES
    return has_year or (is_code and context.tag_after[:1] not in {"N", "J"})


def _drop_article(match: re.Match[str]) -> re.Match[str]:
    """Return the match without its article: in "the third-quarter loss" that is the loss's."""
    article = re.match(r"the ", match[0], re.IGNORECASE)
    if article is None or match["mod"]:
        return match
    return match.re.match(match.string, match.start() + article.end()) or match


def _read_fiscal_year(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "FY22", "Q3 FY2021", "3Q21", "1H 2022"."""
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    number, letter = match["before"] or match["after"], match["b"] or match["a"]
    if number is None:
        return (build_explicit_date(match, year, "a fiscal year as written"),)
    if letter == "H" and int(number) > 2:
        return ()
    value = f"{year}-{letter}{number}"
    return (build_explicit_date(match, value, "part of a fiscal year as written"),)


_WORDS_BEFORE_HALVES = frozenset({"in", "for", "during", "of", "since", "by"})
_HALF = r"(?:quarter|(?P<half>half))"

RULES = (
    build_rule(
        "quarter",
        {"the", *MOD_STARTS, *_QUARTERS, "q", "h", "#", "this", "next"},
        rf"{MOD}(?:(?:the )?(?P<year_before>{YEAR})['’]?s?[- ]|(?P<of_before>this|last|next) year['’]s )?"
        rf"(?:the )?(?:(?:fiscal )?(?P<order>{build_alternation(_QUARTERS)})[- ]{_HALF}"
        rf"|(?:(?P<capital>(?-i:Q))|q)(?P<q>[1-4])|(?-i:H)(?P<h>[12]))"
        rf"(?: (?:of )?(?:(?:fiscal|the year|financial year) )?(?P<year>{YEAR})"
        r"|(?: of)? (?P<of>last|next|this|the) year)?",
        _read_quarter,
        required={"quarter", "half", "q", "h"},
    ),
    build_rule(
        "fiscal year",
        {"fy", "q", "h", "#"},
        r"(?-i:(?:(?P<b>[QH])(?P<before>[1-4]) )?FY ?['’]?(?P<fy>)|(?P<after>[1-4])(?P<a>[QH]) ?(?:FY ?)?['’]?)"
        r"(?P<year>(?(fy)(?:20\d\d|\d\d)|(?:20\d\d|[12]\d)))(?![\d%]|[.,]\d)",
        _read_fiscal_year,
        required={"fy", "q", "h"},
    ),
)
