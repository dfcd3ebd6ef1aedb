"""Sentences of a page's text, found by punctuation alone.

In: a page, or its text. Out: (start, end) of sentences, code points, half-open. Out of scope: parses, which linking
has none of: it works from records and text alone, so that it can be done again without a pipeline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.link.en.function_words import BEFORE_FULL_STOP
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Page

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])|\n\n")


def iter_sentences(page: Page, roles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence in zones with one of `roles`, in order of text."""
    for zone in page.zones:
        if zone.role in roles:
            yield from _split_sentences(page.text, zone.start, zone.end)


@dataclass(frozen=True, slots=True)
class SentenceIndex:
    """The sentences of pages, of each zone found once, however many records ask for theirs.

    Attributes:
        pages: by id.

    """

    pages: Mapping[str, Page]
    _sentences: dict[tuple[str, int, int], tuple[tuple[int, int], ...]] = field(
        default_factory=dict, init=False, repr=False
    )

    def locate(self, page_id: str, position: int) -> tuple[int, int]:
        """Return (start, end) of the sentence that holds code point `position` of a page, within its zone."""
        page = self.pages[page_id]
        zone = page.zone_at(position)
        first, last = (zone.start, zone.end) if zone else (0, len(page.text))
        key = page_id, first, last
        if key not in self._sentences:
            self._sentences[key] = tuple(_split_sentences(page.text, first, last))
        sentences = self._sentences[key]
        place = bisect_right(sentences, position, key=lambda sentence: sentence[1])
        return sentences[place] if place < len(sentences) else (first, last)


def find_sentence(text: str, position: int) -> tuple[int, int]:
    """Return (start, end) of the sentence that holds code point `position` of a page's text.

    For callers that have a page's text but not its zones: a blank line ends a sentence.
    """
    # A sentence is found from what is near it: as many records ask for theirs as a paragraph has.
    reach = 2 * THRESHOLDS.sentence_chars
    first, last = max(0, position - reach), min(len(text), position + reach)
    before = text.rfind("\n\n", first, position)
    first = before + 2 if before >= 0 else first
    after = text.find("\n\n", position, last)
    last = after if after >= 0 else last
    sentences = _split_sentences(text, first, last)
    return next(((start, end) for start, end in sentences if position < end), (first, last))


def _split_sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch of text; one longer than any sentence is cut after a word."""
    for begin, end in _split_at_stops(text, first, last):
        start = begin
        while end - start > THRESHOLDS.sentence_chars:
            longest = start + THRESHOLDS.sentence_chars
            blank = text.rfind(" ", start + 1, longest)
            cut = blank if blank > 0 else longest
            yield start, cut
            start = cut + (blank > 0)
        if end > start:
            yield start, end


def _split_at_stops(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for match in _SENTENCE_END.finditer(text, first, last):
        lookback = max(start, match.start() - THRESHOLDS.title_lookback)
        if match.group()[0] == "." and BEFORE_FULL_STOP.search(text, lookback, match.start()):
            continue
        end = match.start() + len(match.group().rstrip())
        if end > start:
            yield start, end
        start = match.end()
    rest = text[start:last].rstrip()
    if rest:
        yield start, start + len(rest)
