"""Places on a page that name someone with a page of their own, grouped by how they are marked.

In: a `PageTree`. Out: groups of elements of one shape that each name a member: where posts are looked for that
show no day (`thread_runs`). Out of scope: whether anything was written by those who are named.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import reads_like_name
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.repeated_blocks.timestamps import Stamp
from onrecord.pages.thread.words.platforms import PROFILE

_NAMED = re.compile(r"(?:^| )(?:(?:user|nick|screen|display) ?name|nick|poster|post author)(?= |$)")
_PROFILE = re.compile(
    PROFILE.pattern
)  # of small letters: many times faster on every link of a page
_FEWEST = 3
_GROUPS = 4


def writer_groups(tree: PageTree) -> list[list[Stamp]]:
    """Return groups of three and more elements that name someone and are alike, the largest first."""
    groups: dict[tuple[str, ...], list[Stamp]] = {}
    for element in tree.elements:
        if not element.hidden and _names(tree, element):
            above = tree.ancestors(element.index)[:3]
            stamp = Stamp(element, element.first, alone=True)
            groups.setdefault(tuple(describe_shape(e) for e in above), []).append(stamp)
    wanted = [group for group in groups.values() if len(group) >= _FEWEST]
    return sorted(wanted, key=lambda group: -len(group))[:_GROUPS]


def _names(tree: PageTree, element: Element) -> bool:
    if element.first == element.last:
        return False
    linked = element.tag == "a" and _PROFILE.search(element.get("href").lower())
    if not linked and not (element.words and _is_named(element.words)):
        return False
    return reads_like_name(tree.own_text(element))


@lru_cache(maxsize=16_384)
def _is_named(words: str) -> bool:
    return bool(_NAMED.search(words))
