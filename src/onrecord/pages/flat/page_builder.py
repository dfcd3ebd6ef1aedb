"""A `Page` made of a flattened text.

In: the text, what its giver states of it, and a byte map where it has a capture. Out: a `Page` whose text is the text
unchanged. Out of scope: where zones and comments are (`layout`), and the language, which must be stated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.pages.dates.publication_day import choose_publication_day
from onrecord.pages.flat.layout import FlatComment, read_flat
from onrecord.pages.thread.comment.quotations import iter_quoted_lines
from onrecord.pages.thread.comment.state import is_removal_notice
from onrecord.pages.thread.stated_count import find_stated_count
from onrecord.records import Comment, Dated, Page, Stated
from onrecord.records.ids import build_content_id
from onrecord.records.page import ByteMap

FLAT_EXTRACTOR = "flat@3"
"""What finds comments in flattened text, and its version."""


def build_page(
    text: str,
    *,
    page_id: str,
    capture: str | None,
    path: str,
    stated: Stated,
    byte_map: ByteMap | None,
) -> Page:
    """Return the page of a flattened `text`, which becomes the page's text unchanged.

    What `stated` says overrules what the text says. `language` is what is stated, or None.
    """
    layout = read_flat(text)
    title = text[slice(*layout.title)] if layout.title else None
    published = Dated(layout.published, "text") if layout.published else None
    page = Page(
        id=page_id,
        capture=capture,
        path=path,
        text=text,
        zones=layout.zones,
        url=stated.url,
        outlet=stated.outlet,
        title=stated.title or (" ".join(title.split()) if title else None),
        authors=layout.authors,
        published=choose_publication_day(stated, published),
        updated=Dated(layout.updated, "text") if layout.updated else None,
        language=stated.language,
        fetched=stated.fetched,
        byte_map=byte_map,
    )
    page = replace(page, thread=_build_thread(page, layout.comments))
    return replace(page, thread_stated=find_stated_count(page))


def _build_thread(page: Page, comments: Sequence[FlatComment]) -> tuple[Comment, ...]:
    ids = [build_content_id("k", page.id, comment.start, comment.end) for comment in comments]
    return tuple(
        Comment(
            id=ids[order],
            evidence=page.evidence(comment.start, comment.end, FLAT_EXTRACTOR),
            order=order,
            author=comment.author,
            author_how=comment.author_how,
            time_text=comment.time_text,
            time=comment.time,
            edited_text=comment.edited_text,
            parent=None if comment.parent is None else ids[comment.parent],
            parent_how=comment.parent_how,
            votes=comment.votes,
            cut_short=comment.cut_short,
            state="removed" if is_removal_notice(_get_words(page, comment)) else None,
            quoted=tuple(
                page.part(*span)
                for span in iter_quoted_lines(page.text, comment.start, comment.end)
            ),
        )
        for order, comment in enumerate(comments)
    )


def _get_words(page: Page, comment: FlatComment) -> str:
    return page.text[comment.start : comment.end]
