"""PDF files made pages: lines joined to paragraphs, and a map from each word to its box on its sheet.

In: a capture of application/pdf. Out: a `Page` of its text, zoned as a flattened page is. A new paragraph
begins where lines stand further apart, change size, or where a line that is not full ends a sentence; a
word broken at a line's end is joined; lines that stand at the head or foot of most sheets (running titles,
page numbers) are set aside at the end of the text. Leaves alone: the order of columns, which is
PDFium's; tables; scanned pages, which have no text. Needs the extra `pdf`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from onrecord.config import DEFAULT_MAX_CHARS
from onrecord.errors import PageError
from onrecord.pages.boxmap import BoxMaker
from onrecord.pages.given import page_of_capture
from onrecord.pages.sheets import BROKEN_WORD, LINE_END, Glyph, Sheet, read_sheets
from onrecord.records import Capture, Page

_HYPHENS = "-\u2010\u00ad"
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


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: its glyphs, white space collapsed, none at its ends.

    `hyphen`: what its last word is broken with, which is not among them; None where it is whole. `base` and `height` are in points, 0 where no
    glyph has a box.
    """

    sheet: int
    glyphs: tuple[Glyph, ...]
    text: str
    hyphen: Glyph | None
    base: float
    height: float


def read_pdf(capture: Capture, *, max_chars: int = DEFAULT_MAX_CHARS) -> Page:
    """Return the page of a PDF, with its map to sheets and boxes.

    Raises:
        PageError: `no_text` if it holds only pictures; else as `read_sheets`.

    """
    path = capture.path or "page"
    sheets = read_sheets(capture.data, path, max_chars=max_chars)
    lines = [line for sheet in sheets for line in _lines(sheet)]
    if not lines:
        raise PageError("no_text", f"{path}: a PDF of pictures; run OCR on it first")
    running = _running(lines)
    kept = [line for n, line in enumerate(lines) if n not in running]
    paragraphs = [*_paragraphs(kept), *([lines[n]] for n in sorted(running))]
    text, maker = _written(paragraphs, frozenset(_words(line.text for line in lines)))
    return page_of_capture(text, capture, maker.finish([sheet.bytes for sheet in sheets]))


def _lines(sheet: Sheet) -> Iterator[Line]:
    found: list[Glyph] = []
    for glyph in (*sheet.glyphs, Glyph(LINE_END, None)):
        if glyph.char in {LINE_END, BROKEN_WORD}:
            marked = Glyph("-", glyph.box) if glyph.char == BROKEN_WORD else None
            line = _line(sheet.number, found, marked)
            if line is not None:
                yield line
            found = []
        else:
            found.append(glyph)


def _line(sheet: int, glyphs: list[Glyph], hyphen: Glyph | None) -> Line | None:
    out: list[Glyph] = []
    for glyph in glyphs:
        if not glyph.char.isspace() and glyph.char != "\0":
            out.append(glyph)
        elif out and out[-1].char != " ":
            out.append(Glyph(" ", glyph.box))
    if out and out[-1].char == " ":
        out.pop()
    if not out:
        return None
    boxes = [glyph.box for glyph in out if glyph.box is not None]
    base = median(box[1] for box in boxes) if boxes else 0.0
    height = median(box[3] - box[1] for box in boxes) if boxes else 0.0
    if len(out) > 1 and out[-1].char in _HYPHENS and out[-2].char.isalpha():
        hyphen = out.pop()
    text = "".join(glyph.char for glyph in out)
    return Line(sheet, tuple(out), text, hyphen, base, height)


def _running(lines: Sequence[Line]) -> set[int]:
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


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    sizes = sorted(len(line.text) for line in lines)
    usual = sizes[len(sizes) * 3 // 4] if sizes else 0
    going: list[Line] = []
    for line in lines:
        if going and not _goes_on(going[-1], line, usual):
            yield going
            going = []
        going.append(line)
    if going:
        yield going


def _goes_on(last: Line, line: Line, usual: int) -> bool:
    """Tell whether `line` belongs to the paragraph of `last`, the line before it."""
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


def _written(paragraphs: list[list[Line]], words: frozenset[str]) -> tuple[str, BoxMaker]:
    """Return the text of `paragraphs`, parted by blank lines, and the map of it."""
    maker = BoxMaker()
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


def _gap(before: Line, line: Line, words: frozenset[str]) -> str:
    """Return what stands between two lines: a hyphen only if the page writes the word so elsewhere."""
    if not before.hyphen:
        return " "
    head, tail = _WORD_END.search(before.text), _WORD_START.match(line.text)
    if not head or not tail or not tail[0][0].islower():
        return "-"
    return "-" if f"{head[0]}-{tail[0]}".casefold() in words else ""


def _map(maker: BoxMaker, start: int, sheet: int, glyphs: Sequence[Glyph]) -> None:
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
