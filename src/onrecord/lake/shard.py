"""One shard: its files read as `build` reads them, and what came of it as a folder of Parquet files.

In: a planned shard. Out: its folder, there whole or not at all. Out of scope: which process does it (`spread`), links.

A shard is first read into a story file of its own in `work/`, page by page, so one that is begun again goes on where it was. A page on which
the process ended twice in one run is skipped.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from onrecord._version import __version__
from onrecord.config import Settings
from onrecord.lake.parquet_tables import sync_folder, write_tables
from onrecord.lake.planning import PlannedShard, decode_shard, write_whole
from onrecord.lake.thresholds import THRESHOLDS
from onrecord.language import get_backbone
from onrecord.readers import read_files
from onrecord.records import Capture, Skipped
from onrecord.run.pipeline import RunOptions, limit_reading, record_captures
from onrecord.story import StoryWriter
from onrecord.story.lake.layout import LakeFolder


@dataclass(frozen=True, slots=True)
class ShardTask:
    """What a worker needs to read a shard: `run` tells this run from others, so that its own deaths are counted."""

    folder: str
    shard: dict[str, Any]
    model: str
    settings: Settings
    run: str


class Watch:
    """Notes which capture is under way, so that the process that goes on after one that ended knows on which page it did."""

    def __init__(self, path: Path, run: str) -> None:
        self._path, self._run = path, run
        self._deaths: dict[str, int] = {}
        noted = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        if noted.get("run") == run:
            self._deaths = noted["deaths"]
            died_on = noted["under_way"]
            if died_on is not None:
                self._deaths[died_on] = self._deaths.get(died_on, 0) + 1
        self._note(None)

    def watch(self, items: Iterable[Capture | Skipped]) -> Iterator[Capture | Skipped]:
        """Yield the items; a `Skipped` instead of a capture on which the process ended too often."""
        for item in items:
            if isinstance(item, Capture) and self._deaths.get(item.path, 0) >= THRESHOLDS.deaths:
                message = f"{item.path}: the process that read it was ended by the system, twice; read it alone, with more memory"
                yield Skipped(item.path, "failed", message, item.sha256)
                continue
            self._note(item.path)
            yield item
            self._note(None)

    def _note(self, under_way: str | None) -> None:
        note = {"run": self._run, "under_way": under_way, "deaths": self._deaths}
        write_whole(self._path, json.dumps(note))


def write_shard(task: ShardTask) -> dict[str, Any]:
    """Read the shard of a task, write its folder, and return how many pages it has and how many captures were skipped.

    A shard that is whole already is left as it is.

    Raises:
        OSError, StoreError: if the lake can't be written.

    """
    folder, shard = LakeFolder(Path(task.folder)), decode_shard(task.shard)
    target = folder.locate_shard(shard.id)
    if target.is_dir():
        return {"shard": shard.id, "pages": 0, "skipped": 0}
    folder.work.mkdir(parents=True, exist_ok=True)
    story = folder.work / f"{shard.id}.db"
    watched = folder.work / f"{shard.id}.json"
    counts = _read_into_story(story, shard, task, Watch(watched, task.run))
    partial_folder = folder.work / f"{shard.id}.part"
    shutil.rmtree(partial_folder, ignore_errors=True)
    write_tables(story, partial_folder)
    folder.shards.mkdir(exist_ok=True)
    try:
        partial_folder.rename(target)
    except OSError:
        if not target.is_dir():  # else another run wrote the same meanwhile
            raise
        shutil.rmtree(partial_folder)
    sync_folder(folder.shards)
    story.unlink()
    watched.unlink()
    return {"shard": shard.id, **counts}


def _read_into_story(
    story: Path, shard: PlannedShard, task: ShardTask, watch: Watch
) -> dict[str, int]:
    """Read a shard's files into a story file of its own, and return the counts."""
    backbone = get_backbone(task.model)
    options = RunOptions(model=task.model, settings=replace(task.settings, model=task.model))
    given = read_files(
        shard.iter_files(),
        manifest=Path(shard.manifest) if shard.manifest else None,
        settings=task.settings,
        limit_each=partial(limit_reading, task.settings.max_seconds),
    )
    with StoryWriter(story, create=True) as writer:
        writer.begin_run(version=__version__, model=backbone.name)
        record_captures(writer, watch.watch(given), options, task.model, backbone)
        counts = writer.story.counts()
    return {"pages": counts["pages"], "skipped": counts["skipped"]}
