"""TIMEX3 values: parsing, shifting, formatting, and days of the calendar near a value."""

from __future__ import annotations

import pytest

from onrecord.extract.times.timex import arithmetic, calendar_search
from onrecord.extract.times.timex.granularity import describe_precision


@pytest.mark.parametrize(
    ("value", "count", "unit", "shifted"),
    [
        ("2016-03-02", -2, "D", "2016-02-29"),
        ("2016-01", -1, "M", "2015-12"),
        ("2016", -1, "M", None),
        ("2016-03", 1, "D", None),
        ("2016-03-02", 0, "W", "2016-W09"),
        ("2016-03-02", -1, "Q", "2015-Q4"),
        ("2016", -1, "DE", "200"),
        ("0001-01-01", -1, "D", None),
        ("2016-W09", 1, "D", None),
        (None, 1, "Y", None),
    ],
)
def test_shifting_never_gains_precision(
    value: str | None, count: int, unit: str, shifted: str | None
) -> None:
    assert arithmetic.shift(value, count, unit) == shifted


@pytest.mark.parametrize(
    ("value", "day", "month", "year"),
    [
        ("2016-03-02", "2016-03-02", (2016, 3), 2016),
        ("2016-03-02T17:00Z", "2016-03-02", (2016, 3), 2016),
        ("2016-03", None, (2016, 3), 2016),
        ("2016", None, None, 2016),
        ("2016-W09", None, None, 2016),
        ("2016-W09-WE", None, None, 2016),
        ("2016-13", None, None, 2016),
        ("2016-02-30", None, (2016, 2), 2016),
        ("199", None, None, None),
        ("P2D", None, None, None),
        ("", None, None, None),
        (None, None, None, None),
    ],
)
def test_values_state_as_much_as_they_are_fine(
    value: str | None, day: str | None, month: tuple[int, int] | None, year: int | None
) -> None:
    parsed = arithmetic.parse_day(value)
    assert (parsed and parsed.isoformat()) == day
    assert arithmetic.parse_month(value) == month
    assert arithmetic.parse_year(value) == year


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (2, "D", "P2D"),
        (1.5, "H", "PT1H30M"),
        (0.25, "H", "PT15M"),
        (2.5, "Y", "P2Y6M"),
        (0.5, "D", "P0.5D"),
        (90, "MIN", "PT90M"),
        (1, "FN", "P2W"),
        (2, "Q", "P6M"),
        (1, "DE", "P10Y"),
        (2, "CE", "P200Y"),
        (3, "N", "P3D"),
        (2, "WE", "P2WE"),
        (1_000_000, "Y", "P1000000Y"),
        (None, "D", "PXD"),
        (None, "FN", "PXW"),
        (None, "Q", "PXQ"),
        (None, "DE", "PXDE"),
        (None, "S", "PTXS"),
    ],
)
def test_durations_are_formatted(count: float | None, unit: str, value: str) -> None:
    assert arithmetic.format_duration(count, unit) == value


@pytest.mark.parametrize(
    ("value", "direction", "day"),
    [
        ("2016-03-16", -1, "2016-03-11"),
        ("2016-03-16", 1, "2016-03-18"),
        ("2016-03-16", 0, "2016-03-18"),
        ("2016-03-16", 2, "2016-03-25"),
        ("2016-03-16", -2, "2016-03-11"),
        ("2016-03-18", -1, "2016-03-18"),
        ("2016-03-18", 1, "2016-03-18"),
        ("2016-03", 1, None),
        (None, -1, None),
    ],
)
def test_the_friday_in_a_direction_is_found(
    value: str | None, direction: int, day: str | None
) -> None:
    assert calendar_search.find_weekday(value, 4, direction) == day


@pytest.mark.parametrize(
    ("value", "number", "direction", "month"),
    [
        ("2016-03-16", 5, -1, "2015-05"),
        ("2016-03-16", 5, 1, "2016-05"),
        ("2016-03", 3, -1, "2016-03"),
        ("2016-03", 3, 1, "2016-03"),
        ("2016", 3, 1, None),
    ],
)
def test_the_month_in_a_direction_is_found(
    value: str, number: int, direction: int, month: str | None
) -> None:
    assert calendar_search.find_month(value, number, direction) == month


@pytest.mark.parametrize(
    ("value", "day", "direction", "found"),
    [
        ("2016-03-16", 18, -1, "2016-02-18"),
        ("2016-03-16", 18, 1, "2016-03-18"),
        ("2016-03-16", 30, -1, "2016-01-30"),
        ("2016-03-16", 16, 1, "2016-03-16"),
        ("2016-03-16", 32, 1, None),
        ("2016-03", 18, 1, None),
    ],
)
def test_the_day_of_the_nearest_month_that_has_one_is_found(
    value: str, day: int, direction: int, found: str | None
) -> None:
    assert calendar_search.find_day_of_month(value, day, direction) == found


@pytest.mark.parametrize(
    ("year", "days", "day"),
    [(2016, 0, "2016-03-27"), (2016, -2, "2016-03-25"), (2021, 49, "2021-05-23")],
)
def test_days_are_found_by_their_distance_from_easter(year: int, days: int, day: str) -> None:
    assert calendar_search.compute_easter_day(year, days) == day


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("PAST_REF", "no day is stated"),
        ("P2D", "a length"),
        ("XXXX-WXX-2", "each one"),
        ("BC0044", "a year"),
        ("BC02", "a century"),
        ("T16:00", "of a day that is not stated"),
        ("2016-03-18T17:00", "a minute"),
        ("2016-03-18TNI", "a part of a day"),
        ("2016-W11-WE", "a weekend"),
        ("2016-Q1", "a quarter"),
        ("2016-H1", "half a year"),
        ("2016-SP", "a season"),
        ("2016-03", "a month"),
        ("199", "a decade"),
        ("soon", "as written"),
    ],
)
def test_precision_is_described(value: str, words: str) -> None:
    assert describe_precision(value) == words
