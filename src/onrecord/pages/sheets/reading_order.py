"""The order in which a PDF's lines are read, where a sheet is set in columns.

In: lines in the order in which they are drawn. Out: the lines in the order of reading: down each column, columns from
left to right, what spans them (a headline, a wide table) in its place. A line that was drawn through two columns is
parted. Out of scope: sheets without columns of prose, which keep their maker's order; tables, whose rows are read
across; columns that a text runs around.

A column is prose if four lines of it or more are of several words and mostly full. Stretches of paper that no line
crosses part columns; where the lines on both sides of one break off at the same heights again and again, it is a table.

Source: white space as delimiter after Breuel (DAS 2002), simplified.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from onrecord.pages.sheets.lines import SheetLine, build_line

_FEWEST_LINES = 4
_FEWEST_WORDS = 3
_FULL = 0.6  # of its column's width that the middle line of prose has
_GUTTER_POINTS = 7
_CROSSED = 0.25  # of the lines at the fullest place: what spans a gutter is less
_FAR_POINTS = 2_000
_ROW_GAP = 1.6  # of a line's height between the bases of two lines: more is a gap between rows
_ROW_GAPS = 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line, or what of the `whole` line stands on one side of a gutter; `column` is None where it spans them all."""

    line: SheetLine
    whole: SheetLine
    left: float
    right: float
    column: int | None


def order_lines(lines: Sequence[SheetLine]) -> list[SheetLine]:
    """Return `lines` in the order in which they are read; those of a sheet stay together."""
    out: list[SheetLine] = []
    for _, of_sheet in groupby(lines, key=lambda line: line.sheet):
        out += _sheet_in_order(list(of_sheet))
    return out


def _sheet_in_order(lines: list[SheetLine]) -> list[SheetLine]:
    parts = [part for line in lines for part in _parts(line)]
    if len(parts) < 2 * _FEWEST_LINES or any(not line.height for line in lines):
        return lines
    gutters = _gutters(parts)
    if not gutters:
        return lines
    bands = list(_bands([piece for line in lines for piece in _columned(line, gutters)]))
    if not any(_is_columns(band) for band in bands):
        return lines
    return [line for band in bands for line in _read(band)]


def _parts(line: SheetLine) -> Iterator[tuple[float, float]]:
    """Yield where the stretches of a line begin and end that no wide gap parts."""
    begun = last = None
    for left, right in sorted(
        (glyph.box[0], glyph.box[2]) for glyph in line.glyphs if glyph.box and glyph.char != " "
    ):
        if begun is None or last is None:
            begun, last = left, right
        elif left - last >= _GUTTER_POINTS:
            yield begun, last
            begun, last = left, right
        else:
            last = max(last, right)
    if begun is not None and last is not None:
        yield begun, last


def _gutters(parts: list[tuple[float, float]]) -> list[float]:
    """Return the middles of the upright stretches of paper that hardly any line crosses."""
    low, high = int(min(left for left, _ in parts)), int(max(right for _, right in parts))
    if not 0 < high - low < _FAR_POINTS:
        return []
    cover = [0] * (high - low + 2)
    for left, right in parts:
        for point in range(int(left) - low, int(right) - low + 1):
            cover[point] += 1
    most = max(cover) * _CROSSED
    found = []
    at = 0
    for free, run in groupby(cover, key=lambda many: many <= most):
        size = len(list(run))
        if free and size >= _GUTTER_POINTS:
            emptiest = min(cover[at : at + size])
            points = [at + n for n in range(size) if cover[at + n] == emptiest]
            middle = low + points[len(points) // 2]
            sides = (
                sum(right < middle for _, right in parts),
                sum(left > middle for left, _ in parts),
            )
            if min(sides) >= _FEWEST_LINES:
                found.append(float(middle))
        at += size
    return found


def _columned(line: SheetLine, gutters: list[float]) -> Iterator[_Piece]:
    """Yield a line's pieces, each with its column: parted where it leaves a gutter free."""
    cuts = [gutter for gutter in gutters if _leaves_free(line, gutter)]
    for low, high in pairwise([float("-inf"), *cuts, float("inf")]):
        glyphs = [
            glyph
            for glyph in line.glyphs
            if glyph.box is not None and low <= (glyph.box[0] + glyph.box[2]) / 2 < high
        ]
        last = high == float("inf")
        part = line if not cuts else build_line(line.sheet, glyphs, line.hyphen if last else None)
        if part is None:
            continue
        left, right = part.edges
        spans = all(left < gutter < right for gutter in gutters)
        column = None if spans else sum(gutter <= left for gutter in gutters)
        yield _Piece(part, line, left, right, column)


def _leaves_free(line: SheetLine, gutter: float) -> bool:
    """Return whether a line has words on both sides of a gutter and a wide gap between them."""
    return any(one[1] <= gutter <= other[0] for one, other in pairwise(_parts(line)))


def _bands(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the pieces from the sheet's head to its foot: those that span gutters, and those between them."""
    spanning = sorted(
        (piece for piece in pieces if piece.column is None), key=lambda piece: -piece.whole.base
    )
    left = [piece for piece in pieces if piece.column is not None]
    for base, alike in groupby(spanning, key=lambda piece: piece.whole.base):
        above = [piece for piece in left if piece.whole.base > base]
        if above:
            yield above
        left = [piece for piece in left if piece.whole.base <= base]
        yield list(alike)
    if left:
        yield left


def _is_columns(band: list[_Piece]) -> bool:
    """Return whether a band is set in columns of prose: two at least, and no table."""
    prose = [column for column in _columns(band).values() if _is_prose(column)]
    return len(prose) > 1 and not _is_table(prose)


def _columns(band: list[_Piece]) -> dict[int, list[_Piece]]:
    columns: dict[int, list[_Piece]] = {}
    for piece in band:
        if piece.column is not None:
            columns.setdefault(piece.column, []).append(piece)
    return columns


def _is_prose(column: list[_Piece]) -> bool:
    if len(column) < _FEWEST_LINES:
        return False
    wide = max(piece.right for piece in column) - min(piece.left for piece in column)
    full = median(piece.right - piece.left for piece in column) >= _FULL * wide
    return full and median(len(piece.line.text.split()) for piece in column) >= _FEWEST_WORDS


def _is_table(columns: list[list[_Piece]]) -> bool:
    """Return whether all columns have their gaps at the same heights: these part a table's rows."""
    shared = [_gaps(column) for column in columns]
    common = [
        gap
        for gap in shared[0]
        if all(any(low < gap[1] and gap[0] < high for low, high in gaps) for gaps in shared[1:])
    ]
    return len(common) >= _ROW_GAPS and len(common) * 2 >= max(map(len, shared))


def _gaps(column: list[_Piece]) -> list[tuple[float, float]]:
    """Return the heights between lines that stand further apart than lines of one paragraph."""
    ordered = sorted(column, key=lambda piece: -piece.line.base)
    return [
        (below.line.base + below.line.height, above.line.base)
        for above, below in pairwise(ordered)
        if above.line.base - below.line.base > _ROW_GAP * below.line.height
    ]


def _read(band: list[_Piece]) -> list[SheetLine]:
    """Return a band's lines as they are read."""
    if not _is_columns(band):
        return list(dict.fromkeys(piece.whole for piece in band))
    return [
        piece.line
        for _, column in sorted(_columns(band).items())
        for piece in sorted(column, key=lambda piece: -piece.line.base)
    ]
