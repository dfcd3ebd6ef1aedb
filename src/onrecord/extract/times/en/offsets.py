"""English times some way from another: "two weeks ago", "a day later", "eight years after the war".

In: matches of the patterns here with their frame. Out: readings, reckoned from publication, from the
time or quarter told before, or open until an event has a day. Out of scope: lengths that lead nowhere
(`durations`) and units by their place ("last week": `deictics`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.calendar import DAY_WORDS
from onrecord.extract.times.en.patterns import (
    COUNT,
    COUNT_STARTS,
    COUNTED_UNIT,
    HEDGE,
    HEDGE_STARTS,
    KIND,
    UNIT,
    UNIT_WORDS,
    count_of,
    unit_code,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, from_told, span_of
from onrecord.extract.times.timex.rules import rule
from onrecord.language.en.hedges import AGO_MODS, HEDGES, TIME_MODS


def _ago(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "two weeks ago", "three years earlier", "a day later", "six months from now"."""
    word, unit = (match["word"] or "time").lower(), unit_code(match["unit"])
    count = count_of(match["count"])[0] if match["count"] else None
    back = word in {"ago", "earlier", "before", "previously"}
    from_day = word in {"ago", "from now", "hence"} or word.endswith("time")
    if word == "before" and re.match(r"\s+[\w\"“']", frame.after):
        return ()
    if not match["count"] and not match["unit"].endswith("s"):
        return ()
    if word == "on":
        steps = (f"{match[0]} from what the text tells of",)
        return (Reading(*match.span(), "DATE", None, None, "event", None, steps),)
    if match["hedge"] and _THAN.match(match["hedge"]) and _MEASURED.search(frame.before):
        return _ago_than(match, frame)
    mod = AGO_MODS[HEDGES[match["hedge"].lower()]] if match["hedge"] and back else None
    mod = mod or ("APPROX" if match["so"] else None)
    if frame.quarter and unit == "Y" and count == 1 and _COMPARED.search(frame.before):
        value = arithmetic.years_before(frame.quarter, 1)
        step = f"compared with the quarter told before, {frame.quarter}: {value}"
        return (Reading(*match.span(), "DATE", value, "quarter", mod=mod, steps=(step,)),)
    base = frame.published if from_day else frame.told
    value = _moved(base, count, unit, back=back)
    if (count is None or count > 2000) and from_day and base:
        value = "PAST_REF" if back else "FUTURE_REF"
    much = match["count"] or "some"
    step = f"{much} {match['unit']} {'back' if back else 'on'}"
    if from_day:
        return (from_published(match, value, frame, (step,), mod=mod),)
    if value and frame.tense == "past" and value > (frame.published or "9"):
        value = None  # What was is not to come: the time told before is another's.
    return (from_told(match, value, frame, (step,)),)


def _ago_than(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "nine points more than four years ago": "more than" is the points'."""
    hedge = match["hedge"]
    rest = match.re.match(match.string, match.start() + len(hedge) + 1)
    return _ago(rest, replace(frame, before=f"{frame.before}{hedge} ")) if rest else ()


_THAN = re.compile(r"(?:more|less|fewer) than", re.IGNORECASE)
_MEASURED = re.compile(
    r"(?:points?|seats?|votes?|per ?cent|percentage|%|people|goals?|million|jobs|tonnes) $"
)
_COMPARED = re.compile(
    r"(?:\d\S*|million|billion|cents|share|from|than|with|quarter|loss|profit|the|period),? $"
)
"""What a figure of "a year ago" is set against ends so; the quarter it is of was told before."""

_FINER = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "M": ("D", 30), "W": ("D", 7)}


def _moved(base: str | None, count: float | None, unit: str, *, back: bool) -> str | None:
    """Return `base` moved by `count` units; halves are reckoned in the next finer unit."""
    if count is None or base is None or count > 10_000:
        return None
    if unit in {"DE", "CE"} or (count != int(count) and unit in _FINER):
        unit, count = _FINER[unit][0], count * _FINER[unit][1]
    return arithmetic.shift(base, -int(count) if back else int(count), unit)


def _from_event(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "eight years after the invasion": open until the event has a day.

    "for two years after the war" is a length and no point in time.
    """
    if frame.word_before in {"for", "lasted", "spent", "serving", "served", "took"}:
        return ()
    steps = (f"{match['span']} what the words name",)
    count, low = count_of(match["count"])
    hedge = match["hedge"] and TIME_MODS[HEDGES[match["hedge"].lower()]]
    length = Reading(
        match.start(),
        match.end("unit"),
        "DURATION",
        arithmetic.duration(count, unit_code(match["unit"])),
        waits_for="event",
        mod=hedge or ("APPROX" if low else None),
        steps=(f"a length {match['word']} what the words tell",),
    )
    return (Reading(*span_of(match), "DATE", None, None, "event", None, steps, length),)


def _next_day(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the day before", "the day after tomorrow"."""
    offset = 1 if match["word"].lower() == "after" else -1
    if match["point"]:
        value = arithmetic.shift(frame.published, offset + DAY_WORDS[match["point"].lower()], "D")
        return (from_published(match, value, frame, (match[0],)),)
    if re.match(r"\s+(?!and|but|in|at|to|by|with|for|when)[\w\"“'‘]", frame.after):
        away = Reading(*match.span(), "DURATION", "P1D")
        steps = (f"{match[0]} what the words name",)
        return (Reading(*match.span(), "DATE", None, None, "event", None, steps, away, leans=True),)
    return (from_told(match, arithmetic.shift(frame.told, offset, "D"), frame, (match[0],)),)


_AFTER = r"(?:ago|earlier|later|before|previously|afterwards?|from now|hence|prior|on(?=[,.;:]))"
_LENGTH = rf"(?:(?P<hedge>{HEDGE}) )?(?P<count>{COUNT})[ -]{KIND}(?P<unit>{UNIT})"

RULES = (
    rule(
        "ago",
        COUNT_STARTS | HEDGE_STARTS | {"days", "weeks", "months", "years", "decades", "hours"},
        rf"(?:(?P<hedge>{HEDGE}) )?(?:(?P<count>{COUNT})[ -]{KIND})?(?P<unit>{UNIT})"
        rf"(?P<so> or so| or two)?(?: (?P<word>{_AFTER})|['’]s? (?P<time>time))",
        _ago,
        stem=COUNTED_UNIT,
        needs=UNIT_WORDS,
    ),
    rule(
        "from event",
        COUNT_STARTS | HEDGE_STARTS,
        rf"(?P<span>{_LENGTH} (?P<word>after|before|since|into|following))(?= [\w\"“'‘£$])",
        _from_event,
        stem=COUNTED_UNIT,
        needs=UNIT_WORDS,
    ),
    rule(
        "next day",
        {"the"},
        r"the day (?P<word>after|before)(?: (?P<point>tomorrow|yesterday))?",
        _next_day,
        needs={"day"},
    ),
)
