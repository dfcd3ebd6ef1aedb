"""The frame round a flattened thread: its heading, the remains above it, and where it ends.

In: a page's lines. Out: places of lines. Out of scope: which headers stand in it (`threads_by_header`, `threads_by_name`,
`threads_by_marker`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.pages.flat.line_kinds import NON_TEXT_KINDS, LineKind
from onrecord.pages.flat.lines import FlatLine, count_words, is_prose, is_sentence_end
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.words.form_words import FORM_HEADINGS

_END_KINDS = (LineKind.SECTION_HEADING, LineKind.THREAD_HEADING)
_FRAME_KINDS = (LineKind.THREAD_HEADING, LineKind.THREAD_REMAINS)


def is_frame_line(line: FlatLine) -> bool:
    """Return whether a line heads a thread, or is left of its frame."""
    return line.kind in _FRAME_KINDS


def may_open_thread(line: FlatLine) -> bool:
    """Return whether a line heads a thread, is left of its frame, or opens a form for comments."""
    if line.kind == LineKind.FORM:
        return bool(FORM_HEADINGS.fullmatch(line.words.strip(" :*")))
    return is_frame_line(line)


def find_frames(lines: Sequence[FlatLine], firsts: Sequence[int]) -> list[tuple[int, int]]:
    """Return `(frame, first)` for every line heading a thread that one of `firsts` (in order) follows soon, without prose between."""
    frames = []
    for index, line in enumerate(lines):
        if not may_open_thread(line):
            continue
        place = bisect_right(firsts, index)
        if place == len(firsts) or firsts[place] - index > THRESHOLDS.frame_lines:
            continue
        first = firsts[place]
        if not any(is_prose(between) for between in lines[index + 1 : first]):
            frames.append((index, first))
    return frames


def find_frame_top(lines: Sequence[FlatLine], frame: int) -> int:
    """Return the first line of the furniture that leads to a thread's heading at line `frame`."""
    while frame and lines[frame - 1].kind in NON_TEXT_KINDS:
        frame -= 1
    return frame


def skip_frame(lines: Sequence[FlatLine], at: int, limit: int) -> int:
    """Return the first line from `at` that is no part of a frame, `limit` at most."""
    while at < limit and (
        lines[at].kind in NON_TEXT_KINDS or lines[at].kind == LineKind.THREAD_HEADING
    ):
        at += 1
    return at


def find_thread_end(lines: Sequence[FlatLine], first: int) -> int:
    """Return the line after the thread whose comments begin at `first`: the first that heads a form or other things."""
    for at in range(first, len(lines)):
        words = lines[at].words
        short = count_words(words) <= THRESHOLDS.longest_heading_words
        if FORM_HEADINGS.fullmatch(words) or (short and lines[at].kind in _END_KINDS):
            return at
    return len(lines)


def is_mostly_prose(lines: Sequence[FlatLine], texts: Sequence[int]) -> bool:
    """Return whether most of the lines at `texts` read as something someone wrote, not as titles."""
    written = sum(
        is_sentence_end(lines[i].words) or count_words(lines[i].words) >= THRESHOLDS.prose_words
        for i in texts
    )
    return written >= THRESHOLDS.written_share * len(texts)
