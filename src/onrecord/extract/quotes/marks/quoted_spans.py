"""Quotation: the words of a page in quotation marks, one whole where they run over several paragraphs.

In: a page's blocks. Out: `QuotedSpan` words. Out of scope: the marks themselves (`onrecord.extract.quotes.marks.quotation_marks`), who
said it, and whether anybody did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.quotes.marks.quotation_marks import (
    DOUBLE,
    MarkedStretch,
    find_first_close,
    find_marked_stretches,
    is_paragraph_opened,
    normalise_doubled_marks,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from onrecord.records import Block


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Quoted words of a page, over one paragraph or several; spans are code points of the page's text.

    `parts` are the words without marks, one a paragraph; `start, end` reach over the marks; `first, last`
    are indices of the blocks.
    """

    parts: tuple[tuple[int, int], ...]
    start: int
    end: int
    first: int
    last: int
    closed: bool


def find_quoted_spans(blocks: Sequence[Block]) -> list[QuotedSpan]:
    """Return the quotations of a page's blocks in order of text; one that runs over paragraphs is one."""
    found: list[QuotedSpan] = []
    texts = [normalise_doubled_marks(block.doc.text) for block in blocks]
    pending: QuotedSpan | None = None
    index = 0
    while index < len(blocks):
        block, continued = blocks[index], False
        text = texts[index]
        if pending is not None:
            reach = _find_continuation(blocks, texts, index)
            assert reach is not None  # what is pending goes on: so it was found below
            for between in range(index, reach):
                pending = _extend_over_block(pending, blocks[between], between)
            block, index = blocks[reach], reach
            text, continued = texts[index], True
        here = find_marked_stretches(
            text,
            open_before=continued and not is_paragraph_opened(text),
            goes_on=index + 1 < len(texts) and is_paragraph_opened(texts[index + 1]),
        )
        for place, stretch in enumerate(here):
            quoted = _place_on_page(block, _extend_over_doubled_marks(text, stretch), index)
            if continued and place == 0:
                assert pending is not None
                quoted = QuotedSpan(
                    (*pending.parts, *quoted.parts),
                    pending.start,
                    quoted.end,
                    pending.first,
                    index,
                    quoted.closed,
                )
                pending = None
            found.append(quoted)
        if pending is not None:
            found.append(pending)
        last = found[-1] if found else None
        pending = None
        if (
            last
            and not last.closed
            and last.last == index
            and last.end >= block.start + len(text.rstrip())
        ):
            pending = (
                found.pop() if _find_continuation(blocks, texts, index + 1) is not None else None
            )
        index += 1
    return found


def _find_continuation(blocks: Sequence[Block], texts: Sequence[str], index: int) -> int | None:
    """Return the block, `index` or later, where a quotation open before it is taken up or closed; or None."""
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
    end = block.start + len(block.doc.text.rstrip())
    return QuotedSpan(
        (*quoted.parts, (block.start, end)), quoted.start, end, quoted.first, index, closed=False
    )


def _extend_over_doubled_marks(text: str, stretch: MarkedStretch) -> MarkedStretch:
    """Return the stretch with both halves of its marks where they are two single ones (see `normalise_doubled_marks`)."""
    start, end = stretch.outer_start, stretch.outer_end
    start -= text[max(0, start - 1) : start] == "\x1f"
    end += text[end : end + 1] == "\x1f"
    return replace(stretch, outer_start=start, outer_end=end)


def _place_on_page(block: Block, stretch: MarkedStretch, index: int) -> QuotedSpan:
    start, end = block.start + stretch.start, block.start + stretch.end
    return QuotedSpan(
        ((start, end),),
        block.start + stretch.outer_start,
        block.start + stretch.outer_end,
        index,
        index,
        stretch.closed,
    )
