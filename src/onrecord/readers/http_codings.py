"""Bodies of HTTP messages with their transfer and content codings undone, within bounds.

In: a body as it was sent, and what its headers say of it. Out: the body itself, or the reason why not. Out of
scope: what it means. Headers lie: what is not in the coding it says is taken as it is.

Source: RFC 9110 section 8.4 (content codings), RFC 9112 section 7.1 (chunks), RFC 7932 (Brotli).
"""

from __future__ import annotations

import zlib
from importlib import import_module

import zstandard

from onrecord.errors import ReadError
from onrecord.readers.decompression import GZIP_MAGIC, PIECE_BYTES, ZSTD_MAGIC


def decode_http_body(data: bytes, transfer: str, content: str, max_bytes: int) -> bytes:
    """Return an HTTP body with its transfer and content codings undone.

    What is not in the coding it says is taken as it is: headers lie.

    Args:
        data: the body as it was sent.
        transfer: Transfer-Encoding, or "".
        content: Content-Encoding, or "".
        max_bytes: how much it may give.

    Raises:
        ReadError: `too_large`, `truncated`, or `encoding` where no library here reads it.

    """
    if "chunked" in transfer.lower():
        data = _without_chunks(data)
    codings = [name.strip().lower() for name in content.split(",") if name.strip()]
    for name in reversed(codings):
        data = _without(data, name, max_bytes)
    return data


def _without(data: bytes, name: str, max_bytes: int) -> bytes:
    if name in {"gzip", "x-gzip"} and data.startswith(GZIP_MAGIC):
        return _inflated(data, 31, max_bytes)
    if (
        name == "deflate"
        and data[:1]
        and data[0] & 0x0F == 8
        and (data[0] << 8 | data[1]) % 31 == 0
    ):
        return _inflated(data, 15, max_bytes)
    if name == "deflate":
        try:
            return _inflated(data, -15, max_bytes)
        except ReadError as error:
            if error.reason == "too_large":
                raise
            return data
    if name == "zstd" and data.startswith(ZSTD_MAGIC):
        return _unframed(data, max_bytes)
    if name == "br" and not _reads_as_text(data):
        return _brotli(data, max_bytes)
    return data


def _inflated(data: bytes, wbits: int, max_bytes: int) -> bytes:
    out: list[bytes] = []
    size = 0
    while data:
        inflater = zlib.decompressobj(wbits)
        try:
            out.append(inflater.decompress(data, max_bytes + 1 - size))
        except zlib.error as error:
            if out:
                break  # what follows the last member is padding
            raise ReadError("encoding", f"damaged: {error}") from error
        size += len(out[-1])
        if size > max_bytes:
            raise ReadError("too_large", "unpacks to too much")
        if not inflater.eof:
            raise ReadError("truncated", "its body breaks off")
        data = inflater.unused_data if wbits == 31 else b""
        data = data if data.startswith(GZIP_MAGIC) else b""
    return b"".join(out)


def _unframed(data: bytes, max_bytes: int) -> bytes:
    out: list[bytes] = []
    size, reader = 0, zstandard.ZstdDecompressor().decompressobj()
    for at in range(0, len(data), PIECE_BYTES):
        try:
            out.append(reader.decompress(data[at : at + PIECE_BYTES]))
        except zstandard.ZstdError as error:
            raise ReadError("encoding", f"damaged: {error}") from error
        size += len(out[-1])
        if size > max_bytes:
            raise ReadError("too_large", "unpacks to too much")
        if reader.eof:
            return b"".join(out)
    raise ReadError("truncated", "its body breaks off")


def _brotli(data: bytes, max_bytes: int) -> bytes:
    try:
        brotli = import_module("brotli")
    except ImportError as error:
        raise ReadError("encoding", "in Brotli; to read it: pip install 'onrecord[br]'") from error
    reader = brotli.Decompressor()
    out: list[bytes] = []
    size = 0
    try:
        found = reader.process(data, output_buffer_limit=1 << 20)
        while found or not reader.can_accept_more_data():
            out.append(found)
            size += len(found)
            if size > max_bytes:
                raise ReadError("too_large", "unpacks to too much")
            found = reader.process(b"", output_buffer_limit=1 << 20)
    except brotli.error as error:
        raise ReadError("encoding", f"damaged: {error}") from error
    if not reader.is_finished():
        raise ReadError("truncated", "its body breaks off")
    return b"".join(out)


def _without_chunks(data: bytes) -> bytes:
    """Return the chunks' bytes joined; what is not chunked is returned as it is."""
    out: list[bytes] = []
    at = 0
    while at < len(data):
        line_end = data.find(b"\r\n", at, at + 1_024)
        size = data[at:line_end].partition(b";")[0].strip() if line_end >= 0 else b""
        try:
            count = int(size, 16)
        except ValueError:
            # Not the length of a chunk: never chunked, or no more.
            return b"".join([*out, data[at:]]) if out else data
        if count <= 0:
            break
        out.append(data[line_end + 2 : line_end + 2 + count])
        at = line_end + 2 + count + 2
    return b"".join(out)


def _reads_as_text(data: bytes) -> bool:
    head = data[:2_048]
    controls = sum(head.count(bytes([code])) for code in (*range(9), *range(14, 27)))
    return controls == 0 and (b"<" in head or head.isascii())
