"""English days some way from a day named: "a week from Friday", "Saturday week", "a fortnight on Monday".

In: matches of the patterns here with their frame. Out: readings. Out of scope: what is reckoned from
publication or an event (`offsets`), and lengths ("a week, on Monday and Tuesday").
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import DAY_WORDS
from onrecord.extract.times.en.durations import AMOUNT
from onrecord.extract.times.en.patterns import (
    COUNT,
    COUNT_STARTS,
    COUNTED_UNIT,
    WEEKDAY,
    WEEKDAY_STARTS,
    WEEKDAY_WORDS,
    count_of,
    unit_code,
    weekday_number,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published
from onrecord.extract.times.timex.rules import rule


def _from_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "three weeks from today", "a week on Friday": as many days on from that day."""
    unit, count = unit_code(match["unit"]), count_of(match["count"])[0]
    if unit not in arithmetic.DAYS_OF or count is None or _ONWARD.match(frame.after):
        return ()
    if match["count"].lower() == "a" and AMOUNT.search(frame.before):
        return ()
    if match["on"] and (unit == "D" or frame.tense == "past" or frame.word_before in _LASTING):
        return ()
    if match["day"]:
        first = arithmetic.weekday(frame.published, weekday_number(match["day"]), 1)
    else:
        first = arithmetic.shift(frame.published, DAY_WORDS[match["word"].lower()], "D")
    value = arithmetic.shift(first, int(count) * arithmetic.DAYS_OF[unit], "D")
    steps = (f"{match['count']} {match['unit']} from {match['day'] or match['word']}, {first}",)
    return (from_published(match, value, frame, steps),)


def _week_on(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "Saturday week": a week after the coming Saturday."""
    if frame.tense == "past" or frame.tag_after[:1] in {"N", "C"} or frame.named:
        return ()
    first = arithmetic.weekday(frame.published, weekday_number(match["day"]), 1)
    value = arithmetic.shift(first, 7, "D")
    return (from_published(match, value, frame, (f"a week after {match['day']}, {first}",)),)


_ONWARD = re.compile(r" (?:to|until|till|through)\b|['’]s\b|s\b")
_LASTING = frozenset({"for", "spent", "spend", "lasted", "lasts", "than", "every"})

RULES = (
    rule(
        "from a day",
        COUNT_STARTS,
        rf"(?P<count>{COUNT}) (?P<unit>days?|weeks?|fortnight) (?:from|(?P<on>on))"
        rf" (?:(?P<word>today|tomorrow)|(?P<day>{WEEKDAY}))(?! (?:morning|afternoon|evening|night))",
        _from_day,
        stem=COUNTED_UNIT,
        needs={"today", "tomorrow", *WEEKDAY_WORDS},
    ),
    rule(
        "weekday week",
        WEEKDAY_STARTS,
        rf"(?P<day>{WEEKDAY}) week(?=[.,;:?!)]|$| (?:and|but|to|for|at|with|in|when|after|before|from)\b)",
        _week_on,
        needs={"week"},
    ),
)
