"""All English time rules, by the words they may start with."""

from __future__ import annotations

from onrecord.language.en import clock, dates, deictics, durations, weekdays, years
from onrecord.language.timerules import by_start

TIME_RULES = by_start(
    (*dates.RULES, *years.RULES, *weekdays.RULES, *deictics.RULES, *durations.RULES, *clock.RULES)
)
