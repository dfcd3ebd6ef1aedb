"""English lengths of time: "two-day", "for three years", "all day", "£5m a year".

In: matches of the patterns here with their frame. Out: readings of type DURATION, and SET after an amount. Out of
scope: lengths that lead to a point in time ("two weeks ago": see `deictics`), and ages.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.calendar import LENGTH_WORDS
from onrecord.extract.times.en.patterns import (
    COUNT,
    COUNT_STARTS,
    COUNTED_UNIT,
    HEDGE,
    HEDGE_STARTS,
    KIND,
    MONTH,
    UNIT,
    UNIT_WORDS,
    count_of,
    parted,
    unit_code,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, span_of
from onrecord.extract.times.timex.rules import rule
from onrecord.language.en.hedges import HEDGES, TIME_MODS
from onrecord.language.numerals import build_alternation

_AGE = re.compile(r"(?:,? (?:and )?[\w-]+ [a-z]+)?[- ]olds?\b|['’]? (?:of age|senior|junior)\b")
_AGED = re.compile(r"\b(?:aged?|turned|turning|the age of) (?:\d+ ?(?:-|–|to|and) ?)?$")
AMOUNT = re.compile(
    r"\d(?:%|[kmbn]{0,2})? $|(?:llion|thousand|hundred|per ?cent|pounds|dollars|euros|people|troops"
    r"|men|women|tonnes|tons|barrels|deaths|times|once|twice|hours|days|miles|bn|flights|cases) $"
    r"|\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozen|several) (?:[a-z-]+ )?[a-z]{2,}s $",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_NOT_SINGLE = frozenset({"S", "N", "WE"})


def _length(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "three years", "two-day", "more than a decade"."""
    written, unit = match["count"].lower(), unit_code(match["unit"])
    if _AGE.match(frame.after) or _AGED.search(frame.before) or match["unit"] == "Min":
        return ()
    if (
        match["unit"].istitle()
        and not match["unit"].endswith("s")
        and _NAME_AFTER.match(frame.after)
    ):
        return ()  # "the 60 Day Lift"
    if re.match(r"['’]? War\b", frame.after) or frame.before.endswith(" it "):
        return ()  # "the Six-Day War", "they called it a day"
    if written in {"a", "an"}:
        return _one(match, unit, frame)
    count, low = count_of(match["count"])
    if count is not None and match["and_half"]:
        count += parted(match["and_half"].lower())[1]
    if not _is_length(match, unit, count, frame):
        return ()
    if match["hedge"] and _is_preposition(match["hedge"], frame):
        inner = _LENGTH.match(match.string, match.start("count"))
        return (
            _length(inner, replace(frame, before=frame.before + match["hedge"] + " "))
            if inner
            else ()
        )
    if written == "recent":
        anchor = "published" if frame.published else None
        return (Reading(*match.span(), "DATE", "PAST_REF", anchor, steps=("no day is said",)),)
    step = f"{match['count']} {match['unit']}" + ("; the lower of two numbers" if low else "")
    mod = _mod(match) or ("APPROX" if low else None)
    return (
        Reading(
            *match.span(), "DURATION", arithmetic.duration(count, unit), mod=mod, steps=(step,)
        ),
    )


def _is_preposition(hedge: str, frame: Frame) -> bool:
    """Return whether "over" spans the length ("£5m over five years") and does not hedge it."""
    return hedge.lower() in {"over", "around"} and frame.word_before not in LENGTH_WORDS


def _is_length(match: re.Match[str], unit: str, count: float | None, frame: Frame) -> bool:
    """Return whether number and unit are a length: not "second" the ordinal, not "one day" to come."""
    plural = match["unit"].lower().endswith("s")
    hyphen = match.string[match.end("count") : match.start("unit")].startswith("-")
    written = match["count"].lower()
    if match["the"] and (hyphen or not plural):
        return False
    if unit == "Q" and (hyphen or frame.after.startswith(" of ")):
        return False
    if re.match(r"\d{4}(?!\d)", written) or re.search(rf"(?:{MONTH}) $", frame.before):
        return False
    if written == "many" and frame.word_before in {"as", "how", "so", "too"}:
        return False
    if count is None:
        return plural and unit not in {"S", "WE"}
    if not plural and not hyphen and count > 1:
        return match.end("count") == match.start("unit") or unit != "S"
    if written == "one" and not plural and not hyphen and unit in {"D", "N", "S", "MIN"}:
        return bool(match["hedge"]) or frame.word_before in LENGTH_WORDS
    return True


def _one(match: re.Match[str], unit: str, frame: Frame) -> tuple[Reading, ...]:
    """Read "a year": a length, or each year after an amount."""
    between = match.string[match.end("count") : match.start("unit")].strip()
    if match["the"] or match["unit"].lower().endswith("s") or frame.after.startswith("-"):
        return ()
    if not match["hedge"] and not between and AMOUNT.search(frame.before):
        value = arithmetic.duration(1, unit)
        return (Reading(*match.span(), "SET", value, steps=("each one, after an amount",)),)
    if (
        unit == "Q"
        or unit in _NOT_SINGLE
        or re.match(r" (?:when|in which|to remember|that)\b", frame.after)
        or (frame.after.startswith(" of") and not _ONE_OF.match(frame.after))
    ):
        return ()
    plain = not match["hedge"] and not between and frame.word_before not in LENGTH_WORDS
    plain = plain and not match["and_half"]
    if plain and (frame.tag_after[:1] in {"N", "J"} or not frame.word_before or unit == "MIN"):
        return ()
    part = parted((match["and_half"] or "").lower())[1]
    value, step = arithmetic.duration(1 + part, unit), f"one{match['and_half'] or ''}"
    return (Reading(*match.span(), "DURATION", value, mod=_mod(match), steps=(step,)),)


_ONE_OF = re.compile(
    r" of (?!(?:the|th|a|an|my|his|her|our|their|its|that|this|which|all|our)\b)[a-z]"
)
"""After "a week": of something it was full of ("a week of rain"), not "a day of the week"."""


def _mod(match: re.Match[str]) -> str | None:
    if match["hedge"]:
        return TIME_MODS[HEDGES[match["hedge"].lower()]]
    return "APPROX" if match["so"] else None


def _bare(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "for years", "decades of war", and not "the early hours of"."""
    words = span_of(match)
    if frame.word_before in {"early", "small", "late", "opening", "closing", "first", "last"}:
        return ()
    unit = unit_code(match.string[slice(*words)].split()[0])
    value = arithmetic.duration(None, unit)
    return (Reading(*words, "DURATION", value, steps=("how many is not said",)),)


def _another(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "for another year": one more."""
    unit = unit_code(match["unit"])
    if frame.tag_after[:1] == "N" or frame.after.startswith("-") or unit in _NOT_SINGLE:
        return ()
    if frame.word_before not in LENGTH_WORDS - {"is", "was", "and", "or", "not", "be", "with"}:
        return ()
    return (Reading(*match.span(), "DURATION", arithmetic.duration(1, unit), steps=("one more",)),)


def _all(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "all day", "all week long", "the whole year": one, from end to end."""
    if frame.tag_after[:2] == "NN" or frame.after.startswith("-"):
        return ()
    value = arithmetic.duration(1, unit_code(match["unit"]))
    return (Reading(*match.span(), "DURATION", value, steps=("one, the whole of it",)),)


_UNITS = r"(?:hours|days|weeks|months|years|decades|centuries|minutes|nights)"
_BEFORE_UNITS = (
    "for", "after", "over", "within", "in", "last", "lasted", "took", "take", "takes", "spent",
)  # fmt: skip

_LENGTH_PATTERN = (
    rf"(?:(?P<hedge>{HEDGE}) )?(?:(?:another|(?P<the>the)) )?"
    rf"(?P<count>{COUNT})(?:[ -]{KIND}|(?<=\d))(?P<unit>{UNIT})"
    r"(?:['’](?![a-z]))?(?:-long\b)?(?P<and_half> and a (?:half|quarter))?(?P<so> or so| or two)?"
)
_LENGTH = re.compile(_LENGTH_PATTERN, re.IGNORECASE)

RULES = (
    rule(
        "length",
        COUNT_STARTS | HEDGE_STARTS | {"the", "another"},
        _LENGTH_PATTERN,
        _length,
        stem=COUNTED_UNIT,
        needs=UNIT_WORDS,
    ),
    rule(
        "bare length",
        {*_BEFORE_UNITS, *_UNITS[3:-1].split("|")},
        rf"(?:{build_alternation(_BEFORE_UNITS)} (?P<span>{_UNITS}(?: (?:or|and) (?:even )?{_UNITS})?)"
        rf"(?! (?:ago|later|earlier|old|before))|{_UNITS}(?= of [a-z]| to come))",
        _bare,
        needs=UNIT_WORDS,
    ),
    rule(
        "another",
        {"another"},
        rf"another (?P<unit>{UNIT})(?! (?:of|that|when|at)\b)",
        _another,
        needs=UNIT_WORDS,
    ),
    rule(
        "all day",
        {"all"},
        r"all (?P<unit>day|night|week|month|year)(?: long| round)?(?! (?:of|the|but|to)\b)",
        _all,
        needs={"day", "night", "week", "month", "year"},
    ),
    rule(
        "within the hour",
        {"within"},
        r"within (?P<span>(?:the|an) (?P<unit>hour))",
        lambda match, _: (
            Reading(*match.span("span"), "DURATION", "PT1H", steps=("no more than one",)),
        ),
        needs={"hour"},
    ),
)
