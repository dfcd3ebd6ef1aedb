"""Quoted spans: the words of a page in quotation marks, as one where they run over several paragraphs.

In: a page's blocks. Out: `QuotedSpan`s. Out of scope: the marks themselves
(`onrecord.extract.quotes.marks.quotation_marks`), who said the words, and whether anybody did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.quotes.marks.quotation_marks import (
    DOUBLE,
    HALF_OF_DOUBLE,
    MarkedStretch,
    find_first_close,
    find_marked_stretches,
    is_paragraph_opened,
    normalise_doubled_marks,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.names.marked_names import drop_marks_of_names

if TYPE_CHECKING:
    from onrecord.records import Block


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Quoted words of a page, over one paragraph or several (code points of the page's text, half-open).

    Attributes:
        parts: the words without marks, one span a paragraph.
        start: where they begin, with the mark.
        end: where they end, with the mark.
        first_block: index of the block in which they begin.
        last_block: index of the block in which they end.
        closed: whether a mark closes them.

    """

    parts: tuple[tuple[int, int], ...]
    start: int
    end: int
    first_block: int
    last_block: int
    closed: bool

    def read_last_character(self, text: str) -> str:
        """Return the last character of the words in the page's `text` that is no blank, or ""."""
        start, end = self.parts[-1]
        return text[start:end].rstrip()[-1:]

    def count_words(self, text: str) -> int:
        """Return how many words of the page's `text` are quoted."""
        return sum(len(text[start:end].split()) for start, end in self.parts)


def find_quoted_spans(blocks: Sequence[Block]) -> list[QuotedSpan]:
    """Return the quoted words of a page's blocks in order of text; those that run over paragraphs are one span."""
    spans: list[QuotedSpan] = []
    texts = [normalise_doubled_marks(drop_marks_of_names(block.doc.text)) for block in blocks]
    pending: QuotedSpan | None = None
    index = 0
    while index < len(blocks):
        if pending is not None:
            reach = _find_continuation(blocks, texts, index)
            assert reach is not None  # what is pending continues: so it was found below
            for between in range(index, reach):
                pending = _extend_over_block(pending, blocks[between], between)
            index = reach
        here = _find_in_block(blocks, texts, index, pending)
        spans.extend(here)
        last = spans[-1] if spans else None
        pending = None
        if last is not None and _may_continue(last, blocks, texts, index):
            pending = spans.pop()
        index += 1
    return spans


def _find_in_block(
    blocks: Sequence[Block], texts: Sequence[str], index: int, pending: QuotedSpan | None
) -> list[QuotedSpan]:
    """Return the quoted spans that end in block `index`; `pending` is open from the blocks before it."""
    text = texts[index]
    stretches = find_marked_stretches(
        text,
        open_before=pending is not None and not is_paragraph_opened(text),
        continues=index + 1 < len(texts) and is_paragraph_opened(texts[index + 1]),
    )
    spans = [
        _place_on_page(blocks[index], _extend_over_doubled_marks(text, stretch), index)
        for stretch in stretches
    ]
    if pending is None:
        return spans
    if not spans:
        return [pending]
    joined = replace(
        spans[0],
        parts=(*pending.parts, *spans[0].parts),
        start=pending.start,
        first_block=pending.first_block,
    )
    return [joined, *spans[1:]]


def _may_continue(
    last: QuotedSpan, blocks: Sequence[Block], texts: Sequence[str], index: int
) -> bool:
    """Return whether the span is open at the end of block `index` and a later block continues or closes it."""
    if last.closed or last.last_block != index:
        return False
    if last.end < blocks[index].start + len(texts[index].rstrip()):
        return False
    return _find_continuation(blocks, texts, index + 1) is not None


def _find_continuation(blocks: Sequence[Block], texts: Sequence[str], index: int) -> int | None:
    """Return the block, `index` or later, where a quotation open before it is continued or closed, or None."""
    for ahead in range(index, min(index + THRESHOLDS.open_quote_paragraphs, len(blocks))):
        if blocks[ahead].zone.role != blocks[index - 1].zone.role:
            return None
        text = texts[ahead]
        if is_paragraph_opened(text):
            return ahead if ahead == index else None
        if find_first_close(text) is not None:
            return ahead
        if any(mark in text for mark in DOUBLE):
            return None
    return None


def _extend_over_block(quoted: QuotedSpan, block: Block, index: int) -> QuotedSpan:
    """Return the span with the whole of block `index`."""
    end = block.start + len(block.doc.text.rstrip())
    parts = (*quoted.parts, (block.start, end))
    return replace(quoted, parts=parts, end=end, last_block=index, closed=False)


def _extend_over_doubled_marks(text: str, stretch: MarkedStretch) -> MarkedStretch:
    """Return the stretch with both halves of its marks where they are two single ones (see `normalise_doubled_marks`)."""
    start, end = stretch.outer_start, stretch.outer_end
    start -= text[max(0, start - 1) : start] == HALF_OF_DOUBLE
    end += text[end : end + 1] == HALF_OF_DOUBLE
    return replace(stretch, outer_start=start, outer_end=end)


def _place_on_page(block: Block, stretch: MarkedStretch, index: int) -> QuotedSpan:
    """Return the stretch of block `index` as a span of the page's text."""
    return QuotedSpan(
        ((block.start + stretch.start, block.start + stretch.end),),
        block.start + stretch.outer_start,
        block.start + stretch.outer_end,
        index,
        index,
        stretch.closed,
    )
