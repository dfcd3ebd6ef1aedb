"""English parts of a day: "this morning", "overnight", "the night of 3 May", "the early hours of Sunday".

In: matches of the patterns here with their frame. Out: readings of type TIME; those of "the night of" lean
on the day after them, and are none without it. Out of scope: clock times (`clock`) and day words (`deictics`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import DAY_WORDS, PARTS_OF_DAY
from onrecord.extract.times.en.patterns import MONTH, MONTH_STARTS, WEEKDAY, WEEKDAY_STARTS
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, from_told, span_of
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation


def _part_of_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "this morning", "last night", "tonight", "overnight", "that evening"."""
    if match[0] == "Overnight" and re.match(r" [A-Z]|:", frame.after):
        return ()
    which, part = (match["which"] or "").lower(), (match["part"] or "night").lower()
    code = PARTS_OF_DAY[part]
    if which.startswith("that") or which == "the same":
        day = arithmetic.day_of(frame.told)
        value = f"{day.isoformat()}T{code}" if day else None
        return (from_told(match, value, frame, (part,), kind="TIME"),)
    if which.split()[-1:] in (["next"], ["following"], ["previous"]):
        day = arithmetic.day_of(arithmetic.shift(frame.told, -1 if "previous" in which else 1, "D"))
        value = f"{day.isoformat()}T{code}" if day else None
        return (
            from_told(
                match, value, frame, (f"{part}, a day from the day told before",), kind="TIME"
            ),
        )
    value = arithmetic.shift(frame.published, -1 if which == "last" else 0, "D")
    step = f"{part} of the day {'before' if which == 'last' else 'of'} publication"
    return (from_published(match, value and f"{value}T{code}", frame, (step,), kind="TIME"),)


def _bare_part(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "in the morning": of no day that is said."""
    code = PARTS_OF_DAY[match["part"].lower()]
    return (Reading(*span_of(match), "TIME", f"T{code}", steps=("part of an unsaid day",)),)


_DAYISH = rf"(?:\d|{build_alternation(DAY_WORDS)}\b|{MONTH}|(?:(?:last|this|next) )?{WEEKDAY})"
_EDGES = {"early": "START", "small": "START", "first": "START", "late": "END", "final": "END"}


def _of_day(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "the night of", "the early hours of": a part of the day that follows."""
    edge = (match["edge"] or "").lower()
    part = (match["part"] or ("night" if edge in {"late", "final"} else "morning")).lower()
    code = f"T{PARTS_OF_DAY[part]}"
    steps = (f"the {part} of the day that follows",)
    span, mod = span_of(match), _EDGES.get(edge)
    bare = match["in"] and part != "night" and not edge
    otherwise = Reading(*span, "TIME", code, steps=("part of an unsaid day",)) if bare else None
    return (Reading(*span, "TIME", code, mod=mod, steps=steps, otherwise=otherwise, leans=True),)


RULES = (
    rule(
        "part of the day told after",
        {"in", "the", "on", "during", "early", "late"},
        r"(?:(?P<in>in|during) )?(?P<span>(?:the )?(?:(?P<edge>early|small|late|first|final) hours"
        rf"|(?:(?:early|late) )?(?P<part>morning|afternoon|evening|night)))(?= of (?:the )?{_DAYISH})",
        _of_day,
        needs={*MONTH_STARTS, *WEEKDAY_STARTS, *DAY_WORDS, "#"},
    ),
    rule(
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
        _part_of_day,
        needs={*PARTS_OF_DAY, "tonight", "overnight"},
    ),
    rule(
        "bare part of day",
        {"in", "during"},
        r"(?:in|during) (?P<span>(?:the |(?=early |late ))(?:(?:early|late|small) )?(?:hours of (?:the )?)?"
        r"(?P<part>morning|afternoon|evening))",
        _bare_part,
        needs={"morning", "afternoon", "evening"},
    ),
)
