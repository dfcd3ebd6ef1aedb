"""Every kind of byte map: unpacked from storage, and asked what its bytes spell.

In: a packed map, or a map with a capture's bytes. Out: the map, or the words. Out of scope: how each kind works
(`bytemap`, `embedded`, `sheet_map`).
"""

from __future__ import annotations

from array import array

from onrecord.pages.source_maps.bytemap import SegmentMap, decode_words, unpack_segment_map
from onrecord.pages.source_maps.embedded import (
    BASE64,
    EmbeddedMap,
    EmbeddingMap,
    is_packed_embedded_map,
    unpack_embedded_map,
)
from onrecord.pages.source_maps.sheet_map import is_packed_sheet_map, unpack_sheet_map
from onrecord.records.page import ByteMap


def unpack_map(packed: bytes) -> ByteMap:
    """Return the map that a map's `pack` packed, of whichever kind.

    Raises:
        ValueError: if `packed` is no map.

    """
    if is_packed_sheet_map(packed):
        return unpack_sheet_map(packed)
    if is_packed_embedded_map(packed):
        return unpack_embedded_map(packed)
    return unpack_segment_map(packed)


def decode_range(data: bytes, byte_range: tuple[int, int], byte_map: ByteMap) -> str:
    """Return the words that a byte range of a capture spells, decoded again from the bytes alone.

    Raises:
        TypeError: if the map is of a kind whose bytes do not spell words.
        ValueError: if the bytes are not what the map says they are.

    """
    if isinstance(byte_map, EmbeddedMap):
        return byte_map.decode_words(data, byte_range)
    return decode_words(data, byte_range, byte_map)


def reduce_map(byte_map: ByteMap) -> ByteMap | None:
    """Return the least of a map with which `decode_range` still decodes any range, or None where its bytes do not spell words."""
    if isinstance(byte_map, EmbeddedMap):
        inner, embedding = byte_map.page_map, byte_map.embedding
        if embedding.scheme != BASE64:  # there the lines say where each group of four begins
            embedding = EmbeddingMap(embedding.scheme, array("i"), array("i"), array("i"))
        return EmbeddedMap(_drop_segments(inner), embedding)
    return _drop_segments(byte_map) if isinstance(byte_map, SegmentMap) else None


def _drop_segments(byte_map: SegmentMap) -> SegmentMap:
    return SegmentMap(byte_map.charset, byte_map.markup, array("i"), array("i"), array("i"))


def find_charset(byte_map: ByteMap | None) -> str | None:
    """Return Python's name of the encoding a page was decoded with, or None where none is known."""
    if isinstance(byte_map, EmbeddedMap):
        return byte_map.page_map.charset
    return byte_map.charset if isinstance(byte_map, SegmentMap) else None
