"""English ranges of weekdays: "Monday to Friday, 9am-5pm", "Mon-Fri", "Tues.-Wed.".

In: matches of the patterns here with their frame. Out: two readings; each one of the week's where hours,
openings or a habit are told, and else the days that the tense says. Out of scope: weekdays alone (`weekdays`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.patterns import (
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAY_STARTS,
    direction_of,
    weekday_number,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.joins import HABIT
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, moved
from onrecord.extract.times.timex.rules import rule

_HABIT_BEFORE = re.compile(
    r"\b(?:open(?:s|ing)?|closed|hours|weekdays|daily|every|each|available|runs?|weekly|operates?|lines|shifts?)\b[^.;]*$",
    re.IGNORECASE,
)
_HABIT_AFTER = re.compile(
    r",? ?(?:from |between |\()?(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|(?:[ap]\.?m\.? ?)?(?:-|–|to) ?\d)|noon\b)"
)


_WEEKS = {"last": -2, "this": 0, "next": 2}


def _weekdays(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read both days of the range."""
    numbers = weekday_number(match["first"]), weekday_number(match["last"])
    spans = match.span("first"), (match.start("last"), match.end())
    if not match["week"] and frame.tense not in {"past", "future"} and _is_habit(frame):
        return tuple(
            Reading(*span, "SET", f"XXXX-WXX-{number + 1}", steps=(HABIT,))
            for span, number in zip(spans, numbers, strict=True)
        )
    first, last, step = _days(numbers, match["week"], frame)
    begin = from_published(match, first, frame, (f"{step}; the range's beginning",))
    end = from_published(match, last, frame, (f"{step}; the range's end",))
    return (moved(begin, *spans[0]), moved(end, *spans[1]))


def _is_habit(frame: Frame) -> bool:
    return bool(_HABIT_BEFORE.search(frame.before) or _HABIT_AFTER.match(frame.after))


def _days(
    numbers: tuple[int, int], week: str | None, frame: Frame
) -> tuple[str | None, str | None, str]:
    """Return both days, the first before the last, and why these."""
    if week:
        which = _WEEKS[week.lower()]
        first, last = (arithmetic.weekday(frame.published, number, which) for number in numbers)
        return first, last, f"of {week.lower()} week"
    direction, step = direction_of(frame)
    if direction > 0:
        first = arithmetic.weekday(frame.published, numbers[0], 1)
        return first, arithmetic.weekday(arithmetic.shift(first, 1, "D"), numbers[1], 1), step
    last = arithmetic.weekday(frame.published, numbers[1], -1)
    return arithmetic.weekday(arithmetic.shift(last, -1, "D"), numbers[0], -1), last, step


_DAY = rf"(?:{WEEKDAY}|{SHORT_WEEKDAY})"

RULES = (
    rule(
        "weekdays",
        WEEKDAY_STARTS,
        rf"(?P<first>{_DAY})(?: (?:to|through|until) | ?[-–] ?)(?P<last>{_DAY})"
        r"(?:,? (?:of )?(?P<week>this|next|last) week)?(?! ?\d)(?! (?:morning|afternoon|evening|night))",
        _weekdays,
        needs=WEEKDAY_STARTS,
    ),
)
