"""Pages embedded in other text: MIME parts and JSON strings, and the way back to the file's bytes.

In: a file's bytes, and where in them a page stands in a transfer encoding (quoted-printable, base64) or as a JSON string.
Out: the page's own bytes, an `EmbeddingMap` that leads from each of them to bytes of the file, and `EmbeddedMap`, the
byte map of a page made of them. Out of scope: what the page's bytes say.

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
"""Schemes in which a page is embedded."""
_SCHEMES = (PLAIN, QUOTED, BASE64, JSON)
_MAGIC = b"ORcm1"
_HEAD = struct.Struct("<BII")
_QUOTED_PIECE = re.compile(rb"(?:=[0-9A-Fa-f]{2})+|=[ \t]*(?:\r?\n|\Z)|[^=]+|=")
_BASE64_PIECE = re.compile(rb"[A-Za-z0-9+/]+|=")
_JSON_PIECE = re.compile(rb"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.|[^\\]+")  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class EmbeddingMap:
    """From bytes of the embedded page to bytes of the file, stretch by stretch.

    Attributes:
        scheme: PLAIN, QUOTED, BASE64 or JSON.
        inner_starts: byte of the page (BASE64: the base64 character) where each stretch begins.
        outer_starts: byte of the file where it begins.
        byte_widths: bytes of the file for each byte of the page; negative: the stretch's bytes share -width.

    """

    scheme: int
    inner_starts: array[int]
    outer_starts: array[int]
    byte_widths: array[int]

    def find_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open byte range of the file that holds the page's bytes `start` up to `end`."""
        if self.scheme == BASE64:
            first, last = start // 3 * 4 + start % 3, (end - 1) // 3 * 4 + (end - 1) % 3 + 1
            return self._locate(first)[0], self._locate(last)[1]
        return self._locate(start)[0], self._locate(end - 1)[1]

    def decode_range(self, data: bytes, start: int, end: int) -> bytes:
        """Return the page's bytes in `data[start:end]`, a range from `find_range`, decoded again from it."""
        cut = data[start:end]
        if self.scheme == QUOTED:
            return b"".join(_decode_quoted(piece[0]) for piece in _QUOTED_PIECE.finditer(cut))
        if self.scheme == JSON:
            return _encode_utf8(json.loads(b'"%s"' % cut))
        if self.scheme == PLAIN:
            return cut
        # Each byte's bits stand in two characters: the place of the first in its group of four says which of three
        # bytes it is.
        line = max(0, bisect_right(self.outer_starts, start) - 1)
        ahead = (self.inner_starts[line] + start - self.outer_starts[line]) % 4
        letters = b"A" * ahead + b"".join(_BASE64_PIECE.findall(cut.replace(b"=", b"")))
        last = len(letters) - 1
        whole = base64.b64decode(letters + b"A" * (-len(letters) % 4))
        return whole[ahead : last // 4 * 3 + last % 4]

    def _locate(self, position: int) -> tuple[int, int]:
        """Return the half-open byte range of the file for one byte of the page."""
        at = bisect_right(self.inner_starts, position) - 1
        width, start = self.byte_widths[at], self.outer_starts[at]
        if width < 0:
            return start, start - width
        start += (position - self.inner_starts[at]) * width
        return start, start + width


@dataclass(frozen=True, slots=True)
class EmbeddedMap:
    """The byte map of an embedded page: `page_map` leads to its own bytes, `embedding` from them to the file's."""

    page_map: SegmentMap
    embedding: EmbeddingMap

    def find_bytes(self, span: Span) -> tuple[int, int] | None:
        """Return the half-open byte range of the file that holds the span's words, or None."""
        byte_range = self.page_map.find_bytes(span)
        return None if byte_range is None else self.embedding.find_range(*byte_range)

    def decode_words(self, data: bytes, byte_range: tuple[int, int]) -> str:
        """Return the words that a byte range of the file spells, decoded again from the bytes alone."""
        page_bytes = self.embedding.decode_range(data, *byte_range)
        return decode_words(page_bytes, (0, len(page_bytes)), self.page_map)

    def pack(self) -> bytes:
        """Return the map as bytes, to be stored with the page; `unpack_embedded_map` is the inverse."""
        embedding = self.embedding
        page_map = self.page_map.pack()
        head = _HEAD.pack(embedding.scheme, len(embedding.inner_starts), len(page_map))
        rising = embedding.inner_starts, embedding.outer_starts
        return _MAGIC + head + page_map + pack_columns(rising, (embedding.byte_widths,))


def is_packed_embedded_map(packed: bytes) -> bool:
    """Return whether `packed` is what `EmbeddedMap.pack` returned."""
    return packed.startswith(_MAGIC)


def unpack_embedded_map(packed: bytes) -> EmbeddedMap:
    """Return the map that `EmbeddedMap.pack` packed.

    Raises:
        ValueError: if `packed` is no such map.

    """
    scheme, count, size = _HEAD.unpack_from(packed, len(_MAGIC))
    at = len(_MAGIC) + _HEAD.size
    columns = unpack_columns(packed[at + size :])
    if len(columns) != 3 * count or scheme not in _SCHEMES:
        raise ValueError("a map of a carried page of another shape than it says")
    inner_starts, outer_starts = undo_delta(columns[:count]), undo_delta(columns[count : 2 * count])
    return EmbeddedMap(
        unpack_segment_map(packed[at : at + size]),
        EmbeddingMap(scheme, inner_starts, outer_starts, columns[2 * count :]),
    )


def decode_mime_part(
    data: bytes, start: int, end: int, encoding: str
) -> tuple[bytes, EmbeddingMap]:
    """Return the bytes of a MIME part's body `data[start:end]`, decoded, and the map from them to the file.

    Args:
        data: the whole file.
        start, end: the body, without the line end before the boundary.
        encoding: its Content-Transfer-Encoding; what is neither quoted-printable nor base64 is plain.

    """
    if encoding == "quoted-printable":
        return _decode_quoted_printable(data, start, end)
    if encoding == "base64":
        return _decode_base64(data, start, end)
    builder = _EmbeddingBuilder()
    builder.add(data[start:end], start, 1)
    return builder.finish(PLAIN)


def _decode_quoted_printable(data: bytes, start: int, end: int) -> tuple[bytes, EmbeddingMap]:
    builder = _EmbeddingBuilder()
    for piece in _QUOTED_PIECE.finditer(data, start, end):
        written = piece[0]
        is_escape = written.startswith(b"=")
        if is_escape and len(written) > 2 and written[1:3].isalnum():
            builder.add(_decode_quoted(written), piece.start(), 3)
        elif not is_escape or written == b"=":
            builder.add(_decode_quoted(written), piece.start(), 1)
    return builder.finish(QUOTED)


def _decode_base64(data: bytes, start: int, end: int) -> tuple[bytes, EmbeddingMap]:
    builder = _EmbeddingBuilder()
    for piece in _BASE64_PIECE.finditer(data, start, end):
        if piece[0] == b"=":
            break
        builder.add(piece[0], piece.start(), 1)
    letters, embedding = builder.finish(BASE64)
    letters = letters[:-1] if len(letters) % 4 == 1 else letters
    return base64.b64decode(letters + b"=" * (-len(letters) % 4)), embedding


def decode_json_string(data: bytes, start: int, end: int) -> tuple[bytes, EmbeddingMap]:
    """Return the UTF-8 of a JSON string whose content is `data[start:end]`, and the map from it to the file.

    Half of a surrogate pair becomes U+FFFD. `data` must be JSON in UTF-8.
    """
    builder = _EmbeddingBuilder()
    for piece in _JSON_PIECE.finditer(data, start, end):
        written = piece[0]
        if written.startswith(b"\\"):
            builder.add(_encode_utf8(json.loads(b'"%s"' % written)), piece.start(), -len(written))
        else:
            builder.add(written, piece.start(), 1)
    return builder.finish(JSON)


class _EmbeddingBuilder:
    """Takes the page's bytes, stretch by stretch; `finish` returns them and the map."""

    def __init__(self) -> None:
        self._page_bytes = bytearray()
        self._inner_starts, self._outer_starts = array("i"), array("i")
        self._byte_widths = array("i")

    def add(self, page_bytes: bytes, outer_start: int, width: int) -> None:
        self._inner_starts.append(len(self._page_bytes))
        self._page_bytes += page_bytes
        self._outer_starts.append(outer_start)
        self._byte_widths.append(width)

    def finish(self, scheme: int) -> tuple[bytes, EmbeddingMap]:
        embedding = EmbeddingMap(scheme, self._inner_starts, self._outer_starts, self._byte_widths)
        return bytes(self._page_bytes), embedding


def _decode_quoted(written: bytes) -> bytes:
    """Return the bytes of one piece of quoted-printable; a soft line break has none."""
    if not written.startswith(b"=") or written == b"=":
        return written
    if len(written) > 2 and written[1:3].isalnum():
        return bytes.fromhex(written.replace(b"=", b"").decode("ascii"))
    return b""


def _encode_utf8(text: str) -> bytes:
    return _SURROGATE.sub("\ufffd", text).encode()
