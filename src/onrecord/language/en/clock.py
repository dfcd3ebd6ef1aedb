"""English clock times: "4.30pm GMT", "16:00", "1600 GMT", "noon", "ten o'clock at night".

In: matches of the patterns here with their frame. Out: readings of type TIME, of no day (`T16:30`);
the extractor joins them to a day beside them. Leaves alone scores, prices and ratios ("2:1", "4.30").
"""

from __future__ import annotations

import re

from onrecord.language.en.calendar import CLOCK_PREPOSITIONS, ZONES
from onrecord.language.en.numbers import ONES, TEENS
from onrecord.language.numerals import either
from onrecord.language.timerules import Frame, Reading, rule

_HOURS = {**ONES, "ten": 10, "eleven": TEENS["eleven"], "twelve": TEENS["twelve"]}
_PARTS = {"dawn": "MO", "dusk": "EV", "nightfall": "EV"}


def _clock(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "4.30pm", "16:00", "10 a.m. EST"; a bare "16:00" needs a word that makes it a clock's."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = re.sub(r"[. ]", "", match["half"] or "").lower()
    zone = (match["zone"] or "").lower()
    if not (half or zone or match["oclock"]):
        clocked = frame.word_before in CLOCK_PREPOSITIONS or re.match(
            r" (?:on|local)\b", frame.after
        )
        if match["separator"] != ":" or not clocked:
            return ()
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return ()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (_at(match, hour, minute, ZONES.get(zone, "")),)


def _military(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "1600 GMT"."""
    hour, minute = int(match["hour"]), int(match["minute"])
    return (_at(match, hour, minute, ZONES[match["zone"].lower()]),)


def _word(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    word = match["word"].lower()
    if frame.named or (match["word"][0].isupper() and frame.word_before):
        return ()
    if word in _PARTS:
        steps = ("part of an unsaid day",)
        return (Reading(*match.span(), "TIME", f"T{_PARTS[word]}", steps=steps),)
    return (_at(match, 0 if word == "midnight" else 12, 0, ""),)


def _oclock(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    half, hour = (match["half"] or "").lower(), _HOURS[match["hour"].lower()]
    if half.startswith(("p", "in the a", "in the e", "at n")):
        hour = hour % 12 + 12
    return (_at(match, hour, 0, ""),)


def _at(match: re.Match[str], hour: int, minute: int, zone: str) -> Reading:
    value = f"T{hour:02d}:{minute:02d}{zone}"
    steps = ("clock as written; its day is not said beside it",)
    return Reading(*match.span(), "TIME", value, steps=steps)


_HALF = r"(?:[ap]\. ?m\.(?=[ ,)]|$)|[ap]\.? ?m(?![a-z]))"
_ZONE = either(zone for zone, offset in ZONES.items() if offset)

RULES = (
    rule(
        "clock",
        {"#"},
        r"(?P<hour>[01]?\d|2[0-4])(?:(?P<separator>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
        rf"(?: ?(?P<half>{_HALF}))?(?P<oclock> o['’]clock)?(?: \(?(?P<zone>{either(ZONES)})\)?)?",
        _clock,
    ),
    rule(
        "military",
        {"#"},
        rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?(?:hours |hrs )?(?P<zone>{_ZONE})",
        _military,
    ),
    rule(
        "word",
        {"noon", "midday", "midnight", *_PARTS},
        rf"(?P<word>noon|midday|midnight|{either(_PARTS)})(?=[ .,;:)]|$)(?! (?:of|blue)\b)",
        _word,
    ),
    rule(
        "o'clock",
        _HOURS,
        rf"(?P<hour>{either(_HOURS)}) o['’]clock"
        r"(?: (?P<half>in the (?:morning|afternoon|evening)|at night|[ap]\.?m\.?))?",
        _oclock,
    ),
)
