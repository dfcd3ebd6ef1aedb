"""What a line of a flattened page looks like by itself.

In: the words of one trimmed line. Out: a `LineKind`, and what lines of some kinds state: votes, who edited and when. Out of
scope: what lines mean together (`thread_frame`, `article`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from onrecord.pages.flat.commenter_names import may_be_commenter
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.timestamps import FlatTimestamp, find_timestamp
from onrecord.pages.flat.words.control_words import (
    BADGE_WORDS,
    CONTROL_FILLERS,
    CONTROL_WORDS,
    SEPARATOR_SIGNS,
    SHORT_AGE,
    VOTE_COUNT,
)
from onrecord.pages.flat.words.form_words import FORM_LINES
from onrecord.pages.flat.words.furniture_words import (
    FINE_PRINT,
    FURNITURE_LINES,
    SECTION_HEADINGS,
)
from onrecord.pages.flat.words.thread_words import (
    ADDRESSEE_LINE,
    EDIT_STAMP,
    EDITOR,
    THREAD_HEADINGS,
    THREAD_REMAINS,
)
from onrecord.pages.flat.words.time_words import TIME_FILLERS

_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s+(?:gmt|bst|utc|e[sd]t))?", re.IGNORECASE
)
_EDGES = " \t\u00a0|•·»›→«‹←:*-–—"
_WORD_SEPARATORS = re.compile(r"[\W_\d]+")


class LineKind(StrEnum):
    """What a line looks like: a part of a thread's frame, of a comment's header, of the page's furniture, or text."""

    THREAD_HEADING = "thread heading"
    THREAD_REMAINS = "thread remains"
    FORM = "form"
    SECTION_HEADING = "section heading"
    CONTROLS = "controls"
    SEPARATOR = "separator"
    BADGE = "badge"
    TIME = "time"
    EDIT_STAMP = "edit stamp"
    VOTES = "votes"
    FURNITURE = "furniture"
    TEXT = "text"


NON_TEXT_KINDS = frozenset(LineKind) - {
    LineKind.THREAD_HEADING,
    LineKind.SECTION_HEADING,
    LineKind.TEXT,
}
"""Kinds of lines that hold no words of an article or comment, and head nothing."""

BETWEEN_COMMENTS = frozenset(
    {
        LineKind.CONTROLS,
        LineKind.SEPARATOR,
        LineKind.VOTES,
        LineKind.EDIT_STAMP,
        LineKind.TIME,
        LineKind.BADGE,
    }
)
"""Kinds of lines that stand between two comments."""


def classify_line(words: str) -> LineKind:
    """Return what a trimmed line looks like by itself; `TEXT` where it looks like nothing else."""
    if len(words) > THRESHOLDS.longest_furniture:
        return LineKind.TEXT
    checked = (kind for kind, is_kind in _CHECKS if is_kind(words))
    kind = next(checked, None)
    return kind if kind is not None else _classify_by_pattern(words)


def _classify_by_pattern(words: str) -> LineKind:
    bare = words.strip(_EDGES)
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(bare) or pattern.fullmatch(words):
            return LineKind.TEXT if kind != LineKind.FORM and _is_sentence(words) else kind
    return LineKind.TEXT


def _is_sentence(words: str) -> bool:
    """Return whether a line that begins as furniture does is a sentence ("More on this will follow …")."""
    long = len(words.split()) >= THRESHOLDS.furniture_sentence_words
    return long and words[-1] == "." and not FINE_PRINT.search(words)


def _is_separator(words: str) -> bool:
    return not words.strip(SEPARATOR_SIGNS)


def _is_thread_remains(words: str) -> bool:
    return bool(THREAD_REMAINS.fullmatch(words.strip(_EDGES)))


def is_controls(words: str) -> bool:
    """Return whether a line consists of controls ("Reply", "Like · Report · 3") only."""
    if len(words) > THRESHOLDS.longest_controls:
        return False
    timestamp = find_timestamp(words)
    if timestamp:
        words = words[: timestamp.start] + " " + words[timestamp.end :]
    tokens = _split_words(SHORT_AGE.sub(" ", words))
    controls = sum(token in CONTROL_WORDS for token in tokens)
    if not controls or len(tokens) > THRESHOLDS.most_control_words:
        return False
    known = all(token in CONTROL_WORDS or token in CONTROL_FILLERS for token in tokens)
    return 2 * controls >= len(tokens) and known


def _is_badge(words: str) -> bool:
    """Return whether a line only says what a commenter is ("Guest"), or whom a comment answers."""
    match = ADDRESSEE_LINE.fullmatch(words.strip())
    if match and (match["name"] is None or may_be_commenter(match["name"], is_alone=False)):
        return True
    tokens = _split_words(words)
    return 0 < len(tokens) <= 3 and all(token in BADGE_WORDS for token in tokens)


def _is_time(words: str) -> bool:
    """Return whether a line is a time and nothing else ("3 March 2016 at 10:15", "2 days ago")."""
    timestamp = find_timestamp(words)
    if timestamp is None:
        return bool(_CLOCK.fullmatch(words))
    tokens = _split_words(words[: timestamp.start] + " " + words[timestamp.end :])
    return all(token in TIME_FILLERS or token in CONTROL_WORDS for token in tokens)


def _split_words(words: str) -> list[str]:
    return [token for token in _WORD_SEPARATORS.split(words.lower()) if token]


def _is_edit_stamp(words: str) -> bool:
    return parse_edit_stamp(words) is not None


def parse_edit_stamp(words: str) -> tuple[str | None, FlatTimestamp | None] | None:
    """Return `(who, when)` of an edit stamp ("Last edited 2 days ago by Kim"), or None."""
    match = EDIT_STAMP.fullmatch(words.strip(" ()[]-–—"))
    if match is None:
        return None
    rest = match["rest"]
    timestamp, name = find_timestamp(rest), _read_editor(rest)
    if timestamp is None and name is None and rest.strip(" .:"):
        return None
    if name is not None and not may_be_commenter(name, is_alone=False):
        return None
    # "Updated 3 March 2016" with no one named is an article's stamp, not a comment's.
    if name is None and words.lower().lstrip(" ([").startswith("updated"):
        return None
    return name, timestamp


def _read_editor(rest: str) -> str | None:
    """Return who edited, by what stands after "edited", without a time after the name; or None."""
    match = EDITOR.search(rest)
    name = match["name"].strip() if match else None
    if name and find_timestamp(rest) and find_timestamp(name):
        return re.split(r"[;,]|\bon\b|\d", name)[0].strip() or None
    return name


def _is_vote_count(words: str) -> bool:
    return parse_vote_count(words) is not None


def parse_vote_count(words: str) -> int | None:
    """Return the net votes a line states ("+3", "12 likes", "4"), or None."""
    match = VOTE_COUNT.fullmatch(words.strip())
    if match is None:
        return None
    number = next(value for value in match.groups() if value is not None)
    return int(number.replace(" ", "").replace("−", "-").replace("–", "-"))


_CHECKS: tuple[tuple[LineKind, Callable[[str], bool]], ...] = (
    (LineKind.SEPARATOR, _is_separator),
    (LineKind.THREAD_REMAINS, _is_thread_remains),
    (LineKind.EDIT_STAMP, _is_edit_stamp),
    (LineKind.CONTROLS, is_controls),
    (LineKind.VOTES, _is_vote_count),
    (LineKind.BADGE, _is_badge),
    (LineKind.TIME, _is_time),
)
"""Kinds that a function decides, tried in order."""

_PATTERNS = (
    (LineKind.THREAD_HEADING, THREAD_HEADINGS),
    (LineKind.FORM, FORM_LINES),
    (LineKind.SECTION_HEADING, SECTION_HEADINGS),
    (LineKind.FURNITURE, FURNITURE_LINES),
)
"""Kinds that a pattern decides, tried in order after those."""
