"""WACZ files as captures: web archives packed with their index in one zip.

In: a `.wacz`. Out: the captures of the archives in it, each archive read as a stream, with what the file states of itself
(`wacz_package`); a `Skipped` for each hash or signature that does not hold. Out of scope: its index, its list of pages and its logs, which
say nothing the archives do not.

Source: WACZ format 1.1.1 (Webrecorder); APPNOTE.TXT (zip).
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
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.readers.wacz_package import read_package
from onrecord.readers.warc import iter_archive_pages
from onrecord.records import Capture, PackageProof, Skipped

_ARCHIVE_NAME = re.compile(r"(?:^|/)[^/]+\.w?arc(?:\.gz|\.zst)?$", re.IGNORECASE)
_END_RECORD = b"PK\x05\x06"
_ZIP64_END_RECORD = b"PK\x06\x06"


def read_wacz(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the captures of a WACZ file's archives.

    Raises:
        ReadError: `truncated` if it is no sound zip, `too_large` if it lists too much, `not_a_page` if no archive is in it.

    """
    archives = [entry for entry in _list_entries(opened) if _ARCHIVE_NAME.search(entry.filename)]
    if not archives:
        raise ReadError(
            "not_a_page", f"{opened.shown}: a zip archive without a WARC in it; unpack it"
        )
    most = THRESHOLDS.max_zipped_archives
    with zipfile.ZipFile(opened.path) as zipped:
        package = read_package(zipped, opened.settings.max_parsed)
        for entry in archives[:most]:
            proof = package.describe_archive(entry.filename) if package is not None else None
            yield from _iter_entry_pages(opened, zipped, entry, proof)
    for number, (reason, what) in enumerate(package.faults if package is not None else ()):
        message = f"{opened.shown}: {what}; get it again, or find out who changed it"
        yield Skipped(f"{opened.shown}#{reason}{number}", reason, message)
    if len(archives) > most:
        lost = len(archives) - most
        message = f"{opened.shown}: {lost:,} archives more than {most:,}; unpack it"
        yield Skipped(f"{opened.shown}#too_large", "too_large", message, count=lost)


def _list_entries(opened: OpenedFile) -> list[zipfile.ZipInfo]:
    with opened.open_raw() as stream:
        _check_directory_size(stream.seek(0, 2), opened)
        stream.seek(0)
        try:
            return zipfile.ZipFile(stream).infolist()
        except (
            zipfile.BadZipFile,
            struct.error,
            ValueError,
            OSError,
            NotImplementedError,
        ) as error:
            message = f"{opened.shown}: a broken zip ({error}); save it again"
            raise ReadError("truncated", message) from error


def _iter_entry_pages(
    opened: OpenedFile,
    zipped: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    proof: PackageProof | None,
) -> Iterator[Capture | Skipped]:
    name = f"{opened.shown}#{entry.filename}"
    if is_bomb(entry.compress_size, entry.file_size):
        yield Skipped(
            name,
            "bomb",
            f"{name}: unpacks to far more than an archive of pages does; if you trust it, unpack it yourself",
        )
        return

    def open_entry() -> ReadableStream:
        # For revisits it is opened again, after the zip was closed.
        source = zipped if zipped.fp is not None else zipfile.ZipFile(opened.path)
        stream = source.open(entry)
        is_zstd = entry.filename.lower().endswith(".zst")
        # warcio decompresses gzip itself.
        return open_decompressed(stream, ZSTD_MAGIC) if is_zstd else stream

    archive = WebArchive(name, open_entry, proof)
    yield from iter_archive_pages(archive, opened.settings, opened.revisits)


def _check_directory_size(size: int, opened: OpenedFile) -> None:
    """Raise if the zip's central directory is larger than what may be parsed whole.

    Raises:
        ReadError: `too_large`.

    """
    with opened.open_raw() as stream:
        stream.seek(max(0, size - THRESHOLDS.zip_end_bytes))
        tail = stream.read()
    at, zip64_at = tail.rfind(_END_RECORD), tail.rfind(_ZIP64_END_RECORD)
    directory_size = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if zip64_at >= 0:
        if directory_size == THRESHOLDS.zip64_size_mark:
            directory_size = 0
        zip64_size = int.from_bytes(tail[zip64_at + 40 : zip64_at + 48], "little")
        directory_size = max(directory_size, zip64_size)
    if directory_size > opened.settings.max_parsed:
        shown = f"{opened.shown}: its list of contents"
        raise make_too_large_error(shown, opened.settings.max_parsed)
