"""Readings of time that belong together: a clock and its day, a length and the event it is reckoned from.

In: a block's readings in order, and its text or parse. Out: the readings in order, joined. Out of scope:
what stands apart, and two days beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Reading
from onrecord.language.en.function_words import BEFORE_OR_AFTER
from onrecord.language.syntax.dependency_labels import PREMODIFIER_LABELS, SUBJECT_LABELS
from onrecord.language.syntax.tag_sets import NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc

HABIT = "every one: hours or a habit are told"
"""Step of the days of a range that has hours: they are not the last day's alone."""

_JOIN = re.compile(r",? ?(?:on |of |at |in |around |about |from |between )?(?:the )?")
_RANGE = re.compile(r" ?(?:-|–|to|and|until|till) ?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PART_OF_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})?T(?P<part>MO|AF|EV|NI)")
_EACH = re.compile(r"XXXX-WXX-\d")
_OF = re.compile(r" of (?:the )?")
_ON = re.compile(r" on ")
_IN_THE = re.compile(r",? in ")
_AWAY = re.compile(r" (?:the )?")
_PART = re.compile(r"T(?:MO|AF|EV|NI)")
_ONE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_POINT_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_COUNTED_DAYS = re.compile(r"\b(?:trading|working|business|school|match) ")
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_SAID_HALF = re.compile(r"[ap]\.? ?m\b|\b0\d|noon|night|morning", re.IGNORECASE)
_CLOCK = re.compile(r"T(?P<hour>\d\d):\d\d")
_POINT = re.compile(r"\d{4}|T\d\d:")
_HEDGE = re.compile(
    r"(?:(?:^|[,;(–—]|\b(?:at|by|from|until|since|on|in|is|was|to|of|between)) |^)"
    r"(?P<word>around|about|circa|roughly|approximately) $"
    r"|(?<!get )(?<!got )(?<!work )(?<!ing )(?<!all )(?P<rough>around|circa) $",
    re.IGNORECASE,
)
"""After a preposition: "got around Friday's ruling" and "asked about 2015" are not rough."""

_WRITTEN = re.compile(r"\d|[A-Z]|noon|mid")
_OWN = re.compile(r"['’]s\b")
_PHRASE = NOUN_TAGS | {
    "DT",
    "PRP$",
    "JJ",
    "JJR",
    "JJS",
    "VBN",
    "VBG",
    "POS",
    "HYPH",
    "CD",
    "``",
    "''",
}


def with_clocks(readings: Iterable[Reading], text: str) -> list[Reading]:
    """Return the readings, a clock time and the day beside it as one; both ends of a range have the day.

    A clock without a day beside it is of the day told before in the block, if one was told.
    """
    joined: list[Reading] = []
    for reading in with_days(readings, text):
        both = _joined(joined[-1], reading, text) if joined else None
        joined[-1:] = [both] if both else [*joined[-1:], reading]
    for index, reading in enumerate(joined):
        if reading.value and _CLOCK.match(reading.value):
            joined[index] = _dayed(joined, index, text)
    return joined


def with_days(readings: Iterable[Reading], text: str) -> Iterator[Reading]:
    """Yield the readings, what leans on the day right after it as one with it.

    "the night of 3 May", "four days before Christmas"; without such a day the first is none, and the
    second open.
    """
    held: Reading | None = None
    for reading in readings:
        both = held and _on_day(held, reading, text)
        if both is None and held is not None and held.leans:
            held = _alone(held)
        if both is None and held is not None:
            yield held
        held = both or reading
    if held is not None and held.leans:
        held = _alone(held)
    if held is not None:
        yield held


def _alone(leaning: Reading) -> Reading | None:
    """Return what is left of a reading that leans on a day where there is none."""
    return leaning.otherwise if leaning.type == "TIME" else None


def _on_day(first: Reading, day: Reading, text: str) -> Reading | None:
    """Return both as one where the first is a part of the day that follows, or some way from it."""
    between = text[first.end : day.start]
    if first.type == "TIME" and first.leans:
        return _part_of(first, day) if _OF.fullmatch(between) else None
    if first.type == "DATE" and _PART.fullmatch(day.value or "") and _IN_THE.fullmatch(between):
        return _part_of(day, first) if _POINT_DAY.fullmatch(first.value or "") else None
    if text[first.start : first.end].lower() == "overnight":
        return _part_of(first, day) if _ON.fullmatch(between) and day.type == "DATE" else None
    away = first.otherwise if first.waits_for == "event" else None
    if away is None or not _AWAY.fullmatch(between) or day.type != "DATE":
        return None
    word = text[first.start : first.end].rsplit(" ", 1)[-1].lower()
    length = _LENGTH.fullmatch(away.value or "")
    if word not in BEFORE_OR_AFTER or length is None or not _POINT_DAY.match(day.value or "X"):
        return None
    if _COUNTED_DAYS.search(text, first.start, first.end):
        return None  # Of eight trading days nobody knows the calendar's.
    count = int(length[1]) * (-1 if word == "before" else 1)
    value = arithmetic.moved(day.value, count, length[2])
    steps = (*day.steps, f"{text[first.start : first.end]} that: {value}")
    return replace(day, start=first.start, value=value, steps=steps)


def _part_of(part: Reading, day: Reading) -> Reading | None:
    """Return the part of a day, or None where `day` is no day."""
    if day.value is not None and not _ONE_DAY.match(day.value):
        return None
    code = f"T{(part.value or '').partition('T')[2]}"
    value = day.value and (day.value if "T" in day.value else f"{day.value}{code}")
    start, end = min(part.start, day.start), max(part.end, day.end)
    steps = (*day.steps, f"{code} of it")
    mod = part.mod or day.mod
    return replace(day, start=start, end=end, type="TIME", value=value, mod=mod, steps=steps)


def _joined(first: Reading, second: Reading, text: str) -> Reading | None:
    clock, day = (second, first) if _CLOCK.match(second.value or "") else (first, second)
    if not (clock.value or "").startswith("T") or clock.type != "TIME":
        return None
    if not _JOIN.fullmatch(text[first.end : second.start]):
        return None
    if _EACH.fullmatch(day.value or "") and first is day and HABIT not in day.steps:
        steps = (*day.steps, f"clock {clock.value}")
        return replace(day, end=second.end, value=f"{day.value}{clock.value}", steps=steps)
    part = _PART_OF_DAY.fullmatch(day.value or "")
    if not part and (day.type != "DATE" or (day.value and not _DAY.fullmatch(day.value))):
        return None
    told = _in_part(clock.value or "", part["part"]) if part else clock.value
    steps = (*day.steps, f"clock {told}")
    value = day.value and f"{(part['day'] or '') if part else day.value[:10]}{told}"
    return replace(day, start=first.start, end=second.end, type="TIME", value=value, steps=steps)


def _in_part(clock: str, part: str) -> str:
    """Return "T19:00" for "T07:00" in the evening; at night one o'clock stays what it is."""
    hour = int(clock[1:3])
    first = {"AF": 1, "EV": 1, "NI": 5}.get(part, 12)
    return f"T{hour + 12:02d}{clock[3:]}" if first <= hour < 12 else clock


def _dayed(readings: list[Reading], index: int, text: str) -> Reading:
    """Return a clock with the day of the other end of its range, or with the last day told before."""
    clock = readings[index]
    for other in readings[index + 1 : index + 2] + readings[max(0, index - 1) : index]:
        first, second = sorted((clock, other), key=lambda reading: reading.start)
        day = re.match(r"\d{4}-\d{2}-\d{2}(?=T)", other.value or "")
        if day and _RANGE.fullmatch(text[first.end : second.start]):
            told = (step for step in other.steps if not step.startswith("clock"))
            steps = (*clock.steps, f"the day of the other end: {day[0]}", *told)
            anchor = other.anchor
            own = _same_half(clock, other, text)
            return replace(clock, value=f"{day[0]}{own}", anchor=anchor, steps=steps)
    before = [day for each in readings[:index] if (day := re.match(_DAY, each.value or ""))]
    if not before:
        return clock
    steps = (*clock.steps, f"the day told before: {before[-1][0]}")
    return replace(clock, value=f"{before[-1][0]}{clock.value}", anchor="time", steps=steps)


def _same_half(clock: Reading, other: Reading, text: str) -> str | None:
    """Return "T19:00" for the 7 of "between 7 and 9:30 last night": of the half that its other end is in."""
    hour, beside = int((clock.value or "T00")[1:3]), int((other.value or "")[11:13])
    if hour >= 12 or _SAID_HALF.search(text, clock.start, clock.end):
        return clock.value
    if (hour + 12 > beside) if clock.start < other.start else not beside - 12 <= hour < beside:
        return clock.value
    return f"T{hour + 12:02d}{(clock.value or '')[3:]}"


def with_hedges(readings: Iterable[Reading], text: str) -> Iterator[Reading]:
    """Yield the readings, points in time with the word that makes them rough ("around 7.15pm")."""
    for reading in readings:
        start = _hedge_before(reading, text)
        yield reading if start is None else replace(reading, start=start, mod="APPROX")


def _hedge_before(reading: Reading, text: str) -> int | None:
    """Return where the hedge before a written day, month, year or clock begins, or None."""
    if reading.mod or not _POINT.match(reading.value or "") or _OWN.match(text, reading.end):
        return None
    hedge = _HEDGE.search(text, max(0, reading.start - 15), reading.start)
    if hedge is None or not _WRITTEN.match(text, reading.start):
        return None
    if reading.type == "DATE" and hedge["word"] == "about":
        return None
    return max(hedge.start("word"), hedge.start("rough"))


def with_events(readings: Iterable[Reading], doc: Doc) -> Iterator[Reading]:
    """Yield the readings, those reckoned from an event with the words that name it."""
    held: Reading | None = None
    for reading in readings:
        if held is not None:
            yield _with_event(held, doc, reading.start)
        held = reading
    if held is not None:
        yield _with_event(held, doc, None)


def _with_event(reading: Reading, doc: Doc, limit: int | None) -> Reading:
    words = doc.char_span(reading.start, reading.end) if reading.waits_for == "event" else None
    if words is None:
        return reading
    end, named = reading.end, None
    for token in doc[words.end : words.end + 8]:
        if token.i == words.end and token.tag_ == "VBG" and token.dep_ not in PREMODIFIER_LABELS:
            break
        if token.tag_ not in _PHRASE or (limit is not None and token.idx >= limit):
            break
        if token.tag_ in NOUN_TAGS:
            end, named = token.idx + len(token.text), token
    # "a week after he resigned": a clause names the event, and its subject alone would not.
    clause = named is None or named.dep_ in SUBJECT_LABELS
    return (reading.otherwise or reading) if clause else replace(reading, end=end)
