"""Paragraphs of a PDF: which of its lines belong together, and the text and map they make.

In: the lines of all sheets. Out: paragraphs of lines; running lines (titles, page numbers) apart; the text with the map
from each word to its box. A new paragraph begins where lines are further apart, change size, or where a line that is not
full ends a sentence; a word broken at a line's end is joined. Out of scope: tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.pages.sheets.glyphs import Glyph
from onrecord.pages.sheets.lines import SheetLine
from onrecord.pages.sheets.thresholds import THRESHOLDS
from onrecord.pages.source_maps.sheet_map import SheetMapBuilder

_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_WORD_END = re.compile(r"[^\W\d_]+$")
_WORD_START = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


def find_running_lines(lines: Sequence[SheetLine]) -> set[int]:
    """Return the indices of lines that, numbers aside, are at the head or foot of most sheets."""
    indices_by_sheet: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        indices_by_sheet.setdefault(line.sheet, []).append(index)
    if len(indices_by_sheet) < THRESHOLDS.min_sheets_with_running_lines:
        return set()
    size = THRESHOLDS.edge_lines
    edges = {
        index
        for indices in indices_by_sheet.values()
        if len(indices) > 2 * size
        for index in (*indices[:size], *indices[-size:])
    }
    texts = {index: _DIGITS.sub("0", lines[index].text.casefold()) for index in edges}
    counts = Counter(texts.values())
    return {index for index in edges if counts[texts[index]] * 2 > len(indices_by_sheet)}


def iter_paragraphs(lines: Sequence[SheetLine]) -> Iterator[list[SheetLine]]:
    """Yield the lines of each paragraph."""
    lengths = sorted(len(line.text) for line in lines)
    usual_length = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraph: list[SheetLine] = []
    for line in lines:
        if paragraph and not _is_continued(paragraph[-1], line, usual_length):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _is_continued(last: SheetLine, line: SheetLine, usual_length: int) -> bool:
    """Return whether `line` belongs to the paragraph of `last`, the line before it."""
    if last.hyphen:
        return True
    ends_sentence = bool(_SENTENCE_END.search(last.text))
    is_full = len(last.text) > usual_length * THRESHOLDS.full_line_share
    if last.height and line.height:
        low, high = sorted((last.height, line.height))
        if high > low * THRESHOLDS.size_change:
            return False
        down = last.base - line.base
        if last.sheet == line.sheet and 0 < down < THRESHOLDS.max_line_step * high:
            is_short = len(last.text) < usual_length * THRESHOLDS.full_line_share
            return down <= THRESHOLDS.paragraph_gap * high and not (ends_sentence and is_short)
    is_surely_full = len(last.text) >= usual_length * THRESHOLDS.surely_full_line_share
    return is_full and (is_surely_full or not ends_sentence)


def write_text(
    paragraphs: list[list[SheetLine]], hyphenated: frozenset[str]
) -> tuple[str, SheetMapBuilder]:
    """Return the text of `paragraphs`, separated by blank lines, and the builder of its map.

    Args:
        paragraphs: lines of each paragraph.
        hyphenated: words that the file writes with a hyphen, from `find_hyphenated_words`.

    """
    builder = SheetMapBuilder()
    parts: list[str] = []
    size = 0
    for number, lines in enumerate(paragraphs):
        for index, line in enumerate(lines):
            before = lines[index - 1] if index else None
            gap = _join_lines(before, line, hyphenated) if before else "\n\n" if number else ""
            if before and before.hyphen and gap:
                gap = before.hyphen.char
                _add_boxes(builder, size, before.sheet, (before.hyphen,))
            parts += [gap, line.text]
            size += len(gap)
            _add_boxes(builder, size, line.sheet, line.glyphs)
            size += len(line.text)
    return "".join(parts), builder


def find_hyphenated_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words with a hyphen in them, in lower case."""
    return frozenset(
        word.strip(".,;:!?\"'“”‘’()[]").casefold()
        for text in texts
        for word in text.split()
        if "-" in word[1:-1]
    )


def _join_lines(before: SheetLine, line: SheetLine, hyphenated: frozenset[str]) -> str:
    """Return what stands between two lines: a hyphen only if the file writes the word so elsewhere."""
    if not before.hyphen:
        return " "
    head, tail = _WORD_END.search(before.text), _WORD_START.match(line.text)
    if not head or not tail or not tail[0][0].islower():
        return "-"
    return "-" if f"{head[0]}-{tail[0]}".casefold() in hyphenated else ""


def _add_boxes(builder: SheetMapBuilder, start: int, sheet: int, glyphs: Sequence[Glyph]) -> None:
    """Add the boxes of a line's glyphs; glyphs without a box separate them."""
    begin = 0
    for index, glyph in enumerate((*glyphs, Glyph("", None))):
        if glyph.box is None:
            boxes = [other.box for other in glyphs[begin:index] if other.box is not None]
            builder.add(start + begin, sheet, boxes)
            begin = index + 1
