"""A saved HTML page made readable.

In: a capture of text/html. Out: a `Page`: its text, zones, thread and byte map, made together in one
pass over the source. Zones stand in the order of the source; menus, forms, share buttons and teasers
are `furniture` zones among them; hidden elements are left out. Out of scope: what the words mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from onrecord.config import DEFAULT_MAX_CHARS, MOST_NODES
from onrecord.errors import PageError
from onrecord.pages.article.article_parts import Parts, find_parts
from onrecord.pages.article.body import Body, find_body
from onrecord.pages.article.metadata import Metadata, read_metadata
from onrecord.pages.article.visible_dates import local_day
from onrecord.pages.dates.dateline import find_dateline_end
from onrecord.pages.dates.url_dates import read_url_date
from onrecord.pages.dom.gc_pause import pause_collector
from onrecord.pages.dom.markup import SPACED, scan
from onrecord.pages.dom.text_runs import read_text_runs
from onrecord.pages.dom.tree import PageTree, build_tree
from onrecord.pages.language_id import find_language
from onrecord.pages.source_maps.compose import ComposedText, Stretch, TextComposer
from onrecord.pages.source_maps.decoding import decode_source
from onrecord.pages.thread.authors.author_names import extract_author_name, has_reporting_verbs
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.markup_thread import MarkupThread, find_thread
from onrecord.pages.thread.stated_count import find_stated_count
from onrecord.records import Capture, Comment, Dated, Page, Part, Zone
from onrecord.records.ids import content_id

BY = "thread@3"
_FEW = 3
_WRITTEN = 4
"""Characters of the source's text to one that a page may have: what hides or collapses, at most."""


_Row = tuple[list[int], str, tuple[int, bool] | None, int]
"""Runs, their role, the comment they belong to with whether they quote others, and the block's place."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A zone to be: its role, its runs, and the comment it belongs to, if any, with whether it quotes others."""

    role: str
    runs: tuple[int, ...]
    comment: tuple[int, bool] | None = None


@pause_collector()
def read_html(capture: Capture, *, max_chars: int = DEFAULT_MAX_CHARS) -> Page:
    """Return the page of a text/html capture.

    Raises:
        PageError: `empty` if no words can be seen in it, `no_text` if none read like an article or a
            thread, `too_long` if it has more tags and texts than `MOST_NODES`, or far more than `max_chars`
            characters between them.

    """
    source = decode_source(capture.data, capture.charset)
    scanned = scan(source.text)
    long = scanned.size > MOST_NODES
    if long or sum(map(len, scanned.texts)) > _WRITTEN * max_chars:
        many = f"{MOST_NODES:,} tags and texts" if long else f"{max_chars:,} characters of text"
        raise PageError("too_long", f"{capture.path or 'page'}: more than {many} in it; split it")
    tree = build_tree(scanned)
    stated = read_metadata(tree, capture.stated.url or capture.url)
    thread, body = _thread_and_body(tree)
    parts = Parts()
    if body is not None:
        parts = find_parts(tree, body, stated, thread.blocks)
        parts.roles = dict.fromkeys(body.blocks, "body") | parts.roles
    if body is None and not thread.comments:
        seen = any(block.text for block in tree.blocks)
        reason, lack = ("no_text", "no article or thread") if seen else ("empty", "no words")
        raise PageError(reason, f"{capture.path or 'page'}: {lack} in it")
    composer = TextComposer(source, markup=True)
    zones: list[tuple[Zone, tuple[int, bool] | None]] = []
    for plan in _plans(tree, thread, parts):
        edges = "\n" if plan.role == "furniture" else " "
        zone = composer.add(plan.role, _stretches(tree, plan.runs, plan.runs[0] - 1), edges=edges)
        if zone is not None:
            zones.append((zone, plan.comment))
    composed = _with_dateline(composer.finish())
    page = _page(capture, composed, stated, parts)
    page = replace(page, thread=tuple(_thread(page, thread, zones)))
    return replace(page, thread_stated=find_stated_count(page))


def _thread_and_body(tree: PageTree) -> tuple[MarkupThread, Body | None]:
    """Return the page's thread and its body: one or two "comments" without a day may be the article."""
    thread = find_thread(tree)
    body = find_body(tree, thread.blocks)
    few = 0 < len(thread.comments) < _FEW
    if body is None and few and not any(comment.time for comment in thread.comments):
        alone = find_body(tree)
        if alone is not None:
            return MarkupThread((), frozenset()), alone
    return thread, body


def _with_dateline(composed: ComposedText) -> ComposedText:
    """Return `composed` with the dateline before the body's first words in a zone of its own."""
    place = next((n for n, zone in enumerate(composed.zones) if zone.role == "body"), None)
    if place is None:
        return composed
    body = composed.zones[place]
    words = composed.text[body.start : body.end]
    begins = find_dateline_end(words)
    if begins is None:
        return composed
    dateline = Zone("dateline", body.start, body.start + len(words[:begins].rstrip()))
    text = Zone("body", body.start + begins, body.end)
    zones = (*composed.zones[:place], dateline, text, *composed.zones[place + 1 :])
    return replace(composed, zones=zones)


def _stretches(tree: PageTree, runs: Iterable[int], last: int) -> Iterator[Stretch]:
    """Yield what `runs` read as; runs of white space between them, and since `last`, part words as well."""
    scan = tree.scan
    for run in runs:
        before = scan.befores[run]
        if run > last + 1:
            before = max(before, SPACED, *scan.befores[last + 1 : run])
        yield before, read_text_runs(scan.texts[run], scan.starts[run])
        last = run


def _plans(tree: PageTree, thread: MarkupThread, parts: Parts) -> Iterator[_Plan]:
    """Yield the zones to be, in the order of the source; a zone's runs follow one another."""
    comment_of = {
        run: (place, run in found.quoted)
        for place, found in enumerate(thread.comments)
        for run in found.runs
    }
    ordered: list[_Row] = []
    for place, block in enumerate(tree.blocks):
        role = parts.roles.get(place, "furniture")
        if role == "furniture" and tree.elements[block.element].hidden:
            continue
        if place not in thread.blocks or comment_of.keys().isdisjoint(block.runs):
            ordered.append((block.runs, role, None, place))
            continue
        for run in block.runs:
            comment = comment_of.get(run)
            ordered.append(([run], "comment" if comment is not None else role, comment, place))
    ordered.sort(key=lambda row: row[0][0])
    open_: list[_Row] = []
    for row in [*ordered, None]:
        if open_ and (row is None or not _goes_on(tree, open_[-1], row)):
            yield _Plan(open_[0][1], tuple([run for rows in open_ for run in rows[0]]), open_[0][2])
            open_ = []
        if row is not None:
            open_.append(row)


def _goes_on(
    tree: PageTree,
    last: _Row,
    row: _Row,
) -> bool:
    """Return whether `row` belongs to the zone that `last` is in."""
    if last[1:3] != row[1:3] or (row[1] not in {"furniture", "comment"} and last[3] != row[3]):
        return False
    begin, end = last[0][-1] + 1, row[0][0]
    return begin >= end or not any(words.strip() for words in tree.words[begin:end])


def _page(capture: Capture, composed: ComposedText, stated: Metadata, parts: Parts) -> Page:
    given = capture.stated
    own_url = given.url or capture.url or stated.url
    body = " ".join(
        composed.text[zone.start : zone.end] for zone in composed.zones if zone.role == "body"
    )
    published = Dated(given.published, "stated") if given.published else None
    published = published or local_day(stated.published, parts.published)
    return Page(
        id=content_id("p", capture.sha256, own_url),
        capture=capture.sha256,
        path=capture.path,
        text=composed.text,
        zones=composed.zones,
        url=own_url,
        outlet=given.outlet or stated.outlet,
        title=given.title or parts.title or stated.title,
        authors=_authors(stated, parts),
        published=published or parts.published or read_url_date(own_url),
        updated=stated.updated or parts.updated,
        language=given.language or find_language(body or composed.text, stated.language),
        fetched=given.fetched or capture.fetched,
        byte_map=composed.byte_map,
    )


def _authors(stated: Metadata, parts: Parts) -> tuple[str, ...]:
    """Return who the markup names, but the byline where that names only the outlet or an account."""
    outlet = (stated.outlet or "").casefold()
    named = [
        name
        for name in stated.authors
        if name.casefold() not in {outlet, "admin", "editor", "staff"}
    ]
    return stated.authors if named or not parts.authors else parts.authors


def _thread(
    page: Page, thread: MarkupThread, zones: list[tuple[Zone, tuple[int, bool] | None]]
) -> Iterator[Comment]:
    """Yield the page's comments; one whose words stand in several zones is supported by all of them."""
    spans: dict[int, tuple[int, int]] = {}
    quoted: dict[int, list[Part]] = {}
    for zone, told in zones:
        if told is not None:
            place, quotes = told
            start, end = spans.get(place, (zone.start, zone.end))
            spans[place] = (min(start, zone.start), max(end, zone.end))
            if quotes:
                quoted.setdefault(place, []).append(page.part(zone.start, zone.end))
    verbs_follow = has_reporting_verbs(found.author for found in thread.comments)
    ids = {place: content_id("k", page.id, *span) for place, span in spans.items()}
    for order, (place, (start, end)) in enumerate(sorted(spans.items(), key=lambda row: row[1])):
        found = thread.comments[place]
        author = extract_author_name(found.author, verbs_follow=verbs_follow)
        parent = ids.get(found.parent) if found.parent is not None else None
        yield Comment(
            id=ids[place],
            evidence=page.evidence(start, end, BY),
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
            author_url=_author_url(page, found),
            state=found.state,
            quoted=tuple(quoted.get(place, ())),
        )


def _author_url(page: Page, found: CommentCandidate) -> str | None:
    """Return where the author's name links to, in full where the page's own address is known."""
    if not found.author_url:
        return None
    try:
        return urljoin(page.url or "", found.author_url)
    except ValueError:  # an address that is none, as "http://["
        return None
