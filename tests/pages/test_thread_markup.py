"""Threads in markup: a table of small pages, of systems in the table and of none, and pages without a thread."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.pages import page_from_html
from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.thread.words.platforms import COMMENT_SIGN, PLATFORMS

CASES = Path(__file__).parents[1] / "cases" / "threads.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line]
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


@pytest.mark.parametrize(
    "label",
    ["post bg2 p41", "message message--post js-post", "message post-12", "postbitlegacy", "post12345", "b-post",
     "post_wrapper", "cpost", "itemcomment", "wbbpost", "comtr", "uficomment", "coral-comment", "forum-fil", "li-comment-7"],
)  # fmt: skip
def test_every_item_has_a_sign(label: str) -> None:
    assert any(platform.comment.search(label) for platform in PLATFORMS)
    assert COMMENT_SIGN.search(label)


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
