"""English clock times, alone or with the day they belong to: "4.30pm GMT on Tuesday".

In: matches of the patterns here with their frame. Out: readings of type TIME. Leaves alone the day
where it is not written beside the clock: the value then is of no day (`T16:30`).
"""

from __future__ import annotations

import re

from onrecord.language.en.calendar import ZONES
from onrecord.language.en.numbers import ONES
from onrecord.language.numerals import either
from onrecord.language.timerules import Frame, Reading, rule

_ZONE = rf"(?: ?(?P<zone>{either(ZONES)}|\(?GMT\)?))?"
_HOURS = {**ONES, "ten": 10, "eleven": 11, "twelve": 12}


def _clock(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    hour = int(match["hour"])
    minute = int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "").replace(" ", "")
    zone = (match["zone"] or "").lower().strip("()")
    if not (half or zone or (match["minute"] and match["sep"] == ":") or match["oclock"]):
        return ()
    if half and not 1 <= hour <= 12:
        return ()
    if not (half or zone or match["oclock"]) and (
        frame.word_before
        not in {
            "at",
            "by",
            "until",
            "from",
            "to",
            "around",
            "about",
            "before",
            "after",
            "since",
            "between",
            "and",
            "till",
            "than",
        }
        and not re.match(r" (?:on|in the|local)\b", frame.after)
    ):
        return ()
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    if hour > 24 or minute > 59:
        return ()
    return (_at(match, hour, minute, ZONES.get(zone, "")),)


def _military(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """ "1600 GMT"."""
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59:
        return ()
    return (_at(match, hour, minute, ZONES.get(match["zone"].lower(), "")),)


def _word(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    if frame.named:
        return ()
    word = match["word"].lower()
    if word in {"noon", "midday", "midnight"}:
        return (_at(match, 0 if word == "midnight" else 12, 0, ""),)
    part = {"dawn": "MO", "dusk": "EV", "sunrise": "MO", "sunset": "EV", "nightfall": "EV"}[word]
    return (Reading(*match.span(), "TIME", f"T{part}", steps=("part of an unsaid day",)),)


def _oclock(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    half = (match["half"] or "").lower()
    hour = _HOURS[match["hour"].lower()] % 12 + (
        12 if half.startswith(("p", "in the a", "in the e")) else 0
    )
    if not half:
        hour = _HOURS[match["hour"].lower()]
    return (_at(match, hour, 0, ""),)


def _at(match: re.Match[str], hour: int, minute: int, zone: str) -> Reading:
    value = f"T{hour:02d}:{minute:02d}{zone}"
    return Reading(
        *match.span(), "TIME", value, steps=("clock as written; its day is not beside it",)
    )


_HALF = r"(?P<half>[ap]\.? ?m(?:\.(?= |,|$|\))|(?![a-z])))"

RULES = (
    rule("clock", {"#"},
         rf"(?P<hour>[01]?\d|2[0-4])(?:(?P<sep>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?: ?{_HALF})?(?P<oclock> o['’]clock)?{_ZONE}", _clock),
    rule("military", {"#"}, rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?(?:hours |hrs )?(?P<zone>{either(z for z in ZONES if z)})", _military),
    rule("word", {"noon", "midday", "midnight", "dawn", "dusk", "nightfall"},
         r"(?P<word>noon|midday|midnight|dawn|dusk|nightfall)(?= |[.,;:)]|$)(?! of)", _word),
    rule("o'clock", _HOURS, rf"(?P<hour>{either(_HOURS)}) o['’]clock(?: (?P<half>in the (?:morning|afternoon|evening)|at night|[ap]\.?m\.?))?", _oclock),
)  # fmt: skip
