"""Threads in which name and time stand below each text.

In: a page's lines and the headers in them. Out: the `FlatThread`, or None. Out of scope: headers over the text
(`threads_by_header`), and signatures without a time (`threads_by_marker`).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.flat.comment_headers import CommentHeader
from onrecord.pages.flat.comment_segmentation import FlatThread, split_signed_thread
from onrecord.pages.flat.line_kinds import LineKind
from onrecord.pages.flat.lines import FlatLine, read_stated_count
from onrecord.pages.flat.thread_frame import find_frame_top, is_mostly_prose, skip_frame
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.words.thread_words import SIGNATURE_START

_OTHER_PARTS = (LineKind.SECTION_HEADING, LineKind.FORM)


def find_thread_by_signatures(
    lines: Sequence[FlatLine], headers: Sequence[CommentHeader]
) -> FlatThread | None:
    """Return the thread in which name and time stand below each text, or None."""
    single = [header for header in headers if header.first == header.last and header.timestamp]
    header_starts = {header.first for header in headers}
    for frame, line in enumerate(lines):
        if line.kind != LineKind.THREAD_HEADING:
            continue
        limit = min(len(lines), frame + THRESHOLDS.frame_lines)
        first = skip_frame(lines, frame + 1, limit)
        if first >= len(lines) or first in header_starts or lines[first].kind != LineKind.TEXT:
            continue
        later = [header for header in single if header.first > first]
        if _may_be_signatures(lines, later, first, read_stated_count(line)):
            return split_signed_thread(lines, find_frame_top(lines, frame), first, later)
    return None


def _may_be_signatures(
    lines: Sequence[FlatLine],
    headers: Sequence[CommentHeader],
    first: int,
    count: int | None,
) -> bool:
    """Return whether `headers` close texts, the first of which begins at line `first`, under a heading that counts `count`."""
    if not headers or headers[0].first - first > THRESHOLDS.most_comment_lines:
        return False
    texts = [first, *(header.last + 1 for header in headers[:-1])]
    if not is_mostly_prose(lines, texts):
        return False
    if any(line.kind in _OTHER_PARTS for line in lines[first : headers[0].first]):
        return False
    signed = sum(bool(SIGNATURE_START.match(lines[header.first].words)) for header in headers)
    after = lines[headers[-1].last + 1 :][:1]
    ends = not after or after[0].kind != LineKind.TEXT
    as_counted = count is not None and len(headers) <= count <= 2 * len(headers)
    fewest = 1 if count == 1 else 2
    return len(headers) >= fewest and (2 * signed > len(headers) or (as_counted and ends))
