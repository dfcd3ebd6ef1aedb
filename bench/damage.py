"""Damages a story at random and asks every command and view of it: damage is told in one line, and wrong words are not verified.

    python -m bench.damage --number 2000 --seed 1
    python -m bench.damage --seed 1 --only 136      # one damage again

Each damage changes bytes of the file (bits, runs of zeros, a part overwritten by another, its end cut off) or one value of a row (another
type, broken JSON, nothing, a few other characters), or takes away rows or a table. Then every command and every view is asked. A fault is:
a traceback, a view with status 500, more than one line on standard error, a hang, "a fault of onrecord's own"; that `verify` finds nothing
wrong and some list prints something else than before; that what `repair` saves does not verify, or holds a record that was not in the story.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from onrecord import run
from onrecord.cli.main import main
from onrecord.errors import OnRecordError
from onrecord.story import open_story
from onrecord.web import create_app

EXAMPLE = Path(__file__).parents[1] / "examples" / "northbridge"
PAGES = (
    "defence-notebook-mission-grows.txt",
    "whitford-gazette-2016-03-10.html",
    "meridian-press-2017-04-12.txt",
    "continental-observer-2017-04-12.html",
    "daily-lantern-2017-04-12.html",
)
SECONDS = 60
FEW = 5
LISTS = ("quotes", "times", "figures", "events", "promises", "undertakings", "who", "comments", "timeline")  # fmt: skip
SAVED = ("quotes", "times", "figures", "events", "comments")
"""Lists of which each line depends on its page alone."""
VIEWS = (
    "/", "/timeline", "/timeline?from=2015&status=planned", "/pages", "/quotes", "/figures", "/promises", "/undertakings", "/who",
    "/threads", "/copies", "/search?q=bridge+soldiers*", "/skipped", "/pages/{page}", "/pages/{page}/original", "/who/{who}",
    "/threads/{page}", "/r/{quote}", "/r/{event}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sound:
    """The story before any damage: its file, ids to ask for, and what each list printed."""

    path: Path
    ids: dict[str, str]
    printed: dict[str, str] = field(default_factory=dict)


class Hang(BaseException):
    """Something took longer than it may."""


@dataclass(slots=True)
class Tally:
    """What came of the damages asked so far."""

    faults: list[str] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)


def make_sound_story(folder: Path) -> Sound:
    """Return a small story of five of the example's pages, a thread among them."""
    path = folder / "sound.db"
    given = [EXAMPLE / "pages" / name for name in PAGES]
    run.build(given, path, run.RunOptions(manifest=EXAMPLE / "manifest.csv"))
    with open_story(path) as story:
        ids = {"page": story.heads()[0].id, "who": story.who()[0].id}
        ids |= {"quote": story.records("quotes")[0].id, "event": story.records("events")[0].id}
    sound = Sound(path, ids)
    for command in LISTS:
        _, out, _ = run_command([command, str(path), "--json"])
        sound.printed[command] = out
    return sound


# --- damages --------------------------------------------------------------------------------------


def change_bytes(lot: random.Random, path: Path) -> str:
    """Change bytes of the file; return what was done."""
    data = bytearray(path.read_bytes())
    kind = lot.choice(["bits", "zeros", "noise", "moved", "cut", "shorter"])
    at = lot.randrange(100 if lot.random() < 0.05 else len(data))
    length = lot.choice([1, 8, 64, 512, 4096])
    if kind == "bits":
        for _ in range(lot.choice([1, 1, 4, 32])):
            data[lot.randrange(at, min(len(data), at + length))] ^= 1 << lot.randrange(8)
    elif kind == "zeros":
        data[at : at + length] = bytes(len(data[at : at + length]))
    elif kind == "noise":
        data[at : at + length] = lot.randbytes(len(data[at : at + length]))
    elif kind == "moved":
        source = lot.randrange(len(data))
        part = data[source : source + length]
        data[at : at + len(part)] = part
    elif kind == "cut":
        del data[max(at, 512) :]
    else:
        del data[at : at + length]
    path.write_bytes(data)
    return f"{kind} at {at}, {length} bytes"


ODD_VALUES: tuple[object, ...] = (
    None, "", "{", "[]", "null", '"x"', "[1]", '{"text": 1}', '[{"text": "x", "start": 0, "end": 1, "entity": null}]', 0, -1, 1 << 62, 1.5,
    b"", b"\xff\xfe\x00", "\x00", "\x1b[31m", "2016-13-45", "q-0000000000000000", "é" * 300, "9" * 400,
)  # fmt: skip


def change_value(lot: random.Random, path: Path) -> str:
    """Change one value of one row, or take away rows or a table; return what was done."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%'"
        )
    ]
    filled = [one for one in tables if connection.execute(f"SELECT 1 FROM {one}").fetchone()]
    table = lot.choice(filled)
    done = "nothing"
    try:
        kind = lot.choice(["value"] * 8 + ["row", "rows", "table"])
        where = f"rowid = (SELECT rowid FROM {table} LIMIT 1 OFFSET {lot.randrange(3)})"
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        if "rowid" not in columns and not _has_rowid(connection, table):
            where = f'"{columns[0]}" = (SELECT "{columns[0]}" FROM {table} LIMIT 1)'
        if kind == "value":
            column, value = lot.choice(columns), lot.choice(ODD_VALUES)
            changed = lot.random() < 0.3
            new = f'substr("{column}", 1, length("{column}") / 2)' if changed else "?"
            values = () if changed else (value,)
            connection.execute(f'UPDATE {table} SET "{column}" = {new} WHERE {where}', values)
            done = f"{table}.{column} = {new if changed else repr(value)[:40]}"
        elif kind == "table":
            connection.execute(f"DROP TABLE {table}")
            done = f"drop {table}"
        else:
            connection.execute(f"DELETE FROM {table} WHERE {where if kind == 'row' else 'TRUE'}")
            done = f"delete {kind} of {table}"
    except sqlite3.Error as error:
        done = f"refused: {error}"
    finally:
        connection.close()
    return done


def _has_rowid(connection: sqlite3.Connection, table: str) -> bool:
    try:
        connection.execute(f"SELECT rowid FROM {table} LIMIT 0")
    except sqlite3.Error:
        return False
    return True


# --- asking ---------------------------------------------------------------------------------------


def run_command(arguments: list[str]) -> tuple[int, str, str]:
    """Run the command line in this process; return exit code, output and errors."""
    out, err = io.StringIO(), io.StringIO()
    code: int | str | None = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as end:
            code = end.code
    return int(code or 0), out.getvalue(), err.getvalue()


def list_commands(story: Path, folder: Path, ids: dict[str, str]) -> Iterator[list[str]]:
    """Yield every command that reads a story, and those of `add` that write to it."""
    for command in LISTS:
        yield [command, str(story), "--json"]
        yield [command, str(story)]
    yield ["show", str(story)]
    yield ["show", str(story), "--page", ids["page"]]
    yield ["search", str(story), "bridge soldiers*"]
    yield ["why", str(story), ids["quote"]]
    yield ["why", str(story), ids["event"]]
    yield ["quotes", str(story), "--who", ids["who"]]
    for form in ("csv", "jsonl", "timelinejs", "webannotation"):
        yield ["export", str(story), "--format", form, "-o", str(folder / f"out-{form}")]
    yield ["brief", str(story), "-o", str(folder / "brief.md")]
    yield ["add", str(story), str(EXAMPLE / "pages" / "missing.html")]


def ask_everything(
    sound: Sound, story: Path, folder: Path, tally: Tally, name: str, sample: random.Random | None
) -> None:
    """Ask a damaged story everything, and note the faults and what came of it; with `sample` a few commands and views, drawn by lot."""

    def note(fault: str) -> None:
        tally.faults.append(f"{name}: {fault}")

    before = story.read_bytes()
    verified, printed = _ask(["verify", str(story)], note)
    tally.outcomes["verify finds it" if verified == 1 else f"verify ends with {verified}"] += 1
    commands, views = list(list_commands(story, folder, sound.ids)), list(VIEWS)
    if sample is not None:
        commands, views = sample.sample(commands, FEW), sample.sample(views, FEW)
    for command in commands:
        code, printed = _ask(command, note)
        tally.outcomes[f"commands that end with {code}"] += 1
        if verified == 0 and command[-1] == "--json" and printed != sound.printed[command[0]]:
            note(f"{command[0]} prints something else, and verify finds nothing wrong")
    _ask_views(sound, story, views, tally, note)
    story.write_bytes(before)
    if sample is None or sample.randrange(FEW) == 0:
        _ask_repair(sound, story, folder, tally, note)


def _ask(arguments: list[str], note: Callable[[str], None]) -> tuple[int, str]:
    shown = " ".join(arguments[:1] + arguments[2:])
    try:
        with limit_time():
            code, out, err = run_command(arguments)
    except Hang:
        note(f"{shown}: hangs")
        return -1, ""
    except Exception as error:  # noqa: BLE001 - any is a fault, and is noted
        note(f"{shown}: traceback, {error!r}")
        return -1, ""
    if "Traceback" in err or "fault of onrecord" in err:
        note(f"{shown}: {err.strip()[-300:]}")
    if code == 2 and err.strip().count("\n"):
        note(f"{shown}: {err.strip().count(chr(10)) + 1} lines on standard error")
    if code not in {0, 1, 2}:
        note(f"{shown}: exit code {code}")
    return code, out


def _ask_views(
    sound: Sound, story: Path, views: list[str], tally: Tally, note: Callable[[str], None]
) -> None:
    try:
        app = create_app(story)
    except OnRecordError:
        tally.outcomes["rooms that do not open"] += 1
        return

    async def get(address: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(address)

    for view in views:
        address = view.format(**sound.ids)
        try:
            with limit_time():
                answer = asyncio.run(get(address))
        except Hang:
            note(f"{address}: hangs")
            continue
        tally.outcomes[f"views with status {answer.status_code}"] += 1
        if answer.status_code == 500 or "This view failed" in answer.text:
            note(f"{address}: status {answer.status_code}")


def _ask_repair(
    sound: Sound, story: Path, folder: Path, tally: Tally, note: Callable[[str], None]
) -> None:
    mended = folder / "mended.db"
    mended.unlink(missing_ok=True)
    code, _ = _ask(["repair", str(story), "-o", str(mended)], note)
    if code:
        tally.outcomes["repairs that save nothing"] += 1
        if mended.exists():
            note("repair failed and left a file")
        return
    tally.outcomes["repairs"] += 1
    if _ask(["verify", str(mended)], note)[0]:
        note("what repair saved does not verify")
    for command in SAVED:
        _, printed = _ask([command, str(mended), "--json"], note)
        invented = set(printed.splitlines()) - set(sound.printed[command].splitlines())
        if invented and not _is_of_the_story(invented, sound.printed[command]):
            note(f"repair invents {len(invented)} {command}")
    with open_story(mended) as saved:
        tally.outcomes["pages saved"] += saved.counts()["pages"]


def _is_of_the_story(lines: set[str], printed: str) -> bool:
    """Return whether lines are those of the sound story but for what joins pages, which is made anew."""
    known = {json.loads(line)["id"]: json.loads(line) for line in printed.splitlines()}
    for line in lines:
        row = json.loads(line)
        if {**known.get(row["id"], {}), "tellings": None} != {**row, "tellings": None}:
            return False
    return True


@contextmanager
def limit_time() -> Iterator[None]:
    """Interrupt the block after `SECONDS` of the processor: on a busy machine nothing hangs that only waits its turn.

    Another signal than that of `run.time_limit`, whose limits are among what is asked here and handle their own.
    """

    def raise_hang(*_: object) -> None:
        raise Hang

    earlier = signal.signal(signal.SIGVTALRM, raise_hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, earlier)


def run_damages(
    sound: Sound, folder: Path, seed: int, numbers: range, *, sampled: bool = False
) -> Tally:
    """Return what came of the damages with these numbers; each depends on `seed` and its number alone.

    With `sampled`, a few commands and views are asked of each, and one in a few is repaired.
    """
    tally, story = Tally(), folder / "damaged.db"
    for number in numbers:
        lot = random.Random(f"{seed} {number}")
        shutil.copy(sound.path, story)
        for end in ("-wal", "-shm", "-journal"):
            story.with_name(story.name + end).unlink(missing_ok=True)
        done = (change_bytes if number % 2 else change_value)(lot, story)
        name = f"damage {number} ({done})"
        ask_everything(sound, story, folder, tally, name, lot if sampled else None)
    return tally


def run_bench(arguments: list[str]) -> int:
    """Run the damages that the arguments ask for; return 1 where there was a fault."""
    parser = argparse.ArgumentParser(prog="bench.damage", description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument(
        "--sampled", action="store_true", help="ask a few commands and views of each"
    )
    given = parser.parse_args(arguments)
    numbers = range(given.first, given.first + given.number)
    if given.only is not None:
        numbers = range(given.only, given.only + 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sound = make_sound_story(folder)
        started, tally = time.monotonic(), Tally()
        for number in numbers:
            numbered = range(number, number + 1)
            one = run_damages(sound, folder, given.seed, numbered, sampled=given.sampled)
            tally.outcomes.update(one.outcomes)
            tally.faults += one.faults
            for fault in one.faults:
                print(fault, flush=True)
        print(f"{len(numbers)} damages, {len(tally.faults)} faults, {time.monotonic() - started:.0f} s")  # fmt: skip
        for outcome, count in sorted(tally.outcomes.items()):
            print(f"  {count:>7}  {outcome}")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(run_bench(sys.argv[1:]))
