"""Web archives as streams of records: WARC and ARC, within bounds.

In: an archive's stream. Out: its records one after the other, each with its place; what it is: a page, a
revisit, or one of the reasons why it is neither. Out of scope: what is made of them (`warc`).

Source: WARC 1.1 (ISO 28500:2017); ARC 1.0 (Internet Archive).
"""

from __future__ import annotations

import contextlib
import io
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
    DecompressionBomb,
    ReadableStream,
    is_bomb,
)

PAGE_MEDIA_TYPES = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "application/pdf"}
)
"""Media types of records that are pages."""
_FAULTS = (
    *DAMAGED_STREAM_ERRORS, ArchiveLoadFailed, zipfile.BadZipFile, OSError, ValueError, KeyError, AttributeError, TypeError, IndexError, RuntimeError,
)  # fmt: skip
"""What warcio raises on bytes that are no archive."""
_LINE_BYTES, _HEADER_BYTES = 262_144, 1_048_576
_ABOUT = frozenset({"warcinfo", "metadata", "arc_header"})


@dataclass(frozen=True, slots=True)
class WebArchive:
    """An archive that can be opened more than once: its name, and what opens it."""

    name: str
    open: Callable[[], ReadableStream]


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """A record of an archive, and `name#offset`; it is gone when the next one is asked for."""

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
        """Return up to `most` bytes of what it holds; damage can show as late as here.

        Raises:
            ReadError: `truncated` where it breaks off or is damaged, `bomb` where it unpacks to far too much.

        """
        try:
            data: bytes = self.record.raw_stream.read(most)
        except DecompressionBomb as error:
            raise ReadError("bomb", "unpacks to far more than a page does; left alone") from error
        except _FAULTS as error:
            raise ReadError(
                "truncated", f"the record is damaged ({error}); save it again"
            ) from error
        if len(data) < most and getattr(self.record.raw_stream, "limit", 0) > 0:
            raise ReadError("truncated", "the record breaks off; save it again")
        return data


class _Reader(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's reader, with bounds on lines, on headers, and on what few bytes unpack to."""

    def __init__(self, stream: Any) -> None:
        self.packed = self.headers = 0
        super().__init__(stream)

    def readline(self, length: int | None = None) -> bytes:
        most = _LINE_BYTES if length is None else min(length, _LINE_BYTES)
        line: bytes = super().readline(most)
        self.headers += len(line)
        if self.headers > _HEADER_BYTES:
            raise ArchiveLoadFailed("headers without an end")
        return line

    def read(self, length: int | None = None) -> bytes:
        data: bytes = super().read(length)
        return data

    def _decompress(self, data: bytes) -> bytes:
        if self.decompressor and data and self.num_block_read:
            unpacked: bytes = self.decompressor.decompress(data)
            return unpacked
        first: bytes = super()._decompress(data)
        return first

    def _process_read(self, data: bytes) -> None:
        super()._process_read(data)
        self.packed += len(data)
        if is_bomb(self.packed, self.num_read):
            raise DecompressionBomb


def iter_records(archive: WebArchive) -> Iterator[ArchiveRecord]:
    """Yield the records of an archive.

    Raises:
        ReadError: `truncated` where it breaks off, `bomb` where it unpacks to far too much, `unreadable`;
            what came before was yielded.

    """
    place = ""
    try:
        with contextlib.closing(archive.open()) as stream:
            records = ArchiveIterator(stream)
            records.reader = _Reader(records.fh)
            while (record := _next(records)) is not None:
                place = f"{archive.name}#{records.offset}"
                yield ArchiveRecord(record, place)
    except DecompressionBomb as error:
        message = f"{archive.name}: unpacks to far more than an archive of pages does; left alone"
        raise ReadError("bomb", message) from error
    except ReadError:
        raise
    except _FAULTS as error:
        raise _broken_off(archive.name, place) from error
    if not place:
        raise _broken_off(archive.name, place)


def _next(records: Any) -> Any:
    if records.reader is not None:
        records.reader.headers = 0
    # warcio warns of damage on standard error; here it is told as a reason.
    with contextlib.redirect_stderr(io.StringIO()):
        return next(records, None)


def _broken_off(name: str, last: str) -> ReadError:
    where = f"after {last}" if last else "before its first record"
    message = f"{name}: the archive breaks off {where}; what came before is read"
    return ReadError("truncated", message)


def classify_record(found: ArchiveRecord) -> str:
    """Return `page`, `revisit`, or why a record is neither.

    Reasons: `request`, `about` (what an archive says of itself), `redirect`, `http_error`, `not_a_page`.
    """
    kind = found.record.rec_type
    if kind in {"response", "revisit"} and found.record.http_headers is not None:
        status = str(found.record.http_headers.get_statuscode() or "")
        if status.startswith("3") and not (kind == "revisit" and status == "304"):
            return "redirect"
        if status not in {"200", "203", "304"}:
            return "http_error"
        if kind == "revisit" and not found.get_http_header("Content-Type"):
            return "revisit"
        return ("page" if kind == "response" else "revisit") if _is_page(found) else "not_a_page"
    if kind == "revisit":
        return "revisit"
    if kind in {"resource", "conversion"}:
        return "page" if _is_page(found) else "not_a_page"
    if kind == "request":
        return "request"
    return "about" if kind in _ABOUT else "not_a_page"


def read_media_type(found: ArchiveRecord) -> tuple[str, str | None]:
    """Return the media type of what a record holds, and the charset stated with it."""
    if found.record.http_headers is not None:
        written = found.get_http_header("Content-Type") or "text/html"
    else:
        written = found.get_header("Content-Type") or ""
    media_type, _, parameters = written.partition(";")
    name, _, charset = parameters.strip().partition("=")
    stated = charset.strip().strip("\"'") if name.strip().lower() == "charset" else ""
    return media_type.strip().lower(), stated or None


def _is_page(found: ArchiveRecord) -> bool:
    return read_media_type(found)[0] in PAGE_MEDIA_TYPES
