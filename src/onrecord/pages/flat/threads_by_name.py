"""Threads in which nothing but a name on a line of its own heads a comment.

In: a page's lines. Out: the `FlatThread`, or None. Out of scope: names
that a "says:" or a time confirms (`threads_by_header`), and the text between headers (`comment_segmentation`).

Names alone prove nothing: a list of people, a cast, a page of letters has them too. So the frame of a
thread must stand right before the first, and something only comments have must stand among them. A
crawler that loses a name leaves its empty line: where names follow one blank line, two blank lines
mean a comment whose author is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.pages.flat.comment_headers import CommentHeader, build_lost_header, is_name_line
from onrecord.pages.flat.comment_segmentation import FlatThread, find_cut_mark, split_thread
from onrecord.pages.flat.line_kinds import BETWEEN_COMMENTS, LineKind
from onrecord.pages.flat.lines import FlatLine, has_comment_controls, read_stated_count
from onrecord.pages.flat.thread_frame import (
    find_frame_top,
    find_thread_end,
    is_frame_line,
    is_mostly_prose,
    skip_frame,
)
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.words.thread_words import PLUGIN_REMAINS, SPEECH

_Headers = Sequence[CommentHeader]


def find_thread_by_names(lines: Sequence[FlatLine]) -> FlatThread | None:
    """Return the thread in which authors' names stand alone on a line, or None."""
    for frame, line in enumerate(lines):
        first = _find_first_comment(lines, frame) if is_frame_line(line) else None
        if first is None:
            continue
        end = find_thread_end(lines, first)
        headers = _find_headers(lines, first, end)
        if headers and _is_confirmed(lines, frame, first, end, headers):
            return split_thread(lines, find_frame_top(lines, frame), headers, end)
    return None


def _find_first_comment(lines: Sequence[FlatLine], frame: int) -> int | None:
    """Return the first line after the frame that begins at `frame`: a name, or a text without one; or None."""
    limit = min(len(lines), frame + THRESHOLDS.frame_lines + 1)
    at = skip_frame(lines, frame, limit)
    too_far = at - frame > THRESHOLDS.frame_lines or at >= len(lines)
    if too_far or lines[at].kind != LineKind.TEXT:
        return None
    if is_name_line(lines[at]):
        return at if _has_text_below(lines, at, len(lines)) else None
    return at if lines[at].blanks and len(_list_frame_lines(lines, frame, at)) >= 2 else None


def _has_text_below(lines: Sequence[FlatLine], index: int, end: int) -> bool:
    return index + 1 < end and lines[index + 1].kind == LineKind.TEXT


def _find_headers(lines: Sequence[FlatLine], first: int, end: int) -> list[CommentHeader]:
    """Return headers of names alone, and empty ones where two blank lines mean a lost name."""
    names = _find_name_lines(lines, first, end)
    usual = Counter(lines[i].blanks for i in names if i != first and lines[i].blanks)
    gap = max(2, 1 + usual.most_common(1)[0][0]) if usual else 2
    spaced = 2 * sum(lines[i + 1].blanks > 0 for i in names) > len(names)
    headers: list[CommentHeader] = []
    for i in range(first, end):
        is_lost = i not in names if i == first else lines[i].blanks >= gap
        under_name = bool(headers) and headers[-1].last == i - 1 and headers[-1].author is not None
        is_name = i in names and (lines[i + 1].blanks > 0) == spaced
        if is_name and not is_lost and not under_name:
            name = lines[i].words.strip()
            headers.append(CommentHeader(i, i, name, None, is_confirmed=False))
        elif is_lost and lines[i].kind == LineKind.TEXT:
            headers.append(build_lost_header(i))
    return headers


def _find_name_lines(lines: Sequence[FlatLine], first: int, end: int) -> set[int]:
    """Return the lines that may be a name over a comment; where blank lines are few, they need not stand before it."""
    is_tight = 3 * sum(line.blanks > 0 for line in lines[first + 1 : end]) < end - first
    return {
        i
        for i in range(first, end)
        if _may_head_comment(lines, i, end)
        and (i == first or is_tight or lines[i].blanks > 0 or lines[i - 1].kind in BETWEEN_COMMENTS)
    }


def _may_head_comment(lines: Sequence[FlatLine], index: int, end: int) -> bool:
    line = lines[index]
    is_over_text = line.kind == LineKind.TEXT and _has_text_below(lines, index, end)
    return is_over_text and is_name_line(line)


def _is_confirmed(
    lines: Sequence[FlatLine], frame: int, first: int, end: int, headers: _Headers
) -> bool:
    """Return whether names alone are confirmed as commenters by the frame and what stands among them."""
    named = [header for header in headers if header.author]
    if not is_mostly_prose(lines, [header.last + 1 for header in named or headers]):
        return False
    inside = lines[headers[0].first : end]
    if len(named) < 2 and headers[0].author is None:
        # Without names, only an editor's stamp or several cut texts are left to say what this is.
        return _is_edited_or_cut(inside)
    remains = {line.words.lower() for line in _list_frame_lines(lines, frame, first)}
    if remains & PLUGIN_REMAINS and _is_by_named(lines, named):
        return True
    count = max((read_stated_count(line) or 0 for line in lines[frame:first]), default=0)
    if len(named) < _get_fewest_names(count, len(remains)):
        return False
    as_counted = len(named) <= 2 * count and count <= 3 * len(named)
    return as_counted or _has_thread_signs(inside, named)


def _get_fewest_names(count: int, remain_count: int) -> int:
    """Return how many names a thread needs under a heading that counts `count` comments (0: none stated)."""
    if count:
        return 1 if count == 1 else 2
    # A bare "Comments" heads menus too: then more names must stand over more texts.
    return THRESHOLDS.fewest_under_bare_heading if remain_count < 2 else 2


def _is_by_named(lines: Sequence[FlatLine], named: _Headers) -> bool:
    """Return whether the texts are by the people named, not about them: a single one must speak."""
    texts = [lines[header.last + 1].words for header in named]
    about = sum(
        any(part in text for part in (header.author or "").split() if len(part) > 2)
        for header, text in zip(named, texts, strict=True)
    )
    if 2 * about >= len(named):
        return False
    return len(named) > 1 or bool(SPEECH.search(texts[0]))


def _list_frame_lines(lines: Sequence[FlatLine], frame: int, first: int) -> list[FlatLine]:
    """Return the lines of the frame before line `first` that head a thread or are left of its frame."""
    top = find_frame_top(lines, frame)
    return [line for line in lines[top:first] if is_frame_line(line)]


def _has_thread_signs(inside: Sequence[FlatLine], named: _Headers) -> bool:
    """Return whether something only a thread has stands among the texts."""
    comes_back = Counter(header.author for header in named).most_common(1)[0][1] > 1
    answers = sum(has_comment_controls(line) for line in inside)
    return answers >= 2 or (comes_back and len(named) >= 3) or _is_edited_or_cut(inside)


def _is_edited_or_cut(inside: Sequence[FlatLine]) -> bool:
    cut = sum(find_cut_mark(line) is not None for line in inside)
    return cut >= 2 or any(line.kind == LineKind.EDIT_STAMP for line in inside)
