"""English years and their parts: "2003", "the late 1990s", "19th century", "last summer", "Q1 2016".

In: matches of the patterns here with their frame. Out: readings. Leaves alone four digits that count,
name or price something ("2000 soldiers", "Resolution 2170", "£2015").
"""

from __future__ import annotations

import re

from onrecord.language import timex
from onrecord.language.en.calendar import (
    DECADES,
    SEASON_MONTHS,
    SEASONS,
    TIME_PREPOSITIONS,
)
from onrecord.language.en.numbers import ORDINALS
from onrecord.language.en.timewords import (
    MOD,
    MOD_STARTS,
    SPOKEN_YEAR,
    YEAR,
    direction_of,
    mod_of,
    year_number,
)
from onrecord.language.en.untimes import is_game
from onrecord.language.en.yearlike import is_year
from onrecord.language.numerals import either
from onrecord.language.timerules import Frame, Reading, from_published, on_calendar, rule


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
    if not 0 < int(full) - int(first) < 150:
        return ()
    return (
        Reading(match.start(), match.end("year"), "DATE", first, steps=("first year of a span",)),
        Reading(*match.span("to"), "DATE", full, steps=(f"last year of a span from {first}",)),
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
    if not match["decade"] and (
        frame.word_before in {"his", "her", "their", "my"} or not re.search(r"the|['’]", match[0])
    ):
        return ()
    if match["decade"]:
        return (on_calendar(match, match["decade"][:3], "a decade as written", mod=mod),)
    digit = (match["short"] or str(DECADES[match["word"].lower()]))[0]
    value = f"20{digit}" if digit in "01" else f"19{digit}"
    return (on_calendar(match, value, "a decade, of the last hundred years", mod=mod),)


def _century(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    word = (match["word"] or "").lower().replace(" ", "-")
    number = int(match["number"]) if match["number"] else ORDINALS[word]
    if not 1 <= number <= 30 or re.match(r" B\.?C", frame.after):
        return ()
    return (on_calendar(match, f"{number - 1:02d}", f"century {number}", mod=mod_of(match)),)


def _season(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    code, mod = SEASONS[match["season"].lower()], mod_of(match)
    which = (match["which"] or "").lower()
    if match["year"]:
        written = f"{year_number(match['year'])}-{code}"
        return (on_calendar(match, written, "season and year as written", mod=mod),)
    if match["of"]:
        offset = {"last": -1, "next": 1}.get(match["of"].lower(), 0)
        year = timex.shift(frame.published, offset, "Y")
        step = f"season of {match['of']} year"
        return (from_published(match, year and f"{year}-{code}", frame, (step,), mod=mod),)
    if not (which.removeprefix("the") or mod) and not _is_season(match, frame):
        return ()
    value, step = _season_value(code, which, frame)
    return (from_published(match, value, frame, (step,), mod=mod),)


def _is_season(match: re.Match[str], frame: Frame) -> bool:
    """Return whether a season's word alone is one: "in the summer", not "the fall of the city"."""
    if match["season"][0].isupper() and re.match(r" [A-Z]", frame.after):
        return False
    if re.match(r" of\b|['’]?s? [a-z]*(?:camp|school|water|onion|roll)", frame.after):
        return False
    if match["season"].lower() in {"fall", "spring"} and frame.word_before not in {
        "in",
        "during",
        "until",
        "by",
        "since",
    }:
        return False
    return frame.word_before in TIME_PREPOSITIONS | {"over"}


def _season_value(code: str, which: str, frame: Frame) -> tuple[str | None, str]:
    if which == "this":
        known = timex.month_of(frame.published)
        return (f"{known[0]:04d}-{code}" if known else None), "season of this year"
    direction, step = direction_of(frame, which.removeprefix("the"))
    value = timex.month(frame.published, SEASON_MONTHS[code], direction)
    if value and which == "last" and (frame.published or "") <= (timex.shift(value, 3, "M") or ""):
        value = timex.shift(value, -12, "M")
    if value and which == "next" and value <= (frame.published or ""):
        value = timex.shift(value, 12, "M")
    return value and f"{value[:4]}-{code}", step


_OF_THING = re.compile(r" of (?:the|an?|this|that|his|her) (?!(?:\w+ )?year)")
_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip


def _quarter(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    order = (match["order"] or "").lower()
    number = int(match["q"] or match["h"] or _QUARTERS[order])
    year_word, of = match["year"] or match["year_before"], (match["of"] or match["of_before"] or "")
    half = bool(match["half"] or match["h"])
    if half and (order in {"third", "fourth", "3rd", "4th"} or not (year_word or of)):
        return ()
    if order == "last" and not (year_word or of):
        return ()
    if not (year_word or of) and (_OF_THING.match(frame.after) or is_game(frame)):
        return ()
    if frame.before[-4:].lower() == "the ":  # With its article it was none.
        return ()
    code = f"H{min(number, 2)}" if half else f"Q{number}"
    if frame.tag_after in {"NN", "NNS"} and not (year_word or of):
        match = _without_article(match)
    if year_word:
        return (on_calendar(match, f"{year_word}-{code}", "part of a year as written"),)
    if match["q"] and not of and not match[0].startswith("Q"):
        return ()
    offset = {"last": -1, "next": 1}.get(of.lower(), 0)
    year = timex.shift(frame.published, offset, "Y")
    known = timex.month_of(frame.published)
    step = f"{code} of {of or 'this'} year"
    if not of and year and known and known[1] <= (number - 1) * 3 and frame.tense != "future":
        year, step = f"{int(year) - 1:04d}", f"the last {code} begun before publication"
    return (from_published(match, year and f"{year}-{code}", frame, (step,)),)


def _without_article(match: re.Match[str]) -> re.Match[str]:
    """Return the match without its article: in "the third-quarter loss" that is the loss's."""
    article = re.match(r"the ", match[0], re.IGNORECASE)
    if article is None:
        return match
    return match.re.match(match.string, match.start() + article.end()) or match


_WEATHER = re.compile(r"\b(?:temperatures?|degrees|lows|highs|mercury|heat)\b", re.IGNORECASE)
_HALF = r"(?:quarter|(?P<half>half))"

RULES = (
    rule(
        "year",
        {*MOD_STARTS, "#", "fiscal", "calendar", "year", "financial"},
        rf"{MOD}(?P<kind>(?:the )?(?:(?:fiscal|calendar|financial)(?: year)?|year) )?"
        r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d]|[.,]\d|[:/]\d|\s?%|[a-z])"
        r"(?:[-–/](?P<to>(?:1[5-9]|20)\d\d|\d\d)(?!\d))?",
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
        {*MOD_STARTS, "#"},
        rf"{MOD}(?:the )?(?:early |late |mid-)?"
        r"(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s|['’]?(?P<short>[1-9]0)['’]?s(?! old)"
        rf"|(?P<word>(?<=the ){either(DECADES)}))",
        _decade,
        needs={"#", *DECADES},
    ),
    rule(
        "century",
        {*MOD_STARTS, "#", *ORDINALS, "twenty"},
        rf"{MOD}(?:the )?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)"
        rf"|(?P<word>{either(ORDINALS)}|twenty first))[- ]centur(?:y|ies)",
        _century,
        needs={"century", "centuries"},
    ),
    rule(
        "season",
        {*MOD_STARTS, *SEASONS, "last", "next", "this"},
        rf"{MOD}(?:(?P<which>last|next|this|the) )?(?P<season>{either(SEASONS)})"
        rf"(?:,?(?: of)? (?P<year>{YEAR}|{SPOKEN_YEAR})|(?: of)? (?P<of>last|next|this) year)?",
        _season,
        needs=SEASONS,
    ),
    rule(
        "quarter",
        {"the", *_QUARTERS, "q", "h", "#", "this", "next"},
        rf"(?:(?:the )?(?P<year_before>{YEAR})['’]?s?[- ]|(?P<of_before>this|last|next) year['’]s )?"
        rf"(?:the )?(?:(?:fiscal )?(?P<order>{either(_QUARTERS)})[- ]{_HALF}|Q(?P<q>[1-4])|(?-i:H)(?P<h>[12]))"
        rf"(?: (?:of )?(?:(?:fiscal|the year|financial year) )?(?P<year>{YEAR})"
        r"|(?: of)? (?P<of>last|next|this|the) year)?",
        _quarter,
        needs={"quarter", "half", "q", "h"},
    ),
)
