"""English years, decades and centuries: "2003", "the late 1990s", "AD 410", "the 19th century".

In: matches of the patterns here with their frame. Out: readings. Out of scope: four digits that count,
name or price something ("2000 soldiers", "Resolution 2170", "£2015").
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import DECADES, TIME_PREPOSITIONS
from onrecord.extract.times.en.patterns import (
    MOD,
    MOD_STARTS,
    SPOKEN_YEAR,
    mod_of,
    year_number,
)
from onrecord.extract.times.en.yearlike import is_year
from onrecord.extract.times.timex.reading import Frame, Reading, on_calendar
from onrecord.extract.times.timex.rules import rule
from onrecord.language.en.numbers import ORDINALS
from onrecord.language.numerals import build_alternation


def _year(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    mod = mod_of(match)
    if match["to"]:
        return _years(match)
    if not (mod or match["kind"] or is_year(match["year"], frame)):
        return ()
    near = frame.word_before in {"around", "about", "circa", "roughly"}
    mod = mod or ("APPROX" if near else None)
    return (on_calendar(match, match["year"], "four digits read as a year", mod=mod),)


def _years(match: re.Match[str]) -> tuple[Reading, ...]:
    """Read "2014-16" is two times."""
    first, last = match["year"], match["to"]
    full = first[: 4 - len(last)] + last
    full = full if int(full) > int(first) else f"{int(full) + 100:04d}"  # "1999/00"
    apart = int(full) - int(first)
    if (
        not 0 < apart < 150
        or (match["join"] == "/" and apart > 1)
        or (len(last) == 2 and apart > 99)
    ):
        return ()
    mod = mod_of(match)  # "the end of the 2022/23 season" is in its last year
    start = match.start("year") if mod == "END" else match.start()
    late = mod if mod == "END" else None
    return (
        Reading(start, match.end("year"), "DATE", first, steps=("first year of a span",)),
        Reading(
            *match.span("to"), "DATE", full, mod=late, steps=(f"last year of a span from {first}",)
        ),
    )


def _spoken(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "nineteen ninety-six", and not "twenty fifteen-year-olds"."""
    if (
        frame.counted
        or frame.after.startswith("-")
        or not (match["said"] or frame.word_before in TIME_PREPOSITIONS | {"", "it's"})
    ):
        return ()
    value = f"{year_number(match['spoken']):04d}"
    return (on_calendar(match, value, "a year as it is spoken"),)


def _decade(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    mod = mod_of(match)
    if not match["decade"] and _WEATHER.search(frame.before):
        return ()
    if not match["decade"] and (frame.word_before in _AGES or not _is_decade(match, frame)):
        return ()
    if match["decade"] and match["decade"] < "15" and not (mod or "the" in match[0].lower()):
        return ()
    if match["decade"]:
        return (on_calendar(match, match["decade"][:3], "a decade as written", mod=mod),)
    digit = (match["short"] or str(DECADES[match["word"].lower()]))[0]
    value = f"20{digit}" if digit in "01" else f"19{digit}"
    return (on_calendar(match, value, "a decade, of the last hundred years", mod=mod),)


def _is_decade(match: re.Match[str], frame: Frame) -> bool:
    """Return whether "the 90s", "early Eighties" are years: with an article, or after another's edge."""
    if re.search(r"the|['’]", match[0], re.IGNORECASE):
        return True
    named = match["word"] is not None and match["word"][0].isupper()
    return named and bool(match["mod"] or frame.before.endswith("s and "))


def _era(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "AD 410", "44 BC", "264–241 BC": both ends of a span are of its era."""
    before_christ = (match["era"] or "A")[0] == "B"
    year = int(match["ad"] or match["year"])
    if before_christ and (year >= LAST_BC or re.match(r" [A-Z]", frame.after)):
        return ()
    if match["ad"] and frame.tag_after[:1] == "N":  # "an AD 4 pump"
        return ()
    sign = "BC" if before_christ else ""
    step = f"a year {'before' if sign else 'after'} Christ"
    start = match.start()
    first: tuple[Reading, ...] = ()
    if match["first"]:
        own = f"{sign}{int(match['first']):04d}"
        first = (Reading(*match.span("first"), "DATE", own, steps=(step,)),)
        start = match.start("year")
    return (*first, Reading(start, match.end(), "DATE", f"{sign}{year:04d}", steps=(step,)))


def _century(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    word = (match["word"] or "").lower().replace(" ", "-")
    number = int(match["number"]) if match["number"] else ORDINALS[word]
    if not 1 <= number <= 30:
        return ()
    sign = "BC" if match["era"] else ""
    step = f"century {number}{' before Christ' if sign else ''}"
    return (on_calendar(match, f"{sign}{number - 1:02d}", step, mod=mod_of(match)),)


LAST_BC = 1800
"""From this year on "BC" is the province ("2019 BC election")."""

_CAPITAL = rf"(?-i:{'|'.join(word.capitalize() for word in DECADES)})"
_BC = r"(?-i:BCE?|B\.C\.(?:E\.)?)"
_AGES = frozenset({"his", "her", "their", "my", "your", "our"})
_WEATHER = re.compile(r"\b(?:temperatures?|degrees|lows|highs|mercury|heat)\b", re.IGNORECASE)
RULES = (
    rule(
        "year",
        {*MOD_STARTS, "#", "fiscal", "calendar", "year", "financial"},
        rf"{MOD}(?P<kind>(?:the )?(?:(?:fiscal|calendar|financial)(?: year)?|year) )?"
        r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d]|[.,]\d|:\d|/(?!\d\d(?!\d|/))\d|\s?%|[a-z])"
        r"(?:(?P<join>[-–/])(?P<to>(?:1[5-9]|20)\d\d|\d\d)(?![\d/]))?"
        r"(?(join)(?: (?:financial|fiscal|tax|academic|school) year)?)",
        _year,
        needs={"#"},
    ),
    rule(
        "spoken year",
        {"nineteen", "eighteen", "twenty", "the", "year"},
        rf"(?P<said>(?:the )?year )?(?P<spoken>{SPOKEN_YEAR})",
        _spoken,
        needs={"eighteen", "nineteen", "twenty", "thousand"},
    ),
    rule(
        "decade",
        {*MOD_STARTS, "#", *DECADES},
        rf"{MOD}(?:the )?(?:early |late |mid-)?"
        r"(?:(?P<decade>(?:1\d|20)\d0)['’]?s|['’]?(?P<short>[1-9]0|00)['’]?s(?! old)"
        rf"|(?P<word>(?<=the ){build_alternation(DECADES)}|{_CAPITAL}))",
        _decade,
        needs={"#", *DECADES},
    ),
    rule(
        "era",
        {"#", "ad", "a"},
        rf"(?:(?-i:AD|A\.D\.) ?(?P<ad>[1-9]\d{{0,3}})|(?:(?P<first>[1-9]\d{{0,3}}) ?(?:-|–|to|and) ?)?"
        rf"(?P<year>[1-9]\d{{0,3}}) ?(?P<era>{_BC}|(?-i:AD|A\.D\.|CE)))(?![\d-]|,? \d)",
        _era,
        needs={"ad", "a", "ce", "bc", "bce", "b"},
    ),
    rule(
        "century",
        {*MOD_STARTS, "#", *ORDINALS, "twenty"},
        rf"{MOD}(?:the )?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)"
        rf"|(?P<word>{build_alternation(ORDINALS)}|twenty first))[- ]centur(?:y|ies)"
        rf"(?P<era> {_BC})?",
        _century,
        needs={"century", "centuries"},
    ),
)
