"""Heads of saved HTML pages: outlet, title, standfirst, byline, dateline, captions."""

from __future__ import annotations

from typing import Any

import pytest
from tests.case_tables import read_cases
from tests.pages.html_pages import list_zone_texts

from onrecord.pages import page_from_html

ROWS = read_cases("page_heads")
ROLES = ("standfirst", "byline", "dateline", "caption")


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_heads(row: dict[str, Any]) -> None:
    page, expect = page_from_html(row["text"].encode(), url=row.get("url")), row["expect"]
    for role in ROLES:
        if role in expect:
            assert list_zone_texts(page, role) == expect[role], row["why"]
    dates = {"published": page.published, "updated": page.updated}
    for field in dates.keys() & expect.keys():
        dated = dates[field]
        assert (dated.value if dated else None) == expect[field], row["why"]
    if "body" in expect:
        assert len(list_zone_texts(page, "body")) == expect["body"], row["why"]
    for field in {"outlet", "title", "url"} & expect.keys():
        assert getattr(page, field) == expect[field], row["why"]
    if "authors" in expect:
        assert list(page.authors) == expect["authors"], row["why"]
    if "body_first" in expect:
        assert list_zone_texts(page, "body")[0].startswith(expect["body_first"]), row["why"]
    ends = [0, *(zone.end for zone in page.zones)]
    for end, zone in zip(ends, page.zones, strict=False):
        assert not page.text[end : zone.start].strip()
