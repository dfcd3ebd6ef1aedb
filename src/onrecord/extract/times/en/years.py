"""English years, decades and centuries: "2003", "the late 1990s", "AD 410", "the 19th century".

In: matches of the patterns here with their context. Out: readings. Out of scope: four digits that count,
name or price something ("2000 soldiers", "Resolution 2170", "£2015"; see `yearlike`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.lexicon.calendar import DECADE_DIGITS
from onrecord.extract.times.en.lexicon.context_words import WORDS_BEFORE_TIMES
from onrecord.extract.times.en.lexicon.patterns import MOD, MOD_STARTS, SPOKEN_YEAR
from onrecord.extract.times.en.word_values import read_cut_year, read_mod, read_year
from onrecord.extract.times.en.yearlike import SURE_YEAR_PREPOSITIONS, is_year
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading, build_explicit_date, explain
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.en.numbers import ORDINALS
from onrecord.language.numerals import WORDS, build_alternation


def _read_year(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "2003", "the end of 2003", "fiscal 1988", "2014-16"."""
    if match["to"]:
        return _read_year_range(match)
    mod = read_mod(match)
    if not (mod or match["kind"] or is_year(match["year"], context)):
        return ()
    is_approximate = context.word_before in {"around", "about", "circa", "roughly"}
    mod = mod or ("APPROX" if is_approximate else None)
    return (build_explicit_date(match, match["year"], "four digits read as a year", mod=mod),)


def _read_year_range(match: re.Match[str]) -> tuple[TimexReading, ...]:
    """Read "2014-16" as two times."""
    first, last = match["year"], _complete_year(match["year"], match["to"])
    apart = int(last) - int(first)
    is_short = len(match["to"]) == 2
    if not 0 < apart < THRESHOLDS.year_range_years or (is_short and apart > 99):
        return ()
    if match["join"] == "/" and apart > 1:
        return ()
    mod = "END" if read_mod(match) == "END" else None  # "the end of 2022/23" is in its last year
    start = match.start("year") if mod else match.start()
    step_of_last = explain(f"last year of a span from {first}")
    return (
        TimexReading(
            start, match.end("year"), "DATE", first, derivation=explain("first year of a span")
        ),
        TimexReading(*match.span("to"), "DATE", last, mod=mod, derivation=step_of_last),
    )


def _complete_year(first: str, last: str) -> str:
    """Return "2016" for the "16" of "2014-16", and "2000" for the "00" of "1999/00"."""
    full = first[: 4 - len(last)] + last
    return full if int(full) > int(first) else f"{int(full) + 100:04d}"


def _read_spoken_year(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "nineteen ninety-six", and not "twenty fifteen-year-olds"."""
    if context.counts_plural or context.after.startswith("-"):
        return ()
    if not (match["year_word"] or context.word_before in WORDS_BEFORE_TIMES | {"", "it's"}):
        return ()
    is_thousand = match["spoken"].lower().startswith("two")
    if is_thousand and not match["year_word"] and context.word_before not in SURE_YEAR_PREPOSITIONS:
        return ()  # "some two thousand and five", "of two thousand"
    value = f"{read_year(match['spoken']):04d}"
    return (build_explicit_date(match, value, "a year as it is spoken"),)


def _read_cut_year(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the class of '98", "in '04 and '08": the last year that ends so and is not far ahead."""
    if context.counts_plural or _CLOSING_MARK_AFTER.search(
        context.after
    ):  # "one of '12 angry men'"
        return ()
    is_listed = _CUT_YEAR_BEFORE.search(context.before)
    if not (is_listed or context.word_before in _CUT_YEAR_PREPOSITIONS):
        return ()
    value = f"{read_cut_year(match['short'], context.published):04d}"
    return (build_explicit_date(match, value, "a year without its century, the last that is so"),)


def _read_decade(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the 1990s", "the late 90s", "the Eighties"."""
    mod = read_mod(match)
    if match["decade"]:
        is_early = match["decade"] < _EARLIEST_BARE_DECADE
        if is_early and not (mod or "the" in match[0].lower()):
            return ()
        return (build_explicit_date(match, match["decade"][:3], "a decade as written", mod=mod),)
    if _WEATHER_BEFORE.search(context.before) or context.word_before in _POSSESSIVES:
        return ()
    if not _is_decade(match, context):
        return ()
    digit = (match["short"] or str(DECADE_DIGITS[match["word"].lower()]))[0]
    value = f"20{digit}" if digit in "01" else f"19{digit}"
    return (build_explicit_date(match, value, "a decade, of the last hundred years", mod=mod),)


def _is_decade(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether "the 90s", "early Eighties" are years: with an article, or after a modifier or another decade."""
    if re.search(r"the|['’]", match[0], re.IGNORECASE):
        return True
    is_capitalised = match["word"] is not None and match["word"][0].isupper()
    return is_capitalised and bool(match["mod"] or context.before.endswith("s and "))


def _read_era(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "AD 410", "44 BC", "264–241 BC": both ends of a range are of its era."""
    is_before_christ = (match["era"] or "A")[0] == "B"
    year = int(match["ad"] or match["year"])
    is_province = year >= THRESHOLDS.first_province_year or re.match(r" [A-Z]", context.after)
    if is_before_christ and is_province:  # "2019 BC election"
        return ()
    if match["ad"] and context.tag_after[:1] == "N":  # "an AD 4 pump"
        return ()
    sign = "BC" if is_before_christ else ""
    step = explain(f"a year {'before' if sign else 'after'} Christ")
    last = TimexReading(
        match.start("year") if match["first"] else match.start(),
        match.end(),
        "DATE",
        f"{sign}{year:04d}",
        derivation=step,
    )
    if not match["first"]:
        return (last,)
    value = f"{sign}{int(match['first']):04d}"
    return (TimexReading(*match.span("first"), "DATE", value, derivation=step), last)


def _read_century(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the 19th century", "the fifth century BC"."""
    word = (match["word"] or "").lower().replace(" ", "-")
    number = int(match["number"]) if match["number"] else ORDINALS[word]
    if not 1 <= number <= THRESHOLDS.last_century:
        return ()
    sign = "BC" if match["era"] else ""
    step = f"century {number}{' before Christ' if sign else ''}"
    return (build_explicit_date(match, f"{sign}{number - 1:02d}", step, mod=read_mod(match)),)


_EARLIEST_BARE_DECADE = "15"
"""Decades before the 1500s need an article ("the 1340s"): "1340s" may be a count."""
_CAPITALISED_DECADES = rf"(?-i:{'|'.join(word.capitalize() for word in DECADE_DIGITS)})"
_BEFORE_CHRIST = r"(?-i:BCE?|B\.C\.(?:E\.)?)"
_CUT_YEAR_PREPOSITIONS = frozenset(
    {
        "in",
        "since",
        "of",
        "by",
        "before",
        "after",
        "until",
        "till",
        "from",
        "between",
        "during",
        "early",
        "late",
        "around",
    }
)
_CUT_YEAR_BEFORE = re.compile(r"['’‘]\d\d(?:,? (?:and|or|to|until|through)|,|[-–])? ?$")
_CLOSING_MARK_AFTER = re.compile(r"^[^.;!?]*?(?:(?<![s\s])['’](?!\w)|s['’](?=[.,;:!?)]|$))")
"""After digits that an opening mark, not an apostrophe, precedes: the mark that closes the words."""
_POSSESSIVES = frozenset({"his", "her", "their", "my", "your", "our"})
_WEATHER_BEFORE = re.compile(
    r"\b(?:temperatures?|degrees|lows|highs|mercury|heat)\b", re.IGNORECASE
)
RULES = (
    build_rule(
        "year",
        {*MOD_STARTS, "#", "fiscal", "calendar", "year", "financial"},
        rf"{MOD}(?P<kind>(?:the )?(?:(?:fiscal|calendar|financial)(?: year)?|year) )?"
        r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d]|[.,]\d|:\d|/(?!\d\d(?!\d|/))\d|\s?%|[a-z])"
        r"(?:(?P<join>[-–/])(?P<to>(?:1[5-9]|20)\d\d|\d\d)(?![\d/]))?"
        r"(?(join)(?: (?:financial|fiscal|tax|academic|school) year)?)",
        _read_year,
        required={"#"},
    ),
    build_rule(
        "spoken year",
        {"nineteen", "eighteen", "twenty", "two", "the", "year"},
        rf"(?P<year_word>(?:the )?year )?(?P<spoken>{SPOKEN_YEAR})(?!,? (?:(?:and )?{WORDS})\b)",
        _read_spoken_year,
        required={"eighteen", "nineteen", "twenty", "thousand"},
    ),
    build_rule(
        "cut year",
        {"#"},
        r"['’‘](?P<short>\d\d)(?!\d|['’]?s\b|[:/%]|[.,]\d)",
        _read_cut_year,
        required={"#"},
    ),
    build_rule(
        "decade",
        {*MOD_STARTS, "#", *DECADE_DIGITS},
        rf"{MOD}(?:the )?(?:early |late |mid-)?"
        r"(?:(?P<decade>(?:1\d|20)\d0)['’]?s|['’]?(?P<short>[1-9]0|00)['’]?s(?! old)"
        rf"|(?P<word>(?<=the ){build_alternation(DECADE_DIGITS)}|{_CAPITALISED_DECADES}))",
        _read_decade,
        required={"#", *DECADE_DIGITS},
    ),
    build_rule(
        "era",
        {"#", "ad", "a"},
        rf"(?:(?-i:AD|A\.D\.) ?(?P<ad>[1-9]\d{{0,3}})|(?:(?P<first>[1-9]\d{{0,3}}) ?(?:-|–|to|and) ?)?"
        rf"(?P<year>[1-9]\d{{0,3}}) ?(?P<era>{_BEFORE_CHRIST}|(?-i:AD|A\.D\.|CE)))(?![\d-]|,? \d)",
        _read_era,
        required={"ad", "a", "ce", "bc", "bce", "b"},
    ),
    build_rule(
        "century",
        {*MOD_STARTS, "#", *ORDINALS, "twenty"},
        rf"{MOD}(?:the )?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)"
        rf"|(?P<word>{build_alternation(ORDINALS)}|twenty first))[- ]centur(?:y|ies)"
        rf"(?P<era> {_BEFORE_CHRIST})?",
        _read_century,
        required={"century", "centuries"},
    ),
)
