"""The byte map: from code points of a page's text to bytes of its capture.

In: while a page's text is made, each stretch of it with the bytes it was read from. Out: a `SegmentMap`, its packed form,
and `decode_words`, which decodes a byte range again without the map, so that evidence can be checked from the capture
alone. Out of scope: what the words mean.

The law: for a span inside one zone, `decode_words(data, find_bytes(span), map)` is the span's text, white space aside.
For a span over several zones the range runs from its first to its last byte and may hold markup and words between the
zones as well. A span that cuts in two what one character reference stands for (`&NotEqualTilde;` is two code points)
gets the whole reference.
"""

from __future__ import annotations

import re
import struct
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.pages.dom.markup import extract_words
from onrecord.pages.source_maps.decoding import DecodedSource, decode_as
from onrecord.pages.source_maps.packed_columns import pack_columns, undo_delta, unpack_columns
from onrecord.records.page import ByteMap
from onrecord.records.span import Span

_MAGIC = b"ORbm1"
_SAME_WIDTH = re.compile(
    "([\\x00-\\x7f]+)|([\\x80-\\u07ff]+)|([\\u0800-\\uffff]+)|([\\U00010000-\\U0010ffff]+)"
)
"""Characters of one, two, three and four bytes of UTF-8: the number of the group is their width."""
_HEAD = struct.Struct("<B?I")


@dataclass(frozen=True, slots=True)
class SegmentMap:
    """Segments of a page's text and their bytes, in order of text.

    Attributes:
        charset: Python's name of the encoding the capture was decoded with.
        markup: the capture was read as HTML.
        text_starts: code point where each segment begins; it ends where the next one begins.
        byte_starts: byte where its first character begins.
        char_widths: bytes of each character, one after the other. 0: the characters have none (a space set between
            paragraphs). Negative: all characters of the segment share -width bytes (a character reference, collapsed
            white space).

    """

    charset: str
    markup: bool
    text_starts: array[int]
    byte_starts: array[int]
    char_widths: array[int]

    def find_bytes(self, span: Span) -> tuple[int, int] | None:
        """Return the half-open byte range of the span's first to last character with bytes, or None."""
        if not 0 <= span.start < span.end:
            return None
        first = self._find_segment(span.start)
        while first + 1 < len(self.text_starts) and not self.char_widths[first]:
            first += 1
        last = self._find_segment(span.end - 1)
        while last > 0 and not self.char_widths[last]:
            last -= 1
        if first > last or not self.char_widths[first]:
            return None
        start = self._locate(first, max(span.start, self.text_starts[first]))[0]
        last_char = span.end - 1
        if last + 1 < len(self.text_starts):
            last_char = min(last_char, self.text_starts[last + 1] - 1)
        return start, self._locate(last, last_char)[1]

    def pack(self) -> bytes:
        """Return the map as bytes, to be stored with the page; `unpack_segment_map` is the inverse."""
        name = self.charset.encode("ascii")
        head = _HEAD.pack(len(name), self.markup, len(self.text_starts))
        columns = pack_columns((self.text_starts, self.byte_starts), (self.char_widths,))
        return _MAGIC + head + name + columns

    def _find_segment(self, position: int) -> int:
        return bisect_right(self.text_starts, position) - 1

    def _locate(self, segment: int, position: int) -> tuple[int, int]:
        """Return the half-open byte range of the character at `position`, which is in `segment`."""
        width, start = self.char_widths[segment], self.byte_starts[segment]
        if width < 0:
            return start, start - width
        start += (position - self.text_starts[segment]) * width
        return start, start + width


def unpack_segment_map(packed: bytes) -> SegmentMap:
    """Return the map that `SegmentMap.pack` packed.

    Raises:
        ValueError: if `packed` is no such map.

    """
    if not packed.startswith(_MAGIC):
        raise ValueError("not a byte map")
    at = len(_MAGIC) + _HEAD.size
    size, markup, count = _HEAD.unpack_from(packed, len(_MAGIC))
    columns = unpack_columns(packed[at + size :])
    if len(columns) != 3 * count:
        raise ValueError("a byte map of another length than it says")
    text_starts, byte_starts = undo_delta(columns[:count]), undo_delta(columns[count : 2 * count])
    charset = packed[at : at + size].decode("ascii")
    return SegmentMap(charset, bool(markup), text_starts, byte_starts, columns[2 * count :])


def decode_words(data: bytes, byte_range: tuple[int, int], byte_map: ByteMap) -> str:
    """Return the words that a byte range of a capture spells, decoded again from the bytes alone.

    Tags are dropped, character references resolved, white space collapsed to single spaces.

    Args:
        data: the capture's bytes.
        byte_range: first byte, and one past the last.
        byte_map: the page's map; only its charset and whether it is HTML are used.

    Raises:
        TypeError: if the map is not a `SegmentMap`.

    """
    if not isinstance(byte_map, SegmentMap):
        raise TypeError(f"no charset in a byte map of type {type(byte_map).__name__}")
    start, end = byte_range
    return extract_words(decode_as(data[start:end], byte_map.charset).text, markup=byte_map.markup)


class SegmentMapBuilder:
    """Takes a page's text, stretch by stretch, as it is made; `finish` returns the map."""

    def __init__(self, source: DecodedSource, *, markup: bool) -> None:
        self._source = source
        self._markup = markup
        self._text_starts, self._byte_starts = array("i"), array("i")
        self._char_widths = array("i")

    def add_gap(self, position: int) -> None:
        """Record that the characters from `position` on have no bytes of their own."""
        if not self._char_widths or self._char_widths[-1]:
            self._add(position, self._byte_starts[-1] if self._byte_starts else 0, 0)

    def add_whole(self, position: int, start: int, end: int) -> None:
        """Record that all characters from `position` on come from the source characters `start` up to `end`."""
        byte = self._source.find_byte(start)
        self._add(position, byte, byte - self._source.find_byte(end))

    def add_even(self, position: int, start: int, words: str) -> None:
        """Record that each of `words`, from `position` on, is a source character, from `start` on."""
        source = self._source
        if source.char_starts is not None:
            self._add_row(position, source.char_starts[start : start + len(words) + 1].tolist())
            return
        byte = source.find_byte(start)
        if not source.shifts or words.isascii():
            self._add(position, byte, 1)
            return
        for match in _SAME_WIDTH.finditer(words):
            begin, end = match.span()
            width = match.lastindex or 1
            self._add(position + begin, byte, width)
            byte += width * (end - begin)

    def finish(self) -> SegmentMap:
        """Return the map of what was added."""
        return SegmentMap(
            self._source.charset,
            self._markup,
            self._text_starts,
            self._byte_starts,
            self._char_widths,
        )

    def _add_row(self, position: int, starts: list[int]) -> None:
        """Add the characters from `position` on, whose bytes begin, and end, at `starts`."""
        at, last = 0, len(starts) - 1
        if starts[last] - starts[0] == last:
            self._add(position, starts[0], 1)
            return
        while at < last:
            width = starts[at + 1] - starts[at]
            self._add(position + at, starts[at], width)
            at += 1
            while at < last and starts[at + 1] - starts[at] == width:
                at += 1

    def _add(self, position: int, byte: int, width: int) -> None:
        """Add a segment, or extend the last one if it goes on evenly."""
        if (
            self._char_widths
            and self._char_widths[-1] == width > 0
            and byte == self._byte_starts[-1] + (position - self._text_starts[-1]) * width
        ):
            return
        self._text_starts.append(position)
        self._byte_starts.append(byte)
        self._char_widths.append(width)
