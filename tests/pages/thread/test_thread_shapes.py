"""Threads as many unlike systems mark them, and lists of other things."""

from __future__ import annotations

import pytest
from tests.case_tables import read_cases
from tests.pages.thread.thread_pages import build_list, read_page

ROWS = read_cases("thread_shapes")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_shape(row: dict[str, object]) -> None:
    page = read_page(str(row["html"]))
    places = {comment.id: place for place, comment in enumerate(page.thread)}
    found = [[c.author, c.time, places.get(c.parent or ""), c.evidence.text] for c in page.thread]
    assert found == row["expect"]


@pytest.mark.parametrize(
    ("kind", "draw"),
    [
        ("related", '<div class="item"><h3><a href="/PLACE">Title PLACE of it</a></h3><p>by NAME on 1PLACE May 2016</p><p>WORDS</p></div>'),
        ("testimonials", "<blockquote><p>WORDS</p><cite>NAME</cite></blockquote>"),
        ("commentary", '<div class="comment"><h4><a href="/opinion/PLACE">WORDS</a></h4><p>NAME</p></div>'),
        ("events", "<li><span>1PLACE May 2016</span><strong>NAME</strong><p>WORDS</p></li>"),
        ("widget", '<li class="recentcomments">NAME on <a href="/PLACE#comment-1">WORDS</a></li>'),
    ],
)  # fmt: skip
def test_lists_of_other_things_are_no_threads(kind: str, draw: str) -> None:
    assert read_page(build_list(kind, draw)).thread == ()
