"""English days at a distance from a named day: "a week from Friday", "Saturday week", "a fortnight on Monday".

In: matches of the patterns here with their context. Out: readings. Out of scope: distances from publication or
from an event (`offsets`), and lengths ("a week, on Monday and Tuesday").
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.durations import AMOUNT_BEFORE
from onrecord.extract.times.en.lexicon.calendar import DEICTIC_DAYS
from onrecord.extract.times.en.lexicon.patterns import (
    COUNT,
    COUNT_STARTS,
    COUNTED_UNIT,
    WEEKDAY,
    WEEKDAY_STARTS,
    WEEKDAY_WORDS,
)
from onrecord.extract.times.en.word_values import read_count, read_unit, read_weekday
from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading, resolve_from_publication
from onrecord.extract.times.timex.rules import build_rule


def _read_length_from_day(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "three weeks from today", "a week on Friday": as many days after that day."""
    unit, count = read_unit(match["unit"]), read_count(match["count"]).number
    if unit not in arithmetic.DAYS_PER_UNIT or count is None:
        return ()
    if _RANGE_OR_POSSESSIVE.match(context.after) or _is_amount_or_length(match, unit, context):
        return ()
    if match["day"]:
        day = calendar_search.find_weekday(context.published, read_weekday(match["day"]), 1)
    else:
        day = arithmetic.shift(context.published, DEICTIC_DAYS[match["word"].lower()], "D")
    value = arithmetic.shift(day, int(count) * arithmetic.DAYS_PER_UNIT[unit], "D")
    step = f"{match['count']} {match['unit']} from {match['day'] or match['word']}, {day}"
    return (resolve_from_publication(match, value, context, step),)


def _is_amount_or_length(match: re.Match[str], unit: str, context: TimexContext) -> bool:
    """Return whether the words are "£5m a week", or a length and the day it began on ("for a week on Friday")."""
    if match["count"].lower() == "a" and AMOUNT_BEFORE.search(context.before):
        return True
    return bool(match["on"]) and (
        unit == "D" or context.tense == "past" or context.word_before in _DURATIVE_OR_REPEATED_WORDS
    )


def _read_weekday_week(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "Saturday week": a week after the coming Saturday."""
    if context.tense == "past" or context.tag_after[:1] in {"N", "C"} or context.in_name:
        return ()
    day = calendar_search.find_weekday(context.published, read_weekday(match["day"]), 1)
    value = arithmetic.shift(day, 7, "D")
    return (resolve_from_publication(match, value, context, f"a week after {match['day']}, {day}"),)


_RANGE_OR_POSSESSIVE = re.compile(r" (?:to|until|till|through)\b|['’]s\b|s\b")
_DURATIVE_OR_REPEATED_WORDS = frozenset(
    {"for", "spent", "spend", "lasted", "lasts", "than", "every"}
)

RULES = (
    build_rule(
        "from a day",
        COUNT_STARTS,
        rf"(?P<count>{COUNT}) (?P<unit>days?|weeks?|fortnight) (?:from|(?P<on>on))"
        rf" (?:(?P<word>today|tomorrow)|(?P<day>{WEEKDAY}))(?! (?:morning|afternoon|evening|night))",
        _read_length_from_day,
        prefix=COUNTED_UNIT,
        required={"today", "tomorrow", *WEEKDAY_WORDS},
    ),
    build_rule(
        "weekday week",
        WEEKDAY_STARTS,
        rf"(?P<day>{WEEKDAY}) week(?=[.,;:?!)]|$| (?:and|but|to|for|at|with|in|when|after|before|from)\b)",
        _read_weekday_week,
        required={"week"},
    ),
)
