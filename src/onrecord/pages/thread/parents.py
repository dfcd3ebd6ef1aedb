"""Which comment of a thread answers which, by markup.

In: a `PageTree` and its comments in order. Out: each comment's `parent`, a place in the list. Goes by what
a page states, in this order: an attribute that names the parent, nesting, a list of replies that follows
a comment, a depth. Out of scope: threads that do not say it, or that have comments answer each other in a circle; a quote
tells nothing of the thread's shape.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.reader import Found
from onrecord.pages.thread.element_shape import describe_shape

_STATED = ("data-parent-id", "data-parent", "data-parent-comment-id", "data-parentid", "parentid", "data-reply-to",
           "data-comment-parent", "data-in-reply-to")  # fmt: skip
_STATED_CLASS = re.compile(
    r"(?:^|\s)(?:parent|reply-?to|in-?reply-?to|child-?of)[-_](?:comment[-_])?(\w+)(?!\S)"
)
_ID = re.compile(r"([A-Za-z]*\d+_\w+|\d+)\D*$")
_REPLIES = re.compile(
    r"(?:^| )(?:children|repl(?:y|ies)|indented|nested|sub ?comments?|responses|comment replies|answers?)(?= |$)"
)
_DEPTH_CLASS = re.compile(
    r"(?:^|\s)(?:[\w-]*?[-_])?(?:depth|level|lvl|indent|nesting|niveau|ebene)[-_]?(\d{1,2})(?!\S)"
)
_DEPTH_WORDS = re.compile(r"(?:level|ebene|niveau|nivel|livello) (\d{1,2})", re.IGNORECASE)
_INDENT = re.compile(
    r"(?:padding|margin)-left\s*:\s*(\d+(?:\.\d+)?)\s*(px|em|rem|%)?", re.IGNORECASE
)
_HIGHEST_BOX = 3
_DEPTH_NAMES = ("aria-level", "data-depth", "data-level", "depth", "data-nesting-level", "indent")


def find_parents(tree: PageTree, comments: Sequence[Found]) -> None:
    """Set `parent` of each of `comments` where the page tells it."""
    places = {comment.item.index: place for place, comment in enumerate(comments)}
    beside: dict[int, list[int]] = {}
    for index in sorted(places):
        beside.setdefault(tree.elements[index].parent, []).append(index)
    names = _names(comments)
    for place, comment in enumerate(comments):
        comment.parent = _stated(comment, names)
        if comment.parent is None or comment.parent == place:
            comment.parent = _around(tree, comment.item.element, places, beside)
    leave_circles(comments, range(len(comments)))
    if all(comment.parent is None for comment in comments):
        _by_boxes(tree, comments)
    if all(comment.parent is None for comment in comments):
        _by_depth(tree, comments)


def leave_circles(comments: Sequence[Found], doubted: Container[int]) -> None:
    """Leave out the parents of those of `doubted` that would answer each other, or themselves, in a circle."""
    seen: set[int] = set()
    for start in range(len(comments)):
        path: dict[int, None] = {}
        place: int | None = start
        while place is not None and place not in seen:
            seen.add(place)
            path[place] = None
            place = comments[place].parent
        if place in path:
            for one in list(path)[list(path).index(place) :]:
                if one in doubted:
                    comments[one].parent = None


def _names(comments: Sequence[Found]) -> dict[str, int]:
    """Return the place of each comment by the numbers its element goes by."""
    names: dict[str, int] = {}
    for place, comment in enumerate(comments):
        held = comment.item.element.attributes
        for name in (
            "id",
            "data-id",
            "data-comment-id",
            "data-post-id",
            "thingid",
            "data-fullname",
        ):
            if found := _ID.search(held.get(name, "")):
                names.setdefault(found[1], place)
                names.setdefault(held[name], place)
    return names


def _stated(comment: Found, names: dict[str, int]) -> int | None:
    held = comment.item.element.attributes
    for name in _STATED:
        if (value := held.get(name)) and value in names:
            return names[value]
    found = _STATED_CLASS.search(comment.item.element.label)
    return names.get(found[1]) if found else None


def _around(
    tree: PageTree, item: Element, places: dict[int, int], beside: dict[int, list[int]]
) -> int | None:
    """Return the comment that `item` is nested in, or whose list of replies it stands in.

    `beside` are the comments' elements by what they stand in, in order.
    """
    above = tree.ancestors(item.index)[1:]
    found = next((places[e.index] for e in above if e.index in places), None)
    if found is not None:
        return found
    for element in above[:5]:
        if _REPLIES.search(element.words):
            # Some systems put replies in a list that follows the comment instead of into it.
            siblings = beside.get(element.parent, [])
            if before := bisect_left(siblings, element.index):
                return places[siblings[before - 1]]
    return None


def _by_boxes(tree: PageTree, comments: Sequence[Found]) -> None:
    """Set parents where each comment stands alone in a box that its replies' boxes stand in as well."""
    for height in range(1, _HIGHEST_BOX + 1):
        above = [tree.ancestors(comment.item.index)[height:] for comment in comments]
        if not all(above):
            return
        boxes = {one[0].index: place for place, one in enumerate(above)}
        if len(boxes) < len(comments) or len({describe_shape(one[0]) for one in above}) != 1:
            return
        for comment, one in zip(comments, above, strict=True):
            comment.parent = next((boxes[e.index] for e in one[1:] if e.index in boxes), None)
        if any(comment.parent is not None for comment in comments):
            return


def _by_depth(tree: PageTree, comments: Sequence[Found]) -> None:
    """Set parents by how deep each comment says, or shows, that it is."""
    depths = [_depth(tree, comment) for comment in comments]
    if any(depth is None for depth in depths) or len(set(depths)) < 2:
        return
    above: list[tuple[float, int]] = []
    for place, (comment, depth) in enumerate(zip(comments, depths, strict=True)):
        assert depth is not None
        while above and above[-1][0] >= depth:
            above.pop()
        comment.parent = above[-1][1] if above else None
        above.append((depth, place))


def _depth(tree: PageTree, comment: Found) -> float | None:
    """Return how deep a comment is by its element, those around it, or those in it; None if none tells."""
    item = comment.item.element
    for element in tree.ancestors(item.index)[:3]:
        if (depth := _depth_of(element)) is not None:
            return depth
    for element in tree.elements[item.index + 1 : min(item.end, item.index + 12)]:
        if (depth := _depth_of(element)) is not None:
            return depth
        if element.last - element.first <= 1 and not element.attributes.get("href"):
            found = _DEPTH_WORDS.fullmatch(tree.own_text(element))
            if found:
                return float(found[1])
    return None


def _depth_of(element: Element) -> float | None:
    held = element.attributes
    for name in _DEPTH_NAMES:
        if held.get(name, "").isdecimal():
            return float(held[name])
    if element.label and (found := _DEPTH_CLASS.search(element.label)):
        return float(found[1])
    found = _INDENT.search(held["style"]) if "style" in held else None
    return float(found[1]) if found else None
