"""Headers of comments in flattened text: the line or lines that say who wrote and when.

In: a page's lines. Out: `CommentHeader`s: which lines they take, author, time, and whether the name is confirmed. Out of
scope: names alone (`threads_by_name`), and whether there is a thread at all (`thread_finder`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.pages.flat.commenter_names import is_never_name, may_be_commenter
from onrecord.pages.flat.line_kinds import LineKind, is_controls, parse_vote_count
from onrecord.pages.flat.lines import FlatLine
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.timestamps import FlatTimestamp, find_timestamp
from onrecord.pages.flat.words.control_words import BADGE_WORDS
from onrecord.pages.flat.words.thread_words import ADDRESSEE_LINE, BEFORE_TIME, BY_NAME, SAYS
from onrecord.pages.flat.words.time_words import TRAILING_PREPOSITIONS

_HEADER_KINDS = (LineKind.TEXT, LineKind.TIME, LineKind.CONTROLS)
_BESIDE_NAME = (LineKind.BADGE, LineKind.SEPARATOR, LineKind.VOTES, LineKind.CONTROLS)
_EDGES = " \t\u00a0•·|,–—-/:()[]#*"
_PREPOSITION_BEFORE_VERB = re.compile(r"(?<!\s)\s+(?:on|at)(?=\s*(?:says|said|wrote|$))")
_PREPOSITION_AT_END = re.compile(r"(?<!\s)\s+(?:on|at)\s*$")
_POSTED_AT_END = re.compile(r"(?<!\s)\s+(?:posted )?(?:on|at)\s*$")


@dataclass(frozen=True, slots=True)
class CommentHeader:
    """The header of a comment.

    Attributes:
        first, last: its lines, both included; `last` is before `first` where it takes none.
        author: who wrote, None where the name is lost.
        timestamp: when, or None.
        is_confirmed: a "says:", a time of day or an "ago" confirms the name.
        addressee: whom a line over the comment says it answers, or None.

    """

    first: int
    last: int
    author: str | None
    timestamp: FlatTimestamp | None
    is_confirmed: bool
    addressee: str | None = None


def build_lost_header(index: int) -> CommentHeader:
    """Return the header, without lines, of a comment that begins at line `index` and whose author is lost."""
    return CommentHeader(index, index - 1, None, None, is_confirmed=False)


def read_header(lines: Sequence[FlatLine], index: int) -> CommentHeader | None:
    """Return the header that begins at line `index`, or None; never one by a name alone."""
    line = lines[index]
    if line.kind not in _HEADER_KINDS or len(line.text) > THRESHOLDS.longest_header:
        return None
    read = (reader(lines, index) for reader in _READERS)
    header = next((one for one in read if one is not None), None)
    return _add_badges(lines, header) if header else None


def _trim_name(words: str) -> str | None:
    """Return a name without separators, badges and e-mail addresses beside it, or None where nothing is left."""
    tokens = [token for token in words.strip(_EDGES).split() if "@" not in token[1:]]
    while len(tokens) > 1 and _is_no_part_of_name(tokens[-1].strip("()[]").lower()):
        tokens.pop()
    if len(tokens) > 1 and tokens[0].lower() == "avatar":
        tokens.pop(0)
    name = " ".join(tokens).strip(_EDGES)
    return f"{name})" if name.count("(") > name.count(")") else name or None


def _is_no_part_of_name(token: str) -> bool:
    return token in BADGE_WORDS or token in TRAILING_PREPOSITIONS


def _read_says_line(lines: Sequence[FlatLine], index: int) -> CommentHeader | None:
    """Return the header of "Ann says:", with a time in the line or below it."""
    words = lines[index].words
    timestamp = find_timestamp(words)
    rest = _remove_time(words, timestamp) if timestamp else words
    match = SAYS.match(rest)
    if match is None:
        return None
    tail = rest[match.end() :].strip(_EDGES)
    if tail and not is_controls(tail):
        return None
    below = _find_time_below(lines, index)
    if not match["sign"] and not (timestamp or below):
        return None
    name = _trim_name(match["name"])
    if name and not may_be_commenter(name, is_alone=False):
        return None
    last = index if below is None or timestamp else below[0]
    time = timestamp or (below[1] if below else None)
    return CommentHeader(index, last, name, time, is_confirmed=True)


def _remove_time(words: str, timestamp: FlatTimestamp) -> str:
    """Return a line without its time and the words that lead to it."""
    before = words[: timestamp.start].rstrip(_EDGES)
    rest = f"{before} {words[timestamp.end :].lstrip(_EDGES)}".strip()
    rest = BEFORE_TIME.sub("", rest, count=1) if rest.lower().startswith("on ") else rest
    return _PREPOSITION_BEFORE_VERB.sub("", rest)


def _find_time_below(lines: Sequence[FlatLine], index: int) -> tuple[int, FlatTimestamp] | None:
    """Return the line and time of a time line under `index`, badges and signs between them aside; or None."""
    for at in range(index + 1, min(index + 1 + THRESHOLDS.lines_to_time, len(lines))):
        line = lines[at]
        if line.kind in {LineKind.TIME, LineKind.CONTROLS}:
            timestamp = find_timestamp(line.words)
            if timestamp:
                return at, timestamp
        if line.kind not in _BESIDE_NAME:
            return None
    return None


def _read_one_line(lines: Sequence[FlatLine], index: int) -> CommentHeader | None:
    """Return the header of a name and a time on one line, maybe with "by" before the name."""
    words = lines[index].words
    timestamp = find_timestamp(words)
    if timestamp is None:
        return None
    before, after = words[: timestamp.start], words[timestamp.end :].strip(_EDGES)
    name = _read_name_beside_time(before, after)
    if not name or is_never_name(name) or parse_vote_count(name.split()[0]) is not None:
        return None
    if not may_be_commenter(name, is_alone=False):
        return None
    return CommentHeader(index, index, name, timestamp, is_confirmed=timestamp.is_exact)


def _read_name_beside_time(before: str, after: str) -> str | None:
    """Return the name in the words before or after a time, where the others are controls or none; else None."""
    is_bare = not after or is_controls(after)
    by_name = BY_NAME.fullmatch(before.strip()) or BY_NAME.fullmatch(after)
    if by_name and (not before.strip() or is_bare):
        return _trim_name(_PREPOSITION_AT_END.sub("", by_name["name"].strip()))
    if not is_bare:
        return None
    return _trim_name(_POSTED_AT_END.sub("", before.rstrip(_EDGES)))


def _read_two_lines(lines: Sequence[FlatLine], index: int) -> CommentHeader | None:
    """Return the header of a name on one line and a time below it."""
    line = lines[index]
    if line.kind != LineKind.TEXT or not is_name_line(line):
        return None
    below = _find_time_below(lines, index)
    if below is None:
        return None
    last, timestamp = below
    name = _trim_name(line.words)
    return CommentHeader(index, last, name, timestamp, is_confirmed=timestamp.is_exact)


def _read_time_first(lines: Sequence[FlatLine], index: int) -> CommentHeader | None:
    """Return the header of a time of day with a name on the line below it, and text below that."""
    is_time = lines[index].kind == LineKind.TIME
    timestamp = find_timestamp(lines[index].words) if is_time else None
    if timestamp is None or not timestamp.is_exact or index + 2 >= len(lines):
        return None
    name, text = lines[index + 1], lines[index + 2]
    if name.kind != LineKind.TEXT or text.kind != LineKind.TEXT or name.blanks > 1:
        return None
    if not is_name_line(name):
        return None
    return CommentHeader(index, index + 1, _trim_name(name.words), timestamp, is_confirmed=True)


_READERS: tuple[Callable[[Sequence[FlatLine], int], CommentHeader | None], ...] = (
    _read_says_line,
    _read_one_line,
    _read_two_lines,
    _read_time_first,
)
"""Forms of a header, tried in order."""


def is_name_line(line: FlatLine) -> bool:
    """Return whether a line may hold the name of a commenter and nothing else."""
    return may_be_commenter(line.words) and not is_never_name(line.words)


def _add_badges(lines: Sequence[FlatLine], header: CommentHeader) -> CommentHeader:
    """Return `header` with the badge, vote and control lines that follow it before its text."""
    end = min(len(lines), header.last + 1 + THRESHOLDS.most_badge_lines)
    last = header.last
    while last + 1 < end and lines[last + 1].kind in _BESIDE_NAME:
        last += 1
    beside = lines[header.first + 1 : last + 1]
    matches = (ADDRESSEE_LINE.fullmatch(line.words) for line in beside)
    addressee = next((match["name"] or match["at"] for match in matches if match), None)
    return replace(header, last=last, addressee=addressee)
