"""Which one a day, month or season without a year is: the last one before publication or the next one after.

In: the words that say which one ("last"), and the context. Out: a direction, or the nearer of two candidates, with
the reason in words. Out of scope: the search on the calendar (`timex.calendar_search`), and the tense (`tense`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.extract.times.en.lexicon.context_words import BACKWARD_WORDS, FORWARD_WORDS
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import Side
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS


class Direction(NamedTuple):
    """Whether the last one (sign -1) or the next one (1) is meant, and why.

    `verb_side` is the side of publication that the verb puts it on; None where something else decided.
    """

    sign: int
    step: str
    verb_side: Side | None = None


class Candidate(NamedTuple):
    """The day, month or season chosen, None where the publication day is too coarse; and why this one.

    `verb_side` is as in `Direction`.
    """

    value: str | None
    step: str
    verb_side: Side | None = None


LIST_MARKS = " •*-–—|"
"""What may stand before the day that begins a line of a list."""

AS_EARLY_AS = re.compile(r"\bas (?:early|soon|late) as (?:in )?$", re.IGNORECASE)
_LAST_WORDS = frozenset({"last", "past", "previous"})
_NEXT_WORDS = frozenset({"next", "coming", "upcoming", "following"})
_BOUND_AHEAD = re.compile(
    r"\b(?:as (?:soon|early) as|no (?:later|earlier|sooner) than|not (?:before|until)|at the (?:earliest|latest)"
    r"|(?:start|beginn|commenc|end)ing|effective|scheduled for|due|expected|deadline of)(?: (?:in|on|from|by))? $",
    re.IGNORECASE,
)
"""A day after these is in the future, unless a verb is in the past."""
_CLOCK_BEFORE = re.compile(
    r"\b(until|till|til|by|since) [\d.:]+(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: on)?,? $"
)
_DETERMINED = re.compile(
    r"\b(?:for|before|until|to|of|at|in) (?:the|its|their|his|her) $", re.IGNORECASE
)


def choose_direction(context: TimexContext, which: str = "") -> Direction:
    """Return which one is meant by the words `which`, those before, and the verb; the last where nothing says.

    The present is used for scheduled events ("Parliament votes on Tuesday"): the next one.
    """
    decided = _choose_by_words(context, which) or _choose_by_verb(context)
    if decided:
        return decided
    if context.last_day_was_ahead and not context.before.strip(LIST_MARKS):
        return Direction(1, "a line of a list of coming days: the next one")
    return Direction(-1, "no verb shows which: the last one")


def _choose_by_words(context: TimexContext, which: str) -> Direction | None:
    words = set(which.lower().split())
    if words & _LAST_WORDS:
        return Direction(-1, "the last one before publication")
    if words & _NEXT_WORDS:
        return Direction(1, "the next one from publication")
    if _BOUND_AHEAD.search(context.before) and context.tense != "past":
        return Direction(1, "a limit or a plan: the next one")
    if words == {"this"} and context.tense != "past":
        return Direction(1, "this coming one")
    return None


def _choose_by_verb(context: TimexContext) -> Direction | None:
    word = _find_governing_word(context)
    if word in BACKWARD_WORDS:
        return Direction(-1, f"after {word!r}: the last one")
    if context.tense == "future":
        return Direction(1, "the verb is about the future: the next one", "after")
    if word in FORWARD_WORDS and context.tense != "past":
        return Direction(1, f"after {word!r}: the next one", "after")
    if context.tense == "present":
        return Direction(1, "the verb is in the present: the next one", "after")
    if context.tense == "past":
        return Direction(-1, "the verb is in the past: the last one", "before")
    return None


def _find_governing_word(context: TimexContext) -> str:
    """Return the word before, or the one before a clock time ("until 9am on Friday")."""
    clock = _CLOCK_BEFORE.search(context.before)
    return clock[1] if clock else context.word_before


def is_noun_modifier(context: TimexContext) -> bool:
    """Return whether a day or month only says which one a noun is ("the president's July 25 call").

    The verb over it is about the noun, and need not be about the day; with one in the past, "for the" must stand
    before.
    """
    if context.tag_after not in COMMON_NOUN_TAGS or re.match("['’]", context.after):
        return False
    return context.tense not in {"past", None} or _DETERMINED.search(context.before) is not None


def choose_nearest(context: TimexContext, before: str, after: str) -> Candidate:
    """Return the nearer to publication of two days or months around it."""
    today = context.published or ""
    away = arithmetic.count_months_between(today, after)
    is_ahead = away < arithmetic.count_months_between(before, today) and (
        context.tense not in {"past", None} or away <= THRESHOLDS.nearest_months
    )
    return Candidate(after if is_ahead else before, "no verb is about it: the nearest")
