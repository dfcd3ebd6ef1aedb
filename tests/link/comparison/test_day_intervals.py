from __future__ import annotations

import pytest

from onrecord.link.comparison.day_intervals import measure_gap_days, read_interval


@pytest.mark.parametrize(
    ("value", "shown", "sureness"),
    [
        ("2016-03-08", "2016-03-08", "day"),
        ("2016-03-08T17:20:00+02:00", "2016-03-08", "day"),
        ("2016-03", "2016-03", "month"),
        ("2016", "2016", "year"),
        ("2017-SP", "2017", "year"),
        ("2017-Q2", "2017", "year"),
        ("2017-W14", "2017-04", "month"),
        ("2017-W05", "2017", "year"),
    ],
)
def test_interval(value: str, shown: str, sureness: str) -> None:
    interval = read_interval(value)
    assert interval is not None
    assert (interval.shown, interval.sureness) == (shown, sureness)
    assert interval.first <= interval.last


@pytest.mark.parametrize(
    "value", [None, "", "P2Y", "PRESENT_REF", "XXXX-03", "2016-13", "2016-02-31", "2016-W60"]
)
def test_no_interval(value: str | None) -> None:
    assert read_interval(value) is None


def test_days_between() -> None:
    first, second = read_interval("2016-03"), read_interval("2016-04-05")
    assert measure_gap_days(first, second) == measure_gap_days(second, first) == 5
    assert measure_gap_days(first, read_interval("2016-03-09")) == 0
    assert measure_gap_days(first, None) is None
