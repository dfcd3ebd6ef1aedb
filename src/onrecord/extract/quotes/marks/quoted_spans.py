"""Quotation: the words of a page in quotation marks, one whole where they run over several paragraphs.

In: a page's blocks. Out: `Quoted` words. Out of scope: the marks themselves (`onrecord.extract.quotes.marks.quotation_marks`), who
said it, and whether anybody did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.quotes.marks.quotation_marks import (
    DOUBLE,
    Stretch,
    doubled,
    first_close,
    opens_paragraph,
    stretches,
)

if TYPE_CHECKING:
    from onrecord.records import Block


@dataclass(frozen=True, slots=True)
class Quoted:
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


AHEAD = 8
"""Paragraphs to look ahead for the mark that closes a quotation nobody re-opened."""


def quoted_in(blocks: Sequence[Block]) -> list[Quoted]:
    """Return the quotations of a page's blocks in order of text; one that runs over paragraphs is one."""
    found: list[Quoted] = []
    texts = [doubled(block.doc.text) for block in blocks]
    pending: Quoted | None = None
    index = 0
    while index < len(blocks):
        block, continued = blocks[index], False
        text = texts[index]
        if pending is not None:
            reach = _continues(blocks, texts, index)
            assert reach is not None  # what is pending goes on: so it was found below
            for between in range(index, reach):
                pending = _longer(pending, blocks[between], between)
            block, index = blocks[reach], reach
            text, continued = texts[index], True
        here = stretches(
            text,
            open_before=continued and not opens_paragraph(text),
            goes_on=index + 1 < len(texts) and opens_paragraph(texts[index + 1]),
        )
        for place, stretch in enumerate(here):
            quoted = _on_page(block, _with_doubles(text, stretch), index)
            if continued and place == 0:
                assert pending is not None
                quoted = Quoted(
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
            pending = found.pop() if _continues(blocks, texts, index + 1) is not None else None
        index += 1
    return found


def _continues(blocks: Sequence[Block], texts: Sequence[str], index: int) -> int | None:
    """Return the block, `index` or later, where a quotation open before it is taken up or closed; or None."""
    for ahead in range(index, min(index + AHEAD, len(blocks))):
        if blocks[ahead].zone.role != blocks[index - 1].zone.role:
            return None
        text = texts[ahead]
        if opens_paragraph(text):
            return ahead if ahead == index else None
        if first_close(text) is not None:
            return ahead
        if any(mark in text for mark in DOUBLE):
            return None
    return None


def _longer(quoted: Quoted, block: Block, index: int) -> Quoted:
    end = block.start + len(block.doc.text.rstrip())
    return Quoted(
        (*quoted.parts, (block.start, end)), quoted.start, end, quoted.first, index, closed=False
    )


def _with_doubles(text: str, stretch: Stretch) -> Stretch:
    """Return the stretch with both halves of its marks where they are two single ones (see `doubled`)."""
    start, end = stretch.outer_start, stretch.outer_end
    start -= text[max(0, start - 1) : start] == "\x1f"
    end += text[end : end + 1] == "\x1f"
    return replace(stretch, outer_start=start, outer_end=end)


def _on_page(block: Block, stretch: Stretch, index: int) -> Quoted:
    start, end = block.start + stretch.start, block.start + stretch.end
    return Quoted(
        ((start, end),),
        block.start + stretch.outer_start,
        block.start + stretch.outer_end,
        index,
        index,
        stretch.closed,
    )
