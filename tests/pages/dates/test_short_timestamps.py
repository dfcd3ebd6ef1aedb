"""Days and times as short as forums write them."""

from __future__ import annotations

import pytest

from onrecord.pages.dates.parsing import parse_timestamp


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("29.01.19", "2019-01-29"),
        ("Tue 16-Jun-20 16:12:14", "2020-06-16T16:12:14"),
        ("Sat, Jun 18 '05, 10:24 AM", "2005-06-18T10:24"),
        ("17.07, 2011 @ 13:04", "2011-07-17T13:04"),
        ("vor 3 Jahren", None),
        ("09/06/20", None),
    ],
)
def test_short_stamps(words: str, value: str | None) -> None:
    assert parse_timestamp(words, short=True) == value
