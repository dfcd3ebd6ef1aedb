"""Paths made files: folders walked, patterns expanded.

In: paths as given. Out: each file once, in order, with whether it was named itself; or a `Skipped` for
what is not there. Leaves alone: what the files hold.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.records import Skipped


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: `in_folder` if it was found in a folder and not named itself."""

    path: Path
    in_folder: bool
    size: int


def find_files(paths: Iterable[str | Path]) -> Iterator[File | Skipped]:
    """Yield every file that `paths` name, hold or match; never fails."""
    seen: set[str] = set()
    for given in paths:
        for found in _expanded(str(given)):
            if isinstance(found, Skipped):
                yield found
            elif (real := os.path.realpath(found.path)) not in seen:
                seen.add(real)
                yield found


def _expanded(given: str) -> Iterator[File | Skipped]:
    if "\0" in given:
        yield Skipped(given.replace("\0", "\\0"), "missing", "a path can't hold a NUL; mend it")
    elif os.path.lexists(given):
        yield from _walked(given, in_folder=False)
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  also takes whole paths
        for match in matches:
            yield from _walked(match, in_folder=True)
        if not matches:
            yield Skipped(given, "missing", f"{given}: matches no file; check the pattern")
    else:
        yield Skipped(given, "missing", f"{given}: no such file or folder; check the path")


def _walked(given: str, *, in_folder: bool) -> Iterator[File | Skipped]:
    if not Path(given).is_dir():
        yield _file(given, in_folder=in_folder)
        return
    refused: list[Skipped] = []

    def refuse(error: OSError) -> None:
        where = str(error.filename)
        refused.append(Skipped(where, "unreadable", f"{where}: {error.strerror or error}"))

    for folder, folders, names in os.walk(given, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield _file(str(Path(folder, name)), in_folder=True)
        yield from refused
        refused.clear()
    yield from refused


def _file(path: str, *, in_folder: bool) -> File | Skipped:
    try:
        status = Path(path).stat()
    except OSError as error:
        return Skipped(path, "unreadable", f"{path}: {error.strerror or error}")
    if not stat.S_ISREG(status.st_mode):
        return Skipped(path, "not_a_page", f"{path}: not a file to be read")
    return File(Path(path), in_folder, status.st_size)
