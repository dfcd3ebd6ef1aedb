"""Pages carried inside other text: MIME parts and JSON strings, and the way back to the file's bytes.

In: a file's bytes, and where in them a page stands in a transfer encoding (quoted-printable, base64) or
as a JSON string. Out: the page's own bytes, a `EmbeddingMap` that leads from each of them to bytes of the file,
and `EmbeddedMap`, the byte map of a page made of them. Out of scope: what the page's bytes say.

Source: RFC 2045 sections 6.7 and 6.8 (quoted-printable, base64); RFC 8259 section 7 (strings).
"""

from __future__ import annotations

import base64
import json
import re
import struct
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.pages.source_maps.bytemap import SegmentMap, decode_words, unpack_segment_map
from onrecord.pages.source_maps.packed_columns import pack_columns, undo_delta, unpack_columns
from onrecord.records.span import Span

PLAIN, QUOTED, BASE64, JSON = range(4)
_MAGIC = b"ORcm1"
_HEAD = struct.Struct("<BII")
_QUOTED = re.compile(rb"(?:=[0-9A-Fa-f]{2})+|=[ \t]*(?:\r?\n|\Z)|[^=]+|=")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]+|=")
_JSON = re.compile(rb"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.|[^\\]+")  # fmt: skip
_LOST = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class EmbeddingMap:
    """From bytes of what is carried to bytes of the file, stretch by stretch.

    Attributes:
        scheme: PLAIN, QUOTED, BASE64 or JSON.
        inner: byte of what is carried (BASE64: the base64 character) where each stretch begins.
        outer: byte of the file where it begins.
        widths: bytes of the file for each byte carried; negative: the stretch's bytes share -width.

    """

    scheme: int
    inner_starts: array[int]
    outer_starts: array[int]
    byte_widths: array[int]

    def find_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open byte range of the file that carries bytes `start..end`."""
        if self.scheme == BASE64:
            first, last = start // 3 * 4 + start % 3, (end - 1) // 3 * 4 + (end - 1) % 3 + 1
            return self._place(first)[0], self._place(last)[1]
        return self._place(start)[0], self._place(end - 1)[1]

    def decode_range(self, data: bytes, start: int, end: int) -> bytes:
        """Return the bytes that `data[start:end]`, a range `range_of` gave, carries; read again from it."""
        cut = data[start:end]
        if self.scheme == QUOTED:
            return b"".join(_unquoted(found[0]) for found in _QUOTED.finditer(cut))
        if self.scheme == JSON:
            return _utf8(json.loads(b'"%s"' % cut))
        if self.scheme == PLAIN:
            return cut
        # Each byte's bits stand in two characters: where the first stands in its group of four
        # tells which byte of three it is.
        line = max(0, bisect_right(self.outer_starts, start) - 1)
        ahead = (self.inner_starts[line] + start - self.outer_starts[line]) % 4
        letters = b"A" * ahead + b"".join(_BASE64.findall(cut.replace(b"=", b"")))
        last = len(letters) - 1
        whole = base64.b64decode(letters + b"A" * (-len(letters) % 4))
        return whole[ahead : last // 4 * 3 + last % 4]

    def _place(self, position: int) -> tuple[int, int]:
        at = bisect_right(self.inner_starts, position) - 1
        width, begin = self.byte_widths[at], self.outer_starts[at]
        if width < 0:
            return begin, begin - width
        begin += (position - self.inner_starts[at]) * width
        return begin, begin + width


@dataclass(frozen=True, slots=True)
class EmbeddedMap:
    """The byte map of a page carried inside a file: `inner` leads to its own bytes, `carrier` from them on."""

    page_map: SegmentMap
    embedding: EmbeddingMap

    def find_bytes(self, span: Span) -> tuple[int, int] | None:
        """Return the half-open byte range of the file that carries the span's words, or None."""
        found = self.page_map.find_bytes(span)
        return None if found is None else self.embedding.find_range(*found)

    def decode_words(self, data: bytes, byte_range: tuple[int, int]) -> str:
        """Return the words that a byte range of the file spells, read again from the bytes alone."""
        carried = self.embedding.decode_range(data, *byte_range)
        return decode_words(carried, (0, len(carried)), self.page_map)

    def pack(self) -> bytes:
        """Return the map as bytes, to be stored with the page; `unpack_embedded_map` is the inverse."""
        rising = self.embedding.inner_starts, self.embedding.outer_starts
        inner = self.page_map.pack()
        head = _HEAD.pack(self.embedding.scheme, len(self.embedding.inner_starts), len(inner))
        return _MAGIC + head + inner + pack_columns(rising, (self.embedding.byte_widths,))


def is_packed_embedded_map(packed: bytes) -> bool:
    """Return whether `packed` is what `Carried.pack` wrote."""
    return packed.startswith(_MAGIC)


def unpack_embedded_map(packed: bytes) -> EmbeddedMap:
    """Return the map that `Carried.pack` wrote.

    Raises:
        ValueError: if `packed` is no such map.

    """
    scheme, count, size = _HEAD.unpack_from(packed, len(_MAGIC))
    at = len(_MAGIC) + _HEAD.size
    columns = unpack_columns(packed[at + size :])
    if len(columns) != 3 * count or scheme not in {PLAIN, QUOTED, BASE64, JSON}:
        raise ValueError("a map of a carried page of another shape than it says")
    inner, outer = undo_delta(columns[:count]), undo_delta(columns[count : 2 * count])
    return EmbeddedMap(
        unpack_segment_map(packed[at : at + size]),
        EmbeddingMap(scheme, inner, outer, columns[2 * count :]),
    )


def decode_mime_part(
    data: bytes, start: int, end: int, encoding: str
) -> tuple[bytes, EmbeddingMap]:
    """Return what a MIME part's body `data[start:end]` carries, and its carrier.

    Args:
        data: the whole file.
        start, end: the body, without the line end before the boundary.
        encoding: its Content-Transfer-Encoding; what is neither quoted-printable nor base64 is plain.

    """
    maker = _Maker()
    if encoding == "quoted-printable":
        for found in _QUOTED.finditer(data, start, end):
            written = found[0]
            if len(written) > 2 and written[0] == 0x3D and written[1:3].isalnum():
                maker.add(_unquoted(written), found.start(), 3)
            elif written[0] != 0x3D or written == b"=":
                maker.add(_unquoted(written), found.start(), 1)
        return maker.finish(QUOTED)
    if encoding == "base64":
        letters = []
        for found in _BASE64.finditer(data, start, end):
            if found[0] == b"=":
                break
            maker.add(found[0], found.start(), 1)
            letters.append(found[0])
        written = b"".join(letters)
        written = written[:-1] if len(written) % 4 == 1 else written
        return base64.b64decode(written + b"=" * (-len(written) % 4)), maker.finish(BASE64)[1]
    maker.add(data[start:end], start, 1)
    return maker.finish(PLAIN)


def decode_json_string(data: bytes, start: int, end: int) -> tuple[bytes, EmbeddingMap]:
    """Return the UTF-8 of a JSON string whose inside is `data[start:end]`, and its carrier.

    Half of a surrogate pair becomes U+FFFD. `data` must be JSON in UTF-8.
    """
    maker = _Maker()
    for found in _JSON.finditer(data, start, end):
        written = found[0]
        if written[0] == 0x5C:
            maker.add(_utf8(json.loads(b'"%s"' % written)), found.start(), -len(written))
        else:
            maker.add(written, found.start(), 1)
    return maker.finish(JSON)


class _Maker:
    """Takes what is carried, stretch by stretch."""

    def __init__(self) -> None:
        self._out = bytearray()
        self._inner, self._outer, self._widths = array("i"), array("i"), array("i")

    def add(self, carried: bytes, outer: int, width: int) -> None:
        self._inner.append(len(self._out))
        self._out += carried
        self._outer.append(outer)
        self._widths.append(width)

    def finish(self, scheme: int) -> tuple[bytes, EmbeddingMap]:
        return bytes(self._out), EmbeddingMap(scheme, self._inner, self._outer, self._widths)


def _unquoted(written: bytes) -> bytes:
    if written[0] != 0x3D or written == b"=":
        return written
    if len(written) > 2 and written[1:3].isalnum():
        return bytes.fromhex(written.replace(b"=", b"").decode("ascii"))
    return b""


def _utf8(text: str) -> bytes:
    return _LOST.sub("\ufffd", text).encode()
