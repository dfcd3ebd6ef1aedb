"""English lengths of two units: "two years and three months", "1 hour 45 minutes".

In: matches of the patterns here with their frame. Out: readings. Out of scope: lengths of one unit
(`durations`) and what is reckoned from publication alone (`offsets`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.durations import AMOUNT
from onrecord.extract.times.en.patterns import (
    COUNT_STARTS,
    COUNTED_UNIT,
    HEDGE,
    HEDGE_STARTS,
    UNIT,
    UNIT_WORDS,
    count_of,
    unit_code,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, from_told
from onrecord.extract.times.timex.rules import rule
from onrecord.language.en.hedges import HEDGES, TIME_MODS
from onrecord.language.numerals import DIGITS, WORDS

_ORDER = ("Y", "M", "W", "D", "H", "MIN", "S")
"""Units that are told together, the larger first."""

_MOST = {"M": 24, "W": 8, "D": 31, "H": 48, "MIN": 90, "S": 90}
"""No more of the smaller unit is told beside a larger one: "7 days a week, 365 days a year" are four."""

_WHOLE_BEFORE = frozenset({"for", "last", "past", "next", "first", "lasted", "within"})


def _compound(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "1 hour 45 minutes", "two years and three months ago"."""
    units = [unit_code(match[group]) for group in ("u1", "u2")]
    counts = [count_of(match[group])[0] for group in ("c1", "c2")]
    if not set(units) <= set(_ORDER) or _ORDER.index(units[0]) >= _ORDER.index(units[1]):
        return ()
    if (
        None in counts
        or (counts[1] or 0) > _MOST[units[1]]
        or re.match(r"[- ]olds?\b", frame.after)
    ):
        return ()
    if frame.word_before == "between" or (
        match["c1"].lower() == "a" and AMOUNT.search(frame.before)
    ):
        return ()
    parts = [(int(count or 0), unit) for count, unit in zip(counts, units, strict=True)]
    word = (match["word"] or "").lower()
    if word:
        return _moved(match, parts, word, frame)
    mod = match["hedge"] and TIME_MODS[HEDGES[match["hedge"].lower()]]
    steps = ("a length of two units",)
    return (Reading(*match.span(), "DURATION", _length(parts), mod=mod, steps=steps),)


def _length(parts: list[tuple[int, str]]) -> str:
    """Return "P2Y3M", "P1DT5H", "PT1H45M"."""
    written = [arithmetic.duration(count, unit)[1:] for count, unit in parts]
    days = "".join(each for each in written if not each.startswith("T"))
    clock = "".join(each[1:] for each in written if each.startswith("T"))
    return f"P{days}" + (f"T{clock}" if clock else "")


def _moved(
    match: re.Match[str], parts: list[tuple[int, str]], word: str, frame: Frame
) -> tuple[Reading, ...]:
    """Read what lies both lengths back or on; "for two weeks and three days later" is two times."""
    if frame.word_before in _WHOLE_BEFORE:
        return ()
    back = word != "later"
    value = frame.published if word == "ago" else frame.told
    months = sum(count * arithmetic.MONTHS_OF[unit] for count, unit in parts if unit in "YM")
    days = sum(count * arithmetic.DAYS_OF[unit] for count, unit in parts if unit in "WD")
    sign = -1 if back else 1
    if any(unit in {"H", "MIN", "S"} for _, unit in parts):
        value = None
    elif not days:
        value = arithmetic.shift(value, sign * months, "M")
    else:
        value = arithmetic.shift(arithmetic.same_day(value, sign * months), sign * days, "D")
    steps = (f"{match['c1']} {match['u1']} and {match['c2']} {match['u2']} {word}",)
    if word == "ago":
        return (from_published(match, value, frame, steps),)
    return (from_told(match, value, frame, steps),)


_NUMBER = rf"(?:{DIGITS}|{WORDS}|an?)"

RULES = (
    rule(
        "two units",
        COUNT_STARTS | HEDGE_STARTS,
        rf"(?:(?P<hedge>{HEDGE}) )?(?P<c1>{_NUMBER})[ -](?P<u1>{UNIT})(?:,? and |, | )"
        rf"(?P<c2>{_NUMBER})[ -](?P<u2>{UNIT})(?: (?P<word>ago|earlier|later))?",
        _compound,
        stem=COUNTED_UNIT,
        needs=UNIT_WORDS,
    ),
)
