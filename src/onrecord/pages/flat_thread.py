"""The thread of a flattened page: whether there is one, where, and its comments.

In: a page's lines. Out: `Thread`: the lines it takes and its comments as runs of lines, or None.
Leaves alone: who answers whom (`flat_replies`) and everything outside the thread (`flat_article`).

A thread needs more than one sign. Names confirmed by "says:" or a time of day need a line that heads a
thread before them, or controls after several of them; names standing alone need the frame of a thread
before them and a sign of comments after (an edit stamp, a cut text, a name that comes back, …). So an
article with a form below it, a list of names or a live blog makes none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.pages.flat_heads import Head, head_at
from onrecord.pages.flat_lines import (
    BADGE,
    CONTROL,
    EDITED,
    FORM_LINE,
    OPENER,
    PIECE,
    QUIET,
    REMAINS,
    SECTION,
    SEPARATOR,
    TEXT,
    TIME,
    VOTES,
    Line,
    edit_stamp,
    ends_comment,
    ends_sentence,
    is_prose,
    looks_like_name,
    vote_count,
    word_count,
)
from onrecord.pages.flat_times import Stamp, find_stamp
from onrecord.pages.flat_words import COUNT, CUT, FORM_HEADS, THREAD_REMAINS

_FRAME_LINES = 14
"""How many lines may stand between a thread's heading and its first comment (a form, its rules)."""
_ENDS = frozenset({SECTION, OPENER})
_BETWEEN = frozenset({CONTROL, SEPARATOR, VOTES, EDITED, TIME, BADGE})


@dataclass(frozen=True, slots=True)
class Run:
    """One comment's lines: `first` to `last` (included) hold its own text.

    `cut_at` is where in the last line the mark of a cut text begins, or None.
    """

    first: int
    last: int
    author: str | None
    author_how: str | None
    stamp: Stamp | None
    edited: str | None
    votes: int | None
    cut_at: int | None
    answers: str | None


@dataclass(frozen=True, slots=True)
class Thread:
    """The lines `first` to `end` (excluded) a thread takes with its frame, and its comments."""

    first: int
    end: int
    runs: tuple[Run, ...]


def find_thread(lines: Sequence[Line]) -> Thread | None:
    """Return the thread in `lines`, or None where nothing says that there is one."""
    heads = _heads(lines)
    return _confirmed(lines, heads) or _nameless(lines) or _by_names(lines)


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
    """Return `(frame, first)` for every line heading a thread that a head follows soon."""
    found = []
    for index, line in enumerate(lines):
        if line.kind not in {OPENER, REMAINS, FORM_LINE} or not _opens(line):
            continue
        first = next((f for f in firsts if f > index), None)
        if first is None or first - index > _FRAME_LINES:
            continue
        if not any(is_prose(between) for between in lines[index + 1 : first]):
            found.append((index, first))
    return found


def _opens(line: Line) -> bool:
    return line.kind in {OPENER, REMAINS} or bool(FORM_HEADS.fullmatch(line.words.strip(" :*")))


def _confirmed(lines: Sequence[Line], heads: Sequence[Head]) -> Thread | None:
    """Return the thread whose heads are confirmed by "says:" or a time, or None."""
    sure = [h for h in heads if h.sure]
    frames = _frames(lines, [h.first for h in sure])
    for place, (frame, first) in enumerate(frames):
        later = [h for h in sure if h.first >= first]
        nearer = [at for at, start in frames[place + 1 :] if start > first]
        if nearer and (len(later) < 2 or nearer[0] < later[1].first):
            continue
        if len(later) >= 2 or _single(lines, frame, later[0]):
            return _cut_up(lines, _top(lines, frame), _kept(lines, heads, later))
    answered = [h for h in sure if _answerable(lines, h, sure)]
    if len(answered) >= 2 and 2 * len(answered) >= len(sure):
        later = [h for h in sure if h.first >= answered[0].first]
        return _cut_up(lines, answered[0].first, later)
    return None


def _kept(lines: Sequence[Line], heads: Sequence[Head], sure: Sequence[Head]) -> list[Head]:
    """Return the thread's heads: the sure ones, and where most have only a day, those too."""
    unsure = [h for h in heads if not h.sure and h.first > sure[0].first]
    return sorted([*sure, *unsure], key=lambda h: h.first) if len(unsure) > len(sure) else list(sure)


def _single(lines: Sequence[Line], frame: int, head: Head) -> bool:
    """Tell whether one head alone makes a thread: the page counts one, or offers to answer it."""
    count = stated_count(lines[frame])
    return count == 1 or (count is None and _answerable(lines, head, [head]))


def stated_count(line: Line) -> int | None:
    """Return how many comments a line says there are, or None."""
    match = COUNT.search(line.words[:40])
    return int(match[1].replace(",", "")) if match else None


def _answerable(lines: Sequence[Line], head: Head, heads: Sequence[Head]) -> bool:
    """Tell whether controls of one comment stand between a head and the next."""
    following = next((h.first for h in heads if h.first > head.first), len(lines))
    reach = lines[head.first : min(following, head.last + 40)]
    return any(ends_comment(line) for line in reach)


def _nameless(lines: Sequence[Line]) -> Thread | None:
    """Return the thread whose names are all lost and whose times are left, or None."""
    firsts = [
        i
        for i, line in enumerate(lines[:-1])
        if line.kind == TIME and (s := find_stamp(line.words)) and s.exact and lines[i + 1].kind == TEXT
    ]
    for frame, first in _frames(lines, firsts):
        times = [i for i in firsts if i >= first]
        count = stated_count(lines[frame])
        told = count is not None and 2 <= len(times) <= 2 * count
        if told and _mostly_prose(lines, [i + 1 for i in times]):
            heads = [Head(i, i, None, find_stamp(lines[i].words), sure=True) for i in times]
            return _cut_up(lines, _top(lines, frame), heads)
    return None


def _mostly_prose(lines: Sequence[Line], texts: Sequence[int]) -> bool:
    """Tell whether most of the lines at `texts` read as something someone wrote, not as titles."""
    written = sum(
        ends_sentence(lines[i].words) or word_count(lines[i].words) >= 14 for i in texts
    )
    return 5 * written >= 3 * len(texts)


def _top(lines: Sequence[Line], frame: int) -> int:
    """Return the first line of the furniture that leads to a thread's heading."""
    while frame and lines[frame - 1].kind in QUIET:
        frame -= 1
    return frame


def _by_names(lines: Sequence[Line]) -> Thread | None:
    """Return the thread in which authors' names stand alone on a line, or None."""
    for index, line in enumerate(lines):
        if line.kind not in {OPENER, REMAINS}:
            continue
        first = _after_frame(lines, index)
        if first is None:
            continue
        remains = {lines[i].words.lower() for i in range(_top(lines, index), first)
                   if lines[i].kind in {OPENER, REMAINS}}  # fmt: skip
        count = max((stated_count(lines[i]) or 0 for i in range(index, first)), default=0)
        end = _end_of(lines, first)
        heads = _name_heads(lines, first, end)
        named = [h for h in heads if h.author]
        # A bare "Comments" heads menus too: then more names must stand over more texts.
        fewest = 1 if count == 1 else 2 if count or len(remains) > 1 else 5
        if len(named) >= fewest and _is_thread(lines, named, end, count):
            return _cut_up(lines, _top(lines, index), heads, end)
    return None


def _after_frame(lines: Sequence[Line], index: int) -> int | None:
    """Return the first line after the frame that begins at `index`, if it is a name alone."""
    at = index
    while at < len(lines) and (lines[at].kind in QUIET or lines[at].kind == OPENER):
        at += 1
    if at >= len(lines) - 1 or at - index > _FRAME_LINES or lines[at].kind != TEXT:
        return None
    return at if looks_like_name(lines[at].words) and _has_text(lines, at, len(lines)) else None


def _end_of(lines: Sequence[Line], first: int) -> int:
    """Return the line after a thread of names: the first that heads a form or other things."""
    for at in range(first, len(lines)):
        line = lines[at]
        if line.kind in _ENDS or FORM_HEADS.fullmatch(line.words):
            return at
    return len(lines)


def _has_text(lines: Sequence[Line], index: int, end: int) -> bool:
    return index + 1 < end and lines[index + 1].kind == TEXT


def _name_heads(lines: Sequence[Line], first: int, end: int) -> list[Head]:
    """Return heads of names alone, and empty heads where two blank lines stand for a lost name."""
    names = {i for i in range(first, end) if _could_head(lines, i, first, end)}
    wide = sum(lines[i].blanks >= 2 for i in names if i != first)
    lost_by_gap = 2 * wide < len(names)
    spaced = sum(lines[i + 1].blanks > 0 for i in names) * 2 > len(names)
    heads: list[Head] = []
    for i in range(first, end):
        if i in names and (lines[i + 1].blanks > 0) == spaced:
            lost = lost_by_gap and lines[i].blanks >= 2 and i != first
            if not lost and not (heads and heads[-1].last == i - 1 and heads[-1].author):
                heads.append(Head(i, i, lines[i].words.strip(), None, sure=False))
                continue
        if lost_by_gap and lines[i].blanks >= 2 and lines[i].kind == TEXT and i > first:
            heads.append(Head(i, i - 1, None, None, sure=False))
    return heads


def _could_head(lines: Sequence[Line], index: int, first: int, end: int) -> bool:
    line = lines[index]
    if line.kind != TEXT or not looks_like_name(line.words) or not _has_text(lines, index, end):
        return False
    return index == first or line.blanks > 0 or lines[index - 1].kind in _BETWEEN or not any(
        x.blanks for x in lines[first + 1 : end]
    )


def _is_thread(lines: Sequence[Line], named: Sequence[Head], end: int, count: int) -> bool:
    """Tell whether names alone are confirmed as commenters by what stands among their texts."""
    first = named[0].first
    inside = lines[first:end]
    back = Counter(h.author for h in named).most_common(1)[0][1] > 1
    edited = any(line.kind == EDITED for line in inside)
    cut = sum(cut_mark(line) is not None for line in inside)
    answers = sum(ends_comment(line) for line in inside)
    told = count and len(named) <= 2 * count and count <= 3 * len(named)
    if not _mostly_prose(lines, [h.last + 1 for h in named]):
        return False
    return bool(edited or answers >= 2 or (back and len(named) >= 3) or cut >= 2 or told)


def cut_mark(line: Line) -> int | None:
    """Return where in a comment's line the mark of a cut text begins ("Read more »"), or None."""
    if line.kind != TEXT or word_count(line.words) < 6:
        return None
    match = CUT.search(line.text)
    if match is None or not line.text[: match.end()].rstrip().endswith(("»", "›", "→", "more", "]", ")")):
        return None
    before = line.text[: match.start()].rstrip()
    dotted = match.group().startswith(("…", "...")) or before.endswith(("…", "..."))
    if not dotted:
        return None
    return match.start() + len(match.group()) - len(match.group().lstrip("….").lstrip())


def _cut_up(
    lines: Sequence[Line], top: int, heads: Sequence[Head], end: int | None = None
) -> Thread | None:
    """Return the thread of `heads`: text between two heads is one comment, or more where it ends."""
    end = len(lines) if end is None else end
    runs: list[Run] = []
    last = top
    for place, head in enumerate(heads):
        final = place == len(heads) - 1
        stop = end if final else heads[place + 1].first
        found, last = _runs(lines, head, stop, final=final)
        runs.extend(found)
    return Thread(top, last, tuple(runs)) if runs else None


def _runs(
    lines: Sequence[Line], head: Head, stop: int, *, final: bool
) -> tuple[list[Run], int]:
    """Return the comments between a head and `stop`, and the line after what they take."""
    runs: list[Run] = []
    at, current = head.last + 1, head
    while at < stop:
        first = at
        while at < stop and not _breaks(lines[at]):
            at += 1
            if cut_mark(lines[at - 1]) is not None:
                break
        tail = at
        while tail < stop and lines[tail].kind in _BETWEEN:
            tail += 1
        if at == first:
            if tail == at or runs:
                return runs, stop if not final else at
            current, at = _stamped(lines, current, (at, tail)), tail
            continue
        runs.append(_run(lines, current, (first, at), tail))
        ended = tail > at and any(l.kind in {CONTROL, EDITED} for l in lines[at:tail])
        at = tail
        if at < stop and (_breaks(lines[at]) or (final and not _goes_on(lines, at, stop, ended))):
            return runs, at if final else stop
        current = Head(at, at - 1, None, None, sure=False)
    return runs, at if final else stop


def _stamped(lines: Sequence[Line], head: Head, under: tuple[int, int]) -> Head:
    """Return `head` with a time that stands below it, badges between them."""
    below = (find_stamp(line.words) for line in lines[slice(*under)] if line.kind == TIME)
    return replace(head, stamp=head.stamp or next(below, None))


def _breaks(line: Line) -> bool:
    """Tell whether a line can't be within a comment's text."""
    if line.kind in {SECTION, OPENER, PIECE}:
        return word_count(line.words) <= 8
    return line.kind in {FORM_LINE, REMAINS} | _BETWEEN


def _goes_on(lines: Sequence[Line], at: int, stop: int, ended: bool) -> bool:
    """Tell whether text after the last head's comment can be one more, its author lost."""
    return lines[at].kind == TEXT and is_prose(lines[at]) and not ended and at < stop


def _run(lines: Sequence[Line], head: Head, own: tuple[int, int], tail: int) -> Run:
    first, after = own
    below = lines[after:tail]
    stamps = [(line, stamp) for line in below if line.kind == EDITED
              and (stamp := edit_stamp(line.words)) is not None]  # fmt: skip
    edited_by = next((s[0] for _, s in stamps if s[0]), None)
    author, how = (head.author, "stated") if head.author else (edited_by, "edit stamp")
    when = head.stamp or next((find_stamp(l.words) for l in below if l.kind == TIME), None)
    around = [*lines[head.first + 1 : head.last + 1], *below]
    votes = next((vote_count(l.words) for l in around if l.kind == VOTES), None)
    return Run(
        first, after - 1, author, how if author else None, when,
        stamps[0][0].text if stamps else None, votes, cut_mark(lines[after - 1]), head.answers,
    )  # fmt: skip


__all__ = ["Run", "Thread", "cut_mark", "find_thread", "stated_count"]
_ = THREAD_REMAINS
