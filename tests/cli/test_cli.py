"""The command line on the example story: every command, its JSON lines, its exit codes."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli.main import COMMANDS, load_command, main
from onrecord.records import Comment, Commitment, Entity, Event, Figure, Quote, Row, Time
from onrecord.story import open_story

LISTS: dict[str, type[Row]] = {
    "quotes": Quote,
    "times": Time,
    "figures": Figure,
    "events": Event,
    "promises": Commitment,
    "who": Entity,
    "comments": Comment,
}


def ran(*arguments: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run the command line in this process; return exit code, output and errors."""
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return int(stop.value.code or 0), told.out, told.err


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("command", LISTS)
def test_lists_print_records_as_json_lines_and_as_text(
    command: str, northbridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = ran(command, northbridge, "--json", capsys=capsys)
    assert (code, err) == (0, "")
    found = rows(out)
    assert found
    for row in found:
        assert LISTS[command].from_dict(row).to_dict() == row
    code, out, _ = ran(command, northbridge, capsys=capsys)
    assert code == 0
    assert all(row["id"] in out for row in found)


def test_show_counts_pages_and_names_what_was_skipped(
    northbridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = ran("show", northbridge, capsys=capsys)
    assert code == 0
    assert "pages         16 from 2015-10-29 to 2022-06-09" in out
    assert "The Harbour Times" in out
    assert "harbour-times-2020-07-23.html" in out
    with open_story(northbridge) as story:
        page = story.heads()[0].id
    code, out, _ = ran("show", northbridge, "--page", page, capsys=capsys)
    assert code == 0
    assert "published     2015-10-29" in out


def test_filters_narrow(northbridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    every = rows(ran("events", northbridge, "--json", capsys=capsys)[1])
    denied = rows(ran("events", northbridge, "--status", "denied", "--json", capsys=capsys)[1])
    assert 0 < len(denied) < len(every)
    assert {row["status"] for row in denied} == {"denied"}
    said = rows(ran("quotes", northbridge, "--who", "Eleanor Castleby", "--json", capsys=capsys)[1])
    assert said
    assert all("entity" in row["source"] for row in said)
    unnamed = rows(ran("quotes", northbridge, "--source", "role", "--json", capsys=capsys)[1])
    assert {row["source"]["kind"] for row in unnamed} == {"role"}
    some = rows(ran("figures", northbridge, "--limit", 3, "--json", capsys=capsys)[1])
    assert len(some) == 3


def test_timeline_is_in_order_and_can_be_cut(
    northbridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    every = rows(ran("timeline", northbridge, "--json", capsys=capsys)[1])
    days = [row["day"] for row in every if row["day"]]
    assert days == sorted(days)
    promised = {"day", "sureness", "status", "text", "events", "reports", "pages", "score"}
    assert promised <= set(every[0])
    best = rows(ran("timeline", northbridge, "--length", 5, "--json", capsys=capsys)[1])
    assert 0 < len({row["day"] for row in best}) <= 5
    some = rows(
        ran("timeline", northbridge, "--from", "2019", "--to", "2019", "--json", capsys=capsys)[1]
    )
    assert some
    assert all(row["day"].startswith("2019") for row in some)


def test_times_are_narrowed_by_type_day_and_what_is_open(
    northbridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    every = rows(ran("times", northbridge, "--json", capsys=capsys)[1])
    durations = rows(ran("times", northbridge, "--type", "DURATION", "--json", capsys=capsys)[1])
    assert 0 < len(durations) < len(every)
    assert {row["type"] for row in durations} == {"DURATION"}
    waiting = rows(ran("times", northbridge, "--waiting", "--json", capsys=capsys)[1])
    assert waiting
    assert {row["value"] for row in waiting} == {None}
    narrowed = ["--from", "2019-02", "--to", "2019-03", "--json"]
    some = rows(ran("times", northbridge, *narrowed, capsys=capsys)[1])
    assert some
    assert all(row["value"].startswith("2019") for row in some)
    assert not any(row["value"].startswith("2019-04") for row in some)
    _, out, _ = ran("times", northbridge, "--waiting", capsys=capsys)
    assert "waits for the day the page was published" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["quotes", "--source", "document", "--speech", "asked"],
        ["times", "--from", "2090"],
        ["figures", "--what", "zzz"],
        ["events", "--status", "called_for", "--type", "SANCTION"],
        ["promises", "--state", "superseded"],
        ["comments", "--author", "nobody"],
        ["who", "--type", "law"],
        ["timeline", "--from", "2090"],
        ["search", "zzz"],
    ],
)
def test_a_list_without_a_row_says_so_and_keeps_the_pipe_clean(
    arguments: list[str], northbridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, *filters = arguments
    code, out, err = ran(command, northbridge, *filters, capsys=capsys)
    assert (code, out) == (0, "")
    assert err.count("\n") == 1
    assert "found" in err
    assert ran(command, northbridge, *filters, "--json", capsys=capsys) == (0, "", "")


def test_why_opens_the_words_and_the_bytes(
    northbridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = rows(ran("quotes", northbridge, "--json", capsys=capsys)[1])[0]
    code, out, _ = ran("why", northbridge, first["id"], capsys=capsys)
    assert code == 0
    assert "in file   bytes" in out
    code, out, _ = ran("why", northbridge, first["id"], "--json", capsys=capsys)
    row = json.loads(out)
    assert row["record"] == first
    assert "".join(row["original"].split()) == "".join(first["text"].split())
    assert row["steps"]


def test_search_and_undertakings(northbridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hits = rows(ran("search", northbridge, '"field hospital"', "--json", capsys=capsys)[1])
    assert {hit["text"].casefold() for hit in hits} == {"field hospital"}
    cards = rows(ran("undertakings", northbridge, "--json", capsys=capsys)[1])
    assert any("Northbridge" in name for card in cards for name in card["names"])
    assert ran("undertakings", northbridge, capsys=capsys)[0] == 0


def test_verify_says_all_is_well(northbridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran("verify", northbridge, capsys=capsys)
    assert code == 0
    assert out.endswith("0 wrong\n")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_tables_hold_every_record(
    form: str, northbridge: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, _ = ran("export", northbridge, "--format", form, "-o", tmp_path / "out", capsys=capsys)
    assert code == 0
    with open_story(northbridge) as story:
        counts = story.counts()
    for kind, count in counts.items():
        if form == "csv" and not count:
            continue
        path = tmp_path / "out" / f"{kind}.{form}"
        with path.open(encoding="utf-8-sig", newline="") as file:
            found = (
                list(csv.DictReader(file)) if form == "csv" else [json.loads(line) for line in file]
            )
        assert len(found) == count, kind


@pytest.mark.parametrize("form", ["timelinejs", "webannotation"])
def test_single_file_formats_are_json(
    form: str, northbridge: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.json"
    assert ran("export", northbridge, "--format", form, "-o", path, capsys=capsys)[0] == 0
    written = json.loads(path.read_text(encoding="utf-8"))
    listed = written["events"] if form == "timelinejs" else written["items"]
    assert listed
    if form == "timelinejs":
        assert all(isinstance(slide["start_date"]["year"], int) for slide in listed)
    else:
        selector = listed[0]["target"]["selector"][0]
        assert selector["type"] == "TextQuoteSelector"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["quotes", "none.db"], "no such story"),
        (["build", "x"], "Missing option '-o'"),
        (["nonsense"], "No such command"),
        (["why", "{story}", "q-0000"], "there is no record 'q-0000'"),
        (["events", "{story}", "--who", "Nobody Here"], "nobody is named"),
        (["quotes", "{story}", "--page", "p-none"], "there is no page"),
        (["build", "x", "-o", "{folder}/no/such/folder/s.db"], "no folder"),
        (["build", "x", "-o", "{folder}/s.db", "--model", "no_such"], "no spaCy pipeline"),
        (["show", "{letter}"], "not a story"),
        (["export", "{story}", "--format", "csv", "-o", "{letter}"], "can't be written"),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(
    arguments: list[str],
    says: str,
    northbridge: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all, this is a letter and no story. " * 20)
    filled = [a.format(story=northbridge, folder=tmp_path, letter=letter) for a in arguments]
    code, out, err = ran(*filled, capsys=capsys)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err


def test_nothing_usable_is_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "empty.html").write_bytes(b"")
    (saved / "noise.html").write_bytes(bytes(range(256)) * 40)
    model = os.environ.get("ONRECORD_MODEL")
    extra = ["--model", model] if model else []
    code, _, err = ran("build", saved, "-o", tmp_path / "s.db", *extra, capsys=capsys)
    assert code == 1
    assert "nothing usable" in err
    assert "empty" in err
    assert err.splitlines()[-1].endswith("2 skipped; no story was made")
    assert not (tmp_path / "s.db").exists()


@pytest.mark.parametrize(
    ("given", "says"), [("none.html", "no such file"), ("saved", "no file in this folder")]
)
def test_what_is_not_there_is_one_line_and_leaves_no_file(
    given: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "saved").mkdir()
    model = os.environ.get("ONRECORD_MODEL")
    extra = ["--model", model] if model else []
    path = tmp_path / "s.db"
    code, out, err = ran("build", tmp_path / given, "-o", path, *extra, capsys=capsys)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert given in err
    assert says in err
    assert [item.name for item in tmp_path.iterdir()] == ["saved"]


def test_a_story_that_was_there_stays_where_nothing_is_usable(
    northbridge: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "s.db"
    path.write_bytes(northbridge.read_bytes())
    model = os.environ.get("ONRECORD_MODEL")
    extra = ["--model", model] if model else []
    for command in (["add", path, tmp_path / "no"], ["build", tmp_path / "no", "-o", path]):
        assert ran(*command, *extra, capsys=capsys)[0] == 1
        assert ran("verify", path, capsys=capsys)[0] == 0


def test_a_reader_that_goes_away_is_no_error(northbridge: Path) -> None:
    command = f"'{sys.executable}' -m onrecord events '{northbridge}' --json | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        code, out, _ = ran(name, "--help", capsys=capsys)
        assert code == 0
        assert (load_command(name).help or "")[:20] in out
