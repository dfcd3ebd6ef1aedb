"""English clock times in digits: "4.30pm GMT", "16:00", "1600 GMT", "5 to 7pm", "at 7 tonight".

In: matches of the patterns here with their context. Out: readings of type TIME without a day (`T16:30`);
the extractor joins them to a day beside them. Out of scope: times in words (`spoken_clock`), and scores, prices and
ratios ("2:1", "4.30").
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.clock_values import (
    HALF_DAY,
    HOUR_PREPOSITIONS,
    PART,
    PARTS_AFTER_NOON,
    ZONE,
    ZONE_WITH_OFFSET,
    build_clock_reading,
    convert_to_24_hours,
    format_clock,
    read_half_day,
)
from onrecord.extract.times.en.exclusions import is_score_or_game_clock
from onrecord.extract.times.en.lexicon.context_words import WORDS_BEFORE_CLOCKS
from onrecord.extract.times.en.lexicon.patterns import SHORT_WEEKDAY, WEEKDAY
from onrecord.extract.times.en.yearlike import CHANGE_VERB
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading
from onrecord.extract.times.timex.rules import build_rule

_DIGITS_BEFORE = re.compile(r"\d:(?:\d\d ?(?:to|and|-|–) ?)?$")
"""Digits that end a longer clock time, or a range that is none of clock times."""
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_DAY_BEFORE = re.compile(rf"(?:{WEEKDAY}|{SHORT_WEEKDAY}) $")
_RATE_AFTER = re.compile(
    r" ?(?:%|per|points?|pounds?|dollars?|euros?|cents?|[mb]n?\b|million|billion|a\b|times)"
)
_DAY_WORDS = (
    rf"(?:tonight|today|tomorrow|yesterday|{WEEKDAY}|this (?:morning|afternoon|evening)|last night)"
)
_DAY_AFTER = re.compile(rf" (?:on )?{_DAY_WORDS}\b", re.IGNORECASE)
_DAY_PHRASE_BEFORE = re.compile(
    rf"\b{_DAY_WORDS}s?(?: (?:morning|afternoon|evening|night))? (?:at|from|by) $", re.IGNORECASE
)
_PART_PHRASE = (
    r"(?:tonight|last night|(?:this|in the) (?:morning|afternoon|evening)"
    rf"|(?:on )?(?:yesterday|tomorrow|{WEEKDAY}) (?:morning|afternoon|evening|night))\b"
)
_PART_PHRASE_BEFORE = re.compile(
    rf"{_PART_PHRASE} (?:at|around|until|from|between) $", re.IGNORECASE
)
_RANGE_PREPOSITIONS = frozenset({"from", "between"})
_WORDS_BEFORE_FOUR_DIGITS = WORDS_BEFORE_CLOCKS - {"about", "than"}


def _read_clock(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "4.30pm", "16:00", "10 a.m. EST"; a bare "16:00" needs a word before that a clock time follows."""
    if _DIGITS_BEFORE.search(context.before):
        return ()
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    zone, half_day = match["zone"] or "", read_half_day(match)
    if not (half_day or zone or match["oclock"] or _is_clock(match, context)):
        return ()
    if hour > 24 or (half_day and not 1 <= hour <= 12):
        return ()
    value = format_clock(convert_to_24_hours(hour, half_day), minute, zone, match["second"])
    first = _read_range_start(match, half_day, zone)
    return (*first, build_clock_reading(match.start("hour"), match.end(), value))


def _is_clock(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether digits alone are a clock time: "at 16:00", "08:05 on Monday"."""
    if not match["separator"] or context.in_name or is_score_or_game_clock(context):
        return False
    is_after_preposition = context.word_before in WORDS_BEFORE_CLOCKS
    if match["separator"] == ".":  # "at 2.30 on Monday"
        has_day = _DAY_AFTER.match(context.after) or _DAY_PHRASE_BEFORE.search(context.before)
        is_time = is_after_preposition and has_day is not None
        return is_time and not _RATE_AFTER.match(context.after)
    # "Luke 21:15 to 21:17": digits after a name are verses.
    is_verse = _NAME_BEFORE.search(context.before) and not _DAY_BEFORE.search(context.before)
    is_range = bool(match["from"] and not is_verse)
    return is_after_preposition or is_range or _PLACE_OR_DAY_AFTER.match(context.after) is not None


def _read_range_start(match: re.Match[str], half_day: str, zone: str) -> tuple[TimexReading, ...]:
    """Read the "5" of "5 to 7pm": of the same half of the day if it is earlier then."""
    if not match["from"]:
        return ()
    hour, minute = int(match["from"]), int(match["from_minute"] or 0)
    if (half_day or match["from_half"]) and not 1 <= hour <= 12:
        return ()
    if match["from_half"]:
        hour = convert_to_24_hours(hour, f"{match['from_half'].lower()}m")
    else:
        end = convert_to_24_hours(int(match["hour"]), half_day)
        in_same_half = convert_to_24_hours(hour, half_day)
        hour = in_same_half if in_same_half <= end else convert_to_24_hours(hour, "am")
    value = format_clock(hour, minute, zone)
    return (build_clock_reading(match.start("from"), match.end("from_time"), value),)


def _read_bare_hour(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "at 7 tonight", "tonight at 7", "from 7 to 9 last night"; the part of the day comes beside it."""
    is_beside_part = match["part"] is not None or _PART_PHRASE_BEFORE.search(context.before)
    # "rose from 7 to 9 last night" counts; "9 to 4 last night" is a score.
    prepositions = _RANGE_PREPOSITIONS if match["from"] else HOUR_PREPOSITIONS
    if not is_beside_part or context.word_before not in prepositions:
        return ()
    if context.in_name or CHANGE_VERB.search(context.before):
        return ()
    value = format_clock(int(match["hour"]), int(match["minute"] or 0))
    last = build_clock_reading(match.start("hour"), match.end("time"), value)
    if not match["from"]:
        return (last,)
    first = build_clock_reading(*match.span("from"), format_clock(int(match["from"]), 0))
    return (first, last)


def _read_run_together(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "1140am"; "1140 AM" is a radio station's."""
    hour = convert_to_24_hours(int(match["hour"]), read_half_day(match))
    return (build_clock_reading(*match.span(), format_clock(hour, int(match["minute"]))),)


def _read_zoned_digits(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "1600 GMT"."""
    value = format_clock(int(match["hour"]), int(match["minute"]), match["zone"])
    return (build_clock_reading(*match.span(), value),)


def _read_four_digits(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "at 0530", "at 1430 hours": four digits with a leading zero or before "hours"."""
    if context.in_name or context.word_before not in _WORDS_BEFORE_FOUR_DIGITS:
        return ()
    hour, minute = match["hour"] or match["late"], match["minute"] or match["past"]
    return (build_clock_reading(*match.span(), format_clock(int(hour), int(minute))),)


_PLACE_OR_DAY_AFTER = re.compile(r",? (?:on|local|tomorrow|today|yesterday)\b")
_OTHER_ZONE = r"(?: \((?:\d{4}|\d\d?[:.]\d\d) ?(?:GMT|UTC)\)(?= (?:on )?[A-Z]))?"

RULES = (
    build_rule(
        "clock",
        {"#"},
        r"(?:(?P<from_time>(?P<from>[01]?\d|2[0-4])(?:[:.](?P<from_minute>[0-5]\d))?(?: ?(?P<from_half>[ap])\.?m\.?)?)"
        r" ?(?:-|–|to|and|until) ?)?"
        r"(?P<hour>[01]?\d|2[0-4])(?:(?P<separator>[:.])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
        rf"(?:{PART}|(?: ?(?P<half>{HALF_DAY}))?(?P<oclock> o['’]clock)?){ZONE}{_OTHER_ZONE}",
        _read_clock,
        required={"#"},
    ),
    build_rule(
        "military",
        {"#"},
        rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?(?:hours |hrs )?(?P<zone>{ZONE_WITH_OFFSET}|local time)",
        _read_zoned_digits,
        required={"#"},
    ),
    build_rule(
        "four digits",
        {"#"},
        r"(?:(?P<hour>0\d)(?P<minute>[0-5]\d)(?: ?(?:hours|hrs)\b)?"
        r"|(?P<late>1\d|2[0-3])(?P<past>[0-5]\d) ?(?:hours|hrs))(?![\d:]|[.,]\d| (?:of|ago|later|a)\b)",
        _read_four_digits,
        required={"#"},
    ),
    build_rule(
        "run together",
        {"#"},
        rf"(?P<hour>0?[1-9]|1[0-2])(?P<minute>[0-5]\d) ?(?P<half>(?-i:{HALF_DAY}))",
        _read_run_together,
        required={"am", "pm", "a", "p"},
    ),
    build_rule(
        "hour of a part of day",
        {"#"},
        r"(?:(?P<from>1[0-2]|[1-9]) ?(?:-|–|to|and|until) ?)?"
        r"(?P<time>(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?)"
        rf"(?:(?P<part>(?= {_PART_PHRASE}))|(?=[.,;:)]|$| (?:in|at|on|to|for|with|and)\b))(?![:.,]\d)",
        _read_bare_hour,
        required={"tonight", "night", "morning", "afternoon", "evening", *PARTS_AFTER_NOON, "#"},
    ),
)
