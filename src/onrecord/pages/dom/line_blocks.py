"""Blocks of a few short lines cut into a block per line: headers and bylines are written so.

In: a page's elements and blocks. Out: the same lists, changed in place. Out of scope: paragraphs with line
breaks in them.
"""

from __future__ import annotations

from onrecord.pages.dom.element import Element, TextBlock
from onrecord.pages.dom.markup import LINE_BREAK, ScannedMarkup
from onrecord.pages.dom.thresholds import THRESHOLDS


def split_line_blocks(
    elements: list[Element], blocks: list[TextBlock], scan: ScannedMarkup
) -> None:
    """Cut each block of a few short lines, none of them a sentence, into a block per line."""
    if not any("\n" in block.text for block in blocks):
        return
    split: list[TextBlock] = []
    new_starts = []
    for block in blocks:
        new_starts.append(len(split))
        if "\n" in block.text:
            split += _split_block(block, scan)
        else:
            split.append(block)
    new_starts.append(len(split))
    for element in elements:
        element.block_start = new_starts[element.block_start]
        element.block_end = new_starts[element.block_end]
    blocks[:] = split


def _split_block(block: TextBlock, scan: ScannedMarkup) -> list[TextBlock]:
    lines = block.text.split("\n")
    if not 1 < len(lines) <= THRESHOLDS.max_line_block_lines or any(
        len(line) > THRESHOLDS.max_line_block_line_length or line[-1:] in ".!?…" for line in lines
    ):
        return [block]
    runs_of_lines: list[list[int]] = []
    for run in block.runs:
        if not runs_of_lines or scan.breaks[run] == LINE_BREAK:
            runs_of_lines.append([])
        runs_of_lines[-1].append(run)
    if len(runs_of_lines) != len(lines):
        return [block]
    link_share = block.link_chars / len(block.text)
    split = [
        TextBlock(block.element, block.innermost, runs, line, round(link_share * len(line)))
        for runs, line in zip(runs_of_lines, lines, strict=True)
    ]
    split[-1].notes = block.notes
    return split
