"""English lengths of two units: "two years and three months", "1 hour 45 minutes".

In: matches of the patterns here with their context. Out: readings. Out of scope: lengths of one unit
(`durations`) and distances of one unit (`offsets`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.durations import AMOUNT_BEFORE
from onrecord.extract.times.en.lexicon.calendar import CLOCK_UNITS, MONTH_UNITS
from onrecord.extract.times.en.lexicon.patterns import (
    COUNT_STARTS,
    COUNTED_UNIT,
    HEDGE,
    HEDGE_STARTS,
    UNIT,
    UNIT_WORDS,
)
from onrecord.extract.times.en.word_values import read_count, read_unit
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    explain,
    resolve_from_antecedent,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.en.hedges import HEDGE_PHRASES, TIME_MODS
from onrecord.language.numerals import DIGITS, WORDS

_UNIT_ORDER = ("Y", "M", "W", "D", "H", "MIN", "S")
"""Units of lengths that name two, the larger first."""
_DAY_UNITS = frozenset({"W", "D"})
_MAX_OF_SMALLER = {"M": 24, "W": 8, "D": 31, "H": 48, "MIN": 90, "S": 90}
"""More of the smaller unit is not part of one length: "7 days a week, 365 days a year" are four."""
_WORDS_BEFORE_TWO_TIMES = frozenset({"for", "last", "past", "next", "first", "lasted", "within"})
"""Words after which "two weeks and three days later" is a length and a time after it."""

_Part = tuple[int, str]
"""A count and its unit."""


def _read_two_units(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "1 hour 45 minutes", "two years and three months ago"."""
    parts = _read_parts(match)
    if not parts or _AGE_AFTER.match(context.after) or context.word_before == "between":
        return ()
    if match["c1"].lower() == "a" and AMOUNT_BEFORE.search(context.before):
        return ()
    if match["word"]:
        return _resolve_two_units(match, parts, match["word"].lower(), context)
    mod = match["hedge"] and TIME_MODS[HEDGE_PHRASES[match["hedge"].lower()]]
    step = explain("a length of two units")
    value = _format_length(parts)
    return (TimexReading(*match.span(), "DURATION", value, mod=mod, derivation=step),)


def _read_parts(match: re.Match[str]) -> list[_Part]:
    """Return both counts with their units; none where they are not one length, the larger unit first."""
    units = [read_unit(match[group]) for group in ("u1", "u2")]
    counts = [read_count(match[group]).number for group in ("c1", "c2")]
    if not set(units) <= set(_UNIT_ORDER):
        return []
    if _UNIT_ORDER.index(units[0]) >= _UNIT_ORDER.index(units[1]):
        return []
    if None in counts or (counts[1] or 0) > _MAX_OF_SMALLER[units[1]]:
        return []
    return [(int(count or 0), unit) for count, unit in zip(counts, units, strict=True)]


def _format_length(parts: list[_Part]) -> str:
    """Return "P2Y3M", "P1DT5H", "PT1H45M"."""
    written = [arithmetic.format_duration(count, unit)[1:] for count, unit in parts]
    days = "".join(each for each in written if not each.startswith("T"))
    clock = "".join(each[1:] for each in written if each.startswith("T"))
    return f"P{days}" + (f"T{clock}" if clock else "")


def _resolve_two_units(
    match: re.Match[str], parts: list[_Part], word: str, context: TimexContext
) -> tuple[TimexReading, ...]:
    """Read what is both lengths back or on; "for two weeks and three days later" is two times."""
    if context.word_before in _WORDS_BEFORE_TWO_TIMES:
        return ()
    base = context.published if word == "ago" else context.antecedent
    value = _shift_by_parts(base, parts, 1 if word == "later" else -1)
    step = f"{match['c1']} {match['u1']} and {match['c2']} {match['u2']} {word}"
    if word == "ago":
        return (resolve_from_publication(match, value, context, step),)
    return (resolve_from_antecedent(match, value, context, step),)


def _shift_by_parts(base: str | None, parts: list[_Part], sign: int) -> str | None:
    """Return `base` shifted by both lengths; None where one is of hours, or `base` is too coarse."""
    if any(unit in CLOCK_UNITS for _, unit in parts):
        return None
    months = sum(c * arithmetic.MONTHS_PER_UNIT[unit] for c, unit in parts if unit in MONTH_UNITS)
    days = sum(c * arithmetic.DAYS_PER_UNIT[unit] for c, unit in parts if unit in _DAY_UNITS)
    if not days:
        return arithmetic.shift(base, sign * months, "M")
    return arithmetic.shift(arithmetic.shift_day_by_months(base, sign * months), sign * days, "D")


_AGE_AFTER = re.compile(r"[- ]olds?\b")
_NUMBER = rf"(?:{DIGITS}|{WORDS}|an?)"

RULES = (
    build_rule(
        "two units",
        COUNT_STARTS | HEDGE_STARTS,
        rf"(?:(?P<hedge>{HEDGE}) )?(?P<c1>{_NUMBER})[ -](?P<u1>{UNIT})(?:,? and |, | )"
        rf"(?P<c2>{_NUMBER})[ -](?P<u2>{UNIT})(?: (?P<word>ago|earlier|later))?",
        _read_two_units,
        prefix=COUNTED_UNIT,
        required=UNIT_WORDS,
    ),
)
