"""English ranges of weekdays: "Monday to Friday, 9am-5pm", "Mon-Fri", "Tues.-Wed.".

In: matches of the patterns here with their context. Out: two readings: each one of every week where opening hours or
a habit are stated, and else the two days that the tense chooses. Out of scope: weekdays alone (`weekdays`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.direction import Direction, choose_direction
from onrecord.extract.times.en.lexicon.patterns import SHORT_WEEKDAY, WEEKDAY, WEEKDAY_STARTS
from onrecord.extract.times.en.word_values import read_weekday
from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    explain,
    replace_span,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule

_HABIT_BEFORE = re.compile(
    r"\b(?:open(?:s|ing)?|closed|hours|weekdays|daily|every|each|available|runs?|weekly|operates?|lines|shifts?)\b[^.;]*$",
    re.IGNORECASE,
)
_HABIT_AFTER = re.compile(
    r",? ?(?:from |between |\()?(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|(?:[ap]\.?m\.? ?)?(?:-|–|to) ?\d)|noon\b)"
)
_WEEK_DIRECTIONS = {"last": -2, "this": 0, "next": 2}
"""Directions of `find_weekday`."""


def _read_weekday_range(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read both days of the range."""
    weekdays = read_weekday(match["first"]), read_weekday(match["last"])
    spans = match.span("first"), (match.start("last"), match.end())
    if not match["week"] and context.tense not in {"past", "future"} and _is_habit(context):
        step = explain("every one: with opening hours, or a habit")
        return tuple(
            TimexReading(*span, "SET", f"XXXX-WXX-{day + 1}", derivation=step, is_habit=True)
            for span, day in zip(spans, weekdays, strict=True)
        )
    first, last, direction = _choose_days(weekdays, match["week"], context)
    ends = ((first, "beginning"), (last, "end"))
    return tuple(
        replace_span(
            resolve_from_publication(
                match,
                value,
                context,
                f"{direction.step}; the range's {end}",
                verb_side=direction.verb_side,
            ),
            *span,
        )
        for span, (value, end) in zip(spans, ends, strict=True)
    )


def _is_habit(context: TimexContext) -> bool:
    return bool(_HABIT_BEFORE.search(context.before) or _HABIT_AFTER.match(context.after))


def _choose_days(
    weekdays: tuple[int, int], week: str | None, context: TimexContext
) -> tuple[str | None, str | None, Direction]:
    """Return both days, the first before the last, and why these."""
    published = context.published
    if week:
        direction = Direction(_WEEK_DIRECTIONS[week.lower()], f"of {week.lower()} week")
        first, last = (
            calendar_search.find_weekday(published, weekday, direction.sign) for weekday in weekdays
        )
        return first, last, direction
    direction = choose_direction(context)
    if direction.sign > 0:
        first = calendar_search.find_weekday(published, weekdays[0], 1)
        day_after = arithmetic.shift(first, 1, "D")
        return first, calendar_search.find_weekday(day_after, weekdays[1], 1), direction
    last = calendar_search.find_weekday(published, weekdays[1], -1)
    day_before = arithmetic.shift(last, -1, "D")
    return calendar_search.find_weekday(day_before, weekdays[0], -1), last, direction


_DAY = rf"(?:{WEEKDAY}|{SHORT_WEEKDAY})"

RULES = (
    build_rule(
        "weekdays",
        WEEKDAY_STARTS,
        rf"(?P<first>{_DAY})(?: (?:to|through|until) | ?[-–] ?)(?P<last>{_DAY})"
        r"(?:,? (?:of )?(?P<week>this|next|last) week)?(?! ?\d)(?! (?:morning|afternoon|evening|night))",
        _read_weekday_range,
        required=WEEKDAY_STARTS,
    ),
)
