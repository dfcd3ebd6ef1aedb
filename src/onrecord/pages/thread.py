"""Readers' comments by their markup.

In: a `Tree`. Out: the comments it marks, each with the runs of its own words, who wrote it, when, and
which it answers; and the blocks they take up. Leaves alone: comments that only a flattened text
shows (`flat`), and those a script would load.

What marks a comment is data (`selectors.PLATFORMS`); a page's comments are read by the one system that
finds most of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.pages.comment import Found, read_comment
from onrecord.pages.element import Element
from onrecord.pages.selectors import (
    COMMENT_SIGN,
    NO_COMMENT,
    NO_READER,
    PLATFORMS,
    Platform,
)
from onrecord.pages.tree import Tree

_NUMBER = re.compile(r"(\d+)\D*$")


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments in order of the page, and the places of all blocks that are part of the thread."""

    comments: tuple[Found, ...]
    blocks: frozenset[int]


def find_thread(tree: Tree) -> Thread:
    """Return the page's comments as its markup has them; empty where it has none."""
    best: list[Found] = []
    likely = [
        e
        for e in tree.elements
        if (e.label and _signs(e.label))
        or ("itemtype" in e.attributes and _signs(e.attributes["itemtype"]))
    ]
    for platform in PLATFORMS if likely else ():
        found = _comments(tree, platform, likely)
        # Later entries are more general: they must find clearly more to be believed.
        if len(found) > len(best) * 1.5:
            best = found
    if not best:
        return Thread((), frozenset())
    taken = {place for found in best for place in range(found.item.first, found.item.last)}
    return Thread(tuple(best), frozenset(taken))


@lru_cache(maxsize=16_384)
def _signs(label: str) -> bool:
    return bool(COMMENT_SIGN.search(label))


def _comments(tree: Tree, platform: Platform, likely: list[Element]) -> list[Found]:
    items = [element for element in likely if _is_item(tree, element, platform)]
    if not items:
        return []
    items = _absorbed(tree, items)
    inner = {item.index: item for item in items}
    found = []
    for item in items:
        comment = read_comment(tree, item, platform, inner)
        # What a general pattern finds must say who wrote it, or when.
        if comment.runs and (platform.sure or comment.author or comment.time_text):
            found.append(comment)
    places = {comment.item.index: place for place, comment in enumerate(found)}
    for comment in found:
        comment.parent = _parent(tree, comment.item, places)
    return found


def _is_item(tree: Tree, element: Element, platform: Platform) -> bool:
    if element.hidden or element.tag in {
        "a",
        "span",
        "form",
        "body",
        "button",
        "input",
        "section",
        "p",
    }:
        return False
    kind = element.attributes.get("itemtype", "") if platform.name == "schema" else ""
    label = kind or element.label.lower()
    if not label or not platform.item.search(label):
        return False
    if platform.name == "plain" and NO_COMMENT.search(element.words):
        return False
    return not any(NO_READER.search(e.words) for e in tree.ancestors(element.index)[:4])


def _absorbed(tree: Tree, items: list[Element]) -> list[Element]:
    """Return `items` without those that are the inside of another: the same number, or its only words."""
    kept: list[Element] = []
    open_: list[tuple[Element, bool]] = []
    for item in items:
        while open_ and open_[-1][0].end <= item.index:
            open_.pop()
        outer = open_[-1] if open_ else None
        if outer and not outer[1] and not _own_words(tree, outer[0], item):
            open_[-1] = (outer[0], True)
            open_.append((item, True))
            continue
        if outer and (number := _number(item)) and number == _number(outer[0]):
            continue
        kept.append(item)
        open_.append((item, False))
    return kept


def _own_words(tree: Tree, outer: Element, inner: Element) -> bool:
    """Tell whether `outer` has words of its own before `inner` begins."""
    if inner.parent == outer.index and inner.tag == outer.tag:
        return True
    return any(block.text for block in tree.blocks[outer.first : inner.first])


def _number(element: Element) -> str | None:
    found = _NUMBER.search(element.attributes.get("id", ""))
    return found[1] if found else None


def _parent(tree: Tree, item: Element, places: dict[int, int]) -> int | None:
    stated = item.attributes.get("data-parent-id") or item.attributes.get("data-parent")
    if stated:
        for index, place in places.items():
            if _number(tree.elements[index]) == stated:
                return place
    above = tree.ancestors(item.index)[1:]
    found = next((places[e.index] for e in above if e.index in places), None)
    if found is not None:
        return found
    return _parent_beside(tree, item, places)


def _parent_beside(tree: Tree, item: Element, places: dict[int, int]) -> int | None:
    """Return the comment just before the list of replies that `item` stands in, or None.

    Some systems put replies in a list that follows the comment instead of into it.
    """
    for element in tree.ancestors(item.index)[1:6]:
        if re.search(
            r"(?:^| )(?:children|repl(?:y|ies)|indented|nested|sub ?comments?|responses)(?= |$)",
            element.words,
        ):
            before = [index for index in places if index < element.index]
            beside = [i for i in before if tree.elements[i].parent == element.parent]
            if beside:
                return places[beside[-1]]
    return None
