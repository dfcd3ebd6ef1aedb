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
from onrecord.readers.archives import Archive, Found, kind_of_record, records_of, type_of
from onrecord.readers.codings import without_codings
from onrecord.readers.kinds import HEAD_BYTES, is_binary
from onrecord.readers.opened import Opened, too_large
from onrecord.readers.revisits import Revisit, Revisits, keys_of
from onrecord.readers.unpacked import ZSTD, ZSTD_DICTIONARY
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


def read_warc(opened: Opened) -> Iterator[Capture | Skipped]:
    """Yield the pages of an archive, and how many of its records are none, by reason."""
    head = opened.head_as_saved(4)
    # warcio undoes gzip itself, so that a record's place is its byte in the file.
    packed = head.startswith((ZSTD, ZSTD_DICTIONARY))
    archive = Archive(opened.shown, opened.stream if packed else opened.raw)
    yield from pages_of(archive, opened.settings, opened.revisits)


def pages_of(
    archive: Archive, settings: Settings, revisits: Revisits
) -> Iterator[Capture | Skipped]:
    """Yield the pages of one archive; its revisits wait in `revisits`."""
    counts: Counter[str] = Counter()
    types: Counter[str] = Counter()
    revisits.archives.append(archive)
    try:
        for found in records_of(archive):
            kind = kind_of_record(found)
            if kind == "page":
                yield _page(found, settings.max_bytes)
            elif kind == "revisit":
                revisits.add(found, archive.name)
            else:
                counts[kind] += 1
                if kind == "not_a_page":
                    types[type_of(found)[0] or "of no type"] += 1
    except ReadError as error:
        yield Skipped(archive.name, error.reason, str(error))
    for reason, count in sorted(counts.items()):
        detail = _detail(types) if reason == "not_a_page" else ""
        yield _counted(archive.name, reason, count, detail)


def settle(revisits: Revisits, settings: Settings) -> Iterator[Capture | Skipped]:
    """Yield a capture for each revisit whose record stands in an archive that was read."""
    wanted = revisits.wanted()
    settled: set[str] = set()
    for archive in revisits.archives if wanted else ():
        try:
            for found in records_of(archive):
                if kind_of_record(found) != "page":
                    continue
                waiting = _waiting(found, wanted, settled)
                if waiting:
                    yield from _again(_page(found, settings.max_bytes), waiting)
        except ReadError:
            continue  # told when it was read the first time
    lost = Counter(revisits.lost)
    for revisit in {one.place: one for group in wanted.values() for one in group}.values():
        if revisit.place not in settled:
            lost[revisit.archive] += 1
    for name, count in sorted(lost.items()):
        yield _counted(name, "revisit", count)


def _waiting(
    found: Found, wanted: dict[tuple[str, ...], list[Revisit]], settled: set[str]
) -> list[Revisit]:
    waiting = {}
    for key in keys_of(found):
        for revisit in wanted.get(key, ()):
            if revisit.place not in settled:
                waiting[revisit.place] = revisit
    settled.update(waiting)
    return list(waiting.values())


def _again(item: Capture | Skipped, waiting: list[Revisit]) -> Iterator[Capture | Skipped]:
    for one in waiting:
        if isinstance(item, Capture):
            yield Capture(
                item.sha256,
                item.data,
                one.place,
                item.media_type,
                item.charset,
                one.url or item.url,
                one.date,
            )
        else:
            yield Skipped(one.place, item.reason, f"{one.place}: a revisit of {item.message}")


def _page(found: Found, max_bytes: int) -> Capture | Skipped:
    try:
        return _capture(found, max_bytes)
    except ReadError as error:
        where = "" if str(error).startswith(found.place) else f"{found.place}: "
        return Skipped(found.place, error.reason, f"{where}{error}")


def _capture(found: Found, max_bytes: int) -> Capture:
    media_type, charset = type_of(found)
    raw = found.payload(max_bytes + 1)
    if len(raw) > max_bytes:
        raise too_large(found.place, max_bytes)
    data = without_codings(
        raw, found.http("Transfer-Encoding"), found.http("Content-Encoding"), max_bytes
    )
    if not data.strip():
        raise ReadError("empty", "a response without a body")
    if data.startswith(b"%PDF-"):
        media_type = "application/pdf"
    elif media_type != "application/pdf" and is_binary(data[:HEAD_BYTES]):
        raise ReadError("binary", f"says it is {media_type}, and is no text")
    url, date = found.header("WARC-Target-URI"), found.header("WARC-Date")
    return Capture(sha256_hex(data), data, found.place, media_type, charset, url, date)


def _counted(name: str, reason: str, count: int, detail: str = "") -> Skipped:
    noun = "record" if count == 1 else "records"
    told = f"{count:,} {noun}: {_TOLD[reason]}{detail}"
    return Skipped(f"{name}#{reason}", reason, f"{name}: {told}", count=count)


def _detail(types: Counter[str]) -> str:
    shown = [f"{count:,} {name}" for name, count in types.most_common(5)]
    more = ["…"] if len(types) > len(shown) else []
    return f" ({', '.join(shown + more)})"
