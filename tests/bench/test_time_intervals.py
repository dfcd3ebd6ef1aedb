"""Whether two written values are one time: how the bench compares."""

from __future__ import annotations

import pytest
from bench.time_intervals import is_same_interval, is_same_value


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("199", "199X", True),
        ("1998-W09", "1998-W9", True),
        ("1998", "1998-XX-XX", True),
        ("PXY", "PXM", False),
        ("1998", "1998-03", False),
        ("XXXX-WXX-1", "XXXX-WXX-2", False),
        (None, "1998", False),
    ],
)
def test_a_value_is_the_same_where_only_the_unknown_is_spelled_out(
    ours: str | None, theirs: str, *, same: bool
) -> None:
    assert is_same_value(ours, theirs) is same


def test_two_clock_times_are_the_range_they_begin_and_end() -> None:
    assert is_same_interval(["T17:00", "T18:00"], "(T17,T18,PT1H)")
    assert not is_same_interval(["T17:00", "T19:00"], "(T17,T18,PT1H)")
    assert is_same_interval(["2019-Q3"], "(2019-07-01,2019-10-01,P3M)/") is False
