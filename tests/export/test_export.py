"""Exports: which rows, to which files; what a wrong filter says; files that must not be replaced."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import ConfigError, NotFound, OnRecordError, StoreError
from onrecord.export import FORMATS, FileFormat, export
from onrecord.story import SelectedStory, open_story, parse_selection
from onrecord.story.tables import TABLES
from tests.export.conftest import Exported, HostileStory


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_export_never_takes_the_storys_place(northbridge: Path) -> None:
    before = northbridge.read_bytes()
    for form in FORMATS:
        with open_story(northbridge) as story, pytest.raises(StoreError, match="story itself"):
            export(story, form, northbridge)
    assert northbridge.read_bytes() == before


def test_an_unknown_format_is_refused(northbridge: Path, tmp_path: Path) -> None:
    with open_story(northbridge) as story, pytest.raises(ConfigError):
        export(story, "parchment", tmp_path / "out")


def test_a_place_that_cannot_be_written_is_one_line(northbridge: Path, tmp_path: Path) -> None:
    with open_story(northbridge) as story, pytest.raises(StoreError, match="can't be written"):
        export(story, "ftm", tmp_path / "no" / "such" / "folder.json")


def test_csv_and_json_lines_hold_the_same_ids(northbridge: Path, exported: Exported) -> None:
    tables = exported(northbridge, "csv", "csv")
    lines = {path.stem: path for path in exported(northbridge, "jsonl", "jsonl")}
    both = [path for path in tables if path.stem in lines and path.stem != "about"]
    assert len(both) > 8
    for table in both:
        ids = [row.get("id") for row in read_csv(table)]
        written = lines[table.stem].read_text(encoding="utf-8").splitlines()
        assert ids == [json.loads(line).get("id") for line in written]


def test_a_table_has_day_outlet_page_and_names_and_no_json(
    northbridge: Path, exported: Exported
) -> None:
    for path in exported(northbridge, "csv", "csv"):
        rows = read_csv(path)
        if path.stem in {"about", "skipped"}:
            continue
        sides = ("a_", "b_") if path.stem == "links" else ("",)
        for side in sides:
            names = {
                f"{side}{one}" for one in ("day", "outlet", "page_title", "page_address", "page")
            }
            assert names <= set(rows[0]), path
        assert not [c for row in rows for c in row.values() if c.startswith(('{"', '["', "[{"))]
    quotes = read_csv(path.parent / "quotes.csv")
    assert {"Eleanor Castleby"} <= {row["who"] for row in quotes}
    assert {row["by"].partition("@")[0] for row in quotes} == {"quotes"}
    assert all("babel " in row["made_with"] and "@" in row["made_with"] for row in quotes)


def test_every_table_has_the_columns_it_declares(northbridge: Path) -> None:
    with open_story(northbridge) as story:
        selected = SelectedStory(story)
        for table, columns in TABLES.items():
            for row in selected.iter_rows(table):
                assert list(row) == [column.name for column in columns]
                for column in columns:
                    value = row[column.name]
                    known = (int, float) if column.type is float else (column.type,)
                    assert value is None or isinstance(value, known), (table, column.name, value)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_names_what_decided(
    hostile: HostileStory, exported: Exported, form: str
) -> None:
    """The hostile story's pipeline is none that loads, so formats that parse again are tested with the example."""
    if form in {"conllu", "docbin", "parquet", "xlsx"}:
        pytest.skip("tested where the format is read")
    written = b"".join(path.read_bytes() for path in exported(hostile.path, form, "out"))
    for decided in (b"by_hand@1", b"babel 2.18.0", b"events@8"):
        assert decided in written, decided


SELECTIONS = [
    (
        ("kind=quotes", "who=Eleanor Castleby"),
        "quotes",
        lambda row: row["who"] == "Eleanor Castleby",
    ),
    (("kind=events", "status=denied"), "events", lambda row: row["status"] == "denied"),
    (
        ("kind=events", "status=denied", "status=alleged"),
        "events",
        lambda row: row["status"] in {"denied", "alleged"},
    ),
    (
        ("kind=figures", "from=2017", "to=2017-04"),
        "figures",
        lambda row: row["day"][:7] == "2017-04",
    ),
    (
        ("kind=quotes", "outlet=the harbour times"),
        "quotes",
        lambda row: row["outlet"] == "The Harbour Times",
    ),
    (
        ("kind=times", "text=AUGUST", "to=2016"),
        "times",
        lambda row: "august" in row["text"].lower() and row["day"] < "2017",
    ),
    (("kind=promises", "status=open"), "commitments", lambda row: row["state"] == "open"),
]


@pytest.mark.parametrize(("wheres", "table", "fits"), SELECTIONS)
def test_a_selection_is_all_that_fits_and_nothing_else(
    northbridge: Path, exported: Exported, wheres: tuple[str, ...], table: str, fits: object
) -> None:
    assert callable(fits)
    (path,) = exported(northbridge, "csv", "some.csv", *wheres)
    whole = {p.stem: p for p in exported(northbridge, "csv", "all")}
    wanted = [row["id"] for row in read_csv(whole[table]) if fits(row)]
    assert wanted
    assert [row["id"] for row in read_csv(path)] == wanted


def test_filters_reach_every_kind_of_row(northbridge: Path) -> None:
    with open_story(northbridge) as story:
        page = story.heads()[0].id
        for where in (
            "who=Eleanor Castleby",
            "outlet=Whitford Gazette",
            f"page={page}",
            "text=velmara",
        ):
            chosen = SelectedStory(story, parse_selection(story, [where]))
            for table in chosen.list_tables():
                rows = list(chosen.iter_rows(table))
                everything = list(SelectedStory(story).iter_rows(table))
                assert len(rows) <= len(everything)
                if where.startswith("page"):
                    assert all(row.get("page", page) == page for row in rows) or table in {
                        "who",
                        "undertaking_parties",
                        "undertaking_contributions",
                        "undertaking_phases",
                        "undertakings",
                        "promise_outcomes",
                    }
            assert not list(chosen.iter_rows("skipped"))


@pytest.mark.parametrize(
    ("where", "error", "words"),
    [
        ("colour=red", ConfigError, "no field 'colour'; there are kind, who, outlet"),
        ("quotes", ConfigError, "write it as FIELD=VALUE"),
        ("kind=", ConfigError, "write it as FIELD=VALUE"),
        ("kind=verse", ConfigError, "no kind 'verse'; there are pages"),
        ("status=rumoured", ConfigError, "no status 'rumoured'; there are happened"),
        ("from=tomorrow", ConfigError, "is no ISO day"),
        ("to=2019-13", ConfigError, "is no ISO day"),
        ("who=Nobody At All", NotFound, "nobody is named"),
        ("outlet=The Moon", NotFound, "no page is of outlet 'The Moon'; there are"),
        ("page=p-0", NotFound, "no page 'p-0'"),
    ],
)
def test_a_wrong_filter_is_one_clear_line(
    northbridge: Path, where: str, error: type[OnRecordError], words: str
) -> None:
    with open_story(northbridge) as story, pytest.raises(error) as raised:
        parse_selection(story, [where])
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def run(*arguments: str) -> tuple[int, bytes, str]:
    """Run the command as a process and return its code, standard output and standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments], capture_output=True, check=False
    )
    return done.returncode, done.stdout, done.stderr.decode()


def test_standard_output_is_one_file_and_nothing_else(northbridge: Path) -> None:
    code, out, error = run(
        "export", str(northbridge), "--format", "ftm", "-o", "-", "--where", "kind=quotes"
    )
    assert code == 0
    assert {json.loads(line)["schema"] for line in out.splitlines()} >= {"Documentation", "Article"}
    code, out, error = run(
        "export", str(northbridge), "--format", "csv", "--where", "kind=promises"
    )
    assert code == 0
    assert out.startswith("\ufeffid,day,outlet,page_title,page_address,page,state".encode())
    code, out, error = run("export", str(northbridge), "--format", "csv")
    assert (code, out) == (2, b"")
    assert error.count("\n") == 1
    assert "--where kind=" in error
    code, out, error = run("export", str(northbridge), "--format", "site")
    assert (code, error.count("\n")) == (2, 1)


def test_a_file_of_tables_is_one_table(
    northbridge: Path, tmp_path: Path, exported: Exported
) -> None:
    with pytest.raises(ConfigError, match="one file for each kind"):
        exported(northbridge, "csv", "all.csv")
    assert not (tmp_path / "all.csv").exists()
    assert exported(northbridge, "jsonl", "events.jsonl", "kind=events") == [
        tmp_path / "events.jsonl"
    ]


def test_formats_that_read_on_a_terminal_say_so() -> None:
    binary = {name for name, one in FORMATS.items() if not one.is_text}
    assert binary == {"docbin", "parquet", "xlsx"}
    assert all(isinstance(FORMATS[name], FileFormat) for name in ("docbin", "xlsx"))
