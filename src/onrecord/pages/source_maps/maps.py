"""Every kind of byte map: read from what is stored, and asked what its bytes spell.

In: a packed map, or a map with a capture's bytes. Out: the map, or the words. Leaves alone: how each kind
works (`bytemap`, `carried`, `boxmap`).
"""

from __future__ import annotations

from onrecord.pages.source_maps.boxmap import is_sheets, unpack_sheets
from onrecord.pages.source_maps.bytemap import SegmentMap, unpack, words_at
from onrecord.pages.source_maps.embedded import Carried, is_carried, unpack_carried
from onrecord.records.page import ByteMap


def unpack_map(packed: bytes) -> ByteMap:
    """Return the map that a map's `pack` wrote, of whichever kind.

    Raises:
        ValueError: if `packed` is none.

    """
    if is_sheets(packed):
        return unpack_sheets(packed)
    return unpack_carried(packed) if is_carried(packed) else unpack(packed)


def spelled(data: bytes, byte_range: tuple[int, int], byte_map: ByteMap) -> str:
    """Return the words that a byte range of a capture spells, read again from the bytes alone.

    Raises:
        TypeError: if the map is of no kind whose bytes spell words.
        ValueError: if the bytes are not what the map says they are.

    """
    if isinstance(byte_map, Carried):
        return byte_map.words_at(data, byte_range)
    return words_at(data, byte_range, byte_map)


def charset_of(byte_map: ByteMap | None) -> str | None:
    """Return Python's name of the encoding a page's words were read in, or None where none is known."""
    if isinstance(byte_map, Carried):
        return byte_map.inner.charset
    return byte_map.charset if isinstance(byte_map, SegmentMap) else None
