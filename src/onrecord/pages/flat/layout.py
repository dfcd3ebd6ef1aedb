r"""A page from flattened text: zones and the readers' thread found by what they look like.

In: the text a crawler left of a page, without markup, line ends as `\\n`. Out: `FlatLayout`: zones over
the text as given, comments, what the page states of itself; and the `Page` made of them. Out of scope:
the text; the language, which is told elsewhere; and whatever only markup could tell.

Every character that is not white space stands in a zone. What looks like nothing known is body where
it reads as text among text, and furniture elsewhere; no headline, author or comment is made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.pages.flat.article import Article, read_article
from onrecord.pages.flat.comment_segmentation import Run, Thread
from onrecord.pages.flat.lines import Line, split_lines
from onrecord.pages.flat.replies import Words, find_answers
from onrecord.pages.flat.threads_by_header import find_thread
from onrecord.pages.thread.comment.quotations import iter_quoted_lines
from onrecord.pages.thread.comment.state import is_removal_notice
from onrecord.pages.thread.stated_count import find_stated_count
from onrecord.records import Comment, Dated, Page, Stated, Zone
from onrecord.records.ids import content_id
from onrecord.records.page import ByteMap

BY = "flat@3"


@dataclass(frozen=True, slots=True)
class FlatComment:
    """One comment of a flattened thread; the fields are those of `Comment`.

    `start, end` are code points of the text, half-open: the comment's own words. `parent` is the index
    of the comment it answers.
    """

    start: int
    end: int
    author: str | None = None
    author_how: str | None = None
    time_text: str | None = None
    time: str | None = None
    edited_text: str | None = None
    parent: int | None = None
    parent_how: str | None = None
    votes: int | None = None
    cut_short: bool = False


@dataclass(frozen=True, slots=True)
class FlatLayout:
    """What a flattened text shows.

    Attributes:
        zones: in order, not overlapping, over the text as given.
        comments: in order of the page.
        title: span of the headline in code points, or None.
        published, updated: ISO 8601 as partial as stated, or None.
        authors: of the byline.

    """

    zones: tuple[Zone, ...]
    comments: tuple[FlatComment, ...] = ()
    title: tuple[int, int] | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()


def read_flat(text: str) -> FlatLayout:
    r"""Return the layout of a flattened page; never fails, whatever the text.

    Examples:
        >>> text = "Last troops leave the valley\n\nThe last troops left the valley today, it said."
        >>> [zone.role for zone in read_flat(text + "\n\nNobody saw them off at the gate.").zones]
        ['headline', 'body', 'body']

    """
    lines = split_lines(text)
    thread = find_thread(lines)
    before, after = _around(lines, thread)
    article = read_article(before)
    shift = after if before and before[0] is not lines[0] else 0
    zones = _article_zones(before, article)
    rest = lines[after:] if not shift else lines[: thread.first] if thread else ()
    zones += [Zone("furniture", line.start, line.end) for line in rest]
    comments = _comments(text, lines, thread, zones) if thread else ()
    if thread:
        zones += _thread_zones(lines, thread, comments)
    title = None if article.title is None else before[article.title]
    return FlatLayout(
        _joined(text, sorted(zones, key=lambda zone: zone.start)),
        comments,
        (title.start, title.end) if title else None,
        article.published.iso if article.published else None,
        article.updated.iso if article.updated else None,
        article.authors,
    )


def _around(lines: tuple[Line, ...], thread: Thread | None) -> tuple[tuple[Line, ...], int]:
    """Return the lines to look for the article in, and the line where the thread ends."""
    if thread is None:
        return lines, len(lines)
    return lines[: thread.first], thread.end


def _article_zones(lines: Sequence[Line], article: Article) -> list[Zone]:
    zones: list[Zone] = []
    for index, (line, role) in enumerate(zip(lines, article.roles, strict=True)):
        begins = article.text_starts.get(index)
        if begins:
            words = line.text[:begins].rstrip()
            zones.append(Zone("dateline", line.start, line.start + len(words)))
            zones.append(Zone(role, line.start + begins, line.end))
        else:
            zones.append(Zone(role, line.start, line.end))
    return zones


def _comments(
    text: str, lines: Sequence[Line], thread: Thread, zones: Sequence[Zone]
) -> tuple[FlatComment, ...]:
    spans = [_own_span(lines, run) for run in thread.runs]
    words = [
        Words(run.author, text[start:end], run.answers)
        for run, (start, end) in zip(thread.runs, spans, strict=True)
    ]
    article = "\n".join(text[z.start : z.end] for z in zones if z.role == "body")
    answers = find_answers(words, article)
    return tuple(
        FlatComment(
            start, end, run.author, run.author_how,
            run.stamp.text if run.stamp else None, run.stamp.iso if run.stamp else None, run.edited,
            answer.parent if answer else None, answer.how if answer else None,
            run.votes, run.cut_at is not None,
        )
        for run, (start, end), answer in zip(thread.runs, spans, answers, strict=True)
    )  # fmt: skip


def _own_span(lines: Sequence[Line], run: Run) -> tuple[int, int]:
    """Return the span of a comment's own words, bullet and the mark of a cut left out."""
    first, last = lines[run.first], lines[run.last]
    end = last.end
    if run.cut_at is not None:
        end = last.start + len(last.text[: run.cut_at].rstrip())
    return first.start, max(end, first.start + 1)


def _thread_zones(
    lines: Sequence[Line], thread: Thread, comments: Sequence[FlatComment]
) -> list[Zone]:
    """Return a zone for each comment and furniture for the thread's other words."""
    zones = [Zone("comment", c.start, c.end) for c in comments]
    inside = {i for run in thread.runs for i in range(run.first, run.last + 1)}
    zones += [
        Zone("furniture", lines[i].start, lines[i].end)
        for i in range(thread.first, thread.end)
        if i not in inside
    ]
    for run in thread.runs:
        if run.cut_at is not None:
            last = lines[run.last]
            zones.append(Zone("furniture", last.start + run.cut_at, last.end))
    return zones


def _joined(text: str, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """Return `zones` with neighbouring furniture made one."""
    joined: list[Zone] = []
    for zone in zones:
        last = joined[-1] if joined else None
        if (
            last
            and last.role == zone.role == "furniture"
            and not text[last.end : zone.start].strip()
        ):
            joined[-1] = replace(last, end=zone.end)
        else:
            joined.append(zone)
    return tuple(joined)


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
        published=Dated(stated.published, "stated") if stated.published else published,
        updated=Dated(layout.updated, "text") if layout.updated else None,
        language=stated.language,
        fetched=stated.fetched,
        byte_map=byte_map,
    )
    page = replace(page, thread=_thread(page, layout.comments))
    return replace(page, thread_stated=find_stated_count(page))


def _thread(page: Page, comments: Sequence[FlatComment]) -> tuple[Comment, ...]:
    ids = [content_id("k", page.id, c.start, c.end) for c in comments]
    return tuple(
        Comment(
            ids[order], page.evidence(c.start, c.end, BY), order, c.author, c.author_how,
            c.time_text, c.time, c.edited_text, None if c.parent is None else ids[c.parent],
            c.parent_how, c.votes, c.cut_short,
            state="removed" if is_removal_notice(page.text[c.start : c.end]) else None,
            quoted=tuple(page.part(*span) for span in iter_quoted_lines(page.text, c.start, c.end)),
        )
        for order, c in enumerate(comments)
    )  # fmt: skip
