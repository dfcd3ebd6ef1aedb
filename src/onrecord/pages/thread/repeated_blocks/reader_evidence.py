"""Evidence that blocks of one shape were written by readers, and are no list of articles or reports.

In: a `PageTree` and the comments of repeated blocks, read. Out: how many pieces of evidence there are: a name of an element
around them ("replies", "forum"), words to answer with, numbers that run on, what boards show of members ("Posts: 12"), words
quoted from one another, an address of a forum; less those against it, names of lists of changes and version numbers as headings.
Out of scope: how many are enough (`block_finder`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.pages.dom.element import is_heading
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.candidate import CommentCandidate, iter_blocks
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.address_words import FORUM_ADDRESS
from onrecord.pages.thread.words.control_words import REPLY_WORDS
from onrecord.pages.thread.words.label_words import (
    CHANGE_LIST_LABELS,
    FORUM_LABELS,
    READER_LABELS,
)
from onrecord.pages.thread.words.markup_words import CONTROL_TAGS, NUMBER_TAGS
from onrecord.pages.thread.words.member_words import MEMBER_DETAILS, QUOTED_MEMBER

_VERSION = re.compile(r"(?:[^\W\d]\S{0,20} ){0,2}v?\.?\d+(?:\.\d+)+\S{0,12}", re.IGNORECASE)
_POST_NUMBER = re.compile(r"#\s?(\d{1,5})")


def count_reader_evidence(tree: PageTree, comments: Sequence[CommentCandidate]) -> int:
    """Return how many more pieces of evidence say that readers wrote `comments` than that they list changes.

    Links to profiles are counted elsewhere (`block_fields`).
    """
    comments = comments[: THRESHOLDS.evidence_sample]
    enough = THRESHOLDS.evidence_share * len(comments)
    return (
        (_is_named_for_readers(tree, comments) or _has_forum_address(tree))
        + (sum(_has_reply_control(tree, comment) for comment in comments) >= enough)
        + _is_numbered(tree, comments)
        + (sum(_has_member_details(tree, comment) for comment in comments) >= enough)
        + _has_mutual_quotes(tree, comments)
        - _is_named_for_changes(tree, comments)
        - (sum(_has_version_heading(tree, comment) for comment in comments) >= enough)
    )


def _is_named_for_changes(tree: PageTree, comments: Sequence[CommentCandidate]) -> bool:
    """Return whether what stands near is named for releases or changes: those who made them are linked there, too."""
    above = tree.list_ancestors(comments[0].extent.index)[: THRESHOLDS.reader_levels]
    return any(e.label_words and CHANGE_LIST_LABELS.search(e.label_words) for e in above)


def _has_version_heading(tree: PageTree, comment: CommentCandidate) -> bool:
    """Return whether a heading in a comment, or right before it, is the number of a version."""
    extent = comment.extent
    before = (
        tree.elements[tree.blocks[extent.block_start - 1].innermost]
        if extent.block_start
        else extent.element
    )
    return any(
        is_heading(element) and _VERSION.fullmatch(tree.read_text(element))
        for element in (before, *tree.elements[extent.index : extent.end])
    )


def _is_named_for_readers(tree: PageTree, comments: Sequence[CommentCandidate]) -> bool:
    """Return whether a block or what stands near is named for what readers write in, or the page for a forum."""
    first = comments[0].extent
    above = tree.list_ancestors(first.index)
    levels = THRESHOLDS.reader_levels
    near = (*above[:levels], *tree.elements[first.index : first.end])
    return any(e.label_words and READER_LABELS.search(e.label_words) for e in near) or any(
        e.label_words and FORUM_LABELS.search(e.label_words) for e in above[levels:]
    )


def _has_forum_address(tree: PageTree) -> bool:
    return any(
        _is_forum_address(written) for written in tree.scan.attribute_texts if "http" in written
    )


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _is_forum_address(attributes: str) -> bool:
    """Return whether a start tag's attributes, as written, state the page's own address and it is a forum's."""
    states_own = "canonical" in attributes or "og:url" in attributes
    return states_own and FORUM_ADDRESS.search(attributes) is not None


def _has_reply_control(tree: PageTree, comment: CommentCandidate) -> bool:
    """Return whether a comment has a link or button to answer, quote or report it with."""
    extent = comment.extent
    blocks = tree.blocks[extent.block_start : extent.block_end]
    elements = tree.elements[extent.index : extent.end]
    return any(REPLY_WORDS.fullmatch(block.text.strip()) for block in blocks) or any(
        REPLY_WORDS.fullmatch(tree.read_text(element))
        for element in elements
        if element.tag in CONTROL_TAGS
    )


def _is_numbered(tree: PageTree, comments: Sequence[CommentCandidate]) -> bool:
    """Return whether most have a number that is the last one's and one ("#21", "#22"), as a link or after a sign."""
    last: int | None = None
    running = 0
    for comment in comments:
        numbers = _find_post_numbers(tree, comment)
        goes_on = last is not None and last + 1 in numbers
        running += goes_on
        last = last + 1 if last is not None and goes_on else min(numbers, default=last)
    return len(comments) > 2 and running >= THRESHOLDS.nearly_all_share * (len(comments) - 1)


def _find_post_numbers(tree: PageTree, comment: CommentCandidate) -> set[int]:
    extent = comment.extent
    texts = [
        tree.read_text(element)
        for element in tree.elements[extent.index : extent.end]
        if element.tag in NUMBER_TAGS and element.block_end - element.block_start <= 1
    ]
    short = (words for words in texts if len(words) <= THRESHOLDS.longest_post_number)
    return {int(match[1]) for words in short if (match := _POST_NUMBER.fullmatch(words))}


def _has_member_details(tree: PageTree, comment: CommentCandidate) -> bool:
    """Return whether a comment shows, beside its words, what boards show of a member."""
    own = set(comment.runs)
    blocks = tree.blocks[comment.extent.block_start : comment.extent.block_end]
    return any(
        len(block.text) <= THRESHOLDS.longest_member_detail
        and not own.intersection(block.runs)
        and MEMBER_DETAILS.fullmatch(block.text)
        for block in blocks
    )


def _has_mutual_quotes(tree: PageTree, comments: Sequence[CommentCandidate]) -> bool:
    """Return whether one quotes another by name: "Ann wrote:"."""
    names = {comment.author.casefold() for comment in comments if comment.author}
    longest = 2 * THRESHOLDS.longest_member_detail
    for comment in comments:
        others = names - {(comment.author or "").casefold()}
        for block in iter_blocks(tree, comment):
            line = QUOTED_MEMBER.match(block.text) if len(block.text) < longest else None
            if line and (line[1] or line[2]).casefold() in others:
                return True
    return False
