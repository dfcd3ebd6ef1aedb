"""The case tables of `tests/cases`: one JSON object a line with a text, what is expected, why, and the wing it exercises.

Where the model `accurate` reads a text otherwise than the rules alone, the row says so: what it gives, if that is right too, or `null`, if it is wrong.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.language import Backbone

FOLDER = Path(__file__).parent / "cases"


def read_cases(name: str) -> list[dict[str, Any]]:
    """Return the rows of the table called `name`, in order."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def get_expected(row: dict[str, Any], backbone: Backbone) -> Any:
    """Return what is expected of a row with `backbone`; a row that its model is known to read wrongly fails as expected."""
    if "accurate" not in row or "accurate" not in backbone.name:
        return row["expect"]
    if row["accurate"] is None:
        pytest.xfail("the model accurate reads it wrongly")
    return row["accurate"]
