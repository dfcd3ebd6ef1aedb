"""Places on a page that name someone with a page of their own, grouped by how they are marked.

In: a `PageTree`. Out: groups of elements of one shape that each name a member: around them, posts that show no day are looked
for (`block_finder`). Out of scope: whether those who are named wrote anything.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.attribution_lines import is_name_like
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.repeated_blocks.timestamps import TimestampElement
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.address_words import LOWER_CASE_PROFILE_ADDRESS
from onrecord.pages.thread.words.label_words import MEMBER_NAME_LABELS


def group_member_links(tree: PageTree) -> list[list[TimestampElement]]:
    """Return groups of three and more elements that name someone and are alike, the largest first."""
    groups: dict[tuple[str, ...], list[TimestampElement]] = {}
    for element in tree.elements:
        if not element.hidden and _is_member_name(tree, element):
            above = tree.list_ancestors(element.index)[:3]
            member = TimestampElement(element, element.block_start, is_alone=True)
            groups.setdefault(tuple(describe_shape(e) for e in above), []).append(member)
    fewest, most = THRESHOLDS.fewest_alike_members, THRESHOLDS.most_member_groups
    wanted = [group for group in groups.values() if len(group) >= fewest]
    return sorted(wanted, key=lambda group: -len(group))[:most]


def _is_member_name(tree: PageTree, element: Element) -> bool:
    """Return whether `element` links to a profile or is named for a member, and its words read like a name."""
    if element.block_start == element.block_end:
        return False
    is_link = element.tag == "a" and LOWER_CASE_PROFILE_ADDRESS.search(element.get("href").lower())
    if not is_link and not (element.label_words and _is_member_label(element.label_words)):
        return False
    return is_name_like(tree.read_text(element))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _is_member_label(words: str) -> bool:
    return bool(MEMBER_NAME_LABELS.search(words))
