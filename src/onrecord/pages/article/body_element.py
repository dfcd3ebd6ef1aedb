"""Which element of a page holds the article.

In: a `PageTree` and what each of its blocks is worth. Out: the innermost element that holds nearly as much as any, or the one
around it that is named for the article. Out of scope: what of it is kept (`body`).
"""

from __future__ import annotations

from itertools import accumulate

from onrecord.pages.article.labels import score_body_label
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree

_NEARLY = 0.93  # the least that inner elements hold of outer ones that add only teasers
_MORE = 1.2
_NAMED = 1.4


def find_body_element(tree: PageTree, worth: list[float]) -> Element | None:
    """Return the innermost element that holds nearly as much as the one that holds most."""
    sums = [0.0, *accumulate(worth)]
    values = [
        0.0
        if e.hidden or sums[e.block_end] <= sums[e.block_start]
        else (sums[e.block_end] - sums[e.block_start]) * _bonus(e)
        for e in tree.elements
    ]
    most = max(values, default=0.0)
    if most <= 0:
        return None
    best = tree.elements[values.index(most)]
    for element in tree.elements[best.index + 1 : best.end]:
        if element.index < best.end and values[element.index] >= most * _NEARLY:
            best = element
    return best


def widen_to_named_element(tree: PageTree, best: Element, worth: list[float]) -> Element:
    """Return the element around `best` that is named for the article's text, if it holds clearly more.

    A short text may weigh less than the links that stand between its paragraphs.
    """
    own = sum(max(0.0, value) for value in worth[best.block_start : best.block_end])
    for element in tree.list_ancestors(best.index)[1:]:
        if (
            "articleBody" in element.get("itemprop")
            or score_body_label(element.label_words) == _NAMED
        ):
            whole = sum(max(0.0, value) for value in worth[element.block_start : element.block_end])
            return element if whole > own * _MORE and not element.hidden else best
    return best


def _bonus(element: Element) -> float:
    if element.tag in {"p", "li", "td", "blockquote", "tr", "ul", "ol"}:
        return 0.8
    if "articleBody" in element.get("itemprop"):
        return 1.5
    bonus = 1.15 if element.tag in {"article", "main"} else 1.0
    return bonus * score_body_label(element.label_words) if element.label_words else bonus
