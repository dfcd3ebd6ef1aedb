"""Durations: whether a length of time measures something, or only locates a day or a stretch of the calendar.

In: a quantity in a unit of time. Out: whether it is a figure, and the quantity without an "over" that means "during". Out of
scope: ages (`referents.ages`), and the value of the time itself.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_before
from onrecord.extract.figures.en.time_words import (
    CALENDAR_AFTER_DURATION,
    CALENDAR_BEFORE_DURATION,
    DURATION_VERB_BEFORE,
    GEOLOGICAL_UNITS,
    NO_DURATION,
)
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.exclusions.non_figures import is_non_figure
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.records import Time

if TYPE_CHECKING:
    from spacy.tokens import Span

_HOURS_BEFORE = re.compile(r"\d ?(?:h|hrs?|m|mins?)\b[., ]*$")


def is_measured_duration(text: str, quantity: Quantity, tokens: Span, times: list[Time]) -> bool:
    """Return whether a length of time measures something, and locates no day or stretch of the calendar.

    Args:
        text: the block's text.
        quantity: a quantity in a unit of time.
        tokens: the tokens of its number and unit.
        times: the times that overlap its number.

    """
    if any(time.type != "DURATION" or _is_end_of_run(time, text, quantity) for time in times):
        return False
    if text[quantity.end - 3 : quantity.end].endswith(GEOLOGICAL_UNITS):
        return True  # no time is extracted from "66 Ma ago"
    before = slice_before(text, quantity.start).split()[-1:]
    if CALENDAR_AFTER_DURATION.match(text, quantity.end):
        return False
    if is_non_figure(text, replace(quantity, kind="measure"), tokens):
        return False
    if before and before[0].lower() in CALENDAR_BEFORE_DURATION:
        return False
    return not NO_DURATION.fullmatch(text[quantity.number_start : quantity.end].lower())


def _is_end_of_run(time: Time, text: str, quantity: Quantity) -> bool:
    """Return whether it is the minutes of a length in hours and minutes ("2 h 20 min"), of which more digits stand before it."""
    words = text[quantity.number_start : quantity.end]
    before, is_end, _ = time.evidence.text.rpartition(words)
    return bool(is_end) and _HOURS_BEFORE.search(before) is not None


def drop_during_hedge(text: str, quantity: Quantity) -> Quantity:
    """Return a length of time without the "over" that means "during" ("over three days")."""
    if quantity.unit not in TIME_UNITS or quantity.kind == "age" or quantity.hedge != "over":
        return quantity
    hedge = text[quantity.start : quantity.number_start].lower().split()
    before = slice_before(text, quantity.start, THRESHOLDS.duration_verb)
    if hedge[:1] != ["over"] or DURATION_VERB_BEFORE.search(before):
        return quantity
    return replace(quantity, start=quantity.number_start, hedge=None)
