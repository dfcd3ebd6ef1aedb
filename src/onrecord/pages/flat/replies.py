"""Who answers whom in a flattened thread, as far as the comments' own words show.

In: comments in order (author, own words, whom a line over it says it answers). Out: for each the
index of the comment it answers and how that is known. Out of scope: everything that would be a guess:
a comment that neither names nor quotes an earlier one has no parent.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_RUN = re.compile(r"\w+")
_RUN_WORDS = THRESHOLDS.shortest_quoted_line
"""Words in a row by which a text that holds a quotation is found: no quotation is shorter."""
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
    article_words = _WordRuns()
    article_words.add(0, _normalise(article))
    earlier = _WordRuns()
    addressees = _AddresseeIndex(comment.author for comment in comments)
    latest: dict[str, int] = {}
    targets: list[ReplyTarget | None] = []
    for index, comment in enumerate(comments):
        quoted = _find_quoted(comments, earlier, article_words, index)
        named = addressees.find(comment, latest) if quoted is None else None
        if quoted is not None:
            targets.append(ReplyTarget(quoted, "quoted"))
        else:
            targets.append(None if named is None else ReplyTarget(named, "addressed"))
        if comment.author:
            latest[comment.author] = index
        earlier.add(index, _normalise(comment.text))
    return tuple(targets)


class _WordRuns:
    """Texts, each under a number, found by the words that they hold without looking at every one."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._numbers: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def add(self, number: int, text: str) -> None:
        """Add a normalised text; numbers grow."""
        self._texts[number] = text
        words = text.split()
        for run in set(zip(*(words[n:] for n in range(_RUN_WORDS)), strict=False)):
            self._numbers[run].append(number)

    def find(self, words: str) -> Iterator[int]:
        """Yield the numbers of texts that hold these words (normalised) in a row, the latest first; of many with their beginning only the latest."""
        begin = tuple(words.split()[:_RUN_WORDS])
        for number in self._numbers.get(begin, [])[: -THRESHOLDS.compared_comments - 1 : -1]:
            if words in self._texts[number]:
                yield number


def _normalise(text: str) -> str:
    """Return the words of `text` in lower case, a blank around each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _find_quoted(
    comments: Sequence[CommentText], earlier: _WordRuns, article: _WordRuns, index: int
) -> int | None:
    """Return the nearest earlier comment by another hand that holds words quoted here, or None."""
    author = comments[index].author
    for words in _iter_quotations(comments[index].text):
        is_of_article = next(article.find(words), None) is not None
        if len(words.split()) < THRESHOLDS.shortest_quoted_line or is_of_article:
            continue
        for place in earlier.find(words):
            if author is None or comments[place].author != author:
                return place
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


class _AddresseeIndex:
    """The authors of a thread, found by the words of the names that they may be addressed by."""

    def __init__(self, authors: Iterable[str | None]) -> None:
        own = sorted({author for author in authors if author})
        bearers = Counter(map(_get_first_name, own))
        self._by_lower: dict[str, list[str]] = defaultdict(list)
        for author in own:
            self._by_lower[author.lower()].append(author)
        names = [(author, name) for author in own for name in _list_names(author, bearers)]
        words = [set(_RUN.findall(name.lower())) for _, name in names]
        counts = Counter(word for of_name in words for word in of_name)
        # A name is found by the word of it that fewest share; one without a word is always looked for.
        self._by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair, of_name in zip(names, words, strict=True):
            self._by_word[min(of_name, key=lambda w: (counts[w], w), default="")].append(pair)

    def find(self, comment: CommentText, latest: Mapping[str, int]) -> int | None:
        """Return the nearest earlier comment by someone whom this one names as if speaking to them, or None.

        Args:
            comment: the one that may answer.
            latest: each author's latest comment before it.

        """
        addressed = set(self._by_lower.get((comment.addressee or "").lower().strip(), ()))
        for word in {"", *_RUN.findall(comment.text.lower())} & self._by_word.keys():
            addressed.update(
                author
                for author, name in self._by_word[word]
                if author in latest and _is_spoken_to(comment.text, name)
            )
        addressed.discard(comment.author or "")
        return max((latest[author] for author in addressed if author in latest), default=None)


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
