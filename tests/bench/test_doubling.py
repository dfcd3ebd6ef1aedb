"""Twice the input takes about twice the work, counted in lines of our own code that are run; and the bench tells what does not."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from bench.doubling import MOST_PER_DOUBLING, Cost, find_growth, process
from bench.repeats import list_repeats

import onrecord
from onrecord.language import Backbone

CHARS = 2_500
SOURCE = str(Path(onrecord.__file__).parent)
NAMES = (
    "words: 1 to", "words: promised to", "words: dozens of", "words: New York,", "words: NATO", "words: he said he said",
    "lines: numbered comments", "lines: addressed comments", "lines: distinct people", "lines: one mission", "elements: time", "elements: comment",
)  # fmt: skip
"""Inputs that took four times as long for twice the text."""


def count_lines(path: Path, backbone: Backbone) -> int:
    """Return how many lines of onrecord are run over the page at `path`, each as often as it is run."""
    lines = 0

    def count(_frame: FrameType, event: str, _: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    def enter(frame: FrameType, _event: str, _: Any) -> Any:
        return count if frame.f_code.co_filename.startswith(SOURCE) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        process(path, backbone)
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("name", NAMES)
def test_twice_the_input_takes_twice_the_work(
    name: str, tmp_path: Path, backbone: Backbone
) -> None:
    repeat = next(one for one in list_repeats() if one.name == name)
    counts = []
    for chars in (CHARS, 2 * CHARS):
        path = tmp_path / repeat.file
        path.write_text(repeat.build(chars), encoding="utf-8")
        process(path, backbone)  # so that neither pays for what is loaded at first use
        counts.append(count_lines(path, backbone))
    assert counts[0] > CHARS / 50
    assert counts[1] < MOST_PER_DOUBLING * counts[0]


def test_growth_is_that_of_the_last_doubling_and_short_steps_are_not_judged() -> None:
    costs = [Cost({"page": 0.1, "link": 0.001}), Cost({"page": 0.2, "link": 0.002}), Cost({"page": 0.9, "link": 0.03})]  # fmt: skip
    growth = find_growth(costs)
    assert list(growth) == ["page"]
    assert growth["page"] == pytest.approx((4.5, 0.9))
