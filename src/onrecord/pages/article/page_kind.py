"""What kind of page a page is, and which of its blocks are its main text.

In: a `PageTree`, its article body and thread, and what its markup states. Out: a kind, one of `records.page.PAGE_KINDS`;
and the body, or all that the main part shows where an article's body would be a small part of it. Out of scope: how a body
and a listing are found (`body`, `listing`).

Source: schema.org types; Open Graph `og:type`.
"""

from __future__ import annotations

from onrecord.pages.article.block_scores import FULL_STOP, measure_width
from onrecord.pages.article.body import ArticleBody
from onrecord.pages.article.headline import find_headline
from onrecord.pages.article.listing import find_listing
from onrecord.pages.article.metadata import PageMetadata
from onrecord.pages.article.metadata_keys import (
    ARTICLE_PAGE_TYPE,
    DOCUMENTATION_SYSTEM,
    DOCUMENTATION_TYPE,
    FORUM_TYPE,
    LISTING_TYPE,
    PRODUCT_TYPE,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.markup_thread import MarkupThread


def choose_main_text(
    tree: PageTree, body: ArticleBody | None, stated: PageMetadata, thread: MarkupThread
) -> ArticleBody | None:
    """Return `body`, or all that the page's main part shows where that is much more; None where it shows nothing."""
    if thread.comments and (body is None or _is_mostly_comments(tree, body, thread)):
        return body
    shown = find_listing(tree, thread.blocks)
    if shown is None:
        return body
    own = _count_chars(tree, body)
    all_chars = _count_chars(tree, shown)
    plain = all_chars - sum(tree.blocks[n].link_chars for n in shown.blocks)
    is_article = ARTICLE_PAGE_TYPE.search(stated.types) is not None
    least = THRESHOLDS.min_article_share if is_article else THRESHOLDS.min_unstated_article_share
    is_part = own < plain * THRESHOLDS.min_share_of_plain_text or own < min(
        all_chars * least, THRESHOLDS.max_introduction_chars
    )
    if body is not None and not is_part:
        return body
    headline = find_headline(tree, stated.title, shown.blocks[-1])
    blocks = tuple(n for n in shown.blocks if n != headline)
    return ArticleBody(shown.element, blocks, is_listing=True) if blocks else body


def detect_page_kind(
    tree: PageTree, body: ArticleBody | None, stated: PageMetadata, thread: MarkupThread
) -> str:
    """Return what kind of page it is; `unclear` where nothing says so.

    Args:
        tree: the page.
        body: its main text.
        stated: what its markup states.
        thread: its readers' comments.

    """
    types = stated.types
    is_forum = bool(FORUM_TYPE.search(types)) and bool(thread.comments)
    is_documentation = bool(
        DOCUMENTATION_TYPE.search(types) or DOCUMENTATION_SYSTEM.search(stated.generator)
    )
    if is_forum or _is_mostly_comments(tree, body, thread):
        return "forum"
    if ARTICLE_PAGE_TYPE.search(types) and body is not None and not is_documentation:
        return "article"
    if PRODUCT_TYPE.search(types):
        return "product"
    if body is None:
        return "unclear"
    has_code = _count_tag(tree, body, "pre") >= THRESHOLDS.min_code_blocks
    return "documentation" if has_code or is_documentation else _detect_by_text(tree, body, types)


def _detect_by_text(tree: PageTree, body: ArticleBody, types: str) -> str:
    """Return whether a main text is entries of a list, or paragraphs of an article."""
    if body.is_listing:
        linked = sum(tree.blocks[n].link_chars for n in body.blocks)
        is_linked = linked > _count_chars(tree, body) * THRESHOLDS.min_listing_link_share
        return "listing" if is_linked or LISTING_TYPE.search(types) else "unclear"
    paragraphs = sum(
        bool(FULL_STOP.search(tree.blocks[n].text))
        and measure_width(tree.blocks[n].text) > THRESHOLDS.min_paragraph_width
        for n in body.blocks
    )
    return "article" if paragraphs >= THRESHOLDS.min_article_paragraphs else "unclear"


def _is_mostly_comments(tree: PageTree, body: ArticleBody | None, thread: MarkupThread) -> bool:
    """Return whether two comments or more say more than the body."""
    said = sum(len(tree.run_texts[run]) for comment in thread.comments for run in comment.runs)
    return len(thread.comments) > 1 and said > _count_chars(tree, body)


def _count_chars(tree: PageTree, body: ArticleBody | None) -> int:
    return sum(len(tree.blocks[n].text) for n in body.blocks) if body is not None else 0


def _count_tag(tree: PageTree, body: ArticleBody, tag: str) -> int:
    return sum(
        any(e.tag == tag for e in tree.list_ancestors(tree.blocks[n].element)) for n in body.blocks
    )
