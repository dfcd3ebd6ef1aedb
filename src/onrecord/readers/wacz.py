"""WACZ files as captures: web archives packed with their index in one zip.

In: a `.wacz`. Out: the captures of the archives in it, each archive read as a stream. Out of scope: its index,
its list of pages and its logs, which say nothing the archives do not.

Source: WACZ format 1.1.1 (Webrecorder).
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator

from onrecord.errors import ReadError
from onrecord.readers.archives import WebArchive
from onrecord.readers.decompression import ZSTD_MAGIC, ReadableStream, is_bomb, open_decompressed
from onrecord.readers.opened_file import OpenedFile, make_too_large_error
from onrecord.readers.warc import iter_archive_pages
from onrecord.records import Capture, Skipped

_ARCHIVE = re.compile(r"(?:^|/)[^/]+\.w?arc(?:\.gz|\.zst)?$", re.IGNORECASE)
_MOST_ARCHIVES = 1_000
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_END_BYTES = 65_535 + 22 + 20 + 56


def read_wacz(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the captures of a WACZ file's archives.

    Raises:
        ReadError: `truncated` if it is no sound zip, `make_too_large_error` if it lists too much, `not_a_page` if no
            archive is in it.

    """
    with opened.open_raw() as stream:
        _check_size(stream.seek(0, 2), opened)
        stream.seek(0)
        try:
            entries = zipfile.ZipFile(stream).infolist()
        except (
            zipfile.BadZipFile,
            struct.error,
            ValueError,
            OSError,
            NotImplementedError,
        ) as error:
            message = f"{opened.shown}: a broken zip ({error}); save it again"
            raise ReadError("truncated", message) from error
    archives = [entry for entry in entries if _ARCHIVE.search(entry.filename)]
    if not archives:
        raise ReadError(
            "not_a_page", f"{opened.shown}: a zip archive without a WARC in it; unpack it"
        )
    with zipfile.ZipFile(opened.path) as held:
        for entry in archives[:_MOST_ARCHIVES]:
            yield from _pages_in(opened, held, entry)
    if len(archives) > _MOST_ARCHIVES:
        lost = len(archives) - _MOST_ARCHIVES
        message = f"{opened.shown}: {lost:,} archives more than {_MOST_ARCHIVES:,}; unpack it"
        yield Skipped(f"{opened.shown}#too_large", "too_large", message, count=lost)


def _pages_in(
    opened: OpenedFile, held: zipfile.ZipFile, entry: zipfile.ZipInfo
) -> Iterator[Capture | Skipped]:
    name = f"{opened.shown}#{entry.filename}"
    if is_bomb(entry.compress_size, entry.file_size):
        yield Skipped(name, "bomb", f"{name}: unpacks to far more than an archive of pages does")
        return

    def begin() -> ReadableStream:
        # For revisits it is opened again, after the zip was closed.
        source = held if held.fp is not None else zipfile.ZipFile(opened.path)
        stream = source.open(entry)
        packed = entry.filename.lower().endswith(".zst")
        return (
            open_decompressed(stream, ZSTD_MAGIC) if packed else stream
        )  # warcio undoes gzip itself

    yield from iter_archive_pages(WebArchive(name, begin), opened.settings, opened.revisits)


def _check_size(size: int, opened: OpenedFile) -> None:
    """Raise if the zip's list of contents is larger than what may be parsed whole.

    Raises:
        ReadError: `make_too_large_error`.

    """
    with opened.open_raw() as stream:
        stream.seek(max(0, size - _END_BYTES))
        tail = stream.read()
    at, at_64 = tail.rfind(_END), tail.rfind(_END_64)
    listed = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if at_64 >= 0:
        listed = max(
            listed if listed != 0xFFFFFFFF else 0,
            int.from_bytes(tail[at_64 + 40 : at_64 + 48], "little"),
        )
    if listed > opened.settings.max_parsed:
        raise make_too_large_error(
            f"{opened.shown}: its list of contents", opened.settings.max_parsed
        )
