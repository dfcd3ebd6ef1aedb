"""English times at a distance from another: "two weeks ago", "a day later", "eight years after the war".

In: matches of the patterns here with their context. Out: readings, computed from publication or from the antecedent
time or quarter, or open until an event has a day. Out of scope: lengths that lead nowhere (`durations`) and
units by their place ("last week": `deictics`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.lexicon.calendar import DEICTIC_DAYS
from onrecord.extract.times.en.lexicon.patterns import (
    COUNT,
    COUNT_STARTS,
    COUNTED_UNIT,
    HEDGE,
    HEDGE_STARTS,
    LENGTH_QUALIFIER,
    UNIT,
    UNIT_WORDS,
)
from onrecord.extract.times.en.word_values import read_count, read_unit
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    explain,
    find_span,
    resolve_from_antecedent,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.en.hedges import AGO_MODS, HEDGE_PHRASES, TIME_MODS

_AGO_WORDS = frozenset({"ago", "earlier", "before", "previously"})
_FROM_PUBLICATION_WORDS = frozenset({"ago", "from now", "hence", "time"})
_DURATIVE_WORDS = frozenset({"for", "lasted", "spent", "serving", "served", "took"})
"""Words before a length that leads to no point in time ("for two years after the war")."""
_LONG_UNITS = frozenset({"DE", "CE"})
_COMPARATIVE = re.compile(r"(?:more|less|fewer) than", re.IGNORECASE)
_MEASURE_BEFORE = re.compile(
    r"(?:points?|seats?|votes?|per ?cent|percentage|%|people|goals?|million|jobs|tonnes) $"
)
_COMPARISON_BEFORE = re.compile(
    r"(?:\d\S*|million|billion|cents|share|from|than|with|quarter|loss|profit|the|period),? $"
)
"""Before "a year ago" these compare a figure with that of the antecedent quarter a year before."""
_UNITS_OF_FRACTIONS = {
    "Y": ("M", 12),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "M": ("D", 30),
    "W": ("D", 7),
}
"""Units with the next finer one and how many of that they have, for fractions."""


def _read_ago(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "two weeks ago", "three years earlier", "a day later", "six months from now"."""
    word = (match["word"] or "time").lower()
    if word == "before" and _WORD_AFTER.match(context.after):
        return ()
    if not match["count"] and not match["unit"].endswith("s"):
        return ()
    if word == "on":
        step = explain(f"{match[0]} from what the text is about")
        return (TimexReading(*match.span(), "DATE", None, None, "event", derivation=step),)
    if _is_comparison_hedge(match, context):
        return _read_ago_after_comparison(match, context)
    if _is_compared_with_quarter(match, context):
        return (_resolve_compared_quarter(match, word, context),)
    return (_resolve_ago(match, word, context),)


def _is_comparison_hedge(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether "more than" belongs to a measure before ("nine points more than four years ago")."""
    is_comparative = match["hedge"] and _COMPARATIVE.match(match["hedge"])
    return bool(is_comparative and _MEASURE_BEFORE.search(context.before))


def _read_ago_after_comparison(
    match: re.Match[str], context: TimexContext
) -> tuple[TimexReading, ...]:
    """Read "four years ago" without the "more than" before it."""
    hedge = match["hedge"]
    rest = match.re.match(match.string, match.start() + len(hedge) + 1)
    return _read_ago(rest, replace(context, before=f"{context.before}{hedge} ")) if rest else ()


def _is_compared_with_quarter(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether "a year ago" is that of the antecedent quarter ("up from £3m a year ago")."""
    if not context.antecedent_quarter or read_unit(match["unit"]) != "Y" or not match["count"]:
        return False
    is_one = read_count(match["count"]).number == 1
    return is_one and _COMPARISON_BEFORE.search(context.before) is not None


def _resolve_compared_quarter(
    match: re.Match[str], word: str, context: TimexContext
) -> TimexReading:
    quarter = context.antecedent_quarter or ""
    value = arithmetic.shift_years_back(quarter, 1)
    return TimexReading(
        *match.span(),
        "DATE",
        value,
        "quarter",
        mod=_read_ago_mod(match, word),
        derivation=explain(f"compared with the quarter mentioned before, {quarter}: {value}"),
    )


def _read_ago_mod(match: re.Match[str], word: str) -> str | None:
    if match["hedge"] and word in _AGO_WORDS:
        return AGO_MODS[HEDGE_PHRASES[match["hedge"].lower()]] or (
            "APPROX" if match["so"] else None
        )
    return "APPROX" if match["so"] else None


def _resolve_ago(match: re.Match[str], word: str, context: TimexContext) -> TimexReading:
    """Return the time at the distance from publication ("ago") or from the antecedent ("later")."""
    unit, is_back = read_unit(match["unit"]), word in _AGO_WORDS
    count = read_count(match["count"]).number if match["count"] else None
    step = f"{match['count'] or 'some'} {match['unit']} {'back' if is_back else 'on'}"
    if word in _FROM_PUBLICATION_WORDS:
        value = _shift_by_count(context.published, count, unit, is_back=is_back)
        is_vague = count is None or count > THRESHOLDS.vague_offset_count
        if is_vague and context.published:
            value = "PAST_REF" if is_back else "FUTURE_REF"
        mod = _read_ago_mod(match, word)
        return resolve_from_publication(match, value, context, step, mod=mod)
    value = _shift_by_count(context.antecedent, count, unit, is_back=is_back)
    if value and context.tense == "past" and value > (context.published or "9"):
        value = None  # A past event is not in the future: the antecedent is another's.
    return resolve_from_antecedent(match, value, context, step)


def _shift_by_count(
    base: str | None, count: float | None, unit: str, *, is_back: bool
) -> str | None:
    """Return `base` shifted by `count` units, fractions in the next finer unit."""
    if count is None or base is None or count > THRESHOLDS.max_shift_count:
        return None
    if unit in _LONG_UNITS or (count != int(count) and unit in _UNITS_OF_FRACTIONS):
        unit, count = _UNITS_OF_FRACTIONS[unit][0], count * _UNITS_OF_FRACTIONS[unit][1]
    return arithmetic.shift(base, -int(count) if is_back else int(count), unit)


def _read_from_event(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "eight years after the invasion": open until the event has a day.

    "for two years after the war" is a length and no point in time.
    """
    if context.word_before in _DURATIVE_WORDS:
        return ()
    number, is_lower_bound = read_count(match["count"])
    mod = match["hedge"] and TIME_MODS[HEDGE_PHRASES[match["hedge"].lower()]]
    length = TimexReading(
        match.start(),
        match.end("unit"),
        "DURATION",
        arithmetic.format_duration(number, read_unit(match["unit"])),
        waits_for="event",
        mod=mod or ("APPROX" if is_lower_bound else None),
        derivation=explain(f"a length {match['word']} the event that the words name"),
    )
    reading = TimexReading(
        *find_span(match),
        "DATE",
        None,
        waits_for="event",
        derivation=explain(f"{match['span']} the event that the words name"),
        fallback=length,
    )
    return (reading,)


def _read_adjacent_day(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the day before", "the day after tomorrow", "the day after 3 May"."""
    offset = 1 if match["word"].lower() == "after" else -1
    if match["point"]:
        days = offset + DEICTIC_DAYS[match["point"].lower()]
        value = arithmetic.shift(context.published, days, "D")
        return (resolve_from_publication(match, value, context, match[0]),)
    if _NOUN_PHRASE_AFTER.match(context.after):
        reading = TimexReading(
            *match.span(),
            "DATE",
            None,
            waits_for="event",
            derivation=explain(f"{match[0]} the event that the words name"),
            fallback=TimexReading(*match.span(), "DURATION", "P1D"),
            needs_day=True,
        )
        return (reading,)
    value = arithmetic.shift(context.antecedent, offset, "D")
    return (resolve_from_antecedent(match, value, context, match[0]),)


_WORD_AFTER = re.compile(r"\s+[\w\"“']")
_NOUN_PHRASE_AFTER = re.compile(r"\s+(?!and|but|in|at|to|by|with|for|when)[\w\"“'‘]")
_DIRECTION_WORDS = (
    r"(?:ago|earlier|later|before|previously|afterwards?|from now|hence|prior|on(?=[,.;:]))"
)
_LENGTH = rf"(?:(?P<hedge>{HEDGE}) )?(?P<count>{COUNT})[ -]{LENGTH_QUALIFIER}(?P<unit>{UNIT})"

RULES = (
    build_rule(
        "ago",
        COUNT_STARTS | HEDGE_STARTS | {"days", "weeks", "months", "years", "decades", "hours"},
        rf"(?:(?P<hedge>{HEDGE}) )?(?:(?P<count>{COUNT})[ -]{LENGTH_QUALIFIER})?(?P<unit>{UNIT})"
        rf"(?P<so> or so| or two)?(?: (?P<word>{_DIRECTION_WORDS})|['’]s? (?P<time>time))",
        _read_ago,
        prefix=COUNTED_UNIT,
        required=UNIT_WORDS,
    ),
    build_rule(
        "from event",
        COUNT_STARTS | HEDGE_STARTS,
        rf"(?P<span>{_LENGTH} (?P<word>after|before|since|into|following))(?= [\w\"“'‘£$])",
        _read_from_event,
        prefix=COUNTED_UNIT,
        required=UNIT_WORDS,
    ),
    build_rule(
        "next day",
        {"the"},
        r"the day (?P<word>after|before)(?: (?P<point>tomorrow|yesterday))?",
        _read_adjacent_day,
        required={"day"},
    ),
)
