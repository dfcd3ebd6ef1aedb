"""A page without a title is shown by its first words, in lists and on its own page; never by its file's name."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.story import open_story
from onrecord.web import create_app
from onrecord.web.render import get_title
from tests.web.made import make_story


@pytest.fixture
def untitled(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "untitled.db"
    page = make_story(path)["page"]
    with sqlite3.connect(path) as rows:
        rows.execute("UPDATE pages SET title = NULL WHERE id = ?", (page,))
    rows.close()
    return path, page


def test_its_first_words_stand_for_it(untitled: tuple[Path, str]) -> None:
    path, id_ = untitled
    with open_story(path) as story:
        head, page = story.head(id_), story.page(id_)
        first = next(one for one in page.zones if one.role in {"headline", "standfirst", "body"})
        words = " ".join(page.text[first.start : first.start + 20].split())
        assert get_title(head).startswith(f"“{words}")
        assert Path(head.path).name not in get_title(head)
        titled = [one for one in story.heads() if one.title]
        assert titled
        assert all(one.first_words is None for one in titled)


def test_a_page_without_passages_has_no_name_made_up(untitled: tuple[Path, str]) -> None:
    path, id_ = untitled
    with sqlite3.connect(path) as rows:
        rows.execute("DELETE FROM passages WHERE page = ?", (id_,))
    rows.close()
    with open_story(path) as story:
        assert get_title(story.head(id_)) == "Page without words of its own"


def test_lists_show_it_by_its_words(untitled: tuple[Path, str]) -> None:
    path, id_ = untitled
    with open_story(path) as story:
        name = get_title(story.head(id_))
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        assert name[:20] in client.get("/pages").text
