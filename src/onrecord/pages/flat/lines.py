"""A flattened page's lines.

In: the page's text. Out: its non-blank lines (`FlatLine`: span, words, blank lines before, kind), and measures of one line. Out
of scope: the page's text (lines are spans over it); what makes a line's kind (`line_kinds`) and what lines mean together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.pages.flat.line_kinds import LineKind, classify_line
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.words.control_words import COMMENT_CONTROLS
from onrecord.pages.flat.words.thread_words import COMMENT_COUNT

_BULLET = re.compile(r"(?:[*•+◦o–—-]|\d{1,3}[.)]|#\d{1,4}:?)\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…‽][\"'”’»)\]*]*\s*[\"”’]?\W?$")


@dataclass(frozen=True, slots=True)
class FlatLine:
    """One non-blank line.

    Attributes:
        start, end: code points of the page's text, half-open, white space trimmed.
        text: the line.
        kind: what it looks like by itself.
        blanks: how many blank lines stand before it.
        words_start: where its words begin after a list's bullet or number, in code points of `text`.

    """

    start: int
    end: int
    text: str
    kind: LineKind
    blanks: int
    words_start: int = 0

    @property
    def words(self) -> str:
        """The line without its bullet."""
        return self.text[self.words_start :]


def split_lines(text: str) -> tuple[FlatLine, ...]:
    """Return the non-blank lines of `text` in order, each with its kind."""
    lines: list[FlatLine] = []
    blanks = position = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = position + len(raw) - len(raw.lstrip())
            lines.append(_build_line(start, words, blanks))
            blanks = 0
        else:
            blanks += 1
        position += len(raw) + 1
    return _join_wrapped(text, lines)


def _build_line(start: int, words: str, blanks: int) -> FlatLine:
    bullet = _BULLET.match(words)
    kind = classify_line(words)
    # "28. July 2019" begins with a day, not with a list's number.
    words_start = bullet.end() if bullet and kind == LineKind.TEXT else 0
    if words_start:
        kind = classify_line(words[words_start:])
    return FlatLine(start, start + len(words), words, kind, blanks, words_start)


def _join_wrapped(text: str, lines: list[FlatLine]) -> tuple[FlatLine, ...]:
    """Return `lines` with those joined that were broken at a fixed width.

    A line is broken where the next line's first word would not have fitted into the widest line; a
    text is wrapped where nine in ten of its adjoining lines are broken so.
    """
    widest = max((len(line.text) for line in lines), default=0)
    if not THRESHOLDS.narrowest_wrap <= widest <= THRESHOLDS.widest_wrap:
        return tuple(lines)
    pairs = [(line, after) for line, after in pairwise(lines) if not after.blanks]
    broken = {after.start for line, after in pairs if _is_broken(line, after, widest)}
    few = len(pairs) < THRESHOLDS.fewest_wrapped
    if few or len(broken) < THRESHOLDS.wrapped_share * len(pairs):
        return tuple(lines)
    joined: list[FlatLine] = []
    for line in lines:
        if joined and line.start in broken:
            before = joined.pop()
            words = text[before.start : line.end]
            joined.append(
                FlatLine(
                    before.start, line.end, words, LineKind.TEXT, before.blanks, before.words_start
                )
            )
        else:
            joined.append(line)
    return tuple(joined)


def _is_broken(line: FlatLine, following: FlatLine, widest: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > widest


def read_stated_count(line: FlatLine) -> int | None:
    """Return how many comments a line says there are, or None."""
    match = COMMENT_COUNT.search(line.words[: THRESHOLDS.comment_count_chars])
    return int(match[1].replace(",", "")) if match else None


def has_comment_controls(line: FlatLine) -> bool:
    """Return whether a line of controls is of those that stand at one comment ("Reply")."""
    if line.kind != LineKind.CONTROLS:
        return False
    return any(token in COMMENT_CONTROLS for token in re.split(r"\W+", line.words.lower()))


def is_sentence_end(words: str) -> bool:
    """Return whether a line ends as a sentence does, quotation marks and brackets aside."""
    return bool(_SENTENCE_END.search(words[-THRESHOLDS.sentence_end_chars :]))


def count_words(words: str) -> int:
    """Return how many words a line has."""
    return len(words.split())


def is_prose(line: FlatLine) -> bool:
    """Return whether a line reads as running text: a sentence of five words, or many words."""
    if line.kind != LineKind.TEXT:
        return False
    count = count_words(line.words)
    if count >= THRESHOLDS.prose_words:
        return True
    ends = is_sentence_end(line.words) or line.words[-1] in ':,;”"'
    return count >= THRESHOLDS.sentence_words and ends
