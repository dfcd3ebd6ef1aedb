from __future__ import annotations

import pytest

from onrecord.link.comparison.value_bounds import may_both_hold
from onrecord.records import Evidence, Figure


def figure(
    value: float | None,
    hedge: str | None = None,
    low: float | None = None,
    high: float | None = None,
) -> Figure:
    return Figure(
        "f", Evidence("p", 0, 1, None, "x", "hand@1"), value, low=low, high=high, hedge=hedge
    )


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (figure(30, "at least"), figure(19), False),
        (figure(30, "at least"), figure(31), True),
        (figure(500, "about"), figure(512), True),
        (figure(500, "about"), figure(560), False),
        (figure(80, "at most"), figure(35), True),
        (figure(None, low=14, high=16), figure(21), False),
        (figure(None, low=14, high=16), figure(15, "about"), True),
        (figure(2300, "nearly"), figure(2250), True),
        (figure(2300, "nearly"), figure(2310), False),
        (figure(40, "over"), figure(30, "under"), False),
    ],
)
def test_may_both_hold(a: Figure, b: Figure, expected: bool) -> None:
    assert may_both_hold(a, b) is expected
    assert may_both_hold(b, a) is expected
