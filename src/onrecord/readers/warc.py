"""WARC and ARC archives as captures: saved responses that are pages.

In: a `.warc` or `.arc`, as it is or compressed, read as a stream. Out: a capture for each response, resource or conversion
(WET) of HTML, text or PDF that was answered with 200, transfer and content coding decoded; a capture for each revisit of
one, with the payload of the record it refers to; a `Skipped` for each broken one. Records that are no pages are counted by
reason, one `Skipped` each. Out of scope: what pages say.
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
from onrecord.readers.digests import read_proof
from onrecord.readers.file_kinds import is_binary
from onrecord.readers.http_codings import decode_http_body
from onrecord.readers.opened_file import OpenedFile, make_too_large_error
from onrecord.readers.revisits import Key, Revisit, Revisits, read_record_keys
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import Capture, PackageProof, Skipped
from onrecord.records.ids import hash_sha256

_REASON_TEXTS = {
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
    # warcio decompresses gzip itself, so that a record's offset is its byte in the file.
    is_zstd = head.startswith((ZSTD_MAGIC, ZSTD_DICTIONARY_MAGIC))
    archive = WebArchive(opened.shown, opened.open_stream if is_zstd else opened.open_raw)
    yield from iter_archive_pages(archive, opened.settings, opened.revisits)


def iter_archive_pages(
    archive: WebArchive, settings: Settings, revisits: Revisits
) -> Iterator[Capture | Skipped]:
    """Yield the pages of one archive; its revisits are added to `revisits`."""
    counts: Counter[str] = Counter()
    types: Counter[str] = Counter()
    wrong: list[str] = []
    revisits.archives.append(archive)
    try:
        for record in iter_records(archive):
            kind = classify_record(record)
            if kind == "page":
                item = _read_page(record, settings.max_bytes, archive.package)
                wrong += _list_wrong_digests(item)
                yield item
            elif kind == "revisit":
                revisits.add(record, archive.name)
            else:
                counts[kind] += 1
                if kind == "not_a_page":
                    types[read_media_type(record)[0] or "of no type"] += 1
    except ReadError as error:
        yield Skipped(archive.name, error.reason, str(error))
    if wrong:
        yield _report_wrong_digests(archive.name, wrong)
    for reason, count in sorted(counts.items()):
        detail = _list_types(types) if reason == "not_a_page" else ""
        yield _report_count(archive.name, reason, count, detail)


def resolve_revisits(revisits: Revisits, settings: Settings) -> Iterator[Capture | Skipped]:
    """Yield a capture for each revisit whose record stands in an archive that was read."""
    wanted = revisits.resolve_targets()
    resolved: set[str] = set()
    for archive in revisits.archives if wanted else ():
        try:
            for record in iter_records(archive):
                if classify_record(record) != "page":
                    continue
                waiting = _take_waiting(record, wanted, resolved)
                if waiting:
                    item = _read_page(record, settings.max_bytes, archive.package)
                    yield from _copy_to_revisits(item, waiting)
        except ReadError:
            continue  # reported when it was read the first time
    lost = Counter(revisits.lost_counts)
    for revisit in {one.location: one for group in wanted.values() for one in group}.values():
        if revisit.location not in resolved:
            lost[revisit.archive] += 1
    for name, count in sorted(lost.items()):
        yield _report_count(name, "revisit", count)


def _take_waiting(
    record: ArchiveRecord, wanted: dict[Key, list[Revisit]], resolved: set[str]
) -> list[Revisit]:
    """Return the revisits that refer to `record` and are not resolved yet, and add them to `resolved`."""
    waiting = {}
    for key in read_record_keys(record):
        for revisit in wanted.get(key, ()):
            if revisit.location not in resolved:
                waiting[revisit.location] = revisit
    resolved.update(waiting)
    return list(waiting.values())


def _copy_to_revisits(
    item: Capture | Skipped, waiting: list[Revisit]
) -> Iterator[Capture | Skipped]:
    """Yield the item of a record again for each revisit of it."""
    for revisit in waiting:
        if isinstance(item, Capture):
            yield Capture(
                item.sha256,
                item.data,
                revisit.location,
                item.media_type,
                item.charset,
                revisit.url or item.url,
                revisit.date,
                proof=item.proof,
            )
        else:
            message = f"{revisit.location}: a revisit of {item.message}"
            yield Skipped(revisit.location, item.reason, message)


def _read_page(
    record: ArchiveRecord, max_bytes: int, package: PackageProof | None
) -> Capture | Skipped:
    try:
        return _read_capture(record, max_bytes, package)
    except ReadError as error:
        where = "" if str(error).startswith(record.location) else f"{record.location}: "
        return Skipped(record.location, error.reason, f"{where}{error}")


def _read_capture(record: ArchiveRecord, max_bytes: int, package: PackageProof | None) -> Capture:
    media_type, charset = read_media_type(record)
    raw = record.read_payload(max_bytes + 1)
    if len(raw) > max_bytes:
        raise make_too_large_error(record.location, max_bytes)
    transfer = record.get_http_header("Transfer-Encoding")
    data = decode_http_body(raw, transfer, record.get_http_header("Content-Encoding"), max_bytes)
    if not data.strip():
        raise ReadError("empty", "a response without a body")
    if data.startswith(b"%PDF-"):
        media_type = "application/pdf"
    elif media_type != "application/pdf" and is_binary(data[: THRESHOLDS.head_bytes]):
        raise ReadError("binary", f"says it is {media_type}, and is no text")
    url, date = record.get_header("WARC-Target-URI"), record.get_header("WARC-Date")
    proof = read_proof(record, raw, data, package)
    return Capture(
        hash_sha256(data), data, record.location, media_type, charset, url, date, proof=proof
    )


def _list_wrong_digests(item: Capture | Skipped) -> list[str]:
    """Return where the capture is, if its archive notes a digest that its payload has not."""
    proof = item.proof if isinstance(item, Capture) else None
    return [item.path] if proof is not None and proof.holds is False else []


def _report_wrong_digests(name: str, wrong: list[str]) -> Skipped:
    noun = "record has" if len(wrong) == 1 else "records have"
    message = (
        f"{name}: {len(wrong):,} {noun} another digest than the archive notes (first {wrong[0]});"
        " in the story all the same: get the archive again, or find out who changed it"
    )
    return Skipped(f"{name}#digest", "digest", message, count=len(wrong))


def _report_count(name: str, reason: str, count: int, detail: str = "") -> Skipped:
    noun = "record" if count == 1 else "records"
    message = f"{name}: {count:,} {noun}: {_REASON_TEXTS[reason]}{detail}"
    return Skipped(f"{name}#{reason}", reason, message, count=count)


def _list_types(types: Counter[str]) -> str:
    """Return the commonest media types with their counts, in brackets, for a message."""
    common = types.most_common(THRESHOLDS.max_shown_types)
    shown = [f"{count:,} {name}" for name, count in common]
    more = ["…"] if len(types) > len(shown) else []
    return f" ({', '.join(shown + more)})"
