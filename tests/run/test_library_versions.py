"""What decided is noted: in the run, and for each page the run that wrote it last."""

from __future__ import annotations

import sqlite3
from importlib.metadata import version
from pathlib import Path

import pytest

from onrecord import run
from onrecord.run import pipeline
from onrecord.story import open_story
from onrecord.story.versions import describe_versions, list_versions

PAGE = "<html lang='en'><body><article><h1>A bridge</h1><p>The bridge cost £18 million, Ann Lee said.</p></article></body></html>"


def test_a_run_notes_the_libraries_that_decide(northbridge: Path) -> None:
    with open_story(northbridge) as story:
        (only,) = story.runs()
        noted = dict(only.libraries)
        assert noted["babel"] == version("babel")
        assert noted["spacy"] == version("spacy")
        assert noted["link"].startswith("link@")
        told = set(describe_versions(story).values())
        assert len(told) == 1
        assert f"babel {version('babel')}" in told.pop()
        assert any(one.startswith("quotes@") for one in list_versions(story))


def test_each_page_has_the_run_that_wrote_it_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "one.html").write_text(PAGE)
    story = tmp_path / "story.db"
    monkeypatch.setattr(pipeline, "read_library_versions", lambda: {"babel": "1"})
    run.build([pages], story, run.RunOptions())
    (pages / "two.html").write_text(PAGE.replace("18", "19"))
    monkeypatch.setattr(pipeline, "read_library_versions", lambda: {"babel": "2"})
    run.build([pages], story, run.RunOptions())
    with open_story(story) as opened:
        made = {head.path.rpartition("/")[2]: head.id for head in opened.heads()}
        told = describe_versions(opened)
        assert told[made["one.html"]].endswith("babel 1")
        assert told[made["two.html"]].endswith("babel 2")


def test_a_story_that_did_not_note_them_says_so(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE)
    story = tmp_path / "story.db"
    run.build([tmp_path / "one.html"], story, run.RunOptions())
    with sqlite3.connect(story) as connection:
        connection.execute("ALTER TABLE runs DROP COLUMN libraries")
        connection.execute("ALTER TABLE pages DROP COLUMN drawn_run")
    with open_story(story) as opened:
        assert opened.runs()[0].libraries == ()
        assert all("libraries not recorded" in one for one in describe_versions(opened).values())
