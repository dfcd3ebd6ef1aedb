"""All English time rules, by the words they may start with."""

from __future__ import annotations

import re

from onrecord.language.en import (
    clock,
    dates,
    deictics,
    durations,
    holidays,
    months,
    offsets,
    periods,
    weekdays,
    years,
)
from onrecord.language.en.calendar import (
    DAY_WORDS,
    DECADES,
    EASTER_DAYS,
    FREQUENCIES,
    FUZZY,
    HOLIDAYS,
    IRREGULAR_UNITS,
    MODS,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAY_HOLIDAYS,
    WEEKDAYS,
)
from onrecord.language.en.numbers import ONES, ORDINALS, TEENS, TENS
from onrecord.language.timerules import by_start

_FEASTS = (*HOLIDAYS, *EASTER_DAYS, *WEEKDAY_HOLIDAYS)
_ONE_OF = {
    *MONTHS, *SHORT_MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *SEASONS, *UNITS, *IRREGULAR_UNITS, *DECADES,
    *PARTS_OF_DAY, *DAY_WORDS, *FREQUENCIES, *(phrase.split()[-1] for phrase in FUZZY), *ONES, *TEENS,
    *TENS, *ORDINALS, *MODS, *(re.split(r"\W", name)[0] for name in _FEASTS), "noon", "midday",
    "midnight", "dawn", "daybreak", "dusk", "nightfall", "sunset", "tonight", "overnight", "period",
    "half", "centuries", "thousand", "several", "q",
}  # fmt: skip
_CORE = {form for word in _ONE_OF for form in (word, f"{word}s")}
"""Each rule needs one of these words, or digits."""

TIME_RULES = by_start(
    (
        *dates.RULES,
        *years.RULES,
        *weekdays.RULES,
        *deictics.RULES,
        *durations.RULES,
        *clock.RULES,
        *periods.RULES,
        *holidays.RULES,
        *months.RULES,
        *offsets.RULES,
    ),
    _CORE,
)
