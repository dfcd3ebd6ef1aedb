"""Repair: a new story of what is whole in a damaged one.

In: the path of a damaged story, and of one that is not there yet. Out: the new story, and a report of what was saved and lost.
Out of scope: the damaged file, which is only read; reading saved originals again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from onrecord._version import __version__
from onrecord.config import load_settings
from onrecord.errors import StoreError
from onrecord.records import Skipped
from onrecord.records.record import decode_plain
from onrecord.run.pipeline import link_story
from onrecord.story import StoryWriter
from onrecord.story.file import DECODE_ERRORS
from onrecord.story.salvage import Salvaged, iter_kept, recover_rows
from onrecord.story.whole_pages import LostPage, PageInspector, WholePage


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What a repair saved and what was lost.

    Attributes:
        pages, records: how many were saved.
        pages_lost: each with why, and with its saved original where that is whole.
        records_lost: how many records of the pages that were saved.
        torn: tables of which some rows could not be reached.
        had_seals: whether what was saved could be compared with seals.

    """

    pages: int
    records: int
    pages_lost: tuple[LostPage, ...]
    records_lost: int
    torn: tuple[str, ...]
    had_seals: bool


def repair(damaged: Path, story: Path) -> RepairReport:
    """Write what is whole of the story at `damaged` to a new one at `story`, and return what was saved and lost.

    Nothing is left at `story` if no page is whole.

    Raises:
        NotFound: if there is no story; DamagedStory: if nothing of it can be read; StoreError: if `story` is there already
        or can't be written.

    """
    if story.exists():
        raise StoreError(f"{story}: is there already; name a new file")
    salvaged = recover_rows(damaged)
    with closing(salvaged.connection):
        try:
            report = _write_story(salvaged, damaged, story)
        except BaseException:
            story.unlink(missing_ok=True)
            raise
    if not report.pages:
        story.unlink(missing_ok=True)
    return report


def _write_story(salvaged: Salvaged, damaged: Path, story: Path) -> RepairReport:
    inspector = PageInspector(salvaged, damaged)
    pages = records = records_lost = 0
    lost: list[LostPage] = []
    with StoryWriter(story, create=True) as writer:
        writer.begin_run(version=__version__, model=_find_model(salvaged))
        for found in inspector.inspect():
            if isinstance(found, LostPage):
                lost.append(found)
                continue
            writer.write_page(found.capture, found.page, found.records, found.key)
            for path in _list_paths(salvaged, found):
                writer.note_path(path, found.page.id)
            pages += 1
            records += len(found.page.thread) + sum(1 for _ in found.records)
            records_lost += found.lost
        skipped = list(_iter_skipped(salvaged))
        for item in skipped:
            writer.record_skipped(item)
        for table, rows in iter_kept(salvaged):
            writer.write_kept_rows(table, rows)
        link_story(writer, load_settings().max_seconds)
        writer.finish_run(pages_new=pages, pages_same=0, skipped=len(skipped))
    return RepairReport(
        pages, records, tuple(lost), records_lost, salvaged.torn, inspector.has_seals
    )


def _find_model(salvaged: Salvaged) -> str:
    """Return the model that the story was last written with."""
    row = salvaged.connection.execute("SELECT model FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0]) if row is not None and isinstance(row[0], str) else "unknown"


def _list_paths(salvaged: Salvaged, whole: WholePage) -> list[str]:
    rows = salvaged.connection.execute("SELECT path FROM paths WHERE page = ?", (whole.page.id,))
    return [row[0] for row in rows if isinstance(row[0], str)]


def _iter_skipped(salvaged: Salvaged) -> Iterator[Skipped]:
    for row in salvaged.connection.execute("SELECT * FROM skipped ORDER BY path, reason"):
        try:
            yield decode_plain(Skipped, dict(row))
        except DECODE_ERRORS:
            continue
