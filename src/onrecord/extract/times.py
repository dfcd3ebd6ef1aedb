"""Times: the time expressions of a page's reported zones as TIMEX3.

In: a page and its parse. Out: times in order of text. Leaves alone comments, furniture, and what a
page without a publication day can't say: such values stay open (`waits_for`), never filled in.

Source: TimeML annotation guidelines 1.2.1 for what is a time and how far it reaches.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.language.en.times import TIME_RULES
from onrecord.language.timerules import MAX_BEFORE_CHARS, Frame, Reading, scan
from onrecord.language.tree import is_infinitive, is_verb, tense
from onrecord.records import Block, Page, Parse, Records, Time
from onrecord.records.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "times@1"

MAX_HEADS = 6
_PLANS = frozenset(
    {"plan", "expect", "schedule", "due", "set", "intend", "hope", "likely", "want", "aim", "seek"}
)
_ABSOLUTE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T.*)?")


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
    """Reads one block, and remembers the last time told in it."""

    def __init__(self, page: Page, block: Block) -> None:
        self._page = page
        self._block = block
        self._published = page.published.value if page.published else None
        self._told: Time | None = None

    def times(self) -> list[Time]:
        text = self._block.doc.text
        found: list[Time] = []
        for reading in _joined(scan(text, TIME_RULES, self._frame), text):
            time = self._time(reading)
            found.append(time)
            if time.value and _ABSOLUTE.fullmatch(time.value):
                self._told = time
        return found

    def _frame(self, start: int, end: int) -> Frame:
        doc = self._block.doc
        words = doc.char_span(start, end, alignment_mode="expand")
        after = doc[words.end] if words is not None and words.end < len(doc) else None
        return Frame(
            published=self._published,
            tense=_tense_above(words[-1]) if words else None,
            before=doc.text[max(0, start - MAX_BEFORE_CHARS) : start],
            after=doc.text[end : end + MAX_BEFORE_CHARS],
            tag_after=after.tag_ if after is not None else "",
            named=bool(words) and any(t.ent_type_ in {"PER", "PERSON", "ORG"} for t in words),
            told=self._told.value if self._told else None,
        )

    def _time(self, reading: Reading) -> Time:
        start, end = self._block.start + reading.start, self._block.start + reading.end
        anchors = {"published": self._published, "time": self._told.id if self._told else None}
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


_BETWEEN = re.compile(r",? (?:on |of )?(?:the )?|,? ")


def _joined(readings, text):
    """Yield readings, a clock time and the day beside it as one."""
    last = None
    for reading in readings:
        if last is not None:
            both = _with_day(last, reading, text)
            if both is not None:
                last = both
                continue
            yield last
        last = reading
    if last is not None:
        yield last


def _with_day(first: Reading, second: Reading, text: str) -> Reading | None:
    if not _BETWEEN.fullmatch(text[first.end : second.start]) and not re.fullmatch(r",? (?:at |in )", text[first.end:second.start]):
        return None
    clock, day = (first, second) if first.type == "TIME" else (second, first)
    if clock.type != "TIME" or day.type != "DATE" or not (clock.value or "").startswith("T"):
        return None
    precise = day.value is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", day.value)
    if not precise:
        return None
    value = day.value and f"{day.value}{clock.value}"
    steps = (*day.steps, f"clock {clock.value}")
    return Reading(first.start, second.end, "TIME", value, day.anchor, day.waits_for, None, steps)


def _tense_above(token: Token) -> str | None:
    """Return `past`, `present` or `future` by the nearest verb above `token`; plans are future."""
    for verb in list(token.ancestors)[:MAX_HEADS]:
        if not is_verb(verb) and not any(child.dep_ == "cop" for child in verb.children):
            continue
        if is_infinitive(verb) and (verb.head.lemma_ or "").lower() in _PLANS:
            return "future"
        said = tense(verb)
        if said is not None:
            return said
    return None
