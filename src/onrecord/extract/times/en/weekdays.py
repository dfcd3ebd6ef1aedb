"""English weekdays: "on Tuesday", "last Friday night", "every Monday's".

In: matches of the patterns here with their frame. Out: readings. Out of scope: papers, programmes and
events named for a day ("the Sunday Times", "Bloody Sunday", "the Good Friday Agreement").
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import (
    NOT_TIMES_AFTER_WEEKDAY,
    NOT_TIMES_BEFORE_WEEKDAY,
    TIME_PREPOSITIONS,
)
from onrecord.extract.times.en.patterns import (
    DIRECTION,
    DIRECTION_STARTS,
    MONTH,
    WEEKDAY,
    WEEKDAY_STARTS,
    WEEKDAY_WORDS,
    YEAR,
    direction_of,
    part_of_day,
    weekday_number,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, from_told
from onrecord.extract.times.timex.rules import rule


def _weekday(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    which, week = match["which"] or "", (match["week"] or match["week_before"] or "").lower()
    if _is_name(match, frame):
        return ()
    number = weekday_number(match["day"])
    shared = _SHARED.search(frame.before)
    which = which or (shared[1] if shared else "")
    if match["plural"] or match["nights"]:
        every = f"XXXX-WXX-{number + 1}" + (
            f"T{part_of_day(match['part'])}" if match["part"] else ""
        )
        start = match.start("day")
        return (Reading(start, match.end(), "SET", every, steps=("plural weekday: every one",)),)
    if not which and not week and _is_any(frame):
        day = f"XXXX-WXX-{number + 1}"
        part = match["part"] and f"T{part_of_day(match['part'])}"
        kind, steps = ("TIME" if part else "DATE"), ("which one is not said",)
        return (Reading(*match.span(), kind, f"{day}{part or ''}", steps=steps),)
    if match["told"]:
        return (_in_told_week(match, number, frame),)
    if "last" in week or "next" in week:
        direction, step = (-2 if "last" in week else 2), f"weekday of {week.removeprefix('of ')}"
    else:
        direction, step = direction_of(frame, which)
        if direction > 0 and not which and _DONE.match(frame.after):
            direction, step = -1, "what is named after it has been: the last one"
    step_by = _FROM_TOLD.get(which.lower().removeprefix("the "))
    if step_by and arithmetic.day_of(frame.told):
        value = arithmetic.weekday(arithmetic.shift(frame.told, step_by, "D"), number, step_by)
        return (from_told(match, value, frame, (f"the {which.split()[-1]} one",)),)
    if direction == 1 and _RANGE.search(frame.before) and arithmetic.day_of(frame.told):
        value = arithmetic.weekday(frame.told, number, 1)
        return (from_told(match, value, frame, ("the end of a range of days",)),)
    value = arithmetic.weekday(frame.published, number, direction)
    if value and which.lower() not in {"", "this"} and value == (frame.published or "")[:10]:
        value = arithmetic.shift(value, 7 * direction, "D")
    if match["part"]:
        value = value and f"{value}T{part_of_day(match['part'])}"
        return (from_published(match, value, frame, (step,), kind="TIME"),)
    return (from_published(match, value, frame, (step,)),)


def _is_any(frame: Frame) -> bool:
    """Return whether the weekday is one of many: "a cold Monday", "a Monday in January 2019"."""
    if frame.tag_after[:2] in {"NN", "JJ"} or re.match("['’]s", frame.after):
        return False
    article = _ANY.search(frame.before)
    one = article is not None and (article["like"] is None or frame.tag_before[:2] == "JJ")
    return one or _IN_MONTH.match(frame.after) is not None


_ANY = re.compile(r"(?<!that )\b(?:a|one|any|some) (?P<like>[a-z-]+ )?$", re.IGNORECASE)
_IN_MONTH = re.compile(rf" in (?:(?:early|late|mid)[- ])?(?:{MONTH}(?: {YEAR})?|{YEAR})")


def _in_told_week(match: re.Match[str], number: int, frame: Frame) -> Reading:
    """Read "Monday of the following week": reckoned from the day told before."""
    weeks = {"following": 1, "previous": -1}.get(match["told"].split()[-1].lower(), 0)
    value = arithmetic.weekday(arithmetic.shift(frame.told, 7 * weeks, "D"), number, 0)
    return from_told(match, value, frame, (f"of {match['told']} week",))


_DONE = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:attacks?|rulings?|decision|declaration|announcement|verdict|defeat|win|victory"
    r"|loss|crash|blast|bombings?|explosions?|shootings?|killings?|death|arrests?|statement|comments|remarks"
    r"|incident|accident|violence|raids?|fire|earthquake|quake|draw|revelations?|resignation|massacre|collapse)\b"
)
"""What has been where a day has it: "a reply to Tuesday's ruling", whatever the verb over it."""
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
        rf"(?:(?:early|late|earlier|later) (?:on )?)?(?:(?P<week_before>(?:last|this|next) week)(?:,? on)? |(?P<which>{DIRECTION}) )?"
        rf"(?P<day>{WEEKDAY})(?P<plural>s(?=\s|[.,;]))?"
        r"(?:,? (?P<week>(?:of )?(?:last|next|this) week)| of (?P<told>that(?: same)?|the (?:same|following|previous)) week)?"
        r"(?: (?P<part>(?:early |late )?(?:morning|afternoon|evening|night|lunchtime))(?P<nights>s)?)?",
        _weekday,
        needs=WEEKDAY_WORDS,
    ),
)
