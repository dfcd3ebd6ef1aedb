"""Everything that was given, read: the one way in.

In: paths, a manifest, settings. Out: captures and what was skipped, in order; never an exception. Out of scope: how each kind
of file is read (the readers) and what pages say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.config import Settings
from onrecord.errors import InputError, ReadError
from onrecord.readers.decompression import GZIP_MAGIC, ZSTD_MAGIC
from onrecord.readers.feed import read_feed
from onrecord.readers.file_kinds import detect_kind
from onrecord.readers.files import FileFinder, InputFile
from onrecord.readers.html import read_html
from onrecord.readers.jsonl import read_jsonl
from onrecord.readers.manifest import read_manifest
from onrecord.readers.mime import read_mime
from onrecord.readers.opened_file import OpenedFile, make_too_large_error
from onrecord.readers.pdf import read_pdf
from onrecord.readers.revisits import Revisits
from onrecord.readers.text import read_text
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.readers.wacz import read_wacz
from onrecord.readers.warc import read_warc, resolve_revisits
from onrecord.records import Capture, Skipped

LimitEach = Callable[[Iterator[Capture | Skipped], str], Iterator[Capture | Skipped]]
Reader = Callable[[OpenedFile], Iterator[Capture | Skipped]]

READERS: dict[str, Reader] = {
    "html": read_html,
    "mime": read_mime,
    "warc": read_warc,
    "wacz": read_wacz,
    "text": read_text,
    "feed": read_feed,
    "jsonl": read_jsonl,
    "pdf": read_pdf,
}
"""Every kind of file that can be read (see `file_kinds`) and its reader."""

_STREAMED = frozenset({"warc", "wacz", "jsonl"})
"""Kinds of any size: never read into memory whole."""


def read(
    paths: Iterable[str | Path],
    *,
    manifest: Path | None = None,
    settings: Settings = Settings(),  # noqa: B008  frozen
    besides: Iterable[str | Path] = (),
    limit_each: LimitEach = lambda items, _: items,
) -> Iterator[Capture | Skipped]:
    """Yield a capture for each saved page, and a `Skipped` for what can't be one; never fails.

    Args:
        paths: files, folders (read to their depths, by name), patterns (`*.html`), lists of paths (`@list.txt`, or a text
            file all whose lines name files), and `-`: a page, an archive or a list of paths on standard input.
        manifest: what is stated of captures; a row that matches none is a `Skipped` of reason `manifest`.
        settings: `max_bytes` limits a file, and in an archive a page.
        besides: files that are passed over silently, as the story that is being written.
        limit_each: takes what a file holds and the file's name, and yields it, within the time that each page of it may take.

    """
    with FileFinder(settings, besides) as finder:
        yield from read_files(
            finder.find(paths), manifest=manifest, settings=settings, limit_each=limit_each
        )


def read_files(
    files: Iterable[InputFile | Skipped],
    *,
    manifest: Path | None = None,
    settings: Settings = Settings(),  # noqa: B008  frozen
    limit_each: LimitEach = lambda items, _: items,
) -> Iterator[Capture | Skipped]:
    """Yield what `read` yields of files that were found already; revisits are looked up among these files."""
    stated = read_manifest(Path(manifest) if manifest is not None else None, settings.max_bytes)
    revisits = Revisits(settings.max_revisits)
    for file in files:
        if isinstance(file, Skipped):
            yield file
        elif not stated.is_manifest_file(file.path):
            for item in limit_each(_read_file(file, settings, revisits), file.shown):
                yield stated.apply(item) if isinstance(item, Capture) else item
    for item in limit_each(resolve_revisits(revisits, settings), "revisits"):
        yield stated.apply(item) if isinstance(item, Capture) else item
    yield from stated.iter_skipped()


def _read_file(
    file: InputFile, settings: Settings, revisits: Revisits
) -> Iterator[Capture | Skipped]:
    opened = OpenedFile(file.path, file.shown, settings, file.in_folder, revisits)
    try:
        if not file.size:
            raise ReadError("empty", f"{file.shown}: no bytes in it")
        head = opened.read_head(THRESHOLDS.head_bytes)
        kind, why_not = detect_kind(head, opened.name, in_folder=file.in_folder)
        if not kind and head.startswith((GZIP_MAGIC, ZSTD_MAGIC)):
            opened.read_data()  # nothing of it could be decompressed: this raises the reason
        if not kind:
            reason = "binary" if why_not == "binary" and not file.in_folder else "not_a_page"
            raise ReadError(reason, f"{file.shown}: {why_not}")
        if kind not in _STREAMED and file.size > settings.max_bytes:
            raise make_too_large_error(file.shown, settings.max_bytes)
        yield from READERS[kind](opened)
    except InputError as error:
        yield Skipped(file.shown, error.reason, str(error))
