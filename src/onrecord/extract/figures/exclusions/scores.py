"""Scores and results: numbers that say how a game, a match or a vote went.

In: a quantity and its block's text. Out: whether it is a score ("won 3-1") or a result ("beat them 5 to 3", "won in 5"). Out of
scope: votes that are counted ("317 votes to 285").
"""

from __future__ import annotations

import re

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.context_windows import slice_after, slice_before
from onrecord.extract.figures.en.exclusion_words import (
    CLAUSE_CONTINUES,
    PLURAL_OF_SCORE,
    SCORE_CONTEXT,
    SECOND_SCORE_AFTER,
    WON_IN,
)
from onrecord.extract.figures.thresholds import THRESHOLDS

_HYPHENATED_RANGE = re.compile(r"\d ?[-–] ?\d")
_PLURAL_AFTER = re.compile(r" (?:[a-z]+ ){0,2}[a-z]+s\b")
_WORD_AFTER = re.compile(r" [A-Za-z]+")
_FROM_BEFORE = re.compile(r"\bfrom (?:\d+ to )?$")
_FIRST_SCORE_BEFORE = re.compile(r"\b\d\d? to $")


def is_score(text: str, quantity: Quantity) -> bool:
    """Return whether a range is a score: "lost 1-3", "voted 48-52"; "lost 10-15 boats" is a range."""
    written = text[quantity.number_start : quantity.end]
    if quantity.kind != "range" or not _HYPHENATED_RANGE.search(written) or quantity.hedge:
        return False
    after = slice_after(text, quantity.end)
    if _PLURAL_AFTER.match(after) and not PLURAL_OF_SCORE.match(after):
        return False
    if (quantity.high or 0) < THRESHOLDS.score_points and not _WORD_AFTER.match(after):
        return True
    before = slice_before(text, quantity.number_start, THRESHOLDS.score_context)
    return bool(SCORE_CONTEXT.search(before))


def is_game_result(text: str, quantity: Quantity) -> bool:
    """Return whether it is a result with "to", or how many games it took: "beat them 5 to 3", "won in 5"."""
    before = slice_before(text, quantity.number_start)
    if quantity.kind != "count" or _FROM_BEFORE.search(before):
        return False
    value = quantity.value or 0
    if WON_IN.search(before):
        return value <= THRESHOLDS.games_of_match and bool(
            CLAUSE_CONTINUES.match(text, quantity.end)
        )
    if value > THRESHOLDS.score_points:
        return False  # "lost by 272 to 264" counts votes
    first = _FIRST_SCORE_BEFORE.search(before)
    if first:
        is_last = CLAUSE_CONTINUES.match(text, quantity.end)
        return bool(is_last and SCORE_CONTEXT.search(before[: first.start()]))
    return bool(SECOND_SCORE_AFTER.match(text, quantity.end) and SCORE_CONTEXT.search(before))
