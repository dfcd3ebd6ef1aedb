"""Which day a day and month without a year are, by the context, the tense and the distance from publication.

In: a month, a day, the words that say which one, and the context. Out: the day chosen, with the reason in words. Out of
scope: which words are a day (`dates`, `date_ranges`).
"""

from __future__ import annotations

from onrecord.extract.times.en.direction import (
    LIST_MARKS,
    Candidate,
    Direction,
    choose_direction,
    choose_nearest,
    is_noun_modifier,
)
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.context import TimexContext


def choose_yearless_day(context: TimexContext, month: int, day: int, which: str) -> Candidate:
    """Return the day without a year that the context and its tense choose."""
    if context.list_year and not which and not context.before.strip(LIST_MARKS):
        value = arithmetic.format_day(context.list_year, month, day)
        return Candidate(value, f"a line of a list of {context.list_year}")
    direction = choose_direction(context, which)
    published = arithmetic.parse_day(context.published)
    if published is None:
        return _choose_day_by_month(context, month, day, direction)
    years = (published.year - 1, published.year, published.year + 1)
    days = [each for year in years if (each := arithmetic.format_day(year, month, day))]
    today = published.isoformat()
    before = [each for each in days if each <= today]
    after = [each for each in days if each >= today]
    if before and after and not which:
        return _choose_around(context, before[-1], after[0], direction)
    if direction.sign > 0 or not before:
        return _keep_direction(after[0] if after else None, direction)
    return _keep_direction(before[-1], direction)


def _keep_direction(value: str | None, direction: Direction) -> Candidate:
    return Candidate(value, direction.step, direction.verb_side)


def _choose_day_by_month(
    context: TimexContext, month: int, day: int, direction: Direction
) -> Candidate:
    """Return the day of the month in `direction` where publication is known as a month; open in that same month."""
    value = calendar_search.find_month(context.published, month, direction.sign)
    is_same_month = value is not None and value == (context.published or "")[:7]
    return _keep_direction(None if is_same_month else value and f"{value}-{day:02d}", direction)


def _choose_around(
    context: TimexContext, before: str, after: str, direction: Direction
) -> Candidate:
    """Return one of the two days around publication; a day far behind or ahead is rarely written without its year."""
    if is_noun_modifier(context):
        return choose_nearest(context, before, after)
    ahead = arithmetic.count_months_between((context.published or "")[:10], after)
    if context.tense == "present" and ahead >= THRESHOLDS.far_months:
        return Candidate(
            before, "the verb is in the present, but the next one is far away: the last one"
        )
    if direction.sign > 0:
        return _keep_direction(after, direction)
    is_past = context.tense == "past"
    if ahead < (THRESHOLDS.past_tense_months if is_past else THRESHOLDS.far_months):
        step = f"{direction.step}, but that is long past: the next one"
        return Candidate(after, step, direction.verb_side)
    return _keep_direction(before, direction)
