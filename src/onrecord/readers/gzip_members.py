"""Whether a gzipped web archive is packed record by record, as it should be, or as one stream.

In: the beginning of a gzipped archive. Out: whether its first gzip member holds its first record, and nothing else. Out
of scope: the records (`archives`); members further down.

Source: WARC 1.1, annex D (record-at-time compression); RFC 1952.
"""

from __future__ import annotations

import re
import zlib

from onrecord.readers.decompression import GZIP_WINDOW, ReadableStream
from onrecord.readers.thresholds import THRESHOLDS

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_CONTENT_LENGTH = re.compile(rb"^content-length:\s*(\d{1,18})\s*$", re.IGNORECASE | re.MULTILINE)
_ARC_LENGTH = re.compile(rb"filedesc://[^\n]* (\d{1,18})\s*\n")


def has_one_record_per_member(head: bytes, stream: ReadableStream) -> bool:
    """Return whether the first gzip member is the first record; True where that can't be told.

    Args:
        head: the archive's first bytes.
        stream: what follows them.

    """
    unpacked, record_end, size = b"", None, 0
    decompressor = zlib.decompressobj(GZIP_WINDOW)
    packed = head
    try:
        while packed and not decompressor.eof:
            chunk = decompressor.decompress(packed)
            size += len(chunk)
            if record_end is None:
                unpacked += chunk
                record_end = _find_record_end(unpacked)
                if record_end is None and size > THRESHOLDS.max_archive_header_bytes:
                    return True
                chunk = unpacked[record_end:] if record_end is not None else b""
            elif size > record_end:
                chunk = chunk[max(0, record_end - (size - len(chunk))) :]
            else:
                chunk = b""
            if chunk.strip():
                return False  # a second record in the same member
            packed = stream.read(THRESHOLDS.gzip_chunk_bytes)
    except zlib.error:
        return True
    has_part = not _HEADER_END.search(unpacked) if record_end is None else size < record_end
    return not (decompressor.eof and has_part)


def _find_record_end(unpacked: bytes) -> int | None:
    """Return where the first record ends, or None before its headers are whole."""
    arc = _ARC_LENGTH.match(unpacked)
    if arc:
        return arc.end() + int(arc[1])
    end = _HEADER_END.search(unpacked)
    length = _CONTENT_LENGTH.search(unpacked[: end.start()]) if end else None
    return end.end() + int(length[1]) if end and length else None
