"""English clock times: "4.30pm GMT", "16:00", "1600 GMT", "noon", "half past six", "5 to 7pm".

In: matches of the patterns here with their frame. Out: readings of type TIME, of no day (`T16:30`);
the extractor joins them to a day beside them. Out of scope: scores, prices and ratios ("2:1", "4.30").
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import CLOCK_PREPOSITIONS, ZONES
from onrecord.extract.times.en.exclusions import is_no_clock
from onrecord.extract.times.en.patterns import SHORT_WEEKDAY, WEEKDAY
from onrecord.extract.times.en.yearlike import CHANGE
from onrecord.extract.times.timex.reading import Frame, Reading
from onrecord.extract.times.timex.rules import rule
from onrecord.language.en.numbers import ONES, TEENS
from onrecord.language.numerals import build_alternation, read_number

_HOURS = {**ONES, "ten": 10, "eleven": TEENS["eleven"], "twelve": TEENS["twelve"]}
_PARTS = {"dawn": "MO", "daybreak": "MO", "dusk": "EV", "nightfall": "EV", "sunset": "EV"}
_DIGITS_BEFORE = re.compile(r"\d:(?:\d\d ?(?:to|and|-|–) ?)?$")
"""Digits that end another's, or a range that was none of clocks."""
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_DAY_BEFORE = re.compile(rf"(?:{WEEKDAY}|{SHORT_WEEKDAY}) $")
_RATE = re.compile(
    r" ?(?:%|per|points?|pounds?|dollars?|euros?|cents?|[mb]n?\b|million|billion|a\b|times)"
)
_A_DAY = (
    rf"(?:tonight|today|tomorrow|yesterday|{WEEKDAY}|this (?:morning|afternoon|evening)|last night)"
)
_DAY_AFTER = re.compile(rf" (?:on )?{_A_DAY}\b", re.IGNORECASE)
_DAY_AT = re.compile(
    rf"\b{_A_DAY}s?(?: (?:morning|afternoon|evening|night))? (?:at|from|by) $", re.IGNORECASE
)
_A_PART = (
    r"(?:tonight|last night|(?:this|in the) (?:morning|afternoon|evening)"
    rf"|(?:on )?(?:yesterday|tomorrow|{WEEKDAY}) (?:morning|afternoon|evening|night))\b"
)
_PART_AT = re.compile(rf"{_A_PART} (?:at|around|until|from|between) $", re.IGNORECASE)
_HOURLY = frozenset({"at", "around", "until", "till", "before", "after"})
_RANGES = frozenset({"from", "between"})
_AFTER_NOON = frozenset({"afternoon", "evening", "night"})
_PARTS_SAID = _AFTER_NOON | {"morning"}


def _clock(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "4.30pm", "16:00", "10 a.m. EST"; a bare "16:00" needs a word that makes it a clock's."""
    if _DIGITS_BEFORE.search(frame.before):
        return ()
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    zone = match["zone"] or ""
    half = _half(match)
    if not (half or zone or match["oclock"] or _is_clock(match, frame)):
        return ()
    if hour > 24 or (half and not 1 <= hour <= 12):
        return ()
    value = _at(_of_day(hour, half), minute, zone, match["second"])
    first = _first_of_range(match, half, zone)
    return (*first, _reading(match.start("hour"), match.end(), value))


def _is_clock(match: re.Match[str], frame: Frame) -> bool:
    """Return whether digits alone are a clock's: "at 16:00", "08:05 on Monday"."""
    if not match["separator"] or frame.named or is_no_clock(frame):
        return False
    if match["separator"] == ".":  # "at 2.30 on Monday"
        beside = _DAY_AFTER.match(frame.after) or _DAY_AT.search(frame.before)
        said = frame.word_before in CLOCK_PREPOSITIONS and beside is not None
        return said and not _RATE.match(frame.after)
    # "Luke 21:15 to 21:17": a name's digits are verses.
    verse = _NAME_BEFORE.search(frame.before) and not _DAY_BEFORE.search(frame.before)
    said = frame.word_before in CLOCK_PREPOSITIONS or bool(match["from"] and not verse)
    return bool(said or re.match(r",? (?:on|local|tomorrow|today|yesterday)\b", frame.after))


def _half(match: re.Match[str]) -> str:
    """Return `am`, `pm` or "", by "p.m.", "in the evening" or "at night"."""
    groups = match.groupdict()
    said = match["half"] or groups.get("half2") or groups.get("half3") or ""
    written = re.sub(r"[. ]", "", said).lower()
    part = groups.get("part") or groups.get("surely") or groups.get("certainly")
    if part:
        return "pm" if part.lower() in _AFTER_NOON else "am"
    return written


def _first_of_range(match: re.Match[str], half: str, zone: str) -> tuple[Reading, ...]:
    """Read the "5" of "5 to 7pm": of the same half of the day, where it comes before."""
    if not match["from"]:
        return ()
    hour, minute = int(match["from"]), int(match["from_minute"] or 0)
    if (half or match["from_half"]) and not 1 <= hour <= 12:
        return ()
    if match["from_half"]:
        value = _at(_of_day(hour, f"{match['from_half'].lower()}m"), minute, zone)
        return (_reading(match.start("from"), match.end("from_time"), value),)
    last = _of_day(int(match["hour"]), half)
    own = _of_day(hour, half)
    hour = own if own <= last else _of_day(hour, "am")
    return (_reading(match.start("from"), match.end("from_time"), _at(hour, minute, zone)),)


def _of_day(hour: int, half: str) -> int:
    if half in {"am", "pm"}:
        return hour % 12 + (12 if half == "pm" else 0)
    return hour


def _hour(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "at 7 tonight", "tonight at 7", "from 7 to 9 last night": the part of the day says which half."""
    beside = match["part"] is not None or _PART_AT.search(frame.before)
    # "rose from 7 to 9 last night" counts; "9 to 4 last night" is a score.
    said = _RANGES if match["from"] else _HOURLY
    if not beside or frame.word_before not in said or frame.named or CHANGE.search(frame.before):
        return ()
    first = match["from"] and _reading(*match.span("from"), _at(int(match["from"]), 0, ""))
    value = _at(int(match["hour"]), int(match["minute"] or 0), "")
    last = _reading(match.start("hour"), match.end("time"), value)
    return (first, last) if first else (last,)


def _run_together(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "1140am"; "1140 AM" is a wireless station's."""
    value = _at(_of_day(int(match["hour"]), _half(match)), int(match["minute"]), "")
    return (_reading(*match.span(), value),)


def _military(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "1600 GMT"."""
    value = _at(int(match["hour"]), int(match["minute"]), match["zone"])
    return (_reading(*match.span(), value),)


def _four_digits(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "at 0530", "at 1430 hours": four digits that a nought or "hours" makes a clock's."""
    if frame.named or frame.word_before not in CLOCK_PREPOSITIONS - {"about", "than"}:
        return ()
    hour, minute = match["hour"] or match["late"], match["minute"] or match["past"]
    return (_reading(*match.span(), _at(int(hour), int(minute), "")),)


def _word(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    word = match["word"].lower()
    if frame.named or (match["word"][0].isupper() and frame.word_before):
        return ()
    if match["word"][0].isupper() and re.match(r" [A-Z]", frame.after):
        return ()
    if frame.word_before == "high" or re.match(r" (?:broke|fell|chorus|raid)", frame.after):
        return ()
    if word in _PARTS:
        if frame.word_before == "from" or frame.before.lower().endswith("dawn to "):
            return ()
        steps = ("part of an unsaid day",)
        return (Reading(*match.span(), "TIME", f"T{_PARTS[word]}", steps=steps),)
    value = _at(0 if word == "midnight" else 12, 0, match["zone"] or "")
    return (_reading(*match.span(), value),)


def _oclock(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "ten o'clock at night", "seven in the morning", "six thirty pm", "at three forty-five"."""
    minute = int(read_number(match["minute"]) or 0) if match["minute"] else 0
    half = _half(match)
    plain = minute and not (half or match["sure"])
    if plain and (frame.word_before not in _HOURLY | {"by"} or not _CLOSED.match(frame.after)):
        return ()
    value = _at(_of_day(_HOURS[match["spoken"].lower()], half), minute, match["zone"] or "")
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


_HALF = r"(?:[ap]\. ?m\.(?=[ ,;:?!)”\"’]|$)|[ap]\.? ?m(?![a-z]))"
_SURE_ZONE = rf"(?:(?:gmt|utc) ?[+-]\d{{1,2}}(?::?\d\d)?|{build_alternation(z for z, offset in ZONES.items() if offset)})"
_CITY = r"(?-i:(?:[A-Z][a-z]+ )?[A-Z][a-z]+ time)"
_ZONE = rf"(?: (?P<bracket>\()?(?P<zone>{_SURE_ZONE}|{build_alternation(ZONES)}|{_CITY})(?![a-z])(?(bracket)\)))?"
_PART = r"(?: (?:in the (?=morning|afternoon|evening)|at (?=night))(?P<part>morning|afternoon|evening|night))"
_SURE_PART = _PART.replace("<part>", "<surely>")
_LAST_PART = _PART.replace("<part>", "<certainly>")
_MINUTES = r"fifteen|twenty(?:[- ]five)?|thirty(?:[- ]five)?|forty(?:[- ]five)?|fifty(?:[- ]five)?"
_MINUTE_WORDS = ("fifteen", "twenty", "thirty", "forty", "fifty")
_CLOSED = re.compile(r"[.,;:?!)]|$| (?:on|in|and|to|until|for|when|as|today|tomorrow|every)\b")
"""What may follow "at three thirty": no noun that it counts."""
_OTHER_ZONE = r"(?: \((?:\d{4}|\d\d?[:.]\d\d) ?(?:GMT|UTC)\)(?= (?:on )?[A-Z]))?"

RULES = (
    rule(
        "clock",
        {"#"},
        r"(?:(?P<from_time>(?P<from>[01]?\d|2[0-4])(?:[:.](?P<from_minute>[0-5]\d))?(?: ?(?P<from_half>[ap])\.?m\.?)?)"
        r" ?(?:-|–|to|and|until) ?)?"
        r"(?P<hour>[01]?\d|2[0-4])(?:(?P<separator>[:.])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
        rf"(?:{_PART}|(?: ?(?P<half>{_HALF}))?(?P<oclock> o['’]clock)?){_ZONE}{_OTHER_ZONE}",
        _clock,
        needs={"#"},
    ),
    rule(
        "military",
        {"#"},
        rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?(?:hours |hrs )?(?P<zone>{_SURE_ZONE})",
        _military,
        needs={"#"},
    ),
    rule(
        "four digits",
        {"#"},
        r"(?:(?P<hour>0\d)(?P<minute>[0-5]\d)(?: ?(?:hours|hrs)\b)?"
        r"|(?P<late>1\d|2[0-3])(?P<past>[0-5]\d) ?(?:hours|hrs))(?![\d:]|[.,]\d| (?:of|ago|later|a)\b)",
        _four_digits,
        needs={"#"},
    ),
    rule(
        "run together",
        {"#"},
        rf"(?P<hour>0?[1-9]|1[0-2])(?P<minute>[0-5]\d) ?(?P<half>(?-i:{_HALF}))",
        _run_together,
        needs={"am", "pm", "a", "p"},
    ),
    rule(
        "hour of a part of day",
        {"#"},
        r"(?:(?P<from>1[0-2]|[1-9]) ?(?:-|–|to|and|until) ?)?"
        r"(?P<time>(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?)"
        rf"(?:(?P<part>(?= {_A_PART}))|(?=[.,;:)]|$| (?:in|at|on|to|for|with|and)\b))(?![:.,]\d)",
        _hour,
        needs={"tonight", "night", "morning", "afternoon", "evening", *_AFTER_NOON, "#"},
    ),
    rule(
        "word",
        {"noon", "midday", "midnight", "#", *_PARTS},
        rf"(?:12 )?(?P<word>noon|midday|midnight|{build_alternation(_PARTS)}){_ZONE}"
        r"(?=[ .,;:)]|$)(?! (?:of|blue)\b)",
        _word,
        needs={"noon", "midday", "midnight", *_PARTS},
    ),
    rule(
        "o'clock",
        _HOURS,
        rf"(?P<spoken>{build_alternation(_HOURS)})(?:(?P<sure> o['’]clock)|[- ](?P<minute>{_MINUTES}))?"
        rf"(?(sure)(?:{_PART}| ?(?P<half>{_HALF}))?|(?(minute)(?:{_SURE_PART}| (?P<half2>{_HALF}))?"
        rf"|(?:{_LAST_PART}| (?P<half3>{_HALF})))){_ZONE}",
        _oclock,
        needs={"clock", "m", "am", "pm", *_MINUTE_WORDS, *_PARTS_SAID},
    ),
    rule(
        "past the hour",
        {*_HOURS, "half", "a", "quarter", "twenty", "fifteen", "#"},
        rf"(?P<minutes>half|(?:a )?quarter|five|ten|fifteen|twenty(?:[- ]five)?|\d\d?)(?: min(?:ute)?s?)?"
        rf" (?P<side>past|to|after) (?P<hour>{build_alternation(_HOURS)}|\d\d?)(?: o['’]clock)?(?![-.:]\d| ?%)"
        rf"(?:{_PART}| ?(?P<half>{_HALF}))?(?! [a-z]+s\b)",
        _past,
        needs={"past", "to", "after"},
    ),
)
