"""Compressed files as streams of what they hold, within bounds.

In: a stream, and its first bytes. Out: a stream with gzip or Zstandard decompressed. Out of scope: what it means, every
other compression, and what HTTP does to a body (`http_codings`).

What decompresses to far more than a page's text ever does is a bomb and raises: memory is bounded by reading in chunks,
time by this.

Source: RFC 1952 (gzip), RFC 8878 (Zstandard, skippable frames), IIPC "Use of Zstandard in WARC files" (the dictionary in
the first frame).
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any, Protocol

import zstandard

from onrecord.readers.thresholds import THRESHOLDS

GZIP_MAGIC, ZSTD_MAGIC, ZSTD_DICTIONARY_MAGIC = (
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
    b"\x5d\x2a\x4d\x18",
)
GZIP_WINDOW = zlib.MAX_WBITS | 16
"""zlib's window bits for a stream with a gzip header."""
DAMAGED_STREAM_ERRORS = (EOFError, zlib.error, zstandard.ZstdError)
"""What a stream that is damaged or truncated raises while it is read."""


class DecompressionBomb(Exception):
    """Raised by what decompresses to far more than it may."""


class ReadableStream(Protocol):
    """A stream that is only read."""

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes; none at the end."""

    def close(self) -> None:
        """Close the file."""


def is_bomb(compressed: int, decompressed: int) -> bool:
    """Return whether so few compressed bytes that stand for so many are a bomb."""
    return (
        decompressed > THRESHOLDS.bomb_bytes and decompressed > THRESHOLDS.bomb_ratio * compressed
    )


class DecompressedStream:
    """A stream of compressed members, decompressed one after the other.

    Where it is truncated or damaged, what comes before is returned first; the next call raises.
    """

    def __init__(
        self,
        stream: ReadableStream,
        head: bytes,
        make_decompressor: Callable[[], Any],
        chunk_bytes: int,
    ) -> None:
        """Read `head`, then `stream`; a decompressor is made for each member and given `chunk_bytes` at once."""
        self._stream = stream
        self._compressed_rest = head
        self._make_decompressor = make_decompressor
        self._chunk_bytes = chunk_bytes
        self._decompressor: Any = None
        self._surplus = b""
        self._compressed = self._decompressed = self._members = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, fewer only at the end.

        Raises:
            EOFError: if a member is truncated; zlib.error, zstandard.ZstdError: if it is damaged; DecompressionBomb.

        """
        chunks = [self._surplus]
        count = len(self._surplus)
        while size < 0 or count < size:
            try:
                chunk = self._read_chunk()
            except DAMAGED_STREAM_ERRORS:
                if not count:
                    raise
                break
            if not chunk:
                break
            chunks.append(chunk)
            count += len(chunk)
        whole = b"".join(chunks)
        cut = len(whole) if size < 0 else size
        self._surplus = whole[cut:]
        return whole[:cut]

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _read_chunk(self) -> bytes:
        """Return the next decompressed bytes; none at the end."""
        while True:
            compressed = self._compressed_rest or self._stream.read(self._chunk_bytes)
            self._compressed_rest = b""
            is_padding = (
                self._decompressor is None and self._members and not compressed.strip(b"\0")
            )
            if not compressed or is_padding:
                if self._decompressor is not None:
                    raise EOFError("it ends in the middle")
                return b""
            self._decompressor = self._decompressor or self._make_decompressor()
            chunk: bytes = self._decompressor.decompress(compressed[: self._chunk_bytes])
            self._compressed_rest = compressed[self._chunk_bytes :]
            self._compressed += len(compressed) - len(self._compressed_rest)
            self._decompressed += len(chunk)
            if is_bomb(self._compressed, self._decompressed):
                raise DecompressionBomb
            if self._decompressor.eof:
                self._compressed_rest = self._decompressor.unused_data + self._compressed_rest
                self._decompressor = None
                self._members += 1
            if chunk:
                return chunk


def open_decompressed(stream: ReadableStream, head: bytes) -> ReadableStream:
    """Return `stream`, which is at its beginning and begins with `head`, decompressed.

    Raises:
        DecompressionBomb, zstandard.ZstdError: if its dictionary is none.

    """
    if head.startswith(GZIP_MAGIC):
        chunk_bytes = THRESHOLDS.gzip_chunk_bytes
        return DecompressedStream(stream, b"", lambda: zlib.decompressobj(GZIP_WINDOW), chunk_bytes)
    is_zstd = head.startswith((ZSTD_MAGIC, ZSTD_DICTIONARY_MAGIC))
    return _open_zstd(stream) if is_zstd else stream


def _open_zstd(stream: ReadableStream) -> DecompressedStream:
    """Return a stream of Zstandard frames, decompressed, with the dictionary that may precede them."""
    head = stream.read(8)
    dictionary = None
    if head[:4] == ZSTD_DICTIONARY_MAGIC:
        size = int.from_bytes(head[4:8], "little")
        max_bytes = THRESHOLDS.max_dictionary_bytes
        if size > max_bytes:
            raise DecompressionBomb
        frame, head = stream.read(size), stream.read(8)
        if frame.startswith(ZSTD_MAGIC):
            frame = zstandard.ZstdDecompressor().decompress(frame, max_output_size=max_bytes)
        dictionary = zstandard.ZstdCompressionDict(frame)
    decompressor = zstandard.ZstdDecompressor(dict_data=dictionary)
    return DecompressedStream(stream, head, decompressor.decompressobj, THRESHOLDS.zstd_chunk_bytes)


def decompress_head(raw: bytes, size: int) -> bytes:
    """Return up to `size` bytes that a file beginning with `raw` decompresses to, as far as they can be read."""
    head = b""
    try:
        stream = open_decompressed(io.BytesIO(raw), raw)
        while len(head) < size and (chunk := stream.read(THRESHOLDS.zstd_chunk_bytes)):
            head += chunk
    except (*DAMAGED_STREAM_ERRORS, DecompressionBomb):
        return head[:size] or raw
    return head[:size]
