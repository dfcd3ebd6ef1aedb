"""Which comment of a thread answers which, by markup.

In: a `PageTree` and its comments in order. Out: each comment's `parent`, a place in the list, from what
a page states, in this order: an attribute that names the parent, nesting, a list of replies that follows
a comment, a depth. Out of scope: threads that state none of it, or in which comments would answer each other in a circle;
quotations, which say nothing of the thread's shape.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.label_words import (
    DEPTH_LABELS,
    REPLY_LIST_LABELS,
    STATED_PARENT_LABELS,
)
from onrecord.pages.thread.words.markup_words import (
    DEPTH_ATTRIBUTES,
    ID_ATTRIBUTES,
    PARENT_ATTRIBUTES,
)
from onrecord.pages.thread.words.notice_words import DEPTH_WORDS

_ID = re.compile(r"([A-Za-z]*\d+_\w+|\d+)\D*$")
_INDENT = re.compile(
    r"(?:padding|margin)-left\s*:\s*(\d+(?:\.\d+)?)\s*(px|em|rem|%)?", re.IGNORECASE
)


def find_parents(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Set `parent` of each of `comments` where the page states it, in place."""
    place_of = {comment.extent.index: place for place, comment in enumerate(comments)}
    siblings: dict[int, list[int]] = {}
    for index in sorted(place_of):
        siblings.setdefault(tree.elements[index].parent, []).append(index)
    ids = _index_ids(comments)
    for place, comment in enumerate(comments):
        comment.parent = _find_stated_parent(comment, ids)
        if comment.parent is None or comment.parent == place:
            element = comment.extent.element
            comment.parent = _find_enclosing(tree, element, place_of, siblings)
    break_circles(comments, range(len(comments)))
    if all(comment.parent is None for comment in comments):
        _set_parents_by_wrappers(tree, comments)
    if all(comment.parent is None for comment in comments):
        _set_parents_by_depth(tree, comments)


def break_circles(comments: Sequence[CommentCandidate], doubted: Container[int]) -> None:
    """Remove the parents of those of `doubted` (places) that would answer each other, or themselves, in a circle."""
    seen: set[int] = set()
    for start in range(len(comments)):
        path: dict[int, None] = {}
        place: int | None = start
        while place is not None and place not in seen:
            seen.add(place)
            path[place] = None
            place = comments[place].parent
        if place in path:
            for in_circle in list(path)[list(path).index(place) :]:
                if in_circle in doubted:
                    comments[in_circle].parent = None


def _index_ids(comments: Sequence[CommentCandidate]) -> dict[str, int]:
    """Return the place of each comment by the ids of its element, whole and without what stands before the number."""
    places: dict[str, int] = {}
    for place, comment in enumerate(comments):
        attributes = comment.extent.element.attributes
        for name in ID_ATTRIBUTES:
            if match := _ID.search(attributes.get(name, "")):
                places.setdefault(match[1], place)
                places.setdefault(attributes[name], place)
    return places


def _find_stated_parent(comment: CommentCandidate, ids: dict[str, int]) -> int | None:
    attributes = comment.extent.element.attributes
    for name in PARENT_ATTRIBUTES:
        if (value := attributes.get(name)) and value in ids:
            return ids[value]
    match = STATED_PARENT_LABELS.search(comment.extent.element.label)
    return ids.get(match[1]) if match else None


def _find_enclosing(
    tree: PageTree, element: Element, place_of: dict[int, int], siblings: dict[int, list[int]]
) -> int | None:
    """Return the comment that `element` is nested in, or whose list of replies it stands in; None where there is none.

    Args:
        tree: the page.
        element: the comment's.
        place_of: places of comments by their elements.
        siblings: the comments' elements by what they stand in, in order.

    """
    above = tree.list_ancestors(element.index)[1:]
    enclosing = next((place_of[e.index] for e in above if e.index in place_of), None)
    if enclosing is not None:
        return enclosing
    for outer in above[: THRESHOLDS.reply_list_levels]:
        if REPLY_LIST_LABELS.search(outer.label_words):
            # Some systems put replies in a list that follows the comment instead of into it.
            comments = siblings.get(outer.parent, [])
            if before := bisect_left(comments, outer.index):
                return place_of[comments[before - 1]]
    return None


def _set_parents_by_wrappers(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Set parents where each comment stands alone in a wrapper that its replies' wrappers stand in as well."""
    for height in range(1, THRESHOLDS.wrapper_levels + 1):
        above = [tree.list_ancestors(comment.extent.index)[height:] for comment in comments]
        if not all(above):
            return
        wrappers = {levels[0].index: place for place, levels in enumerate(above)}
        shapes = {describe_shape(levels[0]) for levels in above}
        if len(wrappers) < len(comments) or len(shapes) != 1:
            return
        for comment, levels in zip(comments, above, strict=True):
            outer = (wrappers[e.index] for e in levels[1:] if e.index in wrappers)
            comment.parent = next(outer, None)
        if any(comment.parent is not None for comment in comments):
            return


def _set_parents_by_depth(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Set parents by how deep each comment states, or shows, that it is; where one does not, set none."""
    depths = [_find_depth(tree, comment) for comment in comments]
    if any(depth is None for depth in depths) or len(set(depths)) < 2:
        return
    above: list[tuple[float, int]] = []
    for place, (comment, depth) in enumerate(zip(comments, depths, strict=True)):
        assert depth is not None
        while above and above[-1][0] >= depth:
            above.pop()
        comment.parent = above[-1][1] if above else None
        above.append((depth, place))


def _find_depth(tree: PageTree, comment: CommentCandidate) -> float | None:
    """Return how deep a comment is by its element, those around it, or those in it; None if none states it."""
    element = comment.extent.element
    for outer in tree.list_ancestors(element.index)[: THRESHOLDS.depth_levels]:
        if (depth := _read_depth(outer)) is not None:
            return depth
    end = min(element.end, element.index + 1 + THRESHOLDS.depth_elements)
    for inner in tree.elements[element.index + 1 : end]:
        if (depth := _read_depth(inner)) is not None:
            return depth
        if inner.block_end - inner.block_start <= 1 and not inner.attributes.get("href"):
            match = DEPTH_WORDS.fullmatch(tree.read_text(inner))
            if match:
                return float(match[1])
    return None


def _read_depth(element: Element) -> float | None:
    """Return the depth that attributes, class or indentation of `element` state, or None."""
    attributes = element.attributes
    for name in DEPTH_ATTRIBUTES:
        if attributes.get(name, "").isdecimal():
            return float(attributes[name])
    if element.label and (match := DEPTH_LABELS.search(element.label)):
        return float(match[1])
    indent = _INDENT.search(attributes["style"]) if "style" in attributes else None
    return float(indent[1]) if indent else None
