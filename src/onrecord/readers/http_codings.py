"""Bodies of HTTP messages with their transfer and content codings decoded, within bounds.

In: a body as it was sent, and what its headers say of it. Out: the body itself, or the reason why not. Out of scope: what
it means. Headers lie: what is not in the coding it says is taken as it is.

Source: RFC 9110 section 8.4 (content codings), RFC 9112 section 7.1 (chunks), RFC 7932 (Brotli).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from importlib import import_module

import zstandard

from onrecord.errors import ReadError
from onrecord.readers.decompression import GZIP_MAGIC, GZIP_WINDOW, ZSTD_MAGIC
from onrecord.readers.file_kinds import count_control_bytes
from onrecord.readers.thresholds import THRESHOLDS

_TOO_MUCH = "unpacks to more than {:,} bytes; raise ONRECORD_MAX_BYTES if you trust it"


def decode_http_body(data: bytes, transfer: str, content: str, max_bytes: int) -> bytes:
    """Return an HTTP body with its transfer and content codings decoded.

    What is not in the coding it says is taken as it is: headers lie.

    Args:
        data: the body as it was sent.
        transfer: Transfer-Encoding, or "".
        content: Content-Encoding, or "".
        max_bytes: how large the result may be.

    Raises:
        ReadError: `too_large`, `truncated`, or `encoding` where it is damaged or no library here decodes it.

    """
    if "chunked" in transfer.lower():
        data = _join_chunks(data)
    codings = [name.strip().lower() for name in content.split(",") if name.strip()]
    for name in reversed(codings):
        decode = _DECODERS.get(name)
        data = decode(data, max_bytes) if decode else data
    return data


def _decode_gzip(data: bytes, max_bytes: int) -> bytes:
    return _inflate(data, GZIP_WINDOW, max_bytes) if data.startswith(GZIP_MAGIC) else data


def _decode_deflate(data: bytes, max_bytes: int) -> bytes:
    """Return a zlib stream decoded, or one of bare deflate, which some servers send by the same name."""
    has_header = (
        data[:1]
        and data[0] & 0x0F == THRESHOLDS.deflate_method
        and (data[0] << 8 | data[1]) % 31 == 0
    )
    if has_header:
        return _inflate(data, zlib.MAX_WBITS, max_bytes)
    try:
        return _inflate(data, -zlib.MAX_WBITS, max_bytes)
    except ReadError as error:
        if error.reason == "too_large":
            raise
        return data


def _inflate(data: bytes, window: int, max_bytes: int) -> bytes:
    """Return `data` inflated; of gzip all members, one after the other."""
    parts: list[bytes] = []
    size = 0
    while data:
        inflater = zlib.decompressobj(window)
        try:
            parts.append(inflater.decompress(data, max_bytes + 1 - size))
        except zlib.error as error:
            if parts:
                break  # what follows the last member is padding
            raise ReadError("encoding", f"damaged: {error}") from error
        size += len(parts[-1])
        if size > max_bytes:
            raise ReadError("too_large", _TOO_MUCH.format(max_bytes))
        if not inflater.eof:
            raise ReadError("truncated", "its body breaks off")
        data = inflater.unused_data if window == GZIP_WINDOW else b""
        data = data if data.startswith(GZIP_MAGIC) else b""
    return b"".join(parts)


def _decode_zstd(data: bytes, max_bytes: int) -> bytes:
    if not data.startswith(ZSTD_MAGIC):
        return data
    parts: list[bytes] = []
    size, reader = 0, zstandard.ZstdDecompressor().decompressobj()
    chunk_bytes = THRESHOLDS.zstd_chunk_bytes
    for at in range(0, len(data), chunk_bytes):
        try:
            parts.append(reader.decompress(data[at : at + chunk_bytes]))
        except zstandard.ZstdError as error:
            raise ReadError("encoding", f"damaged: {error}") from error
        size += len(parts[-1])
        if size > max_bytes:
            raise ReadError("too_large", _TOO_MUCH.format(max_bytes))
        if reader.eof:
            return b"".join(parts)
    raise ReadError("truncated", "its body breaks off")


def _decode_brotli(data: bytes, max_bytes: int) -> bytes:
    if _is_text(data):
        return data
    try:
        brotli = import_module("brotli")
    except ImportError as error:
        raise ReadError("encoding", "in Brotli; to read it: pip install 'onrecord[br]'") from error
    reader = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    chunk_bytes = THRESHOLDS.chunk_bytes
    try:
        chunk = reader.process(data, output_buffer_limit=chunk_bytes)
        while chunk or not reader.can_accept_more_data():
            parts.append(chunk)
            size += len(chunk)
            if size > max_bytes:
                raise ReadError("too_large", _TOO_MUCH.format(max_bytes))
            chunk = reader.process(b"", output_buffer_limit=chunk_bytes)
    except brotli.error as error:
        raise ReadError("encoding", f"damaged: {error}") from error
    if not reader.is_finished():
        raise ReadError("truncated", "its body breaks off")
    return b"".join(parts)


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _decode_gzip,
    "x-gzip": _decode_gzip,
    "deflate": _decode_deflate,
    "zstd": _decode_zstd,
    "br": _decode_brotli,
}
"""Content codings and what decodes them."""


def _join_chunks(data: bytes) -> bytes:
    """Return the bytes of the chunks joined; what is not chunked is returned as it is."""
    parts: list[bytes] = []
    at = 0
    while at < len(data):
        line_end = data.find(b"\r\n", at, at + THRESHOLDS.max_chunk_line_bytes)
        size = data[at:line_end].partition(b";")[0].strip() if line_end >= 0 else b""
        try:
            count = int(size, 16)
        except ValueError:
            # Not the size of a chunk: never chunked, or no more.
            return b"".join([*parts, data[at:]]) if parts else data
        if count <= 0:
            break
        parts.append(data[line_end + 2 : line_end + 2 + count])
        at = line_end + 2 + count + 2
    return b"".join(parts)


def _is_text(data: bytes) -> bool:
    head = data[: THRESHOLDS.text_sample_bytes]
    return count_control_bytes(head) == 0 and (b"<" in head or head.isascii())
