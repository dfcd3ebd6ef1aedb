"""Sentences of a page's text, found by punctuation alone.

In: a page, or its text. Out: (start, end) of sentences, code points, half-open. Out of scope: parses, which linking
has none of: it works from records and text alone, so that it can be done again without a pipeline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.link.en.function_words import BEFORE_FULL_STOP
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Page

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])|\n\n")


def iter_sentences(page: Page, roles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence in zones with one of `roles`, in order of text."""
    for zone in page.zones:
        if zone.role in roles:
            yield from _split_sentences(page.text, zone.start, zone.end)


def find_zone_sentence(page: Page, position: int) -> tuple[int, int]:
    """Return (start, end) of the sentence that holds code point `position`, within its zone."""
    zone = page.zone_at(position)
    first, last = (zone.start, zone.end) if zone else (0, len(page.text))
    return _pick_sentence(page.text, first, last, position)


def find_sentence(text: str, position: int) -> tuple[int, int]:
    """Return (start, end) of the sentence that holds code point `position` of a page's text.

    For callers that have a page's text but not its zones: a blank line ends a sentence.
    """
    before = text.rfind("\n\n", 0, position)
    first = before + 2 if before >= 0 else 0
    last = text.find("\n\n", position)
    return _pick_sentence(text, first, len(text) if last < 0 else last, position)


def _pick_sentence(text: str, first: int, last: int, position: int) -> tuple[int, int]:
    """Return the first sentence of a stretch of text that ends after `position`, or the whole stretch."""
    for start, end in _split_sentences(text, first, last):
        if position < end:
            return start, end
    return first, last


def _split_sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for match in _SENTENCE_END.finditer(text, first, last):
        lookback = max(start, match.start() - THRESHOLDS.title_lookback)
        if match.group()[0] == "." and BEFORE_FULL_STOP.search(text, lookback, match.start()):
            continue
        end = match.start() + len(match.group().rstrip())
        if end > start:
            yield start, end
        start = match.end()
    if text[start:last].strip():
        yield start, start + len(text[start:last].rstrip())
