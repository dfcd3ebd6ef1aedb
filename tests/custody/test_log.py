"""The log of runs: what was given, read, made again and failed at, with the versions that decided."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from onrecord import run
from onrecord.cli.main import main
from onrecord.errors import RunAborted
from onrecord.pages import PAGES_NAME
from onrecord.story import open_story
from onrecord.story.run_log import LoggedRun, list_readings, list_runs

MODEL = os.environ.get("ONRECORD_MODEL") or None
PAGE = "<title>The weir</title><article><h1>The weir</h1><p>The weir at {} will be mended, Ada Brandt said on 4 May 2019.</p></article>"


def logged(story: Path) -> tuple[LoggedRun, ...]:
    with open_story(story) as opened:
        return list_runs(opened)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(PAGE.format("Orsk"))
    (tmp_path / "empty.html").write_bytes(b"")
    path = tmp_path / "story.db"
    run.build([tmp_path / "a.html", tmp_path / "empty.html"], path, run.RunOptions(model=MODEL))
    return path


def test_a_run_says_what_it_was_given_and_what_came_of_it(story: Path, tmp_path: Path) -> None:
    (one,) = logged(story)
    assert one.command == "build"
    assert one.given == (str(tmp_path / "a.html"), str(tmp_path / "empty.html"))
    assert dict(one.outcomes) == {"new": 1, "skipped": 1}
    assert one.describe_end() == "finished"
    versions = dict(one.versions)
    assert versions["pages"] == PAGES_NAME.partition("@")[2]
    assert {"onrecord", "python", "spacy", "babel", "link", "quotes", "events"} <= versions.keys()
    with open_story(story) as opened:
        readings = {reading.path: reading for reading in list_readings(opened, 1)}
    page, empty = readings[str(tmp_path / "a.html")], readings[str(tmp_path / "empty.html")]
    assert (page.outcome, bool(page.page), len(page.capture or "")) == ("new", True, 64)
    assert (empty.outcome, empty.reason, empty.page) == ("skipped", "empty", None)


def test_what_is_read_again_is_not_new(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b.html").write_text(PAGE.format("Tamm"))
    monkeypatch.setattr("onrecord.run.process.PAGES_NAME", "pages@99")
    extra = ["--model", MODEL] if MODEL else []
    with pytest.raises(SystemExit):
        main(["add", str(story), str(tmp_path / "a.html"), str(tmp_path / "b.html"), *extra])
    assert capsys.readouterr().out.startswith("1 new, 1 made again, 0 already there, 0 skipped\n")
    with pytest.raises(SystemExit):
        main(["add", str(story), str(tmp_path / "a.html"), *extra])
    assert capsys.readouterr().out.startswith("0 new, 1 already there, 0 skipped\n")
    _, second, third = logged(story)
    assert dict(second.outcomes) == {"again": 1, "new": 1}
    assert (second.command, second.pages_again, second.run.pages_new) == ("add", 1, 1)
    assert dict(third.outcomes) == {"same": 1}


def test_a_run_that_fails_says_why(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RunAborted("a worker process ended unexpectedly")

    (tmp_path / "b.html").write_text(PAGE.format("Tamm"))
    monkeypatch.setattr("onrecord.run.local.process_capture", fail)
    with pytest.raises(RunAborted):
        run.add(story, [tmp_path / "b.html"], run.RunOptions(model=MODEL))
    assert logged(story)[1].describe_end() == "failed: a worker process ended unexpectedly"


def test_a_run_that_was_killed_is_told_as_that(story: Path) -> None:
    connection = sqlite3.connect(story)
    connection.execute("UPDATE runs SET finished = NULL")
    connection.commit()
    connection.close()
    assert "not finished" in logged(story)[0].describe_end()


def test_the_command_prints_it(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ran(*arguments: object) -> str:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        assert not stop.value.code
        return capsys.readouterr().out

    out = ran("log", story)
    assert "run 1  build" in out
    assert "1 new, 1 skipped" in out
    assert "a.html" in ran("log", story, "--run", 1)
    rows = [json.loads(line) for line in ran("log", story, "--run", 1, "--json").splitlines()]
    assert rows[0]["end"] == "finished"
    assert {row["outcome"] for row in rows[1:]} == {"new", "skipped"}
    with pytest.raises(SystemExit) as stop:
        main(["log", str(story), "--run", "7"])
    assert stop.value.code == 2
    assert "there is no run 7" in capsys.readouterr().err


def test_a_story_without_a_log_says_so(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    connection = sqlite3.connect(story)
    connection.executescript("DROP TABLE run_notes; DROP TABLE readings; DROP TABLE proofs;")
    connection.close()
    with pytest.raises(SystemExit):
        main(["log", str(story)])
    assert "kept no log" in capsys.readouterr().out
    with open_story(story) as opened:
        assert list_readings(opened, 1) == ()
