"""`onrecord log`: what each run was given, with which versions it read, what came of it, and what failed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.options import format_one_line, json_option, print_json, story_file_argument
from onrecord.errors import NotFound
from onrecord.records.skipping import describe_reason
from onrecord.story import open_story
from onrecord.story.custody_tables import OUTCOMES
from onrecord.story.run_log import LoggedRun, Reading, list_readings, list_runs

_OUTCOMES_IN_WORDS = {
    "new": "new",
    "again": "made again",
    "same": "already there",
    "skipped": "skipped",
}


@click.command("log")
@story_file_argument
@click.option("--run", "run_id", type=int, metavar="N", help="Only this run, with every path.")
@json_option
def print_log(story: Path, run_id: int | None, *, as_json: bool) -> None:
    """Print every run: when, what was read, with which versions, and what failed."""
    with open_story(story) as opened:
        runs = [one for one in list_runs(opened) if run_id in {None, one.run.id}]
        if run_id is not None and not runs:
            raise NotFound(f"{story}: there is no run {run_id}; see: onrecord log {story}")
        readings = [] if run_id is None else list_readings(opened, run_id)
        if as_json:
            print_json(one.build_row() for one in runs)
            print_json(one.build_row() for one in readings)
            return
        for one in runs:
            for line in _iter_run_lines(one):
                click.echo(line)
        for reading in readings:
            click.echo(_format_reading(reading))


def _iter_run_lines(logged: LoggedRun) -> Iterator[str]:
    run = logged.run
    end = f" to {run.finished}" if run.finished else ""
    yield f"run {run.id}  {logged.command or '(build or add)'}  {run.started}{end}  {logged.describe_end()}"
    if not logged.is_logged:
        yield f"    with      onrecord {run.version}, {run.model}; that version kept no log"
        return
    yield f"    given     {format_one_line(' '.join(logged.given))}"
    yield f"    with      {', '.join(f'{name} {version}' for name, version in logged.versions)}"
    counts = dict(logged.outcomes)
    read = [f"{counts[name]} {_OUTCOMES_IN_WORDS[name]}" for name in OUTCOMES if name in counts]
    yield f"    paths     {', '.join(read) or 'none'}"


def _format_reading(reading: Reading) -> str:
    what = _OUTCOMES_IN_WORDS.get(reading.outcome, reading.outcome)
    capture = f"sha256 {reading.capture[:16]}…" if reading.capture else "no bytes"
    because = f": {describe_reason(reading.reason)} ({reading.reason})" if reading.reason else ""
    page = f" {reading.page}" if reading.page else ""
    return f"    {reading.at}  {what:<13} {reading.path}  {capture}{page}{because}"
