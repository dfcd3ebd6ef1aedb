"""Captures under way: results in order, and never more of them than a worker's share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.records import Capture
from onrecord.run.ordered_map import map_in_order
from onrecord.run.thresholds import THRESHOLDS


def capture(number: int) -> Capture:
    return Capture(str(number), b"", f"{number}.txt", "text/plain")


@pytest.mark.parametrize(("count", "workers"), [(0, 1), (1, 1), (3, 2), (40, 1), (40, 3)])
def test_results_come_in_order_and_few_are_under_way(count: int, workers: int) -> None:
    submitted: list[str] = []

    def captures() -> Iterator[Capture]:
        yield from map(capture, range(count))

    def submit(item: Capture) -> str:
        submitted.append(item.sha256)
        return item.sha256

    collected: list[str] = []
    for result in map_in_order(captures(), submit, str, workers=workers):
        assert len(submitted) - len(collected) <= workers * THRESHOLDS.captures_per_worker
        collected.append(result)
    assert collected == submitted == [str(number) for number in range(count)]
