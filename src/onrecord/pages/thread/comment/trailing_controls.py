"""Links and buttons that stand at the end of a comment's words.

In: a `PageTree` and a comment's runs. Out: the runs without them, and whether they say that the words are cut short. Out of
scope: controls that have an element named for them (`reader` leaves those out).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.dom.markup import LINE
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.words.control_words import (
    CONTROL_WORDS,
    CUT_SHORT_WORDS,
    SIGN_IN_WORDS,
)


def trim_trailing_controls(tree: PageTree, runs: list[int]) -> bool:
    """Remove controls from the end of `runs`, in place; return whether they say that the words are cut short."""
    is_cut_short = False
    while runs:
        last = _count_runs_of_last_line(tree, runs)
        words = " ".join("".join(tree.words[run] for run in runs[-last:]).split())
        if not (_is_control(words) or CUT_SHORT_WORDS.fullmatch(words)):
            last, words = 1, tree.words[runs[-1]].strip()
        leads_to_rest = bool(CUT_SHORT_WORDS.fullmatch(words))
        if words and not leads_to_rest and not _is_control(words):
            break
        is_cut_short = is_cut_short or leads_to_rest
        del runs[-last:]
    return is_cut_short


def _count_runs_of_last_line(tree: PageTree, runs: Sequence[int]) -> int:
    """Return how many of `runs`, from the last one, stand on one line."""
    count = 1
    while (
        count < len(runs)
        and runs[-count] == runs[-count - 1] + 1
        and tree.scan.befores[runs[-count]] < LINE
    ):
        count += 1
    return count


def _is_control(words: str) -> bool:
    return bool(CONTROL_WORDS.fullmatch(words) or SIGN_IN_WORDS.fullmatch(words))
