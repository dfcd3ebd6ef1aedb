"""The header of a comment: the elements that hold who wrote and when, and nothing else.

In: a `PageTree`, a comment's extent, and the platform it is marked as. Out: elements. Out of scope: which of them names the
author (`author`) or states the time (`timestamp`), and the comment's own words (`body`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import parse_attribution_line
from onrecord.pages.thread.comment.extent import CommentExtent, is_whole_extent
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.label_words import MEMBER_PANEL_LABELS, is_in
from onrecord.pages.thread.words.platforms import Platform


def is_header(tree: PageTree, element: Element, platform: Platform) -> bool:
    """Return whether `element` is named for author or time, and is too short to hold the words as well."""
    label = element.label.lower()
    named = bool(label) and (is_in(platform.author, label) or is_in(platform.time, label))
    return named and len(tree.read_text(element)) < THRESHOLDS.longest_header


def iter_member_panels(tree: PageTree, author: Element, extent: CommentExtent) -> Iterator[Element]:
    """Yield the elements around `author` that are named for members: they hold rank and number of posts as well."""
    for element in _iter_around(tree, author, extent):
        short = len(tree.read_text(element)) < THRESHOLDS.longest_member_panel
        if short and MEMBER_PANEL_LABELS.search(element.label_words):
            yield element


def find_header_line(
    tree: PageTree, author: Element, extent: CommentExtent
) -> tuple[Element, str] | None:
    """Return the element of the line around `author` that states when, and the time's words: "Ann, Leeds, 3 years ago"."""
    for element in _iter_around(tree, author, extent):
        line = parse_attribution_line(tree.read_text(element))
        if line is not None and line.time_text:
            return element, line.time_text
    return None


def _iter_around(tree: PageTree, author: Element, extent: CommentExtent) -> Iterator[Element]:
    """Yield the nearest elements around `author`, as long as they are parts of the comment."""
    for element in tree.list_ancestors(author.index)[1 : 1 + THRESHOLDS.header_levels]:
        if element.index <= extent.index or is_whole_extent(element, extent):
            return
        yield element
