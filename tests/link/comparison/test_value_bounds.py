from __future__ import annotations

import pytest

from onrecord.link.comparison.value_bounds import may_both_hold
from onrecord.records import Evidence, Figure


def build_figure(
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
        (build_figure(30, "at least"), build_figure(19), False),
        (build_figure(30, "at least"), build_figure(31), True),
        (build_figure(500, "about"), build_figure(512), True),
        (build_figure(500, "about"), build_figure(560), False),
        (build_figure(80, "at most"), build_figure(35), True),
        (build_figure(None, low=14, high=16), build_figure(21), False),
        (build_figure(None, low=14, high=16), build_figure(15, "about"), True),
        (build_figure(2300, "nearly"), build_figure(2250), True),
        (build_figure(2300, "nearly"), build_figure(2310), False),
        (build_figure(40, "over"), build_figure(30, "under"), False),
    ],
)
def test_may_both_hold(a: Figure, b: Figure, expected: bool) -> None:
    assert may_both_hold(a, b) is expected
    assert may_both_hold(b, a) is expected
