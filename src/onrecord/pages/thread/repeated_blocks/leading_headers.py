"""Heads that stand in one part with a post's words: who, rank, day, and after them what was written.

In: a `PageTree` and the comments of a run whose words have no element of their own. Out: their runs without all that
stands before and in the words of their day. Out of scope: comments whose day stands below their words.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.reader import Found

_MOST = 0.85  # of the comments must have words below their day
_SHARE = 0.5  # of all their words must stand there


def leave_heads(tree: PageTree, comments: Sequence[Found]) -> None:
    """Take out of the runs of `comments` what is above their words, where most have it above."""
    below = [_below(tree, comment) for comment in comments]
    if sum(map(bool, below)) < _MOST * len(comments):
        return
    if _length(tree, below) < _SHARE * _length(tree, [comment.runs for comment in comments]):
        return
    for comment, runs in zip(comments, below, strict=True):
        comment.runs = runs or comment.runs


def _below(tree: PageTree, comment: Found) -> list[int]:
    """Return those of a comment's runs that come after the words of its day; all where it tells none."""
    stamp = "".join((comment.time_text or "").split())
    if not stamp:
        return comment.runs
    for block in tree.blocks[comment.item.first : comment.item.last]:
        read = ""
        for run in block.runs:
            read += "".join(tree.words[run].split())
            if stamp in read:
                return [own for own in comment.runs if own > run]
    return comment.runs


def _length(tree: PageTree, parts: Sequence[Sequence[int]]) -> int:
    return sum(len(tree.words[run]) for part in parts for run in part)
