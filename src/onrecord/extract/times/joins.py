"""Readings of times that belong together: a clock time and its day, a part of a day and its day, a distance and its day.

In: a block's readings in order, and its text. Out: the readings in order, joined. Out of scope: times that are
not beside each other, and two days beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extract.times.en.lexicon import connectives
from onrecord.extract.times.timex import arithmetic, value_patterns
from onrecord.extract.times.timex.reading import Step, TimexReading, explain
from onrecord.language.en.function_words import BEFORE_OR_AFTER

_FIRST_HOURS_AFTER_NOON = {"AF": 1, "EV": 1, "NI": 5}
"""The first hour written in twelves that is after noon in this part of the day: one at night is after midnight."""


def join_clocks(readings: Iterable[TimexReading], text: str) -> list[TimexReading]:
    """Return the readings, a clock time and the day beside it as one; both ends of a range get the day.

    A clock time without a day beside it is on the last day before it in the block, if there is one.
    """
    joined: list[TimexReading] = []
    for reading in join_days(readings, text):
        _set_day_of_bracketed_clocks(joined, reading, text)
        both = _join_clock_and_day(joined[-1], reading, text) if joined else None
        joined[-1:] = [both] if both else [*joined[-1:], reading]
    for index, reading in enumerate(joined):
        if reading.value and value_patterns.CLOCK.match(reading.value):
            joined[index] = _resolve_clock_day(joined, index, text)
    return joined


def _set_day_of_bracketed_clocks(joined: list[TimexReading], day: TimexReading, text: str) -> None:
    """Give a clock time and the one in brackets after it the day that follows both ("2200 GMT (1700 EST) on Thursday"), in place."""
    if len(joined) < 2 or day.type != "DATE" or not value_patterns.DAY.fullmatch(day.value or ""):
        return
    clock, other = joined[-2:]
    if not all(value_patterns.CLOCK.match(each.value or "") for each in (clock, other)):
        return
    if text[clock.end : other.start].strip() != "(":
        return
    if not connectives.BETWEEN_BRACKET_AND_DAY.fullmatch(text[other.end : day.start]):
        return
    step = explain(f"the day beside both: {day.value}")
    derivation = (*clock.derivation, *step, *day.derivation)
    dated = replace(
        clock, value=f"{day.value}{clock.value}", anchor=day.anchor, derivation=derivation
    )
    joined[-2] = dated
    shifted = arithmetic.shift_zone(dated.value or "", (other.value or "")[1:])
    if shifted is not None:
        joined[-1] = replace(
            other,
            value=shifted,
            anchor=day.anchor,
            derivation=(*other.derivation, *step, *day.derivation),
        )


def join_days(readings: Iterable[TimexReading], text: str) -> Iterator[TimexReading]:
    """Yield the readings, those that need the day right after them as one with it.

    "the night of 3 May", "four days before Christmas"; without such a day the first is dropped, and the
    second open.
    """
    pending: TimexReading | None = None
    for reading in readings:
        both = pending and _join_to_day(pending, reading, text)
        if both is None and pending is not None and pending.needs_day:
            pending = _take_fallback(pending)
        if both is None and pending is not None:
            yield pending
        pending = both or reading
    if pending is not None and pending.needs_day:
        pending = _take_fallback(pending)
    if pending is not None:
        yield pending


def _take_fallback(reading: TimexReading) -> TimexReading | None:
    """Return what is left of a reading that needs a day where there is none."""
    return reading.fallback if reading.type == "TIME" else None


def _join_to_day(first: TimexReading, day: TimexReading, text: str) -> TimexReading | None:
    """Return both as one where the first is a part of the day that follows, or at a distance from it."""
    between = text[first.end : day.start]
    if first.type == "TIME" and first.needs_day:
        return _attach_part(first, day) if connectives.OF_THE.fullmatch(between) else None
    if _is_day_then_part(first, day, between):
        return _attach_part(day, first)
    if text[first.start : first.end].lower() == "overnight":
        is_on_day = connectives.ON.fullmatch(between) and day.type == "DATE"
        return _attach_part(first, day) if is_on_day else None
    return _join_distance(first, day, text)


def _is_day_then_part(first: TimexReading, second: TimexReading, between: str) -> bool:
    """Return whether the words are "Tuesday in the morning"."""
    if first.type != "DATE" or not value_patterns.PART_OF_DAY.fullmatch(second.value or ""):
        return False
    is_day = value_patterns.DAY_MONTH_OR_YEAR.fullmatch(first.value or "")
    return bool(connectives.IN.fullmatch(between) and is_day)


def _join_distance(first: TimexReading, day: TimexReading, text: str) -> TimexReading | None:
    """Return "four days before Christmas" as one; None where the days are not of the calendar ("trading days")."""
    distance = first.fallback if first.waits_for == "event" else None
    between = text[first.end : day.start]
    if distance is None or day.type != "DATE" or not connectives.BEFORE_DAY.fullmatch(between):
        return None
    words = text[first.start : first.end]
    direction = words.rsplit(" ", 1)[-1].lower()
    length = value_patterns.WHOLE_DURATION.fullmatch(distance.value or "")
    if direction not in BEFORE_OR_AFTER or length is None:
        return None
    if not value_patterns.DAY_MONTH_OR_YEAR.match(day.value or ""):
        return None
    if connectives.NON_CALENDAR_DAYS.search(text, first.start, first.end):
        return None
    count = int(length[1]) * (-1 if direction == "before" else 1)
    value = arithmetic.shift_keeping_precision(day.value, count, length[2])
    derivation = (*day.derivation, *explain(f"{words} that: {value}"))
    return replace(day, start=first.start, value=value, derivation=derivation)


def _attach_part(part: TimexReading, day: TimexReading) -> TimexReading | None:
    """Return the part of a day, or None where `day` is no day."""
    if day.value is not None and not value_patterns.DAY.match(day.value):
        return None
    code = f"T{(part.value or '').partition('T')[2]}"
    return replace(
        day,
        start=min(part.start, day.start),
        end=max(part.end, day.end),
        type="TIME",
        value=day.value and (day.value if "T" in day.value else f"{day.value}{code}"),
        mod=part.mod or day.mod,
        derivation=(*day.derivation, *explain(f"{code} of it")),
    )


def _join_clock_and_day(
    first: TimexReading, second: TimexReading, text: str
) -> TimexReading | None:
    """Return a clock time and the day or part of a day beside it as one, or None if they are no such pair."""
    is_clock_second = value_patterns.CLOCK.match(second.value or "") is not None
    clock, day = (second, first) if is_clock_second else (first, second)
    if not (clock.value or "").startswith("T") or clock.type != "TIME":
        return None
    if not connectives.BETWEEN_CLOCK_AND_DAY.fullmatch(text[first.end : second.start]):
        return None
    is_every = value_patterns.EVERY_WEEKDAY.fullmatch(day.value or "") is not None
    if is_every and first is day and not day.is_habit:
        derivation = (*day.derivation, Step(f"clock {clock.value}", "clock"))
        value = f"{day.value}{clock.value}"
        return replace(day, end=second.end, value=value, derivation=derivation)
    return _build_dated_clock(clock, day)


def _build_dated_clock(clock: TimexReading, day: TimexReading) -> TimexReading | None:
    """Return the clock time on the day or in the part of a day, or None where `day` is neither, or both are parts of days."""
    part = value_patterns.DATED_PART_OF_DAY.fullmatch(day.value or "")
    is_day = day.type == "DATE" and (not day.value or value_patterns.DAY.fullmatch(day.value))
    if not part and not is_day:
        return None
    if part and not value_patterns.CLOCK.match(clock.value or ""):
        return None
    time = _fit_clock_to_part(clock.value or "", part["part"]) if part else clock.value
    date = (part["day"] or "") if part else (day.value or "")[:10]
    return replace(
        day,
        start=min(clock.start, day.start),
        end=max(clock.end, day.end),
        type="TIME",
        value=day.value and f"{date}{time}",
        derivation=(*day.derivation, Step(f"clock {time}", "clock")),
    )


def _fit_clock_to_part(clock: str, part: str) -> str:
    """Return "T19:00" for "T07:00" in the evening; at night one o'clock stays after midnight."""
    hour = int(clock[1:3])
    first = _FIRST_HOURS_AFTER_NOON.get(part, 12)
    return f"T{hour + 12:02d}{clock[3:]}" if first <= hour < 12 else clock


def _resolve_clock_day(readings: list[TimexReading], index: int, text: str) -> TimexReading:
    """Return a clock time on the day of the other end of its range, or on the last day before it in the block."""
    clock = readings[index]
    for other in readings[index + 1 : index + 2] + readings[max(0, index - 1) : index]:
        first, second = sorted((clock, other), key=lambda reading: reading.start)
        day = value_patterns.DAY_OF_TIME.match(other.value or "")
        if day and connectives.BETWEEN_RANGE_ENDS.fullmatch(text[first.end : second.start]):
            return _take_day_of(clock, other, day[0], text)
    days = [day for each in readings[:index] if (day := value_patterns.DAY.match(each.value or ""))]
    if not days:
        return clock
    day_before = days[-1][0]
    derivation = (*clock.derivation, *explain(f"the last day mentioned before: {day_before}"))
    value = f"{day_before}{clock.value}"
    return replace(clock, value=value, anchor="time", derivation=derivation)


def _take_day_of(clock: TimexReading, other: TimexReading, day: str, text: str) -> TimexReading:
    """Return a clock time on the `day` of the other end of its range."""
    shared = tuple(step for step in other.derivation if step.basis != "clock")
    derivation = (*clock.derivation, *explain(f"the day of the other end: {day}"), *shared)
    value = f"{day}{_infer_half_of_day(clock, other, text)}"
    return replace(clock, value=value, anchor=other.anchor, derivation=derivation)


def _infer_half_of_day(clock: TimexReading, other: TimexReading, text: str) -> str | None:
    """Return "T19:00" for the 7 of "between 7 and 9:30 last night": in the half of the day of its other end."""
    value = clock.value or "T00"
    hour, other_hour = int(value[1:3]), int((other.value or "")[11:13])
    if hour >= 12 or connectives.HALF_OF_DAY.search(text, clock.start, clock.end):
        return clock.value
    if clock.start < other.start:
        is_other_half = hour + 12 <= other_hour
    else:
        is_other_half = other_hour - 12 <= hour < other_hour
    return f"T{hour + 12:02d}{value[3:]}" if is_other_half else clock.value
