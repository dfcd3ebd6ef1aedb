"""The block of a page that is its headline.

In: a `PageTree`, the title that the markup states, and where the body begins. Out: the index of a block. Out of scope:
the title itself (`metadata`).
"""

from __future__ import annotations

import re

from onrecord.pages.article.block_scores import measure_width
from onrecord.pages.article.outlet import TITLE_SEPARATOR
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element, TextBlock, is_heading
from onrecord.pages.dom.tree import PageTree

_TOKEN = re.compile(r"\w+")


def find_headline(tree: PageTree, title: str | None, body_start: int) -> int | None:
    """Return the index of the block that is the page's headline, or None.

    Args:
        tree: the page.
        title: what the markup states.
        body_start: index of the body's first block; the headline stands before it, or is it.

    """
    titles = [title or "", *TITLE_SEPARATOR.split(title or "")]
    title_tokens = [
        _tokenise(part) for part in titles if len(part) > THRESHOLDS.min_title_part_length
    ]
    shortest = min((len("".join(tokens)) for tokens in title_tokens), default=0)
    min_length = shortest * THRESHOLDS.title_length_share - THRESHOLDS.title_length_slack
    best, best_score = None, THRESHOLDS.min_headline_score
    for index, block in enumerate(tree.blocks[: body_start + 1]):
        holder = tree.elements[block.element]
        max_length = THRESHOLDS.max_headline_length
        if holder.hidden or len(block.text) > max_length or measure_width(block.text) > max_length:
            continue
        above = tree.list_ancestors(block.element)[: THRESHOLDS.label_ancestors]
        heading = next((element for element in above if is_heading(element)), None)
        is_marked = heading is not None or "headline" in holder.label_words
        if not is_marked and len(block.text) < min_length:
            continue
        overlap = _measure_overlap(_tokenise(block.text), title_tokens)
        if not is_marked and overlap < THRESHOLDS.unmarked_headline_overlap:
            continue
        is_near = body_start - index < THRESHOLDS.headline_reach
        score = _score_headline(block, holder, heading, overlap, is_near=is_near)
        if score > best_score or (score == best_score and score > THRESHOLDS.min_headline_score):
            best, best_score = index, score
    return best


def _tokenise(text: str) -> set[str]:
    return set(_TOKEN.findall(text.casefold()))


def _measure_overlap(tokens: set[str], titles: list[set[str]]) -> float:
    """Return the largest share of words that `tokens` and one of `titles` have in common."""
    shares = (len(title & tokens) / max(1, len(title | tokens)) for title in titles)
    return max(shares, default=0.0)


def _score_headline(
    block: TextBlock, holder: Element, heading: Element | None, overlap: float, *, is_near: bool
) -> float:
    is_h1 = heading is not None and heading.tag == "h1"
    tag_score = THRESHOLDS.h1_score if is_h1 else THRESHOLDS.heading_score
    score = overlap + tag_score + THRESHOLDS.near_heading_score * is_near
    if "headline" in holder.get("itemprop") or "headline" in holder.label_words:
        score += THRESHOLDS.headline_label_score
    is_linked = block.link_density > THRESHOLDS.max_headline_link_density
    if is_linked and overlap < THRESHOLDS.linked_headline_overlap:
        score += THRESHOLDS.linked_headline_score
    return score
