"""The lines of a PDF's sheet: its glyphs in the order PDFium gives them, white space collapsed.

In: a `PdfSheet`. Out: its lines, each with its place and height; a hyphen at a line's end stands apart. Out of scope: the
order in which lines are read (`pdf_columns`), paragraphs (`pdf`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from onrecord.pages.sheets.glyphs import LINE_END, LINE_END_HYPHEN, Glyph, PdfSheet

_HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a sheet: its glyphs, white space collapsed, none at its ends.

    `hyphen`: what its last word is broken with, which is not among them; None where it is whole. `base` and
    `height` are in points, 0 where no glyph has a box.
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
    """Yield a sheet's lines in the order PDFium gives them."""
    found: list[Glyph] = []
    for glyph in (*sheet.glyphs, Glyph(LINE_END, None)):
        if glyph.char in {LINE_END, LINE_END_HYPHEN}:
            marked = Glyph("-", glyph.box) if glyph.char == LINE_END_HYPHEN else None
            line = build_line(sheet.number, found, marked)
            if line is not None:
                yield line
            found = []
        else:
            found.append(glyph)


def build_line(sheet: int, glyphs: Sequence[Glyph], hyphen: Glyph | None) -> SheetLine | None:
    """Return the line that `glyphs` make, or None if they are white space."""
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
    return SheetLine(sheet, tuple(out), text, hyphen, base, height)
