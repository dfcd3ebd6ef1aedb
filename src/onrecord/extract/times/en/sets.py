"""English repetitions: "every month", "twice a week", "at weekends", "daily".

In: matches of the patterns here with their context. Out: readings of type SET. Out of scope: plural weekdays
(`weekdays`) and amounts for each ("£5m a year": `durations`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.lexicon.calendar import (
    CLASSIFYING_FREQUENCIES,
    FREQUENCIES,
    MONTHS,
    WEEKDAYS,
)
from onrecord.extract.times.en.lexicon.patterns import COUNT, UNIT, UNIT_WORDS, WEEKDAY
from onrecord.extract.times.en.word_values import (
    read_count,
    read_month,
    read_part_of_day,
    read_unit,
    read_weekday,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading, explain
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.numerals import build_alternation


def _build_set(span: tuple[int, int], value: str, step: str) -> tuple[TimexReading, ...]:
    return (TimexReading(*span, "SET", value, derivation=explain(step)),)


def _read_habitual_part(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "at weekends", "in the mornings": each one."""
    if match["weekends"]:
        return _build_set(match.span("weekends"), "XXXX-WXX-WE", "each weekend")
    value = f"XXXX-XX-XXT{read_part_of_day(match['part'].removesuffix('s'))}"
    return _build_set(match.span("parts"), value, f"each of the {match['part']}")


def _read_each(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "every Tuesday", "each month", "every two years"."""
    if match["day"]:
        value = f"XXXX-WXX-{read_weekday(match['day']) + 1}"
    elif match["month"]:
        value = f"XXXX-{read_month(match['month']):02d}"
    elif match["part"]:
        value = f"XXXX-XX-XXT{read_part_of_day(match['part'])}"
    else:
        if match["unit"].lower().endswith("s") and not match["count"]:
            return ()
        every = 2.0 if match["other"] else 1.0
        count = read_count(match["count"]).number if match["count"] else every
        value = arithmetic.format_duration(count, read_unit(match["unit"]))
    return _build_set(match.span(), value, "each one")


def _read_times_per_unit(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    """Read "twice a week", "three times a day"."""
    value = arithmetic.format_duration(1, read_unit(match["unit"]))
    return _build_set(match.span(), value, f"{match['often']} in each")


def _read_frequency(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "daily", "annual", and no paper's name ("Daily Mail")."""
    word = match["word"]
    if context.in_name or (word[:1].isupper() and re.match(r"[ -][A-Z]", context.after)):
        return ()
    if _THING_AFTER.match(context.after):
        return ()
    # "the annual meeting", "a quarterly loss": what kind it is, more than how often it comes.
    if word.lower() in CLASSIFYING_FREQUENCIES and context.tag_after[:1] in {"N", "J"}:
        return ()
    return _build_set(match.span(), FREQUENCIES[word.lower()], word.lower())


_THING_AFTER = re.compile(r"[- ](?:newspaper|paper|tabloid|life|bread|routine)s?\b")

RULES = (
    build_rule(
        "sets of a week",
        {"on", "at", "in"},
        r"(?:(?:on|at) (?P<weekends>(?:the )?weekends)|in (?P<parts>the (?P<part>mornings|afternoons|evenings)))",
        _read_habitual_part,
        required={"weekends", "mornings", "afternoons", "evenings"},
    ),
    build_rule(
        "each",
        {"every", "each", "per"},
        rf"(?:every|each|per) (?:single )?(?:(?P<other>other|second) )?(?:(?P<day>{WEEKDAY})"
        r"|(?P<month>(?-i:January|February|March|April|May|June|July|August|September|October"
        r"|November|December))|(?P<part>morning|afternoon|evening|night)"
        rf"|(?:(?P<count>{COUNT}) )?(?P<unit>{UNIT}))",
        _read_each,
        required={*UNIT_WORDS, *WEEKDAYS, *MONTHS, "morning", "afternoon", "evening", "night"},
    ),
    build_rule(
        "times a",
        {"once", "twice", "#", "two", "three", "four", "five", "six", "several", "many"},
        r"(?P<often>once|twice|(?:\d+|two|three|four|five|six|several|many) times)"
        rf" (?:a|an|each|every|per) (?P<unit>{UNIT})",
        _read_times_per_unit,
        required=UNIT_WORDS,
    ),
    build_rule(
        "frequency",
        FREQUENCIES,
        rf"(?P<word>{build_alternation(FREQUENCIES)})",
        _read_frequency,
        required=FREQUENCIES,
    ),
)
