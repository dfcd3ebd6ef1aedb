"""The thread of a flattened page: whether there is one, and where.

In: a page's lines. Out: its `Thread`, or None. Out of scope: how heads look (`flat_heads`), how text
is cut into comments (`flat_runs`) and everything outside the thread (`flat_article`).

A thread needs more than one sign. Names confirmed by "says:" or a time of day need a line that heads
a thread before them, or controls after several of them; names standing alone need more
(`flat_names`). So an article with a form below it, a list of names or a live blog makes none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.pages.flat.comment_headers import Head, head_at
from onrecord.pages.flat.comment_segmentation import Thread, cut_up, cut_up_signed
from onrecord.pages.flat.form_words import FORM_HEADS
from onrecord.pages.flat.lines import (
    FORM_LINE,
    OPENER,
    QUIET,
    REMAINS,
    SECTION,
    TEXT,
    TIME,
    Line,
    ends_comment,
    ends_sentence,
    is_prose,
    stated_count,
)
from onrecord.pages.flat.threads_by_marker import find_marked
from onrecord.pages.flat.threads_by_name import FRAME_LINES, find_names, mostly_prose
from onrecord.pages.flat.timestamps import find_stamp

_SIGNATURE = re.compile(r"(?:comment|kommentar|posted|written|left) (?:by|von)\b", re.IGNORECASE)
_LONGEST_COMMENT_LINES = 40


def find_thread(lines: Sequence[Line]) -> Thread | None:
    """Return the thread in `lines`, or None where nothing says that there is one."""
    heads = _heads(lines)
    thread = _confirmed(lines, heads) or _signed(lines, heads) or _timed(lines)
    if thread:
        return thread
    named = find_names(lines)
    if named:
        return cut_up(lines, _top(lines, named.frame), named.heads, named.end)
    return find_marked(lines)


def _heads(lines: Sequence[Line]) -> list[Head]:
    heads: list[Head] = []
    taken = -1
    for index in range(len(lines)):
        head = head_at(lines, index) if index > taken else None
        if head:
            heads.append(head)
            taken = head.last
    return heads


def _frames(lines: Sequence[Line], firsts: Sequence[int]) -> list[tuple[int, int]]:
    """Return `(frame, first)` for every line heading a thread that a head of `firsts` follows soon."""
    found = []
    for index, line in enumerate(lines):
        if not _opens(line):
            continue
        place = bisect_right(firsts, index)
        if place == len(firsts) or firsts[place] - index > FRAME_LINES:
            continue
        first = firsts[place]
        if not any(is_prose(between) for between in lines[index + 1 : first]):
            found.append((index, first))
    return found


def _opens(line: Line) -> bool:
    if line.kind == FORM_LINE:
        return bool(FORM_HEADS.fullmatch(line.words.strip(" :*")))
    return line.kind in {OPENER, REMAINS}


def _top(lines: Sequence[Line], frame: int) -> int:
    """Return the first line of the furniture that leads to a thread's heading."""
    while frame and lines[frame - 1].kind in QUIET:
        frame -= 1
    return frame


def _confirmed(lines: Sequence[Line], heads: Sequence[Head]) -> Thread | None:
    """Return the thread whose heads are confirmed by "says:" or a time, or None."""
    sure = [h for h in heads if h.sure]
    frames = _frames(lines, [h.first for h in sure])
    for place, (frame, first) in enumerate(frames):
        later = [h for h in sure if h.first >= first]
        # A heading nearer to the second head says that the first was the article's own byline.
        nearer = [at for at, start in frames[place + 1 :] if start > first]
        if nearer and (len(later) < 2 or nearer[0] < later[1].first):
            continue
        if _reads_as_thread(lines, frame, later):
            return cut_up(lines, _top(lines, frame), _with_days(heads, later))
    return _answered(lines, sure) or _said(lines, sure) or _dated(lines, heads)


def _dated(lines: Sequence[Line], heads: Sequence[Head]) -> Thread | None:
    """Return the thread whose heads have a day but no time of day, or None.

    Controls must answer, or about as many stand over sentences as the page counts.
    """
    for frame, first in _frames(lines, [h.first for h in heads]):
        later = [h for h in heads if h.first >= first]
        count = stated_count(lines[frame])
        if count is None or len(later) > 2 * count:
            continue
        told = len(later) >= 3 and 2 * len(later) >= count and _mostly_written(lines, later)
        if told or _answered(lines, later):
            return cut_up(lines, _top(lines, frame), later)
    return None


def _answered(lines: Sequence[Line], sure: Sequence[Head]) -> Thread | None:
    """Return the thread that nothing heads, if controls stand under several texts and under most."""
    answered = [h for h in sure if _answerable(lines, h, sure)]
    if len(answered) >= 2 and 2 * len(answered) >= len(sure):
        later = [h for h in sure if h.first >= answered[0].first]
        return cut_up(lines, answered[0].first, later)
    return None


def _said(lines: Sequence[Line], sure: Sequence[Head]) -> Thread | None:
    """Return the thread that nothing heads, if "says:" stands over its texts and a form below, or None."""
    said = [h for h in sure if lines[h.first].words.endswith(":")]
    forms = [i for i, line in enumerate(lines) if line.kind == FORM_LINE and _opens(line)]
    said = [h for h in said if forms and h.first < forms[-1]]
    stamped = sum(h.stamp is not None for h in said)
    if len(said) >= 2 and (2 * stamped > len(said) or len(said) >= 3):
        return cut_up(lines, said[0].first, said) if _mostly_written(lines, said) else None
    return None


def _mostly_written(lines: Sequence[Line], heads: Sequence[Head]) -> bool:
    """Return whether sentences stand under most of the heads."""
    written = [h for h in heads if _written(lines[h.last + 1 : h.last + 3])]
    return 5 * len(written) >= 3 * len(heads)


def _with_days(heads: Sequence[Head], sure: Sequence[Head]) -> list[Head]:
    """Return the thread's heads: the sure ones, and where most have only a day, those too."""
    days = [h for h in heads if not h.sure and h.first > sure[0].first]
    return sorted([*sure, *days], key=lambda h: h.first) if len(days) > len(sure) else list(sure)


def _reads_as_thread(lines: Sequence[Line], frame: int, heads: Sequence[Head]) -> bool:
    """Return whether what follows a thread's heading is one, not a list of titles with their times."""
    if len(heads) < 2:
        return _stands_alone(lines, frame, heads[0])
    count = stated_count(lines[frame]) or 0
    if count <= 2 * len(heads) <= 4 * count or any(_answerable(lines, h, heads) for h in heads):
        return True
    return _mostly_written(lines, heads)


def _written(lines: Sequence[Line]) -> bool:
    """Return whether one of the lines under a head is a sentence ("Hi Kim," may stand over it)."""
    return any(
        line.kind == TEXT and (is_prose(line) or ends_sentence(line.words)) for line in lines
    )


def _stands_alone(lines: Sequence[Line], frame: int, head: Head) -> bool:
    """Return whether one head alone makes a thread: the page counts one, or offers to answer it."""
    count = stated_count(lines[frame])
    return count == 1 or (count is None and _answerable(lines, head, [head]))


def _answerable(lines: Sequence[Line], head: Head, heads: Sequence[Head]) -> bool:
    """Return whether controls of one comment stand between a head and the next."""
    following = next((h.first for h in heads if h.first > head.first), len(lines))
    reach = lines[head.first : min(following, head.last + _LONGEST_COMMENT_LINES)]
    return any(ends_comment(line) for line in reach)


def _timed(lines: Sequence[Line]) -> Thread | None:
    """Return the thread whose names are all lost and whose times are left, or None."""
    firsts = [
        i
        for i, line in enumerate(lines[:-1])
        if line.kind == TIME
        and lines[i + 1].kind == TEXT
        and (stamp := find_stamp(line.words))
        and stamp.exact
    ]
    for frame, first in _frames(lines, firsts):
        times = [i for i in firsts if i >= first]
        count = stated_count(lines[frame]) or 0
        if 2 <= len(times) <= 2 * count and mostly_prose(lines, [i + 1 for i in times]):
            heads = [Head(i, i, None, find_stamp(lines[i].words), sure=True) for i in times]
            return cut_up(lines, _top(lines, frame), heads)
    return None


def _signed(lines: Sequence[Line], heads: Sequence[Head]) -> Thread | None:
    """Return the thread in which name and time stand below each text, or None."""
    single = [h for h in heads if h.first == h.last and h.stamp]
    begins = {h.first for h in heads}
    for frame, line in enumerate(lines):
        if line.kind != OPENER:
            continue
        first = frame + 1
        limit = min(len(lines), frame + FRAME_LINES)
        while first < limit and (lines[first].kind in QUIET or lines[first].kind == OPENER):
            first += 1
        if first >= len(lines) or first in begins or lines[first].kind != TEXT:
            continue
        later = [h for h in single if h.first > first]
        if _sign_all(lines, later, (first, stated_count(line))):
            return cut_up_signed(lines, _top(lines, frame), first, later)
    return None


def _sign_all(
    lines: Sequence[Line], signatures: Sequence[Head], place: tuple[int, int | None]
) -> bool:
    """Return whether `signatures` close the texts that begin at a line under a stated count."""
    first, count = place
    if not signatures or signatures[0].first - first > _LONGEST_COMMENT_LINES:
        return False
    texts = [first, *(h.last + 1 for h in signatures[:-1])]
    if not mostly_prose(lines, texts):
        return False
    if any(line.kind in {SECTION, FORM_LINE} for line in lines[first : signatures[0].first]):
        return False
    said = sum(bool(_SIGNATURE.match(lines[h.first].words)) for h in signatures)
    after = lines[signatures[-1].last + 1 :][:1]
    ends = not after or after[0].kind != TEXT
    counted = count is not None and len(signatures) <= count <= 2 * len(signatures)
    fewest = 1 if count == 1 else 2
    return len(signatures) >= fewest and (2 * said > len(signatures) or (counted and ends))
