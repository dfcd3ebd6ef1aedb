"""All English time rules, by the words they may start with."""

from __future__ import annotations

from onrecord.language.en import (
    clock,
    compounds,
    dates,
    deictics,
    durations,
    holidays,
    monthdays,
    months,
    offsets,
    periods,
    weekdays,
    years,
)
from onrecord.language.timerules import by_start

TIME_RULES = by_start(
    (
        *dates.RULES,
        *monthdays.RULES,
        *years.RULES,
        *weekdays.RULES,
        *deictics.RULES,
        *clock.RULES,
        *periods.RULES,
        *holidays.RULES,
        *months.RULES,
        *durations.RULES,
        *offsets.RULES,
        *compounds.RULES,
    )
)
