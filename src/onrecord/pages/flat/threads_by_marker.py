"""Threads whose comments are separated by a marker: a number, a signature, or the same short line each time.

In: a page's lines. Out: the `FlatThread`, or None. Out of scope: threads with names or times as headers
(`threads_by_header`, `threads_by_name`); this is for what is left where a crawler dropped them.

Themes number comments, sign them below, or put the same small line under each ("↓", "Liked by"). That
alone proves nothing: a heading that counts the comments must stand above, and about as many markers as
it counts must follow, text between them. A name that comes back is no marker: the same person may
answer every second comment.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.pages.flat.comment_headers import CommentHeader, build_lost_header
from onrecord.pages.flat.comment_segmentation import (
    CommentLines,
    FlatThread,
    build_comment,
    is_break,
)
from onrecord.pages.flat.commenter_names import is_never_name, may_be_commenter
from onrecord.pages.flat.line_kinds import LineKind
from onrecord.pages.flat.lines import FlatLine, count_words, is_sentence_end, read_stated_count
from onrecord.pages.flat.thread_frame import find_thread_end
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.timestamps import find_timestamp
from onrecord.pages.flat.words.thread_words import SIGNED_BY

_SIGNATURE, _NUMBER = "signature", "number"


def find_thread_by_markers(lines: Sequence[FlatLine]) -> FlatThread | None:
    """Return the thread whose comments markers separate, or None."""
    for frame, line in enumerate(lines):
        count = read_stated_count(line) if line.kind == LineKind.THREAD_HEADING else None
        if count is None or count < THRESHOLDS.fewest_markers:
            continue
        first = frame + 1
        end = find_thread_end(lines, first)
        for kind, markers in _find_markers(lines, first, end).items():
            if not _is_as_counted(count, len(markers)):
                continue
            comments = _split_at_markers(lines, (first, end), kind, markers)
            enough = THRESHOLDS.marked_share * len(markers)
            if comments and len(comments) >= enough:
                last = max(comments[-1].last, markers[-1])
                return FlatThread(frame, last + 1, tuple(comments))
    return None


def _is_as_counted(count: int, marker_count: int) -> bool:
    """Return whether there are about as many markers as comments are counted."""
    fewest = max(THRESHOLDS.fewest_markers, count / 2)
    return fewest <= marker_count <= count + THRESHOLDS.spare_markers


def _find_markers(lines: Sequence[FlatLine], first: int, end: int) -> dict[str, list[int]]:
    """Return where the lines stand that may be markers, by their kind or words: signatures and numbers before others."""
    places: dict[str, list[int]] = {_SIGNATURE: [], _NUMBER: []}
    for at in range(first, end):
        line = lines[at]
        if SIGNED_BY.fullmatch(line.words):
            places[_SIGNATURE].append(at)
        elif line.kind == LineKind.VOTES and line.words == str(len(places[_NUMBER]) + 1):
            places[_NUMBER].append(at)
        elif _may_be_marker(line.words):
            places.setdefault(line.words.casefold(), []).append(at)
    return places


def _may_be_marker(words: str) -> bool:
    """Return whether a line is short, no sentence and no name."""
    short = count_words(words) <= THRESHOLDS.longest_marker_words and not is_sentence_end(words)
    return short and not may_be_commenter(words)


def _split_at_markers(
    lines: Sequence[FlatLine], bounds: tuple[int, int], kind: str, markers: Sequence[int]
) -> list[CommentLines]:
    """Return the comments between `markers`: under them or above them, depending on where the first text stands."""
    first, end = bounds
    text_above = any(lines[i].kind == LineKind.TEXT for i in range(first, markers[0]))
    if kind == _NUMBER and text_above:
        return []
    edges = [first - 1, *markers] if text_above else [*markers, end]
    comments = []
    for before, after in pairwise(edges):
        is_signed = kind == _SIGNATURE and text_above
        header = _read_header(lines, before + 1, after, is_signed=is_signed)
        own = [i for i in range(header.last + 1, after) if not is_break(lines[i])]
        if own:
            comments.append(build_comment(lines, header, (own[0], own[-1] + 1), after))
    return comments


def _read_header(
    lines: Sequence[FlatLine], first: int, after: int, *, is_signed: bool
) -> CommentHeader:
    """Return the header of the lines between two markers: the name over or under them, or none.

    Args:
        lines: the page's.
        first, after: the lines, half-open; `after` is the marker below them.
        is_signed: that marker is their signature.

    """
    while first < after and is_break(lines[first]):
        first += 1
    if is_signed:
        words = lines[after].words
        match = SIGNED_BY.fullmatch(words)
        name = match["name"].strip() if match else ""
        return CommentHeader(
            first, first - 1, name or None, find_timestamp(words), is_confirmed=False
        )
    has_line_over_text = first + 1 < after and lines[first].kind == LineKind.TEXT
    words = lines[first].words if has_line_over_text else ""
    if has_line_over_text and may_be_commenter(words) and not is_never_name(words):
        return CommentHeader(first, first, words, None, is_confirmed=False)
    return build_lost_header(first)
