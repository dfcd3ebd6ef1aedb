"""Where an article stands on its page, and what stands beside it: other stories, menus, readers' comments.

In: a `PageTree` and the article's body. Out: an `ArticleExtent`; whether an element belongs to something else. Out of
scope: which blocks are the body (`body`), and which are comments (`thread`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.article.body import ArticleBody
from onrecord.pages.article.date_words import DATE_LABEL
from onrecord.pages.article.selectors import (
    COMMENT_LABELS,
    OTHER_STORY_TAGS,
    TEASER_LABELS,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element, is_heading
from onrecord.pages.dom.tree import PageTree


@dataclass(frozen=True, slots=True)
class ArticleExtent:
    """Where an article stands: its body, the blocks that are comments, the blocks over its text, and its element.

    `head` is half-open; `element` is the innermost one labelled as an article that holds the body, or the body's own.
    """

    body: ArticleBody
    taken: frozenset[int]
    head: tuple[int, int]
    element: Element

    def has_block(self, block: int) -> bool:
        """Return whether a block is over the article's text, or in the article's element and no comment."""
        in_head = self.head[0] <= block < self.head[1]
        in_element = self.element.block_start <= block < self.element.block_end
        return (in_head or in_element) and block not in self.taken


def find_extent(
    tree: PageTree, body: ArticleBody, taken: frozenset[int], start: int, body_start: int
) -> ArticleExtent:
    """Return where the article stands.

    Args:
        tree: the page.
        body: the article's body.
        taken: indices of blocks that are comments.
        start: index of the headline, or of the first block that may belong to the article.
        body_start: index of the text's first block.

    """
    around = tree.list_ancestors(body.element.index)
    element = next((one for one in around if _is_article(one)), body.element)
    first = element.block_start if element is not body.element else start
    return ArticleExtent(body, taken, (max(min(first, start), 0), body_start), element)


def is_beside_article(tree: PageTree, element: Element, body: Element) -> bool:
    """Return whether `element` belongs to something beside the article: another story, a comment, a menu."""
    for one in tree.list_ancestors(element.index):
        if one.index <= body.index < one.end:
            return False
        if one.tag in OTHER_STORY_TAGS:
            return True
        if TEASER_LABELS.search(one.label_words) or COMMENT_LABELS.search(one.label_words):
            return True
        if "omment" in one.get("itemtype") or _is_headed_by_link(tree, one):
            return True
    return False


def _is_article(element: Element) -> bool:
    return element.tag == "article" or "Article" in element.get("itemtype")


def _is_headed_by_link(tree: PageTree, element: Element) -> bool:
    """Return whether a small element holds a heading, or a line of several words, that is a link."""
    size = element.block_end - element.block_start
    if not 0 < size <= THRESHOLDS.max_teaser_blocks:
        return False
    for block in tree.blocks[element.block_start : element.block_end]:
        if block.link_density <= THRESHOLDS.min_teaser_link_density:
            continue
        has_heading = any(is_heading(e) for e in tree.list_ancestors(block.element)[:2])
        if has_heading or len(block.text.split()) >= THRESHOLDS.min_linked_headline_words:
            return True
    return False


def find_foreign_blocks(tree: PageTree, extent: ArticleExtent) -> frozenset[int]:
    """Return the indices of the blocks shortly below the body whose dates are not the article's.

    They are comments, other stories, and, outside the article's element, all that is not labelled as the page's date.
    """
    first = extent.body.blocks[-1] + 1
    last = min(len(tree.blocks), first + THRESHOLDS.blocks_below_start)
    foreign = set(extent.taken)
    for index in range(first, last):
        block = tree.blocks[index]
        holder = tree.elements[block.element]
        is_inside = _is_article(extent.element) and index < extent.element.block_end
        is_labelled = DATE_LABEL.search(block.text) and not extent.taken
        if is_beside_article(tree, holder, extent.body.element) or not (is_inside or is_labelled):
            foreign.add(index)
    return frozenset(foreign)
