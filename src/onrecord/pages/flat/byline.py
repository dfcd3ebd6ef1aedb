"""Bylines and dates over an article in flattened text.

In: one line. Out: authors and days it states. Out of scope: datelines (`dateline`); where on the page the line stands (`flat_article` asks only about lines round an article's beginning).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.pages.flat.lines import CONTROL, TEXT, ends_sentence, kind_of
from onrecord.pages.flat.timestamps import Stamp, find_stamp
from onrecord.pages.flat.words import CALENDAR, FUNCTION_WORDS, PARTICLES, ROLE_WORDS

_BY = re.compile(
    r"(?:(?:words|story|report(?:ed|ing)?|written|posted|published|analysis|text)\s+)?by:?\s+(?P<by>\S.*)"
    r"|authors?:\s*(?P<author>\S.*)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|at|for|from|of)\s+(?=[A-Z]|the\b).*$")
_OFFICE = re.compile(r"the\s", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:first |originally |last )?(?P<label>published|posted|updated|modified|created|date)"
    r"(?:\s+(?:on|at))?\s*:?\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+|;\s*|,?\s+(?=(?:last )?updated\b)", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|;|&|/|\band\b|\bwith\b)\s*")
_LONGEST_CHARS = 160


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a line over an article states: its authors, when it was published and updated."""

    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    signed: bool = False


def read_masthead(words: str) -> Masthead | None:
    """Return what a line of byline and dates states, or None if it is anything else.

    Examples:
        >>> read_masthead("By Anna Holt, Defence Editor | 3 March 2016").authors
        ('Anna Holt',)
        >>> read_masthead("By Tuesday the troops had left") is None
        True

    """
    if len(words) > _LONGEST_CHARS:
        return None
    found = [_part(part) for part in _PARTS.split(words) if part.strip()]
    if not found or any(part is None for part in found):
        return None
    known = [part for part in found if part is not None]
    line = Masthead(
        next((p.authors for p in known if p.authors), ()),
        next((p.published for p in known if p.published), None),
        next((p.updated for p in known if p.updated), None),
        any(p.signed for p in known),
    )
    return line if line != Masthead() else None


def _part(part: str) -> Masthead | None:
    words = part.strip(" ,")
    stamp = find_stamp(words)
    label = _LABEL.match(words)
    late = bool(label and label["label"].lower() in {"updated", "modified"})
    rest = words
    if stamp:
        rest = f"{words[: stamp.start]} {words[stamp.end :]}".strip(" ,")
        label = label or _LABEL.match(rest + " ")
        rest = re.sub(r"\s+(?:on|at)$", "", rest)
    if label and stamp:
        rest = _LABEL.sub("", rest + " ", count=1).strip(" ,")
    authors = _authors(rest) if rest else None
    if stamp and authors is None and rest:
        authors = _dated_authors(rest)
    if rest and authors is None and kind_of(rest) in {TEXT, CONTROL}:
        return None
    if stamp is None and authors is None:
        return Masthead() if kind_of(words) not in {TEXT, CONTROL} else None
    return Masthead(authors or (), None if late else stamp, stamp if late else None,
                    signed=authors is not None)  # fmt: skip


def _authors(words: str) -> tuple[str, ...] | None:
    match = _BY.fullmatch(words)
    if match is None:
        return None
    rest = re.sub(r"\s+\d+ comments?$", "", match["by"] or match["author"], flags=re.IGNORECASE)
    rest = re.sub(r"\S+@\S+", "", rest).strip(" ,")
    if ends_sentence(rest) and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", rest):
        return None
    return _people(rest)


def _people(words: str) -> tuple[str, ...] | None:
    pieces = [p for p in _LIST.split(_PLACE.sub("", words)) if p]
    if not pieces or not (_is_person(pieces[0]) or _is_role(pieces[0])):
        return None
    named = tuple(p for p in pieces if _is_person(p))
    # "The Editor" is how some sign; "Defence Editor" says only what a person does.
    return named or ((words,) if pieces == [words] and _OFFICE.match(words) else ())


def _dated_authors(words: str) -> tuple[str, ...] | None:
    """Return who signs beside a date: a name without "By", or a log-in name, which names nobody."""
    if re.fullmatch(r"by:?\s+[\w.-]+", words, re.IGNORECASE):
        return ()
    people = _people(words)
    return people if people and len(people[0].split()) >= 2 else None


def _is_role(words: str) -> bool:
    tokens = words.lower().split()
    return 0 < len(tokens) <= 6 and any(t in ROLE_WORDS for t in tokens)


def _is_person(words: str) -> bool:
    tokens = words.split()
    if not 1 <= len(tokens) <= 5 or any(c.isdigit() for c in words) or _is_role(words):
        return False
    lowered = [t.lower() for t in tokens]
    if lowered[0] in FUNCTION_WORDS or any(t in CALENDAR for t in lowered):
        return False
    return all(t[0].isupper() or t.lower() in PARTICLES for t in tokens)


def is_role_line(words: str) -> bool:
    """Return whether a line under a name only says what its bearer does ("Defence Editor")."""
    tokens = words.split()
    return _is_role(words) and len(tokens) <= 5 and all(t[0].isupper() for t in tokens)


def is_person_line(words: str) -> bool:
    """Return whether a line is a person's name of two words or more, or "NAME in PLACE"."""
    name = _PLACE.sub("", words)
    return len(name.split()) >= 2 and _is_person(name)
