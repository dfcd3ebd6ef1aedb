"""A comment found in markup, and what may be known of its fields before it is read.

In: what the modules of this folder fill in. Out: `CommentCandidate`, `KnownFields`, `AuthorName`, and measures of a candidate's
words. Out of scope: how a comment is read (`reader`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.pages.dom.element import Element, TextBlock
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.extent import CommentExtent


@dataclass(frozen=True, slots=True)
class KnownFields:
    """Which elements hold a comment's fields, where that is known before it is read.

    Attributes:
        author, time, text: the elements of the fields that have one to themselves.
        author_name, time_text: the words of the fields that have none.
        field_runs: the runs of those words.

    """

    author: Element | None = None
    time: Element | None = None
    text: Element | None = None
    author_name: str | None = None
    time_text: str | None = None
    field_runs: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class AuthorName:
    """Who wrote, by the position that all comments of a thread have the author in.

    Attributes:
        element: what stands in that position.
        name: the name its words are, or give.
        time_text: the time its words give, empty for none; None where the words are the name alone.
        is_explicit: words like "by" and "says" mark the name.

    """

    element: Element | None
    name: str | None
    time_text: str | None = None
    is_explicit: bool = False


@dataclass(slots=True)
class CommentCandidate:
    """One comment as far as it has been read; the fields from `author` on are those of `records.Comment`.

    Attributes:
        extent: where it stands.
        runs: its own words.
        author_element: the element that names its author.
        quoted: those of `runs` that quote others.
        parent: the place in the list of the comment it answers, or None.

    """

    extent: CommentExtent
    runs: list[int] = field(default_factory=list)
    author: str | None = None
    author_element: Element | None = None
    author_url: str | None = None
    time_text: str | None = None
    time: str | None = None
    votes: int | None = None
    edited_text: str | None = None
    cut_short: bool = False
    state: str | None = None
    quoted: frozenset[int] = frozenset()
    parent: int | None = None


def iter_blocks(tree: PageTree, comment: CommentCandidate) -> Iterator[TextBlock]:
    """Yield a comment's blocks in order, up to its last word: replies nested after it are not visited."""
    last = max(comment.runs, default=-1)
    for place in range(comment.extent.block_start, comment.extent.block_end):
        block = tree.blocks[place]
        if block.runs and block.runs[0] > last:
            return
        yield block


def compute_link_share(tree: PageTree, comments: Sequence[CommentCandidate]) -> float:
    """Return the share of characters that are links in the blocks of the comments' words; 1.0 where there are none."""
    linked = total = 0
    block_of = {run: place for place, block in enumerate(tree.blocks) for run in block.runs}
    for comment in comments:
        extent = comment.extent
        for place in {block_of[run] for run in comment.runs if run in block_of}:
            if extent.block_start <= place < extent.block_end:
                block = tree.blocks[place]
                linked, total = linked + block.link_chars, total + len(block.text)
    return linked / total if total else 1.0
