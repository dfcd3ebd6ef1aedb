"""Links and buttons that stand at the end of a comment's words.

In: a `PageTree` and a comment's runs. Out: the runs without them; which of them say that the words are cut short. Out of
scope: controls that have an element named for them (`reader` leaves those out).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.dom.markup import LINE_BREAK
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.words.control_words import (
    CONTROL_WORDS,
    CUT_SHORT_WORDS,
    SIGN_IN_WORDS,
)


def trim_trailing_controls(tree: PageTree, runs: list[int]) -> list[str]:
    """Remove controls from the end of `runs`, in place; return the words of each, from the last one."""
    removed = []
    while runs:
        last = _count_runs_of_last_line(tree, runs)
        words = " ".join("".join(tree.run_texts[run] for run in runs[-last:]).split())
        if not (_is_control(words) or is_link_to_rest(words)):
            last, words = 1, tree.run_texts[runs[-1]].strip()
        if words and not is_link_to_rest(words) and not _is_control(words):
            break
        removed.append(words)
        del runs[-last:]
    return removed


def is_link_to_rest(words: str) -> bool:
    """Return whether `words` lead to the rest of a comment that is cut short: "Read more"."""
    return bool(CUT_SHORT_WORDS.fullmatch(words))


def _count_runs_of_last_line(tree: PageTree, runs: Sequence[int]) -> int:
    """Return how many of `runs`, from the last one, stand on one line."""
    count = 1
    while (
        count < len(runs)
        and runs[-count] == runs[-count - 1] + 1
        and tree.scan.breaks[runs[-count]] < LINE_BREAK
    ):
        count += 1
    return count


def _is_control(words: str) -> bool:
    return bool(CONTROL_WORDS.fullmatch(words) or SIGN_IN_WORDS.fullmatch(words))
