"""English weekdays: "on Tuesday", "last Friday night", "every Monday's".

In: matches of the patterns here with their frame. Out: readings. Leaves alone papers, programmes and
events named for a day ("the Sunday Times", "Bloody Sunday", "the Good Friday Agreement").
"""

from __future__ import annotations

import re

from onrecord.language import timex
from onrecord.language.en.calendar import (
    NOT_TIMES_AFTER_WEEKDAY,
    NOT_TIMES_BEFORE_WEEKDAY,
    TIME_PREPOSITIONS,
)
from onrecord.language.en.timewords import (
    DIRECTION,
    DIRECTION_STARTS,
    WEEKDAY,
    WEEKDAY_STARTS,
    WEEKDAY_WORDS,
    direction_of,
    part_of_day,
    weekday_number,
)
from onrecord.language.timerules import Frame, Reading, from_published, from_told, rule


def _weekday(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    which, week = match["which"] or "", (match["week"] or "").lower()
    if _is_name(match, frame):
        return ()
    number = weekday_number(match["day"])
    shared = _SHARED.search(frame.before)
    which = which or (shared[1] if shared else "")
    if match["plural"] or match["nights"]:
        every = f"XXXX-WXX-{number + 1}" + (
            f"T{part_of_day(match['part'])}" if match["part"] else ""
        )
        return (Reading(*match.span(), "SET", every, steps=("plural weekday: every one",)),)
    if "last" in week or "next" in week:
        direction, step = (-2 if "last" in week else 2), f"weekday of {week.removeprefix('of ')}"
    else:
        direction, step = direction_of(frame, which)
    step_by = _FROM_TOLD.get(which.lower().removeprefix("the "))
    if step_by and timex.day_of(frame.told):
        value = timex.weekday(timex.shift(frame.told, step_by, "D"), number, step_by)
        return (from_told(match, value, frame, (f"the {which.split()[-1]} one",)),)
    if direction == 1 and _RANGE.search(frame.before) and timex.day_of(frame.told):
        value = timex.weekday(frame.told, number, 1)
        return (from_told(match, value, frame, ("the end of a range of days",)),)
    value = timex.weekday(frame.published, number, direction)
    if value and which.lower() not in {"", "this"} and value == (frame.published or "")[:10]:
        value = timex.shift(value, 7 * direction, "D")
    if match["part"]:
        value = value and f"{value}T{part_of_day(match['part'])}"
        return (from_published(match, value, frame, (step,), kind="TIME"),)
    return (from_published(match, value, frame, (step,)),)


_FROM_TOLD = {"previous": -1, "following": 1}
_RANGE = re.compile(rf"\b(?:from|between) {WEEKDAY} (?:to|until|till|through|and) $")
_SHARED = re.compile(r"\b(last|next|this) [A-Z][a-z]+day,? (?:or|and) $")
"""In "next Wednesday or Thursday" both are next."""


def _is_name(match: re.Match[str], frame: Frame) -> bool:
    after = re.match(r"[\s-]+(\w+)", frame.after)
    if frame.named and frame.word_before not in TIME_PREPOSITIONS:
        return True
    if frame.word_before in NOT_TIMES_BEFORE_WEEKDAY or re.search(r"\bMail on $", frame.before):
        return True
    if (match["part"] or "")[:1].isupper() and re.match(r"s? [A-Z]", frame.after):
        return True
    said = match["which"] or match["part"]
    return not said and after is not None and after[1].lower() in NOT_TIMES_AFTER_WEEKDAY


RULES = (
    rule(
        "weekday",
        {*WEEKDAY_STARTS, *DIRECTION_STARTS, "early", "late", "earlier", "later"},
        rf"(?:(?:early|late|earlier|later) (?:on )?)?(?:(?P<which>{DIRECTION}) )?"
        rf"(?P<day>{WEEKDAY})(?P<plural>s(?=\s|[.,;]))?"
        r"(?:,? (?P<week>(?:of )?(?:last|next|this) week))?"
        r"(?: (?P<part>(?:early |late )?(?:morning|afternoon|evening|night|lunchtime))(?P<nights>s)?)?",
        _weekday,
        needs=WEEKDAY_WORDS,
    ),
)
