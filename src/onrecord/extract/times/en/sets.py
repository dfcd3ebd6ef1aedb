"""English repetitions: "every month", "twice a week", "at weekends", "daily".

In: matches of the patterns here with their frame. Out: readings of type SET. Out of scope: plural weekdays
(`weekdays`) and amounts for each ("£5m a year": `durations`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.calendar import FREQUENCIES, KINDS, MONTHS, WEEKDAYS
from onrecord.extract.times.en.patterns import (
    COUNT,
    UNIT,
    UNIT_WORDS,
    WEEKDAY,
    count_of,
    month_number,
    part_of_day,
    unit_code,
    weekday_number,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation


def _often(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "at weekends", "in the mornings": each one."""
    if match["weekends"]:
        return (Reading(*match.span("weekends"), "SET", "XXXX-WXX-WE", steps=("each weekend",)),)
    value = f"XXXX-XX-XXT{part_of_day(match['part'].removesuffix('s'))}"
    return (Reading(*match.span("parts"), "SET", value, steps=(f"each of the {match['part']}",)),)


def _each(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """Read "every Tuesday", "each month", "every two years"."""
    value: str | None
    if match["day"]:
        value = f"XXXX-WXX-{weekday_number(match['day']) + 1}"
    elif match["month"]:
        value = f"XXXX-{month_number(match['month']):02d}"
    elif match["part"]:
        value = f"XXXX-XX-XXT{part_of_day(match['part'])}"
    else:
        if match["unit"].lower().endswith("s") and not match["count"]:
            return ()
        count = count_of(match["count"])[0] if match["count"] else 2.0 if match["other"] else 1.0
        value = arithmetic.duration(count, unit_code(match["unit"]))
    return (Reading(*match.span(), "SET", value, steps=("each one",)),)


def _times_a(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    value = arithmetic.duration(1, unit_code(match["unit"]))
    return (Reading(*match.span(), "SET", value, steps=(f"{match['often']} in each",)),)


def _frequency(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "daily", "annual", and no paper's name ("Daily Mail")."""
    word = match["word"]
    if frame.named or (word[:1].isupper() and re.match(r"[ -][A-Z]", frame.after)):
        return ()
    if re.match(r"[- ](?:newspaper|paper|tabloid|life|bread|routine)s?\b", frame.after):
        return ()
    # "the annual meeting", "a quarterly loss": what kind it is, more than how often it comes.
    if word.lower() in KINDS and frame.tag_after[:1] in {"N", "J"}:
        return ()
    return (Reading(*match.span(), "SET", FREQUENCIES[word.lower()], steps=(word.lower(),)),)


RULES = (
    rule(
        "sets of a week",
        {"on", "at", "in"},
        r"(?:(?:on|at) (?P<weekends>(?:the )?weekends)|in (?P<parts>the (?P<part>mornings|afternoons|evenings)))",
        _often,
        needs={"weekends", "mornings", "afternoons", "evenings"},
    ),
    rule(
        "each",
        {"every", "each", "per"},
        rf"(?:every|each|per) (?:single )?(?:(?P<other>other|second) )?(?:(?P<day>{WEEKDAY})"
        r"|(?P<month>(?-i:January|February|March|April|May|June|July|August|September|October"
        r"|November|December))|(?P<part>morning|afternoon|evening|night)"
        rf"|(?:(?P<count>{COUNT}) )?(?P<unit>{UNIT}))",
        _each,
        needs={*UNIT_WORDS, *WEEKDAYS, *MONTHS, "morning", "afternoon", "evening", "night"},
    ),
    rule(
        "times a",
        {"once", "twice", "#", "two", "three", "four", "five", "six", "several", "many"},
        r"(?P<often>once|twice|(?:\d+|two|three|four|five|six|several|many) times)"
        rf" (?:a|an|each|every|per) (?P<unit>{UNIT})",
        _times_a,
        needs=UNIT_WORDS,
    ),
    rule(
        "frequency",
        FREQUENCIES,
        rf"(?P<word>{build_alternation(FREQUENCIES)})",
        _frequency,
        needs=FREQUENCIES,
    ),
)
