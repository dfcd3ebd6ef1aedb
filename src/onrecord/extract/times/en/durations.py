"""English lengths of time: "two-day", "for three years", "all day", "£5m a year".

In: matches of the patterns here with their context. Out: readings of type DURATION, and SET after an amount. Out of
scope: lengths that lead to a point in time ("two weeks ago": see `offsets`), and ages.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.en.lexicon.context_words import WORDS_BEFORE_LENGTHS
from onrecord.extract.times.en.lexicon.patterns import (
    COUNT,
    COUNT_STARTS,
    COUNTED_UNIT,
    HEDGE,
    HEDGE_STARTS,
    LENGTH_QUALIFIER,
    MONTH,
    UNIT,
    UNIT_WORDS,
)
from onrecord.extract.times.en.word_values import Count, read_count, read_unit, split_fraction
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading, explain, find_span
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.en.function_words import INDEFINITE_ARTICLES
from onrecord.language.en.hedges import HEDGE_PHRASES, TIME_MODS
from onrecord.language.numerals import build_alternation

_AGE_AFTER = re.compile(
    r"(?:,? (?:and )?[\w-]+ [a-z]+)?[- ]olds?\b|['’]? (?:of age|senior|junior)\b"
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|turned|turning|the age of) (?:\d+ ?(?:-|–|to|and) ?)?$")
_WAR_AFTER = re.compile(r"['’]? War\b")
AMOUNT_BEFORE = re.compile(
    r"\d(?:%|[kmbn]{0,2})? $|(?:llion|thousand|hundred|per ?cent|pounds|dollars|euros|people|troops"
    r"|men|women|tonnes|tons|barrels|deaths|times|once|twice|hours|days|miles|bn|flights|cases) $"
    r"|\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozen|several) (?:[a-z-]+ )?[a-z]{2,}s $",
    re.IGNORECASE,
)
"""An amount, after which "a year" says how often."""
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_UNITS_NOT_ALONE = frozenset({"S", "N", "WE"})
_WORDS_BEFORE_MORE = WORDS_BEFORE_LENGTHS - {"is", "was", "and", "or", "not", "be", "with"}
_PARTITIVE_WORDS = frozenset({"early", "small", "late", "opening", "closing", "first", "last"})
"""Words before units that make them part of another time ("the early hours of")."""


def _read_length(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "three years", "two-day", "more than a decade"."""
    if _is_age_or_name(match, context):
        return ()
    unit = read_unit(match["unit"])
    if match["count"].lower() in INDEFINITE_ARTICLES:
        return _read_one_unit(match, unit, context)
    count = _read_count_and_fraction(match)
    if not _is_length(match, unit, count.number, context):
        return ()
    if match["hedge"] and _is_spanning_preposition(match["hedge"], context):
        return _read_without_hedge(match, context)
    return (_build_length(match, unit, count, context),)


def _is_age_or_name(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether the words are an age, a name ("the 60 Day Lift", "the Six-Day War") or an idiom ("call it a day")."""
    if _AGE_AFTER.match(context.after) or _AGE_BEFORE.search(context.before):
        return True
    unit = match["unit"]
    is_capitalised = unit.istitle() and not unit.endswith("s")
    return bool(
        unit == "Min"
        or (is_capitalised and _NAME_AFTER.match(context.after))
        or _WAR_AFTER.match(context.after)
        or context.before.endswith(" it ")
    )


def _read_count_and_fraction(match: re.Match[str]) -> Count:
    """Return the count, with the fraction after the unit ("two years and a half")."""
    count = read_count(match["count"])
    if count.number is None or not match["and_half"]:
        return count
    return count._replace(number=count.number + split_fraction(match["and_half"].lower())[1])


def _read_without_hedge(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read the length of "£5m over five years": "over" is the preposition before it."""
    length = _LENGTH.match(match.string, match.start("count"))
    inner_context = replace(context, before=f"{context.before}{match['hedge']} ")
    return _read_length(length, inner_context) if length else ()


def _build_length(
    match: re.Match[str], unit: str, count: Count, context: TimexContext
) -> TimexReading:
    if match["count"].lower() == "recent":
        anchor = "published" if context.published else None
        step = explain("no day is stated")
        return TimexReading(*match.span(), "DATE", "PAST_REF", anchor, derivation=step)
    lower_of_two = "; the lower of two numbers" if count.is_lower_bound else ""
    return TimexReading(
        *match.span(),
        "DURATION",
        arithmetic.format_duration(count.number, unit),
        mod=_read_length_mod(match) or ("APPROX" if count.is_lower_bound else None),
        derivation=explain(f"{match['count']} {match['unit']}{lower_of_two}"),
    )


def _is_spanning_preposition(hedge: str, context: TimexContext) -> bool:
    """Return whether "over" is a preposition ("£5m over five years") and does not hedge the length."""
    return hedge.lower() in {"over", "around"} and context.word_before not in WORDS_BEFORE_LENGTHS


def _is_length(match: re.Match[str], unit: str, count: float | None, context: TimexContext) -> bool:
    """Return whether number and unit are a length: not "second" the ordinal, not "one day" in the future."""
    is_plural, is_hyphenated = match["unit"].lower().endswith("s"), _is_hyphenated(match)
    if _is_other_count(match, unit, context, is_plural=is_plural):
        return False
    if count is None:
        return is_plural and unit not in {"S", "WE"}
    if is_plural or is_hyphenated:
        return True
    if count > 1:
        return match.end("count") == match.start("unit") or unit != "S"
    if match["count"].lower() == "one" and unit in {"D", "N", "S", "MIN"}:
        return bool(match["hedge"]) or context.word_before in WORDS_BEFORE_LENGTHS
    return True


def _is_hyphenated(match: re.Match[str]) -> bool:
    return match.string.startswith("-", match.end("count"), match.start("unit"))


def _is_other_count(
    match: re.Match[str], unit: str, context: TimexContext, *, is_plural: bool
) -> bool:
    """Return whether the number counts something else: "the two-day", "quarters of", "March 15 days", "how many days"."""
    written, is_hyphenated = match["count"].lower(), _is_hyphenated(match)
    return bool(
        (match["the"] and (is_hyphenated or not is_plural))
        or (unit == "Q" and (is_hyphenated or context.after.startswith(" of ")))
        or _FOUR_DIGITS.match(written)
        or _MONTH_BEFORE.search(context.before)
        or (written == "many" and context.word_before in {"as", "how", "so", "too"})
    )


def _read_one_unit(
    match: re.Match[str], unit: str, context: TimexContext
) -> tuple[TimexReading, ...]:
    """Read "a year": a length, or every year after an amount."""
    qualifier = match.string[match.end("count") : match.start("unit")].strip()
    is_bare = not match["hedge"] and not qualifier
    if match["the"] or match["unit"].lower().endswith("s") or context.after.startswith("-"):
        return ()
    if is_bare and AMOUNT_BEFORE.search(context.before):
        value = arithmetic.format_duration(1, unit)
        step = explain("each one, after an amount")
        return (TimexReading(*match.span(), "SET", value, derivation=step),)
    if unit == "Q" or unit in _UNITS_NOT_ALONE or _is_of_something(context):
        return ()
    is_plain = is_bare and context.word_before not in WORDS_BEFORE_LENGTHS and not match["and_half"]
    is_modifier = context.tag_after[:1] in {"N", "J"}
    if is_plain and (is_modifier or not context.word_before or unit == "MIN"):
        return ()
    fraction = split_fraction((match["and_half"] or "").lower())[1]
    value = arithmetic.format_duration(1 + fraction, unit)
    step = explain(f"one{match['and_half'] or ''}")
    mod = _read_length_mod(match)
    return (TimexReading(*match.span(), "DURATION", value, mod=mod, derivation=step),)


def _is_of_something(context: TimexContext) -> bool:
    """Return whether the words after "a day" make it a point in time: "a day when", "a day of the week"."""
    if _DAY_CLAUSE_AFTER.match(context.after):
        return True
    return context.after.startswith(" of") and not _OF_CONTENT.match(context.after)


def _read_length_mod(match: re.Match[str]) -> str | None:
    if match["hedge"]:
        return TIME_MODS[HEDGE_PHRASES[match["hedge"].lower()]]
    return "APPROX" if match["so"] else None


def _read_uncounted_length(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "for years", "decades of war", and not "the early hours of"."""
    start, end = find_span(match)
    if context.word_before in _PARTITIVE_WORDS:
        return ()
    unit = read_unit(match.string[start:end].split()[0])
    value, step = arithmetic.format_duration(None, unit), explain("how many is not stated")
    return (TimexReading(start, end, "DURATION", value, derivation=step),)


def _read_another(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "for another year": one more."""
    unit = read_unit(match["unit"])
    if context.tag_after[:1] == "N" or context.after.startswith("-") or unit in _UNITS_NOT_ALONE:
        return ()
    if context.word_before not in _WORDS_BEFORE_MORE:
        return ()
    value = arithmetic.format_duration(1, unit)
    return (TimexReading(*match.span(), "DURATION", value, derivation=explain("one more")),)


def _read_all(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "all day", "all week long", "the whole year": one, from beginning to end."""
    if context.tag_after[:2] == "NN" or context.after.startswith("-"):
        return ()
    value = arithmetic.format_duration(1, read_unit(match["unit"]))
    step = explain("one, the whole of it")
    return (TimexReading(*match.span(), "DURATION", value, derivation=step),)


def _read_within_the_hour(match: re.Match[str], _: TimexContext) -> tuple[TimexReading, ...]:
    step = explain("no more than one")
    return (TimexReading(*match.span("span"), "DURATION", "PT1H", derivation=step),)


_OF_CONTENT = re.compile(
    r" of (?!(?:the|th|a|an|my|his|her|our|their|its|that|this|which|all|our)\b)[a-z]"
)
"""After "a week": of what fills it ("a week of rain"), not "a day of the week"."""
_DAY_CLAUSE_AFTER = re.compile(r" (?:when|in which|to remember|that)\b")
_FOUR_DIGITS = re.compile(r"\d{4}(?!\d)")
_MONTH_BEFORE = re.compile(rf"(?:{MONTH}) $")
_UNITS = r"(?:hours|days|weeks|months|years|decades|centuries|minutes|nights)"
_WORDS_BEFORE_UNITS = (
    "for", "after", "over", "within", "in", "last", "lasted", "took", "take", "takes", "spent",
)  # fmt: skip

_LENGTH_PATTERN = (
    rf"(?:(?P<hedge>{HEDGE}) )?(?:(?:another|(?P<the>the)) )?"
    rf"(?P<count>{COUNT})(?:[ -]{LENGTH_QUALIFIER}|(?<=\d))(?P<unit>{UNIT})"
    r"(?:['’](?![a-z]))?(?:-long\b)?(?P<and_half> and a (?:half|quarter))?(?P<so> or so| or two)?"
)
_LENGTH = re.compile(_LENGTH_PATTERN, re.IGNORECASE)

RULES = (
    build_rule(
        "length",
        COUNT_STARTS | HEDGE_STARTS | {"the", "another"},
        _LENGTH_PATTERN,
        _read_length,
        prefix=COUNTED_UNIT,
        required=UNIT_WORDS,
    ),
    build_rule(
        "bare length",
        {*_WORDS_BEFORE_UNITS, *_UNITS[3:-1].split("|")},
        rf"(?:{build_alternation(_WORDS_BEFORE_UNITS)} (?P<span>{_UNITS}(?: (?:or|and) (?:even )?{_UNITS})?)"
        rf"(?! (?:ago|later|earlier|old|before))|{_UNITS}(?= of [a-z]| to come))",
        _read_uncounted_length,
        required=UNIT_WORDS,
    ),
    build_rule(
        "another",
        {"another"},
        rf"another (?P<unit>{UNIT})(?! (?:of|that|when|at)\b)",
        _read_another,
        required=UNIT_WORDS,
    ),
    build_rule(
        "all day",
        {"all"},
        r"all (?P<unit>day|night|week|month|year)(?: long| round)?(?! (?:of|the|but|to)\b)",
        _read_all,
        required={"day", "night", "week", "month", "year"},
    ),
    build_rule(
        "within the hour",
        {"within"},
        r"within (?P<span>(?:the|an) (?P<unit>hour))",
        _read_within_the_hour,
        required={"hour"},
    ),
)
