r"""The layout of a flattened page: zones and the readers' thread, found by what lines look like.

In: the text a crawler left of a page, without markup, line ends as `\\n`. Out: a `FlatLayout`: zones over
the text as given, comments, what the page states of itself. Out of scope: the `Page` made of it (`page_builder`),
and whatever only markup could state.

Every character that is not white space stands in a zone. What looks like nothing known is body where
it reads as text among text, and furniture elsewhere; no headline, author or comment is made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.pages.flat.article import read_article
from onrecord.pages.flat.article_head import FlatArticle
from onrecord.pages.flat.comment_segmentation import CommentLines, FlatThread
from onrecord.pages.flat.lines import FlatLine, split_lines
from onrecord.pages.flat.replies import CommentText, find_reply_targets
from onrecord.pages.flat.thread_finder import find_flat_thread
from onrecord.records import Zone


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
    thread = find_flat_thread(lines)
    before = lines[: thread.first] if thread else lines
    article = read_article(before)
    zones = _build_article_zones(before, article)
    comments: tuple[FlatComment, ...] = ()
    if thread:
        zones += [Zone("furniture", line.start, line.end) for line in lines[thread.end :]]
        comments = _build_comments(text, lines, thread, zones)
        zones += _build_thread_zones(lines, thread, comments)
    title = None if article.title is None else before[article.title]
    return FlatLayout(
        _join_furniture(text, sorted(zones, key=lambda zone: zone.start)),
        comments,
        (title.start, title.end) if title else None,
        article.published.iso if article.published else None,
        article.updated.iso if article.updated else None,
        article.authors,
    )


def _build_article_zones(lines: Sequence[FlatLine], article: FlatArticle) -> list[Zone]:
    """Return a zone for each line outside the thread, two for a line with a dateline before its text."""
    zones: list[Zone] = []
    for index, (line, role) in enumerate(zip(lines, article.roles, strict=True)):
        text_start = article.text_starts.get(index)
        if text_start:
            dateline = line.text[:text_start].rstrip()
            zones.append(Zone("dateline", line.start, line.start + len(dateline)))
            zones.append(Zone(role, line.start + text_start, line.end))
        else:
            zones.append(Zone(role, line.start, line.end))
    return zones


def _build_comments(
    text: str, lines: Sequence[FlatLine], thread: FlatThread, zones: Sequence[Zone]
) -> tuple[FlatComment, ...]:
    """Return the comments of a thread with their spans, and which answers which; `zones` hold the article's words."""
    spans = [_find_own_span(lines, comment) for comment in thread.comments]
    texts = [
        CommentText(comment.author, text[start:end], comment.addressee)
        for comment, (start, end) in zip(thread.comments, spans, strict=True)
    ]
    article = "\n".join(text[zone.start : zone.end] for zone in zones if zone.role == "body")
    targets = find_reply_targets(texts, article)
    return tuple(
        FlatComment(
            start=start,
            end=end,
            author=comment.author,
            author_how=comment.author_how,
            time_text=comment.timestamp.text if comment.timestamp else None,
            time=comment.timestamp.iso if comment.timestamp else None,
            edited_text=comment.edited,
            parent=target.parent if target else None,
            parent_how=target.how if target else None,
            votes=comment.votes,
            cut_short=comment.cut_at is not None,
        )
        for comment, (start, end), target in zip(thread.comments, spans, targets, strict=True)
    )


def _find_own_span(lines: Sequence[FlatLine], comment: CommentLines) -> tuple[int, int]:
    """Return the span of a comment's own words, bullet and the mark of a cut left out."""
    first, last = lines[comment.first], lines[comment.last]
    end = last.end
    if comment.cut_at is not None:
        end = last.start + len(last.text[: comment.cut_at].rstrip())
    return first.start, max(end, first.start + 1)


def _build_thread_zones(
    lines: Sequence[FlatLine], thread: FlatThread, comments: Sequence[FlatComment]
) -> list[Zone]:
    """Return a zone for each comment and furniture for the thread's other words."""
    zones = [Zone("comment", comment.start, comment.end) for comment in comments]
    inside = {i for comment in thread.comments for i in range(comment.first, comment.last + 1)}
    zones += [
        Zone("furniture", lines[i].start, lines[i].end)
        for i in range(thread.first, thread.end)
        if i not in inside
    ]
    for comment in thread.comments:
        if comment.cut_at is not None:
            last = lines[comment.last]
            zones.append(Zone("furniture", last.start + comment.cut_at, last.end))
    return zones


def _join_furniture(text: str, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """Return `zones` with neighbouring furniture joined."""
    joined: list[Zone] = []
    for zone in zones:
        last = joined[-1] if joined else None
        is_furniture = last is not None and last.role == zone.role == "furniture"
        if last is not None and is_furniture and not text[last.end : zone.start].strip():
            joined[-1] = replace(last, end=zone.end)
        else:
            joined.append(zone)
    return tuple(joined)
