"""Comments by what publishing systems name them: one row of `PLATFORMS` at a time.

In: a `PageTree`. Out: the comments that each row finds, read. Out of scope: which row is believed (`markup_thread`), and
comments of systems in no row (`repeated_blocks`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.pages.dom.element import Element, is_heading
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.authors.thread_authors import find_thread_authors
from onrecord.pages.thread.comment.candidate import CommentCandidate, compute_link_share
from onrecord.pages.thread.comment.extent import CommentExtent, build_extent
from onrecord.pages.thread.comment.reader import read_comment
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.address_words import PROFILE_ADDRESS
from onrecord.pages.thread.words.label_words import COMMENT_PART_LABELS, PINGBACK_LABELS
from onrecord.pages.thread.words.markup_words import NEVER_COMMENT_TAGS, SCHEMA_TYPES
from onrecord.pages.thread.words.platforms import COMMENT_SIGN, PLATFORMS, Platform

_LAST_NUMBER = re.compile(r"(\d+)\D*$")


def iter_platform_comments(
    tree: PageTree,
) -> Iterator[tuple[Platform, list[CommentCandidate]]]:
    """Yield each platform that may have marked the page, in the order of the table, and the comments it finds."""
    for platform, elements in _group_by_platform(tree):
        yield platform, _find_comments(tree, platform, elements)


def _group_by_platform(tree: PageTree) -> list[tuple[Platform, list[Element]]]:
    """Return the elements that each platform may call a comment, in the order of the table."""
    by_row: dict[int, list[Element]] = {}
    has_types = SCHEMA_TYPES.search(" ".join(tree.scan.attribute_texts).lower()) is not None
    for element in tree.elements:
        if element.tag in NEVER_COMMENT_TAGS or element.hidden:
            continue
        rows = _match_label(element.label) if element.label else ()
        if has_types and (itemtype := element.get("itemtype")):
            rows = (*rows, *_match_rows(itemtype.lower()))
        if "-" in element.tag:
            rows = (*rows, *_match_rows(element.tag))
        if rows:
            for row in dict.fromkeys(rows):
                by_row.setdefault(row, []).append(element)
    return [(PLATFORMS[row], by_row[row]) for row in sorted(by_row)]


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _match_label(label: str) -> tuple[int, ...]:
    label = label.lower()
    return _match_rows(label) if COMMENT_SIGN.search(label) else ()


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _match_rows(label: str) -> tuple[int, ...]:
    """Return the rows of the table whose comments are named like `label`, in lower case."""
    return tuple(row for row, platform in enumerate(PLATFORMS) if platform.comment.search(label))


def _find_comments(
    tree: PageTree, platform: Platform, elements: list[Element]
) -> list[CommentCandidate]:
    """Return the comments among `elements` that `platform` may have marked, in order, read."""
    texts = _list_text_elements(tree, platform) if platform.needs_text else []
    shallow = _remove_too_deep(elements)
    fitting = [element for element in shallow if _may_be_comment(tree, element, platform, texts)]
    if not fitting:
        return []
    extents = [build_extent(element) for element in _remove_inner_parts(tree, fitting)]
    by_index: dict[int, CommentExtent] = {extent.index: extent for extent in extents}
    comments = [read_comment(tree, extent, platform, by_index) for extent in extents]
    for place, author in find_thread_authors(tree, comments, by_index).items():
        comments[place] = read_comment(tree, extents[place], platform, by_index, author_name=author)
    # What a general pattern finds must say who wrote it, or when.
    specific = platform.is_specific
    kept = [c for c in comments if c.runs and (specific or c.author or c.time_text)]
    return kept if specific or _is_by_readers(tree, kept) else []


def _is_by_readers(tree: PageTree, comments: Sequence[CommentCandidate]) -> bool:
    """Return whether what a general name calls comments reads so: a day or two authors, and words that are no links."""
    authors = {comment.author for comment in comments if comment.author}
    dated = any(comment.time_text for comment in comments)
    if not dated and all(_has_headline_author(tree, comment) for comment in comments):
        return False
    if not dated and len(authors) < 2:
        return False
    return compute_link_share(tree, comments) < THRESHOLDS.most_link_share


def _has_headline_author(tree: PageTree, comment: CommentCandidate) -> bool:
    """Return whether what was taken for the author is a heading that leads to a page, as in lists of opinion pieces."""
    element = comment.author_element
    if element is None:
        return False
    around = (*tree.elements[element.index : element.end], *tree.list_ancestors(element.index)[1:3])
    leads_to_page = any(
        e.tag == "a" and e.get("href") and not PROFILE_ADDRESS.search(e.get("href")) for e in around
    )
    return leads_to_page and any(is_heading(e) for e in around)


def _remove_too_deep(elements: list[Element]) -> list[Element]:
    """Return `elements` without those within too many others: comments that were never closed."""
    kept: list[Element] = []
    ends: list[int] = []
    for element in elements:
        while ends and ends[-1] <= element.index:
            ends.pop()
        if len(ends) < THRESHOLDS.most_nested:
            ends.append(element.end)
            kept.append(element)
    return kept


def _may_be_comment(
    tree: PageTree, element: Element, platform: Platform, texts: Sequence[int]
) -> bool:
    """Return whether `element` is no part of a comment and no pingback, and has the words its platform must find."""
    if platform.name == "plain" and COMMENT_PART_LABELS.search(element.label_words):
        return False
    if platform.needs_text and not _has_any(element, texts):
        return False
    above = tree.list_ancestors(element.index)[: THRESHOLDS.pingback_levels]
    return not any(PINGBACK_LABELS.search(e.label_words) for e in above)


def _list_text_elements(tree: PageTree, platform: Platform) -> list[int]:
    """Return the places of the elements that are named for a comment's words, in order."""
    return [e.index for e in tree.elements if e.label and platform.text.search(e.label.lower())]


def _has_any(element: Element, places: Sequence[int]) -> bool:
    """Return whether one of `places`, in order, is `element` or in it."""
    at = bisect_left(places, element.index)
    return at < len(places) and places[at] < element.end


def _remove_inner_parts(tree: PageTree, elements: list[Element]) -> list[Element]:
    """Return `elements` without those that are the inside of another: the same number, or its only words."""
    kept: list[Element] = []
    open_: list[tuple[Element, bool]] = []
    for element in elements:
        while open_ and open_[-1][0].end <= element.index:
            open_.pop()
        outer = open_[-1] if open_ else None
        if outer and not outer[1] and not _has_own_words(tree, outer[0], element):
            open_[-1] = (outer[0], True)
            open_.append((element, True))
            continue
        if outer and (number := _read_number(element)) and number == _read_number(outer[0]):
            continue
        kept.append(element)
        open_.append((element, False))
    return kept


def _has_own_words(tree: PageTree, outer: Element, inner: Element) -> bool:
    """Return whether `outer` has words of its own before `inner` begins; an element like it directly in it is a reply."""
    if inner.parent == outer.index and inner.tag == outer.tag:
        return True
    return any(tree.blocks[place].text for place in range(outer.block_start, inner.block_start))


def _read_number(element: Element) -> str | None:
    match = _LAST_NUMBER.search(element.attributes.get("id", ""))
    return match[1] if match else None
