"""The log of runs: what each was given, with which versions it read, what came of every path, and what failed.

In: an open story. Out: plain data, oldest run first. Out of scope: what the pages say.

Source: Berkeley Protocol on Digital Open Source Investigations (2022), on documenting what was collected, when, with which tools, and what could not be.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from onrecord.records.record import convert_to_plain
from onrecord.story.store import Story
from onrecord.story.views import Run


@dataclass(frozen=True, slots=True)
class LoggedRun:
    """One run of a story.

    Attributes:
        run: its id, times and counts.
        command: `build` or `add`; None where the version that ran it kept no log.
        given: the paths as given, then the manifest.
        versions: of onrecord, its parts, the pipeline, Python and libraries, by name.
        pages_again: pages that were there and were made again.
        failure: why it did not come to its end, or None.
        outcomes: how many paths were `new`, `again`, `same` or `skipped`.

    """

    run: Run
    command: str | None = None
    given: tuple[str, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    pages_again: int = 0
    failure: str | None = None
    outcomes: tuple[tuple[str, int], ...] = ()

    @property
    def is_logged(self) -> bool:
        """Whether the version that ran it kept a log."""
        return self.command is not None

    def describe_end(self) -> str:
        """Return how the run ended, in words."""
        if self.run.finished is not None:
            return "finished"
        return (
            f"failed: {self.failure}" if self.failure else "not finished: it was ended from outside"
        )

    def build_row(self) -> dict[str, Any]:
        """Return the run as one JSON line."""
        row: dict[str, Any] = convert_to_plain(self.run)
        return row | {
            "command": self.command,
            "given": list(self.given),
            "versions": dict(self.versions),
            "pages_again": self.pages_again,
            "end": self.describe_end(),
            "outcomes": dict(self.outcomes),
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one path in one run.

    `outcome` is one of `custody_tables.OUTCOMES`; `page` the id of the page, `capture` the SHA-256 of what was read, `reason` why
    there is no page; `at` the ISO time.
    """

    run: int
    path: str
    outcome: str
    page: str | None
    capture: str | None
    reason: str | None
    at: str

    def build_row(self) -> dict[str, Any]:
        """Return the reading as one JSON line."""
        return {name: getattr(self, name) for name in self.__slots__}


def list_runs(story: Story) -> tuple[LoggedRun, ...]:
    """Return the runs with what is logged of each, oldest first."""
    if not has_log(story):
        return tuple(map(LoggedRun, story.runs()))
    notes = {row["run"]: row for row in story.rows("SELECT * FROM run_notes")}
    counts: dict[int, list[tuple[str, int]]] = {}
    sql = "SELECT run, outcome, count(*) AS n FROM readings GROUP BY run, outcome ORDER BY outcome"
    for row in story.rows(sql):
        counts.setdefault(row["run"], []).append((row["outcome"], row["n"]))
    return tuple(_join(run, notes.get(run.id), counts.get(run.id, [])) for run in story.runs())


def list_readings(story: Story, run: int) -> tuple[Reading, ...]:
    """Return what came of each path in one run, in order of path; empty where no log was kept."""
    if not has_log(story):
        return ()
    sql = "SELECT * FROM readings WHERE run = ? ORDER BY path, outcome"
    return tuple(Reading(**row) for row in story.rows(sql, (run,)))


def has_log(story: Story) -> bool:
    """Return whether the story has the tables of the log: one that no newer version wrote to has none."""
    return bool(story.rows("SELECT 1 FROM sqlite_master WHERE name = 'readings'"))


def _join(run: Run, note: dict[str, Any] | None, counts: list[tuple[str, int]]) -> LoggedRun:
    if note is None:
        return LoggedRun(run)
    return LoggedRun(
        run,
        note["command"],
        tuple(json.loads(note["given"])),
        tuple(json.loads(note["versions"]).items()),
        note["pages_again"],
        note["failure"],
        tuple(counts),
    )
