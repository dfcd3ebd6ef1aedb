"""The plan of a lake: which files each shard reads.

In: paths as given. Out: shards, in order, written before any of them is read, so that a run that is killed goes on with the same ones.
Out of scope: reading the files.

The plan only grows: files that are in it already, by name, size and time of change, are in no new shard.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.config import Settings
from onrecord.errors import ConfigError
from onrecord.lake.thresholds import THRESHOLDS
from onrecord.readers.files import STDIN, FileFinder, InputFile
from onrecord.records import Skipped
from onrecord.records.ids import build_content_id
from onrecord.records.record import convert_to_plain
from onrecord.run.recorder import make_path_storable
from onrecord.story.lake.layout import LakeFolder

_NUMBER_DIGITS = "07d"


@dataclass(frozen=True, slots=True)
class ShardFile:
    """A file that a shard reads: as `InputFile`, its path whole and as the system gives it (bytes that are not UTF-8 as lone surrogates), with the time of its last change."""

    path: str
    in_folder: bool
    size: int
    shown: str
    changed_ns: int

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells it from a file of its name with other content."""
        return self.path, self.size, self.changed_ns


@dataclass(frozen=True, slots=True)
class PlannedShard:
    """A shard: its id, which sorts in the order of the plan, its files, what can't be read, and the manifest."""

    id: str
    files: tuple[ShardFile, ...]
    skipped: tuple[Skipped, ...] = ()
    manifest: str | None = None

    def iter_files(self) -> Iterator[InputFile | Skipped]:
        """Yield the files as the readers take them."""
        yield from self.skipped
        for file in self.files:
            yield InputFile(Path(file.path), file.in_folder, file.size, file.shown)


def extend_plan(
    folder: LakeFolder,
    paths: Iterable[str | Path],
    *,
    manifest: Path | None,
    shard_files: int,
    settings: Settings,
) -> None:
    """Add shards for the files of `paths` that are in none yet, and write the plan.

    Raises:
        ConfigError: if standard input is among the paths: no other machine can read it.

    """
    paths = list(map(str, paths))
    if STDIN in paths:
        raise ConfigError("a lake can't be read from standard input; name files or folders")
    planned = list(read_plan(folder))
    known = {file.key for shard in planned for file in shard.files}
    refused = {one.path for shard in planned for one in shard.skipped}
    new: list[ShardFile] = []
    skipped: list[Skipped] = []
    own = folder.path.resolve()
    with FileFinder(settings, [manifest] if manifest else []) as finder:
        for item in finder.find(paths):
            if isinstance(item, Skipped):
                if item.path not in refused and not _is_inside(Path(item.path), own):
                    skipped.append(item)
            elif _is_inside(item.path, own):
                continue  # the lake itself, where it lies in a folder that it reads
            elif (file := _describe_file(item)).key not in known:
                new.append(file)
    shards = [*planned, *_group_files(new, skipped, manifest, shard_files, first=len(planned))]
    write_whole(folder.plan, "".join(f"{json.dumps(convert_to_plain(one))}\n" for one in shards))


def read_plan(folder: LakeFolder) -> Iterator[PlannedShard]:
    """Yield the planned shards, in order."""
    for row in folder.iter_plan():
        yield decode_shard(row)


def decode_shard(row: Mapping[str, Any]) -> PlannedShard:
    """Return a shard of its row in the plan."""
    files = tuple(ShardFile(**file) for file in row["files"])
    skipped = tuple(Skipped(**one) for one in row["skipped"])
    return PlannedShard(row["id"], files, skipped, row["manifest"])


def write_whole(path: Path, text: str) -> None:
    """Write a file under another name and rename it: whoever reads it finds the old one or the new one."""
    partial = path.with_name(f"{path.name}.part")
    with partial.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(path)


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder)


def _describe_file(file: InputFile) -> ShardFile:
    changed = file.path.stat().st_mtime_ns
    return ShardFile(
        os.path.realpath(file.path),
        file.in_folder,
        file.size,
        make_path_storable(file.shown),
        changed,
    )


def _group_files(
    files: list[ShardFile],
    skipped: list[Skipped],
    manifest: Path | None,
    shard_files: int,
    *,
    first: int,
) -> Iterator[PlannedShard]:
    """Yield shards of the files, in order; what can't be read goes with the first."""
    named = None if manifest is None else os.path.realpath(manifest)
    group: list[ShardFile] = []
    size, number = 0, first
    for file in files:
        if group and (len(group) >= shard_files or size + file.size > THRESHOLDS.shard_bytes):
            yield _build_shard(number, group, skipped, named)
            group, skipped, size, number = [], [], 0, number + 1
        group.append(file)
        size += file.size
    if group or skipped:
        yield _build_shard(number, group, skipped, named)


def _build_shard(
    number: int, files: list[ShardFile], skipped: list[Skipped], manifest: str | None
) -> PlannedShard:
    keys = [(make_path_storable(file.path), file.size, file.changed_ns) for file in files]
    named = None if manifest is None else make_path_storable(manifest)
    digest = build_content_id("s", keys, named).partition("-")[2]
    ident = f"{number:{_NUMBER_DIGITS}}-{digest}"
    return PlannedShard(ident, tuple(files), tuple(skipped), manifest)
