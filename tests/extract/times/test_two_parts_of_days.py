"""Two parts of days beside each other are two times: neither is a clock time."""

from __future__ import annotations

import pytest

from onrecord.extract import extract
from onrecord.language import Backbone
from onrecord.pages import page_from_text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("in the morning", "on Monday evening"),
        ("in the morning", "tomorrow afternoon"),
        ("in the morning,", "last night"),
        ("on Tuesday night", "in the morning"),
    ],
)
def test_two_parts_of_days_are_two_times(backbone: Backbone, first: str, second: str) -> None:
    page = page_from_text(f"They met {first} {second}.", published="2017-05-02")
    times = extract(page, backbone.parse(page)).times
    assert len(times) == 2
