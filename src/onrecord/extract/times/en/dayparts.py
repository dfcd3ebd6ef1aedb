"""English parts of a day: "this morning", "overnight", "the night of 3 May", "the early hours of Sunday".

In: matches of the patterns here with their context. Out: readings of type TIME; those of "the night of" need the day
after them, and are dropped without it. Out of scope: clock times (`clock`) and day words (`deictics`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.lexicon.calendar import DEICTIC_DAYS, PARTS_OF_DAY
from onrecord.extract.times.en.lexicon.patterns import MONTH, MONTH_STARTS, WEEKDAY, WEEKDAY_STARTS
from onrecord.extract.times.en.word_values import read_offset
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
from onrecord.language.numerals import build_alternation


def _read_part(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "this morning", "last night", "tonight", "overnight", "that evening", "the next morning"."""
    if match[0] == "Overnight" and re.match(r" [A-Z]|:", context.after):
        return ()
    which, part = (match["which"] or "").lower(), (match["part"] or "night").lower()
    code = PARTS_OF_DAY[part]
    if which.startswith("that") or which == "the same":
        return (_resolve_by_antecedent(match, 0, code, context, part),)
    if which.startswith("the "):
        step = f"{part}, a day from the day mentioned before"
        return (_resolve_by_antecedent(match, read_offset(which), code, context, step),)
    value = arithmetic.shift(context.published, read_offset(which), "D")
    step = f"{part} of the day {'before' if which == 'last' else 'of'} publication"
    return (
        resolve_from_publication(match, value and f"{value}T{code}", context, step, kind="TIME"),
    )


def _resolve_by_antecedent(
    match: re.Match[str], offset: int, code: str, context: TimexContext, step: str
) -> TimexReading:
    """Return the part of the day that is `offset` days from the antecedent."""
    day = arithmetic.shift(context.antecedent, offset, "D")
    value = day and f"{day}T{code}"
    return resolve_from_antecedent(match, value, context, step, kind="TIME")


def _read_bare_part(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "in the morning": of a day that is not stated."""
    return (_build_undated_part(find_span(match), PARTS_OF_DAY[match["part"].lower()]),)


def _build_undated_part(span: tuple[int, int], code: str) -> TimexReading:
    derivation = explain("part of a day that is not stated")
    return TimexReading(*span, "TIME", f"T{code}", derivation=derivation)


def _read_part_of_day_after(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the night of", "the early hours of": a part of the day that follows."""
    edge = (match["edge"] or "").lower()
    part = (match["part"] or ("night" if edge in {"late", "final"} else "morning")).lower()
    code, span = PARTS_OF_DAY[part], find_span(match)
    is_bare = match["in"] and part != "night" and not edge
    reading = TimexReading(
        *span,
        "TIME",
        f"T{code}",
        mod=_EDGE_MODS.get(edge),
        derivation=explain(f"the {part} of the day that follows"),
        fallback=_build_undated_part(span, code) if is_bare else None,
        needs_day=True,
    )
    return (reading,)


_DAY_PATTERN = (
    rf"(?:\d|{build_alternation(DEICTIC_DAYS)}\b|{MONTH}|(?:(?:last|this|next) )?{WEEKDAY})"
)
_EDGE_MODS = {"early": "START", "small": "START", "first": "START", "late": "END", "final": "END"}

RULES = (
    build_rule(
        "part of the day before its day",
        {"in", "the", "on", "during", "early", "late"},
        r"(?:(?P<in>in|during) )?(?P<span>(?:the )?(?:(?P<edge>early|small|late|first|final) hours"
        rf"|(?:(?:early|late) )?(?P<part>morning|afternoon|evening|night)))(?= of (?:the )?{_DAY_PATTERN})",
        _read_part_of_day_after,
        required={*MONTH_STARTS, *WEEKDAY_STARTS, *DEICTIC_DAYS, "#"},
    ),
    build_rule(
        "part of day",
        {
            "this",
            "last",
            "tonight",
            "overnight",
            "that",
            "the",
            "early",
            "late",
            "earlier",
            "later",
        },
        r"(?:(?:earlier|later|early|late) )?"
        rf"(?:(?P<which>this|last|that(?: same| very)?|the same|the (?:very )?(?:next|following|previous)) (?P<part>{build_alternation(PARTS_OF_DAY)})|tonight|overnight)",
        _read_part,
        required={*PARTS_OF_DAY, "tonight", "overnight"},
    ),
    build_rule(
        "bare part of day",
        {"in", "during"},
        r"(?:in|during) (?P<span>(?:the |(?=early |late ))(?:(?:early|late|small) )?(?:hours of (?:the )?)?"
        r"(?P<part>morning|afternoon|evening))",
        _read_bare_part,
        required={"morning", "afternoon", "evening"},
    ),
)
