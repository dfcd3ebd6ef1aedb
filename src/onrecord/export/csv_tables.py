"""CSV, one file for each kind, for spreadsheets; nested values are JSON text.

A value that a spreadsheet would run as a formula is preceded by an apostrophe: pages are hostile input.

Source: OWASP, CSV injection.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from onrecord.export.rows_by_kind import iter_rows_by_kind
from onrecord.story import Story

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(story: Story, output: Path) -> list[Path]:
    """Write `KIND.csv` files into the folder `output` and return them; a kind without rows has no file."""
    output.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, rows in iter_rows_by_kind(story):
        listed = list(rows)
        if not listed:
            continue
        path = output / f"{kind}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(listed[0]))
            writer.writeheader()
            writer.writerows(
                {key: _encode_cell(value) for key, value in row.items()} for row in listed
            )
        written.append(path)
    return written


def _encode_cell(value: Any) -> Any:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
