"""English clock times: "4.30pm GMT", "16:00", "1600 GMT", "noon", "half past six", "5 to 7pm".

In: matches of the patterns here with their frame. Out: readings of type TIME, of no day (`T16:30`);
the extractor joins them to a day beside them. Leaves alone scores, prices and ratios ("2:1", "4.30").
"""

from __future__ import annotations

import re

from onrecord.language.en.calendar import CLOCK_PREPOSITIONS, ZONES
from onrecord.language.en.numbers import ONES, TEENS
from onrecord.language.numerals import either, read_number
from onrecord.language.timerules import Frame, Reading, rule

_HOURS = {**ONES, "ten": 10, "eleven": TEENS["eleven"], "twelve": TEENS["twelve"]}
_PARTS = {"dawn": "MO", "daybreak": "MO", "dusk": "EV", "nightfall": "EV", "sunset": "EV"}
_AFTER_NOON = frozenset({"afternoon", "evening", "night"})


def _clock(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "4.30pm", "16:00", "10 a.m. EST"; a bare "16:00" needs a word that makes it a clock's."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    zone = match["zone"] or ""
    half = _half(match)
    if not (half or zone or match["oclock"] or _is_clock(match, frame)):
        return ()
    if match["separator"] == "." and not (half or zone):
        return ()
    if hour > 24 or (half and not 1 <= hour <= 12):
        return ()
    value = _at(_of_day(hour, half), minute, zone, match["second"])
    first = _first_of_range(match, half, zone)
    return (*first, _reading(match.start("hour"), match.end(), value))


def _is_clock(match: re.Match[str], frame: Frame) -> bool:
    """Return whether digits alone are a clock's: "at 16:00", "08:05 on Monday"."""
    if match["separator"] != ":" or frame.named:
        return False
    said = frame.word_before in CLOCK_PREPOSITIONS or match["from"]
    return bool(said or re.match(r",? (?:on|local|tomorrow|today|yesterday)\b", frame.after))


def _half(match: re.Match[str]) -> str:
    """Return `am`, `pm` or "", by "p.m.", "in the evening" or "at night"."""
    written = re.sub(r"[. ]", "", match["half"] or "").lower()
    groups = match.groupdict()
    part = groups.get("part") or groups.get("surely")
    if part:
        return "pm" if part.lower() in _AFTER_NOON else "am"
    return written


def _first_of_range(match: re.Match[str], half: str, zone: str) -> tuple[Reading, ...]:
    """Read the "5" of "5 to 7pm": of the same half of the day, where it comes before."""
    if not match["from"]:
        return ()
    hour, minute = int(match["from"]), int(match["from_minute"] or 0)
    if half and not 1 <= hour <= 12:
        return ()
    last = _of_day(int(match["hour"]), half)
    own = _of_day(hour, half)
    hour = own if own <= last else _of_day(hour, "am")
    return (_reading(match.start("from"), match.end("from_time"), _at(hour, minute, zone)),)


def _of_day(hour: int, half: str) -> int:
    if half in {"am", "pm"}:
        return hour % 12 + (12 if half == "pm" else 0)
    return hour


def _military(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "1600 GMT"."""
    value = _at(int(match["hour"]), int(match["minute"]), match["zone"])
    return (_reading(*match.span(), value),)


def _word(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    word = match["word"].lower()
    if frame.named or (match["word"][0].isupper() and frame.word_before):
        return ()
    if match["word"][0].isupper() and re.match(r" [A-Z]", frame.after):
        return ()
    if frame.word_before in {"high", "from"} or re.match(
        r" (?:broke|fell|chorus|raid)", frame.after
    ):
        return ()
    if word in _PARTS:
        steps = ("part of an unsaid day",)
        return (Reading(*match.span(), "TIME", f"T{_PARTS[word]}", steps=steps),)
    value = _at(0 if word == "midnight" else 12, 0, match["zone"] or "")
    return (_reading(*match.span(), value),)


def _oclock(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "ten o'clock at night", "seven in the morning"."""
    value = _at(_of_day(_HOURS[match["spoken"].lower()], _half(match)), 0, "")
    return (_reading(*match.span(), value),)


def _past(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "half past six", "ten to nine in the evening"; "ten to one" needs a clock's word before."""
    minutes = {"half": 30, "quarter": 15, "a quarter": 15}.get(match["minutes"].lower())
    told = minutes or int(read_number(match["minutes"]) or 0)
    spoken = match["hour"].lower()
    hour = _HOURS.get(spoken) or int(read_number(spoken) or 0)
    plain = minutes is None and match["side"] in {"to", "after"}
    if plain and match["minutes"].isdecimal() and " min" not in match[0]:
        return ()
    if not 0 < told < 60 or not 1 <= hour <= 12 or (plain and not (match["part"] or match["half"])):
        return ()
    if match["side"] == "after" and frame.word_before not in CLOCK_PREPOSITIONS:
        return ()
    hour = _of_day(hour, _half(match))
    if match["side"] == "to":
        hour, told = (hour - 1) % 24, 60 - told
    return (_reading(*match.span(), _at(hour, told, "")),)


def _at(hour: int, minute: int, zone: str, second: str | None = None) -> str:
    offset = _offset(zone.lower())
    return f"T{hour:02d}:{minute:02d}" + (f":{second}" if second else "") + offset


def _offset(zone: str) -> str:
    """Return the ISO offset of a zone's abbreviation, "GMT+3" too; "" where it says none."""
    shifted = re.fullmatch(r"(?:gmt|utc) ?([+-])(\d{1,2})(?::?(\d\d))?", zone)
    if shifted:
        return f"{shifted[1]}{int(shifted[2]):02d}:{shifted[3] or '00'}"
    return ZONES.get(zone, "")


def _reading(start: int, end: int, value: str) -> Reading:
    steps = (f"clock as written: {value}; its day is not said beside it",)
    return Reading(start, end, "TIME", value, steps=steps)


_HALF = r"(?:[ap]\. ?m\.(?=[ ,)]|$)|[ap]\.? ?m(?![a-z]))"
_SURE_ZONE = rf"(?:(?:gmt|utc) ?[+-]\d{{1,2}}(?::?\d\d)?|{either(z for z, offset in ZONES.items() if offset)})"
_CITY = r"(?-i:(?:[A-Z][a-z]+ )?[A-Z][a-z]+ time)"
_ZONE = (
    rf"(?: (?P<bracket>\()?(?P<zone>{_SURE_ZONE}|{either(ZONES)}|{_CITY})(?![a-z])(?(bracket)\)))?"
)
_PART = r"(?: (?:in the (?=morning|afternoon|evening)|at (?=night))(?P<part>morning|afternoon|evening|night))"
_SURE_PART = _PART.replace("<part>", "<surely>")
_OTHER_ZONE = r"(?: \((?:\d{4}|\d\d?[:.]\d\d) ?(?:GMT|UTC)\)(?= (?:on )?[A-Z]))?"

RULES = (
    rule(
        "clock",
        {"#"},
        r"(?:(?P<from_time>(?P<from>[01]?\d|2[0-4])(?:[:.](?P<from_minute>[0-5]\d))?(?: ?[ap]\.?m\.?)?)"
        r" ?(?:-|–|to|and|until) ?)?"
        r"(?P<hour>[01]?\d|2[0-4])(?:(?P<separator>[:.])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
        rf"(?:{_PART}|(?: ?(?P<half>{_HALF}))?(?P<oclock> o['’]clock)?){_ZONE}{_OTHER_ZONE}",
        _clock,
    ),
    rule(
        "military",
        {"#"},
        rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?(?:hours |hrs )?(?P<zone>{_SURE_ZONE})",
        _military,
    ),
    rule(
        "word",
        {"noon", "midday", "midnight", "#", *_PARTS},
        rf"(?:12 )?(?P<word>noon|midday|midnight|{either(_PARTS)}){_ZONE}"
        r"(?=[ .,;:)]|$)(?! (?:of|blue)\b)",
        _word,
    ),
    rule(
        "o'clock",
        _HOURS,
        rf"(?P<spoken>{either(_HOURS)})(?P<sure> o['’]clock)?(?(sure)(?:{_PART}| ?(?P<half>{_HALF}))?"
        rf"|{_SURE_PART})",
        _oclock,
    ),
    rule(
        "past the hour",
        {*_HOURS, "half", "a", "quarter", "twenty", "fifteen", "#"},
        rf"(?P<minutes>half|(?:a )?quarter|five|ten|fifteen|twenty(?:[- ]five)?|\d\d?)(?: min(?:ute)?s?)?"
        rf" (?P<side>past|to|after) (?P<hour>{either(_HOURS)}|\d\d?)(?: o['’]clock)?(?![-.:]\d| ?%)"
        rf"(?:{_PART}| ?(?P<half>{_HALF}))?(?! [a-z]+s\b)",
        _past,
    ),
)
