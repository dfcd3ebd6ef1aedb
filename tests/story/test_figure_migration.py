"""Figures of older stories: kind and change are read from the lines that stated them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from onrecord.records import Evidence, Figure
from onrecord.story import open_story
from onrecord.story.amounts import describe_amount
from onrecord.story.figure_migration import migrate_figure_row
from onrecord.story.rows import decode_row, encode_row


def row(**fields: Any) -> dict[str, Any]:
    return {"value": None, "low": None, "high": None, "unit": None, "steps": "[]", **fields}


@pytest.mark.parametrize(
    ("old", "kind", "change"),
    [
        (row(value=40.0), "count", None),
        (row(low=40.0, high=50.0), "range", None),
        (row(low=24.0), "order", None),
        (row(value=0.5, unit="fraction"), "fraction", None),
        (row(value=5.0, unit="%", steps='["a change: up"]'), "percent", "up"),
        (row(value=5.0, unit="percentage point", steps='["a change: down"]'), "percent", "down"),
        (row(value=5.0, unit="%", steps='["a change"]'), "percent", "changed"),
        (row(value=5.0, unit="GBP"), "money", None),
        (row(value=5.0, unit="GBP per hour"), "money", None),
        (
            row(value=5.0, steps='["peso → open: nothing on the page says whose peso"]'),
            "money",
            None,
        ),
        (row(low=3.0, high=5.0, unit="kilometre"), "measure", None),
        (row(value=34.0, unit="year", steps='["an age"]'), "age", None),
        ({"value": 3.0, "low": None, "high": None, "unit": None}, "count", None),
    ],
)
def test_an_old_row_gets_its_kind_and_change(
    old: dict[str, Any], kind: str, change: str | None
) -> None:
    new = migrate_figure_row(old)
    assert (new["kind"], new["change"]) == (kind, change)
    assert {key: new[key] for key in old} == old


def test_a_row_of_today_stays_as_it_is() -> None:
    new = row(value=5.0, unit="%", steps='["a change: up"]', kind="percent", change="down")
    assert migrate_figure_row(new) is new


def test_a_figure_is_read_as_it_was_written() -> None:
    at = Evidence("p-1", 0, 2, None, "5%", "figures@1")
    figure = Figure("f-1", at, 5.0, unit="%", kind="percent", change="up", basis="outlet")
    assert decode_row(Figure, encode_row(figure)) == figure


def test_a_change_of_an_older_story_is_a_change(northbridge: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(northbridge.read_bytes())
    with sqlite3.connect(old) as connection:
        for column in ("kind", "change", "basis"):
            connection.execute(f"ALTER TABLE figures DROP COLUMN {column}")
    with open_story(northbridge) as new, open_story(old) as opened:
        told = {one.id: one for one in new.records("figures") if isinstance(one, Figure)}
        found = [one for one in opened.records("figures") if isinstance(one, Figure)]
    assert len(found) == len(told)
    for figure in found:
        assert (figure.kind, figure.change) == (told[figure.id].kind, told[figure.id].change)
        assert describe_amount(figure) == describe_amount(told[figure.id])
