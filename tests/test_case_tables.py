"""Every row of the case tables says why it is there and which wing of the source it exercises."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import __file__ as package_file
from tests.case_tables import FOLDER, read_cases

SOURCE = Path(package_file).parent
TABLES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))


@pytest.mark.parametrize("table", TABLES)
def test_each_row_names_a_package_as_its_wing(table: str) -> None:
    wings = {row["wing"] for row in read_cases(table)}
    assert wings
    unknown = [
        wing for wing in wings if not (SOURCE.joinpath(*wing.split(".")) / "__init__.py").is_file()
    ]
    assert unknown == []


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_of_a_table_are_of_one_wing(table: str) -> None:
    """The first two parts of the name are the same: `extract.quotes.cues` and `extract.quotes` are of one wing."""
    assert len({tuple(row["wing"].split(".")[:2]) for row in read_cases(table)}) == 1


@pytest.mark.parametrize("table", TABLES)
def test_each_row_says_why(table: str) -> None:
    assert all(row["why"] for row in read_cases(table))
