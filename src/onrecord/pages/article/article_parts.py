"""Headline, standfirst, byline, dateline and captions: the parts around an article's body.

In: a `PageTree`, its body and the metadata. Out: a role for each block that has one; authors and dates as the page
shows them. Out of scope: the body's own blocks, and comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.pages.article.author_names import parse_byline_names
from onrecord.pages.article.authors import find_dated_authors, find_marked_authors
from onrecord.pages.article.block_scores import measure_width
from onrecord.pages.article.body import ArticleBody
from onrecord.pages.article.byline_words import BYLINE_START, SIGNED_BYLINE
from onrecord.pages.article.extent import ArticleExtent, find_extent, find_foreign_blocks
from onrecord.pages.article.headline import find_headline
from onrecord.pages.article.line_words import CALL_TO_ACTION, PICTURE_CREDIT
from onrecord.pages.article.metadata import PageMetadata
from onrecord.pages.article.selectors import (
    BYLINE_LABELS,
    CAPTION_LABELS,
    DATELINE_LABELS,
    DESCRIPTION_PROPERTIES,
    STANDFIRST_LABELS,
    SUBHEADING_TAGS,
    SUMMARY_LABELS,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.article.visible_dates import TextPlace, find_visible_dates
from onrecord.pages.dates.dateline import find_dateline_end
from onrecord.pages.dates.day_order import infer_day_order
from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element, TextBlock, is_heading
from onrecord.pages.dom.tree import PageTree
from onrecord.records import Dated


@dataclass(slots=True)
class ArticleParts:
    """Roles of blocks by their index; authors, as the markup marks them and as they sign, and dates as the page shows them."""

    roles: dict[int, str] = field(default_factory=dict)
    title: str | None = None
    authors: tuple[str, ...] = ()
    marked_authors: tuple[str, ...] = ()
    published: Dated | None = None
    updated: Dated | None = None


def find_parts(
    tree: PageTree, body: ArticleBody, stated: PageMetadata, taken: frozenset[int]
) -> ArticleParts:
    """Return the roles of blocks outside `body`, and of those in it that only lead to its text.

    Args:
        tree: the page.
        body: its body.
        stated: what the markup states: the title to know the headline by, the summary.
        taken: indices of blocks that are comments.

    """
    parts = ArticleParts()
    own = frozenset(body.blocks)
    if body.is_listing:  # days and names in it are those of its entries
        headline = find_headline(tree, stated.title, body.blocks[-1])
        if headline is not None and headline not in own:
            parts.roles[headline] = "headline"
            parts.title = tree.blocks[headline].text.replace("\n", " ")
        return parts
    _assign_leading_roles(tree, parts, body.blocks, stated.summary)
    body_start = next(index for index in body.blocks if index not in parts.roles)
    headline = find_headline(tree, stated.title, body_start)
    if headline is not None and headline not in own:
        parts.roles[headline] = "headline"
        parts.title = tree.blocks[headline].text.replace("\n", " ")
    start = max(0, body_start - THRESHOLDS.headline_reach)
    if headline is not None and headline < body_start:
        start = headline
    for index in range(start, body.blocks[-1]):
        if index in own or index in taken or index in parts.roles or not tree.blocks[index].text:
            continue
        role = _find_role(tree, index, before_body=start < index < body_start)
        if role:
            parts.roles[index] = role
    extent = find_extent(tree, body, taken, start, body_start)
    parts.marked_authors = find_marked_authors(tree, extent)
    _read_authors(tree, parts, extent)
    captions = {index for index, role in parts.roles.items() if role == "caption"}
    excluded = own | captions | find_foreign_blocks(tree, extent)
    place = TextPlace(start, body_start, body.blocks[-1] + 1)
    parts.published, parts.updated = _find_dates(tree, excluded, place, stated)
    return parts


# --- the body's first blocks ----------------------------------------------------------------------


def _assign_leading_roles(
    tree: PageTree, parts: ArticleParts, blocks: tuple[int, ...], summary: str | None
) -> None:
    """Give a role to the body's first blocks that are its summary or its byline."""
    for at, index in enumerate(blocks[: THRESHOLDS.leading_blocks]):
        if len(blocks) < THRESHOLDS.leading_blocks or at + 1 == len(blocks):
            return
        text = tree.blocks[index].text
        is_short = measure_width(text) < THRESHOLDS.max_signed_byline_width
        if SIGNED_BYLINE.fullmatch(text) and is_short:
            parts.roles[index] = "byline"
        elif at < 2 and _is_summary(tree, index, blocks[at + 1], summary):
            parts.roles[index] = "standfirst"
        else:
            return


def _is_summary(tree: PageTree, index: int, following: int, summary: str | None) -> bool:
    """Return whether a block that reads like the body's first is set off as its summary.

    Labels that only say where it stands ("lead", "intro"), and the page's stated description, count where something
    separates it from the text: a byline, the date, a picture's caption.
    """
    block, next_block = tree.blocks[index], tree.blocks[following]
    above = tree.list_ancestors(block.element)[: THRESHOLDS.label_ancestors]
    holder, next_holder = above[0], tree.elements[next_block.element]
    if _has_description_property(holder) or any(
        element.block_end - element.block_start <= THRESHOLDS.max_summary_blocks
        and SUMMARY_LABELS.search(element.label_words)
        for element in above
    ):
        return True
    is_set_off = any(between.text for between in tree.blocks[index + 1 : following])
    if not is_set_off or is_heading(next_holder):
        return False
    alike = (holder.tag, holder.label, holder.parent)
    if alike == (next_holder.tag, next_holder.label, next_holder.parent):
        return False  # a paragraph like the next: its words were taken for the description
    if find_dateline_end(block.text):
        return False
    is_description = (
        summary is not None
        and len(summary) > THRESHOLDS.min_stated_summary_length
        and block.text.startswith(summary.rstrip("….").strip())
    )
    return is_description or bool(STANDFIRST_LABELS.search(holder.label_words))


def _has_description_property(element: Element) -> bool:
    return not DESCRIPTION_PROPERTIES.isdisjoint(element.get("itemprop").split())


# --- roles of other blocks ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A block that may have a role: its width, its element and those around it, from the inside out."""

    tree: PageTree
    block: TextBlock
    width: int
    above: list[Element]

    @property
    def holder(self) -> Element:
        """The block's own element."""
        return self.above[0]

    def has_label(self, labels: re.Pattern[str], ancestors: int) -> bool:
        """Return whether one of the first `ancestors` elements around the block has one of `labels`."""
        return any(
            element.label_words and labels.search(element.label_words)
            for element in self.above[:ancestors]
        )


def _find_role(tree: PageTree, index: int, *, before_body: bool) -> str | None:
    """Return the role of a block between the headline and the body's end, or None."""
    block = tree.blocks[index]
    reach = THRESHOLDS.caption_ancestors
    above = tree.list_ancestors(block.element)[:reach]
    candidate = _Candidate(tree, block, measure_width(block.text), above)
    is_linked = block.link_density > THRESHOLDS.max_part_link_density
    if candidate.holder.hidden or (is_linked and not candidate.has_label(BYLINE_LABELS, reach)):
        return None
    rules = _RULES if before_body else _RULES[:1]
    return next((role for role, has_role in rules if has_role(candidate)), None)


def _is_caption(candidate: _Candidate) -> bool:
    width, text = candidate.width, candidate.block.text
    if width < THRESHOLDS.max_credit_width and PICTURE_CREDIT.search(text):
        return True
    is_labelled = candidate.has_label(CAPTION_LABELS, THRESHOLDS.caption_ancestors) or any(
        element.tag == "figcaption" for element in candidate.above
    )
    if width < THRESHOLDS.max_caption_width and is_labelled:
        return True
    return _is_under_picture(candidate.tree, candidate.block)


def _is_under_picture(tree: PageTree, block: TextBlock) -> bool:
    """Return whether a block is all the text of a small element that holds a picture as well."""
    text, width = block.text, measure_width(block.text)
    if not THRESHOLDS.min_picture_text_width < width < THRESHOLDS.max_picture_text_width:
        return False
    if block.link_density > THRESHOLDS.max_picture_text_link_density:
        return False
    if len(text.split()) < THRESHOLDS.min_picture_text_words:
        return False
    if CALL_TO_ACTION.match(text) or BYLINE_START.match(text) or parse_timestamp(text):
        return False
    alone = [e for e in tree.list_ancestors(block.element) if e.block_end - e.block_start == 1]
    if any(is_heading(e) or BYLINE_LABELS.search(e.label_words) for e in alone):
        return False
    return any(
        e.index <= image < e.end for e in alone[-1:] for image in tree.image_parents if not e.hidden
    )


def _is_byline(candidate: _Candidate) -> bool:
    if candidate.width >= THRESHOLDS.max_byline_width:
        return False
    is_labelled = candidate.has_label(BYLINE_LABELS, THRESHOLDS.label_ancestors)
    return bool(BYLINE_START.match(candidate.block.text)) or (
        is_labelled and candidate.width < THRESHOLDS.max_labelled_byline_width
    )


def _is_dateline(candidate: _Candidate) -> bool:
    if candidate.width >= THRESHOLDS.max_labelled_dateline_width:
        return False
    return parse_timestamp(candidate.block.text) is not None and (
        candidate.width < THRESHOLDS.max_dateline_width
        or candidate.has_label(DATELINE_LABELS, THRESHOLDS.label_ancestors)
    )


def _is_standfirst(candidate: _Candidate) -> bool:
    if candidate.width <= THRESHOLDS.min_standfirst_width:
        return False
    density, holder = candidate.block.link_density, candidate.holder
    is_labelled = candidate.has_label(
        STANDFIRST_LABELS, THRESHOLDS.label_ancestors
    ) or _has_description_property(holder)
    if density < THRESHOLDS.max_standfirst_link_density and is_labelled:
        return True
    is_subheading = holder.tag in SUBHEADING_TAGS
    return is_subheading and density < THRESHOLDS.max_heading_standfirst_link_density


_RULES = (
    ("caption", _is_caption),
    ("byline", _is_byline),
    ("dateline", _is_dateline),
    ("standfirst", _is_standfirst),
)
"""Roles in the order in which they are tried; below the body's first block only the first."""


# --- authors and dates ----------------------------------------------------------------------------


def _read_authors(tree: PageTree, parts: ArticleParts, extent: ArticleExtent) -> None:
    for index in sorted(parts.roles):
        if parts.roles[index] == "byline" and not parts.authors:
            parts.authors = parse_byline_names(tree.blocks[index].text)
    parts.authors = parts.authors or find_dated_authors(tree, extent, parts.roles)


def _find_dates(
    tree: PageTree, excluded: frozenset[int], between: TextPlace, stated: PageMetadata
) -> tuple[Dated | None, Dated | None]:
    published, updated = find_visible_dates(tree, excluded, between)
    if published is not None or stated.published is not None:
        return published, updated
    day_first = infer_day_order(tree, stated.url)
    if day_first is None:
        return None, updated
    published, also_updated = find_visible_dates(tree, excluded, between, day_first=day_first)
    return published, updated or also_updated
