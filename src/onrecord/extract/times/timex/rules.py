"""Rules that read time expressions, an index over them, and the scan that applies them.

In: a block's text and a language's rules. Out: readings, leftmost and longest first, not overlapping.
Out of scope: the parse; what a rule may ask about it is in its `TimexContext`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading

RuleReader = Callable[[re.Match[str], TimexContext], tuple[TimexReading, ...]]
ANY_DIGIT = "#"


@dataclass(frozen=True, slots=True)
class TimexRule:
    """A pattern and the function that reads its matches.

    Attributes:
        name: what the rule finds.
        first_words: the words at which a match may start, in lower case; `#` is any digit.
        required: words of which every match contains at least one.
        pattern: matches the whole expression.
        read: returns the readings of a match, or none where the words are not a time after all.
        prefix: a pattern that matches wherever `pattern` does, or None; rules that share it are skipped
            together where it does not match.

    """

    name: str
    first_words: frozenset[str]
    required: frozenset[str]
    pattern: re.Pattern[str]
    read: RuleReader
    prefix: re.Pattern[str] | None = None


_WORD = re.compile(r"[^\W\d_]+|\d")
_INSIDE_WORD = re.compile(r"[\w.,£$€’'-]")
"""What may not stand right before a time."""
_TWO_DIGITS = re.compile(r"\d\d(?!\d)")
"""What an apostrophe may cut: "'98", "'90s"; before more digits it is a quotation mark."""
_APOSTROPHES = frozenset("'’‘")


def build_rule(
    name: str,
    first_words: Iterable[str],
    pattern: str,
    read: RuleReader,
    *,
    required: Iterable[str],
    prefix: re.Pattern[str] | None = None,
) -> TimexRule:
    """Return the rule with `pattern` compiled to match whole words in any case."""
    compiled = re.compile(rf"(?:{pattern})(?![\w]|[-–][a-z]*\d)", re.IGNORECASE)
    return TimexRule(name, frozenset(first_words), frozenset(required), compiled, read, prefix)


@dataclass(frozen=True, slots=True)
class _WordEntry:
    """What a word means to the index.

    Attributes:
        satisfies: numbers of the sets of required words that the word is in.
        starting: the rules that may start at the word, grouped by the number of their set of required words.

    """

    satisfies: tuple[int, ...]
    starting: tuple[tuple[int, tuple[TimexRule, ...]], ...]


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """A language's rules by their words, so that few are tried at any word.

    Attributes:
        entries: for each word that starts a rule or is required by one, what it means.
        required_sets: how many different sets of required words there are.

    """

    entries: dict[str, _WordEntry]
    required_sets: int


def index_rules(rules: Iterable[TimexRule]) -> RuleIndex:
    """Return an index of the rules by the words that they may start with and that they require."""
    numbers: dict[frozenset[str], int] = {}
    starting: dict[str, dict[int, tuple[TimexRule, ...]]] = {}
    for rule in rules:
        number = numbers.setdefault(rule.required, len(numbers))
        for word in rule.first_words:
            groups = starting.setdefault(word, {})
            groups[number] = (*groups.get(number, ()), rule)
    known_words = {word for required in numbers for word in required} | set(starting)
    entries = {
        word: _WordEntry(
            tuple(number for required, number in numbers.items() if word in required),
            tuple(starting.get(word, {}).items()),
        )
        for word in known_words
    }
    digit = entries.pop(ANY_DIGIT)
    return RuleIndex(entries | dict.fromkeys("0123456789", digit), len(numbers))


def scan(
    text: str, rules: RuleIndex, context_of: Callable[[int, int], TimexContext]
) -> Iterator[TimexReading]:
    """Yield the readings of `text`: at each word the longest match that its reader accepts.

    Args:
        text: a block's text.
        rules: the index of a language's rules.
        context_of: returns the context of the words from start to end; called for matches only.

    """
    position = 0
    for start, candidates in _find_starts(text, rules):
        if start < position:
            continue
        for rule, match in _match_longest_first(candidates, text, start):
            readings = rule.read(match, context_of(start, match.end()))
            if readings:
                yield from readings
                position = max(reading.end for reading in readings)
                break


def _find_starts(text: str, rules: RuleIndex) -> list[tuple[int, list[TimexRule]]]:
    """Return where rules may start, in order, with those rules whose required words follow closely."""
    reach = THRESHOLDS.required_word_chars
    next_required = [len(text) + reach + 1] * rules.required_sets
    known_words = [
        (word.start(), entry)
        for word in _WORD.finditer(_lower_keeping_length(text))
        if (entry := rules.entries.get(word[0]))
    ]
    starts = []
    for start, entry in reversed(known_words):
        for number in entry.satisfies:
            next_required[number] = start
        groups = [group for need, group in entry.starting if next_required[need] - start <= reach]
        if not groups:
            continue
        first = start - (
            _TWO_DIGITS.match(text, start) is not None and text[start - 1 : start] in _APOSTROPHES
        )
        if not first or not _INSIDE_WORD.match(text, first - 1) or _is_range_end(text, first):
            starts.append((first, [rule for group in groups for rule in group]))
    return starts[::-1]


def _is_range_end(text: str, start: int) -> bool:
    """Return whether a hyphen joins a capital to digits before it ("18 Nov 2014-Dec 19 2015")."""
    return (
        text[start - 1] == "-" and start > 1 and text[start - 2].isdigit() and text[start].isupper()
    )


def _lower_keeping_length(text: str) -> str:
    """Return `text` in lower case and of the same length: "İ" alone becomes longer in lower case."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("İ", "I").lower()


def _match_longest_first(
    rules: list[TimexRule], text: str, start: int
) -> list[tuple[TimexRule, re.Match[str]]]:
    """Return the rules that match at `start` with their matches, the longest first, ties in the order of `rules`."""
    prefix, prefix_matches = None, True
    matches = []
    for rule in rules:
        if rule.prefix is not prefix:
            prefix = rule.prefix
            prefix_matches = prefix is None or prefix.match(text, start) is not None
        match = rule.pattern.match(text, start) if prefix_matches else None
        if match:
            matches.append((rule, match))
    return sorted(matches, key=lambda pair: -pair[1].end())
