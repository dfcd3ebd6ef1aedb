"""WARC archives as captures: saved responses that are pages.

In: a `.warc` or `.warc.gz` file, read as a stream. Out: a capture for each response (or resource) of
text/html or text/plain with status 200, content encoding undone; a `Skipped` for each broken one.
Leaves alone: requests, redirects, revisits, images and scripts; they are counted, and the counts
logged (logger `onrecord.readers`, level INFO).

Source: WARC 1.1 (ISO 28500:2017).
"""

from __future__ import annotations

import logging
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.errors import ReadError
from onrecord.readers.opened import Opened, too_large
from onrecord.records import Capture, Skipped
from onrecord.records.ids import sha256_hex

_LOG = logging.getLogger("onrecord.readers")
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_BROKEN = (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError, KeyError, AttributeError,
           TypeError, IndexError)  # fmt: skip
"""What warcio raises on bytes that are no archive."""


def read_warc(opened: Opened) -> Iterator[Capture | Skipped]:
    """Yield the pages of an archive."""
    passed_over: Counter[str] = Counter()
    place, broken = "", False
    with opened.stream() as stream:
        records = ArchiveIterator(stream)
        while True:
            try:
                record = next(records, None)
                if record is None:
                    break
                place = f"{opened.path}#{records.offset}"
                media_type, charset = _type_of(record)
                if media_type not in _PAGES:
                    passed_over[f"{record.rec_type} {media_type}".strip()] += 1
                    continue
                yield _capture(record, place, media_type, charset, opened.max_bytes)
            except ReadError as error:
                yield Skipped(place, error.reason, str(error))
            except _BROKEN:
                broken = True
                yield _broken_off(opened, place)
                break
    if not place and not broken:
        yield _broken_off(opened, place)
    if passed_over:
        counts = ", ".join(f"{count} {kind}" for kind, count in sorted(passed_over.items()))
        _LOG.info("%s: passed over %s", opened.path, counts)


def _broken_off(opened: Opened, last: str) -> Skipped:
    where = f"after {last}" if last else "before its first record"
    message = f"{opened.path}: the archive breaks off {where}; what came before is read"
    return Skipped(str(opened.path), "truncated", message)


def _type_of(record: Any) -> tuple[str, str | None]:
    """Return media type and charset of what may be a page; ("", None) of what is none."""
    if record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return "", None
        written = record.http_headers.get_header("Content-Type") or "text/html"
    elif record.rec_type == "resource":
        written = record.rec_headers.get_header("Content-Type") or ""
    else:
        return "", None
    media_type, _, parameters = written.partition(";")
    name, _, charset = parameters.strip().partition("=")
    stated = charset.strip().strip("\"'") if name.strip().lower() == "charset" else ""
    return media_type.strip().lower(), stated or None


def _capture(
    record: Any, place: str, media_type: str, charset: str | None, max_bytes: int
) -> Capture:
    encoding = (record.http_headers and record.http_headers.get_header("Content-Encoding")) or ""
    data = record.content_stream().read(max_bytes + 1)
    if len(data) > max_bytes:
        raise too_large(place, max_bytes)
    record.raw_stream.read()
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise ReadError("truncated", f"{place}: the record breaks off; save it again")
    if encoding.strip().lower() in {"br", "zstd"} and not _reads_as_text(data):
        raise ReadError("encoding", f"{place}: {encoding}-encoded; save it without, or as gzip")
    if not data.strip():
        raise ReadError("empty", f"{place}: a response without a body")
    return Capture(
        sha256_hex(data),
        data,
        place,
        media_type,
        charset,
        record.rec_headers.get_header("WARC-Target-URI"),
        record.rec_headers.get_header("WARC-Date"),
        flat=True,
    )


def _reads_as_text(data: bytes) -> bool:
    return b"<" in data[:2_048] and data[:2_048].count(0) == 0
