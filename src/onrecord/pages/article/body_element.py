"""The element of a page that holds the article.

In: a `PageTree` and a score for each of its blocks. Out: the innermost element that holds nearly as much as any,
or the one around it that is labelled as the article. Out of scope: which of its blocks are kept (`body`).
"""

from __future__ import annotations

from itertools import accumulate

from onrecord.pages.article.labels import score_body_label
from onrecord.pages.article.selectors import ARTICLE_TAGS, PARAGRAPH_TAGS
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree


def find_body_element(tree: PageTree, scores: list[float]) -> Element | None:
    """Return the innermost element that holds nearly as much as the best one; None where none holds anything.

    Args:
        tree: the page.
        scores: how much each block speaks for being body, as `body` scores them.

    """
    sums = [0.0, *accumulate(scores)]
    values = [
        0.0
        if e.hidden or sums[e.block_end] <= sums[e.block_start]
        else (sums[e.block_end] - sums[e.block_start]) * _score_element(e)
        for e in tree.elements
    ]
    most = max(values, default=0.0)
    if most <= 0:
        return None
    best = tree.elements[values.index(most)]
    for element in tree.elements[best.index + 1 : best.end]:
        if element.index < best.end and values[element.index] >= most * THRESHOLDS.inner_share:
            best = element
    return best


def widen_to_named_element(tree: PageTree, best: Element, scores: list[float]) -> Element:
    """Return the element around `best` that is labelled as the article's text, if it holds clearly more.

    A short text may score less than the links between its paragraphs cost.
    """
    own = _sum_positive(scores, best)
    for element in tree.list_ancestors(best.index)[1:]:
        if is_named_body(element):
            whole = _sum_positive(scores, element)
            holds_more = whole > own * THRESHOLDS.named_gain
            return element if holds_more and not element.hidden else best
    return best


def is_named_body(element: Element) -> bool:
    """Return whether an element's label or microdata says that it holds an article's text."""
    return (
        "articleBody" in element.get("itemprop")
        or score_body_label(element.label_words) == THRESHOLDS.body_label_factor
    )


def _sum_positive(scores: list[float], element: Element) -> float:
    return sum(max(0.0, score) for score in scores[element.block_start : element.block_end])


def _score_element(element: Element) -> float:
    """Return the factor by which an element's tag and labels raise or lower what it holds."""
    if element.tag in PARAGRAPH_TAGS:
        return THRESHOLDS.paragraph_tag_factor
    if "articleBody" in element.get("itemprop"):
        return THRESHOLDS.article_body_factor
    factor = THRESHOLDS.article_tag_factor if element.tag in ARTICLE_TAGS else 1.0
    return factor * score_body_label(element.label_words) if element.label_words else factor
