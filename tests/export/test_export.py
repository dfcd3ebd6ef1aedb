"""Exports: values that spreadsheets must not run, and files that must not be replaced."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from onrecord.errors import ConfigError, StoreError
from onrecord.export import export
from onrecord.export.csv_tables import _encode_cell
from onrecord.export.thresholds import THRESHOLDS
from onrecord.story import open_story


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+4 per cent", "'+4 per cent"),
        ("-4", "'-4"),
        ("@board", "'@board"),
        ("\tindented", "'\tindented"),
        ("4 - 2", "4 - 2"),
        ("", ""),
        (-4, -4),
        (None, None),
        (["=x"], '["=x"]'),
        ({"text": "Ørsk"}, '{"text": "Ørsk"}'),
    ],
)
def test_a_spreadsheet_runs_no_cell(value: object, cell: object) -> None:
    assert _encode_cell(value) == cell


def test_an_export_never_takes_the_storys_place(northbridge: Path) -> None:
    before = northbridge.read_bytes()
    with open_story(northbridge) as story, pytest.raises(StoreError, match="story itself"):
        export(story, "timelinejs", northbridge)
    assert northbridge.read_bytes() == before


def test_an_unknown_format_is_refused(northbridge: Path, tmp_path: Path) -> None:
    with open_story(northbridge) as story, pytest.raises(ConfigError):
        export(story, "parchment", tmp_path / "out")


def test_csv_and_json_lines_hold_the_same_ids(northbridge: Path, tmp_path: Path) -> None:
    with open_story(northbridge) as story:
        tables = export(story, "csv", tmp_path / "csv")
        export(story, "jsonl", tmp_path / "jsonl")
    for table in tables:
        with table.open(encoding="utf-8-sig", newline="") as file:
            cells = [row.get("id") for row in csv.DictReader(file)]
        lines = (tmp_path / "jsonl" / f"{table.stem}.jsonl").read_text(encoding="utf-8")
        assert cells == [json.loads(line).get("id") for line in lines.splitlines()]


def test_a_slides_headline_is_short(northbridge: Path, tmp_path: Path) -> None:
    with open_story(northbridge) as story:
        (path,) = export(story, "timelinejs", tmp_path / "slides.json")
    slides = json.loads(path.read_text(encoding="utf-8"))["events"]
    assert slides
    assert all("<" not in slide["text"]["headline"] for slide in slides)
    plain = [slide["text"]["headline"] for slide in slides if "&" not in slide["text"]["headline"]]
    assert max(map(len, plain)) <= THRESHOLDS.headline_chars
