"""The reading order of a PDF's lines, where a sheet is set in columns.

In: lines in the order in which they are drawn. Out: the lines in reading order: down each column, columns from left to
right, what spans them (a headline, a wide table) in its place. A line that was drawn across two columns is split. Out of
scope: sheets without columns of prose, which keep the order of the file; tables, whose rows are read across; columns that
a text runs around.

A column is prose if it has four lines or more, of several words and mostly full. Strips of paper that no line crosses
(gutters) separate columns; where the lines on both sides of one have gaps at the same heights again and again, it is a
table, unless what stands between the gaps are paragraphs.

Source: white space as delimiter after Breuel (DAS 2002), simplified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from onrecord.pages.sheets.lines import SheetLine, build_line
from onrecord.pages.sheets.thresholds import THRESHOLDS

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_INFINITY = float("inf")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line, or the part of the `whole` line on one side of a gutter; `column` is None where it spans all of them."""

    line: SheetLine
    whole: SheetLine
    left: float
    right: float
    column: int | None


def order_lines(lines: Sequence[SheetLine]) -> list[SheetLine]:
    """Return `lines` in reading order; those of a sheet stay together."""
    ordered: list[SheetLine] = []
    for _, of_sheet in groupby(lines, key=lambda line: line.sheet):
        ordered += _order_sheet(list(of_sheet))
    return ordered


def _order_sheet(lines: list[SheetLine]) -> list[SheetLine]:
    stretches = [stretch for line in lines for stretch in _iter_stretches(line)]
    is_small = len(stretches) < 2 * THRESHOLDS.min_column_lines
    if is_small or any(not line.height for line in lines):
        return lines
    gutters = _find_gutters(stretches)
    if not gutters:
        return lines
    pieces = [piece for line in lines for piece in _split_line(line, gutters)]
    bands = list(_iter_bands(pieces))
    if not any(_has_prose_columns(band) for band in bands):
        return lines
    return [line for band in bands for line in _order_band(band)]


# --- gutters --------------------------------------------------------------------------------------


def _iter_stretches(line: SheetLine) -> Iterator[tuple[float, float]]:
    """Yield left and right edge of each stretch of a line that has no gap as wide as a gutter."""
    start = end = None
    for left, right in sorted(
        (glyph.box[0], glyph.box[2]) for glyph in line.glyphs if glyph.box and glyph.char != " "
    ):
        if start is None or end is None:
            start, end = left, right
        elif left - end >= THRESHOLDS.gutter_width:
            yield start, end
            start, end = left, right
        else:
            end = max(end, right)
    if start is not None and end is not None:
        yield start, end


def _find_gutters(stretches: list[tuple[float, float]]) -> list[float]:
    """Return the middles of the vertical strips of paper that hardly any line crosses, from left to right."""
    low = int(min(left for left, _ in stretches))
    high = int(max(right for _, right in stretches))
    if not 0 < high - low < THRESHOLDS.max_sheet_width:
        return []
    crossings = [0] * (high - low + 2)
    for left, right in stretches:
        for point in range(int(left) - low, int(right) - low + 1):
            crossings[point] += 1
    most = max(crossings) * THRESHOLDS.max_gutter_crossings
    gutters = []
    at = 0
    for is_free, strip in groupby(crossings, key=lambda count: count <= most):
        size = len(list(strip))
        if is_free and size >= THRESHOLDS.gutter_width:
            fewest = min(crossings[at : at + size])
            points = [at + n for n in range(size) if crossings[at + n] == fewest]
            middle = low + points[len(points) // 2]
            if _count_beside(stretches, middle) >= THRESHOLDS.min_column_lines:
                gutters.append(float(middle))
        at += size
    return gutters


def _count_beside(stretches: list[tuple[float, float]], middle: int) -> int:
    """Return how many stretches are on that side of `middle` which has fewer."""
    return min(
        sum(right < middle for _, right in stretches), sum(left > middle for left, _ in stretches)
    )


def _split_line(line: SheetLine, gutters: list[float]) -> Iterator[_Piece]:
    """Yield a line's pieces, each with its column: split where the line has a gap at a gutter."""
    cuts = [gutter for gutter in gutters if _has_gap_at(line, gutter)]
    for low, high in pairwise([-_INFINITY, *cuts, _INFINITY]):
        glyphs = [
            glyph
            for glyph in line.glyphs
            if glyph.box is not None and low <= (glyph.box[0] + glyph.box[2]) / 2 < high
        ]
        hyphen = line.hyphen if high == _INFINITY else None
        part = build_line(line.sheet, glyphs, hyphen) if cuts else line
        if part is None:
            continue
        left, right = part.edges
        spans_all = all(left < gutter < right for gutter in gutters)
        column = None if spans_all else sum(gutter <= left for gutter in gutters)
        yield _Piece(part, line, left, right, column)


def _has_gap_at(line: SheetLine, gutter: float) -> bool:
    """Return whether a line has words on both sides of a gutter and a wide gap between them."""
    return any(before[1] <= gutter <= after[0] for before, after in pairwise(_iter_stretches(line)))


# --- bands and columns ----------------------------------------------------------------------------


def _iter_bands(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the pieces from the sheet's head to its foot: those that span all gutters, and those between them."""
    spanning = sorted(
        (piece for piece in pieces if piece.column is None), key=lambda piece: -piece.whole.base
    )
    rest = [piece for piece in pieces if piece.column is not None]
    for base, alike in groupby(spanning, key=lambda piece: piece.whole.base):
        above = [piece for piece in rest if piece.whole.base > base]
        if above:
            yield above
        rest = [piece for piece in rest if piece.whole.base <= base]
        yield list(alike)
    if rest:
        yield rest


def _has_prose_columns(band: list[_Piece]) -> bool:
    """Return whether a band is set in columns of prose: two at least, and no table."""
    prose = [column for column in _group_by_column(band).values() if _is_prose(column)]
    return len(prose) > 1 and not _is_table(prose)


def _group_by_column(band: list[_Piece]) -> dict[int, list[_Piece]]:
    columns: dict[int, list[_Piece]] = {}
    for piece in band:
        if piece.column is not None:
            columns.setdefault(piece.column, []).append(piece)
    return columns


def _is_prose(column: list[_Piece]) -> bool:
    if len(column) < THRESHOLDS.min_column_lines:
        return False
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    is_full = (
        median(piece.right - piece.left for piece in column) >= THRESHOLDS.min_line_fill * width
    )
    words = median(len(piece.line.text.split()) for piece in column)
    return is_full and words >= THRESHOLDS.min_column_words


def _is_table(columns: list[list[_Piece]]) -> bool:
    """Return whether all columns have gaps at the same heights that separate a table's rows, and not paragraphs."""
    gaps_of_columns = [_find_gaps(column) for column in columns]
    shared = [
        gap
        for gap in gaps_of_columns[0]
        if all(
            any(low < gap[1] and gap[0] < high for low, high in gaps)
            for gaps in gaps_of_columns[1:]
        )
    ]
    most = max(map(len, gaps_of_columns))
    if len(shared) < THRESHOLDS.min_row_gaps or len(shared) * 2 < most:
        return False
    return not _has_paragraphs(columns)


def _has_paragraphs(columns: list[list[_Piece]]) -> bool:
    """Return whether what stands between the gaps of all columns are paragraphs.

    Paragraphs fill their column and end sentences. Cells may do so too: then they are short, and those of a row begin at
    one height.
    """
    parts_of_columns = [_split_at_gaps(column) for column in columns]
    for column, parts in zip(columns, parts_of_columns, strict=True):
        width = max(piece.right for piece in column) - min(piece.left for piece in column)
        inner = [piece.right - piece.left for part in parts for piece in part[:-1]]
        # A line alone may be a heading; what goes on in the next column ends there.
        ends = [bool(_SENTENCE_END.search(p[-1].line.text)) for p in parts[:-1] if p[1:]]
        if not inner or median(inner) < THRESHOLDS.min_paragraph_fill * width:
            return False
        if sum(ends) < len(ends) * THRESHOLDS.min_ended_paragraphs:
            return False
    sizes = [len(part) for parts in parts_of_columns for part in parts]
    return median(sizes) >= THRESHOLDS.min_paragraph_lines or not _is_level(parts_of_columns)


def _is_level(parts_of_columns: list[list[list[_Piece]]]) -> bool:
    """Return whether most parts of the first column begin at the height of one in each other column."""
    tops = [[part[0] for part in parts[1:]] for parts in parts_of_columns]
    level = [
        first
        for first in tops[0]
        if all(
            any(abs(first.line.base - top.line.base) * 2 < first.line.height for top in others)
            for others in tops[1:]
        )
    ]
    return len(level) * 2 > len(tops[0])


def _split_at_gaps(column: list[_Piece]) -> list[list[_Piece]]:
    """Return a column's lines from its head to its foot, in parts with gaps between them."""
    ordered = sorted(column, key=lambda piece: -piece.line.base)
    parts = [ordered[:1]]
    for above, below in pairwise(ordered):
        if _is_gap(above, below):
            parts.append([])
        parts[-1].append(below)
    return parts


def _is_gap(above: _Piece, below: _Piece) -> bool:
    return above.line.base - below.line.base > THRESHOLDS.row_gap * below.line.height


def _find_gaps(column: list[_Piece]) -> list[tuple[float, float]]:
    """Return low and high edge of the gaps between lines that are further apart than lines of one paragraph."""
    ordered = sorted(column, key=lambda piece: -piece.line.base)
    return [
        (below.line.base + below.line.height, above.line.base)
        for above, below in pairwise(ordered)
        if _is_gap(above, below)
    ]


def _order_band(band: list[_Piece]) -> list[SheetLine]:
    """Return a band's lines in reading order."""
    if not _has_prose_columns(band):
        return list(dict.fromkeys(piece.whole for piece in band))
    return [
        piece.line
        for _, column in sorted(_group_by_column(band).items())
        for piece in sorted(column, key=lambda piece: -piece.line.base)
    ]
