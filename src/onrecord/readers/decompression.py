"""Compressed files as streams of what they hold, within bounds.

In: a stream, and its first bytes. Out: a stream with gzip or Zstandard undone. Out of scope: what it means,
every other compression, and what HTTP does to a body (`codings`).

What unpacks to far more than a page's text ever does is a bomb and raises: memory is bounded by reading in
pieces, time by this.

Source: RFC 1952 (gzip), RFC 8878 (Zstandard, skippable frames), IIPC "Use of Zstandard in WARC files"
(the dictionary in the first frame).
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import IO, Any, Protocol

import zstandard

GZIP_MAGIC, ZSTD_MAGIC, ZSTD_DICTIONARY_MAGIC = (
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
    b"\x5d\x2a\x4d\x18",
)
DAMAGED_STREAM_ERRORS = (EOFError, zlib.error, zstandard.ZstdError)
"""What a stream that is damaged or breaks off raises while it is read."""
PIECE_BYTES = 512  # of Zstandard: a block of four bytes may stand for 128 KiB
_GZIP_PIECE_BYTES = 16_384  # stands for 16 MB at the most
_MOST_DICTIONARY = 32_000_000
_BOMB_BYTES, _BOMB_RATIO = 256_000_000, 200
"""Archives of pages shrink to a tenth; 200 times smaller over 256 MB is no archive of pages."""


class DecompressionBomb(Exception):
    """What unpacks to far more than it may."""


class ReadableStream(Protocol):
    """A stream that is only read."""

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes; none at the end."""

    def close(self) -> None:
        """Close the file."""


def is_bomb(packed: int, unpacked: int) -> bool:
    """Return whether so few bytes that give so many are a bomb."""
    return unpacked > _BOMB_BYTES and unpacked > _BOMB_RATIO * packed


class DecompressedStream:
    """A stream of compressed members undone, one after the other; breaks off with EOFError.

    What comes before a break is given first, the break told after.
    """

    def __init__(
        self, stream: IO[bytes], begun: bytes, make: Callable[[], Any], piece: int
    ) -> None:
        self._stream = stream
        self._rest = begun
        self._make = make
        self._piece_bytes = piece
        self._member: Any = None
        self._held = b""
        self._packed = self._unpacked = self._members = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, fewer only at the end.

        Raises:
            EOFError: if a member breaks off; zlib.error, zstandard.ZstdError: if it is damaged; Bomb.

        """
        out = [self._held]
        got = len(self._held)
        while size < 0 or got < size:
            try:
                piece = self._piece()
            except DAMAGED_STREAM_ERRORS:
                if not got:
                    raise
                break
            if not piece:
                break
            out.append(piece)
            got += len(piece)
        whole = b"".join(out)
        cut = len(whole) if size < 0 else size
        self._held = whole[cut:]
        return whole[:cut]

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _piece(self) -> bytes:
        while True:
            packed = self._rest or self._stream.read(self._piece_bytes)
            self._rest = b""
            if not packed or (self._member is None and self._members and not packed.strip(b"\0")):
                if self._member is not None:
                    raise EOFError("it ends in the middle")
                return b""
            self._member = self._member or self._make()
            found: bytes = self._member.decompress(packed[: self._piece_bytes])
            self._rest = packed[self._piece_bytes :]
            self._packed += len(packed) - len(self._rest)
            self._unpacked += len(found)
            if is_bomb(self._packed, self._unpacked):
                raise DecompressionBomb
            if self._member.eof:
                self._rest = self._member.unused_data + self._rest
                self._member = None
                self._members += 1
            if found:
                return found


def _frames(stream: IO[bytes]) -> DecompressedStream:
    """Return a stream of Zstandard frames undone, with the dictionary that may stand before them."""
    begun = stream.read(8)
    dictionary = None
    if begun[:4] == ZSTD_DICTIONARY_MAGIC:
        size = int.from_bytes(begun[4:8], "little")
        if size > _MOST_DICTIONARY:
            raise DecompressionBomb
        held, begun = stream.read(size), stream.read(8)
        if held.startswith(ZSTD_MAGIC):
            held = zstandard.ZstdDecompressor().decompress(held, max_output_size=_MOST_DICTIONARY)
        dictionary = zstandard.ZstdCompressionDict(held)
    decompressor = zstandard.ZstdDecompressor(dict_data=dictionary)
    return DecompressedStream(stream, begun, decompressor.decompressobj, PIECE_BYTES)


def open_decompressed(stream: IO[bytes], head: bytes) -> ReadableStream:
    """Return `stream`, which begins with `head` and stands at its beginning, unpacked.

    Raises:
        Bomb, zstandard.ZstdError: if its dictionary is none.

    """
    if head.startswith(GZIP_MAGIC):
        return DecompressedStream(stream, b"", lambda: zlib.decompressobj(31), _GZIP_PIECE_BYTES)
    return _frames(stream) if head.startswith((ZSTD_MAGIC, ZSTD_DICTIONARY_MAGIC)) else stream


def decompress_head(raw: bytes, size: int) -> bytes:
    """Return up to `size` bytes that a file beginning with `raw` unpacks to, as far as they can be read."""
    out = b""
    try:
        stream = open_decompressed(io.BytesIO(raw), raw)
        while len(out) < size and (piece := stream.read(PIECE_BYTES)):
            out += piece
    except (*DAMAGED_STREAM_ERRORS, DecompressionBomb):
        return out[:size] or raw
    return out[:size]
