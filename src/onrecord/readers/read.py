"""Everything that was given, read: the one way in.

In: paths, a manifest, settings. Out: captures and what was skipped, in order; never an exception.
Leaves alone: how each kind of file is read (the readers) and what pages say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.config import Settings
from onrecord.errors import InputError, ReadError
from onrecord.readers.feed import read_feed
from onrecord.readers.files import File, find_files
from onrecord.readers.html import read_html
from onrecord.readers.kinds import HEAD_BYTES, kind_of
from onrecord.readers.manifest import read_manifest
from onrecord.readers.opened import Opened, too_large
from onrecord.readers.pdf import read_pdf
from onrecord.readers.text import read_text
from onrecord.readers.warc import read_warc
from onrecord.records import Capture, Skipped

Reader = Callable[[Opened], Iterator[Capture | Skipped]]

READERS: dict[str, Reader] = {
    "html": read_html,
    "warc": read_warc,
    "text": read_text,
    "feed": read_feed,
    "pdf": read_pdf,
}
"""Every kind of file that can be read (see `kinds`) and its reader."""


def read(
    paths: Iterable[str | Path],
    *,
    manifest: Path | None = None,
    settings: Settings = Settings(),  # noqa: B008  frozen
) -> Iterator[Capture | Skipped]:
    """Yield a capture for each saved page, and a `Skipped` for what can't be one; never fails.

    Args:
        paths: files, folders (read to their depths, by name) and patterns (`*.html`).
        manifest: what is stated of captures; a row that meets none is a `Skipped` of reason `manifest`.
        settings: `max_bytes` bounds a file, and in an archive a page.

    """
    stated = read_manifest(Path(manifest) if manifest is not None else None, settings.max_bytes)
    yield from stated.faults
    for file in find_files(paths):
        if isinstance(file, Skipped):
            yield file
        elif not stated.is_itself(file.path):
            for item in read_file(file, settings):
                yield stated.onto(item) if isinstance(item, Capture) else item
    yield from stated.unmet()


def read_file(file: File, settings: Settings) -> Iterator[Capture | Skipped]:
    """Yield what `file` holds; never fails."""
    opened = Opened(file.path, settings.max_bytes, file.in_folder)
    try:
        if not file.size:
            raise ReadError("empty", f"{file.path}: no bytes in it")
        head = opened.head(HEAD_BYTES)
        kind, why_not = kind_of(head, opened.name, in_folder=file.in_folder)
        if not kind:
            reason = "binary" if why_not == "binary" and not file.in_folder else "not_a_page"
            raise ReadError(reason, f"{file.path}: {why_not}")
        if kind != "warc" and file.size > settings.max_bytes:
            raise too_large(file.path, settings.max_bytes)
        yield from READERS[kind](opened)
    except InputError as error:
        yield Skipped(str(file.path), error.reason, str(error))
