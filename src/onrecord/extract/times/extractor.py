"""Times: the time expressions of a page's reported zones as TIMEX3.

In: a page and its parse. Out: times in order of text. Out of scope: comments and furniture; and values that a page
without a publication day cannot give: they stay open (`waits_for`) and are never filled in.

Source: TimeML annotation guidelines 1.2.1 for what is a time and how far it extends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from onrecord.extract.times.en.lexicon.connectives import SCENE_BEFORE
from onrecord.extract.times.en.numeric_dates import infer_day_order
from onrecord.extract.times.en.rules import TIME_RULES
from onrecord.extract.times.extents import extend_to_events, extend_to_hedges
from onrecord.extract.times.joins import join_clocks
from onrecord.extract.times.quoted_times import resolve_quoted_days
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import arithmetic, value_patterns
from onrecord.extract.times.timex.context import DayOrder, TimexContext
from onrecord.extract.times.timex.granularity import describe_precision
from onrecord.extract.times.timex.reading import TimexReading
from onrecord.extract.times.timex.rules import scan
from onrecord.extract.times.word_syntax import SpanSyntax
from onrecord.extract.times.year_joins import take_year_before, take_years_of_lists
from onrecord.language.en.legal_citations import find_citation_spans
from onrecord.language.numerals import normalise_spacing
from onrecord.records import Block, Page, Parse, Records, Time
from onrecord.records.ids import build_content_id
from onrecord.records.time import ANCHORS_IN_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Span

NAME = "times@7"

_OTHER_WHITESPACE = re.compile(r"[^\S ]")
_LIST_HEADING = re.compile(r"^(?=[^\n]{0,80}$)(?!.*\d{4}.*\d{4}).*\b((?:19|20)\d\d)\b[^.;,]*:$")
"""The heading of a list, with its year: "Tour 2023 dates:"."""
_LIST_LINE = re.compile(r"\W*(?:\d{1,2}\b|[A-Z][a-z]{2,8}\.?,? (?:[A-Z][a-z]+ )?\d{1,2}\b)")
"""How a line of such a list begins: with a day."""


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the times of `page`'s reported zones, in order of text.

    Values relative to publication are computed from `page.published` alone, as partial as it is; where it is too
    coarse the value is None and `waits_for` is `published`.
    """
    del found
    times: list[Time] = []
    antecedent, state = _Antecedent(), _PageState(day_order=infer_day_order(page.text))
    for block in parse.blocks:
        if antecedent.blocks >= THRESHOLDS.antecedent_blocks:
            antecedent = _Antecedent()
        antecedent.blocks += 1
        times.extend(_BlockReader(page, block, antecedent, state).read_times())
    return Records(times=tuple(times))


@dataclass(slots=True)
class _Antecedent:
    """The last day, month or year read, from which later times can be computed.

    Attributes:
        value: its value, or None.
        id: the id of its record, or None.
        blocks: how many blocks have begun since it was read.
        sets_scene: whether it follows "in" or "on".

    """

    value: str | None = None
    id: str | None = None
    blocks: int = 0
    sets_scene: bool = False


@dataclass(slots=True)
class _PageState:
    """What the blocks of a page read so far mean for later ones, however far away.

    Attributes:
        quarter: value of the last quarter or half-year that is not in the future, or None.
        quarter_id: the id of its record, or None.
        last_day_was_ahead: whether the last day with a verb over it was after publication.
        list_year: the year in the heading of a list, while the list goes on; or None.
        day_order: whether the day comes first in the page's dates in digits.

    """

    quarter: str | None = None
    quarter_id: str | None = None
    last_day_was_ahead: bool = False
    list_year: int | None = None
    day_order: DayOrder = field(default_factory=DayOrder)


class _BlockReader:
    """Reads the times of one block, and keeps the antecedent and the state of the page up to date."""

    def __init__(
        self, page: Page, block: Block, antecedent: _Antecedent, state: _PageState
    ) -> None:
        self._page = page
        self._block = block
        text = page.text[block.zone.start : block.zone.end]
        self._text = normalise_spacing(_OTHER_WHITESPACE.sub(" ", text))
        self._published = page.published.value if page.published else None
        self._published_how = page.published.how if page.published else ""
        self._antecedent = antecedent
        self._state = state

    @cached_property
    def _token_starts(self) -> Any:
        return self._block.doc.to_array("IDX")

    def read_times(self) -> Iterator[Time]:
        """Yield the block's times in order."""
        self._note_list()
        dated = take_years_of_lists(self._read_text(), self._text)
        readings = join_clocks(dated, self._text)
        readings = resolve_quoted_days(readings, self._text, self._published)
        for reading in extend_to_hedges(extend_to_events(readings, self._block.doc), self._text):
            time = self._build_time(reading)
            yield time
            if time.value and value_patterns.CALENDAR_POINT.fullmatch(time.value):
                self._antecedent.id = time.id
            if self._is_past_quarter(reading):
                self._state.quarter_id = time.id

    def _note_list(self) -> None:
        """Note the year in the heading of a list; a block that is no line of it ends the list."""
        heading = _LIST_HEADING.search(self._text)
        if heading is not None:
            self._state.list_year = int(heading[1])
        elif not _LIST_LINE.match(self._text):
            self._state.list_year = None

    def _read_text(self) -> Iterator[TimexReading]:
        previous = None
        citations = find_citation_spans(self._text)
        for found in scan(self._text, TIME_RULES, self._build_context):
            if any(start < found.end and found.start < end for start, end in citations):
                continue
            reading = previous = take_year_before(found, previous, self._text)
            self._note_antecedent(reading)
            if self._is_past_quarter(reading):
                self._state.quarter = reading.value
            self._note_day(reading)
            yield reading

    def _note_antecedent(self, reading: TimexReading) -> None:
        if not reading.value or not value_patterns.CALENDAR_POINT.fullmatch(reading.value):
            return
        self._antecedent.value, self._antecedent.blocks = reading.value, 0
        first = max(0, reading.start - THRESHOLDS.scene_preposition_chars)
        scene = SCENE_BEFORE.search(self._text, first, reading.start)
        self._antecedent.sets_scene = scene is not None

    def _is_past_quarter(self, reading: TimexReading) -> bool:
        """Return whether it is a quarter or half-year that others can be computed from: stated, and not in the future."""
        value = reading.value or ""
        if not value_patterns.QUARTER_OR_HALF.fullmatch(value) or reading.anchor == "quarter":
            return False
        now = arithmetic.shift(self._published, 0, "Q")
        return now is None or value <= now

    def _note_day(self, reading: TimexReading) -> None:
        """Note whether this day is ahead, by its verb or date; the lines of a list are like the day that announces it."""
        value = reading.value or ""
        is_ahead = value > (self._published or "9")
        if reading.verb_side == "before":
            self._state.last_day_was_ahead = False
        elif value_patterns.DAY.fullmatch(value) and reading.anchor is None:
            self._state.last_day_was_ahead |= is_ahead
        elif reading.verb_side == "after":
            self._state.last_day_was_ahead = is_ahead

    def _build_context(self, start: int, end: int) -> TimexContext:
        return TimexContext(
            syntax=SpanSyntax(self._find_tokens, self._block.zone.role, start, end),
            published=self._published,
            published_how=self._published_how,
            before=self._text[max(0, start - THRESHOLDS.context_chars) : start],
            after=self._text[end : end + THRESHOLDS.context_chars],
            antecedent=self._antecedent.value,
            antecedent_sets_scene=self._antecedent.sets_scene,
            antecedent_quarter=self._state.quarter,
            last_day_was_ahead=self._state.last_day_was_ahead,
            list_year=self._state.list_year,
            day_order=self._state.day_order,
        )

    def _find_tokens(self, start: int, end: int) -> Span | None:
        """Return the tokens that overlap the block's text from `start` to `end`, or None."""
        first = bisect_right(self._token_starts, start) - 1
        after_last = bisect_left(self._token_starts, end)
        return self._block.doc[max(0, first) : after_last] if after_last > first else None

    def _build_time(self, reading: TimexReading) -> Time:
        start, end = self._block.start + reading.start, self._block.start + reading.end
        anchors = {
            "published": self._published,
            "time": self._antecedent.id,
            "quarter": self._state.quarter_id,
        }
        return Time(
            id=build_content_id("t", self._page.id, start, end, reading.type),
            evidence=self._page.evidence(start, end, NAME),
            type=reading.type,
            value=reading.value,
            anchor=anchors.get(reading.anchor, reading.anchor) if reading.anchor else None,
            waits_for=reading.waits_for,
            mod=reading.mod,
            steps=_render_steps(self._text[reading.start : reading.end], reading),
        )


def _render_steps(words: str, reading: TimexReading) -> tuple[str, ...]:
    """Return how the value was computed, in words: the expression, each step, and the value with its precision."""
    steps = [f"'{words}'", *(step.text for step in reading.derivation)]
    if reading.mod:
        steps.append(f"TIMEX3 modifier: {reading.mod}")
    if reading.value is None:
        return (*steps, f"open: waits for {_name_anchor(reading)}")
    waits = f"; its place in time waits for {_name_anchor(reading)}" if reading.waits_for else ""
    return (*steps, f"→ {reading.value}, {describe_precision(reading.value)}{waits}")


def _name_anchor(reading: TimexReading) -> str:
    return ANCHORS_IN_WORDS[reading.waits_for or "published"]
