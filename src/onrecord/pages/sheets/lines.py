"""The lines of a PDF's sheet: its glyphs in PDFium's order, white space collapsed.

In: a `PdfSheet`. Out: its lines, each with its place and height; a hyphen at a line's end is kept apart. Out of scope: the
order in which lines are read (`reading_order`), paragraphs (`paragraphs`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from onrecord.pages.sheets.glyphs import LINE_END, LINE_END_HYPHEN, Glyph, PdfSheet

_HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a sheet.

    Attributes:
        sheet: the sheet it is on, from 1.
        glyphs: its glyphs, white space collapsed, none at its ends.
        text: their characters.
        hyphen: the hyphen that its last word is broken with, which is not among the glyphs; None where the word is
            whole.
        base: median of the glyphs' bottoms, in points from the sheet's lower edge; 0 where no glyph has a box.
        height: median of their heights, in points; 0 where no glyph has a box.

    """

    sheet: int
    glyphs: tuple[Glyph, ...]
    text: str
    hyphen: Glyph | None
    base: float
    height: float

    @property
    def edges(self) -> tuple[float, float]:
        """Where it begins and ends, in points from the sheet's left; 0 and 0 where no glyph has a box."""
        boxes = [glyph.box for glyph in self.glyphs if glyph.box is not None]
        if not boxes:
            return 0.0, 0.0
        return min(box[0] for box in boxes), max(box[2] for box in boxes)


def iter_lines(sheet: PdfSheet) -> Iterator[SheetLine]:
    """Yield a sheet's lines in PDFium's order."""
    glyphs: list[Glyph] = []
    for glyph in (*sheet.glyphs, Glyph(LINE_END, None)):
        if glyph.char in (LINE_END, LINE_END_HYPHEN):
            hyphen = Glyph("-", glyph.box) if glyph.char == LINE_END_HYPHEN else None
            line = build_line(sheet.number, glyphs, hyphen)
            if line is not None:
                yield line
            glyphs = []
        else:
            glyphs.append(glyph)


def build_line(sheet: int, glyphs: Sequence[Glyph], hyphen: Glyph | None) -> SheetLine | None:
    """Return the line that `glyphs` make, or None if they are white space."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if not glyph.char.isspace() and glyph.char != "\0":
            kept.append(glyph)
        elif kept and kept[-1].char != " ":
            kept.append(Glyph(" ", glyph.box))
    if kept and kept[-1].char == " ":
        kept.pop()
    if not kept:
        return None
    boxes = [glyph.box for glyph in kept if glyph.box is not None]
    base = median(box[1] for box in boxes) if boxes else 0.0
    height = median(box[3] - box[1] for box in boxes) if boxes else 0.0
    if len(kept) > 1 and kept[-1].char in _HYPHENS and kept[-2].char.isalpha():
        hyphen = kept.pop()
    text = "".join(glyph.char for glyph in kept)
    return SheetLine(sheet, tuple(kept), text, hyphen, base, height)
