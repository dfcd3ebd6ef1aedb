"""Web archives as streams of records: WARC and ARC, within bounds.

In: an archive's stream. Out: its records one after the other, each with its location; what it is: a page, a revisit, or one
of the reasons why it is neither. Out of scope: what is made of them (`warc`).

Source: WARC 1.1 (ISO 28500:2017); ARC 1.0 (Internet Archive).
"""

from __future__ import annotations

import contextlib
import io
import itertools
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed

from onrecord.errors import ReadError
from onrecord.readers.decompression import (
    DAMAGED_STREAM_ERRORS,
    GZIP_MAGIC,
    DecompressionBomb,
    ReadableStream,
    is_bomb,
    open_decompressed,
)
from onrecord.readers.gzip_members import has_one_record_per_member
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import PackageProof

PAGE_MEDIA_TYPES = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "application/pdf"}
)
"""Media types of records that are pages."""
_ARCHIVE_ERRORS = (
    *DAMAGED_STREAM_ERRORS, ArchiveLoadFailed, zipfile.BadZipFile, OSError, ValueError, KeyError, AttributeError,
    TypeError, IndexError, RuntimeError,
)  # fmt: skip
"""What warcio raises on bytes that are no archive."""
_VERSION_LINE_START = b"WARC/"
_USABLE_STATUSES = frozenset({"200", "203", "304"})
_OTHER_RECORDS = {
    "request": "request", "warcinfo": "about", "metadata": "about", "arc_header": "about",
}  # fmt: skip
"""Types of records that are no pages, and the reason they are counted by."""


@dataclass(frozen=True, slots=True)
class WebArchive:
    """An archive that can be opened more than once: its name, what opens it, and what the file it is packed in states of it."""

    name: str
    open: Callable[[], ReadableStream]
    package: PackageProof | None = None


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """A record of an archive, and its location `name#offset`; it can't be read once the next one is asked for."""

    record: Any
    location: str

    def get_header(self, name: str) -> str | None:
        """Return a header of the record itself, or None."""
        value = self.record.rec_headers.get_header(name)
        return None if value is None else str(value)

    def get_http_header(self, name: str) -> str:
        """Return a header of the HTTP message in it, or ""."""
        headers = self.record.http_headers
        return (headers.get_header(name) or "") if headers is not None else ""

    def read_payload(self, most: int) -> bytes:
        """Return up to `most` bytes of its payload; damage can show as late as here.

        Raises:
            ReadError: `truncated` where it is truncated or damaged, `bomb` where it decompresses to far too much.

        """
        try:
            data: bytes = self.record.raw_stream.read(most)
        except DecompressionBomb as error:
            raise ReadError(
                "bomb", "unpacks to far more than a page does; if you trust it, unpack it yourself"
            ) from error
        except _ARCHIVE_ERRORS as error:
            raise ReadError(
                "truncated", f"the record is damaged ({error}); save it again"
            ) from error
        if len(data) < most and getattr(self.record.raw_stream, "limit", 0) > 0:
            raise ReadError("truncated", "the record breaks off; save it again")
        return data


class _BoundedReader(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's reader, with bounds on lines, on headers, and on what few bytes decompress to."""

    def __init__(self, stream: Any) -> None:
        self.compressed = self.header_bytes = 0
        super().__init__(stream)

    def _read_line(self, length: int | None = None) -> bytes:
        most = THRESHOLDS.max_archive_line_bytes
        line: bytes = super().readline(most if length is None else min(length, most))
        self.header_bytes += len(line)
        if self.header_bytes > THRESHOLDS.max_archive_header_bytes:
            raise ArchiveLoadFailed("headers without an end")
        return line

    readline = _read_line  # warcio's name

    def read(self, length: int | None = None) -> bytes:
        data: bytes = super().read(length)
        return data

    def _decompress(self, data: bytes) -> bytes:
        # Past the first block warcio hides damage; here it raises.
        if self.decompressor and data and self.num_block_read:
            decompressed: bytes = self.decompressor.decompress(data)
            return decompressed
        first: bytes = super()._decompress(data)
        return first

    def _process_read(self, data: bytes) -> None:
        super()._process_read(data)
        self.compressed += len(data)
        if is_bomb(self.compressed, self.num_read):
            raise DecompressionBomb


class _SharedMemberError(ArchiveLoadFailed):  # type: ignore[misc]
    """A gzip member holds more than one record."""


class _RecordIterator(ArchiveIterator):  # type: ignore[misc]
    """warcio's iterator, which also finds a record that follows the last one at once, or after bytes of no record."""

    def __init__(self, stream: ReadableStream) -> None:
        super().__init__(stream)
        self.reader = _BoundedReader(self.fh)

    def _read_blank_lines(self) -> tuple[bytes | None, int]:
        """Return the next record's first line, or None at the end, and how many bytes stand before it."""
        skipped, is_blank = 0, True
        while line := self.reader.readline():
            is_start = self.known_format != "warc" or line.startswith(_VERSION_LINE_START)
            if line.strip() and is_start:
                return line, skipped
            is_blank = is_blank and not line.strip()
            skipped += len(line)
            self.reader.header_bytes = 0
        if not is_blank:
            raise ArchiveLoadFailed("bytes after the last record that are no record")
        return None, skipped

    _consume_blanklines = _read_blank_lines  # warcio's name

    def _raise_invalid_gzip_err(self) -> None:
        raise _SharedMemberError("several records in one gzip member")


def iter_records(archive: WebArchive) -> Iterator[ArchiveRecord]:
    """Yield the records of an archive.

    A record's location is its byte in the file; where a gzip member holds several records, or one of them is spread over
    several, its byte in what the file decompresses to.

    Raises:
        ReadError: `truncated` where it is truncated, `bomb` where it decompresses to far too much, `unreadable`; what came
            before was yielded.

    """
    location = ""
    try:
        count = 0
        try:
            for count, record in enumerate(_iter_opened(archive), start=1):  # noqa: B007  used below
                location = record.location
                yield record
        except _SharedMemberError:
            rest = itertools.islice(_iter_opened(archive, is_one_stream=True), count, None)
            for record in rest:
                location = record.location
                yield record
    except DecompressionBomb as error:
        message = f"{archive.name}: unpacks to far more than an archive of pages does; if you trust it, unpack it yourself"
        raise ReadError("bomb", message) from error
    except ReadError:
        raise
    except _ARCHIVE_ERRORS as error:
        raise _make_truncated_error(archive.name, location) from error
    if not location:
        raise _make_truncated_error(archive.name, location)


def _iter_opened(archive: WebArchive, *, is_one_stream: bool = False) -> Iterator[ArchiveRecord]:
    """Yield the records of an archive; as one stream: whatever its gzip members hold."""
    with contextlib.closing(archive.open()) as sample:
        head = sample.read(len(GZIP_MAGIC))
        if head == GZIP_MAGIC and not is_one_stream:
            is_one_stream = not has_one_record_per_member(head, sample)
    stream = archive.open()
    if head == GZIP_MAGIC and is_one_stream:
        stream = open_decompressed(stream, head)
    with contextlib.closing(stream):
        records = _RecordIterator(stream)
        while (record := _read_next(records)) is not None:
            yield ArchiveRecord(record, f"{archive.name}#{records.offset}")


def _read_next(records: Any) -> Any:
    """Return warcio's next record, or None at the end."""
    if records.reader is not None:
        records.reader.header_bytes = 0
    # warcio warns of damage on standard error; here it is reported as a reason.
    with contextlib.redirect_stderr(io.StringIO()):
        return next(records, None)


def _make_truncated_error(name: str, last: str) -> ReadError:
    where = f"after {last}" if last else "before its first record"
    message = f"{name}: the archive breaks off {where}; what came before is read"
    return ReadError("truncated", message)


def classify_record(record: ArchiveRecord) -> str:
    """Return `page`, `revisit`, or why a record is neither.

    Reasons: `request`, `about` (what an archive says of itself), `redirect`, `http_error`, `not_a_page`.
    """
    kind = record.record.rec_type
    if kind in {"response", "revisit"} and record.record.http_headers is not None:
        return _classify_response(record)
    if kind == "revisit":
        return "revisit"
    if kind in {"resource", "conversion"}:
        return "page" if _is_page(record) else "not_a_page"
    return _OTHER_RECORDS.get(kind, "not_a_page")


def _classify_response(record: ArchiveRecord) -> str:
    """Return what a response is, or a revisit of one that has HTTP headers."""
    is_revisit = record.record.rec_type == "revisit"
    status = str(record.record.http_headers.get_statuscode() or "")
    if status.startswith("3") and not (is_revisit and status == "304"):
        return "redirect"
    if status not in _USABLE_STATUSES:
        return "http_error"
    if is_revisit and not record.get_http_header("Content-Type"):
        return "revisit"
    if not _is_page(record):
        return "not_a_page"
    return "revisit" if is_revisit else "page"


def read_media_type(record: ArchiveRecord) -> tuple[str, str | None]:
    """Return the media type of a record's payload, in lower case, and the charset stated with it."""
    if record.record.http_headers is not None:
        written = record.get_http_header("Content-Type") or "text/html"
    else:
        written = record.get_header("Content-Type") or ""
    media_type, _, parameters = written.partition(";")
    name, _, charset = parameters.strip().partition("=")
    stated = charset.strip().strip("\"'") if name.strip().lower() == "charset" else ""
    return media_type.strip().lower(), stated or None


def _is_page(record: ArchiveRecord) -> bool:
    return read_media_type(record)[0] in PAGE_MEDIA_TYPES
