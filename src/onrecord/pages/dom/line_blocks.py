"""Blocks of a few short lines parted at their lines, as heads and bylines are written.

In: a page's elements and blocks. Out: the same with a block a line, in place. Out of scope: paragraphs with line breaks
in them.
"""

from __future__ import annotations

from onrecord.pages.dom.element import Element, TextBlock
from onrecord.pages.dom.markup import LINE_BREAK, ScannedMarkup


def split_line_blocks(
    elements: list[Element], blocks: list[TextBlock], scan: ScannedMarkup
) -> None:
    """Make blocks of two to four short lines, none of them a sentence, a block a line: heads, bylines."""
    if not any("\n" in block.text for block in blocks):
        return
    parted: list[TextBlock] = []
    starts = []
    for block in blocks:
        starts.append(len(parted))
        if "\n" in block.text:
            parted += _lines_of(block, scan)
        else:
            parted.append(block)
    starts.append(len(parted))
    for element in elements:
        element.block_start, element.block_end = (
            starts[element.block_start],
            starts[element.block_end],
        )
    blocks[:] = parted


def _lines_of(block: TextBlock, scan: ScannedMarkup) -> list[TextBlock]:
    lines = block.text.split("\n")
    if not 1 < len(lines) < 5 or any(len(line) > 100 or line[-1:] in ".!?…" for line in lines):
        return [block]
    runs: list[list[int]] = []
    for run in block.runs:
        if not runs or scan.breaks[run] == LINE_BREAK:
            runs.append([])
        runs[-1].append(run)
    if len(runs) != len(lines):
        return [block]
    share = block.link_chars / len(block.text)
    return [
        TextBlock(block.element, block.innermost, part, line, round(share * len(line)))
        for part, line in zip(runs, lines, strict=True)
    ]
