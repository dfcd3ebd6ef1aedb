"""Bylines and dates over an article in flattened text.

In: one line. Out: authors and days it states. Out of scope: datelines (`dates.dateline`); where on the page the line stands
(`article` asks only about lines round an article's beginning).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.pages.flat.line_kinds import LineKind, classify_line
from onrecord.pages.flat.lines import is_sentence_end
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.timestamps import FlatTimestamp, find_timestamp
from onrecord.pages.flat.words.name_words import (
    BYLINE_NAME,
    CALENDAR_WORDS,
    NAME_PARTICLES,
    ROLE_WORDS,
    SENTENCE_WORDS,
)
from onrecord.pages.flat.words.time_words import DATE_LABEL, UPDATE_LABELS

_PLACE = re.compile(r"(?<!\s)\s+(?:in|at|for|from|of)\s+(?=[A-Z]|the\b).*$")
_ARTICLE_BEFORE_OFFICE = re.compile(r"the\s", re.IGNORECASE)
_PARTS = re.compile(
    r"(?:(?<!\s)\s+)?[|•·]\s*|(?<!\s)\s+[–—]\s+|;\s*|,?(?<!\s)\s+(?=(?:last )?updated\b)",
    re.IGNORECASE,
)
_LIST_SEPARATOR = re.compile(r"(?:(?<!\s)\s+)?(?:,|;|&|/|\band\b|\bwith\b)\s*")
_COMMENT_COUNT_AT_END = re.compile(r"(?<!\s)\s+\d+ comments?$", re.IGNORECASE)
_EMAIL = re.compile(r"\S+@\S+")
_INITIAL_AT_END = re.compile(r"\b(?:[A-Z]|Jr|Sr)\.$")
_LOGIN_NAME = re.compile(r"by:?\s+[\w.-]+", re.IGNORECASE)
_PREPOSITION_AT_END = re.compile(r"(?<!\s)\s+(?:on|at)$")
_TEXT_KINDS = (LineKind.TEXT, LineKind.CONTROLS)


@dataclass(frozen=True, slots=True)
class FlatByline:
    """What a line over an article states.

    Attributes:
        authors: who wrote.
        published, updated: when.
        is_signed: the line is a byline, even if it names nobody.

    """

    authors: tuple[str, ...] = ()
    published: FlatTimestamp | None = None
    updated: FlatTimestamp | None = None
    is_signed: bool = False


def parse_byline(words: str) -> FlatByline | None:
    """Return what a line of byline and dates states, or None if it is anything else.

    Examples:
        >>> parse_byline("By Anna Holt, Defence Editor | 3 March 2016").authors
        ('Anna Holt',)
        >>> parse_byline("By Tuesday the troops had left") is None
        True

    """
    if len(words) > THRESHOLDS.longest_byline:
        return None
    parts = [_parse_part(part) for part in _PARTS.split(words) if part.strip()]
    known = [part for part in parts if part is not None]
    if not parts or len(known) < len(parts):
        return None
    line = FlatByline(
        next((part.authors for part in known if part.authors), ()),
        next((part.published for part in known if part.published), None),
        next((part.updated for part in known if part.updated), None),
        any(part.is_signed for part in known),
    )
    return line if line != FlatByline() else None


def _parse_part(part: str) -> FlatByline | None:
    """Return what one part of a line states, empty where it is furniture; None where it is text."""
    words = part.strip(" ,")
    timestamp = find_timestamp(words)
    label = DATE_LABEL.match(words)
    is_update = bool(label and label["label"].lower() in UPDATE_LABELS)
    rest = _remove_time(words, timestamp, label) if timestamp else words
    authors = _parse_authors(rest) if rest else None
    if timestamp and authors is None and rest:
        authors = _parse_dated_authors(rest)
    if rest and authors is None and classify_line(rest) in _TEXT_KINDS:
        return None
    if timestamp is None and authors is None:
        return FlatByline() if classify_line(words) not in _TEXT_KINDS else None
    return FlatByline(
        authors or (),
        None if is_update else timestamp,
        timestamp if is_update else None,
        is_signed=authors is not None,
    )


def _remove_time(words: str, timestamp: FlatTimestamp, label: re.Match[str] | None) -> str:
    """Return `words` without their time and its label ("Published on"), which may be behind the name."""
    rest = f"{words[: timestamp.start]} {words[timestamp.end :]}".strip(" ,")
    label = label or DATE_LABEL.match(rest + " ")
    rest = _PREPOSITION_AT_END.sub("", rest)
    return DATE_LABEL.sub("", rest + " ", count=1).strip(" ,") if label else rest


def _parse_authors(words: str) -> tuple[str, ...] | None:
    """Return whom "By Ann Lee" names; None where it is no byline."""
    match = BYLINE_NAME.fullmatch(words)
    if match is None:
        return None
    rest = _COMMENT_COUNT_AT_END.sub("", match["by"] or match["author"])
    rest = _EMAIL.sub("", rest).strip(" ,")
    if is_sentence_end(rest) and not _INITIAL_AT_END.search(rest):
        return None
    return _parse_people(rest)


def _parse_people(words: str) -> tuple[str, ...] | None:
    """Return the persons in a list of names and roles; None where it begins with neither."""
    pieces = [piece for piece in _LIST_SEPARATOR.split(_PLACE.sub("", words)) if piece]
    if not pieces or not (_is_person(pieces[0]) or _is_role(pieces[0])):
        return None
    named = tuple(piece for piece in pieces if _is_person(piece))
    # "The Editor" is how some sign; "Defence Editor" says only what a person does.
    is_office = pieces == [words] and _ARTICLE_BEFORE_OFFICE.match(words)
    return named or ((words,) if is_office else ())


def _parse_dated_authors(words: str) -> tuple[str, ...] | None:
    """Return who signs beside a date: a name without "By", or a log-in name, which names nobody."""
    if _LOGIN_NAME.fullmatch(words):
        return ()
    people = _parse_people(words)
    return people if people and len(people[0].split()) >= 2 else None


def _is_role(words: str) -> bool:
    tokens = words.lower().split()
    few = 0 < len(tokens) <= THRESHOLDS.most_role_words
    return few and any(token in ROLE_WORDS for token in tokens)


def _is_person(words: str) -> bool:
    tokens = words.split()
    few = 1 <= len(tokens) <= THRESHOLDS.most_person_words
    if not few or any(char.isdigit() for char in words) or _is_role(words):
        return False
    lower = [token.lower() for token in tokens]
    if lower[0] in SENTENCE_WORDS or any(token in CALENDAR_WORDS for token in lower):
        return False
    return all(token[0].isupper() or token.lower() in NAME_PARTICLES for token in tokens)


def is_role_line(words: str) -> bool:
    """Return whether a line under a name only says what its bearer does ("Defence Editor")."""
    tokens = words.split()
    few = len(tokens) <= THRESHOLDS.most_person_words
    return few and _is_role(words) and all(token[0].isupper() for token in tokens)


def is_person_line(words: str) -> bool:
    """Return whether a line is a person's name of two words or more, or "NAME in PLACE"."""
    name = _PLACE.sub("", words)
    return len(name.split()) >= 2 and _is_person(name)
