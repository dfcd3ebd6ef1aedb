"""Threads in markup: a table of small pages, of systems in the table and of none, and pages without a thread."""

from __future__ import annotations

import pytest
from tests.case_tables import read_cases

from onrecord.pages import page_from_html

ROWS = read_cases("threads")
BODY = (
    "<article>"
    + "<p>The council met on Monday and spoke, at length, of the bridge.</p>" * 4
    + "</article>"
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_thread(row: dict[str, object]) -> None:
    page = page_from_html(f"<html><body>{BODY}{row['html']}</body></html>".encode())
    places = {comment.id: place for place, comment in enumerate(page.thread)}
    found = [[c.author, c.time, places.get(c.parent or ""), c.evidence.text] for c in page.thread]
    assert found == row["expect"]
