"""Ways to part a page into blocks of one shape, one for each of the places that tell a day or name a member.

In: a `PageTree` and such places, alike (`Stamp`). Out: for each way the items, elements or stretches of siblings, of which
each holds one of the places; siblings of the same shape beside them, and an opening post that is marked otherwise.
Out of scope: whether the items are posts (`thread_runs`).

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
from onrecord.pages.thread.comment.extent import Item, item_of
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.repeated_blocks.timestamps import Stamp

_HIGHEST = 14  # how far above a stamp its comment's element may stand
_MOST = 0.85  # of the places must have an element of the shape around them
_FEWEST = 2  # replies, for an opening post to be looked for


def part_page(
    tree: PageTree, stamps: Sequence[Stamp], every: Sequence[Stamp]
) -> Iterator[list[Item]]:
    """Yield the ways to part the page into items, of which each has one of `stamps`, the first maybe of `every`."""
    seen = []
    for some in (_owners(tree, stamps), _shares(tree, stamps)):
        owners = _with_opening(tree, _with_alike(tree, some), stamps, every)
        if len(owners) > 1 and owners not in seen:
            seen.append(owners)
            yield [item_of(owner) for owner in owners]
            if len(stretches := _stretches(tree, owners)) > 1:
                yield stretches


def _owners(tree: PageTree, stamps: Sequence[Stamp]) -> list[Element]:
    """Return the outermost elements of one shape that hold a stamp each; one may hold others like it."""
    nearest: dict[str, dict[int, int]] = {}
    for stamp in stamps:
        seen = set()
        for height, element in enumerate(tree.ancestors(stamp.element.index)[:_HIGHEST]):
            kind = describe_shape(element)
            if kind not in seen and element.tag not in {"body", "html"}:
                seen.add(kind)
                nearest.setdefault(kind, {}).setdefault(element.index, height)
    # The opening post may be marked as something else.
    enough = max(2.0, min(_MOST * len(stamps), len(stamps) - 1.0))
    fitting = [owners for owners in nearest.values() if len(owners) >= enough]
    if not fitting:
        return []
    outermost = max(fitting, key=lambda owners: sum(owners.values()) / len(owners))
    return [tree.elements[index] for index in sorted(outermost)]


def _with_alike(tree: PageTree, owners: Sequence[Element]) -> list[Element]:
    """Return `owners` and their siblings of the same shape: some posts show their day in another way.

    None is added where there are more of them than owners, or the shape is a bare tag's.
    """
    kinds = {(owner.parent, describe_shape(owner)) for owner in owners}
    if len(kinds) != 1 or not owners[0].label:
        return [*owners]
    parent = tree.elements[owners[0].parent]
    alike = []
    index = parent.index + 1
    while index < parent.end:
        element = tree.elements[index]
        if (parent.index, describe_shape(element)) in kinds and element.first < element.last:
            alike.append(element)
        index = element.end
    return alike if len(owners) <= len(alike) <= 2 * len(owners) else [*owners]


def _with_opening(
    tree: PageTree, owners: list[Element], stamps: Sequence[Stamp], every: Sequence[Stamp]
) -> list[Element]:
    """Return `owners` and, before them, what holds an opening post: one stamp like theirs, and is marked otherwise."""
    if len(owners) < _FEWEST:
        return owners
    kind = _two_shapes(tree, stamps[-1])
    if all(name.endswith(".") for name in kind):
        return owners
    before = every[: bisect_left(every, owners[0].index, key=lambda stamp: stamp.element.index)]
    alike = [stamp.element for stamp in before if _two_shapes(tree, stamp) == kind]
    if len(alike) != 1:
        return owners
    apart = [e for e in tree.ancestors(alike[0].index) if e.end <= owners[0].index]
    return [apart[-1], *owners] if apart else owners


def _two_shapes(tree: PageTree, stamp: Stamp) -> list[str]:
    return [describe_shape(element) for element in tree.ancestors(stamp.element.index)[:2]]


def _shares(tree: PageTree, stamps: Sequence[Stamp]) -> list[Element]:
    """Return the outermost elements that hold one stamp each, where they are siblings."""
    held = Counter(e.index for stamp in stamps for e in tree.ancestors(stamp.element.index))
    shares = []
    for stamp in stamps:
        alone = [e for e in tree.ancestors(stamp.element.index) if held[e.index] == 1]
        if alone:
            shares.append(alone[-1])
    return shares if len({share.parent for share in shares}) == 1 else []


def _stretches(tree: PageTree, heads: Sequence[Element]) -> list[Item]:
    """Return the stretches of siblings that begin, or end, with `heads`; empty where they are no siblings."""
    parent = heads[0].parent
    if parent < 0 or any(head.parent != parent for head in heads):
        return []
    outer = tree.elements[parent]
    children = []
    index = parent + 1
    while index < outer.end:
        children.append(tree.elements[index])
        index = children[-1].end
    places = {child.index: place for place, child in enumerate(children)}
    at = [places[head.index] for head in heads]
    lead = _lead([describe_shape(child) for child in children], at)
    ends = [place - lead for place in at[1:]]
    lengths = [end - (begin - lead) for begin, end in zip(at, ends, strict=False)]
    ends.append(min(len(children), at[-1] - lead + int(statistics.median(lengths))))
    return [item_of(*children[b - lead : e]) for b, e in zip(at, ends, strict=True) if e > b - lead]


def _lead(shapes: Sequence[str], at: Sequence[int]) -> int:
    """Return how many siblings before a head belong to it: those that stand before the first one, too."""
    most = min(at[0], *(after - before - 1 for before, after in pairwise(at)))
    lead = 0
    while lead < most and len({shapes[place - lead - 1] for place in at}) == 1:
        lead += 1
    return lead
