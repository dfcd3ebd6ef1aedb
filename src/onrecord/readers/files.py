"""Paths made files: folders walked, patterns expanded, lists followed, standard input kept.

In: paths as given. Out: each file once, in order, with whether it was named itself; or a `Skipped` for
what is not there. Out of scope: what the files hold, but for lists of paths.
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
from onrecord.readers.file_kinds import HEAD_BYTES, detect_kind
from onrecord.readers.opened_file import OpenedFile
from onrecord.records import Skipped

STDIN = "-"
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read: `shown` is what it is called, `in_folder` if it was not named itself."""

    path: Path
    in_folder: bool
    size: int
    shown: str


class FileFinder:
    """Finds the files that paths name, hold or match; a context manager that keeps standard input."""

    def __init__(self, settings: Settings, besides: Iterable[str | Path] = ()) -> None:
        self._settings = settings
        self._seen = {os.path.realpath(path) for path in besides}
        self._lists: set[str] = set()
        self._kept: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for path in self._kept:
            path.unlink(missing_ok=True)

    def find(self, paths: Iterable[str | Path]) -> Iterator[InputFile | Skipped]:
        """Yield every file that `paths` name, once; never fails."""
        for given in paths:
            for found in self._expanded(str(given)):
                if isinstance(found, Skipped):
                    yield found
                elif (real := os.path.realpath(found.path)) not in self._seen:
                    self._seen.add(real)
                    yield found

    def _expanded(self, given: str) -> Iterator[InputFile | Skipped]:
        if "\0" in given:
            yield Skipped(given.replace("\0", "\\0"), "missing", "a path can't hold a NUL; mend it")
        elif given == STDIN:
            yield from self._standard_input()
        elif os.path.lexists(given):
            listed = _listed_in(given)
            yield from self._list(given, listed) if listed else _walked(given, in_folder=False)
        elif given.startswith("@") and os.path.lexists(given[1:]):
            yield from self._list_file(given[1:])
        elif glob.has_magic(given):
            matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  also takes whole paths
            for match in matches:
                yield from _walked(match, in_folder=True)
            if not matches:
                yield Skipped(given, "missing", f"{given}: matches no file; check the pattern")
        else:
            yield Skipped(given, "missing", f"{given}: no such file or folder; check the path")

    def _list_file(self, path: str) -> Iterator[InputFile | Skipped]:
        try:
            data = OpenedFile(Path(path), path, self._settings).read_data(self._settings.max_parsed)
        except ReadError as error:
            yield Skipped(path, error.reason, str(error))
            return
        yield from self._list(path, _paths_in(data))

    def _list(self, path: str, listed: list[str]) -> Iterator[InputFile | Skipped]:
        """Yield what a list names; a list that names itself, or one that does, is read once."""
        real = os.path.realpath(path)
        if real in self._lists:
            return
        self._lists.add(real)
        for line in listed:
            beside = os.path.join(os.path.dirname(path), line)  # noqa: PTH118, PTH120  keeps `-` and `@`
            here = os.path.lexists(line) or not os.path.lexists(beside)
            # A list on standard input can't name standard input again.
            if line != STDIN:
                yield from self._expanded(line if here else beside)

    def _standard_input(self) -> Iterator[InputFile | Skipped]:
        stream: IO[bytes] = sys.stdin.buffer
        head = stream.read(HEAD_BYTES)
        handle, name = tempfile.mkstemp(prefix="onrecord-")
        path = Path(name)
        self._kept.append(path)
        with os.fdopen(handle, "wb") as kept:
            kept.write(head)
            while piece := stream.read(_PIECE_BYTES):
                kept.write(piece)
        opened = OpenedFile(path, STDIN, self._settings)
        kind, _ = detect_kind(opened.read_head(HEAD_BYTES), "", in_folder=True)
        if kind:
            yield InputFile(path, in_folder=False, size=path.stat().st_size, shown=STDIN)
        elif head:
            try:
                listed = _paths_in(opened.read_data(self._settings.max_parsed))
            except ReadError as error:
                yield Skipped(STDIN, error.reason, str(error))
                return
            yield from self._list(STDIN, listed)
        else:
            yield Skipped(STDIN, "empty", "-: nothing came on standard input")


def _listed_in(path: str) -> list[str]:
    """Return the paths in a file all whose lines name something that is there; none for any other file."""
    listed: list[str] = []
    if Path(path).suffix.lower() not in {".txt", ".lst", ".list"} or not Path(path).is_file():
        return listed
    folder = os.path.dirname(path)  # noqa: PTH120  "" for a name without a folder
    try:
        with Path(path).open("rb") as stream:
            for line in iter(lambda: stream.readline(4_096), b""):
                written = os.fsdecode(line).strip()
                if not written:
                    continue
                there = "\0" not in written and (
                    os.path.lexists(written) or os.path.lexists(Path(folder, written))
                )
                if not there:
                    return []
                listed.append(written)
    except OSError:
        return []
    return listed


def _paths_in(data: bytes) -> list[str]:
    """Return the paths a list holds, a line each, or parted by NULs as `find -print0` does."""
    sign = b"\0" if b"\0" in data else b"\n"
    rows = (os.fsdecode(row).strip("\r\n \t\ufeff") for row in data.split(sign))
    return [row for row in rows if row]


def _walked(given: str, *, in_folder: bool) -> Iterator[InputFile | Skipped]:
    if not Path(given).is_dir():
        yield _file(given, in_folder=in_folder)
        return
    refused: list[Skipped] = []
    empty = True

    def refuse(error: OSError) -> None:
        where = str(error.filename)
        refused.append(Skipped(where, "unreadable", f"{where}: {error.strerror or error}"))

    for folder, folders, names in os.walk(given, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                empty = False
                yield _file(str(Path(folder, name)), in_folder=True)
        empty = empty and not refused
        yield from refused
        refused.clear()
    empty = empty and not refused
    yield from refused
    if empty:
        message = f"{given}: no file in this folder (names that begin with a dot are passed over); save pages there"
        yield Skipped(given, "empty", message)


def _file(path: str, *, in_folder: bool) -> InputFile | Skipped:
    try:
        status = Path(path).stat()
    except OSError as error:
        return Skipped(path, "unreadable", f"{path}: {error.strerror or error}")
    if not stat.S_ISREG(status.st_mode):
        return Skipped(path, "not_a_page", f"{path}: not a file to be read")
    return InputFile(Path(path), in_folder, status.st_size, str(Path(path)))
