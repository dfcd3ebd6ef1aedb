"""The thread of a flattened page: whether there is one, and where.

In: a page's lines. Out: its `FlatThread`, or None. Out of scope: what headers look like (`comment_headers`), how text
is cut into comments (`comment_segmentation`) and everything outside the thread (`article`).

A thread needs more than one sign. Names confirmed by "says:" or a time of day need a line that heads
a thread before them, or controls after several of them; names standing alone need more
(`threads_by_name`). So an article with a form below it, a list of names or a live blog makes none.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.flat.comment_headers import CommentHeader, read_header
from onrecord.pages.flat.comment_segmentation import FlatThread
from onrecord.pages.flat.lines import FlatLine
from onrecord.pages.flat.threads_by_header import find_thread_by_headers, find_thread_by_times
from onrecord.pages.flat.threads_by_marker import find_thread_by_markers
from onrecord.pages.flat.threads_by_name import find_thread_by_names
from onrecord.pages.flat.threads_by_signature import find_thread_by_signatures


def find_flat_thread(lines: Sequence[FlatLine]) -> FlatThread | None:
    """Return the thread in `lines`, or None where nothing says that there is one; the most certain kind is tried first."""
    headers = _list_headers(lines)
    return (
        find_thread_by_headers(lines, headers)
        or find_thread_by_signatures(lines, headers)
        or find_thread_by_times(lines)
        or find_thread_by_names(lines)
        or find_thread_by_markers(lines)
    )


def _list_headers(lines: Sequence[FlatLine]) -> list[CommentHeader]:
    """Return all headers in `lines`, in order; none overlaps the one before it."""
    headers: list[CommentHeader] = []
    last = -1
    for index in range(len(lines)):
        header = read_header(lines, index) if index > last else None
        if header:
            headers.append(header)
            last = header.last
    return headers
