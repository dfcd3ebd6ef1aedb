"""The pipeline: the one file that names every step in order.

captures → page → parse → records → story, then links over the whole story.
In: paths. Out: a story file and a report. Out of scope: what is already there, drawn the same way.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

import onrecord.run.local as local_engine
import onrecord.run.ray as ray_engine
from onrecord._version import __version__
from onrecord.config import Settings, load_settings
from onrecord.errors import ConfigError
from onrecord.language import Backbone, load_backbone
from onrecord.link import LINK_NAME, LinkInput, link
from onrecord.readers import read
from onrecord.records import Capture, Skipped
from onrecord.records.ids import content_id
from onrecord.run.draw import Drawn, drawing_key
from onrecord.run.progress import shown
from onrecord.story import StoryWriter


class Engine(Protocol):
    """What draws many captures: `run.local.draw_all` and `run.ray.draw_all` are two."""

    def __call__(
        self,
        captures: Iterable[Capture],
        backbone: Backbone,
        *,
        model: str | None,
        workers: int,
        settings: Settings,
    ) -> Iterator[Drawn | Skipped]:
        """Yield what is drawn from each capture, in their order."""


ENGINES: dict[str, Engine] = {"local": local_engine.draw_all, "ray": ray_engine.draw_all}


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run is done; see the command line for what each means."""

    manifest: Path | None = None
    model: str | None = None
    workers: int = 1
    engine: str = "local"
    settings: Settings = field(default_factory=load_settings)


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did: pages drawn, pages already there, and what was skipped with reasons."""

    pages_new: int
    pages_same: int
    skipped: tuple[Skipped, ...]

    @property
    def usable(self) -> int:
        """How many of the pages given are now in the story."""
        return self.pages_new + self.pages_same


def build(paths: Iterable[str | Path], story: Path, options: RunOptions) -> RunReport:
    """Make the story at `story`, or go on with one begun there, and return what was done.

    Raises:
        ConfigError: if the model or engine is none; StoreError: if the file can't be written;
        RunAborted: if a worker died. What was done before stays.

    """
    return _run(paths, story, options, create=True)


def add(story: Path, paths: Iterable[str | Path], options: RunOptions) -> RunReport:
    """Add pages to the story at `story`; what is there is not done again.

    Raises:
        NotFound: if there is no such story; otherwise as `build`.

    """
    return _run(paths, story, options, create=False)


def _run(
    paths: Iterable[str | Path], story: Path, options: RunOptions, *, create: bool
) -> RunReport:
    if options.engine not in ENGINES:
        raise ConfigError(f"engine {options.engine!r} is not one of {', '.join(ENGINES)}")
    if options.workers < 1:
        raise ConfigError(f"--workers {options.workers}: at least 1 is needed")
    if options.engine == "ray":
        ray_engine.require()
    model = options.model or options.settings.model
    backbone = load_backbone(model)
    with StoryWriter(story, create=create) as writer:
        writer.begin_run(version=__version__, model=backbone.name)
        if options.manifest is not None:
            writer.forget_skipped(f"{_storable_path(str(options.manifest))}#")
        tally = _Tally(writer, backbone.name)
        besides = (story, *(story.with_name(story.name + end) for end in ("-wal", "-shm")))
        given = read(paths, manifest=options.manifest, settings=options.settings, besides=besides)
        captures = tally.undone(given)
        engine = ENGINES[options.engine]
        drawn = engine(
            shown(captures, what="reading"),
            backbone,
            model=model,
            workers=options.workers,
            settings=options.settings,
        )
        for item in drawn:
            tally.keep(item)
        tally.settle_twins()
        _link(writer)
        report = RunReport(tally.pages_new, tally.pages_same, tuple(tally.skipped))
        writer.finish_run(
            pages_new=report.pages_new, pages_same=report.pages_same, skipped=len(report.skipped)
        )
    return report


def _link(writer: StoryWriter) -> None:
    drawn = writer.story.rows("SELECT id, drawn FROM pages ORDER BY id")
    key = content_id("d", LINK_NAME, [[row["id"], row["drawn"]] for row in drawn])
    if writer.linked() == key:
        return
    pages = tuple(writer.story.page(head.id) for head in writer.story.heads())
    shelf = LinkInput(pages, {page.id: writer.story.records_of(page.id) for page in pages})
    linked = link(shelf)
    writer.put_links(
        key,
        links=linked.links,
        same=linked.same,
        undertakings=linked.undertakings,
        commitments=linked.commitments,
    )


def _storable(item: Capture | Skipped) -> Capture | Skipped:
    """Return the item with a path that text can hold: names of files need not be UTF-8."""
    path = _storable_path(item.path)
    if isinstance(item, Skipped):
        message = item.message.encode("utf-8", "surrogateescape").decode(
            "utf-8", "backslashreplace"
        )
        return replace(item, path=path, message=message)
    return item if path == item.path else replace(item, path=path)


def _storable_path(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


class _Tally:
    """Counts what a run does while it writes it."""

    def __init__(self, writer: StoryWriter, model: str) -> None:
        self._writer = writer
        self._model = model
        self._under_way: set[str] = set()
        self._seen: set[str] = set()
        self._twice: list[tuple[str, str]] = []
        self.pages_new = 0
        self.pages_same = 0
        self.skipped: list[Skipped] = []

    def undone(self, items: Iterable[Capture | Skipped]) -> Iterator[Capture]:
        """Yield the captures that still have to be drawn."""
        for given in items:
            item = _storable(given)
            if isinstance(item, Skipped):
                self._skip(item)
                continue
            key = drawing_key(item, self._model)
            page = self._writer.has(key)
            if page is not None:
                self._seen.add(page)
                self._writer.note_path(item.path, page)
                self.pages_same += 1
            elif key in self._under_way:
                self._twice.append((item.path, key))
            else:
                self._under_way.add(key)
                yield item

    def keep(self, item: Drawn | Skipped) -> None:
        """Write what was drawn, or note why nothing was."""
        if isinstance(item, Skipped):
            self._skip(item)
            return
        if item.page.id in self._seen:
            message = f"{item.page.path}: the same page stated otherwise; state it once"
            self._skip(Skipped(item.page.path, "stated_twice", message, item.page.capture))
            return
        self._seen.add(item.page.id)
        self._writer.put(item.capture, item.page, item.records, item.key)
        self.pages_new += 1
        if item.unread:
            path = item.page.path
            message = f"{path}: in the story, but its last {item.unread:,} characters of reporting were not read; split it"
            self._skip(Skipped(f"{path}#unread", "unread", message, item.page.capture))

    def settle_twins(self) -> None:
        """Note where the very bytes of a page just drawn were found a second time."""
        for path, key in self._twice:
            page = self._writer.has(key)
            if page is None:
                self._skip(
                    Skipped(path, "copy_of_skipped", f"{path}: the same bytes as a skipped file")
                )
            else:
                self._writer.note_path(path, page)
                self.pages_same += 1

    def _skip(self, skipped: Skipped) -> None:
        self._writer.skip(skipped)
        self.skipped.append(skipped)
