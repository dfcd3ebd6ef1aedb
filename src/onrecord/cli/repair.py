"""`onrecord repair`: saves what is whole of a damaged story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click

from onrecord.cli.options import story_file_argument
from onrecord.run.repair import RepairReport, repair

NOTHING_WHOLE = 1
"""Exit code where no page is whole."""


@click.command("repair")
@story_file_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The new story; it must not be there yet.",
)
@click.option(
    "--originals",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the saved originals of pages that are lost, to be added again.",
)
def repair_story(story: Path, output: Path, originals: Path | None) -> int:
    """Save the pages and records of a damaged story that are whole, and say what is lost; the story is only read."""
    report = repair(story, output)
    for line in _iter_lines(report, output):
        click.echo(line)
    if originals is not None:
        written = _write_originals(report, originals)
        click.echo(f"{written} saved original(s) of lost pages written to {originals}: add them with: onrecord add {output} {originals}")  # fmt: skip
    return 0 if report.pages else NOTHING_WHOLE


def _iter_lines(report: RepairReport, output: Path) -> Iterator[str]:
    for lost in report.pages_lost:
        saved = "; its saved original is whole" if lost.capture else ""
        yield f"lost page {lost.id}: {lost.why}{saved}"
    if report.torn:
        yield f"not all rows could be reached of: {', '.join(report.torn)}"
    if not report.had_seals:
        yield "without seals to compare with: values, links or counts that were changed can't be told"
    if not report.pages:
        yield "nothing is whole; no story was written"
        return
    pages = report.pages + len(report.pages_lost)
    yield f"saved {report.pages} of {pages} pages with {report.records} records, {report.records_lost} of theirs lost, to {output}"


def _write_originals(report: RepairReport, folder: Path) -> int:
    """Write the saved originals of lost pages, each under its SHA-256 and the ending of its name; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    captures = {lost.capture.sha256: lost.capture for lost in report.pages_lost if lost.capture}
    for sha256, capture in captures.items():
        suffix = PurePosixPath(capture.path.partition("#")[0]).suffix
        name = f"{sha256[:16]}{_SUFFIXES.get(capture.media_type, suffix)}"
        (folder / name).write_bytes(capture.data)
    return len(captures)


_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "multipart/related": ".mhtml",
}
"""Endings by which readers tell what a file holds; others keep the ending of the file it was read from."""
