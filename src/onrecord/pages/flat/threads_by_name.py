"""Threads in which nothing but a name on a line of its own heads a comment.

In: a page's lines. Out: the thread's first line, its heads and its end, or None. Out of scope: names
that a "says:" or a time confirms (`flat_heads`), and the text between heads (`flat_runs`).

Names alone prove nothing: a list of people, a cast, a page of letters has them too. So the frame of a
thread must stand right before the first, and something only comments have must stand among them. A
crawler that loses a name leaves its empty line: where names follow one blank line, two blank lines
stand for a comment whose author is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.pages.flat.comment_headers import Head, never_a_name
from onrecord.pages.flat.comment_segmentation import BETWEEN, cut_mark
from onrecord.pages.flat.commenter_names import looks_like_name
from onrecord.pages.flat.form_words import FORM_HEADS
from onrecord.pages.flat.lines import (
    EDITED,
    OPENER,
    QUIET,
    REMAINS,
    SECTION,
    TEXT,
    Line,
    ends_comment,
    ends_sentence,
    stated_count,
    word_count,
)

FRAME_LINES = 14
"""How many lines may stand between a thread's heading and its first comment (a form, its rules)."""
_PLUGIN = frozenset({"inline feedbacks", "inline feedback", "view all comments"})
"""What a comment plugin leaves only where its thread begins."""
_SPEAKS = re.compile(r"\b(?:I|I['’]\w+|me|my|we|our|you|your|mate)\b|[?!]$")
_FEWEST_UNDER_A_BARE_HEADING = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A thread of names: the line that heads it, its heads, the line after it."""

    frame: int
    heads: tuple[Head, ...]
    end: int


def find_names(lines: Sequence[Line]) -> Named | None:
    """Return the thread in which authors' names stand alone on a line, or None."""
    for index, line in enumerate(lines):
        first = _after_frame(lines, index) if line.kind in {OPENER, REMAINS} else None
        if first is None:
            continue
        end = _end_of(lines, first)
        heads = _heads(lines, first, end)
        if _confirmed(lines, (index, first, end), heads):
            return Named(index, tuple(heads), end)
    return None


def _after_frame(lines: Sequence[Line], index: int) -> int | None:
    """Return the first line after the frame that begins at `index`: a name, or a text without one."""
    at = index
    limit = min(len(lines), index + FRAME_LINES + 1)
    while at < limit and (lines[at].kind in QUIET or lines[at].kind == OPENER):
        at += 1
    if at - index > FRAME_LINES or at >= len(lines) or lines[at].kind != TEXT:
        return None
    if _name_alone(lines[at]):
        return at if _has_text(lines, at, len(lines)) else None
    return at if lines[at].blanks and len(_frame(lines, index, at)) >= 2 else None


def _name_alone(line: Line) -> bool:
    return looks_like_name(line.words) and not never_a_name(line.words)


def _end_of(lines: Sequence[Line], first: int) -> int:
    """Return the line after a thread of names: the first that heads a form or other things."""
    for at in range(first, len(lines)):
        heads_form = FORM_HEADS.fullmatch(lines[at].words)
        if heads_form or (lines[at].kind in {SECTION, OPENER} and word_count(lines[at].words) <= 8):
            return at
    return len(lines)


def _has_text(lines: Sequence[Line], index: int, end: int) -> bool:
    return index + 1 < end and lines[index + 1].kind == TEXT


def _heads(lines: Sequence[Line], first: int, end: int) -> list[Head]:
    """Return heads of names alone, and empty heads where two blank lines stand for a lost name."""
    close = 3 * sum(line.blanks > 0 for line in lines[first + 1 : end]) < end - first
    names = {i for i in range(first, end) if _could_head(lines, i, (first, end), close=close)}
    usual = Counter(lines[i].blanks for i in names if i != first and lines[i].blanks)
    gap = max(2, 1 + usual.most_common(1)[0][0]) if usual else 2
    spaced = 2 * sum(lines[i + 1].blanks > 0 for i in names) > len(names)
    heads: list[Head] = []
    for i in range(first, end):
        lost = i not in names if i == first else lines[i].blanks >= gap
        under_name = bool(heads) and heads[-1].last == i - 1 and heads[-1].author is not None
        if i in names and (lines[i + 1].blanks > 0) == spaced and not lost and not under_name:
            heads.append(Head(i, i, lines[i].words.strip(), None, sure=False))
        elif lost and lines[i].kind == TEXT:
            heads.append(Head(i, i - 1, None, None, sure=False))
    return heads


def _could_head(lines: Sequence[Line], index: int, bounds: tuple[int, int], *, close: bool) -> bool:
    """Return whether a line can be a name over a comment; `close`: blank lines are few."""
    first, end = bounds
    line = lines[index]
    if line.kind != TEXT or not _has_text(lines, index, end) or not _name_alone(line):
        return False
    return index == first or close or line.blanks > 0 or lines[index - 1].kind in BETWEEN


def _confirmed(lines: Sequence[Line], place: tuple[int, int, int], heads: Sequence[Head]) -> bool:
    """Return whether names alone are confirmed as commenters by the frame and what stands among them."""
    frame, first, end = place
    named = [h for h in heads if h.author]
    if not heads or not mostly_prose(lines, [h.last + 1 for h in named or heads]):
        return False
    inside = lines[heads[0].first : end]
    if len(named) < 2 and heads[0].author is None:
        # No name tells: only an editor's stamp or several cut texts are left to say what this is.
        return _edited_or_cut(inside)
    remains = {line.words.lower() for line in _frame(lines, frame, first)}
    count = max((stated_count(line) or 0 for line in lines[frame:first]), default=0)
    # A bare "Comments" heads menus too: then more names must stand over more texts.
    under_bare = _FEWEST_UNDER_A_BARE_HEADING if len(remains) < 2 else 2
    fewest = 1 if count == 1 else 2 if count else under_bare
    told = len(named) <= 2 * count and count <= 3 * len(named)
    if remains & _PLUGIN and _are_remarks(lines, named):
        return True
    return len(named) >= fewest and (told or _among(inside, named))


def _are_remarks(lines: Sequence[Line], named: Sequence[Head]) -> bool:
    """Return whether the texts are by the people named, not about them: a single one must speak."""
    texts = [lines[h.last + 1].words for h in named]
    about = sum(
        any(part in text for part in (h.author or "").split() if len(part) > 2)
        for h, text in zip(named, texts, strict=True)
    )
    if 2 * about >= len(named):
        return False
    return len(named) > 1 or bool(_SPEAKS.search(texts[0]))


def _frame(lines: Sequence[Line], frame: int, first: int) -> list[Line]:
    while frame and lines[frame - 1].kind in QUIET:
        frame -= 1
    return [line for line in lines[frame:first] if line.kind in {OPENER, REMAINS}]


def _among(inside: Sequence[Line], named: Sequence[Head]) -> bool:
    """Return whether something only a thread has stands among the texts."""
    back = Counter(h.author for h in named).most_common(1)[0][1] > 1
    answers = sum(ends_comment(line) for line in inside)
    return answers >= 2 or (back and len(named) >= 3) or _edited_or_cut(inside)


def _edited_or_cut(inside: Sequence[Line]) -> bool:
    cut = sum(cut_mark(line) is not None for line in inside)
    return cut >= 2 or any(line.kind == EDITED for line in inside)


def mostly_prose(lines: Sequence[Line], texts: Sequence[int]) -> bool:
    """Return whether most of the lines at `texts` read as something someone wrote, not as titles."""
    written = sum(ends_sentence(lines[i].words) or word_count(lines[i].words) >= 14 for i in texts)
    return 5 * written >= 3 * len(texts)
