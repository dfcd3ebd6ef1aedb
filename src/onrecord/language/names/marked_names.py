"""Names in marks: a nickname inside a name (Maria “Mimi” Holt), and the name that somebody goes by (a man known as “Duke”).

In: a text. Out: where they are, and the text as long as it was without their marks, so that a tagger, a parser and the pairing of
quotation marks read names and no words said. Out of scope: titles of works, and words in marks that somebody says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.language.en.marked_names import (
    GOING_BY_NAME,
    NO_NICKNAMES,
    NO_SURNAMES,
)
from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames

_NAME = r"[A-Z][\w’'-]*[\w]"
_INITIALS = r"(?:[A-Z]\.? )*"
_NICKNAME = r"(?:[A-Z]\.){1,3}|[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|the|of|de|la)){0,3}\.?"
_ANY_NAME = (
    r"(?:[A-Z]\.){1,3}|(?:the |el |la )?\w[\w’'-]*(?: (?:[A-Z][\w’'-]*|the|of|de|la)){0,3}[.,]?"
)
_QUOTES = (("curly", "“", "”"), ("straight", '"', '"'), ("single", "[‘']", "[’']"))


def _build_marked(name: str) -> str:
    """Return the pattern of `name` in quotation marks of one kind."""
    return "|".join(f"{opening}(?P<{kind}>{name}){closing}" for kind, opening, closing in _QUOTES)


_RUN = re.compile(
    rf"(?<![\w’'-])(?P<given>{_NAME}(?: {_NAME}){{0,5}}) {_INITIALS}"
    rf"(?P<marked>{_build_marked(_NICKNAME)}|\((?P<bracketed>{_NAME})\))"
    rf" (?P<family>(?:(?:de|van|von|der|den|la|le|al|bin|Mc|Mac|O['’]) ?)*{_NAME})(?![\w’'])"
)
_GOES_BY = re.compile(rf"{GOING_BY_NAME} (?P<marked>{_build_marked(_ANY_NAME)})")
_MARKS = re.compile("[“”\"‘’']")
_OPENING, _CLOSING = '“"‘', '”"'
_GROUPS = ("curly", "straight", "single", "bracketed")


@dataclass(frozen=True, slots=True)
class NicknameRun:
    """A name with a nickname in marks: where it is (code points, half-open), and where the nickname with its marks is."""

    start: int
    end: int
    nickname_start: int
    nickname_end: int


def find_nickname_runs(text: str) -> list[NicknameRun]:
    """Return the names with a nickname in marks or brackets, in order.

    Examples:
        >>> text = "Maria “Mimi” Holt and Dewan (Ox) Reed met."
        >>> [text[run.start : run.end] for run in find_nickname_runs(text)]
        ['Maria “Mimi” Holt']

    """
    runs: list[NicknameRun] = []
    if not _may_hold_marks(text):
        return runs
    for match in _RUN.finditer(text):
        start = _find_given_start(match)
        if start is not None and _is_name(match, text[start : match.end("given")]):
            runs.append(NicknameRun(start, match.end(), *match.span("marked")))
    return runs


def find_nicknames(name: str) -> list[str]:
    """Return the nicknames in marks inside `name`, without their marks.

    Examples:
        >>> find_nicknames("Maria “Mimi” Holt"), find_nicknames("Maria Holt")
        (['Mimi'], [])

    """
    return [name[run.nickname_start + 1 : run.nickname_end - 1] for run in find_nickname_runs(name)]


def strip_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a name in `text` without a mark at its edges whose counterpart is not inside (“Duke” and “Duke are Duke)."""
    while end - start > 1 and text[start] in _OPENING:
        start += 1
    while end - start > 1 and text[end - 1] in _CLOSING and not _MARKS.search(text, start, end - 1):
        end -= 1
    return start, end


def drop_nicknames(name: str) -> str:
    """Return `name` without the nicknames in marks inside it: "Maria Holt"."""
    for run in reversed(find_nickname_runs(name)):
        name = name[: run.nickname_start] + name[run.nickname_end + 1 :]
    return name


def drop_marks_of_names(text: str) -> str:
    """Return `text`, as long as it was, with nicknames inside names and the marks of names that somebody goes by as blanks."""
    for run in find_nickname_runs(text):
        text = _fill(text, run.nickname_start, run.nickname_end)
    for _, start, end in find_names_gone_by(text):
        text = _fill(_fill(text, start, start + 1), end - 1, end)
    return text


def find_names_gone_by(text: str) -> list[tuple[int, int, int]]:
    """Return where the names in marks that somebody goes by are (a man known as “Duke”), in order.

    Of each, where the words before it begin ("known as"), and where it begins and ends, with its marks.
    """
    if not _may_hold_marks(text):
        return []
    return [(match.start(), *match.span("marked")) for match in _GOES_BY.finditer(text)]


def _may_hold_marks(text: str) -> bool:
    return "(" in text or _MARKS.search(text) is not None


def _fill(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


def _find_given_start(match: re.Match[str]) -> int | None:
    """Return where the given name begins: titles and a sentence's first word before it are no part of the run."""
    words = list(re.finditer(_NAME, match["given"]))
    begin = len(words) - 1
    while begin and is_given_name(words[begin - 1][0]):
        begin -= 1
    word = words[begin][0]
    if is_common_word(word.lower()) and not is_given_name(word):
        return None
    return match.start("given") + words[begin].start()


def _is_name(match: re.Match[str], given: str) -> bool:
    """Return whether the words before, in and after the marks are one person's name."""
    nickname = next(match[group] for group in _GROUPS if match[group])
    family = match["family"].rpartition(" ")[2]
    if family.lower() in NO_SURNAMES or nickname.lower() in NO_NICKNAMES:
        return False
    if match["bracketed"]:
        return _is_short_form(nickname, given, family)
    if is_common_word(family.lower()):
        return False
    return (
        is_given_name(given.split(maxsplit=1)[0])
        or family in load_surnames()
        or not look_up_name(family)
    )


def _is_short_form(nickname: str, given: str, family: str) -> bool:
    """Return whether a name in brackets may be a nickname, and no party, place or side ("Ann Hale (Labour)")."""
    if look_up_name(nickname) is not None or not is_given_name(given.rsplit(maxsplit=1)[-1]):
        return False
    return not is_common_word(nickname.lower()) and not is_common_word(family.lower())
