"""English quarters, halves and fiscal years: "the first quarter of 2016", "Q1 2016", "H2", "FY22", "3Q21".

In: matches of the patterns here with their frame. Out: readings, without a year of the one that the
tense says. Out of scope: a game's quarters (`untimes`) and quarters named by the text before (`periods`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.exclusions import is_game
from onrecord.extract.times.en.patterns import MOD, MOD_STARTS, YEAR, mod_of
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, on_calendar
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation

_OF_THING = re.compile(r" of (?:the|an?|this|that|his|her) (?!(?:\w+ )?year)")
_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip


def _quarter(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the first quarter of 2016", "third-quarter", "H2", "the end of Q1"."""
    order = (match["order"] or "").lower()
    number = int(match["q"] or match["h"] or _QUARTERS[order])
    year_word, of = match["year"] or match["year_before"], (match["of"] or match["of_before"] or "")
    half = bool(match["half"] or match["h"])
    if not _is_part(match, order, half=half, said=bool(year_word or of), frame=frame):
        return ()
    code, mod = f"H{min(number, 2)}" if half else f"Q{number}", mod_of(match)
    if frame.tag_after in {"NN", "NNS"} and not (year_word or of):
        match = _without_article(match)
    if year_word:
        step = "part of a year as written"
        return (on_calendar(match, f"{year_word}-{code}", step, mod=mod),)
    offset = {"last": -1, "next": 1}.get(of.lower(), 0)
    year = arithmetic.shift(frame.published, offset, "Y")
    known = arithmetic.month_of(frame.published)
    step = f"{code} of {of or 'this'} year"
    if not of and year and known and known[1] <= (number - 1) * 3 and frame.tense != "future":
        year, step = f"{int(year) - 1:04d}", f"the last {code} begun before publication"
    return (from_published(match, year and f"{year}-{code}", frame, (step,), mod=mod),)


def _is_part(match: re.Match[str], order: str, *, half: bool, said: bool, frame: Frame) -> bool:
    """Return whether the words are a part of a year; `said` is whether they say which year."""
    told = match["h"] and frame.word_before in _IN and frame.tag_after[:1] not in {"N", "J"}
    if half and (order in {"third", "fourth", "3rd", "4th"} or not (said or told)):
        return False
    if frame.before[-4:].lower() == "the ":  # With its article it was none.
        return False
    if said:
        return True
    if order == "last" or (match["q"] and match["capital"] is None):
        return False
    return not (_OF_THING.match(frame.after) or is_game(frame))


def _without_article(match: re.Match[str]) -> re.Match[str]:
    """Return the match without its article: in "the third-quarter loss" that is the loss's."""
    article = re.match(r"the ", match[0], re.IGNORECASE)
    if article is None or match["mod"]:
        return match
    return match.re.match(match.string, match.start() + article.end()) or match


def _fiscal(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "FY22", "Q3 FY2021", "3Q21", "1H 2022"."""
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    number, letter = match["before"] or match["after"], match["b"] or match["a"]
    if number is None:
        return (on_calendar(match, year, "a fiscal year as written"),)
    if letter == "H" and int(number) > 2:
        return ()
    return (on_calendar(match, f"{year}-{letter}{number}", "part of a fiscal year as written"),)


_IN = frozenset({"in", "for", "during", "of", "since", "by"})
_HALF = r"(?:quarter|(?P<half>half))"

RULES = (
    rule(
        "quarter",
        {"the", *MOD_STARTS, *_QUARTERS, "q", "h", "#", "this", "next"},
        rf"{MOD}(?:(?:the )?(?P<year_before>{YEAR})['’]?s?[- ]|(?P<of_before>this|last|next) year['’]s )?"
        rf"(?:the )?(?:(?:fiscal )?(?P<order>{build_alternation(_QUARTERS)})[- ]{_HALF}"
        rf"|(?:(?P<capital>(?-i:Q))|q)(?P<q>[1-4])|(?-i:H)(?P<h>[12]))"
        rf"(?: (?:of )?(?:(?:fiscal|the year|financial year) )?(?P<year>{YEAR})"
        r"|(?: of)? (?P<of>last|next|this|the) year)?",
        _quarter,
        needs={"quarter", "half", "q", "h"},
    ),
    rule(
        "fiscal year",
        {"fy", "q", "h", "#"},
        r"(?-i:(?:(?P<b>[QH])(?P<before>[1-4]) )?FY ?['’]?(?P<fy>)|(?P<after>[1-4])(?P<a>[QH]) ?(?:FY ?)?['’]?)"
        r"(?P<year>(?(fy)(?:20\d\d|\d\d)|(?:20\d\d|[12]\d)))(?![\d%]|[.,]\d)",
        _fiscal,
        needs={"fy", "q", "h"},
    ),
)
