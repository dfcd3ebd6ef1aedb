"""English weekdays: "on Tuesday", "last Friday night", "every Monday's".

In: matches of the patterns here with their context. Out: readings. Out of scope: papers, programmes and
events named after a day ("the Sunday Times", "Bloody Sunday", "the Good Friday Agreement").
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.direction import Direction, choose_direction
from onrecord.extract.times.en.lexicon.context_words import (
    NAME_WORDS_AFTER_WEEKDAY,
    NAME_WORDS_BEFORE_WEEKDAY,
    WORDS_BEFORE_TIMES,
)
from onrecord.extract.times.en.lexicon.patterns import (
    DIRECTION,
    DIRECTION_STARTS,
    MONTH,
    WEEKDAY,
    WEEKDAY_STARTS,
    WEEKDAY_WORDS,
    YEAR,
)
from onrecord.extract.times.en.word_values import read_offset, read_part_of_day, read_weekday
from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    explain,
    resolve_from_antecedent,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule


def _read_weekday(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "Tuesday", "last Friday night", "Thursday of next week", "Saturdays"."""
    if _is_name(match, context):
        return ()
    reading = (
        _read_repeated_weekday(match)
        or _read_indefinite_weekday(match, context)
        or _resolve_by_antecedent(match, context)
        or _resolve_by_publication(match, context)
    )
    return (reading,)


def _read_repeated_weekday(match: re.Match[str]) -> TimexReading | None:
    """Read "Tuesdays", "Tuesday nights": every one."""
    if not (match["plural"] or match["nights"]):
        return None
    part = f"T{read_part_of_day(match['part'])}" if match["part"] else ""
    return TimexReading(
        match.start("day"),
        match.end(),
        "SET",
        f"XXXX-WXX-{read_weekday(match['day']) + 1}{part}",
        derivation=explain("plural weekday: every one"),
    )


def _read_indefinite_weekday(match: re.Match[str], context: TimexContext) -> TimexReading | None:
    """Read "a cold Monday": one of many."""
    if _read_which(match, context) or _read_week(match) or not _is_indefinite(context):
        return None
    part = f"T{read_part_of_day(match['part'])}" if match["part"] else ""
    return TimexReading(
        *match.span(),
        "TIME" if part else "DATE",
        f"XXXX-WXX-{read_weekday(match['day']) + 1}{part}",
        derivation=explain("which one is not stated"),
    )


def _read_which(match: re.Match[str], context: TimexContext) -> str:
    """Return the words that say which one, those of "next Wednesday or Thursday" for both days, or ""."""
    shared = _SHARED_DIRECTION.search(context.before)
    return match["which"] or (shared[1] if shared else "")


def _read_week(match: re.Match[str]) -> str:
    return (match["week"] or match["week_before"] or "").lower()


def _is_indefinite(context: TimexContext) -> bool:
    """Return whether the weekday is one of many: "a cold Monday", "a Monday in January 2019"."""
    if context.tag_after[:2] in {"NN", "JJ"} or re.match("['’]s", context.after):
        return False
    article = _INDEFINITE_BEFORE.search(context.before)
    if article is not None and (article["like"] is None or context.tag_before[:2] == "JJ"):
        return True
    return _IN_MONTH.match(context.after) is not None


def _resolve_by_antecedent(match: re.Match[str], context: TimexContext) -> TimexReading | None:
    """Read "Monday of that week", "the following Friday", the Friday of "from Monday to Friday"."""
    number = read_weekday(match["day"])
    if match["of_week"]:
        weeks = read_offset(match["of_week"])
        in_week = arithmetic.shift(context.antecedent, 7 * weeks, "D")
        value = calendar_search.find_weekday(in_week, number, 0)
        return resolve_from_antecedent(match, value, context, f"of {match['of_week']} week")
    if arithmetic.parse_day(context.antecedent) is None:
        return None
    which = _read_which(match, context)
    sign = _ANTECEDENT_SIGNS.get(which.lower().removeprefix("the "))
    if sign:
        beside = arithmetic.shift(context.antecedent, sign, "D")
        value = calendar_search.find_weekday(beside, number, sign)
        return resolve_from_antecedent(match, value, context, f"the {which.split()[-1]} one")
    direction = _choose_weekday_direction(match, context)
    if direction.sign == 1 and _RANGE_BEFORE.search(context.before):
        value = calendar_search.find_weekday(context.antecedent, number, 1)
        return resolve_from_antecedent(match, value, context, "the end of a range of days")
    return None


def _choose_weekday_direction(match: re.Match[str], context: TimexContext) -> Direction:
    """Return the direction; sign -2 or 2 for last or next week (see `find_weekday`)."""
    week, which = _read_week(match), _read_which(match, context)
    if "last" in week or "next" in week:
        return Direction(-2 if "last" in week else 2, f"weekday of {week.removeprefix('of ')}")
    direction = choose_direction(context, which)
    if direction.sign > 0 and not which and _PAST_EVENT_AFTER.match(context.after):
        return Direction(-1, "the event named after it is over: the last one")
    return direction


def _resolve_by_publication(match: re.Match[str], context: TimexContext) -> TimexReading:
    """Read "Friday", "last Friday night", "Thursday of next week": the one that its words or tense choose."""
    sign, step, verb_side = _choose_weekday_direction(match, context)
    value = calendar_search.find_weekday(context.published, read_weekday(match["day"]), sign)
    which = _read_which(match, context).lower()
    if value and which not in {"", "this"} and value == (context.published or "")[:10]:
        value = arithmetic.shift(value, 7 * sign, "D")
    kind = "DATE"
    if match["part"]:
        kind, value = "TIME", value and f"{value}T{read_part_of_day(match['part'])}"
    return resolve_from_publication(match, value, context, step, kind=kind, verb_side=verb_side)


def _is_name(match: re.Match[str], context: TimexContext) -> bool:
    """Return whether the weekday is part of the name of a paper, a programme or an event."""
    if context.in_name and context.word_before not in WORDS_BEFORE_TIMES:
        return True
    if context.word_before in NAME_WORDS_BEFORE_WEEKDAY or _MAIL_ON.search(context.before):
        return True
    if (match["part"] or "")[:1].isupper() and re.match(r"s? [A-Z]", context.after):
        return True
    word_after = re.match(r"[\s-]+(\w+)", context.after)
    is_alone = not (match["which"] or match["part"])
    return is_alone and word_after is not None and word_after[1].lower() in NAME_WORDS_AFTER_WEEKDAY


_INDEFINITE_BEFORE = re.compile(
    r"(?<!that )\b(?:a|one|any|some) (?P<like>[a-z-]+ )?$", re.IGNORECASE
)
_IN_MONTH = re.compile(rf" in (?:(?:early|late|mid)[- ])?(?:{MONTH}(?: {YEAR})?|{YEAR})")
_PAST_EVENT_AFTER = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:attacks?|rulings?|decision|declaration|announcement|verdict|defeat|win|victory"
    r"|loss|crash|blast|bombings?|explosions?|shootings?|killings?|death|arrests?|statement|comments|remarks"
    r"|incident|accident|violence|raids?|fire|earthquake|quake|draw|revelations?|resignation|massacre|collapse)\b"
)
"""An event named after its day is over, whatever the verb says: "a reply to Tuesday's ruling"."""
_ANTECEDENT_SIGNS = {"previous": -1, "following": 1}
_RANGE_BEFORE = re.compile(rf"\b(?:from|between) {WEEKDAY} (?:to|until|till|through|and) $")
_SHARED_DIRECTION = re.compile(r"\b(last|next|this) [A-Z][a-z]+day,? (?:or|and) $")
_MAIL_ON = re.compile(r"\bMail on $")

RULES = (
    build_rule(
        "weekday",
        {*WEEKDAY_STARTS, *DIRECTION_STARTS, "early", "late", "earlier", "later"},
        rf"(?:(?:early|late|earlier|later) (?:on )?)?(?:(?P<week_before>(?:last|this|next) week)(?:,? on)? |(?P<which>{DIRECTION}) )?"
        rf"(?P<day>{WEEKDAY})(?P<plural>s(?=\s|[.,;]))?"
        r"(?:,? (?P<week>(?:of )?(?:last|next|this) week)| of (?P<of_week>that(?: same)?|the (?:same|following|previous)) week)?"
        r"(?: (?P<part>(?:early |late )?(?:morning|afternoon|evening|night|lunchtime))(?P<nights>s)?)?",
        _read_weekday,
        required=WEEKDAY_WORDS,
    ),
)
