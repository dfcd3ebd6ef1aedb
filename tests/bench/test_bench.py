"""The benches' own workings: the gate refuses, the diff sees, speed adds up."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bench import __main__ as benches
from bench import data, diff, gate
from onrecord.story import open_story


def test_the_gate_refuses_what_is_below_its_floor() -> None:
    floors: dict[str, dict[str, float | str]] = {"quotes": {"floor": 0.8}}
    assert gate.find_below_floor({"quotes": 0.81}, floors) == []
    assert gate.find_below_floor({"quotes": 0.79}, floors) == [
        "quotes: 0.790 is below its floor 0.8"
    ]
    assert gate.find_below_floor({"events": 0.5}, floors) == ["events: 0.500 has no floor; pin it"]


def test_a_floor_is_not_lowered_silently() -> None:
    floors: dict[str, dict[str, float | str]] = {"quotes": {"floor": 0.8}}
    assert gate.raise_floors({"quotes": 0.7}, floors, None)
    assert floors["quotes"]["floor"] == 0.8
    assert not gate.raise_floors({"quotes": 0.9}, floors, None)
    assert not gate.raise_floors({"quotes": 0.7}, floors, "gold was wrong")
    assert floors["quotes"] == {"floor": 0.7, "lowered": "gold was wrong"}
    assert 'lowered = "gold was wrong"' in gate.format_floors(floors)


def test_the_diff_shows_what_a_change_lost_and_gained(northbridge: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.db"
    shutil.copy(northbridge, changed)
    connection = sqlite3.connect(changed)
    (text,) = connection.execute("SELECT text FROM figures ORDER BY id LIMIT 1").fetchone()
    connection.execute("UPDATE figures SET value = 7777 WHERE id = (SELECT min(id) FROM figures)")
    connection.commit()
    connection.close()
    with open_story(northbridge) as old, open_story(changed) as new:
        lost, gained = diff.compare_stories(old, new, "figures")
        assert len(lost) == len(gained) == 1
        assert text.split()[0] in lost[0]
        assert "7777" in gained[0]
        assert diff.compare_stories(old, new, "quotes") == ([], [])


def test_data_that_is_not_there_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_BENCH_DATA", str(tmp_path))
    assert data.find_data_folder("polnear") is None
    assert "skipped, not passed" in capsys.readouterr().err


def test_speed_prints_every_step(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The bridge was closed on 3 May 2019, the mayor said.\n")
    command = [sys.executable, "-m", "bench.speed", str(tmp_path), "--rounds", "1"]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    steps = [line.split()[0] for line in done.stdout.splitlines()[1:]]
    assert steps == [
        "read",
        "page",
        "parse",
        "times",
        "entities",
        "quotes",
        "figures",
        "events",
        "commitments",
        "link",
        "store",
        "all",
    ]


def test_measures_are_read_off_what_a_bench_prints() -> None:
    printed = "quotes 71/73 = 0.973\nexample.quotes=0.973\nours   p=0.5\nplv.macro-f1=0.63\n"
    assert benches.parse_measures(printed) == {"example.quotes": 0.973, "plv.macro-f1": 0.63}


def test_every_bench_named_is_there() -> None:
    for name in benches.BENCHES:
        place = Path(benches.__file__).parent / name
        assert place.with_suffix(".py").is_file() or (place / "__main__.py").is_file()


def test_an_unknown_bench_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "nothing"])
    assert benches.main() == 2
    assert "no bench nothing" in capsys.readouterr().err


def test_a_bench_that_fails_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "example", "flat"])
    answers = {"example": (0, {"example.quotes": 0.0}), "flat": (1, {})}
    monkeypatch.setattr(benches, "run", answers.__getitem__)
    assert benches.main() == 1
    printed = capsys.readouterr().out
    assert "example.quotes: 0.000 is below its floor" in printed
    assert "flat: ended with 1" in printed
