"""The map of a page laid out on sheets: from code points of its text to boxes, and to the sheets' bytes.

In: while a PDF's text is made, each character with the box it was read from. Out: a `SheetMap` and its packed form. Out
of scope: what the words mean.

A PDF's words don't stand in its bytes as words: they are drawn by compressed programs. So a span leads to the sheet and
the boxes it is drawn in, which `sheets.glyphs.read_words_in` reads again; its byte range is that of the objects that draw
those sheets, None where these are not known.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.pages.source_maps.packed_columns import pack_columns, undo_delta, unpack_columns
from onrecord.records.page import Box
from onrecord.records.span import Span

_MAGIC = b"ORpm1"
_HEAD = struct.Struct("<III")


@dataclass(frozen=True, slots=True)
class SheetMap:
    """Lines of a page's text and where their characters are drawn.

    Attributes:
        line_starts: code point where each line begins, in order of text.
        glyph_starts: index in `edges` of each line's first character and, last, how many characters there are.
        sheets: the sheet each line is on, from 1.
        edges: left, bottom, right, top of each character, in hundredths of a point: four columns, one after the other.
        byte_ranges: start and end of the bytes of each sheet's objects, -1 where they are not known.

    """

    line_starts: array[int]
    glyph_starts: array[int]
    sheets: array[int]
    edges: array[int]
    byte_ranges: array[int]

    def find_bytes(self, span: Span) -> tuple[int, int] | None:
        """Return the half-open byte range of the objects that draw the span's sheets, or None."""
        sheets = {box.sheet for box in self.find_boxes(span)}
        ranges = [
            (self.byte_ranges[2 * n - 2], self.byte_ranges[2 * n - 1]) for n in sorted(sheets)
        ]
        if not ranges or any(start < 0 for start, _ in ranges):
            return None
        return min(start for start, _ in ranges), max(end for _, end in ranges)

    def find_boxes(self, span: Span) -> tuple[Box, ...]:
        """Return the boxes that hold the span's words, one per line, in order of text."""
        boxes = []
        first = max(0, bisect_right(self.line_starts, span.start) - 1)
        for line in range(first, len(self.line_starts)):
            line_start = self.line_starts[line]
            if line_start >= span.end:
                break
            glyph_start = self.glyph_starts[line]
            count = self.glyph_starts[line + 1] - glyph_start
            start, end = max(span.start - line_start, 0), min(span.end - line_start, count)
            if start < end:
                boxes.append(self._build_box(line, glyph_start + start, glyph_start + end))
        return tuple(boxes)

    def _build_box(self, line: int, start: int, end: int) -> Box:
        """Return the box around the characters `start` up to `end` of `edges`."""
        size = self.glyph_starts[-1]
        left, bottom, right, top = (self.edges[n * size + start : n * size + end] for n in range(4))
        edges = (min(left), min(bottom), max(right), max(top))
        return Box(self.sheets[line], *(edge / 100 for edge in edges))

    def pack(self) -> bytes:
        """Return the map as bytes, to be stored with the page; `unpack_sheet_map` is the inverse."""
        columns = (self.line_starts, self.glyph_starts, self.sheets, self.edges, self.byte_ranges)
        head = _HEAD.pack(len(self.line_starts), len(self.edges), len(self.byte_ranges))
        return _MAGIC + head + pack_columns(columns)


def is_packed_sheet_map(packed: bytes) -> bool:
    """Return whether `packed` is what `SheetMap.pack` returned."""
    return packed.startswith(_MAGIC)


def unpack_sheet_map(packed: bytes) -> SheetMap:
    """Return the map that `SheetMap.pack` packed.

    Raises:
        ValueError: if `packed` is no such map.

    """
    lines, edges, ranges = _HEAD.unpack_from(packed, len(_MAGIC))
    values = unpack_columns(packed[len(_MAGIC) + _HEAD.size :])
    columns, at = [], 0
    for size in (lines, lines + 1, lines, edges, ranges):
        columns.append(undo_delta(values[at : at + size]))
        at += size
    if at != len(values) or edges != 4 * (columns[1][-1] if columns[1] else 0):
        raise ValueError("a map of sheets of another length than it says")
    return SheetMap(*columns)


class SheetMapBuilder:
    """Takes a page's lines as they are written; `finish` returns the map."""

    def __init__(self) -> None:
        self._line_starts, self._sheets = array("i"), array("i")
        self._glyph_starts = array("i", [0])
        self._edges = [array("i") for _ in range(4)]

    def add(self, start: int, sheet: int, boxes: list[tuple[float, float, float, float]]) -> None:
        """Record that the characters from code point `start` on are drawn on `sheet` in `boxes`, one each."""
        if not boxes:
            return
        self._line_starts.append(start)
        self._sheets.append(sheet)
        self._glyph_starts.append(self._glyph_starts[-1] + len(boxes))
        for box in boxes:
            for column, edge in zip(self._edges, box, strict=True):
                column.append(round(100 * edge))

    def finish(self, byte_ranges: list[tuple[int, int] | None]) -> SheetMap:
        """Return the map of what was added; `byte_ranges` are the bytes of each sheet's objects."""
        edges = array("i")
        for column in self._edges:
            edges.extend(column)
        flat = array("i", [n for byte_range in byte_ranges for n in (byte_range or (-1, -1))])
        return SheetMap(self._line_starts, self._glyph_starts, self._sheets, edges, flat)
