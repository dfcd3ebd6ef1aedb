"""Paths to files: folders walked, patterns expanded, lists followed, standard input kept.

In: paths as given. Out: each file once, in order, with whether it was named itself; or a `Skipped` for what is not there.
Out of scope: what the files hold, but for lists of paths.
"""

from __future__ import annotations

import glob
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

from onrecord.config import Settings
from onrecord.errors import ReadError
from onrecord.readers.file_kinds import detect_kind
from onrecord.readers.opened_file import OpenedFile
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import Skipped

STDIN = "-"
_LIST_SUFFIXES = frozenset({".txt", ".lst", ".list"})


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read: `shown` is its name in messages; `in_folder`: it was found in a folder and not named itself."""

    path: Path
    in_folder: bool
    size: int
    shown: str


class FileFinder:
    """Finds the files that paths name, hold or match; a context manager that keeps standard input in a file."""

    def __init__(self, settings: Settings, besides: Iterable[str | Path] = ()) -> None:
        self._settings = settings
        self._seen = {os.path.realpath(path) for path in besides}
        self._seen_lists: set[str] = set()
        self._temporary: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for path in self._temporary:
            path.unlink(missing_ok=True)

    def find(self, paths: Iterable[str | Path]) -> Iterator[InputFile | Skipped]:
        """Yield every file that `paths` name, once; never fails."""
        for path in paths:
            for item in self._expand(str(path)):
                if isinstance(item, Skipped):
                    yield item
                elif (real := os.path.realpath(item.path)) not in self._seen:
                    self._seen.add(real)
                    yield item

    def _expand(self, given: str) -> Iterator[InputFile | Skipped]:
        """Yield the files of one path, pattern or list."""
        if "\0" in given:
            yield Skipped(given.replace("\0", "\\0"), "missing", "a path can't hold a NUL; mend it")
        elif given == STDIN:
            yield from self._read_standard_input()
        elif os.path.lexists(given):
            listed = _read_plain_list(given)
            if listed:
                yield from self._expand_list(given, listed)
            else:
                yield from _walk(given, in_folder=False)
        elif given.startswith("@") and os.path.lexists(given[1:]):
            yield from self._read_list_file(given[1:])
        elif glob.has_magic(given):
            matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  also takes whole paths
            for match in matches:
                yield from _walk(match, in_folder=True)
            if not matches:
                yield Skipped(given, "missing", f"{given}: matches no file; check the pattern")
        else:
            yield Skipped(given, "missing", f"{given}: no such file or folder; check the path")

    def _read_list_file(self, path: str) -> Iterator[InputFile | Skipped]:
        try:
            opened = OpenedFile(Path(path), path, self._settings)
            data = opened.read_data(self._settings.max_parsed)
        except ReadError as error:
            yield Skipped(path, error.reason, str(error))
            return
        yield from self._expand_list(path, _parse_list(data))

    def _expand_list(self, path: str, listed: list[str]) -> Iterator[InputFile | Skipped]:
        """Yield what a list names; a list that names itself, or one that does, is read once."""
        real = os.path.realpath(path)
        if real in self._seen_lists:
            return
        self._seen_lists.add(real)
        for line in listed:
            beside = os.path.join(os.path.dirname(path), line)  # noqa: PTH118, PTH120  keeps `-` and `@`
            is_here = os.path.lexists(line) or not os.path.lexists(beside)
            # A list on standard input can't name standard input again.
            if line != STDIN:
                yield from self._expand(line if is_here else beside)

    def _read_standard_input(self) -> Iterator[InputFile | Skipped]:
        if sys.stdin is None:
            yield Skipped(STDIN, "missing", "-: standard input is closed; send pages to it: < FILE")
            return
        path, head = self._save_standard_input()
        opened = OpenedFile(path, STDIN, self._settings)
        kind, _ = detect_kind(opened.read_head(THRESHOLDS.head_bytes), "", in_folder=True)
        if kind:
            yield InputFile(path, in_folder=False, size=path.stat().st_size, shown=STDIN)
        elif head:
            try:
                listed = _parse_list(opened.read_data(self._settings.max_parsed))
            except ReadError as error:
                yield Skipped(STDIN, error.reason, str(error))
                return
            yield from self._expand_list(STDIN, listed)
        else:
            yield Skipped(STDIN, "empty", "-: nothing came on standard input")

    def _save_standard_input(self) -> tuple[Path, bytes]:
        """Return the temporary file that standard input was copied to, and its first bytes."""
        stream: IO[bytes] = sys.stdin.buffer
        head = stream.read(THRESHOLDS.head_bytes)
        handle, name = tempfile.mkstemp(prefix="onrecord-")
        path = Path(name)
        self._temporary.append(path)
        with os.fdopen(handle, "wb") as copy:
            copy.write(head)
            while chunk := stream.read(THRESHOLDS.chunk_bytes):
                copy.write(chunk)
        return path, head


# --- lists of paths -------------------------------------------------------------------------------


def _read_plain_list(path: str) -> list[str]:
    """Return the paths in a text file if every line names something that is there; none for any other file."""
    listed: list[str] = []
    if Path(path).suffix.lower() not in _LIST_SUFFIXES or not Path(path).is_file():
        return listed
    folder = os.path.dirname(path)  # noqa: PTH120  "" for a name without a folder
    try:
        with Path(path).open("rb") as stream:
            for line in iter(lambda: stream.readline(THRESHOLDS.max_path_line_bytes), b""):
                written = os.fsdecode(line).strip()
                if not written:
                    continue
                exists = "\0" not in written and (
                    os.path.lexists(written) or os.path.lexists(Path(folder, written))
                )
                if not exists:
                    return []
                listed.append(written)
    except OSError:
        return []
    return listed


def _parse_list(data: bytes) -> list[str]:
    """Return the paths a list holds, one per line, or separated by NULs as `find -print0` does."""
    separator = b"\0" if b"\0" in data else b"\n"
    rows = (os.fsdecode(row).strip("\r\n \t\ufeff") for row in data.split(separator))
    return [row for row in rows if row]


# --- folders and files ----------------------------------------------------------------------------


def _walk(given: str, *, in_folder: bool) -> Iterator[InputFile | Skipped]:
    """Yield a file, or the files of a folder to its depths, by name; names that begin with a dot are passed over."""
    if not Path(given).is_dir():
        yield _check_file(given, in_folder=in_folder)
        return
    refused: list[Skipped] = []
    is_empty = True

    def refuse(error: OSError) -> None:
        where = str(error.filename)
        refused.append(Skipped(where, "unreadable", f"{where}: {error.strerror or error}"))

    for folder, folders, names in os.walk(given, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                is_empty = False
                yield _check_file(str(Path(folder, name)), in_folder=True)
        is_empty = is_empty and not refused
        yield from refused
        refused.clear()
    is_empty = is_empty and not refused
    yield from refused
    if is_empty:
        message = f"{given}: no file in this folder (names that begin with a dot are passed over); save pages there"
        yield Skipped(given, "empty", message)


def _check_file(path: str, *, in_folder: bool) -> InputFile | Skipped:
    try:
        status = Path(path).stat()
    except OSError as error:
        return Skipped(path, "unreadable", f"{path}: {error.strerror or error}")
    if not stat.S_ISREG(status.st_mode):
        return Skipped(path, "not_a_page", f"{path}: not a file to be read")
    return InputFile(Path(path), in_folder, status.st_size, str(Path(path)))
