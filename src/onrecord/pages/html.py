"""HTML pages: their text, zones, thread and byte map, made together in one pass over the source.

In: a capture of text/html. Out: a `Page`. Zones are in the order of the source; menus, forms, share buttons and teasers
are `furniture` zones among them; hidden elements are left out. Out of scope: what the words mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from onrecord.config import DEFAULT_MAX_CHARS
from onrecord.errors import PageError
from onrecord.pages.article.article_parts import ArticleParts, find_parts
from onrecord.pages.article.body import ArticleBody, find_body
from onrecord.pages.article.byline_words import GENERIC_AUTHORS
from onrecord.pages.article.metadata import PageMetadata, read_metadata
from onrecord.pages.article.page_kind import choose_main_text, detect_page_kind
from onrecord.pages.article.revealing import show_main_text
from onrecord.pages.article.saving_notes import read_saving_note
from onrecord.pages.article.visible_dates import convert_to_local_day
from onrecord.pages.dates.dateline import find_dateline_end
from onrecord.pages.dates.publication_day import choose_publication_day
from onrecord.pages.dates.url_dates import read_url_date
from onrecord.pages.dom.gc_pause import pause_collector
from onrecord.pages.dom.markup import scan_markup
from onrecord.pages.dom.tree import PageTree, build_tree
from onrecord.pages.language_id import identify_language
from onrecord.pages.source_maps.decoding import decode_source
from onrecord.pages.source_maps.text_composer import ComposedText, TextComposer
from onrecord.pages.thread.authors.author_names import extract_author_name, has_reporting_verbs
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.markup_thread import MarkupThread, find_thread
from onrecord.pages.thread.stated_count import find_stated_count
from onrecord.pages.thresholds import THRESHOLDS
from onrecord.pages.zone_plans import CommentPlace, iter_stretches, plan_zones
from onrecord.records import Capture, Comment, Page, Part, Zone
from onrecord.records.ids import build_content_id

THREAD_EXTRACTOR = "thread@3"
"""What extracts comments, and its version."""

_PlacedZone = tuple[Zone, CommentPlace | None]
"""A zone, and the comment it belongs to."""


@pause_collector()
def read_html(capture: Capture, *, max_chars: int = DEFAULT_MAX_CHARS) -> Page:
    """Return the page of a text/html capture.

    Raises:
        PageError: `empty` if no words can be seen in it, `too_long` if it has more tags and texts than a page may, or far
            more than `max_chars` characters between them.

    """
    source = decode_source(capture.data, capture.charset)
    scan = scan_markup(source.text)
    has_many_nodes = scan.node_count > THRESHOLDS.max_nodes
    written_chars = sum(map(len, scan.texts))
    if has_many_nodes or written_chars > THRESHOLDS.written_chars_per_char * max_chars:
        many = f"{max_chars:,} characters of text"
        if has_many_nodes:
            many = f"{THRESHOLDS.max_nodes:,} tags and texts"
        raise PageError("too_long", f"{capture.path or 'page'}: more than {many} in it; split it")
    tree = build_tree(scan)
    show_main_text(tree)
    note = read_saving_note(source.text, tree)
    stated = read_metadata(tree, capture.stated.url or capture.url, note.url)
    thread, body = _find_thread_and_body(tree)
    body = choose_main_text(tree, body, stated, thread)
    parts = ArticleParts()
    if body is not None:
        parts = find_parts(tree, body, stated, thread.blocks)
        parts.roles = dict.fromkeys(body.blocks, "body") | parts.roles
    composer = TextComposer(source, markup=True)
    zones: list[_PlacedZone] = []
    for plan in plan_zones(tree, thread, parts.roles):
        block_gap = "\n" if plan.role == "furniture" else " "
        zone = composer.add(plan.role, iter_stretches(tree, plan.runs), block_gap=block_gap)
        if zone is not None:
            zones.append((zone, plan.comment))
    if not zones:
        raise PageError("empty", f"{capture.path or 'page'}: no words in it")
    composed = _split_off_dateline(composer.finish())
    page = _build_page(capture, composed, stated, parts)
    page = replace(page, kind=detect_page_kind(tree, body, stated, thread))
    page = replace(page, fetched=page.fetched or note.fetched)
    page = replace(page, thread=tuple(_iter_comments(page, thread, zones)))
    return replace(page, thread_stated=find_stated_count(page))


def _find_thread_and_body(tree: PageTree) -> tuple[MarkupThread, ArticleBody | None]:
    """Return the page's thread and its body: one or two "comments" without a date may be the article."""
    thread = find_thread(tree)
    body = find_body(tree, thread.blocks)
    is_small = 0 < len(thread.comments) < THRESHOLDS.min_undated_comments
    if body is None and is_small and not any(comment.time for comment in thread.comments):
        alone = find_body(tree)
        if alone is not None:
            return MarkupThread((), frozenset()), alone
    return thread, body


def _split_off_dateline(composed: ComposedText) -> ComposedText:
    """Return `composed` with the dateline before the body's first words in a zone of its own."""
    place = next((n for n, zone in enumerate(composed.zones) if zone.role == "body"), None)
    if place is None:
        return composed
    body = composed.zones[place]
    words = composed.text[body.start : body.end]
    text_start = find_dateline_end(words)
    if text_start is None:
        return composed
    dateline = Zone("dateline", body.start, body.start + len(words[:text_start].rstrip()))
    text = Zone("body", body.start + text_start, body.end)
    zones = (*composed.zones[:place], dateline, text, *composed.zones[place + 1 :])
    return replace(composed, zones=zones)


# --- what the page states -------------------------------------------------------------------------


def _build_page(
    capture: Capture, composed: ComposedText, stated: PageMetadata, parts: ArticleParts
) -> Page:
    """Return the page without its thread: what was stated beside it overrules what it states itself."""
    given = capture.stated
    url = given.url or capture.url or stated.url
    body = " ".join(
        composed.text[zone.start : zone.end] for zone in composed.zones if zone.role == "body"
    )
    return Page(
        id=build_content_id("p", capture.sha256, url),
        capture=capture.sha256,
        path=capture.path,
        text=composed.text,
        zones=composed.zones,
        url=url,
        outlet=given.outlet or stated.outlet,
        title=given.title or parts.title or stated.title,
        authors=_choose_authors(stated, parts),
        published=choose_publication_day(
            given,
            convert_to_local_day(stated.published, parts.published),
            parts.published,
            read_url_date(url),
        ),
        updated=stated.updated or parts.updated,
        language=given.language or identify_language(body or composed.text, stated.language),
        fetched=given.fetched or capture.fetched,
        byte_map=composed.byte_map,
    )


def _choose_authors(stated: PageMetadata, parts: ArticleParts) -> tuple[str, ...]:
    """Return the first that are more than the outlet or an account: whom metadata, markup beside the text, or a byline names."""
    outlet = (stated.outlet or "").casefold()
    named = [
        authors for authors in (stated.authors, parts.marked_authors, parts.authors) if authors
    ]
    for authors in named:
        if persons := tuple(n for n in authors if n.casefold() not in {outlet, *GENERIC_AUTHORS}):
            return persons
    return named[0] if named else ()


# --- comments -------------------------------------------------------------------------------------


def _iter_comments(page: Page, thread: MarkupThread, zones: list[_PlacedZone]) -> Iterator[Comment]:
    """Yield the page's comments; one whose words stand in several zones is supported by all of them."""
    spans: dict[int, tuple[int, int]] = {}
    quoted: dict[int, list[Part]] = {}
    for zone, comment in zones:
        if comment is None:
            continue
        start, end = spans.get(comment.thread_index, (zone.start, zone.end))
        spans[comment.thread_index] = (min(start, zone.start), max(end, zone.end))
        if comment.is_quotation:
            quoted.setdefault(comment.thread_index, []).append(page.part(zone.start, zone.end))
    says = has_reporting_verbs(found.author for found in thread.comments)
    ids = {index: build_content_id("k", page.id, *span) for index, span in spans.items()}
    for order, (index, (start, end)) in enumerate(sorted(spans.items(), key=lambda row: row[1])):
        found = thread.comments[index]
        author = extract_author_name(found.author, verbs_follow=says)
        parent = ids.get(found.parent) if found.parent is not None else None
        yield Comment(
            id=ids[index],
            evidence=page.evidence(start, end, THREAD_EXTRACTOR),
            order=order,
            author=author,
            author_how="stated" if author else None,
            time_text=found.time_text,
            time=found.time,
            edited_text=found.edited_text,
            parent=parent,
            parent_how="markup" if parent else None,
            votes=found.votes,
            cut_short=found.cut_short,
            author_url=_resolve_author_url(page, found),
            state=found.state,
            quoted=tuple(quoted.get(index, ())),
        )


def _resolve_author_url(page: Page, found: CommentCandidate) -> str | None:
    """Return where the author's name links to, in full where the page's own address is known."""
    if not found.author_url:
        return None
    try:
        return urljoin(page.url or "", found.author_url)
    except ValueError:  # no valid address, as "http://["
        return None
