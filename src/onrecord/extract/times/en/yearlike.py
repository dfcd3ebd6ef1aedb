"""Whether four digits in English text are a year, by the words around them.

In: the digits and their context. Out: yes or no. Out of scope: digits that the rule itself shows to be years
("fiscal 1988", "2014-16"), and sizes and names that contain digits (`exclusions`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.extract.times.en.exclusions import is_size_or_name
from onrecord.extract.times.en.lexicon.context_words import (
    DETERMINERS,
    WORDS_BEFORE_COUNTS,
    WORDS_BEFORE_TIMES,
    WORDS_BEFORE_TIMES_AND_COUNTS,
)
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex.context import TimexContext
from onrecord.language.en.numbered_nouns import NUMBERED_NOUNS
from onrecord.language.syntax.tag_sets import PLURAL_NOUN_TAGS

_YEAR_PREPOSITIONS = WORDS_BEFORE_TIMES - WORDS_BEFORE_TIMES_AND_COUNTS
SURE_YEAR_PREPOSITIONS = frozenset({"in", "since", "early", "late", "until"})
"""Words after which digits are a year even before a plural ("in 2015 elections were held")."""
_YEAR_NOUNS = frozenset({"year", "season", "class"})
"""Nouns whose number is a year ("the class of 2015")."""
_HEDGES = frozenset({"about", "around"})
_COPULAR_VERBS = frozenset(
    {"is", "was", "be", "being", "became", "become", "ending", "ended", "starting", "beginning"}
)
_FINITE_OR_BASE_TAGS = frozenset({"VB", "VBD", "VBZ", "VBP"})
_PREDICATE_TAG_LETTERS = frozenset({"M", "V", "C"})
"""First letters of the tags of modals, verbs and conjunctions."""
_MODIFIED_TAG_LETTERS = frozenset({"N", "J", "V"})
_NOUN_PHRASE_TAG_LETTERS = frozenset({"N", "J", "V", "C", ",", ".", "-", "H"})
_BREAKS = frozenset({"", ",", ";", ":", "-", "–", "—"})
_SIGN_BEFORE = re.compile(r"(?:[£$€¥#№&]|No\.?) ?$")
_POSSESSIVE_BEFORE = re.compile(r"(?:['’]s|s['’]) $")
_LAST_WORD = re.compile(r"([\w’'-]+)\s*$")
_MEASURE_AFTER = re.compile(
    r"\s?(?:%|per ?cent|[kmg]?m\b|km|kg|ft\b|feet|miles|metres|meters|tonnes|tons|times\b|GMT|hours"
    r"|hrs|acres|hectares|pounds|dollars|euros|people|troops|men\b|of (?:the|them|its|his|her)\b)"
)
_EARLY_YEAR_BEFORE = re.compile(
    r"\b(?:(?:back|dates?|dated|dating) to|between 1[5-8]\d\d and) $", re.IGNORECASE
)
_EARLY_RANGE_AFTER = re.compile(r" (?:to|until) 1[5-9]\d\d(?![\d,.]\d| (?:[a-z-]+ )?[a-z]+s\b)")
_EARLY_RANGE_BEFORE = re.compile(r"\bfrom 1[5-8]\d\d (?:to|until) $", re.IGNORECASE)
_LIFETIME_BEFORE = re.compile(
    r"\b(?:reigned|ruled|reign|king|queen|emperor|pope|bishop|abbot|lived|born|died|founded|built|dynasty)\b[^.;]*"
    r"\b(?:from|in|to|until) $",
    re.IGNORECASE,
)
CHANGE_VERB = re.compile(
    r"\b(?:rose|risen?|rises|rising|f[ea]ll(?:s|en|ing)?|(?:in|de)creas\w+|drop\w*|gr[eo]w(?:s|n|th|ing)?"
    r"|gain\w*|went|goes|gone|climb\w*|slip\w*|edged|cut|reduc\w+|rais\w+|up|down|jump\w*|surg\w+|plung\w+"
    r"|declin\w+|scores?|moved?) ",
    re.IGNORECASE,
)
_SECOND_COUNT_AFTER = re.compile(r" and \d(?:[\d,]*\d)? (?:[a-z-]+ )?[a-z]+s\b")


@dataclass(frozen=True, slots=True)
class _FourDigits:
    """Four digits that may be a year.

    Attributes:
        is_recent: whether they would be a year of the 20th or 21st century.
        counts_plural: whether a plural noun that they may count follows.
        word: the word before, in lower case, or "".
        context: their context.

    """

    is_recent: bool
    counts_plural: bool
    word: str
    context: TimexContext


def is_year(written: str, context: TimexContext) -> bool:
    """Return whether four digits are a year and not a count, a number in a name, or money."""
    digits = _FourDigits(
        THRESHOLDS.first_recent_year <= int(written) <= THRESHOLDS.last_recent_year,
        context.tag_after in PLURAL_NOUN_TAGS or context.counts_plural,
        context.word_before,
        context,
    )
    verdicts = (judge(digits) for judge in _JUDGES)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _judge_names_and_measures(digits: _FourDigits) -> bool | None:
    """Refuse names, sizes, measures, money, and digits after "page" or "at"."""
    context = digits.context
    if context.in_name or is_size_or_name(context):
        return False
    if _MEASURE_AFTER.match(context.after) or _SIGN_BEFORE.search(context.before):
        return False
    return False if digits.word in NUMBERED_NOUNS - _YEAR_NOUNS or digits.word == "at" else None


def _judge_determined(digits: _FourDigits) -> bool | None:
    """Accept recent years that modify a noun ("the 2015 election"); "Orwell's 1984." is a book."""
    tag = digits.context.tag_after[:1]
    if _POSSESSIVE_BEFORE.search(digits.context.before):
        return digits.is_recent and tag in _MODIFIED_TAG_LETTERS
    if digits.word in DETERMINERS:
        return digits.is_recent and tag in _NOUN_PHRASE_TAG_LETTERS
    return None


def _judge_early_years(digits: _FourDigits) -> bool | None:
    """Accept early years after "dating back to" or "reigned from"; "between 1500 and 1800 copies" counts."""
    context = digits.context
    is_early_range = digits.word == "between" and not digits.is_recent
    if is_early_range and _SECOND_COUNT_AFTER.match(context.after):
        return False
    if _EARLY_YEAR_BEFORE.search(context.before) or _is_early_span(digits.word, context):
        return not digits.counts_plural
    return None


def _is_early_span(word: str, context: TimexContext) -> bool:
    """Return whether digits are an end of "from 1861 to 1865", and not of a rise."""
    if CHANGE_VERB.search(context.before):
        return False
    is_first = word == "from" and _EARLY_RANGE_AFTER.match(context.after)
    return bool(
        is_first
        or _EARLY_RANGE_BEFORE.search(context.before)
        or _LIFETIME_BEFORE.search(context.before)
    )


def _judge_prepositions(digits: _FourDigits) -> bool | None:
    """Accept years after prepositions of time and brackets; refuse counts."""
    word, context = digits.word, digits.context
    if word in _YEAR_PREPOSITIONS or context.before.endswith("("):
        return not digits.counts_plural or word in SURE_YEAR_PREPOSITIONS
    if not digits.is_recent or digits.counts_plural:
        return False
    if word in WORDS_BEFORE_COUNTS:
        return word in _HEDGES and not context.tag_after.startswith(("N", "J"))
    if word in WORDS_BEFORE_TIMES_AND_COUNTS or context.before.rstrip()[-1:] in _BREAKS:
        return True
    return None


def _judge_word_before(digits: _FourDigits) -> bool | None:
    """Refuse objects of a verb ("reached 2000", "dialled 2016", but "I think 2021 will …") and parts of names."""
    context = digits.context
    is_object = (
        context.tag_before in _FINITE_OR_BASE_TAGS
        and digits.word not in _COPULAR_VERBS
        and context.tag_after[:1] not in _PREDICATE_TAG_LETTERS
    )
    if is_object:
        return False
    last = _LAST_WORD.search(context.before)
    return last is None or not (last[1][0].isupper() or last[1][-1].isdigit())


_JUDGES: tuple[Callable[[_FourDigits], bool | None], ...] = (
    _judge_names_and_measures,
    _judge_determined,
    _judge_early_years,
    _judge_prepositions,
    _judge_word_before,
)
"""Tried in order; the first that returns a verdict decides."""
