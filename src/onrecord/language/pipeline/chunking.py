"""The text of a page that is parsed, in chunks that the pipeline can take.

In: a page. Out: the chunks of its reported zones, and how much of them is left unparsed; the pieces of a chunk whose parse has a sentence longer than any. Out of scope:
the parse. The bounds are on what no person writes: a page longer than any article, a paragraph longer than any paragraph, a sentence longer than any sentence, stretches
without words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.thresholds import THRESHOLDS
from onrecord.records import Block, Page, Zone
from onrecord.records.page import REPORTED

if TYPE_CHECKING:
    from spacy.tokens import Span

_UNBROKEN_RUN = re.compile(rf"\S{{{THRESHOLDS.unbroken_chars},}}")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+")


def split_into_chunks(page: Page) -> tuple[tuple[Zone, ...], int]:
    """Return the chunks of the page's reported zones in text order, and the number of characters left unparsed.

    The end of a page is left unparsed past `page_words` of the thresholds. Stretches without words are not parsed either,
    and not counted.
    """
    reported = (zone for zone in page.zones if zone.role in REPORTED)
    chunks = tuple(chunk for zone in reported for chunk in _split_zone(page.text, zone))
    # A word has at least one character, so most pages need no count.
    if sum(chunk.end - chunk.start for chunk in chunks) <= THRESHOLDS.page_words:
        return chunks, 0
    words = 0
    for index, chunk in enumerate(chunks):
        words += sum(1 for _ in _WORD_OR_MARK.finditer(page.text, chunk.start, chunk.end))
        if words > THRESHOLDS.page_words:
            return chunks[:index], sum(rest.end - rest.start for rest in chunks[index:])
    return chunks, 0


def group_into_batches(chunks: tuple[Zone, ...]) -> Iterator[tuple[Zone, ...]]:
    """Yield the chunks in order, in groups of at most `batch_chars` characters; a longer chunk is a group of its own."""
    first = size = 0
    for index, chunk in enumerate(chunks):
        chars = chunk.end - chunk.start
        if size + chars > THRESHOLDS.batch_chars and index > first:
            yield chunks[first:index]
            first, size = index, 0
        size += chars
    if chunks[first:]:
        yield chunks[first:]


def split_long_sentences(block: Block) -> tuple[Zone, ...]:
    """Return the pieces in which a parsed chunk is to be parsed again: its sentences of more than `sentence_words` cut, the text between them whole; empty where it has none."""
    cuts = {0}
    for sentence in block.doc.sents:
        if len(sentence) > THRESHOLDS.sentence_words:
            cuts.update((sentence.start_char, *_find_cuts(sentence)))
            if sentence.end < len(block.doc):
                cuts.add(block.doc[sentence.end].idx)
    if cuts == {0}:
        return ()
    bounds = [*(block.start + cut for cut in sorted(cuts)), block.zone.end]
    return tuple(Zone(block.zone.role, start, end) for start, end in pairwise(bounds))


def _find_cuts(sentence: Span) -> Iterator[int]:
    """Yield where in its block's text a long sentence is cut: after a mark if possible, else after a word."""
    start, most = 0, THRESHOLDS.sentence_words
    while len(sentence) - start > most:
        marks = (i for i in range(start + most, start + most // 2, -1) if sentence[i - 1].is_punct)
        start = next(marks, start + most)
        yield sentence[start].idx


def _split_zone(text: str, zone: Zone) -> Iterator[Zone]:
    """Yield the chunks of a zone, without the runs that hold no word."""
    start = zone.start
    for run_start, run_end in (*_find_wordless_runs(text, zone), (zone.end, zone.end)):
        while start < run_start:
            end = _find_chunk_end(text, start, run_start)
            if not text[start:end].isspace():
                yield Zone(zone.role, start, end)
            start = end
        start = max(start, run_end)


def _find_chunk_end(text: str, start: int, end: int) -> int:
    """Return where a chunk from `start` ends: after a sentence if possible, else after a word."""
    longest = THRESHOLDS.chunk_chars
    if end - start <= longest:
        return end
    limit = start + longest
    stops = [match.end() for match in _SENTENCE_END.finditer(text, start + longest // 2, limit)]
    blank = text.rfind(" ", start, limit) + 1
    return stops[-1] if stops else blank if blank > start else limit


def _find_wordless_runs(text: str, zone: Zone) -> list[tuple[int, int]]:
    """Return the bounds of the runs in a zone that hold no word, in order."""
    runs = [match.span() for match in _UNBROKEN_RUN.finditer(text, zone.start, zone.end)]
    if zone.end - zone.start <= THRESHOLDS.wordless_chars:
        return runs
    word_end = zone.start
    for match in (*_TWO_LETTERS.finditer(text, zone.start, zone.end), None):
        next_word = zone.end if match is None else match.start()
        if next_word - word_end > THRESHOLDS.wordless_chars:
            runs.append(_trim_run(text, word_end, next_word, zone))
        word_end = zone.end if match is None else match.end()
    return sorted(runs)


def _trim_run(text: str, start: int, end: int, zone: Zone) -> tuple[int, int]:
    """Return the bounds of a wordless run without the marks that belong to the words around it."""
    before = text.find(" ", start, end) if start > zone.start else start
    after = text.rfind(" ", start, end) + 1 if end < zone.end else end
    return (before, after) if 0 <= before < after else (start, end)
