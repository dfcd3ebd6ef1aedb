"""A comment's own words: the element that holds them, and the runs that are left when all else is taken out.

In: a `PageTree`, a comment's elements, and the platform it is marked as. Out: an element; runs. Out of scope: what stands at
the edges of the words (`trailing_controls`) and what in them is quoted (`quotations`).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.extent import CommentExtent
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.label_words import CONTROL_LABELS, is_in
from onrecord.pages.thread.words.markup_words import NEVER_TEXT_TAGS
from onrecord.pages.thread.words.platforms import Platform

_NAMED_FOR_TEXT = re.compile(r"content|text|message|cooked")


def find_text_element(
    tree: PageTree, elements: list[Element], headers: list[Element], platform: Platform
) -> Element | None:
    """Return the element of a comment's own words: named for them, with no author or time in it; or None.

    Args:
        tree: the page.
        elements: those of the comment, without nested comments.
        headers: those of them that hold who wrote and when.
        platform: the comment's.

    """
    ranked = []
    for element in elements:
        is_stated = "text" in element.attributes.get("itemprop", "").lower()
        if _may_hold_text(element, headers, platform, is_stated=is_stated):
            named = bool(_NAMED_FOR_TEXT.search(element.label.lower()))
            ranked.append((-(2 * is_stated + named), element.index, element))
    if not ranked:
        return None
    best = min(ranked, key=lambda row: row[:2])[2]
    # "From:" may be named for a text, too: what holds far more words and follows is the comment's.
    after = [element for _, _, element in ranked if element.index >= best.end]
    larger = max(after, key=lambda element: _count_chars(tree, element), default=best)
    much_larger = _count_chars(tree, larger) > THRESHOLDS.larger_text * _count_chars(tree, best)
    return larger if much_larger else best


def _may_hold_text(
    element: Element, headers: list[Element], platform: Platform, *, is_stated: bool
) -> bool:
    """Return whether `element` is named for a comment's words (`is_stated`: by `itemprop`) and may hold them."""
    label = element.label.lower()
    if not is_stated and not (label and is_in(platform.text, label)):
        return False
    if element.tag in NEVER_TEXT_TAGS or is_in(CONTROL_LABELS, element.label_words):
        return False
    if element.block_start == element.block_end:
        return False
    # A platform's own name for the words is certain; a general one may be that of the whole comment.
    return platform.needs_text or not any(
        element.index <= header.index < element.end for header in headers
    )


def _count_chars(tree: PageTree, element: Element) -> int:
    return sum(
        len(tree.run_texts[run]) for run in tree.run_order[element.run_start : element.run_end]
    )


def collect_runs(
    tree: PageTree, scope: Element | CommentExtent, excluded: list[tuple[int, int]]
) -> list[int]:
    """Return the runs in `scope` that stand in none of the `excluded` ranges of elements (half-open)."""
    starts, ends = _merge_ranges(excluded)
    runs = []
    place, last = (
        scope.block_start,
        min(max(scope.block_end, scope.block_start + 1), len(tree.blocks)),
    )
    while place < last:
        block = tree.blocks[place]
        place += 1
        before = bisect_right(starts, block.innermost) - 1
        if before >= 0 and block.innermost < ends[before]:
            # The whole block is excluded, and what stands with it in the range; the last block may go on after it.
            place = max(place, tree.elements[starts[before]].block_end - 1)
            continue
        for run in block.runs:
            holder = tree.run_elements[run]
            if not scope.index <= holder < scope.end:
                continue
            before = bisect_right(starts, holder) - 1
            if before < 0 or holder >= ends[before]:
                runs.append(run)
    return runs


def _merge_ranges(ranges: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the starts and the ends of `ranges` in order, those that overlap merged."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(ranges):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
