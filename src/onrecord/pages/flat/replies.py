"""Who answers whom in a flattened thread, as far as the comments' own words show.

In: comments in order (author, own words, whom a line over it says it answers). Out: for each the
index of the comment it answers and how that is known. Out of scope: everything that would be a guess:
a comment that neither names nor quotes an earlier one has no parent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.words.name_words import (
    AGREEMENT,
    GREETINGS,
    OPINION_WORDS,
    SENTENCE_WORDS,
)

_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]{12,600})[”\"“»]|(?:^|\n)\s*>+\s*([^\n]{12,600})")
_QUOTED_FIRST_LINE = re.compile(r"\s*[“\"„«]([^“”\"„«»\n]{12,600})[”\"“»]\s*\n")
_WORD = re.compile(r"[^\W_]+")
_GREETING = "|".join(re.escape(word).replace(r"\-", "[ -]") for word in sorted(GREETINGS))


@dataclass(frozen=True, slots=True)
class ReplyTarget:
    """The index of the comment answered, and how it is known: `quoted` or `addressed`."""

    parent: int
    how: str


@dataclass(frozen=True, slots=True)
class CommentText:
    """What of a comment shows whom it answers: its author, its words, and whom a line over it names."""

    author: str | None
    text: str
    addressee: str | None = None


def find_reply_targets(
    comments: Sequence[CommentText], article: str = ""
) -> tuple[ReplyTarget | None, ...]:
    """Return for each comment whom it answers, or None.

    Args:
        comments: in order of the page.
        article: the article's words; what is quoted from there answers no comment.

    """
    plain = [_normalise(comment.text) for comment in comments]
    plain_article = _normalise(article)
    authors = {comment.author for comment in comments if comment.author}
    bearers = Counter(map(_get_first_name, authors))
    latest: dict[str, int] = {}
    targets: list[ReplyTarget | None] = []
    for index, comment in enumerate(comments):
        quoted = _find_quoted(comments, plain, plain_article, index)
        named = _find_addressed(comment, latest, bearers) if quoted is None else None
        if quoted is not None:
            targets.append(ReplyTarget(quoted, "quoted"))
        else:
            targets.append(None if named is None else ReplyTarget(named, "addressed"))
        if comment.author:
            latest[comment.author] = index
    return tuple(targets)


def _normalise(text: str) -> str:
    """Return the words of `text` in lower case, a blank around each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _find_quoted(
    comments: Sequence[CommentText], plain: Sequence[str], article: str, index: int
) -> int | None:
    """Return the nearest earlier comment by another hand that holds words quoted here, or None."""
    author = comments[index].author
    for words in _iter_quotations(comments[index].text):
        if len(words.split()) < THRESHOLDS.shortest_quoted_line or words in article:
            continue
        for earlier in range(index - 1, -1, -1):
            same_author = comments[earlier].author == author is not None
            if words in plain[earlier] and not same_author:
                return earlier
    return None


def _iter_quotations(text: str) -> Iterator[str]:
    """Yield what `text` may quote, normalised: between quotation marks, on lines but the last, as its first line."""
    matches = _QUOTED.finditer(text)
    quotes = (next(group for group in match.groups() if group) for match in matches)
    yield from (_normalise(q) for q in quotes if len(q.split()) >= THRESHOLDS.shortest_quotation)
    for line in text.split("\n")[:-1]:
        if len(line.split()) >= THRESHOLDS.shortest_repeated_line:
            yield _normalise(line)
    first_line = _QUOTED_FIRST_LINE.match(text)
    if first_line:
        yield _normalise(first_line[1])


def _find_addressed(
    comment: CommentText, latest: Mapping[str, int], bearers: Mapping[str, int]
) -> int | None:
    """Return the nearest earlier comment by someone whom this one names as if speaking to them, or None.

    Args:
        comment: the one that may answer.
        latest: each author's latest comment before it.
        bearers: how many authors share a first name.

    """
    addressee = None if comment.addressee is None else comment.addressee.lower().strip()
    addressed = [
        index
        for author, index in latest.items()
        if author != comment.author
        and (
            addressee == author.lower()
            or any(_is_spoken_to(comment.text, name) for name in _list_names(author, bearers))
        )
    ]
    return max(addressed, default=None)


def _get_first_name(author: str) -> str:
    return author.split(maxsplit=1)[0].strip(",.")


def _list_names(author: str, bearers: Mapping[str, int]) -> list[str]:
    """Return the names one may be addressed by: all of it, and the first, if no other bears it."""
    first = _get_first_name(author)
    is_word = first.lower() in SENTENCE_WORDS or first.lower() in OPINION_WORDS
    if first == author or len(first) < 3 or bearers[first] > 1 or is_word:
        return [author]
    return [author, first]


def _is_spoken_to(text: str, name: str) -> bool:
    """Return whether `text` speaks to `name`: at its beginning, after "agree with", or set off."""
    if name not in text and name.lower() not in text.lower():
        return False
    who = re.escape(name)
    patterns = (
        rf"@\s?{who}\b",
        rf"^(?:(?:{_GREETING})[,!.]?\s+)?(?-i:{who})(?=\s*[,:–—-]|\s*\n)",
        rf"\b(?:{AGREEMENT}),?\s+(?-i:{who})\b",
        rf"[,–—]\s*(?-i:{who})\s*[.?!]",
    )
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
