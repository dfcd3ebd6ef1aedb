"""Which parts of one shape hold the words of repeated blocks.

In: a `PageTree`, the blocks, their parts by shape, and where their authors and times stand. Out: one element a block. Out of
scope: which words in it are the comment's own (`comment.reader`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.extent import CommentExtent
from onrecord.pages.thread.repeated_blocks.timestamps import TimestampElement
from onrecord.pages.thread.thresholds import THRESHOLDS


def choose_text_column(
    tree: PageTree,
    extents: Sequence[CommentExtent],
    columns: Sequence[dict[int, Element]],
    authors: Mapping[int, Element],
    times: Mapping[int, TimestampElement],
) -> dict[int, Element]:
    """Return the smallest parts that hold (nearly) all words of the blocks, author and time not in them; or none.

    Args:
        tree: the page.
        extents: the blocks, in order.
        columns: parts of one shape, by the block's place.
        authors, times: where the blocks' authors and times stand, by the block's place.

    """
    sized = []
    for column in columns:
        if any(
            _has_author(element, authors.get(place)) or _has_time(element, times.get(place))
            for place, element in column.items()
        ):
            continue
        size = _count_unlinked(tree, [(e.block_start, e.block_end) for e in column.values()])
        depth = sum(len(tree.list_ancestors(e.index)) for e in column.values()) / len(column)
        sized.append((size, depth, column))
    most = max((size for size, _, _ in sized), default=0)
    whole = _count_unlinked(tree, [(extent.block_start, extent.block_end) for extent in extents])
    if most < THRESHOLDS.least_text_share * whole:
        return {}
    large = [
        (depth, column)
        for size, depth, column in sized
        if size >= THRESHOLDS.whole_text * most and size
    ]
    return max(large, key=lambda row: row[0])[1] if large else {}


def _count_unlinked(tree: PageTree, ranges: Sequence[tuple[int, int]]) -> int:
    """Return how many characters of the blocks in `ranges` are no links; the same words ("Joined") count once."""
    unlinked: dict[str, int] = {}
    done = 0
    for first, last in sorted(ranges):  # some lie in others where elements were never closed
        for block in tree.blocks[max(first, done) : last]:
            unlinked[block.text] = len(block.text) - block.link_chars
        done = max(done, last)
    return sum(unlinked.values())


def _has_author(element: Element, author: Element | None) -> bool:
    return author is not None and element.index <= author.index < element.end


def _has_time(element: Element, timestamp: TimestampElement | None) -> bool:
    if timestamp is None:
        return False
    if timestamp.is_alone:
        return element.index <= timestamp.element.index < element.end
    return element.block_start <= timestamp.place < element.block_end
