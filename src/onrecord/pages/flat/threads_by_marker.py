"""Threads whose comments are parted by a mark: a number, a signature, or the same short line each time.

In: a page's lines. Out: the `Thread`, or None. Out of scope: threads with names or times as heads
(`flat_thread`, `flat_names`); this is for what is left where a crawler dropped them.

Themes number comments, sign them below, or put the same small line under each ("↓", "Liked by"). That
alone proves nothing: a heading that counts the comments must stand above, and about as many marks as
it counts must follow, text between them. A name that comes back is no mark: the same person may
answer every second comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.pages.flat.comment_headers import Head, never_a_name
from onrecord.pages.flat.comment_segmentation import Run, Thread, breaks, make_run
from onrecord.pages.flat.commenter_names import looks_like_name
from onrecord.pages.flat.form_words import FORM_HEADS
from onrecord.pages.flat.lines import (
    OPENER,
    SECTION,
    TEXT,
    VOTES,
    Line,
    ends_sentence,
    stated_count,
    word_count,
)
from onrecord.pages.flat.timestamps import find_stamp

_SIGNED = re.compile(
    r"(?:comment|kommentar|posted|written) (?:by|von)\b[ :]*(?P<name>[^—–|·@\d]{0,40}?)\s*(?:[—–|·@\d-].*)?",
    re.IGNORECASE,
)
_FEWEST_MARKS = 3
_LONGEST_MARK_WORDS = 4
_SPARE_MARKS = 2
_SIGNATURE, _NUMBER = "signature", "number"


def find_marked(lines: Sequence[Line]) -> Thread | None:
    """Return the thread whose comments marks part, or None."""
    for index, line in enumerate(lines):
        count = stated_count(line) if line.kind == OPENER else None
        if count is None or count < _FEWEST_MARKS:
            continue
        end = _end_of(lines, index + 1)
        for key, marks in _marks(lines, index + 1, end).items():
            runs = _runs(lines, (index + 1, end), key, marks) if _tells(count, marks) else []
            if runs and 5 * len(runs) >= 4 * len(marks):
                return Thread(index, max(runs[-1].last, marks[-1]) + 1, tuple(runs))
    return None


def _end_of(lines: Sequence[Line], first: int) -> int:
    """Return the line after the thread: the first that heads a form or other things."""
    for at in range(first, len(lines)):
        small = word_count(lines[at].words) <= 8
        if FORM_HEADS.fullmatch(lines[at].words) or (small and lines[at].kind in {SECTION, OPENER}):
            return at
    return len(lines)


def _tells(count: int, marks: Sequence[int]) -> bool:
    """Return whether there are about as many marks as comments are counted."""
    return max(_FEWEST_MARKS, count / 2) <= len(marks) <= count + _SPARE_MARKS


def _marks(lines: Sequence[Line], first: int, end: int) -> dict[str, list[int]]:
    """Return where each line stands that may be a mark, signatures and numbers before others."""
    places: dict[str, list[int]] = {_SIGNATURE: [], _NUMBER: []}
    for at in range(first, end):
        line = lines[at]
        if _SIGNED.fullmatch(line.words):
            places[_SIGNATURE].append(at)
        elif line.kind == VOTES and line.words == str(len(places[_NUMBER]) + 1):
            places[_NUMBER].append(at)
        elif _may_part(line.words):
            places.setdefault(line.words.casefold(), []).append(at)
    return places


def _may_part(words: str) -> bool:
    """Return whether a line is small, no sentence and no name."""
    small = word_count(words) <= _LONGEST_MARK_WORDS and not ends_sentence(words)
    return small and not looks_like_name(words)


def _runs(
    lines: Sequence[Line], place: tuple[int, int], key: str, marks: Sequence[int]
) -> list[Run]:
    """Return the comments between `marks`: under them or above them, as the first text tells."""
    first, end = place
    above = any(lines[i].kind == TEXT for i in range(first, marks[0]))
    if key == _NUMBER and above:
        return []
    edges = [first - 1, *marks] if above else [*marks, end]
    runs = []
    for before, after in pairwise(edges):
        head = _head(lines, (before + 1, after), key if above else "")
        own = [i for i in range(head.last + 1, after) if not breaks(lines[i])]
        if own:
            runs.append(make_run(lines, head, (own[0], own[-1] + 1), after))
    return runs


def _head(lines: Sequence[Line], piece: tuple[int, int], key: str) -> Head:
    """Return the head of the lines between two marks: the name over or under them, or none."""
    first, after = piece
    while first < after and breaks(lines[first]):
        first += 1
    if key == _SIGNATURE:
        words = lines[after].words
        match = _SIGNED.fullmatch(words)
        name = match["name"].strip() if match else ""
        return Head(first, first - 1, name or None, find_stamp(words), sure=False)
    named = first + 1 < after and lines[first].kind == TEXT
    if named and looks_like_name(lines[first].words) and not never_a_name(lines[first].words):
        return Head(first, first, lines[first].words, None, sure=False)
    return Head(first, first - 1, None, None, sure=False)
