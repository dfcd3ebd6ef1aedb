"""English seasons: "the winter of 2014", "last summer", "the following spring", "the autumn of that year".

In: matches of the patterns here with their frame. Out: readings. Out of scope: what only bears a season's
name ("the fall of the city", "summer school", "spring water").
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.calendar import SEASON_MONTHS, SEASONS, TIME_PREPOSITIONS
from onrecord.extract.times.en.patterns import (
    MOD,
    MOD_STARTS,
    SPOKEN_YEAR,
    YEAR,
    direction_of,
    mod_of,
    year_number,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import (
    Frame,
    Reading,
    from_published,
    from_told,
    on_calendar,
)
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation

_FALLS = re.compile(r" (?:in|of|from|to|that|is|was|would|onto|on)\b")
"""After "that fall", "the next spring" when it is no season."""

_SURELY = frozenset({"in", "during", "until", "by", "since"})
_FROM_TOLD = {
    "that": 0, "that same": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1,
    "the preceding": -1,
}  # fmt: skip


def _season(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    code, mod = SEASONS[match["season"].lower()], mod_of(match)
    which = (match["which"] or "").lower()
    if match["year"]:
        written = f"{year_number(match['year'])}-{code}"
        return (on_calendar(match, written, "season and year as written", mod=mod),)
    if match["of"]:
        offset = {"last": -1, "next": 1}.get(match["of"].lower(), 0)
        year = arithmetic.shift(frame.published, offset, "Y")
        step = f"season of {match['of']} year"
        return (from_published(match, year and f"{year}-{code}", frame, (step,), mod=mod),)
    said = which.removeprefix("the") or mod
    if which not in _FROM_TOLD and not said and not _is_season(match, frame):
        return ()
    falls = match["season"].lower() in {"fall", "spring"} and _FALLS.match(frame.after)
    the = which in _FROM_TOLD or frame.word_before == "the"
    if the and falls and not match["of_told"]:
        return ()
    if which == "the next" and frame.told is None and not match["of_told"]:
        which = "next"
    if match["of_told"] or which in _FROM_TOLD:
        return _told(match, code, which, mod, frame)
    value, step = _season_value(code, which, frame)
    return (from_published(match, value, frame, (step,), mod=mod),)


def _seasons(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "the summers of 2018 and 2019": one of each year."""
    code = SEASONS[match["season"].lower()]
    years = list(re.finditer(r"\d{4}", match[0]))
    step = (f"the {match['season']} of the year as written",)
    starts = [match.start(), *(match.start() + year.start() for year in years[1:])]
    ends = [match.start() + year.end() for year in years]
    return tuple(
        Reading(start, end, "DATE", f"{year[0]}-{code}", steps=step)
        for start, end, year in zip(starts, ends, years, strict=True)
    )


def _told(
    match: re.Match[str], code: str, which: str, mod: str | None, frame: Frame
) -> tuple[Reading, ...]:
    """Read "that summer", "the following spring", "the spring of that year"."""
    year = arithmetic.year_of(frame.told)
    if match["of_told"]:
        offset = {"following": 1, "previous": -1}.get(match["of_told"].split()[-1].lower(), 0)
        step = f"the season of {match['of_told']} year"
    else:
        offset, step = _FROM_TOLD[which], f"{which} season"
        month = arithmetic.month_of(frame.told)
        if month and offset:
            # "In October 2015 … the following spring" is of 2016, "… the previous spring" of 2015.
            since = month[1] - SEASON_MONTHS[code]
            offset = 0 if (offset > 0) == (since < 0) and not 0 <= since <= 2 else offset
    value = f"{year + offset:04d}-{code}" if year else None
    return (replace(from_told(match, value, frame, (step,)), mod=mod),)


def _is_season(match: re.Match[str], frame: Frame) -> bool:
    """Return whether a season's word alone is one: "in the summer", not "the fall of the city"."""
    if match["of_told"]:
        return True
    if match["season"][0].isupper() and re.match(r" [A-Z]", frame.after):
        return False
    if re.match(
        r" of\b|['’]?s? [a-z]*(?:camp|school|water|onion|roll|terms?|semester|budget|statement|collection|conference|break)\b",
        frame.after,
    ):
        return False
    doubtful = match["season"].lower() in {"fall", "spring"}
    return frame.word_before in (_SURELY if doubtful else TIME_PREPOSITIONS | {"over"})


def _season_value(code: str, which: str, frame: Frame) -> tuple[str | None, str]:
    if which == "this":
        known = arithmetic.month_of(frame.published)
        return (f"{known[0]:04d}-{code}" if known else None), "season of this year"
    direction, step = direction_of(frame, which.removeprefix("the"))
    value = arithmetic.month(frame.published, SEASON_MONTHS[code], direction)
    if (
        value
        and which == "last"
        and (frame.published or "") <= (arithmetic.shift(value, 3, "M") or "")
    ):
        value = arithmetic.shift(value, -12, "M")
    if value and which == "next" and value <= (frame.published or ""):
        value = arithmetic.shift(value, 12, "M")
    return value and f"{value[:4]}-{code}", step


_WHICH = build_alternation(
    [*_FROM_TOLD, "last", "next", "this", "this past", "this coming", "this last", "the"]
)

RULES = (
    rule(
        "season",
        {*MOD_STARTS, *SEASONS, "last", "next", "this", "that", "the"},
        rf"{MOD}(?:(?P<which>{_WHICH}) )?(?P<season>{build_alternation(SEASONS)})"
        rf"(?:,?(?: of)? (?P<year>{YEAR}|{SPOKEN_YEAR})|(?: of)? (?P<of>last|next|this) year"
        r"| of (?P<of_told>that(?: same)?|the (?:same|following|previous)) year)?",
        _season,
        needs=SEASONS,
    ),
    rule(
        "seasons",
        {"the", *(f"{season}s" for season in SEASONS)},
        rf"(?:the )?(?P<season>{build_alternation(SEASONS)})s of {YEAR}(?:(?:, | and |, and | or ){YEAR})+",
        _seasons,
        needs={f"{season}s" for season in SEASONS},
    ),
)
