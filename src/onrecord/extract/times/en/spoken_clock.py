"""English clock times in words: "noon", "half past six", "ten to nine in the evening", "seven o'clock", "six thirty pm".

In: matches of the patterns here with their context. Out: readings of type TIME without a day (`T18:30`);
the extractor joins them to a day beside them. Out of scope: times in digits (`clock`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.clock_values import (
    HALF_DAY,
    HOUR_PREPOSITIONS,
    PART,
    PART_AFTER_HOUR,
    PART_AFTER_MINUTES,
    PARTS_AFTER_NOON,
    ZONE,
    build_clock_reading,
    convert_to_24_hours,
    format_clock,
    read_half_day,
)
from onrecord.extract.times.en.lexicon.context_words import WORDS_BEFORE_CLOCKS
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading, explain
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.en.numbers import ONES, TEENS
from onrecord.language.numerals import build_alternation, read_number

_HOURS = {**ONES, "ten": 10, "eleven": TEENS["eleven"], "twelve": TEENS["twelve"]}
_DAYLIGHT_WORDS = {"dawn": "MO", "daybreak": "MO", "dusk": "EV", "nightfall": "EV", "sunset": "EV"}
_NAMED_MINUTES = {"half": 30, "quarter": 15, "a quarter": 15}
_PARTS_WITH_HOURS = PARTS_AFTER_NOON | {"morning"}


def _read_clock_word(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "noon", "midnight GMT", "dawn"."""
    if _is_name_or_idiom(match, context):
        return ()
    word = match["word"].lower()
    if word not in _DAYLIGHT_WORDS:
        value = format_clock(0 if word == "midnight" else 12, 0, match["zone"] or "")
        return (build_clock_reading(*match.span(), value),)
    if context.word_before == "from" or context.before.lower().endswith("dawn to "):
        return ()
    derivation = explain("part of a day that is not stated")
    return (
        TimexReading(*match.span(), "TIME", f"T{_DAYLIGHT_WORDS[word]}", derivation=derivation),
    )


def _is_name_or_idiom(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether the word is part of a name ("High Noon") or idiom ("dawn broke", "dawn raid")."""
    if context.in_name:
        return True
    is_capitalised = match["word"][0].isupper()
    if is_capitalised and (context.word_before or re.match(r" [A-Z]", context.after)):
        return True
    return context.word_before == "high" or _IDIOM_AFTER.match(context.after) is not None


def _read_spoken_clock(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "ten o'clock at night", "seven in the morning", "six thirty pm", "at three forty-five"."""
    minute = int(read_number(match["minute"]) or 0) if match["minute"] else 0
    half_day = read_half_day(match)
    is_plain = minute and not (half_day or match["sure"])
    if is_plain and not _is_plain_clock(context):
        return ()
    hour = convert_to_24_hours(_HOURS[match["spoken"].lower()], half_day)
    value = format_clock(hour, minute, match["zone"] or "")
    return (build_clock_reading(*match.span(), value),)


def _is_plain_clock(context: TimexContext) -> bool:
    """Return whether "three forty-five" is a clock time by the words around it alone."""
    if context.word_before not in HOUR_PREPOSITIONS | {"by"}:
        return False
    return _PHRASE_END.match(context.after) is not None


def _read_minutes_past(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "half past six", "ten to nine in the evening"; "ten to one" alone is a ratio."""
    named = _NAMED_MINUTES.get(match["minutes"].lower())
    minutes = named or int(read_number(match["minutes"]) or 0)
    spoken = match["hour"].lower()
    hour = _HOURS.get(spoken) or int(read_number(spoken) or 0)
    if not 0 < minutes < 60 or not 1 <= hour <= 12:
        return ()
    if named is None and match["side"] in {"to", "after"} and _is_ratio(match):
        return ()
    if match["side"] == "after" and context.word_before not in WORDS_BEFORE_CLOCKS:
        return ()
    hour = convert_to_24_hours(hour, read_half_day(match))
    if match["side"] == "to":
        hour, minutes = (hour - 1) % 24, 60 - minutes
    return (build_clock_reading(*match.span(), format_clock(hour, minutes)),)


def _is_ratio(match: re.Match[str]) -> bool:
    """Return whether "ten to one", "5 to 1" may be a ratio: digits without "minutes", or no half of the day stated."""
    if match["minutes"].isdecimal() and " min" not in match[0]:
        return True
    return not (match["part"] or match["half"])


_IDIOM_AFTER = re.compile(r" (?:broke|fell|chorus|raid)")
_MINUTES = r"fifteen|twenty(?:[- ]five)?|thirty(?:[- ]five)?|forty(?:[- ]five)?|fifty(?:[- ]five)?"
_MINUTE_WORDS = ("fifteen", "twenty", "thirty", "forty", "fifty")
_PHRASE_END = re.compile(r"[.,;:?!)]|$| (?:on|in|and|to|until|for|when|as|today|tomorrow|every)\b")
"""What may follow "at three thirty": no noun that it counts."""

RULES = (
    build_rule(
        "word",
        {"noon", "midday", "midnight", "#", *_DAYLIGHT_WORDS},
        rf"(?:12 )?(?P<word>noon|midday|midnight|{build_alternation(_DAYLIGHT_WORDS)}){ZONE}"
        r"(?=[ .,;:)]|$)(?! (?:of|blue)\b)",
        _read_clock_word,
        required={"noon", "midday", "midnight", *_DAYLIGHT_WORDS},
    ),
    build_rule(
        "o'clock",
        _HOURS,
        rf"(?P<spoken>{build_alternation(_HOURS)})(?:(?P<sure> o['’]clock)|[- ](?P<minute>{_MINUTES}))?"
        rf"(?(sure)(?:{PART}| ?(?P<half>{HALF_DAY}))?|(?(minute)(?:{PART_AFTER_MINUTES}| (?P<half_after_minutes>{HALF_DAY}))?"
        rf"|(?:{PART_AFTER_HOUR}| (?P<half_after_hour>{HALF_DAY})))){ZONE}",
        _read_spoken_clock,
        required={"clock", "m", "am", "pm", *_MINUTE_WORDS, *_PARTS_WITH_HOURS},
    ),
    build_rule(
        "past the hour",
        {*_HOURS, "half", "a", "quarter", "twenty", "fifteen", "#"},
        rf"(?P<minutes>half|(?:a )?quarter|five|ten|fifteen|twenty(?:[- ]five)?|\d\d?)(?: min(?:ute)?s?)?"
        rf" (?P<side>past|to|after) (?P<hour>{build_alternation(_HOURS)}|\d\d?)(?: o['’]clock)?(?![-.:]\d| ?%)"
        rf"(?:{PART}| ?(?P<half>{HALF_DAY}))?(?! [a-z]+s\b)",
        _read_minutes_past,
        required={"past", "to", "after"},
    ),
)
