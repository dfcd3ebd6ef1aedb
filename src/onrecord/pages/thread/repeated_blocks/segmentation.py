"""Ways to cut a page into blocks of one shape, one for each of the places that state a day or name a member.

In: a `PageTree` and such places, alike (`TimestampElement`). Out: for each way the extents, elements or stretches of siblings,
of which each holds one of the places; siblings of the same shape beside them, and an opening post that is marked otherwise.
Out of scope: whether the blocks are posts (`block_finder`).

Source: repeated structure after Liu et al., Mining data records in Web pages (KDD 2003); the tests are ours.
"""

from __future__ import annotations

import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.extent import CommentExtent, build_extent
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.repeated_blocks.timestamps import TimestampElement
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.markup_words import ROOT_TAGS


def iter_segmentations(
    tree: PageTree, places: Sequence[TimestampElement], all_places: Sequence[TimestampElement]
) -> Iterator[list[CommentExtent]]:
    """Yield the ways to cut the page into extents, of which each has one of `places`, the first maybe of `all_places`."""
    seen = []
    for elements in (_find_wrappers(tree, places), _find_exclusive_wrappers(tree, places)):
        wrappers = _add_opening_post(tree, _add_siblings(tree, elements), places, all_places)
        if len(wrappers) > 1 and wrappers not in seen:
            seen.append(wrappers)
            yield [build_extent(wrapper) for wrapper in wrappers]
            if len(stretches := _build_stretches(tree, wrappers)) > 1:
                yield stretches


def _find_wrappers(tree: PageTree, places: Sequence[TimestampElement]) -> list[Element]:
    """Return the outermost elements of one shape that hold a place each; one may hold others like it."""
    heights: dict[str, dict[int, int]] = {}
    for place in places:
        seen = set()
        above = tree.list_ancestors(place.element.index)[: THRESHOLDS.highest_block]
        for height, element in enumerate(above):
            shape = describe_shape(element)
            if shape not in seen and element.tag not in ROOT_TAGS:
                seen.add(shape)
                heights.setdefault(shape, {}).setdefault(element.index, height)
    # The opening post may be marked as something else.
    enough = max(2.0, min(THRESHOLDS.nearly_all_share * len(places), len(places) - 1.0))
    fitting = [by_element for by_element in heights.values() if len(by_element) >= enough]
    if not fitting:
        return []
    outermost = max(fitting, key=lambda by_element: sum(by_element.values()) / len(by_element))
    return [tree.elements[index] for index in sorted(outermost)]


def _add_siblings(tree: PageTree, wrappers: Sequence[Element]) -> list[Element]:
    """Return `wrappers` and their siblings of the same shape: some posts show their day in another way.

    None is added where there are more of them than wrappers, or the shape is a bare tag's.
    """
    shapes = {(wrapper.parent, describe_shape(wrapper)) for wrapper in wrappers}
    if len(shapes) != 1 or not wrappers[0].label:
        return [*wrappers]
    parent = tree.elements[wrappers[0].parent]
    alike = [
        child
        for child in _iter_children(tree, parent)
        if (parent.index, describe_shape(child)) in shapes and child.block_start < child.block_end
    ]
    return alike if len(wrappers) <= len(alike) <= 2 * len(wrappers) else [*wrappers]


def _iter_children(tree: PageTree, parent: Element) -> Iterator[Element]:
    index = parent.index + 1
    while index < parent.end:
        yield tree.elements[index]
        index = tree.elements[index].end


def _add_opening_post(
    tree: PageTree,
    wrappers: list[Element],
    places: Sequence[TimestampElement],
    all_places: Sequence[TimestampElement],
) -> list[Element]:
    """Return `wrappers` and, before them, what holds an opening post: it has one place like theirs, and is marked otherwise."""
    if len(wrappers) < THRESHOLDS.fewest_replies:
        return wrappers
    shapes = _describe_two_levels(tree, places[-1])
    if all(shape.endswith(".") for shape in shapes):
        return wrappers
    first = wrappers[0].index
    before = all_places[: bisect_left(all_places, first, key=lambda place: place.element.index)]
    alike = [p.element for p in before if _describe_two_levels(tree, p) == shapes]
    if len(alike) != 1:
        return wrappers
    apart = [e for e in tree.list_ancestors(alike[0].index) if e.end <= first]
    return [apart[-1], *wrappers] if apart else wrappers


def _describe_two_levels(tree: PageTree, place: TimestampElement) -> list[str]:
    return [describe_shape(element) for element in tree.list_ancestors(place.element.index)[:2]]


def _find_exclusive_wrappers(tree: PageTree, places: Sequence[TimestampElement]) -> list[Element]:
    """Return the outermost elements that hold one place each, where they are siblings; else none."""
    counts = Counter(e.index for place in places for e in tree.list_ancestors(place.element.index))
    wrappers = []
    for place in places:
        exclusive = [e for e in tree.list_ancestors(place.element.index) if counts[e.index] == 1]
        if exclusive:
            wrappers.append(exclusive[-1])
    return wrappers if len({wrapper.parent for wrapper in wrappers}) == 1 else []


def _build_stretches(tree: PageTree, heads: Sequence[Element]) -> list[CommentExtent]:
    """Return the stretches of siblings that begin, or end, with `heads`; empty where they are no siblings."""
    parent = heads[0].parent
    if parent < 0 or any(head.parent != parent for head in heads):
        return []
    children = [*_iter_children(tree, tree.elements[parent])]
    place_of = {child.index: place for place, child in enumerate(children)}
    at = [place_of[head.index] for head in heads]
    lead = _count_leading_siblings([describe_shape(child) for child in children], at)
    ends = [place - lead for place in at[1:]]
    lengths = [end - (begin - lead) for begin, end in zip(at, ends, strict=False)]
    ends.append(min(len(children), at[-1] - lead + int(statistics.median(lengths))))
    return [
        build_extent(*children[begin - lead : end])
        for begin, end in zip(at, ends, strict=True)
        if end > begin - lead
    ]


def _count_leading_siblings(shapes: Sequence[str], at: Sequence[int]) -> int:
    """Return how many siblings before each head belong to it: those that stand before the first one, too."""
    most = min(at[0], *(after - before - 1 for before, after in pairwise(at)))
    lead = 0
    while lead < most and len({shapes[place - lead - 1] for place in at}) == 1:
        lead += 1
    return lead
