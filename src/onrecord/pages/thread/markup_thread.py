"""The readers' thread of a page, by its markup.

In: a `PageTree`. Out: a `MarkupThread`: the comments, each with the runs of its own words, who wrote it, when, and
which it answers; and the blocks they take up. Out of scope: threads that only a flattened text
shows (`pages.flat`), and those a script would load.

A page's comments are read by the one system of the table that finds most of them (`platform_comments`). Where none does, blocks
of one shape are looked for that each have an author, a day and words (`repeated_blocks`); then comments stated in JSON-LD.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.pages.dates.parsing import infer_day_first, parse_numeric_date
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.authors.attribute_fields import add_attribute_fields
from onrecord.pages.thread.authors.author_names import trim_author_names
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.furniture import remove_furniture
from onrecord.pages.thread.json_ld import add_json_ld_fields, find_json_ld_comments
from onrecord.pages.thread.parents import find_parents
from onrecord.pages.thread.pingbacks import is_pingback, remove_undated_lists
from onrecord.pages.thread.platform_comments import iter_platform_comments
from onrecord.pages.thread.repeated_blocks.block_finder import find_repeated_blocks
from onrecord.pages.thread.thresholds import THRESHOLDS


@dataclass(frozen=True, slots=True)
class MarkupThread:
    """The comments in order of the page, and the places of all blocks that are part of the thread."""

    comments: tuple[CommentCandidate, ...]
    blocks: frozenset[int]


def find_thread(tree: PageTree) -> MarkupThread:
    """Return the page's comments as its markup has them; empty where it has none."""
    comments = _find_comments(tree)
    if not comments:
        return MarkupThread((), frozenset())
    comments = [comment for comment in comments if not is_pingback(tree, comment)]
    remove_furniture(tree, comments)
    comments = [comment for comment in comments if comment.runs]
    add_attribute_fields(tree, comments)
    trim_author_names(tree, comments)
    comments = remove_undated_lists(comments)
    _resolve_numeric_dates(comments)
    find_parents(tree, comments)
    add_json_ld_fields(tree, comments)
    blocks = {
        place
        for comment in comments
        for place in range(comment.extent.block_start, comment.extent.block_end)
    }
    return MarkupThread(tuple(comments), frozenset(blocks))


def _find_comments(tree: PageTree) -> list[CommentCandidate]:
    """Return the comments of the platform that finds most, or of repeated blocks, or of JSON-LD."""
    best: list[CommentCandidate] = []
    is_specific = False
    for platform, comments in iter_platform_comments(tree):
        # Later entries are more general: they must find clearly more to be believed.
        if len(comments) > len(best) * THRESHOLDS.clearly_more:
            best, is_specific = comments, platform.is_specific
    if len(best) < 2 or not is_specific:
        repeated = find_repeated_blocks(tree)
        if len(repeated) > max(1.0, len(best) * THRESHOLDS.clearly_more):
            best = repeated
    return best or find_json_ld_comments(tree)


def _resolve_numeric_dates(comments: Sequence[CommentCandidate]) -> None:
    """Set days like 03/04/2016, in place, where another of the thread (25/04/2016) shows which number is the day."""
    day_first = infer_day_first(comment.time_text for comment in comments if comment.time_text)
    for comment in comments:
        if day_first is not None and comment.time is None and comment.time_text:
            comment.time = parse_numeric_date(comment.time_text, day_comes_first=day_first)
