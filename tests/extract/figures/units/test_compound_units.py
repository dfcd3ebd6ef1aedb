"""Units of two parts, and which units a rate may follow."""

from __future__ import annotations

import pytest

from onrecord.extract.figures.units.compound_units import parse_compound_unit
from onrecord.extract.figures.units.rates import may_have_rate


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("km/h", "kilometre per hour"),
        ("tonnes", None),
        ("per hour", None),
        ("people per boat", None),
    ],
)
def test_compound_units(text: str, name: str | None) -> None:
    unit = parse_compound_unit(text, 0)
    assert (None if unit is None else unit.name) == name


@pytest.mark.parametrize(
    ("unit", "expected"), [("kilometre", True), ("tonne", True), ("year", False)]
)
def test_units_with_rates(unit: str, *, expected: bool) -> None:
    assert may_have_rate(unit) is expected
