"""Runs: idempotent, the same on any number of workers, and safe to kill at any moment."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from onrecord import run
from onrecord.errors import ConfigError, MissingExtra, NotFound
from onrecord.extract import EXTRACTORS
from onrecord.records import Capture, Records, Stated, Time
from onrecord.records.ids import hash_sha256
from onrecord.run.process import compute_page_key
from onrecord.story import open_story, verify
from tests.conftest import EXAMPLES
from tests.story.rows import rows_of

MODEL = os.environ.get("ONRECORD_MODEL") or None
COMMAND = [sys.executable, "-m", "onrecord", "build", str(EXAMPLES / "pages")]


def options(**given: Any) -> run.RunOptions:
    return run.RunOptions(**{"manifest": EXAMPLES / "manifest.csv", "model": MODEL, **given})


def pages_in(path: Path) -> int:
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        found = connection.execute("SELECT count(*) FROM pages").fetchone()[0]
        connection.close()
    except sqlite3.OperationalError:
        return 0
    return int(found)


@pytest.mark.parametrize("pages", [1, 5, 11])
def test_killed_and_begun_again_it_is_the_same_story(
    pages: int, tmp_path: Path, northbridge: Path
) -> None:
    path = tmp_path / "story.db"
    command = [*COMMAND, "-o", str(path), "--manifest", str(EXAMPLES / "manifest.csv")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while pages_in(path) < pages:
        assert process.poll() is None, "it ended before it could be killed"
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    there = pages_in(path)
    assert there >= pages
    report = run.build([EXAMPLES / "pages"], path, options())
    assert report.pages_same >= there
    assert rows_of(path) == rows_of(northbridge)


def test_killed_while_linking_it_is_linked_again(tmp_path: Path, northbridge: Path) -> None:
    path = tmp_path / "story.db"
    shutil.copy(northbridge, path)
    connection = sqlite3.connect(path)
    connection.executescript(
        "DELETE FROM meta WHERE key = 'linked'; DELETE FROM links; DELETE FROM same;"
    )
    connection.close()
    run.build([EXAMPLES / "pages"], path, options())
    assert rows_of(path) == rows_of(northbridge)


def test_a_second_run_draws_nothing(
    tmp_path: Path, northbridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.db"
    shutil.copy(northbridge, path)

    def drawn_again(*_: object) -> None:
        pytest.fail("a page that is there was drawn again")

    monkeypatch.setattr("onrecord.run.local.process_capture", drawn_again)
    report = run.add(path, [EXAMPLES / "pages"], options())
    assert report.pages_new == 0
    assert report.pages_same == 16
    assert rows_of(path) == rows_of(northbridge)


def test_two_workers_and_any_order_make_the_same_story(tmp_path: Path, northbridge: Path) -> None:
    path = tmp_path / "story.db"
    paths = sorted((EXAMPLES / "pages").iterdir(), reverse=True)
    run.build(paths, path, options(workers=2))
    without_paths = [row for row in rows_of(path) if not row.startswith("skipped")]
    assert without_paths == [row for row in rows_of(northbridge) if not row.startswith("skipped")]


def test_added_in_two_parts_it_is_the_same_story(tmp_path: Path, northbridge: Path) -> None:
    path = tmp_path / "story.db"
    paths = sorted((EXAMPLES / "pages").iterdir())
    run.build(paths[:7], path, options())
    run.add(path, paths[7:], options())
    kept = [row for row in rows_of(path) if not row.startswith("skipped")]
    assert kept == [row for row in rows_of(northbridge) if not row.startswith("skipped")]


def test_a_date_given_later_resolves_what_waited(tmp_path: Path) -> None:
    saved = tmp_path / "pages"
    saved.mkdir()
    (saved / "note.txt").write_text(
        "The bridge at Holm was closed to lorries last week, the council said on Friday.\n\n"
        "It will open again next month, when the new deck has been laid and tested.\n"
    )
    path = tmp_path / "story.db"
    run.build([saved], path, run.RunOptions(model=MODEL))
    with open_story(path) as story:
        waits = [time.waits_for for time in story.records("times") if isinstance(time, Time)]
        pages = [head.id for head in story.heads()]
    assert "published" in waits
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("path,published\npages/note.txt,2021-05-10\n")
    report = run.add(path, [saved], run.RunOptions(manifest=manifest, model=MODEL))
    assert (report.pages_new, report.pages_again, report.usable) == (0, 1, 1)
    with open_story(path) as story:
        times = [time for time in story.records("times") if isinstance(time, Time)]
        assert [head.id for head in story.heads()] == pages
        assert all(time.waits_for is None for time in times)
        assert {"2021-06", "2021-05-07"} <= {time.value for time in times}


def test_the_same_bytes_twice_are_one_page(tmp_path: Path) -> None:
    saved = tmp_path / "pages"
    saved.mkdir()
    words = "The mill at Orsk closed in 1998. Its owner, Ada Brandt, said the river had been too low for years.\n"
    (saved / "a.txt").write_text(words)
    (saved / "b.txt").write_text(words)
    report = run.build([saved], tmp_path / "story.db", run.RunOptions(model=MODEL))
    assert (report.pages_new, report.pages_same) == (1, 1)
    with open_story(tmp_path / "story.db") as story:
        paths = story.rows("SELECT path FROM paths ORDER BY path")
        assert [Path(row["path"]).name for row in paths] == ["a.txt", "b.txt"]
        assert not list(verify(story))


def test_what_is_stated_is_part_of_the_key() -> None:
    data = b"words"
    plain = Capture(hash_sha256(data), data, "a.txt", "text/plain")
    moved = Capture(hash_sha256(data), data, "b.txt", "text/plain")
    dated = Capture(hash_sha256(data), data, "a.txt", "text/plain", stated=Stated(published="2020"))
    assert compute_page_key(plain, "m@1") == compute_page_key(moved, "m@1")
    assert compute_page_key(plain, "m@1") != compute_page_key(dated, "m@1")
    assert compute_page_key(plain, "m@1") != compute_page_key(plain, "m@2")


def test_bad_options_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="engine"):
        run.build([], tmp_path / "s.db", options(engine="cart"))
    with pytest.raises(ConfigError, match="at least 1"):
        run.build([], tmp_path / "s.db", options(workers=0))
    with pytest.raises(ConfigError, match="no spaCy pipeline"):
        run.build([], tmp_path / "s.db", options(model="no_such_pipeline"))
    with pytest.raises(NotFound):
        run.add(tmp_path / "none.db", [], options())
    assert list(tmp_path.iterdir()) == []


def test_the_ray_engine_says_what_it_needs_or_does_the_same(
    tmp_path: Path, northbridge: Path
) -> None:
    try:
        import ray  # noqa: F401
    except ImportError:
        with pytest.raises(MissingExtra, match=r"onrecord\[ray\]"):
            run.build([EXAMPLES / "pages"], tmp_path / "s.db", options(engine="ray"))
        assert list(tmp_path.iterdir()) == []
        return
    run.build([EXAMPLES / "pages"], tmp_path / "story.db", options(engine="ray", workers=2))
    assert rows_of(tmp_path / "story.db") == rows_of(northbridge)


def test_a_fault_of_one_extractor_loses_its_records_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Records:
        raise IndexError("beyond the edge")

    working = [one for one in EXTRACTORS if not one[0].startswith("events")]
    monkeypatch.setattr(
        sys.modules["onrecord.extract"], "EXTRACTORS", (*working, ("events@0", fail))
    )
    saved, path = tmp_path / "page.txt", tmp_path / "story.db"
    saved.write_text("“The ferry sails on Monday,” the harbour master said.", encoding="utf-8")
    report = run.build([saved], path, options(manifest=None))
    assert report.pages_new == 1
    with open_story(path) as story:
        assert (story.counts()["quotes"], story.counts()["events"]) == (1, 0)
        (missing,) = story.skipped()
    assert (missing.reason, missing.path.partition("#")[2]) == ("failed", "events")
    assert "in the story, but without its events" in missing.message
    assert "IndexError at fail" in missing.message
