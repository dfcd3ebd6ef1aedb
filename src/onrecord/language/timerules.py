"""Rules that read time expressions, and the scan that applies them.

In: a block's text and a language's rules. Out: readings, leftmost and longest first, not overlapping.
Leaves alone the parse: what of it a rule may ask is in its `Frame`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

MAX_BEFORE_CHARS = 40
MAX_NEED_CHARS = 64
"""How far into it the words may stand that one rule can't do without ("a little more than twenty-five
consecutive academic years")."""


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


class Parsed(Protocol):
    """What the parse says of the words matched; each is found out when a rule asks for it."""

    @property
    def tense(self) -> str | None:
        """`past`, `present` or `future` of the verb nearest above the words, or None."""

    @property
    def tag_before(self) -> str:
        """Penn tag of the word before, or ""."""

    @property
    def tag_after(self) -> str:
        """Penn tag of the word after, or ""."""

    @property
    def counted(self) -> bool:
        """Whether a plural noun follows after an adjective or more ("2000 more soldiers")."""

    @property
    def named(self) -> bool:
        """Whether the words stand in a person's or organisation's name."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a rule may know beside the words it matched.

    Attributes:
        parsed: what the parse says of the words.
        published: the page's publication time, ISO 8601 as partial as it is known, or None.
        how: how that is known (see `records.page.Dated`), or "".
        before: up to MAX_BEFORE_CHARS of the text before the words.
        after: up to as many characters after them.
        told: value of the last day, month, part of a year or year told before in the block, or None.
        set_in: the text sets its scene in the time told ("In March 2003 …"): a deed of its own is in it.
        quarter: the last quarter or half-year told before on the page, or None.

    """

    parsed: Parsed
    published: str | None = None
    how: str = ""
    before: str = ""
    after: str = ""
    told: str | None = None
    set_in: bool = False
    quarter: str | None = None

    @property
    def tense(self) -> str | None:
        """See `Parsed`."""
        return self.parsed.tense

    @property
    def tag_before(self) -> str:
        """See `Parsed`."""
        return self.parsed.tag_before

    @property
    def tag_after(self) -> str:
        """See `Parsed`."""
        return self.parsed.tag_after

    @property
    def counted(self) -> bool:
        """See `Parsed`."""
        return self.parsed.counted

    @property
    def named(self) -> bool:
        """See `Parsed`."""
        return self.parsed.named

    @property
    def word_before(self) -> str:
        """The word before, small, or ""."""
        found = _LAST_WORD.search(self.before)
        return found[1].lower() if found else ""


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


_LAST_WORD = re.compile(r"([\w’'-]+)[\s,]*$")
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
