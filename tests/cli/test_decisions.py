"""Deciding on the command line: what is taken, listed, handed on and taken over, and what is told in one line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from onrecord.cli.main import main
from onrecord.decisions import Target, encode_lines, make_decision
from onrecord.story import open_story
from tests.web.made import make_story


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ferry.db"


@pytest.fixture
def ids(path: Path) -> dict[str, str]:
    return make_story(path)


class Command:
    """Runs the command line and keeps what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> int:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        self.out, self.err = self.capsys.readouterr()
        return int(stop.value.code or 0)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.delenv("ONRECORD_BY", raising=False)
    return Command(capsys)


def test_a_decision_is_taken_listed_and_undone(
    path: Path, ids: dict[str, str], command: Command
) -> None:
    given = ["--because", "no quote", "--by", "Ann"]
    assert command("decide", path, ids["quote"], "--wrong", *given) == 0
    ident = command.out.split()[0]
    assert "wrong" in command.out
    assert command("quotes", path) == 0
    assert ids["quote"] not in command.out
    assert command("quotes", path, "--wrong") == 0
    assert ids["quote"] in command.out
    assert "marked wrong by hand: “no quote” (Ann, " in command.out
    assert command("why", path, ids["quote"]) == 0
    assert "by hand   marked wrong by hand" in command.out
    assert command("why", path, ids["figure"]) == 0
    assert f"according_to left out, as {ids['quote']} is marked wrong by hand" in command.out
    assert command("decide", path, ident, "--undo", "--because", "it is one", "--by", "Ann") == 0
    assert command("decisions", path) == 0
    assert "[undone by d-" in command.out
    assert command("quotes", path) == 0
    assert ids["quote"] in command.out


def test_every_verb_has_its_line(path: Path, ids: dict[str, str], command: Command) -> None:
    given = ["--because", "seen", "--by", "Ann"]
    assert command("decide", path, ids["event"], "--set", "status=happened", *given) == 0
    assert command("events", path) == 0
    assert "status set by hand to happened, was planned: “seen”" in command.out
    assert command("timeline", path) == 0
    assert "status set by hand to happened" in command.out
    assert command("decide", path, ids["page"], "--set", "day=2018-02-03", *given) == 0
    assert command("show", path, "--page", ids["page"]) == 0
    assert "published     2018-02-03 (by hand)" in command.out
    assert "day set by hand to 2018-02-03, was 2019-06-04" in command.out
    assert command("decide", path, ids["who"], "--split", ids["later"], *given) == 0
    assert command("who", path) == 0
    assert command.out.count("Ada Marsh") == 4, "two names, each with a mark that names both"
    assert command("decide", path, ids["quote"], "--note", "ask her again", "--by", "Ann") == 0
    assert command("decide", path, ids["quote"], "--tag", "lead", "--by", "Ann") == 0
    assert command("quotes", path) == 0
    assert "    note: “ask her again” (Ann, " in command.out
    assert "    tagged lead (Ann, " in command.out
    assert command("decide", path, "2020-05-04", "--pin", *given) == 0
    assert command("timeline", path, "--length", "1") == 0
    assert "2020-05-04 is pinned to the timeline by hand" in command.out
    assert command("decisions", path, "--kind", "set", "--by", "ann", "--json") == 0
    rows = [json.loads(line) for line in command.out.splitlines()]
    assert [(row["field"], row["value"], row["who"], row["undone"]) for row in rows] == [
        ("status", "happened", "Ann", None),
        ("day", "2018-02-03", "Ann", None),
    ]
    assert rows[0]["here"] == rows[0]["records"] == [ids["event"]]
    assert command("decisions", path, "--on", ids["quote"]) == 0
    assert command.out.count("d-") == 2
    assert command("brief", path, "-o", path.with_suffix(".md")) == 0
    brief = path.with_suffix(".md").read_text(encoding="utf-8")
    assert "Decisions taken by hand: 6 (Ann)" in brief


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--wrong", "--because", "x"], "who decides"),
        (["--wrong", "--by", "Ann"], "not said why"),
        (["--by", "Ann"], "say one of --wrong, --right"),
        (["--wrong", "--right", "--because", "x", "--by", "Ann"], "not wrong and right"),
        (["--set", "status=done", "--because", "x", "--by", "Ann"], "can't be set"),
        (["--join", "n-0", "--because", "x", "--by", "Ann"], "there is no record"),
        (["--pin", "--because", "x", "--by", "Ann"], "the timeline has no entry"),
    ],
)
def test_what_is_no_decision_is_told_in_one_line(
    arguments: list[str], told: str, path: Path, ids: dict[str, str], command: Command
) -> None:
    assert command("decide", path, ids["quote"], *arguments) == 2
    assert command.err.count("\n") == 1
    assert told in command.err


def test_who_decides_may_be_set_once(
    path: Path, ids: dict[str, str], command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_BY", "Ann Ray")
    assert command("decide", path, ids["quote"], "--right", "--because", "heard it") == 0
    assert "by Ann Ray" in command.out


def test_decisions_are_handed_on_and_conflicts_told(
    path: Path, ids: dict[str, str], command: Command, tmp_path: Path
) -> None:
    other, lines = tmp_path / "other.db", tmp_path / "decisions.jsonl"
    shutil.copy(path, other)
    command("decide", path, ids["quote"], "--wrong", "--because", "no", "--by", "Ann")
    command("decide", other, ids["quote"], "--right", "--because", "yes", "--by", "Ben")
    assert command("decisions", path, "--export", lines) == 0
    assert len(lines.read_text(encoding="utf-8").splitlines()) == 1
    lines.write_text(lines.read_text(encoding="utf-8") + "no json\n", encoding="utf-8")
    assert command("decisions", other, "--replay", lines) == 0
    assert command.out == "1 new, 0 already there\n"
    first, second = command.err.splitlines()
    assert "decisions.jsonl:2: no JSON; passed over" in first
    assert "disagree; the later one holds" in second
    assert command("decisions", other) == 0
    assert command.out.count("in conflict with") == 2
    with open_story(other) as story:
        assert not story.is_wrong(ids["quote"])
    assert command("decisions", other, "--replay", lines) == 0
    assert command.out == "0 new, 1 already there\n"
    lines.write_text("nothing\n", encoding="utf-8")
    assert command("decisions", other, "--replay", lines) == 1
    assert command("decisions", path, "--export", path) == 2
    assert "is the story itself" in command.err
    assert command("decide", path, ids["quote"], "--right", "--because", "y", "--by", "Cy") == 0
    assert "onrecord: Ann decided otherwise (wrong, d-" in command.err


def test_words_of_a_file_from_elsewhere_act_on_no_terminal(
    path: Path, ids: dict[str, str], command: Command, tmp_path: Path
) -> None:
    foreign = Target("q-elsewhere", "quotes", ids["page"], 0, 9, "clear \x1b[2J\u202e")
    lines = tmp_path / "foreign.jsonl"
    lines.write_text(
        "".join(encode_lines([make_decision("wrong", [foreign], who="Eve", reason="no")])),
        encoding="utf-8",
    )
    assert command("decisions", path, "--replay", lines) == 0
    assert "is not in this story" in command.err
    assert command("decisions", path) == 0
    assert "clear \ufffd[2J\ufffd" in command.out
    assert "gone: q-elsewhere is no longer in the story" in command.out


def test_a_list_of_no_decisions_says_so(path: Path, ids: dict[str, str], command: Command) -> None:
    assert ids
    assert command("decisions", path) == 0
    assert command.err == "onrecord: no decisions found: the story has none\n"
