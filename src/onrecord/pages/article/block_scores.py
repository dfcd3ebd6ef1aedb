"""Scores of a page's blocks: how much each speaks for being the article's text.

In: a `PageTree`. Out: a score for each block. The signs are general: paragraphs are long, end like sentences and have
few links; what surrounds an article is short, linked, or labelled as what it is. Out of scope: which element holds
the article (`body_element`), which of its blocks are kept (`body`).

Source: text and link density after Kohlschütter et al. (WSDM 2010).
"""

from __future__ import annotations

import re
from itertools import accumulate

from onrecord.pages.article.body_element import is_named_body
from onrecord.pages.article.labels import find_unlikely_words, is_never_body
from onrecord.pages.article.selectors import (
    ASIDE_TAGS,
    COMMENT_LABELS,
    CONSENT_LABELS,
    MAIN_CONTENT_TAGS,
    NEVER_BODY_TAGS,
    PAGE_TAGS,
    TABLE_CELL_TAGS,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element, TextBlock, is_heading
from onrecord.pages.dom.tree import PageTree

SENTENCE_END = re.compile(r"[.!?…。！？؟।:][\"'”’»)\]]*$")
FULL_STOP = re.compile(r"[.!?。！？؟।][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W_]+")
_COMMA = re.compile(r"[,;，、；،]")
_WIDE_CHARACTER = re.compile(r"[\u1100-\uffff]")


def score_blocks(
    tree: PageTree, taken: frozenset[int], *, trusts_labels: bool = True
) -> list[float]:
    """Return a score for each block of `tree`: its width less its links; negative if it speaks against being body.

    Args:
        tree: the page.
        taken: indices of blocks that are something else; they score 0.
        trusts_labels: labels that are often wrong count too; False: only those that leave no doubt.

    """
    scores = [_score_block(tree, block) for block in tree.blocks]
    never = _find_never_body(tree, scores)
    own_scores = [0.0 if n in taken else score for n, score in enumerate(scores)]
    asides = _find_asides(tree, own_scores, never) if trusts_labels else never
    return [
        _score_aside(block) if asides[block.innermost] else score
        for block, score in zip(tree.blocks, own_scores, strict=True)
    ]


def measure_width(text: str) -> int:
    """Return the length of `text`, characters of scripts without spaces counted twice."""
    return len(text) if text.isascii() else len(text) + len(_WIDE_CHARACTER.findall(text))


def _score_block(tree: PageTree, block: TextBlock) -> float:
    """Return how much `block` speaks for being body: its width, less its links; negative if it speaks against."""
    width = measure_width(block.text)
    density = block.link_density
    holder = tree.elements[block.element]
    if holder.hidden:
        return 0.0
    if is_heading(holder):
        is_linked = density > THRESHOLDS.max_heading_link_density
        return THRESHOLDS.linked_heading_score if is_linked else 0.0
    if density > THRESHOLDS.max_text_link_density:
        return -min(width, THRESHOLDS.max_link_penalty_width) / THRESHOLDS.link_penalty_divisor
    if width < THRESHOLDS.min_text_width:
        if holder.tag in TABLE_CELL_TAGS:
            return 0.0
        if not SENTENCE_END.search(block.text):
            return THRESHOLDS.fragment_score
    commas = len(_COMMA.findall(block.text[: THRESHOLDS.comma_window]))
    score = min(width, THRESHOLDS.max_scored_width) * (1 - density)
    score += THRESHOLDS.comma_score * commas
    return score if holder.tag != "li" else score * THRESHOLDS.list_item_factor


def _score_aside(block: TextBlock) -> float:
    width = min(measure_width(block.text), THRESHOLDS.max_aside_penalty_width)
    return -width / THRESHOLDS.aside_penalty_divisor


def _find_asides(tree: PageTree, scores: list[float], never: list[bool]) -> list[bool]:
    """Return for each element whether it or an ancestor is something beside the article.

    An element that holds a large part of the page's sentences is not an aside for its label alone, unless the
    label leaves no doubt.
    """
    sums = [0.0]
    for block, score in zip(tree.blocks, scores, strict=True):
        sums.append(sums[-1] + (0.0 if never[block.innermost] else max(0.0, score)))
    max_held = sums[-1] * THRESHOLDS.max_aside_share
    held = HeldScores(tree, sums)
    asides: list[bool] = []
    for element, is_never in zip(tree.elements, never, strict=True):
        asides.append(
            is_never
            or (element.parent >= 0 and asides[element.parent])
            or (element.tag not in PAGE_TAGS and held.is_aside(element, max_held))
        )
    return asides


class HeldScores:
    """The score that elements hold together by what they are labelled as; `sums` are cumulated by block.

    A label on what holds a large part of a page does not say what that is: systems that build pages label everything
    "widget".
    """

    def __init__(self, tree: PageTree, sums: list[float]) -> None:
        self._tree = tree
        self._by_label: dict[tuple[str, str], float] = {}
        self._by_word: dict[str, float] = {}
        ends: dict[str, int] = {}
        for element in tree.elements:
            gain = sums[element.block_end] - sums[element.block_start]
            if not gain or element.tag in PAGE_TAGS:
                continue
            key = element.tag, element.label_words
            self._by_label[key] = self._by_label.get(key, 0.0) + gain
            for word in find_unlikely_words(element):
                if ends.get(word, 0) <= element.index:  # of one in the other the outer counts
                    ends[word] = element.end
                    self._by_word[word] = self._by_word.get(word, 0.0) + gain

    def is_aside(self, element: Element, max_held: float) -> bool:
        """Return whether an element's tag or a word of its labels says that it is beside the article, and holds little."""
        label = element.tag, element.label_words
        if element.tag in ASIDE_TAGS and self._by_label.get(label, 0.0) <= max_held:
            return True
        words = find_unlikely_words(element)
        if words and _is_named_by_heading(self._tree, element):
            return False
        return any(
            self._by_word.get(word, 0.0) <= max_held or COMMENT_LABELS.search(word)
            for word in words
        )


def _is_named_by_heading(tree: PageTree, element: Element) -> bool:
    """Return whether an element's id is made of the words of its heading, as systems for documentation do."""
    if element.tag != "section" or element.block_start >= element.block_end:
        return False
    block = tree.blocks[element.block_start]
    name = " ".join(_WORD.findall(element.get("id").casefold()))
    heading = " ".join(_WORD.findall(block.text.casefold()))
    return bool(name) and heading.startswith(name) and is_heading(tree.elements[block.element])


def _find_never_body(tree: PageTree, scores: list[float]) -> list[bool]:
    """Return for each element whether it or an ancestor can't be the article, unless it holds nearly all of the page."""
    sums = [0.0, *accumulate(max(0.0, score) for score in scores)]
    most = sums[-1] * THRESHOLDS.max_never_body_share
    never: list[bool] = []
    for element in tree.elements:
        words = element.label_words
        never.append(
            (element.parent >= 0 and never[element.parent])
            or (
                ((words != "" and is_never_body(words)) or element.tag in NEVER_BODY_TAGS)
                and (
                    not sums[element.block_end] - sums[element.block_start] > most > 0
                    or bool(CONSENT_LABELS.search(words))
                )
                and not _has_main_content(tree, element)
            )
        )
    return never


def _has_main_content(tree: PageTree, element: Element) -> bool:
    """Return whether `element` holds the page's main part: its label then names something else in it."""
    if element.tag in PAGE_TAGS:
        return True
    return any(
        inner.tag in MAIN_CONTENT_TAGS or is_named_body(inner)
        for inner in tree.elements[element.index + 1 : element.end]
    )
