"""Which blocks of a page are the article's own words.

In: a `PageTree`. Out: the places of its body blocks, and the element that holds them. Goes by what holds
everywhere: paragraphs are long, end like sentences and have few links; what surrounds an article is
short, linked or named for what it is. Out of scope: headline, byline and captions (`parts`), comments
(`thread`).

Source: text and link density after Kohlschütter et al. (WSDM 2010); choosing the element by the
balance of what it holds is ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from onrecord.pages.article.body_element import _NAMED, find_body_element, widen_to_named_element
from onrecord.pages.article.labels import is_never_body, is_unlikely_body, score_body_label
from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element, TextBlock, is_heading
from onrecord.pages.dom.selectors import (
    ASIDE_TAGS,
    CALL_TO_ACTION,
    CAPTION_LABELS,
    DATELINE_LABELS,
    PICTURE_CREDIT,
    PUBLICATION_LINE,
)
from onrecord.pages.dom.tree import PageTree

_SENTENCE_END = re.compile(r"[.!?…。！？؟।:][\"'”’»)\]]*$")
_COMMA = re.compile(r"[,;，、；،]")
_NEVER_TAGS = frozenset({"footer", "nav", "noscript"})
_WHOLES = frozenset({"body", "html", "main", "article"})
_MAIN_TAGS = frozenset({"h1", "article", "main"})
_WIDE = re.compile(r"[\u1100-\uffff]")


@dataclass(frozen=True, slots=True)
class ArticleBody:
    """The element that holds the article and its body blocks' places, in order."""

    element: Element
    blocks: tuple[int, ...]


def find_body(tree: PageTree, taken: frozenset[int] = frozenset()) -> ArticleBody | None:
    """Return the page's body, or None where nothing reads like one.

    Args:
        tree: the page.
        taken: places of blocks that are something else (comments, the headline).

    """
    if not tree.blocks:
        return None
    plain = [
        0.0 if place in taken else _worth(tree, block) for place, block in enumerate(tree.blocks)
    ]
    aside = _asides(tree, plain)
    worth = [
        -min(measure_width(block.text), 60) / 3 if aside[block.innermost] else value
        for block, value in zip(tree.blocks, plain, strict=True)
    ]
    best = find_body_element(tree, worth)
    if best is None:
        return None
    best = widen_to_named_element(tree, best, worth)
    kept = _kept(tree, best, worth, taken)
    if not kept:  # the one sentence of a small page may read like a call
        kept = [place for place in range(best.block_start, best.block_end) if worth[place] > 0]
    return ArticleBody(best, tuple(kept)) if kept else None


def _worth(tree: PageTree, block: TextBlock) -> float:
    """Return how much `block` speaks for being body: its length in characters, or less than none."""
    size = measure_width(block.text)
    density = block.link_density
    holder = tree.elements[block.element]
    if holder.hidden:
        return 0.0
    if is_heading(holder):
        return -2.0 if density > 0.5 else 0.0
    if density > 0.6:
        return -min(size, 150) / 2
    if holder.tag in {"td", "th"} and size < 40:
        return 0.0
    if size < 40 and not _SENTENCE_END.search(block.text):
        return -3.0
    worth = min(size, 1200) * (1 - density) + 10 * len(_COMMA.findall(block.text[:1000]))
    return worth if holder.tag != "li" else worth * 0.5


def _asides(tree: PageTree, plain: list[float]) -> list[bool]:
    """Return for each element whether it or one it stands in is something beside the article.

    An element that holds a large part of the page's sentences is none for its name alone, but for
    the names that leave no doubt.
    """
    never = _never(tree)
    sums = [0.0]
    for block, value in zip(tree.blocks, plain, strict=True):
        sums.append(sums[-1] + (0.0 if never[block.innermost] else max(0.0, value)))
    most = sums[-1] * 0.4
    held = _held(tree, sums)
    found: list[bool] = []
    for element, beside in zip(tree.elements, never, strict=True):
        tag = element.tag
        found.append(
            beside
            or (element.parent >= 0 and found[element.parent])
            or (
                tag not in _WHOLES
                and (tag in ASIDE_TAGS or is_unlikely_body(element))
                and held.get((tag, element.label_words), 0.0) <= most
            )
        )
    return found


def _held(tree: PageTree, sums: list[float]) -> dict[tuple[str, str], float]:
    """Return how much all elements of one tag and name hold together."""
    held: dict[tuple[str, str], float] = {}
    for element in tree.elements:
        if gain := sums[element.block_end] - sums[element.block_start]:
            key = element.tag, element.label_words
            held[key] = held.get(key, 0.0) + gain
    return held


def _never(tree: PageTree) -> list[bool]:
    """Return for each element whether it or one it stands in can't be the article, whatever it holds."""
    found: list[bool] = []
    for element in tree.elements:
        words = element.label_words
        found.append(
            (element.parent >= 0 and found[element.parent])
            or (
                ((words != "" and is_never_body(words)) or element.tag in _NEVER_TAGS)
                and not _wraps(tree, element)
            )
        )
    return found


def _wraps(tree: PageTree, element: Element) -> bool:
    """Return whether `element` holds the page's main part: its names then speak of something else in it."""
    if element.tag in _WHOLES:
        return True
    for inner in tree.elements[element.index + 1 : element.end]:
        if (
            inner.tag in _MAIN_TAGS
            or (inner.label_words and score_body_label(inner.label_words) == _NAMED)
            or "articleBody" in inner.get("itemprop")
        ):
            return True
    return False


def _is_teaser(tree: PageTree, block: TextBlock, best: Element) -> bool:
    """Return whether `block` stands in a small element headed by a link: a pointer to another page."""
    for element in tree.list_ancestors(block.element)[:4]:
        if element.index <= best.index or element.block_end - element.block_start > 5:
            return False
        for other in tree.blocks[element.block_start : element.block_end]:
            heading = any(is_heading(e) for e in tree.list_ancestors(other.element)[:2])
            if other is not block and heading and other.link_density > 0.8:
                return True
    return False


def _fills(cell: Element) -> bool:
    """Return whether a table's cell holds one block alone, as those of figures do."""
    return cell.block_end - cell.block_start == 1


def measure_width(text: str) -> int:
    """Return the length of `text`, signs of scripts without spaces counted double."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _kept(tree: PageTree, best: Element, worth: list[float], taken: frozenset[int]) -> list[int]:
    sums = [0.0, *accumulate(max(0.0, value) for value in worth)]
    held = _held(tree, sums)
    most = (sums[best.block_end] - sums[best.block_start]) * 0.5
    kept: list[int] = []
    aside: dict[int, bool] = {}

    def set_aside(element: Element) -> bool:
        if element.index not in aside:
            small = held.get((element.tag, element.label_words), 0.0) <= most
            aside[element.index] = _sets_aside(element, small)
        return aside[element.index]

    for place in range(best.block_start, best.block_end):
        block = tree.blocks[place]
        if place in taken or not block.text:
            continue
        above = _within(tree, block, best)
        if any(set_aside(element) for element in above):
            continue
        quoted = any(element.tag == "blockquote" for element in above)
        if block.link_density > 0.7 and measure_width(block.text) < 300 and not quoted:
            continue
        size = measure_width(block.text)
        if _is_stamp(tree, block) or (size < 250 and PICTURE_CREDIT.search(block.text)):
            continue
        if size < 220 and CALL_TO_ACTION.match(block.text):
            continue
        if _is_teaser(tree, block, best):
            continue
        kept.append(place)
    return _trimmed(tree, kept)


def _is_stamp(tree: PageTree, block: TextBlock) -> bool:
    """Return whether `block` is a line that only dates the page, and is named for it."""
    if measure_width(block.text) >= 80:
        return False
    named = any(
        DATELINE_LABELS.search(e.label_words) for e in tree.list_ancestors(block.innermost)[:2]
    )
    return named and parse_timestamp(block.text) is not None


def _within(tree: PageTree, block: TextBlock, best: Element) -> list[Element]:
    """Return what `block` stands in within `best`; what only wraps a quotation counts as part of it."""
    above = [e for e in tree.list_ancestors(block.innermost) if e.index > best.index]
    quotation = next((e for e in above if e.tag == "blockquote"), None)
    if quotation is None:
        return above
    size = quotation.block_end - quotation.block_start + 1
    return [e for e in above if e.index >= quotation.index or e.block_end - e.block_start > size]


def _sets_aside(element: Element, small: bool) -> bool:
    """Return whether `element` is no part of the body it stands in; a large part of it is one."""
    if element.hidden or element.tag == "figcaption":
        return True
    named = (
        element.tag in ASIDE_TAGS
        or is_unlikely_body(element)
        or bool(CAPTION_LABELS.search(element.label_words))
    )
    return small and named


def _trimmed(tree: PageTree, kept: list[int]) -> list[int]:
    """Return `kept` without what is short and no sentence at its two ends."""

    def reads(place: int, *, leads: bool) -> bool:
        block = tree.blocks[place]
        tag = tree.elements[block.element].tag
        if is_heading(tree.elements[block.element]) or PUBLICATION_LINE.match(block.text):
            return False
        return (
            (bool(_SENTENCE_END.search(block.text)) and measure_width(block.text) > 20)
            or measure_width(block.text) > 70
            or (tag in {"dd", "blockquote", "pre"})
            or (tag == "li" and not leads)
            or (tag == "td" and not leads and _fills(tree.elements[block.element]))
        )

    first = next((at for at, place in enumerate(kept) if reads(place, leads=True)), len(kept))
    last = len(kept)
    while last > first and not reads(kept[last - 1], leads=last - 1 == first):
        last -= 1
    while first and last > first and _heads_entry(tree, kept[first - 1], kept[first:last]):
        first -= 1
    return kept[first:last]


def _heads_entry(tree: PageTree, place: int, kept: list[int]) -> bool:
    """Return whether a block is the time or heading of the first of several entries, as live blogs have."""
    for entry in tree.list_ancestors(tree.blocks[kept[0]].element):
        if entry.block_start <= place < entry.block_end:
            alike = (
                entry.parent,
                entry.tag,
                entry.label.split()[:1],
            )
            others = {
                e.index
                for other in kept
                if other >= entry.block_end
                for e in tree.list_ancestors(tree.blocks[other].element)
                if (e.parent, e.tag, e.label.split()[:1]) == alike
            }
            return len(others) > 1
    return False
