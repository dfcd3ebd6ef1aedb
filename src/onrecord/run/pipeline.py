"""The pipeline: the one file that names every step in order.

captures → page → parse → records → story, then links over the whole story.
In: paths. Out: a story file and a report. Out of scope: pages that are in the story already, processed by the same versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

import onrecord.run.local as local_engine
import onrecord.run.ray as ray_engine
from onrecord._version import __version__
from onrecord.config import Settings, load_settings
from onrecord.errors import ConfigError, StoreError
from onrecord.language import SMALL_MODEL, Backbone, choose_model, load_backbone
from onrecord.link import LINK_NAME, LinkInput, link
from onrecord.readers import read
from onrecord.records import Capture, Skipped
from onrecord.records.ids import build_content_id
from onrecord.run.library_versions import read_library_versions
from onrecord.run.process import ProcessedPage
from onrecord.run.progress import show_progress
from onrecord.run.recorder import RunRecorder, make_path_storable
from onrecord.run.steps import StepFault, StepRunner
from onrecord.run.thresholds import THRESHOLDS
from onrecord.run.time_limit import limit_each
from onrecord.run.versions import describe_failure, list_versions
from onrecord.story import StoryWriter
from onrecord.story.file import remove_unused, translate_damage


class Engine(Protocol):
    """What processes many captures; there are two: `run.local.process_all` and `run.ray.process_all`."""

    def __call__(
        self,
        captures: Iterable[Capture],
        backbone: Backbone,
        *,
        model: str | None,
        workers: int,
        settings: Settings,
    ) -> Iterator[ProcessedPage | Skipped]:
        """Yield the page of each capture, or why it has none, in the captures' order."""


ENGINES: dict[str, Engine] = {"local": local_engine.process_all, "ray": ray_engine.process_all}


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run is done; the help of `onrecord build` says what each option means."""

    manifest: Path | None = None
    model: str | None = None
    workers: int = 1
    engine: str = "local"
    title: str | None = None
    description: str | None = None
    settings: Settings = field(default_factory=load_settings)


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did: how many pages are new, how many were in the story already, and what was skipped with reasons.

    `pages_again`: how many were there and were made again, by other versions or from other statements. `run`: the run's id.
    """

    pages_new: int
    pages_same: int
    skipped: tuple[Skipped, ...]
    pages_again: int = 0
    run: int = 0

    @property
    def usable(self) -> int:
        """How many of the pages given are now in the story."""
        return self.pages_new + self.pages_same + self.pages_again


def build(paths: Iterable[str | Path], story: Path, options: RunOptions) -> RunReport:
    """Create the story at `story`, or continue the one that is there, and return what was done.

    A story that it created and put no page in is not left.

    Raises:
        ConfigError: if there is no such model or engine; StoreError: if the file can't be written;
        RunAborted: if a worker died. What was done before stays.

    """
    return _run(paths, story, options, create=True)


def add(story: Path, paths: Iterable[str | Path], options: RunOptions) -> RunReport:
    """Add pages to the story at `story` and return what was done; pages it has already are not processed again.

    Raises:
        NotFound: if there is no such story; otherwise as `build`.

    """
    return _run(paths, story, options, create=False)


def is_short_of_runtime(options: RunOptions) -> bool:
    """Return whether the small model reads, as nobody chose one and the runtime of the better one is not installed."""
    chosen = options.model or options.settings.model
    return chosen is None and choose_model(None) == SMALL_MODEL


def _run(
    paths: Iterable[str | Path], story: Path, options: RunOptions, *, create: bool
) -> RunReport:
    _check_options(options)
    model = choose_model(options.model or options.settings.model)
    backbone = load_backbone(model)
    is_new = create and not story.exists()
    writer = StoryWriter(story, create=create)
    try:
        command = "build" if create else "add"
        return _write_story(writer, list(paths), options, model, backbone, command=command)
    finally:
        if is_new:
            remove_unused(story, file=writer.file, run=writer.run)


def _write_story(
    writer: StoryWriter,
    paths: Sequence[str | Path],
    options: RunOptions,
    model: str,
    backbone: Backbone,
    *,
    command: str,
) -> RunReport:
    """Read, link and write everything, close the story, and return what was done."""
    with writer:
        writer.begin_run(
            version=__version__,
            model=backbone.name,
            libraries={"link": LINK_NAME, **read_library_versions()},
            command=command,
            given=_list_given(paths, options),
            versions=list_versions(backbone.name),
        )
        try:
            return _read_and_link(writer, paths, options, model, backbone)
        except BaseException as error:
            with suppress(StoreError):  # where the disk is full, what ended the run is told
                writer.fail_run(describe_failure(error))
            raise


def _list_given(paths: Sequence[str | Path], options: RunOptions) -> list[str]:
    """Return what a run was given, as it can be stored: paths, then the manifest."""
    manifest = [] if options.manifest is None else [f"--manifest {options.manifest}"]
    return [make_path_storable(path) for path in (*map(str, paths), *manifest)]


def _read_and_link(
    writer: StoryWriter,
    paths: Iterable[str | Path],
    options: RunOptions,
    model: str,
    backbone: Backbone,
) -> RunReport:
    """Read, link and write everything, and return what was done."""
    story = writer.path
    writer.name_story(title=options.title, description=options.description)
    if options.manifest is not None:
        writer.remove_skipped(f"{make_path_storable(str(options.manifest))}#")
    besides = (story, *(story.with_name(story.name + end) for end in ("-wal", "-shm")))
    given = read(
        paths,
        manifest=options.manifest,
        settings=options.settings,
        besides=besides,
        limit_each=partial(limit_reading, options.settings.max_seconds),
    )
    recorder = record_captures(writer, given, options, model, backbone)
    recorder.record_link_faults(link_story(writer, options.settings.max_seconds))
    report = RunReport(
        recorder.pages_new,
        recorder.pages_same,
        tuple(recorder.skipped),
        recorder.pages_again,
        writer.run,
    )
    writer.finish_run(
        pages_new=report.pages_new,
        pages_same=report.pages_same,
        skipped=len(report.skipped),
        pages_again=report.pages_again,
    )
    return report


def record_captures(
    writer: StoryWriter,
    given: Iterable[Capture | Skipped],
    options: RunOptions,
    model: str,
    backbone: Backbone,
) -> RunRecorder:
    """Process what was read, write each page and what was skipped, and return the recorder that counted it; nothing is linked."""
    recorder = RunRecorder(writer, backbone.name, options.settings.max_seconds)
    captures = recorder.filter_new(given)
    pages = ENGINES[options.engine](
        show_progress(captures, what="reading"),
        backbone,
        model=model,
        workers=options.workers,
        settings=options.settings,
    )
    for item in pages:
        recorder.record_page(item)
    recorder.record_duplicates()
    return recorder


def _check_options(options: RunOptions) -> None:
    """Raise if a run can't be done with these options.

    Raises:
        ConfigError: if there is no such engine, or no worker; MissingExtra: if the engine is not installed.

    """
    if options.engine not in ENGINES:
        raise ConfigError(f"engine {options.engine!r} is not one of {', '.join(ENGINES)}")
    if options.workers < 1:
        raise ConfigError(f"--workers {options.workers}: at least 1 is needed")
    if options.engine == "ray":
        ray_engine.require_ray()


def limit_reading(
    max_seconds: int, items: Iterator[Capture | Skipped], name: str
) -> Iterator[Capture | Skipped]:
    """Yield what a file holds; where reading the next page of it takes more than `max_seconds`, that is told and the rest left."""

    def report() -> Skipped:
        limit = f"takes more than {max_seconds} seconds"
        message = f"{name}: reading the next page of it {limit}; what came before is read; split it, or raise ONRECORD_MAX_SECONDS"
        return Skipped(name, "too_slow", message)

    return limit_each(items, max_seconds, report)


def link_story(writer: StoryWriter, max_seconds: int) -> Sequence[StepFault]:
    """Make the links over all pages again, unless they were made from just these pages by this version; return what came to nothing.

    Links that are not complete are made again by the next run.
    """
    page_keys = writer.story.rows("SELECT id, drawn FROM pages ORDER BY id")
    with translate_damage(writer.story.path, "the list of pages"):
        key = build_content_id("d", LINK_NAME, [[row["id"], row["drawn"]] for row in page_keys])
    if writer.read_link_key() == key:
        return ()
    pages = tuple(writer.story.page(head.id) for head in writer.story.heads())
    steps = StepRunner(max_seconds + THRESHOLDS.link_seconds_per_page * len(pages))
    records = {page.id: writer.story.records_of(page.id) for page in pages}
    linked = link(LinkInput(pages, records), run_step=steps.run)
    writer.write_links(
        "" if steps.faults else key,
        links=linked.links,
        same=linked.same,
        undertakings=linked.undertakings,
        commitments=linked.commitments,
    )
    return steps.faults
