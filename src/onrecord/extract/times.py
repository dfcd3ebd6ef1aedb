"""Times: the time expressions of a page's reported zones as TIMEX3.

In: a page and its parse. Out: times in order of text. Leaves alone comments, furniture, and what a
page without a publication day can't say: such values stay open (`waits_for`), never filled in.

Source: TimeML annotation guidelines 1.2.1 for what is a time and how far it reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.en.calendar import PLANS
from onrecord.language.en.times import TIME_RULES
from onrecord.language.numerals import spaced
from onrecord.language.timerules import MAX_BEFORE_CHARS, Frame, Reading, scan
from onrecord.language.tree import is_infinitive, is_verb, lemma_of, modal, tense
from onrecord.language.verb_group import SUBJECT
from onrecord.records import Block, Page, Parse, Records, Time
from onrecord.records.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "times@1"

MAX_HEADS = 6
_TOLD = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T.*)?")
_JOIN = re.compile(r",? ?(?:on |of |at |in )?(?:the )?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PHRASE = _NOUNS | {"DT", "PRP$", "JJ", "JJR", "JJS", "VBN", "VBG", "POS", "HYPH", "CD", "``", "''"}


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the times of `page`'s reported zones, in order of text.

    Values reckoned from publication use `page.published` alone, as partial as it is; where it says
    too little the value is None and `waits_for` is `published`.
    """
    del found
    times: list[Time] = []
    for block in parse.blocks:
        times.extend(_BlockReader(page, block).times())
    return Records(times=tuple(times))


class _BlockReader:
    """Reads one block, and remembers the last day, month or year told in it."""

    def __init__(self, page: Page, block: Block) -> None:
        self._page = page
        self._block = block
        self._text = spaced(block.doc.text)
        self._published = page.published.value if page.published else None
        self._told: str | None = None
        self._told_id: str | None = None

    def times(self) -> Iterator[Time]:
        """Yield the block's times in order."""
        for reading in _with_events(_with_clocks(self._readings(), self._text), self._block.doc):
            time = self._time(reading)
            yield time
            if time.value and _TOLD.fullmatch(time.value):
                self._told_id = time.id

    def _readings(self) -> Iterator[Reading]:
        for reading in scan(self._text, TIME_RULES, self._frame):
            if reading.value and _TOLD.fullmatch(reading.value):
                self._told = reading.value
            yield reading

    def _frame(self, start: int, end: int) -> Frame:
        doc = self._block.doc
        words = doc.char_span(start, end, alignment_mode="expand")
        tags = [token.tag_ for token in doc[words.end : words.end + 4]] if words else []
        return Frame(
            published=self._published,
            tense=_tense_above(words[-1]) if words else None,
            before=self._text[max(0, start - MAX_BEFORE_CHARS) : start],
            after=self._text[end : end + MAX_BEFORE_CHARS],
            tag_after=tags[0] if tags else "",
            counted=_is_counted(tags),
            named=any(token.ent_type_ in {"PER", "PERSON", "ORG"} for token in words or ()),
            told=self._told,
        )

    def _time(self, reading: Reading) -> Time:
        start, end = self._block.start + reading.start, self._block.start + reading.end
        anchors = {"published": self._published, "time": self._told_id}
        return Time(
            id=content_id("t", self._page.id, start, end, reading.type),
            evidence=self._page.evidence(start, end, NAME),
            type=reading.type,
            value=reading.value,
            anchor=anchors[reading.anchor] if reading.anchor else None,
            waits_for=reading.waits_for,
            mod=reading.mod,
            steps=reading.steps,
        )


def _is_counted(tags: list[str]) -> bool:
    """Return whether a plural noun follows after adjectives or nouns ("2000 more British soldiers")."""
    for tag in tags:
        if tag in {"NNS", "NNPS"}:
            return True
        if tag not in {"JJ", "JJR", "NN", "NNP", "VBN"}:
            return False
    return False


def _tense_above(token: Token) -> str | None:
    """Return `past`, `present` or `future` by the nearest verb above `token`; plans are future."""
    for verb in list(token.ancestors)[:MAX_HEADS]:
        if not is_verb(verb) and not any(child.dep_ == "cop" for child in verb.children):
            continue
        if is_infinitive(verb) and lemma_of(verb.head) in PLANS:
            return "future"
        if modal(verb) not in {None, "can", "must"}:
            return "future"
        said = tense(verb)
        if said is not None:
            return said
    return None


def _with_clocks(readings: Iterable[Reading], text: str) -> Iterator[Reading]:
    """Yield the readings, a clock time and the day beside it as one."""
    last: Reading | None = None
    for reading in readings:
        both = _joined(last, reading, text) if last else None
        if last is not None and both is None:
            yield last
        last = both or reading
    if last is not None:
        yield last


def _joined(first: Reading, second: Reading, text: str) -> Reading | None:
    clock, day = (first, second) if first.type == "TIME" else (second, first)
    if clock.type != "TIME" or day.type != "DATE" or not (clock.value or "").startswith("T"):
        return None
    if not _JOIN.fullmatch(text[first.end : second.start]):
        return None
    if day.value is not None and not _DAY.fullmatch(day.value):
        return None
    steps = (*day.steps, f"clock {clock.value}")
    value = day.value and f"{day.value}{clock.value}"
    return replace(day, start=first.start, end=second.end, type="TIME", value=value, steps=steps)


def _with_events(readings: Iterable[Reading], doc: Doc) -> Iterator[Reading]:
    """Yield the readings, those reckoned from an event with the words that name it."""
    held: Reading | None = None
    for reading in readings:
        if held is not None:
            yield _with_event(held, doc, reading.start)
        held = reading
    if held is not None:
        yield _with_event(held, doc, None)


def _with_event(reading: Reading, doc: Doc, limit: int | None) -> Reading:
    words = doc.char_span(reading.start, reading.end) if reading.waits_for == "event" else None
    if words is None:
        return reading
    end, named = reading.end, None
    for token in doc[words.end : words.end + 8]:
        if token.tag_ not in _PHRASE or (limit is not None and token.idx >= limit):
            break
        if token.tag_ in _NOUNS:
            end, named = token.idx + len(token.text), token
    # "a week after he resigned": a clause names the event, and its subject alone would not.
    return reading if named is None or named.dep_ in SUBJECT else replace(reading, end=end)
