"""All English time rules, by the words they may start with."""

from __future__ import annotations

from onrecord.language.en import (
    clock,
    compounds,
    dates,
    dayparts,
    deictics,
    durations,
    fiscal,
    fromdays,
    holidays,
    monthdays,
    months,
    offsets,
    periods,
    seasons,
    sets,
    weekdays,
    weekranges,
    years,
)
from onrecord.language.timerules import by_start

TIME_RULES = by_start(
    (
        *dates.RULES,
        *monthdays.RULES,
        *years.RULES,
        *seasons.RULES,
        *fiscal.RULES,
        *weekdays.RULES,
        *weekranges.RULES,
        *dayparts.RULES,
        *deictics.RULES,
        *clock.RULES,
        *periods.RULES,
        *holidays.RULES,
        *months.RULES,
        *durations.RULES,
        *sets.RULES,
        *offsets.RULES,
        *fromdays.RULES,
        *compounds.RULES,
    )
)
