"""Making a lake: the plan, its shards, then the links.

In: paths and a folder. Out: the lake, and a report. Out of scope: how a shard is read (`shard`), which links there are (`links`).

Safe to run twice, and to be killed: what is whole is left as it is, what is not is done again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

from onrecord._version import __version__
from onrecord.config import Settings, load_settings
from onrecord.errors import ConfigError, MissingExtra, StoreError
from onrecord.extract import EXTRACTORS
from onrecord.lake.planning import extend_plan, read_plan, write_whole
from onrecord.lake.shard import ShardTask, write_shard
from onrecord.lake.spread import Cluster, Failed, map_tasks, require_ray
from onrecord.lake.thresholds import THRESHOLDS
from onrecord.language import choose_model, get_backbone
from onrecord.pages import PAGES_NAME
from onrecord.records.record import convert_to_plain
from onrecord.run.library_versions import read_library_versions
from onrecord.story.lake.layout import LAKE_FORMAT, LakeFolder


@dataclass(frozen=True, slots=True)
class LakeOptions:
    """How a lake is made; the help of `onrecord lake` says what each option means."""

    manifest: Path | None = None
    model: str | None = None
    cluster: Cluster = field(default_factory=Cluster)
    shard_files: int = THRESHOLDS.shard_files
    title: str | None = None
    description: str | None = None
    settings: Settings = field(default_factory=load_settings)


@dataclass(frozen=True, slots=True)
class LakeReport:
    """What a run did: shards that are new and that were whole before, their pages and skipped captures, and shards that failed, with why."""

    shards_new: int
    shards_same: int
    pages: int
    skipped: int
    failed: tuple[tuple[str, str], ...] = ()


def make_lake(paths: Iterable[str | Path], folder: Path, options: LakeOptions) -> LakeReport:
    """Read the pages of `paths` into the lake at `folder`, which is made or continued, and return what was done; links are not made.

    Raises:
        ConfigError: if an option can't be used, or the lake was made by other versions. MissingExtra: if a library is not
        installed. StoreError: if the folder can't be written, or another run is writing to it.

    """
    _check_options(options)
    lake = LakeFolder(folder)
    model = choose_model(options.model or _find_model(lake) or options.settings.model)
    with lock_lake(lake):
        _write_about(lake, model, options)
        extend_plan(
            lake,
            paths,
            manifest=options.manifest,
            shard_files=options.shard_files,
            settings=options.settings,
        )
        return _write_shards(lake, model, options)


@contextmanager
def lock_lake(lake: LakeFolder) -> Iterator[None]:
    """Hold the lake in the block, so that one run at a time writes to it; the system lets it go when a process ends.

    Raises:
        StoreError: if another run holds it, or the folder can't be made.

    """
    try:
        import fcntl
    except ImportError:  # a system without such locks
        yield
        return
    try:
        if lake.path.exists() and not lake.about.exists() and any(lake.path.iterdir()):
            raise StoreError(f"{lake.path}: not empty, and no lake; name a new folder")
        lake.work.mkdir(parents=True, exist_ok=True)
        handle = os.open(lake.work / "lock", os.O_CREAT | os.O_RDWR)
    except OSError as error:
        raise StoreError(
            f"{lake.path}: can't be written ({error.strerror}); name another folder"
        ) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(
                f"{lake.path}: another run is writing to it; wait for it, or end it"
            ) from error
        yield
    finally:
        os.close(handle)


def _find_model(lake: LakeFolder) -> str | None:
    """Return the model that the lake was begun with, None where it is not begun."""
    return lake.read_about().get("chosen") if lake.about.is_file() else None


def _check_options(options: LakeOptions) -> None:
    if options.cluster.workers < 1 or options.shard_files < 1:
        raise ConfigError("a lake needs at least 1 worker and 1 file a shard")
    for library in ("pyarrow", "duckdb"):
        if find_spec(library) is None:
            raise MissingExtra("lake", "a lake")
    if not options.cluster.is_here_alone:
        require_ray()


def _write_about(lake: LakeFolder, model: str, options: LakeOptions) -> None:
    """Write what the lake is made with; one that is there must have been made with the same.

    Raises:
        ConfigError: if it was made by other versions.

    """
    reads = [PAGES_NAME, *(name for name, _ in EXTRACTORS), get_backbone(model).name]
    named = {"title": options.title, "description": options.description}
    given = {key: words for key, words in named.items() if words}
    if lake.about.is_file():
        about: dict[str, Any] = dict(lake.read_about())
        if about["reads"] != reads:
            other = ", ".join(sorted(set(about["reads"]) ^ set(reads)))
            raise ConfigError(f"{lake.path}: made by other versions ({other}); make a new lake")
        if given.items() <= about.items():
            return
        about |= given
    else:
        about = {
            "format": LAKE_FORMAT,
            "version": __version__,
            "model": reads[-1],
            "chosen": model,
            "reads": reads,
            "libraries": read_library_versions(),
            "started": datetime.now(UTC).isoformat(timespec="seconds"),
            **given,
        }
    write_whole(lake.about, json.dumps(about, indent=1))


def _write_shards(lake: LakeFolder, model: str, options: LakeOptions) -> LakeReport:
    run = uuid4().hex
    planned = list(read_plan(lake))
    tasks = [
        ShardTask(str(lake.path.absolute()), convert_to_plain(shard), model, options.settings, run)
        for shard in planned
        if not lake.locate_shard(shard.id).is_dir()
    ]
    pages = skipped = done = 0
    failed: list[tuple[str, str]] = []
    for outcome in map_tasks(options.cluster, write_shard, tasks):
        if isinstance(outcome, Failed):
            failed.append((outcome.task.shard["id"], outcome.why))
            continue
        pages, skipped, done = pages + outcome["pages"], skipped + outcome["skipped"], done + 1
    told = {ident for ident, _ in failed}
    lost = [task.shard["id"] for task in tasks if not lake.locate_shard(task.shard["id"]).is_dir()]
    failed += [(ident, "its worker process ended") for ident in lost if ident not in told]
    return LakeReport(done, len(planned) - len(tasks), pages, skipped, tuple(failed))
