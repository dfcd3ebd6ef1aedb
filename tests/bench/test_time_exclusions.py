"""Classes of Recognizers' cases that are refused: what belongs to them, and what is read after all."""

from __future__ import annotations

import pytest
from bench.time_exclusions import classify_exclusion, drop_excluded
from bench.time_sets import Case


@pytest.mark.parametrize(
    "words",
    ["week 31", "10/1", "from 10/1 to 11/7", "11ish", "since August", "Monday 3-8", "Feb 30"],
)
def test_refused(words: str) -> None:
    assert classify_exclusion(words)


@pytest.mark.parametrize(
    "words",
    ["next Friday", "2.30pm", "since tomorrow", "before 2018", "November 18-19", "at 8.30 pm"],
)
def test_not_refused(words: str) -> None:
    assert classify_exclusion(words) is None


def test_only_the_refused_times_are_left_out() -> None:
    gold = ((0, 7, "DATE", "2018-W31"), (11, 17, "DATE", "2018-08-03"))
    case = Case("week 31 or Friday", "2018-08-01", gold, (("2018-W31",), ("2018-08-03",)))
    (kept,) = drop_excluded([case])
    assert kept.gold == gold[1:]
    assert kept.values == (("2018-08-03",),)
