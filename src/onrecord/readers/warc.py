"""WARC and ARC archives as captures: saved responses that are pages.

In: a `.warc` or `.arc`, as it is or compressed, read as a stream. Out: a capture for each response,
resource or conversion (WET) of HTML, text or PDF that was answered with 200, transfer and content
encoding undone; a capture for each revisit of one, with the payload of the record it refers to; a
`Skipped` for each broken one. Records that are no pages are told by reason, one `Skipped` each with how
many there are. Out of scope: what pages say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.config import Settings
from onrecord.errors import ReadError
from onrecord.readers.archives import (
    ArchiveRecord,
    WebArchive,
    classify_record,
    iter_records,
    read_media_type,
)
from onrecord.readers.decompression import ZSTD_DICTIONARY_MAGIC, ZSTD_MAGIC
from onrecord.readers.file_kinds import HEAD_BYTES, is_binary
from onrecord.readers.http_codings import decode_http_body
from onrecord.readers.opened_file import OpenedFile, make_too_large_error
from onrecord.readers.revisits import Revisit, Revisits, read_record_keys
from onrecord.records import Capture, Skipped
from onrecord.records.ids import sha256_hex

_TOLD = {
    "request": "request",
    "about": "about the archive itself",
    "redirect": "redirect",
    "http_error": "not found, refused or failed",
    "not_a_page": "of kinds that are no pages",
    "revisit": "revisit of a record that is not in the input, or of itself",
}


def read_warc(opened: OpenedFile) -> Iterator[Capture | Skipped]:
    """Yield the pages of an archive, and how many of its records are none, by reason."""
    head = opened.read_raw_head(4)
    # warcio undoes gzip itself, so that a record's place is its byte in the file.
    packed = head.startswith((ZSTD_MAGIC, ZSTD_DICTIONARY_MAGIC))
    archive = WebArchive(opened.shown, opened.open_stream if packed else opened.open_raw)
    yield from iter_archive_pages(archive, opened.settings, opened.revisits)


def iter_archive_pages(
    archive: WebArchive, settings: Settings, revisits: Revisits
) -> Iterator[Capture | Skipped]:
    """Yield the pages of one archive; its revisits wait in `revisits`."""
    counts: Counter[str] = Counter()
    types: Counter[str] = Counter()
    revisits.archives.append(archive)
    try:
        for found in iter_records(archive):
            kind = classify_record(found)
            if kind == "page":
                yield _page(found, settings.max_bytes)
            elif kind == "revisit":
                revisits.add(found, archive.name)
            else:
                counts[kind] += 1
                if kind == "not_a_page":
                    types[read_media_type(found)[0] or "of no type"] += 1
    except ReadError as error:
        yield Skipped(archive.name, error.reason, str(error))
    for reason, count in sorted(counts.items()):
        detail = _detail(types) if reason == "not_a_page" else ""
        yield _counted(archive.name, reason, count, detail)


def resolve_revisits(revisits: Revisits, settings: Settings) -> Iterator[Capture | Skipped]:
    """Yield a capture for each revisit whose record stands in an archive that was read."""
    wanted = revisits.resolve_targets()
    settled: set[str] = set()
    for archive in revisits.archives if wanted else ():
        try:
            for found in iter_records(archive):
                if classify_record(found) != "page":
                    continue
                waiting = _waiting(found, wanted, settled)
                if waiting:
                    yield from _again(_page(found, settings.max_bytes), waiting)
        except ReadError:
            continue  # told when it was read the first time
    lost = Counter(revisits.lost_counts)
    for revisit in {one.location: one for group in wanted.values() for one in group}.values():
        if revisit.location not in settled:
            lost[revisit.archive] += 1
    for name, count in sorted(lost.items()):
        yield _counted(name, "revisit", count)


def _waiting(
    found: ArchiveRecord, wanted: dict[tuple[str, ...], list[Revisit]], settled: set[str]
) -> list[Revisit]:
    waiting = {}
    for key in read_record_keys(found):
        for revisit in wanted.get(key, ()):
            if revisit.location not in settled:
                waiting[revisit.location] = revisit
    settled.update(waiting)
    return list(waiting.values())


def _again(item: Capture | Skipped, waiting: list[Revisit]) -> Iterator[Capture | Skipped]:
    for one in waiting:
        if isinstance(item, Capture):
            yield Capture(
                item.sha256,
                item.data,
                one.location,
                item.media_type,
                item.charset,
                one.url or item.url,
                one.date,
            )
        else:
            yield Skipped(one.location, item.reason, f"{one.location}: a revisit of {item.message}")


def _page(found: ArchiveRecord, max_bytes: int) -> Capture | Skipped:
    try:
        return _capture(found, max_bytes)
    except ReadError as error:
        where = "" if str(error).startswith(found.location) else f"{found.location}: "
        return Skipped(found.location, error.reason, f"{where}{error}")


def _capture(found: ArchiveRecord, max_bytes: int) -> Capture:
    media_type, charset = read_media_type(found)
    raw = found.read_payload(max_bytes + 1)
    if len(raw) > max_bytes:
        raise make_too_large_error(found.location, max_bytes)
    data = decode_http_body(
        raw,
        found.get_http_header("Transfer-Encoding"),
        found.get_http_header("Content-Encoding"),
        max_bytes,
    )
    if not data.strip():
        raise ReadError("empty", "a response without a body")
    if data.startswith(b"%PDF-"):
        media_type = "application/pdf"
    elif media_type != "application/pdf" and is_binary(data[:HEAD_BYTES]):
        raise ReadError("binary", f"says it is {media_type}, and is no text")
    url, date = found.get_header("WARC-Target-URI"), found.get_header("WARC-Date")
    return Capture(sha256_hex(data), data, found.location, media_type, charset, url, date)


def _counted(name: str, reason: str, count: int, detail: str = "") -> Skipped:
    noun = "record" if count == 1 else "records"
    told = f"{count:,} {noun}: {_TOLD[reason]}{detail}"
    return Skipped(f"{name}#{reason}", reason, f"{name}: {told}", count=count)


def _detail(types: Counter[str]) -> str:
    shown = [f"{count:,} {name}" for name, count in types.most_common(5)]
    more = ["…"] if len(types) > len(shown) else []
    return f" ({', '.join(shown + more)})"
