"""Headers that share a part of the markup with a post's words: who, rank, day, and after them what was written.

In: a `PageTree` and the comments of repeated blocks whose words have no element of their own. Out: their runs without all that
stands before and in the words of their day. Out of scope: comments whose day stands below their words.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.thresholds import THRESHOLDS


def remove_leading_headers(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Remove what stands above the words of `comments` from their runs, in place, where most have words below their day."""
    below = [_select_runs_below_day(tree, comment) for comment in comments]
    if sum(map(bool, below)) < THRESHOLDS.nearly_all_share * len(comments):
        return
    all_chars = _count_chars(tree, [comment.runs for comment in comments])
    if _count_chars(tree, below) < THRESHOLDS.text_below_day * all_chars:
        return
    for comment, runs in zip(comments, below, strict=True):
        comment.runs = runs or comment.runs


def _select_runs_below_day(tree: PageTree, comment: CommentCandidate) -> list[int]:
    """Return those of a comment's runs that come after the words of its day; all where it states none."""
    day = "".join((comment.time_text or "").split())
    if not day:
        return comment.runs
    for block in tree.blocks[comment.extent.block_start : comment.extent.block_end]:
        passed = ""
        for run in block.runs:
            passed += "".join(tree.run_texts[run].split())
            if day in passed:
                return [own for own in comment.runs if own > run]
    return comment.runs


def _count_chars(tree: PageTree, parts: Sequence[Sequence[int]]) -> int:
    return sum(len(tree.run_texts[run]) for part in parts for run in part)
