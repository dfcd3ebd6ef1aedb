"""Extents of times: readings extended over the hedge before them or the event that they are relative to.

In: a block's readings in order, and its text or parse. Out: the readings in order. Out of scope: readings that are
joined with each other (`joins`).

Source: TimeML annotation guidelines 1.2.1 for what belongs to the extent of a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.times.en.lexicon import connectives
from onrecord.extract.times.en.lexicon.tags import EVENT_NAME_TAGS
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.extract.times.timex import value_patterns
from onrecord.extract.times.timex.reading import TimexReading
from onrecord.language.syntax.dependency_labels import PREMODIFIER_LABELS, SUBJECT_LABELS
from onrecord.language.syntax.tag_sets import NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def extend_to_hedges(readings: Iterable[TimexReading], text: str) -> Iterator[TimexReading]:
    """Yield the readings, points in time with the word that makes them approximate ("around 7.15pm")."""
    for reading in readings:
        start = _find_hedge(reading, text)
        yield reading if start is None else replace(reading, start=start, mod="APPROX")


def _find_hedge(reading: TimexReading, text: str) -> int | None:
    """Return the start of the hedge before a written day, month, year or clock time, or None."""
    if reading.mod or not value_patterns.YEAR_OR_CLOCK.match(reading.value or ""):
        return None
    if connectives.POSSESSIVE.match(text, reading.end):
        return None
    first = max(0, reading.start - THRESHOLDS.hedge_chars)
    hedge = connectives.HEDGE_BEFORE.search(text, first, reading.start)
    if hedge is None or not connectives.WRITTEN_TIME.match(text, reading.start):
        return None
    if reading.type == "DATE" and hedge["word"] == "about":
        return None
    return max(hedge.start("word"), hedge.start("rough"))


def extend_to_events(readings: Iterable[TimexReading], doc: Doc) -> Iterator[TimexReading]:
    """Yield the readings, those relative to an event with the words that name it."""
    pending: TimexReading | None = None
    for reading in readings:
        if pending is not None:
            yield _extend_to_event(pending, doc, reading.start)
        pending = reading
    if pending is not None:
        yield _extend_to_event(pending, doc, None)


def _extend_to_event(reading: TimexReading, doc: Doc, limit: int | None) -> TimexReading:
    """Return the reading with the noun phrase after it, or its fallback where that names no event.

    `limit` is the start of the next reading, in code points of the block.
    """
    words = doc.char_span(reading.start, reading.end) if reading.waits_for == "event" else None
    if words is None:
        return reading
    noun = _find_event_noun(words, limit)
    # "a week after he resigned": a clause names the event, and its subject alone would not.
    if noun is None or noun.dep_ in SUBJECT_LABELS:
        return reading.fallback or reading
    return replace(reading, end=noun.idx + len(noun.text))


def _find_event_noun(words: Span, limit: int | None) -> Token | None:
    """Return the last noun of the noun phrase right after `words`, or None."""
    noun = None
    for token in words.doc[words.end : words.end + THRESHOLDS.event_name_tokens]:
        is_gerund = token.tag_ == "VBG" and token.dep_ not in PREMODIFIER_LABELS
        if token.i == words.end and is_gerund:
            break
        if token.tag_ not in EVENT_NAME_TAGS or (limit is not None and token.idx >= limit):
            break
        if token.tag_ in NOUN_TAGS:
            noun = token
    return noun
