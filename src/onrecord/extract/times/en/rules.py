"""All English time rules, by the words they may start with."""

from __future__ import annotations

from onrecord.extract.times.en import (
    clock,
    compound_durations,
    dates,
    dayparts,
    days_of_month,
    deictics,
    durations,
    fiscal,
    holidays,
    months,
    offset_days,
    offsets,
    periods,
    seasons,
    sets,
    weekday_ranges,
    weekdays,
    years,
)
from onrecord.extract.times.timex.rules import by_start

TIME_RULES = by_start(
    (
        *dates.RULES,
        *days_of_month.RULES,
        *years.RULES,
        *seasons.RULES,
        *fiscal.RULES,
        *weekdays.RULES,
        *weekday_ranges.RULES,
        *dayparts.RULES,
        *deictics.RULES,
        *clock.RULES,
        *periods.RULES,
        *holidays.RULES,
        *months.RULES,
        *durations.RULES,
        *sets.RULES,
        *offsets.RULES,
        *offset_days.RULES,
        *compound_durations.RULES,
    )
)
