"""The entries of a page that lists other pages, products or jobs: all that its main part shows.

In: a `PageTree`. Out: the element that is the page's main part, and its blocks without menus, forms and what surrounds every
page of a site. Out of scope: whether a page is a listing (`page_kind`).
"""

from __future__ import annotations

from onrecord.pages.article.body import ArticleBody
from onrecord.pages.article.labels import is_never_body
from onrecord.pages.article.selectors import (
    COMMENT_LABELS,
    LISTING_ASIDE_ROLES,
    LISTING_ASIDE_TAGS,
    PAGE_PART_TAGS,
    SITE_LABELS,
    WHOLE_PAGE_TAGS,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree


def find_listing(tree: PageTree, taken: frozenset[int]) -> ArticleBody | None:
    """Return all that the page's main part shows, or None where it shows nothing.

    Args:
        tree: the page.
        taken: indices of blocks that are something else.

    """
    if not tree.elements:
        return None
    beside = _find_beside(tree)
    sizes = [
        0 if beside[block.innermost] or n in taken else len(block.text)
        for n, block in enumerate(tree.blocks)
    ]
    main = _find_main(tree, sizes)
    blocks = tuple(n for n in range(main.block_start, main.block_end) if sizes[n])
    return ArticleBody(main, blocks) if blocks else None


def _find_main(tree: PageTree, sizes: list[int]) -> Element:
    """Return the element that is marked as the page's main part, if it holds a good part of what is shown; else the whole."""
    sums = [0]
    for size in sizes:
        sums.append(sums[-1] + size)
    best, most = tree.elements[0], sums[-1] * THRESHOLDS.min_main_share
    for element in tree.elements:
        is_main = element.tag == "main" or element.get("role") == "main"
        held = sums[element.block_end] - sums[element.block_start]
        if is_main and held > most:
            best, most = element, held
    return best


def _find_beside(tree: PageTree) -> list[bool]:
    """Return for each element whether it or an ancestor is hidden, a menu, a form, or part of every page of a site."""
    beside: list[bool] = []
    for element in tree.elements:
        words = element.label_words
        holds_main = element.tag in WHOLE_PAGE_TAGS
        beside.append(
            (element.parent >= 0 and beside[element.parent])
            or element.hidden
            or (
                not holds_main
                and (
                    element.tag in LISTING_ASIDE_TAGS
                    or element.get("role") in LISTING_ASIDE_ROLES
                    or _is_site_header(tree, element)
                    or (words != "" and _has_site_label(words))
                )
            )
        )
    return beside


def _has_site_label(words: str) -> bool:
    return bool(SITE_LABELS.search(words) or COMMENT_LABELS.search(words)) or is_never_body(words)


def _is_site_header(tree: PageTree, element: Element) -> bool:
    """Return whether `element` is the head of a site, and not of a story or section of the page."""
    if element.tag != "header":
        return False
    return not any(one.tag in PAGE_PART_TAGS for one in tree.list_ancestors(element.index))
