"""English times relative to the day of publication or to an antecedent: "yesterday", "last week", "the past two years".

In: matches of the patterns here with their context. Out: readings; open where the page states no day that is
fine enough. Out of scope: words that state a calendar date (`dates`, `years`,
`weekdays`), and times at no stated distance (`vague_references`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.lexicon.calendar import (
    CLOCK_UNITS,
    DEICTIC_DAYS,
    MONTH_UNITS,
    WEEKDAYS,
)
from onrecord.extract.times.en.lexicon.patterns import (
    COUNT,
    LENGTH_QUALIFIER,
    MOD,
    MOD_STARTS,
    UNIT,
    UNIT_WORDS,
)
from onrecord.extract.times.en.word_values import (
    read_count,
    read_mod,
    read_part_of_day,
    read_unit,
)
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    explain,
    resolve_from_antecedent,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.numerals import build_alternation

_OFFSETS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "present": 0, "next": 1,
    "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip
_ANTECEDENT_OFFSETS = {
    "the following": 1, "the next": 1, "the previous": -1, "the same": 0, "that": 0,
    "that same": 0, "that very": 0,
}  # fmt: skip
_QUARTER_PRONOUNS = frozenset({"that", "the same", "that same"})
_PAST_STRETCH_WORDS = frozenset({"last", "past", "previous", "preceding", "recent"})
_BOUNDED_WORDS = frozenset({"past", "last", "next", "coming"})
_UNCOUNTED_STRETCHES = frozenset({"first", "final", "intervening"})
_ANTECEDENT_STRETCHES = _UNCOUNTED_STRETCHES | {"previous", "preceding", "following"}
"""Words before a counted length that is not at publication ("the following three days")."""
_DAY_STEPS = {
    -1: "the day before publication",
    0: "the day of publication",
    1: "the day after publication",
}
_VAGUE_DAYS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_ROLLING_UNITS = frozenset({"H", "FN", "DE", "CE"})
"""Units of which the last or next one ends or begins at publication, whatever the calendar."""
_ALWAYS_ROLLING_UNITS = frozenset({"H", "FN"})


def _read_day_word(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "yesterday", "tomorrow morning", "late today"."""
    word = match["word"].lower()
    if word == "today" and (context.in_name or _is_programme_name(match, context)):
        return ()
    offset = DEICTIC_DAYS[word]
    if _OF_BEFORE.search(context.before):  # "the youth of today"
        step = explain("an age, not a day")
        return (TimexReading(*match.span(), "DATE", _VAGUE_DAYS[offset], derivation=step),)
    value, kind = arithmetic.shift(context.published, offset, "D"), "DATE"
    part = match["part"] or match["part_before"]
    if part:
        value, kind = value and f"{value}T{read_part_of_day(part)}", "TIME"
    return (resolve_from_publication(match, value, context, _DAY_STEPS[offset], kind=kind),)


def _is_programme_name(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether "Today" is the name of a programme: capitalised in a sentence, and followed by "show"."""
    is_capitalised = match["word"][0].isupper() and bool(context.word_before)
    return is_capitalised and _PROGRAMME_AFTER.match(context.after) is not None


def _read_unit(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "last week", "earlier this year", "the end of next month", "that day"."""
    which, unit = " ".join(match["which"].lower().split()), read_unit(match["unit"])
    if _is_rolling(which, unit):
        return _read_single_length(match, which, unit, context)
    if unit in CLOCK_UNITS | {"N"}:  # "that night" is a part of a day.
        return ()
    if unit == "Q" and context.antecedent_quarter and which in _QUARTER_PRONOUNS:
        quarter = context.antecedent_quarter
        step = explain(f"the quarter mentioned before, {quarter}")
        return (TimexReading(*match.span(), "DATE", quarter, "quarter", derivation=step),)
    if which in _ANTECEDENT_OFFSETS and not (which == "the next" and context.antecedent is None):
        value = arithmetic.shift(context.antecedent, _ANTECEDENT_OFFSETS[which], unit)
        step_text = f"{which} {match['unit'].lower()}"
        return (resolve_from_antecedent(match, value, context, step_text),)
    if unit == "D" and which.removeprefix("the ") in {"last", "past", "coming"}:
        return ()
    return (_resolve_unit(match, which, unit, context),)


def _is_rolling(which: str, unit: str) -> bool:
    """Return whether "the past decade", "the last hour" is a length up to or from publication."""
    is_bounded = unit in _ROLLING_UNITS and which.rsplit(maxsplit=1)[-1] in _BOUNDED_WORDS
    return is_bounded and (unit in _ALWAYS_ROLLING_UNITS or which.startswith("the "))


def _resolve_unit(
    match: re.Match[str], which: str, unit: str, context: TimexContext
) -> TimexReading:
    """Return the unit of publication, the one before or the one after."""
    offset = _OFFSETS[which.rsplit(maxsplit=1)[-1]]
    day = arithmetic.parse_day(context.published)
    is_weekday = day is not None and day.weekday() < WEEKDAYS["thursday"]
    if unit == "WE" and offset == 0 and context.tense == "past" and is_weekday:
        offset = -1  # "this weekend", said early in the week about the past
    value = arithmetic.shift(context.published, offset, unit)
    step = f"{match['unit'].lower()} of publication" + (f" {offset:+d}" if offset else "")
    mod = read_mod(match)
    return resolve_from_publication(match, value, context, step, *_explain_within(match), mod=mod)


def _read_single_length(
    match: re.Match[str], which: str, unit: str, context: TimexContext
) -> tuple[TimexReading, ...]:
    """Read "the past hour", "the next decade": a length that ends or begins at publication."""
    if match["within"] or read_mod(match) or (unit == "H" and not which.startswith("the ")):
        return ()
    side = "before" if which.rsplit(maxsplit=1)[-1] in _PAST_STRETCH_WORDS else "after"
    value = arithmetic.format_duration(1, unit)
    step = f"one {match['unit'].lower()} {side} publication"
    return (_build_length_at_publication(match, value, context, step),)


def _build_length_at_publication(
    match: re.Match[str],
    value: str,
    context: TimexContext,
    step: str,
    *,
    mod: str | None = None,
) -> TimexReading:
    """Return a length that ends or begins at publication; when that was is open where the page has no date."""
    anchor, waits_for = ("published", None) if context.published else (None, "published")
    return TimexReading(*match.span(), "DURATION", value, anchor, waits_for, mod, explain(step))


def _read_the_unit(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "earlier in the year", "the end of the month", "later in the day"."""
    unit, mod = read_unit(match["unit"]), read_mod(match)
    if unit in CLOCK_UNITS | {"N"} or not (mod or match["within"]):
        return ()
    if re.match(r" of\b", context.after):
        return ()
    if unit == "D" and mod == "END" and context.after.startswith(",") and context.tense != "past":
        return ()  # "At the end of the day, what counts is trust."
    name, within = match["unit"].lower(), _explain_within(match)
    scene = _resolve_scene(match, unit, context)
    if scene is not None:
        step = f"the {name} that the text is about"
        return (resolve_from_antecedent(match, scene, context, step, *within, mod=mod),)
    value = arithmetic.shift(context.published, 0, unit)
    step = f"the {name} of publication"
    return (resolve_from_publication(match, value, context, step, *within, mod=mod),)


def _resolve_scene(match: re.Match[str], unit: str, context: TimexContext) -> str | None:
    """Return the antecedent's month or year, where the text is about the past in it; or None.

    "In March 2003 war came. By the end of the year the army was gone": the end of 2003.
    """
    if unit not in MONTH_UNITS or not context.antecedent_sets_scene or context.tense != "past":
        return None
    if re.search("current|present|earl", match[0], re.IGNORECASE):
        return None  # "earlier in the year": before the day of writing.
    scene = arithmetic.shift(context.antecedent, 0, unit)
    now = arithmetic.shift(context.published, 0, unit)
    return scene if scene and (now is None or scene < now) else None


def _explain_within(match: re.Match[str]) -> tuple[str, ...]:
    within = (match["within"] or "").lower()
    return (f"{within} in it",) if within else ()


def _read_stretch(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the past two years", "the next few days": a length that ends or begins at publication."""
    unit, which = read_unit(match["unit"]), match["which"].lower()
    is_past = which in _PAST_STRETCH_WORDS
    side = "before" if is_past else "after"
    if match["count"] is None:
        if which in _UNCOUNTED_STRETCHES:
            return ()
        value = ("PAST_REF" if is_past else "FUTURE_REF") if context.published else None
        step = f"days not counted {side} publication"
        return (resolve_from_publication(match, value, context, step),)
    number, is_lower_bound = read_count(match["count"])
    length = arithmetic.format_duration(number, unit)
    if which in _ANTECEDENT_STRETCHES:
        return (TimexReading(*match.span(), "DURATION", length, derivation=explain("a length")),)
    step, mod = f"a length {side} publication", "APPROX" if is_lower_bound else None
    return (_build_length_at_publication(match, length, context, step, mod=mod),)


_OF_BEFORE = re.compile(r"(?<!end)(?<!start)(?<!beginning)(?<!middle)(?<!rest) of (?:today and )?$")
_PROGRAMME_AFTER = re.compile(
    r"(?:['’]s)? (?:\w+ )?(?:show|programme|program|newspaper|host|presenter)\b"
)
_WHICH = build_alternation(
    ["last", "this", "next", "this past", "this coming", "the last", "the past", "the coming",
     "the current", "the present", "the upcoming", *_ANTECEDENT_OFFSETS]
)  # fmt: skip
_STRETCH_WORDS = (
    "past|last|next|coming|previous|preceding|following|first|final|recent|intervening|upcoming"
)
_EDGE = r"(?:(?:early|late) )?"

RULES = (
    build_rule(
        "day word",
        {*DEICTIC_DAYS, "early", "late", "earlier", "later", "mid"},
        r"(?:(?:early|late|earlier|later|(?:mid-)?(?P<part_before>morning|afternoon|evening)) )?"
        rf"(?P<word>{build_alternation(DEICTIC_DAYS)})(?! (?:i|we|programme|show)\b|['’]s (?:programme|world)\b)"
        rf"(?:(?: |['’]s ){_EDGE}(?P<part>morning|afternoon|evening|night|lunchtime))?",
        _read_day_word,
        required=DEICTIC_DAYS,
    ),
    build_rule(
        "unit",
        {*MOD_STARTS, *_OFFSETS, "earlier", "later", "that"},
        rf"{MOD}(?:(?P<within>earlier|later|early|late|this time) )?(?P<which>{_WHICH}) "
        rf"(?:calendar |financial |fiscal |academic |very )?(?P<unit>{UNIT})(?<!s)",
        _read_unit,
        required=UNIT_WORDS,
    ),
    build_rule(
        "the unit",
        {*MOD_STARTS, "earlier", "later"},
        rf"{MOD}(?:(?P<within>earlier|later|early|late)(?: on)? in )?(?:the )?"
        rf"(?:current |present )?(?P<unit>{UNIT})(?<!s)",
        _read_the_unit,
        required=UNIT_WORDS,
    ),
    build_rule(
        "stretch",
        {"the", "these", "coming", "past", "next", "last", "this", "recent"},
        rf"(?:(?:the|these|this) )?(?P<which>{_STRETCH_WORDS})(?: (?P<count>{COUNT}))? {LENGTH_QUALIFIER}"
        rf"(?P<unit>{UNIT})(?<=s)(?:,? (?:and|or) {UNIT}(?<=s)| or so)?",
        _read_stretch,
        required=UNIT_WORDS,
    ),
)
