"""Times: the time expressions of a page's reported zones as TIMEX3.

In: a page and its parse. Out: times in order of text. Out of scope: comments, furniture, and what a
page without a publication day can't say: such values stay open (`waits_for`), never filled in.

Source: TimeML annotation guidelines 1.2.1 for what is a time and how far it reaches.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from onrecord.extract.times.en.patterns import AHEAD, BEHIND
from onrecord.extract.times.en.rules import TIME_RULES
from onrecord.extract.times.quoted_times import as_said
from onrecord.extract.times.tense import tense_over
from onrecord.extract.times.timex import arithmetic
from onrecord.extract.times.timex.granularity import precision
from onrecord.extract.times.timex.joins import with_clocks, with_events, with_hedges
from onrecord.extract.times.timex.reading import Frame, Reading
from onrecord.extract.times.timex.rules import MAX_BEFORE_CHARS, scan
from onrecord.language.numerals import normalise_spacing
from onrecord.language.syntax.tag_sets import PLURAL_NOUN_TAGS
from onrecord.records import Block, Page, Parse, Records, Time
from onrecord.records.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Span

NAME = "times@4"

MAX_TOLD_BLOCKS = 2
"""A paragraph may reckon from a time told in the one before it: news is written a sentence a paragraph."""

_IN_PRESENT = frozenset({"headline", "caption"})
_TOLD = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?|-[QH]\d)?(?:T.*)?")
_SET_IN = re.compile(r"\b(?:in|on) (?:the )?$", re.IGNORECASE)
_BLANK = re.compile(r"[^\S ]")
_HEADING = re.compile(r"^(?=[^\n]{0,80}$)(?!.*\d{4}.*\d{4}).*\b((?:19|20)\d\d)\b[^.;,]*:$")
"""A line that brings in a list, and its year: "Tour 2023 dates:"."""
_LINE = re.compile(r"\W*(?:\d{1,2}\b|[A-Z][a-z]{2,8}\.?,? (?:[A-Z][a-z]+ )?\d{1,2}\b)")
"""How a line of such a list begins: with a day."""
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUARTER = re.compile(r"\d{4}-[QH]\d")


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the times of `page`'s reported zones, in order of text.

    Values reckoned from publication use `page.published` alone, as partial as it is; where it says
    too little the value is None and `waits_for` is `published`.
    """
    del found
    times: list[Time] = []
    told, page_told = _Told(), _PageTold()
    for block in parse.blocks:
        told = told if told.blocks < MAX_TOLD_BLOCKS else _Told()
        told.blocks += 1
        times.extend(_BlockReader(page, block, told, page_told).times())
    return Records(times=tuple(times))


@dataclass(slots=True)
class _Told:
    """A value told before, the id of the time that told it, and in how many blocks since it stood.

    `set_in` is whether it stood after "in" or "on".
    """

    value: str | None = None
    id: str | None = None
    blocks: int = 0
    set_in: bool = False


@dataclass(slots=True)
class _PageTold:
    """What a page told before, however long ago: its last quarter, and whether its last day lay ahead.

    `heading` is the year of the line that brings in a list, as long as the list goes on.
    """

    quarter: str | None = None
    quarter_id: str | None = None
    diary: bool = False
    heading: int | None = None


class _BlockReader:
    """Reads one block; keeps the last day, month or year told, and the page's last quarter."""

    def __init__(self, page: Page, block: Block, told: _Told, page_told: _PageTold) -> None:
        self._page = page
        self._block = block
        self._text = normalise_spacing(
            _BLANK.sub(" ", page.text[block.zone.start : block.zone.end])
        )
        self._published = page.published.value if page.published else None
        self._how = page.published.how if page.published else ""
        self._told = told
        self._page_told = page_told

    @cached_property
    def _starts(self) -> Any:
        return self._block.doc.to_array("IDX")

    def times(self) -> Iterator[Time]:
        """Yield the block's times in order."""
        if (heading := _HEADING.search(self._text)) is not None:
            self._page_told.heading = int(heading[1])
        elif not _LINE.match(self._text):
            self._page_told.heading = None
        readings = with_clocks(self._readings(), self._text)
        readings = as_said(readings, self._text, self._published)
        for reading in with_hedges(with_events(readings, self._block.doc), self._text):
            time = self._time(reading)
            yield time
            if time.value and _TOLD.fullmatch(time.value):
                self._told.id = time.id
            if self._is_reported(reading):
                self._page_told.quarter_id = time.id

    def _readings(self) -> Iterator[Reading]:
        for reading in scan(self._text, TIME_RULES, self._frame):
            if reading.value and _TOLD.fullmatch(reading.value):
                self._told.value, self._told.blocks = reading.value, 0
                self._told.set_in = bool(
                    _SET_IN.search(self._text, max(0, reading.start - 8), reading.start)
                )
            if self._is_reported(reading):
                self._page_told.quarter = reading.value
            self._note_diary(reading)
            yield reading

    def _is_reported(self, reading: Reading) -> bool:
        """Return whether it is a quarter that later ones are reckoned from: told, and not to come."""
        value = reading.value or ""
        if not _QUARTER.fullmatch(value) or reading.anchor == "quarter":
            return False
        now = arithmetic.shift(self._published, 0, "Q")
        return now is None or value <= now

    def _note_diary(self, reading: Reading) -> None:
        """Note whether a verb told this day as one to come; lists of days go with what announces them."""
        steps = " ".join(reading.steps)
        if BEHIND in steps:
            self._page_told.diary = False
        elif _DATED.fullmatch(reading.value or "") and reading.anchor is None:
            self._page_told.diary |= (reading.value or "") > (self._published or "9")
        elif any(step in steps for step in AHEAD):
            self._page_told.diary = (reading.value or "") > (self._published or "9")

    def _frame(self, start: int, end: int) -> Frame:
        return Frame(
            parsed=_Words(self._words, self._block.zone.role, start, end),
            published=self._published,
            how=self._how,
            before=self._text[max(0, start - MAX_BEFORE_CHARS) : start],
            after=self._text[end : end + MAX_BEFORE_CHARS],
            told=self._told.value,
            set_in=self._told.set_in,
            quarter=self._page_told.quarter,
            diary=self._page_told.diary,
            listed=self._page_told.heading,
        )

    def _words(self, start: int, end: int) -> Span | None:
        """Return the tokens that the block's text from `start` to `end` touches, or None."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end)
        return self._block.doc[max(0, first) : last] if last > first else None

    def _time(self, reading: Reading) -> Time:
        start, end = self._block.start + reading.start, self._block.start + reading.end
        anchors = {
            "published": self._published,
            "time": self._told.id,
            "quarter": self._page_told.quarter_id,
        }
        return Time(
            id=content_id("t", self._page.id, start, end, reading.type),
            evidence=self._page.evidence(start, end, NAME),
            type=reading.type,
            value=reading.value,
            anchor=anchors.get(reading.anchor, reading.anchor) if reading.anchor else None,
            waits_for=reading.waits_for,
            mod=reading.mod,
            steps=_told_steps(self._text[reading.start : reading.end], reading),
        )


class _Words:
    """What the parse says of the words from `start` to `end` of a block; see `Parsed`."""

    def __init__(
        self, words_of: Callable[[int, int], Span | None], role: str, start: int, end: int
    ) -> None:
        self._asked = words_of, start, end
        self._role = role

    @cached_property
    def _span(self) -> Span | None:
        words_of, start, end = self._asked
        return words_of(start, end)

    @cached_property
    def tense(self) -> str | None:
        """The tense over the words; headlines and captions tell in the present what was."""
        said = tense_over(self._span) if self._span else None
        return "past" if said == "present" and self._role in _IN_PRESENT else said

    @cached_property
    def _tags(self) -> list[str]:
        span = self._span
        return [token.tag_ for token in span.doc[span.end : span.end + 4]] if span else []

    @property
    def tag_before(self) -> str:
        """Penn tag of the word before, or ""."""
        span = self._span
        return span.doc[span.start - 1].tag_ if span and span.start else ""

    @property
    def tag_after(self) -> str:
        """Penn tag of the word after, or ""."""
        return self._tags[0] if self._tags else ""

    @property
    def counted(self) -> bool:
        """Whether a plural noun follows after adjectives or nouns ("2000 more British soldiers")."""
        for tag in self._tags:
            if tag in PLURAL_NOUN_TAGS:
                return True
            if tag not in {"JJ", "JJR", "NN", "NNP", "VBN"}:
                return False
        return False

    @cached_property
    def named(self) -> bool:
        """Whether one of the words stands in a person's or organisation's name."""
        return any(token.ent_type_ in {"PER", "PERSON", "ORG"} for token in self._span or ())


def _told_steps(words: str, reading: Reading) -> tuple[str, ...]:
    """Return how the value was read: the words, each step, and the value with its precision."""
    steps = (f"'{words}'", *reading.steps)
    if reading.mod:
        steps = (*steps, f"mod {reading.mod}")
    if reading.value is None:
        return (*steps, f"open: waits for {reading.waits_for}")
    waits = f"; when it was waits for {reading.waits_for}" if reading.waits_for else ""
    return (*steps, f"→ {reading.value}, {precision(reading.value)}{waits}")
