"""All English time rules, indexed by the words that they may start with.

Of two rules that match equally long, the one whose module stands first here is tried first.
"""

from __future__ import annotations

from onrecord.extract.times.en import (
    clock,
    compound_durations,
    date_ranges,
    dates,
    dayparts,
    days_of_month,
    deictics,
    durations,
    fiscal,
    holidays,
    months,
    numeric_dates,
    offset_days,
    offsets,
    periods,
    seasons,
    sets,
    spoken_clock,
    vague_references,
    weekday_ranges,
    weekdays,
    years,
)
from onrecord.extract.times.en.short_forms import compact_durations, stamps
from onrecord.extract.times.timex.rules import index_rules

TIME_RULES = index_rules(
    (
        *stamps.RULES,
        *dates.RULES,
        *numeric_dates.RULES,
        *date_ranges.RULES,
        *days_of_month.RULES,
        *years.RULES,
        *seasons.RULES,
        *fiscal.RULES,
        *weekdays.RULES,
        *weekday_ranges.RULES,
        *dayparts.RULES,
        *deictics.RULES,
        *vague_references.RULES,
        *clock.RULES,
        *spoken_clock.RULES,
        *periods.RULES,
        *holidays.RULES,
        *months.RULES,
        *durations.RULES,
        *sets.RULES,
        *offsets.RULES,
        *offset_days.RULES,
        *compound_durations.RULES,
        *compact_durations.RULES,
    )
)
