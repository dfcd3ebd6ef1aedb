"""The map of a page laid out on sheets: from code points of its text to boxes, and to the sheets' bytes.

In: while a PDF's text is made, each character with the box it was read from. Out: a `SheetMap` and its
packed form. Out of scope: what the words mean.

A PDF's words don't stand in its bytes as words: they are drawn by compressed programs. So a span leads to
the sheet and the boxes it is drawn in, which `sheets.words_in` reads again; its byte range is that of the
objects that draw those sheets, None where these can't be told.
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
_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class SheetMap:
    """Lines of a page's text and where their characters are drawn.

    Attributes:
        starts: code point where each line begins, in order of text.
        places: index of each line's first character in `edges`, and, last, how many there are.
        sheets: the sheet each line is on, from 1.
        edges: left, bottom, right, top of each character, in hundredths of a point: four columns, one
            after the other.
        ranges: first and last byte of each sheet's objects, -1 where they can't be told.

    """

    line_starts: array[int]
    glyph_starts: array[int]
    sheets: array[int]
    edges: array[int]
    byte_ranges: array[int]

    def find_bytes(self, span: Span) -> tuple[int, int] | None:
        """Return the half-open byte range of the objects that draw the span's sheets, or None."""
        drawn = {box.sheet for box in self.find_boxes(span)}
        ranges = [(self.byte_ranges[2 * n - 2], self.byte_ranges[2 * n - 1]) for n in sorted(drawn)]
        if not ranges or any(start < 0 for start, _ in ranges):
            return None
        return min(start for start, _ in ranges), max(end for _, end in ranges)

    def find_boxes(self, span: Span) -> tuple[Box, ...]:
        """Return the boxes that hold the span's words, a line each, in order of text."""
        found = []
        first = max(0, bisect_right(self.line_starts, span.start) - 1)
        size = self.glyph_starts[-1]
        for line in range(first, len(self.line_starts)):
            begin = self.line_starts[line]
            if begin >= span.end:
                break
            count = self.glyph_starts[line + 1] - self.glyph_starts[line]
            low, high = max(span.start - begin, 0), min(span.end - begin, count)
            if low >= high:
                continue
            at, end = self.glyph_starts[line] + low, self.glyph_starts[line] + high
            columns = [self.edges[n * size + at : n * size + end] for n in range(4)]
            left, bottom, right, top = (
                min(columns[0]), min(columns[1]), max(columns[2]), max(columns[3])
            )  # fmt: skip
            edges = (edge / _HUNDREDTHS for edge in (left, bottom, right, top))
            found.append(Box(self.sheets[line], *edges))
        return tuple(found)

    def pack(self) -> bytes:
        """Return the map as bytes, to be stored with the page; `unpack_sheet_map` is the inverse."""
        columns = (self.line_starts, self.glyph_starts, self.sheets, self.edges, self.byte_ranges)
        head = _HEAD.pack(len(self.line_starts), len(self.edges), len(self.byte_ranges))
        return _MAGIC + head + pack_columns(columns)


def is_packed_sheet_map(packed: bytes) -> bool:
    """Return whether `packed` is what `SheetMap.pack` wrote."""
    return packed.startswith(_MAGIC)


def unpack_sheet_map(packed: bytes) -> SheetMap:
    """Return the map that `SheetMap.pack` wrote.

    Raises:
        ValueError: if `packed` is no such map.

    """
    lines, edges, ranges = _HEAD.unpack_from(packed, len(_MAGIC))
    columns = unpack_columns(packed[len(_MAGIC) + _HEAD.size :])
    read, at = [], 0
    for size in (lines, lines + 1, lines, edges, ranges):
        read.append(undo_delta(columns[at : at + size]))
        at += size
    if at != len(columns) or edges != 4 * (read[1][-1] if read[1] else 0):
        raise ValueError("a map of sheets of another length than it says")
    return SheetMap(*read)


class SheetMapBuilder:
    """Takes a page's lines as they are written, and gives the map at the end."""

    def __init__(self) -> None:
        self._starts, self._sheets = array("i"), array("i")
        self._places = array("i", [0])
        self._edges = [array("i") for _ in range(4)]

    def add(self, start: int, sheet: int, boxes: list[tuple[float, float, float, float]]) -> None:
        """Note that the characters from `start` on are drawn on `sheet` in `boxes`, one each."""
        if not boxes:
            return
        self._starts.append(start)
        self._sheets.append(sheet)
        self._places.append(self._places[-1] + len(boxes))
        for box in boxes:
            for column, edge in zip(self._edges, box, strict=True):
                column.append(round(_HUNDREDTHS * edge))

    def finish(self, ranges: list[tuple[int, int] | None]) -> SheetMap:
        """Return the map of what was added; `ranges` are the bytes of each sheet's objects."""
        edges = array("i")
        for column in self._edges:
            edges.extend(column)
        flat = array("i", [n for place in ranges for n in (place or (-1, -1))])
        return SheetMap(self._starts, self._places, self._sheets, edges, flat)
