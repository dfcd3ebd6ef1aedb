"""A flattened thread cut into comments: which lines are each one's own words.

In: a page's lines and the headers of its thread's comments. Out: a `FlatThread` of `CommentLines`. Out of scope:
whether there is a thread (`thread_finder`) and who answers whom (`replies`).

Text goes on over single blank lines. It ends at the next header, at controls and times, at the mark of
a cut text, and where forms and boxes begin; text after such an end and before the next header is one
more comment, its author lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.pages.flat.comment_headers import CommentHeader, build_lost_header
from onrecord.pages.flat.line_kinds import (
    BETWEEN_COMMENTS,
    LineKind,
    parse_edit_stamp,
    parse_vote_count,
)
from onrecord.pages.flat.lines import FlatLine, count_words, is_prose
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.timestamps import FlatTimestamp, find_timestamp
from onrecord.pages.flat.words.thread_words import CUT_MARK

_NEVER_INSIDE = BETWEEN_COMMENTS | {LineKind.FORM, LineKind.THREAD_REMAINS}
_BOXES = (LineKind.SECTION_HEADING, LineKind.THREAD_HEADING, LineKind.FURNITURE)
_LINK_STARTS = ("http://", "https://", "www.")


@dataclass(frozen=True, slots=True)
class CommentLines:
    """One comment's lines, and what they state.

    Attributes:
        first, last: the lines of its own text, both included.
        author, author_how: who wrote, and how that is known: `stated` or `edit stamp`.
        timestamp: when, or None.
        edited: the words of an edit stamp, or None.
        votes: their number, or None.
        cut_at: where in the last line the mark of a cut text begins, or None.
        addressee: whom a line over it says it answers, or None.

    """

    first: int
    last: int
    author: str | None
    author_how: str | None
    timestamp: FlatTimestamp | None
    edited: str | None
    votes: int | None
    cut_at: int | None
    addressee: str | None


@dataclass(frozen=True, slots=True)
class FlatThread:
    """The lines that a thread takes with its frame, `first` to `end` (excluded), and its comments."""

    first: int
    end: int
    comments: tuple[CommentLines, ...]


def split_thread(
    lines: Sequence[FlatLine],
    top: int,
    headers: Sequence[CommentHeader],
    end: int | None = None,
) -> FlatThread | None:
    """Return the thread of `headers`, which begins at line `top` and ends before `end` at the latest; None without text."""
    end = len(lines) if end is None else end
    comments: list[CommentLines] = []
    last = top
    for place, header in enumerate(headers):
        is_final = place == len(headers) - 1
        stop = end if is_final else headers[place + 1].first
        found, last = _split_under_header(lines, header, stop, is_final=is_final)
        comments.extend(found)
    return FlatThread(top, last, tuple(comments)) if comments else None


def split_signed_thread(
    lines: Sequence[FlatLine], top: int, first: int, signatures: Sequence[CommentHeader]
) -> FlatThread | None:
    """Return the thread in which each comment's header stands below its text, the first text at line `first`."""
    comments: list[CommentLines] = []
    at = first
    for header in signatures:
        own = [i for i in range(at, header.first) if not is_break(lines[i])]
        if own:
            comments.append(build_comment(lines, header, (own[0], own[-1] + 1), header.last + 1))
        at = _skip_between(lines, header.last + 1, len(lines))
    return FlatThread(top, at, tuple(comments)) if comments else None


def _split_under_header(
    lines: Sequence[FlatLine], header: CommentHeader, stop: int, *, is_final: bool
) -> tuple[list[CommentLines], int]:
    """Return the comments between a header and `stop`, and the line after what they take."""
    comments: list[CommentLines] = []
    at, current = header.last + 1, header
    while at < stop:
        after = _find_text_end(lines, at, stop)
        tail = _skip_between(lines, after, stop)
        if after == at:
            if tail == at or comments:
                break
            current, at = _add_time_below(lines, current, (at, tail)), tail
            continue
        comments.append(build_comment(lines, current, (at, after), tail))
        at = tail
        if at < stop and (is_break(lines[at]) or (is_final and _is_last(lines, after, tail))):
            break
        current = build_lost_header(at)
    return comments, at if is_final else stop


def _is_last(lines: Sequence[FlatLine], after: int, tail: int) -> bool:
    """Return whether what stands between a comment's text and line `tail` ends the thread, or no text follows it."""
    closed = any(
        line.kind in {LineKind.CONTROLS, LineKind.EDIT_STAMP} for line in lines[after:tail]
    )
    return closed or not is_prose(lines[tail])


def _find_text_end(lines: Sequence[FlatLine], at: int, stop: int) -> int:
    """Return the line after the text that begins at `at`."""
    while at < stop and not is_break(lines[at]):
        at += 1
        if find_cut_mark(lines[at - 1]) is not None:
            break
    return at


def _skip_between(lines: Sequence[FlatLine], at: int, stop: int) -> int:
    """Return the first line from `at` that is none of those between comments, `stop` at most."""
    while at < stop and lines[at].kind in BETWEEN_COMMENTS:
        at += 1
    return at


def _add_time_below(
    lines: Sequence[FlatLine], header: CommentHeader, under: tuple[int, int]
) -> CommentHeader:
    """Return `header` with a time that stands below it, badges between them."""
    time = _find_first_time(lines[slice(*under)])
    return replace(header, timestamp=header.timestamp or time)


def _find_first_time(lines: Sequence[FlatLine]) -> FlatTimestamp | None:
    times = (find_timestamp(line.words) for line in lines if line.kind == LineKind.TIME)
    return next(times, None)


def is_break(line: FlatLine) -> bool:
    """Return whether a line can't be within a comment's text."""
    if line.kind in _BOXES:
        if line.words.startswith(_LINK_STARTS):
            return False  # a reader's link
        return count_words(line.words) <= THRESHOLDS.longest_heading_words
    return line.kind in _NEVER_INSIDE


def find_cut_mark(line: FlatLine) -> int | None:
    """Return where in a comment's line the mark of a cut text begins ("Read more »"), or None.

    The place is in code points of `line.text`. An ellipsis must stand before the mark, or begin it.
    """
    few = count_words(line.words) < THRESHOLDS.fewest_cut_words
    if line.kind != LineKind.TEXT or few:
        return None
    match = CUT_MARK.search(line.text)
    if match is None:
        return None
    before = line.text[: match.start()].rstrip()
    if not match.group().startswith(("…", "...")) and not before.endswith(("…", "...")):
        return None
    return match.start() + len(match.group()) - len(match.group().lstrip("…. "))


def build_comment(
    lines: Sequence[FlatLine], header: CommentHeader, own: tuple[int, int], tail: int
) -> CommentLines:
    """Return the comment whose own lines are `own` (half-open), with what stands below them before line `tail`."""
    first, after = own
    below = lines[after:tail]
    edits = [line for line in below if line.kind == LineKind.EDIT_STAMP]
    editors = (stamp[0] for line in edits if (stamp := parse_edit_stamp(line.words)))
    editor = next((name for name in editors if name), None)
    author, how = (header.author, "stated") if header.author else (editor, "edit stamp")
    around = [*lines[header.first + 1 : header.last + 1], *below]
    votes = (parse_vote_count(line.words) for line in around if line.kind == LineKind.VOTES)
    return CommentLines(
        first=first,
        last=after - 1,
        author=author,
        author_how=how if author else None,
        timestamp=header.timestamp or _find_first_time(below),
        edited=edits[0].text if edits else None,
        votes=next(votes, None),
        cut_at=find_cut_mark(lines[after - 1]),
        addressee=header.addressee,
    )
