"""Rules that read time expressions, and the scan that applies them.

In: a block's text and a language's rules. Out: readings, leftmost and longest first, not overlapping.
Leaves alone the parse: what of it a rule may ask is in its `Frame`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

MAX_BEFORE_CHARS = 40
MAX_CORE_CHARS = 28
"""How far into an expression its first word of time may stand ("the most recent financial quarter")."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One time expression read: where it stands in the block's text, and the fields of a Time.

    `anchor` is `published`, `time` (the one told before) or `quarter` (the one told before) until the
    extractor puts its value there.
    """

    start: int
    end: int
    type: str
    value: str | None
    anchor: str | None = None
    waits_for: str | None = None
    mod: str | None = None
    steps: tuple[str, ...] = ()
    otherwise: Reading | None = None
    """What to read instead where no noun names the event waited for ("a week after he left")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a rule may know beside the words it matched.

    Attributes:
        published: the page's publication time, ISO 8601 as partial as it is known, or None.
        how: how that is known (see `records.page.Dated`), or "".
        tense: `past`, `present` or `future` of the verb nearest above the words, or None.
        before: up to MAX_BEFORE_CHARS of the text before the words.
        after: up to as many characters after them.
        tag_after: Penn tag of the word after, or "".
        counted: a plural noun follows after an adjective or more ("2000 more soldiers").
        named: the words stand in a person's or organisation's name.
        told: value of the last day, month, part of a year or year told before in the block, or None.
        quarter: the last quarter or half-year told before on the page, or None.

    """

    published: str | None = None
    how: str = ""
    tense: str | None = None
    before: str = ""
    after: str = ""
    tag_after: str = ""
    counted: bool = False
    named: bool = False
    told: str | None = None
    quarter: str | None = None

    @property
    def word_before(self) -> str:
        """The word before, small, or ""."""
        found = _LAST_WORD.search(self.before)
        return found[1].lower() if found else ""


Reader = Callable[[re.Match[str], Frame], tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that may start at one of the words `starts` (`#` is any digit), and its reader.

    The reader returns no readings where the words are not a time after all.
    """

    name: str
    starts: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader


_LAST_WORD = re.compile(r"([\w’'-]+)[\s,]*$")
_START = re.compile(
    r"(?<![\w.,£$€’'-])(?:[^\W\d_]+|['’]?\d|Q[1-4])|(?<=[–—/])(?:[^\W\d_]+|\d)|(?<=[\w]['’] )\d"
)


def rule(name: str, starts: Iterable[str], pattern: str, read: Reader) -> Rule:
    """Return the rule with `pattern` compiled to match whole words, small or capital."""
    compiled = re.compile(rf"(?:{pattern})(?![\w]|[-–][a-z]*\d)", re.IGNORECASE)
    return Rule(name, frozenset(starts), compiled, read)


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's rules by the words they may start with, and `core`: words one of which each needs.

    `core` spares the rules where "the" or "a" begins and nothing of time is near.
    """

    by_word: dict[str, tuple[Rule, ...]]
    core: frozenset[str]


def by_start(rules: Iterable[Rule], core: Iterable[str]) -> Rules:
    """Return the rules by the words they may start with; `core` are the words of time, small."""
    index: dict[str, tuple[Rule, ...]] = {}
    for each in rules:
        for start in each.starts:
            index[start] = (*index.get(start, ()), each)
    return Rules(index, frozenset({"#", *core}))


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


def _beginnings(text: str, rules: Rules) -> list[tuple[int, tuple[Rule, ...]]]:
    """Return where a rule may begin, in order: at its words, with a word of time near behind."""
    begin = []
    core = len(text) + MAX_CORE_CHARS + 1
    for start, word in reversed(
        [(found.start(), found[0].lower()) for found in _START.finditer(text)]
    ):
        key = "#" if word[-1].isdigit() and word[0] != "q" else word
        if key in rules.core:
            core = start
        here = rules.by_word.get(key)
        if here and core - start <= MAX_CORE_CHARS:
            begin.append((start, here))
    return begin[::-1]


def _longest_first(
    rules: tuple[Rule, ...], text: str, start: int
) -> list[tuple[Rule, re.Match[str]]]:
    found = [(each, match) for each in rules if (match := each.pattern.match(text, start))]
    return sorted(found, key=lambda pair: -pair[1].end())


def on_calendar(
    match: re.Match[str], value: str | None, step: str, *, mod: str | None = None
) -> Reading:
    """Return a DATE that the words themselves state."""
    return Reading(*span_of(match), "DATE", value, mod=mod, steps=(step,))


def from_published(
    match: re.Match[str],
    value: str | None,
    frame: Frame,
    steps: tuple[str, ...],
    *,
    mod: str | None = None,
    kind: str = "DATE",
) -> Reading:
    """Return a reading reckoned from the day of publication; open where `value` is None."""
    start, end = span_of(match)
    if value is None:
        known = frame.published
        why = f"the page is dated {known}, too coarse for this" if known else "the page has no date"
        return Reading(start, end, kind, None, None, "published", mod, (*steps, why))
    how = f" ({frame.how})" if frame.how else ""
    done = (*steps, f"from published {frame.published}{how}")
    return Reading(start, end, kind, value, "published", None, mod, done)


def from_told(
    match: re.Match[str],
    value: str | None,
    frame: Frame,
    steps: tuple[str, ...],
    *,
    kind: str = "DATE",
) -> Reading:
    """Return a reading reckoned from the last time told before; open where `value` is None."""
    start, end = span_of(match)
    if value is None:
        why = f"too coarse a time before: {frame.told}" if frame.told else "no time told before"
        return Reading(start, end, kind, None, None, "time", None, (*steps, why))
    return Reading(
        start, end, kind, value, "time", steps=(*steps, f"from {frame.told}, told before")
    )


def span_of(match: re.Match[str], group: str = "span") -> tuple[int, int]:
    """Return the span of `group`, or of the whole match where the pattern has no such group."""
    if group in match.re.groupindex and match[group] is not None:
        return match.span(group)
    return match.span()


def moved(reading: Reading, start: int, end: int) -> Reading:
    """Return `reading` for the words from `start` to `end`."""
    return replace(reading, start=start, end=end)
