"""PDF files made pages: lines joined to paragraphs, and a map from each word to its box on its sheet.

In: a capture of application/pdf. Out: a `Page` of its text, zoned as a flattened page is. A new paragraph
begins where lines stand further apart, change size, or where a line that is not full ends a sentence; a
word broken at a line's end is joined; lines that stand at the head or foot of most sheets (running titles,
page numbers) are set aside at the end of the text; columns are read one after the other (`pdf_columns`). Out of
scope: tables; scanned pages, which have no text. Needs the extra `pdf`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.pages.plain_text import build_capture_page
from onrecord.pages.sheets.glyphs import Glyph, read_sheets
from onrecord.pages.sheets.lines import SheetLine, iter_lines
from onrecord.pages.sheets.reading_order import order_lines
from onrecord.pages.source_maps.boxmap import SheetMapBuilder
from onrecord.records import Capture, Page

_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_WORD_END = re.compile(r"[^\W\d_]+$")
_WORD_START = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
# Leading is 1.0 to 1.3 of the letters' height in set text; a paragraph's gap adds a third at least.
_APART = 1.35
_OTHER_SIZE = 1.15
_FULL = 0.75
_SURELY_FULL = 0.95
_EDGE_LINES = 2  # lines at a sheet's head and foot that may be running titles
_FEWEST_SHEETS = 3


def read_pdf(capture: Capture, settings: Settings) -> Page:
    """Return the page of a PDF, with its map to sheets and boxes.

    Raises:
        PageError: `no_text` if it holds only pictures; else as `read_sheets`.

    """
    path = capture.path or "page"
    sheets = read_sheets(capture.data, path, settings)
    lines = [line for sheet in sheets for line in iter_lines(sheet)]
    if not lines:
        raise PageError("no_text", f"{path}: a PDF of pictures; run OCR on it first")
    running = _running(lines)
    kept = order_lines([line for n, line in enumerate(lines) if n not in running])
    paragraphs = [*_paragraphs(kept), *([lines[n]] for n in sorted(running))]
    text, maker = _written(paragraphs, frozenset(_words(line.text for line in lines)))
    return build_capture_page(text, capture, maker.finish([sheet.byte_range for sheet in sheets]))


def _running(lines: Sequence[SheetLine]) -> set[int]:
    """Return the places of lines that stand, numbers aside, at the head or foot of most sheets."""
    of_sheet: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        of_sheet.setdefault(line.sheet, []).append(place)
    if len(of_sheet) < _FEWEST_SHEETS:
        return set()
    edges = {
        place
        for places in of_sheet.values()
        if len(places) > 2 * _EDGE_LINES
        for place in (*places[:_EDGE_LINES], *places[-_EDGE_LINES:])
    }
    told = {place: _DIGITS.sub("0", lines[place].text.casefold()) for place in edges}
    count = Counter(told.values())
    return {place for place in edges if count[told[place]] * 2 > len(of_sheet)}


def _paragraphs(lines: Sequence[SheetLine]) -> Iterator[list[SheetLine]]:
    """Yield the lines of each paragraph."""
    sizes = sorted(len(line.text) for line in lines)
    usual = sizes[len(sizes) * 3 // 4] if sizes else 0
    going: list[SheetLine] = []
    for line in lines:
        if going and not _goes_on(going[-1], line, usual):
            yield going
            going = []
        going.append(line)
    if going:
        yield going


def _goes_on(last: SheetLine, line: SheetLine, usual: int) -> bool:
    """Return whether `line` belongs to the paragraph of `last`, the line before it."""
    if last.hyphen:
        return True
    ends = bool(_ENDS.search(last.text))
    if last.height and line.height:
        low, high = sorted((last.height, line.height))
        if high > low * _OTHER_SIZE:
            return False
        down = last.base - line.base
        if last.sheet == line.sheet and 0 < down < 4 * high:
            return down <= _APART * high and not (ends and len(last.text) < usual * _FULL)
    full = len(last.text) > usual * _FULL
    return full and not (ends and len(last.text) < usual * _SURELY_FULL)


def _written(
    paragraphs: list[list[SheetLine]], words: frozenset[str]
) -> tuple[str, SheetMapBuilder]:
    """Return the text of `paragraphs`, parted by blank lines, and the map of it."""
    maker = SheetMapBuilder()
    out: list[str] = []
    size = 0
    for number, lines in enumerate(paragraphs):
        for place, line in enumerate(lines):
            before = lines[place - 1] if place else None
            gap = _gap(before, line, words) if before else "\n\n" if number else ""
            if before and before.hyphen and gap:
                gap = before.hyphen.char
                _map(maker, size, before.sheet, (before.hyphen,))
            out += [gap, line.text]
            size += len(gap)
            _map(maker, size, line.sheet, line.glyphs)
            size += len(line.text)
    return "".join(out), maker


def _gap(before: SheetLine, line: SheetLine, words: frozenset[str]) -> str:
    """Return what stands between two lines: a hyphen only if the page writes the word so elsewhere."""
    if not before.hyphen:
        return " "
    head, tail = _WORD_END.search(before.text), _WORD_START.match(line.text)
    if not head or not tail or not tail[0][0].islower():
        return "-"
    return "-" if f"{head[0]}-{tail[0]}".casefold() in words else ""


def _map(maker: SheetMapBuilder, start: int, sheet: int, glyphs: Sequence[Glyph]) -> None:
    """Note the boxes of a line's glyphs; those without one part it."""
    begin = 0
    for place, glyph in enumerate((*glyphs, Glyph("", None))):
        if glyph.box is None:
            boxes = [g.box for g in glyphs[begin:place] if g.box is not None]
            maker.add(start + begin, sheet, boxes)
            begin = place + 1


def _words(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        for word in text.split():
            if "-" in word[1:-1]:
                yield word.strip(".,;:!?\"'“”‘’()[]").casefold()
