"""Processes that are killed, two at once and with their clocks moved, leave a story that one more run finishes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bench.kills import Tally, list_rows, run_kills, start, stop_child

NIGHTLY = "ONRECORD_NIGHTLY" in os.environ
"""Whether tests run that take minutes."""


def test_killed_builds_and_adds_side_by_side_make_the_same_story() -> None:
    tally = run_kills(6, seed=3)
    assert tally.faults == []
    assert tally.kills >= 6


@pytest.mark.skipif(not NIGHTLY, reason="takes minutes: set ONRECORD_NIGHTLY=1")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_hundred_kills(workers: int) -> None:
    assert run_kills(100, seed=11, workers=workers).faults == []


def test_a_process_that_ends_with_a_fault_is_one() -> None:
    def fail() -> None:
        raise ValueError("a fault")

    tally = Tally()
    child = start(fail, 0.0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    stop_child(child, tally)
    assert (tally.kills, tally.ended) == (0, 1)
    assert tally.faults == ["a process ended with a fault of its own"]


def test_rows_are_the_same_whatever_run_wrote_them_and_not_if_changed(northbridge: Path) -> None:
    rows = list_rows(northbridge)
    assert rows["quotes"]
    assert all('["run",' not in row for row in rows["pages"])
