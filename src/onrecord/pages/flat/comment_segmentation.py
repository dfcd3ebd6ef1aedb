"""Comments cut out of a flattened thread: which lines are each one's own words.

In: a page's lines and the heads of its thread's comments. Out: a `Thread` of `Run`s. Out of scope:
whether there is a thread (`flat_thread`) and who answers whom (`flat_replies`).

Text goes on over single blank lines. It ends at the next head, at controls and stamps, at the mark of
a cut text, and where forms and boxes begin; text after such an end and before the next head is one
more comment, its author lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.pages.flat.comment_headers import Head
from onrecord.pages.flat.lines import (
    BADGE,
    CONTROL,
    EDITED,
    FORM_LINE,
    OPENER,
    PIECE,
    REMAINS,
    SECTION,
    SEPARATOR,
    TEXT,
    TIME,
    VOTES,
    Line,
    edit_stamp,
    is_prose,
    vote_count,
    word_count,
)
from onrecord.pages.flat.timestamps import Stamp, find_stamp
from onrecord.pages.flat.words import CUT

BETWEEN = frozenset({CONTROL, SEPARATOR, VOTES, EDITED, TIME, BADGE})
"""Kinds of lines that stand between two comments."""
_NEVER_INSIDE = BETWEEN | {FORM_LINE, REMAINS}
_BOXES = frozenset({SECTION, OPENER, PIECE})
_LONGEST_BOX_WORDS = 8


@dataclass(frozen=True, slots=True)
class Run:
    """One comment's lines: `first` to `last` (included) hold its own text.

    `cut_at` is where in the last line the mark of a cut text begins, or None; `answers` whom a line
    over it says it answers.
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


def cut_up(
    lines: Sequence[Line], top: int, heads: Sequence[Head], end: int | None = None
) -> Thread | None:
    """Return the thread of `heads`, which begins at line `top` and ends before `end` at the latest."""
    end = len(lines) if end is None else end
    runs: list[Run] = []
    last = top
    for place, head in enumerate(heads):
        final = place == len(heads) - 1
        stop = end if final else heads[place + 1].first
        found, last = _runs(lines, head, stop, final=final)
        runs.extend(found)
    return Thread(top, last, tuple(runs)) if runs else None


def cut_up_signed(
    lines: Sequence[Line], top: int, first: int, signatures: Sequence[Head]
) -> Thread | None:
    """Return the thread in which each comment's head stands below its text, the first at `first`."""
    runs: list[Run] = []
    at = first
    for head in signatures:
        own = [i for i in range(at, head.first) if not breaks(lines[i])]
        if own:
            runs.append(make_run(lines, head, (own[0], own[-1] + 1), head.last + 1))
        at = head.last + 1
        while at < len(lines) and lines[at].kind in BETWEEN:
            at += 1
    return Thread(top, at, tuple(runs)) if runs else None


def _runs(lines: Sequence[Line], head: Head, stop: int, *, final: bool) -> tuple[list[Run], int]:
    """Return the comments between a head and `stop`, and the line after what they take."""
    runs: list[Run] = []
    at, current = head.last + 1, head
    while at < stop:
        after = _text_end(lines, at, stop)
        tail = after
        while tail < stop and lines[tail].kind in BETWEEN:
            tail += 1
        if after == at:
            if tail == at or runs:
                return runs, at if final else stop
            current, at = _stamped(lines, current, (at, tail)), tail
            continue
        runs.append(make_run(lines, current, (at, after), tail))
        done = any(line.kind in {CONTROL, EDITED} for line in lines[after:tail])
        at = tail
        if at < stop and (breaks(lines[at]) or (final and (done or not is_prose(lines[at])))):
            return runs, at if final else stop
        current = Head(at, at - 1, None, None, sure=False)
    return runs, at if final else stop


def _text_end(lines: Sequence[Line], at: int, stop: int) -> int:
    """Return the line after the text that begins at `at`."""
    while at < stop and not breaks(lines[at]):
        at += 1
        if cut_mark(lines[at - 1]) is not None:
            break
    return at


def _stamped(lines: Sequence[Line], head: Head, under: tuple[int, int]) -> Head:
    """Return `head` with a time that stands below it, badges between them."""
    below = (find_stamp(line.words) for line in lines[slice(*under)] if line.kind == TIME)
    return replace(head, stamp=head.stamp or next(below, None))


def breaks(line: Line) -> bool:
    """Return whether a line can't be within a comment's text."""
    if line.kind in _BOXES:
        if line.words.startswith(("http://", "https://", "www.")):
            return False  # a reader's link
        return word_count(line.words) <= _LONGEST_BOX_WORDS
    return line.kind in _NEVER_INSIDE


def cut_mark(line: Line) -> int | None:
    """Return where in a comment's line the mark of a cut text begins ("Read more »"), or None."""
    if line.kind != TEXT or word_count(line.words) < 6:
        return None
    match = CUT.search(line.text)
    if match is None:
        return None
    before = line.text[: match.start()].rstrip()
    if not match.group().startswith(("…", "...")) and not before.endswith(("…", "...")):
        return None
    return match.start() + len(match.group()) - len(match.group().lstrip("…. "))


def make_run(lines: Sequence[Line], head: Head, own: tuple[int, int], tail: int) -> Run:
    """Return the comment whose own lines are `own`, and what stands below them before `tail`."""
    first, after = own
    below = lines[after:tail]
    edits = [line for line in below if line.kind == EDITED]
    named = (stamp[0] for line in edits if (stamp := edit_stamp(line.words)))
    editor = next((name for name in named if name), None)
    author, how = (head.author, "stated") if head.author else (editor, "edit stamp")
    below_time = (find_stamp(line.words) for line in below if line.kind == TIME)
    around = [*lines[head.first + 1 : head.last + 1], *below]
    return Run(
        first=first,
        last=after - 1,
        author=author,
        author_how=how if author else None,
        stamp=head.stamp or next(below_time, None),
        edited=edits[0].text if edits else None,
        votes=next((vote_count(line.words) for line in around if line.kind == VOTES), None),
        cut_at=cut_mark(lines[after - 1]),
        answers=head.answers,
    )
