"""Times in lines of flattened pages, and their values where words alone give one."""

from __future__ import annotations

import pytest

from onrecord.pages.flat.timestamps import find_timestamp


@pytest.mark.parametrize(
    ("line", "words", "iso"),
    [
        ("Ann on March 3, 2016 at 4:05 pm", "March 3, 2016 at 4:05 pm", "2016-03-03T16:05"),
        ("3. März 2016 um 10:15 Uhr", "3. März 2016 um 10:15 Uhr", "2016-03-03T10:15"),
        ("10:15, 3 March 2016", "10:15, 3 March 2016", "2016-03-03T10:15"),
        ("2016-03-03 12:05 am GMT", "2016-03-03 12:05 am GMT", "2016-03-03T00:05+00:00"),
        ("Friday 4 March 2016", "Friday 4 March 2016", "2016-03-04"),
        ("25/03/2016", "25/03/2016", "2016-03-25"),
        ("03.04.2016", "03.04.2016", "2016-04-03"),
        ("03/04/2016", "03/04/2016", None),
        ("March 3", "March 3", None),
        ("12 days ago", "12 days ago", None),
    ],
)
def test_a_time_is_found(line: str, words: str, iso: str | None) -> None:
    timestamp = find_timestamp(line)
    assert timestamp is not None
    assert line[timestamp.start : timestamp.end] == timestamp.text == words
    assert timestamp.iso == iso


@pytest.mark.parametrize(
    "line",
    ["Ann Lee", "31 men", "2016", "version 1.2.3", "March on Rome", "3 March 2016 " + "x" * 150],
)
def test_other_lines_hold_none(line: str) -> None:
    assert find_timestamp(line) is None


@pytest.mark.parametrize(
    ("line", "is_exact"),
    [("3 March 2016", False), ("3 March 2016, 10:15", True), ("3 hours ago", True)],
)
def test_a_time_of_day_or_an_age_is_exact(line: str, is_exact: bool) -> None:
    timestamp = find_timestamp(line)
    assert timestamp is not None
    assert timestamp.is_exact == is_exact
