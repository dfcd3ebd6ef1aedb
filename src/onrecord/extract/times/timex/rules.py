"""Rules that read time expressions, and the scan that applies them.

In: a block's text and a language's rules. Out: readings, leftmost and longest first, not overlapping.
Out of scope: the parse: what of it a rule may ask is in its `Frame`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onrecord.extract.times.timex.reading import Frame, Reading

MAX_BEFORE_CHARS = 40
MAX_NEED_CHARS = 64
"""How far into it the words may stand that one rule can't do without ("a little more than twenty-five
consecutive academic years")."""


Reader = Callable[[re.Match[str], Frame], tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that may start at one of the words `starts` (`#` is any digit), and its reader.

    `needs` are words of which each match holds one. `stem`, if any, matches where the pattern does; rules that share it are spared together. The reader returns no
    readings where the words are not a time after all.
    """

    name: str
    starts: frozenset[str]
    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader
    stem: re.Pattern[str] | None = None


_WORD = re.compile(r"[^\W\d_]+|\d")
_NO_START = re.compile(r"[\w.,£$€’'-]")
_APOSTROPHES = frozenset("'’")


def rule(
    name: str,
    starts: Iterable[str],
    pattern: str,
    read: Reader,
    *,
    needs: Iterable[str],
    stem: re.Pattern[str] | None = None,
) -> Rule:
    """Return the rule with `pattern` compiled to match whole words, small or capital."""
    compiled = re.compile(rf"(?:{pattern})(?![\w]|[-–][a-z]*\d)", re.IGNORECASE)
    return Rule(name, frozenset(starts), frozenset(needs), compiled, read, stem)


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's rules, told apart by words so that few are tried at any.

    Attributes:
        words: for each word that is of use, the numbers of the needs it meets, and the rules that may
            start at it, in groups with the number of what each needs.
        count: how many numbers there are.

    """

    words: dict[str, tuple[tuple[int, ...], tuple[tuple[int, tuple[Rule, ...]], ...]]]
    count: int


def by_start(rules: Iterable[Rule]) -> Rules:
    """Return the rules by the words they may start with."""
    needs: dict[frozenset[str], int] = {}
    starting: dict[str, dict[int, tuple[Rule, ...]]] = {}
    for each in rules:
        number = needs.setdefault(each.needs, len(needs))
        for start in each.starts:
            groups = starting.setdefault(start, {})
            groups[number] = (*groups.get(number, ()), each)
    known = {word for words in needs for word in words} | set(starting)
    table = {
        word: (
            tuple(number for words, number in needs.items() if word in words),
            tuple(starting.get(word, {}).items()),
        )
        for word in known
    }
    digit = table.pop("#")
    return Rules(table | dict.fromkeys("0123456789", digit), len(needs))


def scan(text: str, rules: Rules, frame_of: Callable[[int, int], Frame]) -> Iterator[Reading]:
    """Yield the readings of `text`: at each word the longest match that its reader accepts.

    Args:
        text: a block's text.
        rules: a language's (see `by_start`).
        frame_of: gives the frame of the words from start to end; asked only for what matched.

    """
    position = 0
    for start, here in _beginnings(text, rules):
        if start < position:
            continue
        for match in _longest_first(here, text, start):
            readings = match[0].read(match[1], frame_of(start, match[1].end()))
            if readings:
                yield from readings
                position = max(reading.end for reading in readings)
                break


def _beginnings(text: str, rules: Rules) -> list[tuple[int, list[Rule]]]:
    """Return where rules may begin, in order: at their words, with what they need near behind."""
    begin = []
    nearest = [len(text) + MAX_NEED_CHARS + 1] * rules.count
    table = rules.words
    found = [
        (word.start(), known)
        for word in _WORD.finditer(_small(text))
        if (known := table.get(word[0]))
    ]
    for start, (kinds, starting) in reversed(found):
        for kind in kinds:
            nearest[kind] = start
        if not starting:
            continue
        here = [group for need, group in starting if nearest[need] - start <= MAX_NEED_CHARS]
        if not here:
            continue
        first = start - (text[start].isdigit() and text[start - 1 : start] in _APOSTROPHES)
        if not first or not _NO_START.match(text, first - 1) or _span_before(text, first):
            begin.append((first, [rule for group in here for rule in group]))
    return begin[::-1]


def _span_before(text: str, start: int) -> bool:
    """Return whether a dash joins a capital to digits before it ("18 Nov 2014-Dec 19 2015")."""
    return (
        text[start - 1] == "-" and start > 1 and text[start - 2].isdigit() and text[start].isupper()
    )


def _small(text: str) -> str:
    """Return `text` in small letters, as long as it was: "İ" alone is longer when small."""
    small = text.lower()
    return small if len(small) == len(text) else text.replace("İ", "I").lower()


def _longest_first(rules: list[Rule], text: str, start: int) -> list[tuple[Rule, re.Match[str]]]:
    stem, holds = None, True
    found = []
    for each in rules:
        if each.stem is not stem:
            stem = each.stem
            holds = stem is None or stem.match(text, start) is not None
        match = each.pattern.match(text, start) if holds else None
        if match:
            found.append((each, match))
    return sorted(found, key=lambda pair: -pair[1].end())
