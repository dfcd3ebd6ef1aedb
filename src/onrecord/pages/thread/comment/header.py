"""The elements of a comment: which hold its words, which tell who wrote and when, and which runs are its own.

In: a `PageTree`, a comment's place, and the platform it is marked as. Out: elements and runs. Out of scope:
what they say (`comment`, `comment_head`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import read_line
from onrecord.pages.thread.comment.extent import Item
from onrecord.pages.thread.words.platforms import CONTROLS, Platform, is_in

_READER = re.compile(
    r"(?:^| )(?:user|author|profile|member|poster|byline|commenter|(?:user|author|member|post|comment|reply) ?(?:info|details|meta|head|header|profile))(?= |$)"
)
_LONGEST_HEAD = 100
_FAR_MORE = 4


def is_head(tree: PageTree, element: Element, platform: Platform) -> bool:
    """Return whether `element` holds who wrote and when, and no more."""
    label = element.label.lower()
    named = bool(label) and (is_in(platform.author, label) or is_in(platform.time, label))
    return named and len(tree.own_text(element)) < 150


def heads_around(tree: PageTree, author: Element, item: Item) -> Iterator[Element]:
    """Yield what `author` stands in and is called after who wrote: rank and number of posts beside the name."""
    for element in tree.ancestors(author.index)[1:4]:
        if element.index <= item.index or is_whole(element, item):
            return
        if _READER.search(element.words) and len(tree.own_text(element)) < _LONGEST_HEAD:
            yield element


def line_around(tree: PageTree, author: Element, item: Item) -> tuple[Element, str] | None:
    """Return the element of the line that names `author` and tells when, and its stamp: "Ann, Leeds, 3 years ago"."""
    for element in tree.ancestors(author.index)[1:4]:
        if element.index <= item.index or is_whole(element, item):
            return None
        if (line := read_line(tree.own_text(element))) and line.stamp:
            return element, line.stamp
    return None


def is_whole(element: Element, item: Item) -> bool:
    """Return whether `element` holds all blocks of `item`, of which there are several: no part of it is that."""
    return item.last - item.first > 1 and element.first <= item.first and element.last >= item.last


def within_item(
    tree: PageTree, item: Item, items: dict[int, Item]
) -> tuple[list[Element], list[Item]]:
    """Return the elements in `item` that are not part of a comment inside it, and those comments."""
    within, nested = [], []
    index = item.begin
    while index < item.end:
        if index in items and index != item.index:
            nested.append(items[index])
            index = items[index].end
            continue
        within.append(tree.elements[index])
        index += 1
    return within, nested


def text_element(
    tree: PageTree, within: list[Element], signs: list[Element], platform: Platform
) -> Element | None:
    """Return the element of a comment's own words: named for them, with no author or time in it."""
    ranked = []
    for element in within:
        label = element.label.lower()
        stated = "text" in element.attributes.get("itemprop", "").lower()
        if not stated and not (label and is_in(platform.text, label)):
            continue
        if element.tag in {"a", "form", "textarea"} or is_in(CONTROLS, element.words):
            continue
        if element.first == element.last:
            continue
        # A system's own name for the words is sure; a general one may be that of the whole.
        if not platform.own_text and any(element.index <= s.index < element.end for s in signs):
            continue
        sure = 2 * stated + bool(re.search(r"content|text|message|cooked", label))
        ranked.append((-sure, element.index, element))
    if not ranked:
        return None
    best = min(ranked, key=lambda row: row[:2])[2]
    # "From:" may be named for a text, too: what holds far more words and follows is the comment's.
    after = [element for _, _, element in ranked if element.index >= best.end]
    larger = max(after, key=lambda element: _length(tree, element), default=best)
    return larger if _length(tree, larger) > _FAR_MORE * _length(tree, best) else best


def _length(tree: PageTree, element: Element) -> int:
    return sum(len(tree.words[r]) for r in tree.order[element.first_run : element.last_run])


def runs_within(tree: PageTree, scope: Element | Item, gone: list[tuple[int, int]]) -> list[int]:
    """Return the runs in `scope` that no stretch of elements in `gone` holds."""
    firsts, ends = _joined(gone)
    found = []
    place, last = scope.first, min(max(scope.last, scope.first + 1), len(tree.blocks))
    while place < last:
        block = tree.blocks[place]
        place += 1
        before = bisect_right(firsts, block.inner) - 1
        if before >= 0 and block.inner < ends[before]:
            # All of the block is gone, and what stands with it there; the last one may go on after it.
            place = max(place, tree.elements[firsts[before]].last - 1)
            continue
        for run in block.runs:
            holder = tree.holders[run]
            if not scope.index <= holder < scope.end:
                continue
            before = bisect_right(firsts, holder) - 1
            if before < 0 or holder >= ends[before]:
                found.append(run)
    return found


def _joined(stretches: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the first and the end of stretches in order, those that overlap as one."""
    firsts: list[int] = []
    ends: list[int] = []
    for first, end in sorted(stretches):
        if ends and first < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            firsts.append(first)
            ends.append(end)
    return firsts, ends
