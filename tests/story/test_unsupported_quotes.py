"""Claims of one unnamed source: a link within the page supports nothing, one to another page does."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from onrecord.story import open_story
from onrecord.story.unsupported_quotes import list_unsupported_quotes


def list_quotes(path: Path) -> set[str]:
    with open_story(path) as story:
        return set(list_unsupported_quotes(story))


def add_link(path: Path, a: str, b: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO links (id, kind, a, b, score, features) VALUES (?, 'same_event', ?, ?, 1, '[]')",
            (f"l-{a}{b}", a, b),
        )


def test_only_another_page_supports(northbridge: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    shutil.copyfile(northbridge, path)
    before = list_quotes(path)
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT id, page, said_by FROM events ORDER BY id").fetchall()
    event, page, quote = next(row for row in rows if row[2] in before)
    beside = next(id_ for id_, own, _ in rows if own == page and id_ != event)
    elsewhere = next(id_ for id_, own, _ in rows if own != page)
    add_link(path, event, beside)
    assert quote in list_quotes(path)
    add_link(path, beside, elsewhere)
    assert quote not in list_quotes(path)
