"""Dates in addresses."""

from __future__ import annotations

import pytest

from onrecord.pages.dates.url_dates import read_url_date
from onrecord.records import Dated


@pytest.mark.parametrize(
    ("url", "expect"),
    [
        ("https://n.example/2016/03/08/rain", "2016-03-08"),
        ("https://n.example/news/2016/mar/08/rain", "2016-03-08"),
        ("https://n.example/2016/03/rain", "2016-03"),
        ("https://n.example/rain-20160308.html", "2016-03-08"),
        ("https://n.example/rain-2016.html", None),
        ("https://n.example/2016/45/99/rain", None),
        ("https://n.example/12016/03/08", None),
        (None, None),
    ],
)
def test_days_of_urls(url: str | None, expect: str | None) -> None:
    assert read_url_date(url) == (Dated(expect, "url") if expect else None)
