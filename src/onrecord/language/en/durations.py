"""English lengths of time and repetitions: "two-day", "for three years", "every month", "twice a week".

In: matches of the patterns here with their frame. Out: readings of type DURATION and SET. Leaves
alone lengths that lead to a point in time ("two weeks ago": see `deictics`), and ages.
"""

from __future__ import annotations

import re

from onrecord.language import timex
from onrecord.language.en.calendar import FREQUENCIES
from onrecord.language.en.hedges import HEDGES, TIME_MODS
from onrecord.language.en.timewords import (
    COUNT,
    COUNT_STARTS,
    HEDGE,
    HEDGE_STARTS,
    KIND,
    MONTH,
    UNIT,
    WEEKDAY,
    count_of,
    month_number,
    unit_code,
    weekday_number,
)
from onrecord.language.numerals import either
from onrecord.language.timerules import Frame, Reading, rule, span_of

_LENGTH_WORDS = frozenset(
    {
        "for", "in", "within", "over", "after", "than", "of", "about", "nearly", "almost", "under",
        "lasted", "lasting", "took", "take", "takes", "taken", "taking", "spent", "spend", "during",
        "least", "most", "to", "just", "only", "around", "exactly", "another", "waited", "every",
        "once", "some", "barely", "and", "not", "or", "is", "was", "past", "half", "up", "with",
        "be", "by", "through",
    }
)  # fmt: skip
_SINGULAR_ONLY = frozenset({"S", "MIN", "N", "WE"})
_AGE = re.compile(r"[- ](?:old|olds)\b|['’]? (?:of age|senior|junior)\b")


def _length(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    count, low = count_of(match["count"])
    unit, written = unit_code(match["unit"]), match["count"].lower()
    if _AGE.match(frame.after) or re.search(r"\baged? $", frame.before):
        return ()
    if written in {"a", "an"}:
        return _one(match, unit, frame)
    if written == "one" and not match["hedge"] and not match["unit"].lower().endswith("s"):
        if unit in {"D", "N", "S", "MIN"} and "-" not in match[0] and frame.word_before not in _LENGTH_WORDS:
            return ()
    if written in {"recent", "some"} and not match["unit"].lower().endswith("s"):
        return ()
    if unit in {"S", "WE", "N"} and count is None and unit != "N":
        return ()
    if count is not None and count > 1 and not match["unit"].lower().endswith("s"):
        hyphen = "-" in match.string[match.end("count") : match.start("unit")] or match[0].endswith("-")
        if unit == "S" and not hyphen:
            return ()
    if written == "recent":
        anchor = "published" if frame.published else None
        return (Reading(*match.span(), "DATE", "PAST_REF", anchor, steps=("no day is said",)),)
    if written.isdecimal() and re.search(rf"(?:{MONTH}|\d) $", frame.before):
        return ()
    mod = TIME_MODS[HEDGES[match["hedge"].lower()]] if match["hedge"] else "APPROX" if low else None
    step = f"{match['count']} {match['unit']}" + ("; the lower of two numbers" if low else "")
    return (Reading(*match.span(), "DURATION", timex.duration(count, unit), mod=mod, steps=(step,)),)


def _one(match: re.Match[str], unit: str, frame: Frame) -> tuple[Reading, ...]:
    """ "a year": a length, or each year after an amount."""
    kind = match.string[match.end("count") : match.start("unit")].strip()
    mod = TIME_MODS[HEDGES[match["hedge"].lower()]] if match["hedge"] else None
    word = frame.word_before
    if mod is None and not kind and (word in {"once", "twice", "times"} or re.search(r"\d(?:%|[kmbn]{0,2})? $|(?:llion|thousand|hundred|per ?cent|pounds|dollars|euros|people|troops|men|tonnes|barrels|deaths) $", frame.before)):
        value = timex.duration(1, unit)
        return (Reading(*match.span(), "SET", value, steps=("each one, after an amount",)),)
    if unit in _SINGULAR_ONLY and (unit != "MIN" or word not in {"in", "within", "for"}):
        return ()
    if mod is None and not kind and word not in _LENGTH_WORDS:
        if frame.tag_after.startswith(("N", "J")) or not word:
            return ()
    if re.match(r" (?:of|when|in which|to remember|for|that)\b", frame.after):
        return ()
    return (Reading(*match.span(), "DURATION", timex.duration(1, unit), mod=mod, steps=("one",)),)


def _bare(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    """ "for years", "decades of war"."""
    words = span_of(match)
    unit = unit_code(match.string[slice(*words)].split()[0])
    value = timex.duration(None, unit)
    return (Reading(*words, "DURATION", value, steps=("how many is not said",)),)


def _each(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    if match["day"]:
        value = f"XXXX-WXX-{weekday_number(match['day']) + 1}"
    elif match["month"]:
        value = f"XXXX-{month_number(match['month']):02d}"
    elif match["part"]:
        value = f"XXXX-XX-XXT{match['part'][:2].upper()}"
    else:
        unit = unit_code(match["unit"])
        if match["unit"].lower().endswith("s") and not match["count"]:
            return ()
        count, _ = count_of(match["count"]) if match["count"] else (1.0, False)
        count = 2.0 if match["other"] else count
        value = timex.duration(count, unit)
    return (Reading(*match.span(), "SET", value, steps=("each one",)),)


def _times_a(match: re.Match[str], _: Frame) -> tuple[Reading, ...]:
    return (Reading(*match.span(), "SET", timex.duration(1, unit_code(match["unit"])), steps=(f"{match['often']} in each",)),)


def _frequency(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    word = match["word"].lower()
    if frame.named or (match["word"][:1].isupper() and re.match(r"[ -][A-Z]", frame.after)):
        return ()
    if re.match(r"[- ](?:Mail|Express|Telegraph|Mirror|Star|Beast|Star|paper|newspaper|basis)", frame.after):
        return ()
    return (Reading(*match.span(), "SET", FREQUENCIES[word], steps=(f"{word}",)),)


_UNITS = r"(?:hours|days|weeks|months|years|decades|centuries|minutes|nights)"

RULES = (
    rule("length", COUNT_STARTS | HEDGE_STARTS,
         rf"(?:(?P<hedge>{HEDGE}) )?(?:(?:another|the|just|only) )?(?P<count>{COUNT})(?:[ -]{KIND}|(?<=\d))(?P<unit>{UNIT})(?:['’](?![a-z])|(?=-long))?(?:-long\b)?(?: and a half)?", _length),
    rule("bare length", {"for", "after", "over", "years", "decades", "months", "weeks", "centuries", "hours", "in", "within", "last", "lasted", "days", "took", "take"},
         rf"(?:(?:for|after|over|within|in|last|lasted|took|take) (?P<span>{_UNITS}(?: (?:or|and) (?:even )?{_UNITS})?)(?! (?:ago|later|earlier|old|before))|(?:{_UNITS}(?= of [a-z]| to come)))", _bare),
    rule("each", {"every", "each", "per"},
         rf"(?:every|each|per) (?:single )?(?:(?P<other>other|second) )?(?:(?P<day>{WEEKDAY})|(?P<month>{MONTH})|(?P<part>morning|afternoon|evening|night)|(?:(?P<count>{COUNT}) )?(?P<unit>{UNIT}))", _each),
    rule("times a", {"once", "twice", "#", "two", "three", "four", "five", "six", "several"},
         rf"(?P<often>once|twice|(?:\d+|two|three|four|five|six|several|many) times) (?:a|an|each|every|per) (?P<unit>{UNIT})", _times_a),
    rule("frequency", FREQUENCIES, rf"(?P<word>{either(FREQUENCIES)})", _frequency),
)  # fmt: skip
