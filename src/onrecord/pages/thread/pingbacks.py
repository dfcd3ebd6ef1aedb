"""Links from other sites among comments: pingbacks and trackbacks, which readers did not write.

In: a `PageTree` and a thread's comments, read. Out: those that readers wrote. Out of scope: pingbacks that their element is named
for (`platform_comments` passes over those).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.notice_words import PINGBACK_WORDS


def is_pingback(tree: PageTree, comment: CommentCandidate) -> bool:
    """Return whether a comment is another site's link, by its first words or those it is cut from."""
    words = " ".join(tree.run_texts[run].strip() for run in comment.runs)
    return bool(PINGBACK_WORDS.match(words) or PINGBACK_WORDS.match(comment.author or ""))


def remove_undated_lists(comments: list[CommentCandidate]) -> list[CommentCandidate]:
    """Return `comments` without whole lists that show no time where nearly all in other lists do: links from elsewhere."""
    if not comments:
        return comments
    lists = _group_by_list(comments)
    dated_lists = [one for one in lists if any(comment.time_text for comment in one)]
    in_dated_lists = [comment for one in dated_lists for comment in one]
    dated = sum(bool(comment.time_text) for comment in in_dated_lists)
    if len(dated_lists) == len(lists) or dated < THRESHOLDS.dated_comments * len(in_dated_lists):
        return comments
    if len(in_dated_lists) < 2:
        return comments
    kept = set(map(id, in_dated_lists))
    return [comment for comment in comments if id(comment) in kept]


def _group_by_list(comments: Sequence[CommentCandidate]) -> list[list[CommentCandidate]]:
    """Return `comments` by the element that the outermost of them stand in; nested ones with the one around them."""
    lists: dict[int, list[CommentCandidate]] = {}
    outer = comments[0].extent
    for comment in comments:
        if comment.extent.index >= outer.element.end:
            outer = comment.extent
        lists.setdefault(outer.element.parent, []).append(comment)
    return [*lists.values()]
