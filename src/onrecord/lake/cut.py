"""Cutting a story file out of a lake.

In: a lake and which pages are wanted. Out: a story file with these pages, their records as they are in the lake, and links made over them alone: what
`build` would make of the same pages. Out of scope: reading pages again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from onrecord._version import __version__
from onrecord.errors import ConfigError, StoreError
from onrecord.lake.thresholds import THRESHOLDS
from onrecord.link import LINK_NAME
from onrecord.records import Capture, CaptureProof, Skipped
from onrecord.records.record import decode_plain
from onrecord.run.pipeline import RunOptions, RunReport, link_story
from onrecord.run.recorder import RunRecorder
from onrecord.run.versions import describe_failure, list_versions
from onrecord.story import Selection, StoryWriter, parse_selection
from onrecord.story.file import remove_unused
from onrecord.story.lake.layout import DUPLICATES, LakeFolder
from onrecord.story.lake.reader import LakeStory
from onrecord.story.lake.views import read_shards

_PAGE_FIELDS = "who, outlet, from, to, page and text"


def cut_story(folder: Path, wheres: Sequence[str], story: Path, options: RunOptions) -> RunReport:
    """Write the pages of the lake at `folder` that `wheres` want to the story at `story`, which is made or continued, and return what was done.

    Raises:
        ConfigError: if `wheres` say what pages have not. NotFound: if the folder is no lake, or it has nobody and nothing of
        that name. StoreError: if the story can't be written.

    """
    with LakeStory(folder) as lake:
        wanted = list_wanted_pages(lake, folder, parse_page_selection(lake, wheres))
        about = LakeFolder(folder).read_about()
        is_new = not story.exists()
        writer = StoryWriter(story, create=True)
        try:
            with writer:
                writer.begin_run(
                    version=__version__,
                    model=about["model"],
                    libraries={"link": LINK_NAME, **about["libraries"]},
                    given=[f"--from {folder}", *(f"--where {where}" for where in wheres)],
                    versions=list_versions(about["model"]),
                )
                try:
                    writer.name_story(
                        title=options.title or (lake.title if is_new else None),
                        description=options.description or (lake.description if is_new else None),
                    )
                    is_whole = not wheres
                    return _write_story(writer, lake, wanted, options, is_whole=is_whole)
                except BaseException as error:
                    with suppress(StoreError):
                        writer.fail_run(describe_failure(error))
                    raise
        finally:
            if is_new:
                remove_unused(story, file=writer.file, run=writer.run)


def parse_page_selection(lake: LakeStory, wheres: Iterable[str]) -> Selection:
    """Return the selection of pages that `FIELD=VALUE`s say.

    Raises:
        ConfigError: if a field is one that only records have; otherwise as `parse_selection`.

    """
    selection = parse_selection(lake, wheres)
    if selection.kinds or selection.statuses:
        raise ConfigError(f"a story is cut out by whole pages: --where takes {_PAGE_FIELDS} here")
    return selection


def list_wanted_pages(
    lake: LakeStory, folder: Path, selection: Selection
) -> Mapping[str, list[str]]:
    """Return the ids of the pages wanted, by the shard that holds them, in order."""
    lake.register_casefold()
    wheres = [
        f"NOT EXISTS (SELECT 1 FROM {DUPLICATES} d WHERE d.page = p.id AND d.shard = p.shard)"
    ]
    values: list[Any] = []
    for where, given in _iter_conditions(selection):
        wheres.append(where)
        values += given
    source = read_shards(LakeFolder(folder), "pages")
    rows = (
        lake.rows(
            f"SELECT p.shard, p.id FROM {source} p WHERE {' AND '.join(wheres)} ORDER BY p.shard, p.id",
            values,
        )
        if LakeFolder(folder).list_shards()
        else []
    )
    pages: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        pages[row["shard"]].append(row["id"])
    return pages


def _iter_conditions(selection: Selection) -> Iterator[tuple[str, list[Any]]]:
    """Yield the conditions on a page `p` as SQL, each with its values; the same as `Selection.has_page` and its like."""
    if selection.pages:
        yield f"p.id IN ({_mark(selection.pages)})", sorted(selection.pages)
    if selection.outlets:
        yield f"casefold(p.outlet) IN ({_mark(selection.outlets)})", sorted(selection.outlets)
    if selection.start or selection.end:
        yield "p.published <> ''", []
    if selection.start:
        yield "left(p.published, length(?)) >= left(?, length(p.published))", [selection.start] * 2
    if selection.end:
        yield "left(p.published, length(?)) <= left(?, length(p.published))", [selection.end] * 2
    if selection.who:
        naming = (
            "p.id IN (SELECT m.page FROM involved i JOIN mentions m ON m.id = i.record"
            f" WHERE i.kind = 'mentions' AND i.who IN ({_mark(selection.who)}))"
        )
        yield naming, sorted(selection.who)
    if selection.texts:
        texts = sorted(selection.texts)
        one = "contains(casefold(coalesce(p.title, '')), ?) OR contains(casefold(p.text), ?)"
        yield (
            f"({' OR '.join([one] * len(texts))})",
            [value for text in texts for value in (text, text)],
        )


def _mark(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _write_story(
    writer: StoryWriter,
    lake: LakeStory,
    wanted: Mapping[str, list[str]],
    options: RunOptions,
    *,
    is_whole: bool,
) -> RunReport:
    recorder = RunRecorder(writer, lake.runs()[0].model, options.settings.max_seconds)
    same = 0
    skipped: list[Skipped] = []
    elsewhere = _find_other_paths(lake)
    for shard, pages in wanted.items():
        with LakeStory(lake.path, shard=shard) as part:
            for first in range(0, len(pages), THRESHOLDS.batch_pages):
                some = pages[first : first + THRESHOLDS.batch_pages]
                same += _write_pages(writer, part, some)
                skipped += [] if is_whole else _list_page_faults(part, some)
            for page in pages:
                for path in elsewhere.get(page, ()):
                    writer.note_path(path, page)
    if is_whole:
        skipped = list(lake.skipped())
    for item in skipped:
        writer.record_skipped(item)
    recorder.record_link_faults(link_story(writer, options.settings.max_seconds))
    skipped += recorder.skipped
    new = sum(map(len, wanted.values())) - same
    writer.finish_run(pages_new=new, pages_same=same, skipped=len(skipped))
    return RunReport(new, same, tuple(skipped), 0, writer.run)


def _write_pages(writer: StoryWriter, part: LakeStory, ids: list[str]) -> int:
    """Write pages with their captures and records, but for those that the story has, and the paths they were found at; return how many it had."""
    keys = part.rows("SELECT id, drawn FROM pages WHERE id IN (SELECT unnest(?))", (ids,))
    key_of = {row["id"]: row["drawn"] for row in keys}
    new = [id_ for id_ in ids if writer.find_page(key_of[id_]) is None]
    for page, records in part.load_pages(new).values():
        capture = _read_capture(part, str(page.capture))
        writer.write_page(capture, page, records, key_of[page.id])
    sql = "SELECT page, path FROM paths WHERE page IN (SELECT unnest(?)) ORDER BY path"
    for row in part.rows(sql, (ids,)):
        writer.note_path(row["path"], row["page"])
    return len(ids) - len(new)


def _find_other_paths(lake: LakeStory) -> Mapping[str, list[str]]:
    """Return the paths of the pages that several shards hold."""
    paths: dict[str, list[str]] = defaultdict(list)
    sql = (
        f"SELECT page, path FROM paths WHERE page IN (SELECT page FROM {DUPLICATES}) ORDER BY path"
    )
    for row in lake.rows(sql):
        paths[row["page"]].append(row["path"])
    return paths


def _read_capture(part: LakeStory, sha256: str) -> Capture:
    """Return a saved original with what its archive states of it."""
    columns = "path, media_type, charset, url, fetched"
    row = part.rows(f"SELECT {columns} FROM captures WHERE sha256 = ?", (sha256,))[0]
    proofs = part.rows("SELECT proof FROM proofs WHERE capture = ?", (sha256,))
    proof = decode_plain(CaptureProof, json.loads(proofs[0]["proof"])) if proofs else None
    return Capture(sha256=sha256, data=part.capture(sha256), proof=proof, **row)


def _list_page_faults(part: LakeStory, pages: list[str]) -> list[Skipped]:
    """Return what is noted of pages that are there: what of them was not read, and which of their steps failed."""
    rows = part.rows("SELECT path FROM paths WHERE page IN (SELECT unnest(?))", (pages,))
    paths = {row["path"] for row in rows}
    faults = ("unread", "failed", "too_slow")
    return [
        one
        for one in part.skipped()
        if one.reason in faults and one.path.rpartition("#")[0] in paths
    ]
