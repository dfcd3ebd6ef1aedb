"""What rules of time give and may ask: readings, the frame of the words matched, and how readings are made.

In: a match and its frame. Out: a reading that states a calendar day, or one reckoned from publication or
from a time told before. Out of scope: which words are a time (`timerules` and a language's rules).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol


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
    """What to read instead where no noun names the event waited for ("a week after he left"), or no day
    follows to lean on."""
    leans: bool = False
    """Whether it is a time only together with the day right after it ("the night of 3 May")."""


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
        diary: the last day that a verb told on the page was one to come.
        listed: the year of the line that brought in the list which the words stand in, or None.

    """

    parsed: Parsed
    published: str | None = None
    how: str = ""
    before: str = ""
    after: str = ""
    told: str | None = None
    set_in: bool = False
    quarter: str | None = None
    diary: bool = False
    listed: int | None = None

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


_LAST_WORD = re.compile(r"([\w’'-]+)[\s,]*$")


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
