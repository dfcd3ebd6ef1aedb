"""Boilerplate removal: which blocks of a page are the article's own text.

In: a `PageTree`. Out: the body's blocks, and the element that holds them: the one whose blocks score most
(`block_scores`, `body_element`), without what in it is labelled or reads as something else. Out of scope: headline,
byline and captions (`article_parts`), comments (`thread`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby

from onrecord.pages.article.block_scores import (
    FULL_STOP,
    SENTENCE_END,
    HeldScores,
    measure_width,
    score_blocks,
)
from onrecord.pages.article.body_element import find_body_element, widen_to_named_element
from onrecord.pages.article.line_words import (
    CALL_TO_ACTION,
    PICTURE_CREDIT,
    POINTER_LABEL,
    PUBLICATION_LINE,
)
from onrecord.pages.article.selectors import (
    CAPTION_LABELS,
    DATELINE_LABELS,
    KEPT_TAGS,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element, TextBlock, is_heading
from onrecord.pages.dom.tree import PageTree


@dataclass(frozen=True, slots=True)
class ArticleBody:
    """The element that holds an article, and the indices of its body blocks, in order.

    `is_listing`: they are all that the page's main part shows, and not an article's text alone.
    """

    element: Element
    blocks: tuple[int, ...]
    is_listing: bool = False


def find_body(tree: PageTree, taken: frozenset[int] = frozenset()) -> ArticleBody | None:
    """Return the page's body, or None where nothing reads like one.

    Args:
        tree: the page.
        taken: indices of blocks that are something else (comments, the headline).

    """
    if not tree.blocks:
        return None
    scores = score_blocks(tree, taken)
    best = find_body_element(tree, scores)
    if best is None:
        scores = score_blocks(tree, taken, trusts_labels=False)
        best = find_body_element(tree, scores)
    if best is None:
        return None
    best = widen_to_named_element(tree, best, scores)
    kept = _select_blocks(tree, best, scores, taken)
    if not kept:  # the one sentence of a small page may read like a call to action
        kept = [index for index in range(best.block_start, best.block_end) if scores[index] > 0]
    return ArticleBody(best, tuple(kept)) if kept else None


def _select_blocks(
    tree: PageTree, best: Element, scores: list[float], taken: frozenset[int]
) -> list[int]:
    """Return the indices of the blocks of `best` that are the article's text."""
    sums = [0.0, *accumulate(max(0.0, score) for score in scores)]
    held = HeldScores(tree, sums)
    max_held = (sums[best.block_end] - sums[best.block_start]) * THRESHOLDS.max_inner_aside_share
    asides: dict[int, bool] = {}

    def is_aside(element: Element) -> bool:
        if element.index not in asides:
            asides[element.index] = _is_inner_aside(element) or held.is_aside(element, max_held)
        return asides[element.index]

    teasers = _find_teasers(tree, best, scores)
    kept: list[int] = []
    linked: list[int] = []
    for index in range(best.block_start, best.block_end):
        block = tree.blocks[index]
        if index in taken or not block.text:
            continue
        above = _list_ancestors_within(tree, block, best)
        if index in teasers or any(is_aside(element) for element in above):
            continue
        is_quoted = any(element.tag == "blockquote" for element in above)
        if not is_quoted and _is_linked(block):
            linked.append(index)
            kept.append(index)
        elif not _is_boilerplate(tree, block):
            kept.append(index)
    dropped = _find_dropped_links(tree, kept, linked)
    return _trim_edges(tree, [index for index in kept if index not in dropped])


def _is_linked(block: TextBlock) -> bool:
    """Return whether a block, unless it is wide, is for the most part links."""
    return (
        block.link_density > THRESHOLDS.max_kept_link_density
        and measure_width(block.text) < THRESHOLDS.min_kept_linked_width
    )


def _find_dropped_links(tree: PageTree, kept: list[int], linked: list[int]) -> set[int]:
    """Return which of the `linked` blocks are no sentences of the article that happen to be links.

    A sentence of the article stands between its paragraphs; pointers to other pages are headlines, have labels, stand in
    lists, or many beside each other.
    """
    dropped = set(linked)
    at_linked = [at for at, index in enumerate(kept) if index in dropped]
    for _, run in groupby(enumerate(at_linked), key=lambda row: row[1] - row[0]):
        places = [at for _, at in run]
        is_between = places[0] > 0 and places[-1] + 1 < len(kept)
        blocks = [tree.blocks[kept[at]] for at in places]
        if (
            is_between
            and len(places) <= THRESHOLDS.max_linked_sentences
            and all(_is_linked_sentence(tree, block) for block in blocks)
        ):
            dropped -= {kept[at] for at in places}
    return dropped


def _is_linked_sentence(tree: PageTree, block: TextBlock) -> bool:
    """Return whether a linked block reads like sentences: it ends as one, and not all of its words are capitalised."""
    holder = tree.elements[block.element]
    words = block.text.split()
    if holder.tag == "li" or is_heading(holder) or not FULL_STOP.search(block.text):
        return False
    if len(words) < THRESHOLDS.min_linked_sentence_words or POINTER_LABEL.match(block.text):
        return False
    cases = [
        word.islower() for word in (word.lstrip("\"'“‘(")[:1] for word in words) if word.isalpha()
    ]
    is_prose = sum(cases) >= len(cases) * THRESHOLDS.min_lower_case_share
    return is_prose and not _is_boilerplate(tree, block)


def _list_ancestors_within(tree: PageTree, block: TextBlock, best: Element) -> list[Element]:
    """Return what `block` stands in within `best`, without elements that only wrap a quotation it belongs to."""
    above = [e for e in tree.list_ancestors(block.innermost) if e.index > best.index]
    quotation = next((e for e in above if e.tag == "blockquote"), None)
    if quotation is None:
        return above
    size = quotation.block_end - quotation.block_start + 1
    return [e for e in above if e.index >= quotation.index or e.block_end - e.block_start > size]


def _is_inner_aside(element: Element) -> bool:
    """Return whether `element` is no part of the body it stands in, however much it holds: hidden, or a caption."""
    return (
        element.hidden
        or element.tag == "figcaption"
        or bool(CAPTION_LABELS.search(element.label_words))
    )


def _is_boilerplate(tree: PageTree, block: TextBlock) -> bool:
    """Return whether a block in the body is a date line, a credit or a call to action."""
    width = measure_width(block.text)
    return (
        _is_date_line(tree, block)
        or (width < THRESHOLDS.max_credit_width and bool(PICTURE_CREDIT.search(block.text)))
        or (width < THRESHOLDS.max_call_width and bool(CALL_TO_ACTION.match(block.text)))
    )


def _is_date_line(tree: PageTree, block: TextBlock) -> bool:
    """Return whether `block` is a line that only dates the page, and is labelled so."""
    if measure_width(block.text) >= THRESHOLDS.max_date_line_width:
        return False
    above = tree.list_ancestors(block.innermost)[: THRESHOLDS.date_label_ancestors]
    is_labelled = any(DATELINE_LABELS.search(element.label_words) for element in above)
    return is_labelled and parse_timestamp(block.text) is not None


def _find_teasers(tree: PageTree, best: Element, scores: list[float]) -> set[int]:
    """Return the indices of the blocks of `best` that point to other pages; none if they are much of it.

    Entries of a review or a list have linked headings as well.
    """
    places = range(best.block_start, best.block_end)
    teasers = {n for n in places if tree.blocks[n].text and _is_teaser(tree, tree.blocks[n], best)}
    held = sum(max(0.0, scores[n]) for n in teasers)
    whole = sum(max(0.0, scores[n]) for n in places)
    is_much = held > whole * THRESHOLDS.max_teaser_share
    is_long = held > len(teasers) * THRESHOLDS.max_mean_teaser_score
    return set() if is_much and is_long else teasers


def _is_teaser(tree: PageTree, block: TextBlock, best: Element) -> bool:
    """Return whether `block` stands in a small element headed by a link: a pointer to another page."""
    for element in tree.list_ancestors(block.element)[: THRESHOLDS.teaser_ancestors]:
        size = element.block_end - element.block_start
        if element.index <= best.index or size > THRESHOLDS.max_teaser_blocks:
            return False
        for other in tree.blocks[element.block_start : element.block_end]:
            has_heading = any(is_heading(e) for e in tree.list_ancestors(other.element)[:2])
            is_linked = other.link_density > THRESHOLDS.min_teaser_link_density
            if other is not block and has_heading and is_linked and _has_outward_link(tree, other):
                return True
    return False


def _has_outward_link(tree: PageTree, block: TextBlock) -> bool:
    """Return whether the links of a block lead to other pages, and not to a place on this one."""
    addresses = [
        element.get("href")
        for run in block.runs
        for element in tree.list_ancestors(tree.run_elements[run])
        if element.tag == "a"
    ]
    return any(not address.startswith("#") for address in addresses)


# --- edges ----------------------------------------------------------------------------------------


def _trim_edges(tree: PageTree, kept: list[int]) -> list[int]:
    """Return `kept` without blocks at its two ends that are short and no sentence."""
    start = next(
        (at for at, index in enumerate(kept) if _may_be_edge(tree, index, is_first=True)), len(kept)
    )
    end = len(kept)
    while end > start and not _may_be_edge(tree, kept[end - 1], is_first=end - 1 == start):
        end -= 1
    while start and end > start and _is_entry_head(tree, kept[start - 1], kept[start:end]):
        start -= 1
    return kept[start:end]


def _may_be_edge(tree: PageTree, index: int, *, is_first: bool) -> bool:
    """Return whether a block may be the first or the last of the body."""
    block = tree.blocks[index]
    holder = tree.elements[block.element]
    if is_heading(holder) or PUBLICATION_LINE.match(block.text):
        return False
    width = measure_width(block.text)
    is_sentence = bool(SENTENCE_END.search(block.text))
    return (
        (is_sentence and width > THRESHOLDS.min_edge_sentence_width)
        or width > THRESHOLDS.min_edge_text_width
        or holder.tag in KEPT_TAGS
        or (holder.tag == "li" and not is_first)
        or (holder.tag == "td" and not is_first and holder.block_end - holder.block_start == 1)
    )


def _is_entry_head(tree: PageTree, head: int, kept: list[int]) -> bool:
    """Return whether block `head` is the time or heading of the first of several entries, as in a live blog."""
    for entry in tree.list_ancestors(tree.blocks[kept[0]].element):
        if entry.block_start <= head < entry.block_end:
            alike = (entry.parent, entry.tag, entry.label.split()[:1])
            entries = {
                e.index
                for other in kept
                if other >= entry.block_end
                for e in tree.list_ancestors(tree.blocks[other].element)
                if (e.parent, e.tag, e.label.split()[:1]) == alike
            }
            return len(entries) > 1
    return False
