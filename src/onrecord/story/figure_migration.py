"""Figures of older stories: their kind and change, which only the lines of their explanation stated.

In: a row of `figures`. Out: the row with `kind` and `change`. Out of scope: `basis`, which older stories leave open.

This is the only place that reads the words of an explanation; records of today state `kind` and `change` themselves.
"""

from __future__ import annotations

import json
from typing import Any

from onrecord.records.figure import CHANGES
from onrecord.story.amounts import is_currency

_AGE = "an age"
_CHANGE = "a change"
_OPEN_CURRENCY = " → open: "


def migrate_figure_row(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of `figures` with `kind` and `change`; one that has a kind as it is.

    Examples:
        >>> old = {"value": 5.0, "low": None, "high": None, "unit": "%", "steps": '["a change: up"]'}
        >>> new = migrate_figure_row(old)
        >>> new["kind"], new["change"]
        ('percent', 'up')

    """
    if row.get("kind") is not None:
        return row
    lines = json.loads(row.get("steps") or "[]")
    return {**row, "kind": _read_kind(row, lines), "change": _read_change(lines)}


def _read_kind(row: dict[str, Any], lines: list[str]) -> str:
    unit = row["unit"]
    if _AGE in lines:
        return "age"
    if unit is None and any(_OPEN_CURRENCY in line for line in lines):
        return "money"
    if unit is not None:
        return _classify_unit(unit)
    if row["value"] is not None:
        return "count"
    return "range" if row["low"] is not None and row["high"] is not None else "order"


def _classify_unit(unit: str) -> str:
    if unit == "fraction":
        return "fraction"
    if unit in ("%", "percentage point"):
        return "percent"
    return "money" if is_currency(unit.partition(" per ")[0]) else "measure"


def _read_change(lines: list[str]) -> str | None:
    line = next((line for line in lines if line.startswith(_CHANGE)), None)
    if line is None:
        return None
    direction = line.partition(": ")[2]
    return direction if direction in CHANGES else "changed"
