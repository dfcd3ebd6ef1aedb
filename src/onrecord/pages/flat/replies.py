"""Who answers whom in a flattened thread, as far as the comments' own words tell.

In: comments in order (author, own words, whom a line over it says it answers). Out: for each the
index of the comment it answers and how that is known. Out of scope: everything that would be a guess:
a comment that neither names nor quotes an earlier one has no parent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.pages.flat.words import FUNCTION_WORDS, GREETINGS, OPINION_WORDS

_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]{12,600})[”\"“»]|(?:^|\n)\s*>+\s*([^\n]{12,600})")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_QUOTE_WORDS = 5
_SHORTEST_LINE_WORDS = 8
_SHORTEST_OPENING_WORDS = 4  # of a quotation that is a comment's whole first line
_OPENING = re.compile(r"\s*[“\"„«]([^“”\"„«»\n]{12,600})[”\"“»]\s*\n")
_LEAD = "|".join(re.escape(word).replace(r"\-", "[ -]") for word in sorted(GREETINGS))
_AGREE = (
    r"(?:agree(?:d|s)?|disagree)(?: (?:fully|totally|completely|entirely))?(?: with)?|reply to|reply|"
    r"responding to|thanks|thank you|well said|spot on|please|sorry"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The index of the comment answered, and how it is known: `quoted` or `addressed`."""

    parent: int
    how: str


@dataclass(frozen=True, slots=True)
class Words:
    """What of a comment tells whom it answers: its author, its words, a line over it."""

    author: str | None
    text: str
    answers: str | None = None


def find_answers(comments: Sequence[Words], article: str = "") -> tuple[Answer | None, ...]:
    """Return for each comment whom it answers, or None.

    Args:
        comments: in order of the page.
        article: the article's words; what is quoted from there answers no comment.

    """
    plain = [_plain(c.text) for c in comments]
    told = _plain(article)
    bearers = Counter(_first_name(author) for author in {c.author for c in comments if c.author})
    earlier: dict[str, int] = {}
    found: list[Answer | None] = []
    for index, comment in enumerate(comments):
        quoted = _quoted(comments, plain, told, index)
        named = _addressed(comment, earlier, bearers) if quoted is None else None
        if quoted is not None:
            found.append(Answer(quoted, "quoted"))
        else:
            found.append(None if named is None else Answer(named, "addressed"))
        if comment.author:
            earlier[comment.author] = index
    return tuple(found)


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _quoted(
    comments: Sequence[Words], plain: Sequence[str], article: str, index: int
) -> int | None:
    """Return the nearest earlier comment by another hand that holds words quoted here."""
    text = comments[index].text
    quotes = [next(group for group in m.groups() if group) for m in _QUOTED.finditer(text)]
    wanted = [_plain(q) for q in quotes if len(q.split()) >= _SHORTEST_QUOTE_WORDS]
    lines = text.split("\n")
    wanted += [_plain(line) for line in lines[:-1] if len(line.split()) >= _SHORTEST_LINE_WORDS]
    opening = _OPENING.match(text)
    wanted += [_plain(opening[1])] if opening else []
    for words in wanted:
        if len(words.split()) < _SHORTEST_OPENING_WORDS or words in article:
            continue
        for earlier in range(index - 1, -1, -1):
            same = comments[earlier].author == comments[index].author is not None
            if words in plain[earlier] and not same:
                return earlier
    return None


def _addressed(own: Words, earlier: Mapping[str, int], bearers: Mapping[str, int]) -> int | None:
    """Return the nearest earlier comment by someone whom this one names as if speaking to them.

    `earlier` holds each author's latest comment before this one; `bearers` how many authors share a
    first name.
    """
    found = []
    for author, index in earlier.items():
        if author == own.author:
            continue
        told = own.answers is not None and own.answers.lower().strip() == author.lower()
        if told or any(_speaks_to(own.text, name) for name in _forms(author, bearers)):
            found.append(index)
    return max(found, default=None)


def _first_name(author: str) -> str:
    return author.split(maxsplit=1)[0].strip(",.")


def _forms(author: str, bearers: Mapping[str, int]) -> list[str]:
    """Return the names one may be addressed by: all of it, and the first, if no other bears it."""
    first = _first_name(author)
    common = first.lower() in FUNCTION_WORDS or first.lower() in OPINION_WORDS
    if first == author or len(first) < 3 or bearers[first] > 1 or common:
        return [author]
    return [author, first]


def _speaks_to(text: str, name: str) -> bool:
    """Return whether `text` speaks to `name`: at its beginning, after "agree with", or set off."""
    if name not in text and name.lower() not in text.lower():
        return False
    who = re.escape(name)
    patterns = (
        rf"@\s?{who}\b",
        rf"^(?:(?:{_LEAD})[,!.]?\s+)?(?-i:{who})(?=\s*[,:–—-]|\s*\n)",
        rf"\b(?:{_AGREE}),?\s+(?-i:{who})\b",
        rf"[,–—]\s*(?-i:{who})\s*[.?!]",
    )
    return any(re.search(p, text, re.IGNORECASE) for p in patterns)
