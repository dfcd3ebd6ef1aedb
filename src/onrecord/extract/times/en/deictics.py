"""English times reckoned from the day of publication or from a time told before.

In: matches of the patterns here with their frame. Out: readings; open where the page states no day
fine enough. Out of scope: what states a calendar date (`dates`, `years`, `weekdays`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.calendar import DAY_WORDS, FUZZY
from onrecord.extract.times.en.patterns import (
    COUNT,
    KIND,
    MOD,
    MOD_STARTS,
    UNIT,
    UNIT_WORDS,
    count_of,
    mod_of,
    part_of_day,
    unit_code,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.reading import Frame, Reading, from_published, from_told, span_of
from onrecord.extract.times.timex.rules import rule
from onrecord.language.numerals import build_alternation

_OFFSETS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "present": 0, "next": 1,
    "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip
_TOLD = {
    "the following": 1, "the next": 1, "the previous": -1, "the same": 0, "that": 0,
    "that same": 0, "that very": 0,
}  # fmt: skip
_BACK = frozenset({"last", "past", "previous", "preceding", "recent"})
_SIDES = frozenset({"past", "last", "next", "coming"})
_DAY_STEPS = {
    -1: "the day before publication",
    0: "the day of publication",
    1: "the day after publication",
}
_SHORT = frozenset({"S", "MIN", "H"})
_LENGTHS = frozenset({"H", "FN", "DE", "CE"})
"""Units of which the last or next one is counted from the day, not by the calendar."""


def _day_word(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "yesterday", "tomorrow morning", "late today"."""
    word = match["word"].lower()
    if word == "today" and (frame.named or _is_programme(match, frame)):
        return ()
    if re.search(
        r"(?<!end)(?<!start)(?<!beginning)(?<!middle)(?<!rest) of (?:today and )?$", frame.before
    ):
        age = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[DAY_WORDS[word]]
        return (Reading(*match.span(), "DATE", age, steps=("an age, not a day",)),)
    value = arithmetic.shift(frame.published, DAY_WORDS[word], "D")
    step = _DAY_STEPS[DAY_WORDS[word]]
    part = match["part"] or match["part_before"]
    if part:
        value = value and f"{value}T{part_of_day(part)}"
        return (from_published(match, value, frame, (step,), kind="TIME"),)
    return (from_published(match, value, frame, (step,)),)


def _is_programme(match: re.Match[str], frame: Frame) -> bool:
    """Return whether "Today" is a programme's name: capital, and said to be one."""
    shown = re.match(
        r"(?:['’]s)? (?:\w+ )?(?:show|programme|program|newspaper|host|presenter)\b", frame.after
    )
    return match["word"][0].isupper() and bool(frame.word_before) and shown is not None


def _unit(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "last week", "earlier this year", "the end of next month", "that day"."""
    which, unit = " ".join(match["which"].lower().split()), unit_code(match["unit"])
    name = match["unit"].lower()
    if (
        unit in _LENGTHS
        and which.split()[-1] in _SIDES
        and (unit in {"H", "FN"} or which.startswith("the "))
    ):
        return _one_long(match, which, unit, frame)
    if unit in _SHORT | {"N"}:  # "that night" is a part of a day.
        return ()
    if unit == "Q" and frame.quarter and which in {"that", "the same", "that same"}:
        told = (f"the quarter told before, {frame.quarter}",)
        return (Reading(*match.span(), "DATE", frame.quarter, "quarter", steps=told),)
    if which in _TOLD and not (which == "the next" and frame.told is None):
        value = arithmetic.shift(frame.told, _TOLD[which], unit)
        return (from_told(match, value, frame, (f"{which} {name}",)),)
    if unit == "D" and which.removeprefix("the ") in {"last", "past", "coming"}:
        return ()
    offset = _OFFSETS[which.split()[-1]]
    value = arithmetic.shift(frame.published, offset, unit)
    day = arithmetic.day_of(frame.published)
    if unit == "WE" and offset == 0 and frame.tense == "past" and day and day.weekday() < 3:
        value, offset = arithmetic.shift(frame.published, -1, unit), -1
    steps = (f"{name} of publication" + (f" {offset:+d}" if offset else ""), *_within(match))
    return (from_published(match, value, frame, steps, mod=mod_of(match)),)


def _one_long(match: re.Match[str], which: str, unit: str, frame: Frame) -> tuple[Reading, ...]:
    """Read "the past hour", "the next decade": a length that ends or begins at publication."""
    if match["within"] or mod_of(match) or (unit == "H" and not which.startswith("the ")):
        return ()
    anchor, waits = ("published", None) if frame.published else (None, "published")
    side = "before" if which.rsplit(maxsplit=1)[-1] in _BACK else "after"
    steps = (f"one {match['unit'].lower()} {side} publication",)
    value = arithmetic.duration(1, unit)
    return (Reading(*match.span(), "DURATION", value, anchor, waits, steps=steps),)


def _the_unit(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "earlier in the year", "the end of the month", "later in the day"."""
    unit, mod = unit_code(match["unit"]), mod_of(match)
    if unit in _SHORT | {"N"} or not (mod or match["within"]) or re.match(r" of\b", frame.after):
        return ()
    if unit == "D" and mod == "END" and frame.after.startswith(",") and frame.tense != "past":
        return ()  # "At the end of the day, what counts is trust."
    told = _scene(match, unit, frame)
    if told is not None:
        steps = (f"the {match['unit'].lower()} the text tells of", *_within(match))
        return (replace(from_told(match, told, frame, steps), mod=mod),)
    value = arithmetic.shift(frame.published, 0, unit)
    steps = (f"the {match['unit'].lower()} of publication", *_within(match))
    return (from_published(match, value, frame, steps, mod=mod),)


def _scene(match: re.Match[str], unit: str, frame: Frame) -> str | None:
    """Return the month or year told before, where the text tells the past of it, or None.

    "In March 2003 war came. By the end of the year the army was gone": the end of 2003.
    """
    if unit not in {"M", "Y"} or not frame.set_in or frame.tense != "past":
        return None
    if re.search("current|present|earl", match[0], re.IGNORECASE):
        return None  # "earlier in the year": before the day of writing.
    told = arithmetic.shift(frame.told, 0, unit)
    now = arithmetic.shift(frame.published, 0, unit)
    return told if told and (now is None or told < now) else None


def _within(match: re.Match[str]) -> tuple[str, ...]:
    within = (match["within"] or "").lower()
    return (f"{within} in it",) if within else ()


def _stretch(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the past two years", "the next few days": a length that ends or begins at publication."""
    unit, which = unit_code(match["unit"]), match["which"].lower()
    side = "before" if which in _BACK else "after"
    if match["count"] is None:
        if which in {"first", "final", "intervening"}:
            return ()
        value = ("PAST_REF" if which in _BACK else "FUTURE_REF") if frame.published else None
        step = f"days not counted {side} publication"
        return (from_published(match, value, frame, (step,)),)
    count, low = count_of(match["count"])
    value = arithmetic.duration(count, unit)
    if which in {"first", "final", "intervening", "previous", "preceding", "following"}:
        return (Reading(*match.span(), "DURATION", value, steps=("a length",)),)
    anchor, waits = ("published", None) if frame.published else (None, "published")
    mod, step = "APPROX" if low else None, f"a length {side} publication"
    return (Reading(*match.span(), "DURATION", value, anchor, waits, mod, (step,)),)


def _ahead(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "the weeks ahead", "in the years to come": after publication, how far is not said."""
    value = "FUTURE_REF" if frame.published else None
    return (
        from_published(match, value, frame, (f"{match['unit']} not counted after publication",)),
    )


def _fuzzy(match: re.Match[str], frame: Frame) -> tuple[Reading, ...]:
    """Read "now", "recently", "the future": before, at or after publication, and no more."""
    words = " ".join(match["words"].lower().split())
    if re.search("P|F", match["words"][1:]):
        return ()  # A title's.
    if words in {"the past", "the future"} and re.match(
        r" (?!and|or|but|when|as|that)\w", frame.after
    ):
        if frame.tag_after[:1] in {"N", "J", "C"}:
            return ()
        if re.match(r" (?:of|leader|king|tense)\b", frame.after):
            return ()
    if words == "now" and re.match(r"\s?(?:that\b|,? (?:then|now)\b)", frame.after):
        return ()
    anchor = "published" if frame.published else None
    start, end = span_of(match, "words")
    return (Reading(start, end, "DATE", FUZZY[words], anchor, steps=("no day is said",)),)


_WHICH = build_alternation(
    ["last", "this", "next", "this past", "this coming", "the last", "the past", "the coming",
     "the current", "the present", "the upcoming", *_TOLD]
)  # fmt: skip
_STRETCHES = (
    "past|last|next|coming|previous|preceding|following|first|final|recent|intervening|upcoming"
)
_PART = r"(?:(?:early|late) )?"

RULES = (
    rule(
        "day word",
        {*DAY_WORDS, "early", "late", "earlier", "later", "mid"},
        r"(?:(?:early|late|earlier|later|(?:mid-)?(?P<part_before>morning|afternoon|evening)) )?"
        rf"(?P<word>{build_alternation(DAY_WORDS)})(?! (?:i|we|programme|show)\b|['’]s (?:programme|world)\b)"
        rf"(?:(?: |['’]s ){_PART}(?P<part>morning|afternoon|evening|night|lunchtime))?",
        _day_word,
        needs=DAY_WORDS,
    ),
    rule(
        "unit",
        {*MOD_STARTS, *_OFFSETS, "earlier", "later", "that"},
        rf"{MOD}(?:(?P<within>earlier|later|early|late|this time) )?(?P<which>{_WHICH}) "
        rf"(?:calendar |financial |fiscal |academic |very )?(?P<unit>{UNIT})(?<!s)",
        _unit,
        needs=UNIT_WORDS,
    ),
    rule(
        "the unit",
        {*MOD_STARTS, "earlier", "later"},
        rf"{MOD}(?:(?P<within>earlier|later|early|late)(?: on)? in )?(?:the )?"
        rf"(?:current |present )?(?P<unit>{UNIT})(?<!s)",
        _the_unit,
        needs=UNIT_WORDS,
    ),
    rule(
        "stretch",
        {"the", "these", "coming", "past", "next", "last", "this", "recent"},
        rf"(?:(?:the|these|this) )?(?P<which>{_STRETCHES})(?: (?P<count>{COUNT}))? {KIND}"
        rf"(?P<unit>{UNIT})(?<=s)(?:,? (?:and|or) {UNIT}(?<=s)| or so)?",
        _stretch,
        needs=UNIT_WORDS,
    ),
    rule(
        "ahead",
        {"the"},
        r"the (?P<unit>days|weeks|months|years|decades) (?:(?:immediately )?ahead(?! of)|to come)",
        _ahead,
        needs={"ahead", "come"},
    ),
    rule(
        "fuzzy",
        {*(words.split()[0] for words in FUZZY), "the", "in"},
        rf"(?:in (?=the (?:past|recent|near|fores|fut)))?(?P<words>{build_alternation(FUZZY)})",
        _fuzzy,
        needs={words.split()[-1] for words in FUZZY},
    ),
)
