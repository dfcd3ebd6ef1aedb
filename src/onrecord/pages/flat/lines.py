"""A flattened page's lines, and what each looks like by itself.

In: the page's text. Out: its non-blank lines (`Line`: span, words, blank lines before, kind). Out of
scope: the page's text (lines are spans over it) and what lines mean together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from onrecord.pages.flat.commenter_names import looks_like_name
from onrecord.pages.flat.form_words import FINE_PRINT, FORM, SECTION_HEADS
from onrecord.pages.flat.timestamps import Stamp, find_stamp
from onrecord.pages.flat.words import (
    BADGE_LINE,
    BADGES,
    CONTROL_FILLERS,
    CONTROLS,
    COUNT,
    ENDING_CONTROLS,
    FURNITURE,
    OPENERS,
    SEPARATORS,
    THREAD_REMAINS,
    TIME_FILLERS,
)

_BULLET = re.compile(r"(?:[*•+◦o–—-]|\d{1,3}[.)]|#\d{1,4}:?)\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…‽][\"'”’»)\]*]*\s*[\"”’]?\W?$")
_EDITED = re.compile(
    r"(?:this (?:comment|post) (?:was|has been) )?(?:last )?(?:edited|modified|updated)\b"
    r"(?P<rest>.{0,90})$",
    re.IGNORECASE,
)
_EDITED_BY = re.compile(r"\bby\s+(?P<name>\S.{0,50}?)\s*[.;]?\s*$", re.IGNORECASE)
_VOTES = re.compile(
    r"(?P<signed>[+−–-]\s?\d{1,5})|(?P<count>\d{1,5})\s*(?:likes?|points?|upvotes?|recommend(?:s|ed)?|"
    r"votes?|people like this|thumbs up)|(?:like|likes|recommend|upvote|score|votes):?\s*"
    r"(?P<after>[+-]?\d{1,5})|(?P<bare>\d{1,5})",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b\d+\s?(?:s|m|h|d|w|mo|y|min|hrs?|yrs?)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s+(?:gmt|bst|utc|e[sd]t))?", re.IGNORECASE
)
_LONGEST_FURNITURE_CHARS = 300
_NARROWEST_CHARS, _WIDEST_CHARS = 40, 120
_FEWEST_WRAPPED = 4
_EDGES = " \t\u00a0|•·»›→«‹←:*-–—"

OPENER, REMAINS, FORM_LINE, SECTION, CONTROL, SEPARATOR = (
    "opener", "remains", "form", "section", "control", "separator",
)  # fmt: skip
BADGE, TIME, EDITED, VOTES, PIECE, TEXT = "badge", "time", "edited", "votes", "piece", "text"
QUIET = frozenset({REMAINS, FORM_LINE, CONTROL, SEPARATOR, BADGE, TIME, EDITED, VOTES, PIECE})
"""Kinds of lines that hold no words of an article or comment."""


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line: `start, end` in code points of the page's text, white space trimmed.

    `said` is where its words begin after a list's bullet or number; `blanks` the blank lines before.
    """

    start: int
    end: int
    text: str
    kind: str
    blanks: int
    said: int = 0

    @property
    def words(self) -> str:
        """The line without its bullet."""
        return self.text[self.said :]


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the non-blank lines of `text` in order, each with its kind."""
    lines: list[Line] = []
    blanks = position = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = position + len(raw) - len(raw.lstrip())
            lines.append(_line(start, words, blanks))
            blanks = 0
        else:
            blanks += 1
        position += len(raw) + 1
    return _unwrapped(text, lines)


def _unwrapped(text: str, lines: list[Line]) -> tuple[Line, ...]:
    """Return `lines` with those joined that were broken at a fixed width.

    A line is broken where the next line's first word would not have fitted into the widest line; a
    text is wrapped where nine in ten of its adjoining lines are broken so.
    """
    widest = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST_CHARS <= widest <= _WIDEST_CHARS:
        return tuple(lines)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blanks]
    broken = {b.start for a, b in pairs if _broken(a, b, widest)}
    if len(pairs) < _FEWEST_WRAPPED or 10 * len(broken) < 9 * len(pairs):
        return tuple(lines)
    joined: list[Line] = []
    for line in lines:
        if joined and line.start in broken:
            before = joined.pop()
            words = text[before.start : line.end]
            joined.append(Line(before.start, line.end, words, TEXT, before.blanks, before.said))
        else:
            joined.append(line)
    return tuple(joined)


def _broken(line: Line, following: Line, widest: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > widest


def _line(start: int, words: str, blanks: int) -> Line:
    bullet = _BULLET.match(words)
    kind = kind_of(words)
    # "28. July 2019" begins with a day, not with a list's number.
    said = bullet.end() if bullet and kind == TEXT else 0
    if said:
        kind = kind_of(words[said:])
    return Line(start, start + len(words), words, kind, blanks, said)


@cache
def _whole(name: str) -> re.Pattern[str]:
    patterns = {
        OPENER: OPENERS,
        REMAINS: THREAD_REMAINS,
        FORM_LINE: FORM,
        SECTION: SECTION_HEADS,
        PIECE: FURNITURE,
    }
    return patterns[name]


def kind_of(words: str) -> str:
    """Return what a trimmed line looks like by itself; `text` where it looks like nothing else."""
    if len(words) > _LONGEST_FURNITURE_CHARS:
        return TEXT
    if not words.strip(SEPARATORS):
        return SEPARATOR
    bare = words.strip(_EDGES)
    if _whole(REMAINS).fullmatch(bare):
        return REMAINS
    if edit_stamp(words) is not None:
        return EDITED
    if is_controls(words):
        return CONTROL
    if vote_count(words) is not None:
        return VOTES
    if is_badge(words):
        return BADGE
    if is_time(words):
        return TIME
    for kind in (OPENER, FORM_LINE, SECTION, PIECE):
        if _whole(kind).fullmatch(bare) or _whole(kind).fullmatch(words):
            return TEXT if kind != FORM_LINE and _is_sentence(words) else kind
    return TEXT


def _is_sentence(words: str) -> bool:
    """Return whether a line that begins as furniture does is a sentence ("More on this will follow …")."""
    return word_count(words) >= 7 and words[-1] == "." and not FINE_PRINT.search(words)


def is_controls(words: str) -> bool:
    """Return whether a line consists of controls ("Reply", "Like · Report · 3") only."""
    if len(words) > 120:
        return False
    stamp = find_stamp(words)
    if stamp:
        words = words[: stamp.start] + " " + words[stamp.end :]
    words = _AGE.sub(" ", words)
    tokens = [t for t in re.split(r"[\W_\d]+", words.lower()) if t]
    named = sum(t in CONTROLS for t in tokens)
    if not named or len(tokens) > 12:
        return False
    return 2 * named >= len(tokens) and all(t in CONTROLS or t in CONTROL_FILLERS for t in tokens)


def ends_comment(line: Line) -> bool:
    """Return whether a line of controls is of those that stand at one comment ("Reply")."""
    if line.kind != CONTROL:
        return False
    return any(t in ENDING_CONTROLS for t in re.split(r"\W+", line.words.lower()))


def is_badge(words: str) -> bool:
    """Return whether a line only says what a commenter is ("Guest"), or whom a comment answers."""
    match = BADGE_LINE.fullmatch(words.strip())
    if match and (match["name"] is None or looks_like_name(match["name"], strict=False)):
        return True
    tokens = [t for t in re.split(r"[\W_\d]+", words.lower()) if t]
    return 0 < len(tokens) <= 3 and all(t in BADGES for t in tokens)


def is_time(words: str) -> bool:
    """Return whether a line is a time and nothing else ("3 March 2016 at 10:15", "2 days ago")."""
    stamp = find_stamp(words)
    if stamp is None:
        return bool(_CLOCK.fullmatch(words))
    rest = words[: stamp.start] + " " + words[stamp.end :]
    tokens = [t for t in re.split(r"[\W_\d]+", rest.lower()) if t]
    return all(t in TIME_FILLERS or t in CONTROLS for t in tokens)


def edit_stamp(words: str) -> tuple[str | None, Stamp | None] | None:
    """Return `(who, when)` of an edit stamp ("Last edited 2 days ago by Kim"), or None."""
    match = _EDITED.fullmatch(words.strip(" ()[]-–—"))
    if match is None:
        return None
    rest = match["rest"]
    stamp, by = find_stamp(rest), _EDITED_BY.search(rest)
    name = by["name"].strip() if by else None
    if stamp and name and find_stamp(name):
        name = re.split(r"[;,]|\bon\b|\d", name)[0].strip() or None
    if stamp is None and name is None and rest.strip(" .:"):
        return None
    if name is not None and not looks_like_name(name, strict=False):
        return None
    # "Updated 3 March 2016" with no one named is an article's stamp, not a comment's.
    if name is None and words.lower().lstrip(" ([").startswith("updated"):
        return None
    return name, stamp


def vote_count(words: str) -> int | None:
    """Return the net votes a line states ("+3", "12 likes", "4"), or None."""
    match = _VOTES.fullmatch(words.strip())
    if match is None:
        return None
    number = next(value for value in match.groups() if value is not None)
    return int(number.replace(" ", "").replace("−", "-").replace("–", "-"))


def stated_count(line: Line) -> int | None:
    """Return how many comments a line says there are, or None."""
    match = COUNT.search(line.words[:40])
    return int(match[1].replace(",", "")) if match else None


def ends_sentence(words: str) -> bool:
    """Return whether a line ends as a sentence does, quotation marks and brackets aside."""
    return bool(_SENTENCE_END.search(words[-12:]))


def word_count(words: str) -> int:
    """Return how many words a line has."""
    return len(words.split())


def is_prose(line: Line) -> bool:
    """Return whether a line reads as running text: a sentence of five words, or many words."""
    if line.kind != TEXT:
        return False
    count = word_count(line.words)
    return count >= 14 or (count >= 5 and (ends_sentence(line.words) or line.words[-1] in ':,;”"'))
