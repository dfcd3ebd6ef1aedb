"""Heads of comments in flattened text: the line or lines that say who wrote and when.

In: a page's lines. Out: `Head`s: which lines they take, author, time, and how sure they are. Out of
scope: whether there is a thread at all (`flat_thread` decides by where heads stand).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.pages.flat.commenter_names import looks_like_name
from onrecord.pages.flat.lines import (
    BADGE,
    CONTROL,
    SEPARATOR,
    TEXT,
    TIME,
    VOTES,
    Line,
    is_controls,
    vote_count,
)
from onrecord.pages.flat.timestamps import Stamp, find_stamp
from onrecord.pages.flat.words import BADGE_LINE, BADGES

_SAYS = re.compile(
    r"(?P<name>.{0,60}?)[\s,|•·–—-]*\b(?P<verb>says|said|wrote|writes|commented|comments|replied|sagt|schrieb|"
    r"schreibt)"
    r"(?P<sign>\s*(?::|…|\.\.\.))?",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:comment(?:ed)?|kommentar|posted|written|submitted|left|reply|replied|review) )?"
    r"(?:by|from|von):?\s+"
    r"(?P<name>.{1,60})",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"(?:on|posted|at|posted on|date)\s*:?\s*", re.IGNORECASE)
_NOT_NAMES = re.compile(
    r"(?:published|updated|posted|last|first|filed|created|modified|edited|date|by|in|on|at|from|"
    r"photo|image|source|copyright|©|\d+ comments?|page|joined|member since|location|posts?|level \d+)\b"
    r"|.*\b(?:comments?|views|shares|min read)\b",
    re.IGNORECASE,
)
_BESIDE = frozenset({BADGE, SEPARATOR, VOTES, CONTROL})
_LONGEST_HEAD_CHARS = 140
_TIDY = " \t\u00a0•·|,–—-/:()[]#*"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a comment: lines `first` to `last` (included).

    `author` is None where it is lost. `sure`: a "says:", a time of day or an "ago" confirms the name.
    `answers`: whom a line over the comment says it answers.
    """

    first: int
    last: int
    author: str | None
    stamp: Stamp | None
    sure: bool
    answers: str | None = None


def head_at(lines: Sequence[Line], index: int) -> Head | None:
    """Return the head that begins at line `index`, or None; never one by a name alone."""
    line = lines[index]
    if line.kind not in {TEXT, TIME, CONTROL} or len(line.text) > _LONGEST_HEAD_CHARS:
        return None
    found = (
        _says(lines, index)
        or _one_line(line, index)
        or _two_lines(lines, index)
        or _time_first(lines, index)
    )
    return _with_badges(lines, found) if found else None


def never_a_name(words: str) -> bool:
    """Return whether words where a name may stand belong to the page ("Published", "12 comments")."""
    return bool(_NOT_NAMES.match(words))


def _tidy_name(words: str) -> str | None:
    tokens = [t for t in words.strip(_TIDY).split() if "@" not in t[1:]]
    while len(tokens) > 1 and tokens[-1].strip("()[]").lower() in BADGES | {"on", "at", "am"}:
        tokens.pop()
    if len(tokens) > 1 and tokens[0].lower() == "avatar":
        tokens.pop(0)
    name = " ".join(tokens).strip(_TIDY)
    return f"{name})" if name.count("(") > name.count(")") else name or None


def _says(lines: Sequence[Line], index: int) -> Head | None:
    words = lines[index].words
    stamp = find_stamp(words)
    rest = words
    if stamp:
        rest = f"{words[: stamp.start].rstrip(_TIDY)} {words[stamp.end :].lstrip(_TIDY)}".strip()
        rest = _LEAD_IN.sub("", rest, count=1) if rest.lower().startswith("on ") else rest
        rest = re.sub(r"\s+(?:on|at)(?=\s*(?:says|said|wrote|$))", "", rest)
    match = _SAYS.match(rest)
    if match is None:
        return None
    tail = rest[match.end() :].strip(_TIDY)
    if tail and not is_controls(tail):
        return None
    below = _time_below(lines, index)
    if not match["sign"] and not (stamp or below):
        return None
    name = _tidy_name(match["name"])
    if name and not looks_like_name(name, strict=False):
        return None
    return Head(index, index if below is None or stamp else below[0], name,
                stamp or (below[1] if below else None), sure=True)  # fmt: skip


def _time_below(lines: Sequence[Line], index: int) -> tuple[int, Stamp] | None:
    """Return the line and time of a time line under `index`, badges and signs between them aside."""
    for at in range(index + 1, min(index + 5, len(lines))):
        line = lines[at]
        if line.kind in {TIME, CONTROL}:
            stamp = find_stamp(line.words)
            if stamp:
                return at, stamp
        if line.kind not in _BESIDE:
            return None
    return None


def _one_line(line: Line, index: int) -> Head | None:
    stamp = find_stamp(line.words)
    if stamp is None:
        return None
    before, after = line.words[: stamp.start], line.words[stamp.end :].strip(_TIDY)
    by = _BY.fullmatch(before.strip()) or _BY.fullmatch(after)
    if by and (before.strip() == "" or not after or is_controls(after)):
        name = _tidy_name(re.sub(r"\s+(?:on|at)\s*$", "", by["name"].strip()))
    elif after and not is_controls(after):
        return None
    else:
        name = _tidy_name(re.sub(r"\s+(?:posted )?(?:on|at)\s*$", "", before.rstrip(_TIDY)))
    if not name or never_a_name(name) or vote_count(name.split()[0]) is not None:
        return None
    if not looks_like_name(name, strict=False):
        return None
    return Head(index, index, name, stamp, sure=stamp.exact)


def _two_lines(lines: Sequence[Line], index: int) -> Head | None:
    line = lines[index]
    if line.kind != TEXT or not looks_like_name(line.words) or never_a_name(line.words):
        return None
    below = _time_below(lines, index)
    if below is None:
        return None
    return Head(index, below[0], _tidy_name(line.words), below[1], sure=below[1].exact)


def _time_first(lines: Sequence[Line], index: int) -> Head | None:
    """Return the head of a time of day with a name on the line below it."""
    stamp = find_stamp(lines[index].words) if lines[index].kind == TIME else None
    if stamp is None or not stamp.exact or index + 2 >= len(lines):
        return None
    name, text = lines[index + 1], lines[index + 2]
    if name.kind != TEXT or text.kind != TEXT or name.blanks > 1:
        return None
    if not looks_like_name(name.words) or never_a_name(name.words):
        return None
    return Head(index, index + 1, _tidy_name(name.words), stamp, sure=True)


def _with_badges(lines: Sequence[Line], head: Head) -> Head:
    """Return `head` with the badge, vote and control lines that follow it before its text."""
    last = head.last
    while last + 1 < min(len(lines), head.last + 6) and lines[last + 1].kind in _BESIDE:
        last += 1
    found = (BADGE_LINE.fullmatch(line.words) for line in lines[head.first + 1 : last + 1])
    answers = next((m["name"] or m["at"] for m in found if m), None)
    return replace(head, last=last, answers=answers)
