"""Threads as trees.

In: a page's comments in order. Out: branches, at most `thread_levels` deep (deeper replies are put on
the last level and say whom they answer). Out of scope: guessing a parent that is not known; such a comment is a root.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Comment
from onrecord.web.thresholds import THRESHOLDS


@dataclass(frozen=True, slots=True)
class Branch:
    """A comment, the comment it answers (None: a root), and its answers."""

    comment: Comment
    answers: Comment | None
    branches: list[Branch]


def build_tree(thread: Sequence[Comment]) -> list[Branch]:
    """Return the roots of `thread` with their replies, in order of the page."""
    roots: list[Branch] = []
    placed: dict[str, tuple[Branch, list[Branch], int]] = {}
    for comment in sorted(thread, key=lambda comment: comment.order):
        # Only an earlier comment can be answered; anything else would be a loop.
        parent = placed.get(comment.parent or "")
        branch = Branch(comment, parent[0].comment if parent else None, [])
        siblings, depth = _place(parent, roots)
        siblings.append(branch)
        placed[comment.id] = (branch, siblings, depth)
    return roots


def _place(
    parent: tuple[Branch, list[Branch], int] | None, roots: list[Branch]
) -> tuple[list[Branch], int]:
    if parent is None:
        return roots, 0
    branch, siblings, depth = parent
    return (siblings, depth) if depth >= THRESHOLDS.thread_levels else (branch.branches, depth + 1)


def count_replies(thread: Sequence[Comment]) -> list[tuple[str, str, int]]:
    """Return (reader, answered reader, times), most often first; unnamed readers are left out."""
    named = {comment.id: comment.author for comment in thread}
    pairs: Counter[tuple[str, str]] = Counter()
    for comment in thread:
        answered = named.get(comment.parent or "")
        if comment.author and answered:
            pairs[comment.author, answered] += 1
    return [(*pair, times) for pair, times in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))]
