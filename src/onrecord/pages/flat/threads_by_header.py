"""Threads whose comments have a header over them: a name with "says:" or a time, or a time alone.

In: a page's lines and the headers in them. Out: the `FlatThread`, or None. Out of scope: headers below the text
(`threads_by_signature`), and names alone (`threads_by_name`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.pages.flat.comment_headers import CommentHeader
from onrecord.pages.flat.comment_segmentation import FlatThread, split_thread
from onrecord.pages.flat.line_kinds import LineKind
from onrecord.pages.flat.lines import (
    FlatLine,
    has_comment_controls,
    is_prose,
    is_sentence_end,
    read_stated_count,
)
from onrecord.pages.flat.thread_frame import (
    find_frame_top,
    find_frames,
    is_mostly_prose,
    may_open_thread,
)
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.timestamps import find_timestamp

_Headers = Sequence[CommentHeader]


def find_thread_by_headers(lines: Sequence[FlatLine], headers: _Headers) -> FlatThread | None:
    """Return the thread whose headers are confirmed by "says:" or a time of day, or have a day at least; or None."""
    confirmed = [header for header in headers if header.is_confirmed]
    headed = _find_heading(lines, confirmed)
    if headed is not None:
        frame, later = headed
        return split_thread(lines, find_frame_top(lines, frame), _add_dated(headers, later))
    return (
        _find_answered(lines, confirmed)
        or _find_said(lines, confirmed)
        or _find_dated(lines, headers)
    )


def _find_heading(
    lines: Sequence[FlatLine], confirmed: _Headers
) -> tuple[int, list[CommentHeader]] | None:
    """Return the line that heads a thread and the headers in it, or None."""
    frames = find_frames(lines, [header.first for header in confirmed])
    for place, (frame, first) in enumerate(frames):
        later = [header for header in confirmed if header.first >= first]
        # A heading nearer to the second header says that the first was the article's own byline.
        nearer = [at for at, start in frames[place + 1 :] if start > first]
        if nearer and (len(later) < 2 or nearer[0] < later[1].first):
            continue
        if _is_thread(lines, frame, later):
            return frame, later
    return None


def _find_answered(lines: Sequence[FlatLine], headers: _Headers) -> FlatThread | None:
    """Return the thread that nothing heads, if controls stand under several texts and under most; or None."""
    answered = [header for header in headers if _has_controls(lines, header, headers)]
    if len(answered) >= 2 and 2 * len(answered) >= len(headers):
        later = [header for header in headers if header.first >= answered[0].first]
        return split_thread(lines, answered[0].first, later)
    return None


def _find_said(lines: Sequence[FlatLine], headers: _Headers) -> FlatThread | None:
    """Return the thread that nothing heads, if "says:" stands over its texts and a form below; or None."""
    forms = [
        i for i, line in enumerate(lines) if line.kind == LineKind.FORM and may_open_thread(line)
    ]
    said = [
        header
        for header in headers
        if forms and header.first < forms[-1] and lines[header.first].words.endswith(":")
    ]
    timed = sum(header.timestamp is not None for header in said)
    enough = len(said) >= 2 and (2 * timed > len(said) or len(said) >= 3)
    if enough and _is_mostly_written(lines, said):
        return split_thread(lines, said[0].first, said)
    return None


def _find_dated(lines: Sequence[FlatLine], headers: _Headers) -> FlatThread | None:
    """Return the thread whose headers have a day but no time of day; or None.

    Comments must have controls, or about as many headers stand over sentences as the page counts.
    """
    for frame, first in find_frames(lines, [header.first for header in headers]):
        later = [header for header in headers if header.first >= first]
        count = read_stated_count(lines[frame])
        if count is None or len(later) > 2 * count:
            continue
        as_counted = len(later) >= 3 and 2 * len(later) >= count
        written = as_counted and _is_mostly_written(lines, later)
        if written or _find_answered(lines, later):
            return split_thread(lines, find_frame_top(lines, frame), later)
    return None


def find_thread_by_times(lines: Sequence[FlatLine]) -> FlatThread | None:
    """Return the thread whose names are all lost and whose times of day are left over the texts, or None."""
    firsts = [index for index in range(len(lines) - 1) if _is_time_over_text(lines, index)]
    for frame, first in find_frames(lines, firsts):
        times = [index for index in firsts if index >= first]
        count = read_stated_count(lines[frame]) or 0
        texts = [index + 1 for index in times]
        if 2 <= len(times) <= 2 * count and is_mostly_prose(lines, texts):
            headers = [
                CommentHeader(i, i, None, find_timestamp(lines[i].words), is_confirmed=True)
                for i in times
            ]
            return split_thread(lines, find_frame_top(lines, frame), headers)
    return None


def _is_time_over_text(lines: Sequence[FlatLine], index: int) -> bool:
    if lines[index].kind != LineKind.TIME or lines[index + 1].kind != LineKind.TEXT:
        return False
    timestamp = find_timestamp(lines[index].words)
    return timestamp is not None and timestamp.is_exact


def _is_mostly_written(lines: Sequence[FlatLine], headers: _Headers) -> bool:
    """Return whether sentences stand under most of the headers."""
    written = [header for header in headers if _has_sentence_below(lines, header)]
    return len(written) >= THRESHOLDS.written_share * len(headers)


def _has_sentence_below(lines: Sequence[FlatLine], header: CommentHeader) -> bool:
    """Return whether one of the two lines under a header is a sentence ("Hi Kim," may stand over it)."""
    below = lines[header.last + 1 : header.last + 3]
    return any(
        line.kind == LineKind.TEXT and (is_prose(line) or is_sentence_end(line.words))
        for line in below
    )


def _add_dated(headers: _Headers, confirmed: _Headers) -> list[CommentHeader]:
    """Return the thread's headers in order: the confirmed ones, and where most have only a day, those too."""
    dated = [h for h in headers if not h.is_confirmed and h.first > confirmed[0].first]
    if len(dated) <= len(confirmed):
        return list(confirmed)
    return sorted([*confirmed, *dated], key=lambda header: header.first)


def _is_thread(lines: Sequence[FlatLine], frame: int, headers: _Headers) -> bool:
    """Return whether what follows a thread's heading is one, not a list of titles with their times."""
    if len(headers) < 2:
        return _is_single_comment(lines, frame, headers[0])
    count = read_stated_count(lines[frame]) or 0
    if count <= 2 * len(headers) <= 4 * count:
        return True
    answered = any(_has_controls(lines, header, headers) for header in headers)
    return answered or _is_mostly_written(lines, headers)


def _is_single_comment(lines: Sequence[FlatLine], frame: int, header: CommentHeader) -> bool:
    """Return whether one header alone makes a thread: the page counts one, or offers to answer it."""
    count = read_stated_count(lines[frame])
    return count == 1 or (count is None and _has_controls(lines, header, [header]))


def _has_controls(lines: Sequence[FlatLine], header: CommentHeader, headers: _Headers) -> bool:
    """Return whether controls of one comment stand between a header and the next."""
    place = bisect_right(headers, header.first, key=lambda other: other.first)
    following = headers[place].first if place < len(headers) else len(lines)
    end = min(following, header.last + THRESHOLDS.most_comment_lines)
    return any(has_comment_controls(line) for line in lines[header.first : end])
