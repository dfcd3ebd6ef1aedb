"""Kills: builds and adds that are killed at any moment, and finished by running them again.

Run it: `python -m bench.kills [--number N] [--seed S] [--workers W]`. Each story begins with some of the example's pages; then two processes at once, a build of all pages and an add of a part, are
killed (SIGKILL) at random moments, and begun again, some with their clock moved by years; in the end one run finishes. A fault is: a story that is not row for row that of a run nobody disturbed, that SQLite or
`verify` finds something wrong with, a process that ends otherwise than by its kill or well, a lock that outlives its process.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench import damage
from bench.damage import EXAMPLE
from onrecord import run
from onrecord.errors import StoreError
from onrecord.language import load_backbone
from onrecord.story import open_story, verify, writer

PAGES = damage.PAGES[:4]
KILLS_PER_STORY = 12
"""How many processes are killed before a story is finished and compared."""
MOST_SECONDS = 3.0
"""The latest moment of a kill; a run takes about as long."""
CLOCK_DAYS = (0.0, 0.0, -400.0, 3_650.0, -20_000.0)
"""By how much a process's clock is moved; two in five are right."""
COMPARED = ("pages", "captures", "kinds", "same", "links", "commitments", "events", "quotes", "figures", "times", "entities", "mentions", "comments", "undertakings", "passages", "paths", "skipped")  # fmt: skip
"""Tables whose rows are the same however often the story was killed; runs and seals count what happened."""
TOLD = 3
IGNORED = ("run", "drawn_run")
"""Columns that say in which run a row was written."""


@dataclass(slots=True)
class Tally:
    """What came of the kills so far: how many killed, ended before, told that the story can't be had; the faults."""

    kills: int = 0
    ended: int = 0
    told: int = 0
    faults: list[str] = field(default_factory=list)


def list_rows(path: Path) -> dict[str, set[str]]:
    """Return table → its rows as JSON, without what says in which run they were written and in which order their pages came."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    found = {}
    for table in COMPARED:
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()
        kept = [set(dict(row).items()) for row in rows]
        ignored = _list_ignored(table)
        found[table] = {
            json.dumps(sorted((key, repr(value)) for key, value in row if key not in ignored))
            for row in kept
        }
    connection.close()
    return found


def _list_ignored(table: str) -> tuple[str, ...]:
    return (*IGNORED, "id") if table == "passages" else IGNORED


def move_clock(days: float) -> None:
    """Move the clock of this process, a child, by some days; from then on it jumps back and forth by an hour as well."""
    lot = random.Random(7)

    def get_now() -> str:
        jump = timedelta(days=days, hours=lot.choice((-1, 0, 1)))
        return (datetime.now(UTC) + jump).isoformat(timespec="seconds")

    if days:
        writer._get_now = get_now  # noqa: SLF001 - the one clock of a story's writer


def start(work: Callable[[], object], days: float) -> int:
    """Start a child that does `work` with a moved clock, in a group of its own; return its process id. It ends with 0, with `TOLD` where it says why the story can't be had, or with 1."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        os.setpgid(0, 0)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        move_clock(days)
        work()
        code = 0
    except StoreError:
        code = TOLD
    finally:
        os._exit(code)


def stop_child(child: int, tally: Tally) -> None:
    """Kill a child's group if it is still there, and note how it ended."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # it has not made its group yet
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        tally.kills += 1
    else:
        tally.ended += 1
        tally.told += os.WEXITSTATUS(status) == TOLD
        if os.WEXITSTATUS(status) == 1:
            tally.faults.append("a process ended with a fault of its own")


def make_under_kills(
    folder: Path, lot: random.Random, workers: int, tally: Tally, most: int
) -> None:
    """Make one story under kills and compare it with the one at `folder / "whole.db"`."""
    path = folder / "story.db"
    for one in folder.glob("story.db*"):
        one.unlink()
    pages = [folder / "pages" / name for name in PAGES]

    def build() -> None:
        run.build(pages, path, _choose_options(workers))

    def add() -> None:
        if path.exists():
            run.add(path, lot.sample(pages, 2), _choose_options(1))

    killed = tally.kills
    while tally.kills - killed < min(KILLS_PER_STORY, most):
        children = [start(work, lot.choice(CLOCK_DAYS)) for work in (build, add)]
        moments = sorted(lot.random() ** 2 * MOST_SECONDS for _ in children)
        waited = 0.0
        for child, moment in zip(lot.sample(children, 2), moments, strict=True):
            time.sleep(moment - waited)
            waited = moment
            stop_child(child, tally)
    build()
    if list_rows(path) != list_rows(folder / "whole.db"):
        tally.faults.append("a killed story is not the same as one that was not")
    with open_story(path) as story:
        tally.faults += [f"verify: {one}" for one in list(verify(story))[:3]]
    connection = sqlite3.connect(path)
    if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        tally.faults.append("SQLite finds it damaged")
    connection.close()


def _choose_options(workers: int) -> run.RunOptions:
    return run.RunOptions(manifest=EXAMPLE / "manifest.csv", workers=workers, model="small")


def run_kills(number: int, seed: int, workers: int = 1) -> Tally:
    """Return what came of at least that many kills."""
    load_backbone()
    tally, lot = Tally(), random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        for page in PAGES:
            shutil.copy(EXAMPLE / "pages" / page, folder / "pages" / page)
        pages = [folder / "pages" / page for page in PAGES]
        run.build(pages, folder / "whole.db", _choose_options(1))
        while tally.kills < number:
            make_under_kills(folder, lot, workers, tally, number - tally.kills)
    return tally


def main() -> int:
    """Kill as often as asked and print what came of it; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    begun = time.monotonic()
    tally = run_kills(given.number, given.seed, given.workers)
    for fault in tally.faults:
        print(fault)
    print(f"{tally.kills} kills, {tally.ended} ended before ({tally.told} of them said why the story can't be had), {len(tally.faults)} faults, {time.monotonic() - begun:.0f} s")  # fmt: skip
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
