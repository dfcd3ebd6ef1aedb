"""Flattened pages: zones and threads in tests/cases/flat.jsonl, and laws that hold for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case_tables import read_cases

from onrecord.pages.flat.layout import FlatLayout, read_flat
from onrecord.pages.flat.page_builder import build_page
from onrecord.records import Stated

ROWS = read_cases("flat")
PIECES = st.sampled_from(
    [
        "Joost K", "Joost K says:", "says:", "March 3, 2016 at 4:05 pm", "3 years ago", "Reply", "3",
        "12 Comments", "Leave a Reply", "Notify of", "View all comments", "Last edited 2 days ago by Kim",
        "The boats went out again on Monday.", "It was late… Read more »", "By Anna Holt", "* ", "\u3000",
        "“The boats went out again on Monday.”", "VELDEN, March 3 (Coast Press) — ", "…", "@Joost K no", "\t",
    ]
)  # fmt: skip
PAGES = st.one_of(
    st.text(max_size=400),
    st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", "\n\n\n", " "])), max_size=40).map(
        lambda parts: "".join(piece + gap for piece, gap in parts)
    ),
)


def check_layout(text: str, layout: FlatLayout) -> None:
    """Assert what holds of every layout."""
    end = 0
    for zone in layout.zones:
        assert end <= zone.start < zone.end <= len(text)
        assert not text[end : zone.start].strip()
        end = zone.end
    assert not text[end:].strip()
    spans = [(c.start, c.end) for c in layout.comments]
    assert spans == [(z.start, z.end) for z in layout.zones if z.role == "comment"]
    assert all((c.author is None) == (c.author_how is None) for c in layout.comments)
    assert all((c.parent is None) == (c.parent_how is None) for c in layout.comments)
    assert all(c.parent is None or c.parent < i for i, c in enumerate(layout.comments))


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_zones(row: dict[str, Any]) -> None:
    text = row["text"]
    layout = read_flat(text)
    check_layout(text, layout)
    found = [(zone.role, text[zone.start : zone.end]) for zone in layout.zones]
    for (role, words), (got, zone_words) in zip(row["roles"], found, strict=False):
        assert (got, zone_words[: len(words)]) == (role, words), row["why"]
    assert len(found) >= len(row["roles"])
    assert all(role in {"furniture", "body"} for role, _ in found[len(row["roles"]) :])


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_comments(row: dict[str, Any]) -> None:
    comments = read_flat(row["text"]).comments
    assert len(comments) == len(row["comments"]), row["why"]
    for comment, expected in zip(comments, row["comments"], strict=True):
        start = expected.pop("author_start", None)
        assert start is None or (comment.author or "").startswith(start)
        got = {field: getattr(comment, field) for field in expected}
        assert got == expected, row["why"]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_what_the_page_states(row: dict[str, Any]) -> None:
    text, stated = row["text"], dict(row["meta"])
    layout = read_flat(text)
    if "title" in stated:
        title = stated.pop("title")
        assert (text[slice(*layout.title)] if layout.title else None) == title, row["why"]
    for field, value in stated.items():
        got = getattr(layout, field)
        assert (list(got) if isinstance(got, tuple) else got) == value, row["why"]


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_any_text_has_a_lawful_layout(text: str) -> None:
    layout = read_flat(text)
    check_layout(text, layout)
    assert layout == read_flat(text)


def test_page_holds_its_comments() -> None:
    row = next(row for row in ROWS if row["name"].startswith("wordpress says"))
    page = build_page(
        row["text"],
        page_id="p-1",
        capture=None,
        path="harbour.txt",
        stated=Stated(outlet="Velden Courier", published="2016-03-05"),
        byte_map=None,
    )
    assert page.text == row["text"]
    assert page.title == "Velden harbour reopens after storm repairs"
    assert page.published is not None
    assert (page.published.value, page.published.how) == ("2016-03-05", "stated")
    first, second, _ = page.thread
    assert second.parent == first.id
    assert [c.order for c in page.thread] == [0, 1, 2]
    assert all(page.text[c.evidence.start : c.evidence.end] == c.evidence.text for c in page.thread)


def test_empty_text_has_no_zones() -> None:
    assert read_flat("") == read_flat(" \n\n\t") == FlatLayout(())


@pytest.mark.shared
def test_article_with_the_remains_of_a_form(shared: Path) -> None:
    text = (shared / "seeds" / "000_f4e1e92a97ac4061.txt").read_text("utf-8")
    layout = read_flat(text)
    check_layout(text, layout)
    roles = [zone.role for zone in layout.zones]
    assert roles[:3] == ["headline", "standfirst", "caption"]
    assert roles[3:] == ["body"] * 11 + ["furniture"]
    assert layout.comments == ()


@pytest.mark.shared
def test_thread_with_lost_authors(shared: Path) -> None:
    text = (shared / "seeds" / "002_6410feb1b5369838.txt").read_text("utf-8")
    layout = read_flat(text)
    check_layout(text, layout)
    assert layout.title is None
    assert [zone.role for zone in layout.zones][:10] == ["body"] * 9 + ["furniture"]
    comments = layout.comments
    assert len(comments) == 42
    assert sum(c.cut_short for c in comments) == 5
    assert sum(c.author is None for c in comments) == 16
    assert sum(c.author_how == "edit stamp" for c in comments) == 2
    assert sum(c.edited_text is not None for c in comments) == 4
    assert sum(c.author == "Meirion X" for c in comments) == 13
    assert {c.author for c in comments if c.author_how == "edit stamp"} == {"Sjb1968"}
    quoted = [c.parent for c in comments if c.parent_how == "quoted"]
    assert len(quoted) == 1
    assert "AB" not in {c.author for c in comments}
