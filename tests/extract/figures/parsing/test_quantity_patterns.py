"""Each pattern of a quantity alone: the value or bounds it reads at the start of a text, and what it leaves to others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.parsing.accounting_negatives import parse_accounting_negative
from onrecord.extract.figures.parsing.indefinite_units import parse_indefinite_unit
from onrecord.extract.figures.parsing.order_patterns import (
    parse_absolute_zero,
    parse_multiple,
    parse_order,
)
from onrecord.extract.figures.parsing.ranges import parse_range
from onrecord.extract.figures.parsing.share_patterns import parse_half, parse_ratio
from onrecord.extract.figures.parsing.tolerances import parse_tolerance

Parser = Callable[[str, int], Quantity | None]


@pytest.mark.parametrize(
    ("parse", "text", "value", "unit"),
    [
        (parse_accounting_negative, "$(4.7) million", -4_700_000, "USD"),
        (parse_accounting_negative, "€(3)", -3, "EUR"),
        (parse_indefinite_unit, "a tonne of salt", 1, "tonne"),
        (parse_indefinite_unit, "a mile away", 1, "mile"),
        (parse_multiple, "twofold", 2, "time"),
        (parse_multiple, "tenfold", 10, "time"),
        (parse_absolute_zero, "absolute zero", 0, "kelvin"),
        (parse_ratio, "one in four boats", 0.25, "fraction"),
        (parse_ratio, "3 out of 10", 0.3, "fraction"),
        (parse_half, "half of the nets", 0.5, "fraction"),
        (parse_half, "half the fleet", 0.5, "fraction"),
        (parse_tolerance, "10 ± 2 km", 10, "kilometre"),
        (parse_tolerance, "10 +/- 2", 10, None),
    ],
)
def test_a_value_and_its_unit(parse: Parser, text: str, value: float, unit: str | None) -> None:
    quantity = parse(text, 0)
    assert quantity is not None
    assert quantity.value == pytest.approx(value)
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("parse", "text", "low", "high"),
    [
        (parse_order, "dozens of nets", 24, None),
        (parse_order, "tens of thousands of crabs", 20_000, None),
        (parse_order, "several hundred nets", 200, None),
        (parse_order, "scores of men", 40, None),
        (parse_range, "20 to 30 boats", 20, 30),
        (parse_range, "between 5 and 9 nets", 5, 9),
        (parse_range, "$2 to $3 million", 2_000_000, 3_000_000),
        (parse_range, "10–15%", 10, 15),
    ],
)
def test_bounds(parse: Parser, text: str, low: float, high: float | None) -> None:
    quantity = parse(text, 0)
    assert quantity is not None
    assert (quantity.value, quantity.low, quantity.high) == (None, low, high)


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_accounting_negative, "(35) boats"),
        (parse_accounting_negative, "$40"),
        (parse_indefinite_unit, "a harbour"),
        (parse_indefinite_unit, "an hour"),
        (parse_indefinite_unit, "a million pounds"),
        (parse_multiple, "twice as many"),
        (parse_multiple, "folded"),
        (parse_absolute_zero, "zero"),
        (parse_order, "hundred boats"),
        (parse_order, "boats"),
        (parse_range, "5 and 9"),
        (parse_range, "20 boats"),
        (parse_ratio, "in four"),
        (parse_ratio, "2 of the 9 oars"),
        (parse_half, "half-hearted"),
        (parse_half, "half a million"),
        (parse_tolerance, "40 plus 3"),
        (parse_tolerance, "10"),
    ],
)
def test_nothing(parse: Parser, text: str) -> None:
    assert parse(text, 0) is None
