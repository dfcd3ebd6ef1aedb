"""Where a comment stands in a page's markup.

In: elements. Out: a `CommentExtent`, and which elements in it belong to comments nested in it. Out of scope: what a comment says.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree


@dataclass(frozen=True, slots=True)
class CommentExtent:
    """Where a comment stands: one wrapper element, or several siblings that follow one another.

    Attributes:
        element: the wrapper, or the first of the siblings.
        begin, end: the elements in it, half-open; a single wrapper itself is left out.
        block_start, block_end: its blocks, half-open.

    """

    element: Element
    begin: int
    end: int
    block_start: int
    block_end: int

    @property
    def index(self) -> int:
        """The place of its first element."""
        return self.element.index


def build_extent(*elements: Element) -> CommentExtent:
    """Return the extent that `elements`, siblings in order, make up."""
    first, last = elements[0], elements[-1]
    begin = first.index + (len(elements) == 1)
    return CommentExtent(
        first, begin, last.end, first.block_start, max(last.block_end, first.block_start + 1)
    )


def is_whole_extent(element: Element, extent: CommentExtent) -> bool:
    """Return whether `element` holds all blocks of `extent`, of which there are several: then it is no part of it."""
    several = extent.block_end - extent.block_start > 1
    return (
        several
        and element.block_start <= extent.block_start
        and element.block_end >= extent.block_end
    )


def split_nested(
    tree: PageTree, extent: CommentExtent, extents: dict[int, CommentExtent]
) -> tuple[list[Element], list[CommentExtent]]:
    """Return the elements in `extent` that are not part of a comment nested in it, and the nested comments.

    Args:
        tree: the page.
        extent: the comment.
        extents: all comments of the thread by the place of their first element.

    """
    own, nested = [], []
    index = extent.begin
    while index < extent.end:
        if index in extents and index != extent.index:
            nested.append(extents[index])
            index = extents[index].end
            continue
        own.append(tree.elements[index])
        index += 1
    return own, nested
