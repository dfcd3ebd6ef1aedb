"""The story file: what is written is what is read, and bad files get one clear line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import NotFound, SchemaVersionError, StoreError
from onrecord.pages import make_page
from onrecord.records import Capture, Mention, Page, Quote, Records, Skipped, Source
from onrecord.records.ids import build_content_id, hash_sha256
from onrecord.story import StoryWriter, explain_record, open_story, search, verify
from onrecord.story.thresholds import THRESHOLDS
from tests.story.rows import rows_of

HTML = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry to run again</title></head>
<body><article><h1>Ferry to run again</h1>
<p>The ferry between Holm &amp; Skerry will run again from May, the harbour master said on Monday.</p>
<p>\xe2\x80\x9cWe have waited three long winters for this day,\xe2\x80\x9d said Ida Noor, who keeps the island&rsquo;s only shop.</p>
</article></body></html>"""


def capture(data: bytes = HTML, path: str = "ferry.html") -> Capture:
    return Capture(hash_sha256(data), data, path, "text/html")


def records_of(page: Page) -> Records:
    start = page.text.index("Ida Noor")
    words = page.text.index("We have")
    end = page.text.index("this day,") + len("this day,")
    mention = Mention("m-1", page.evidence(start, start + 8, "entities@1"), "person", "n-1")
    quote = Quote(
        build_content_id("q", page.id, words, end),
        page.evidence(words, start + 8, "quotes@1"),
        "direct",
        (page.part(words, end),),
        None,
        Source("Ida Noor", start, start + 8, "named", "n-1"),
        (),
        "body",
    )
    return Records(mentions=(mention,), quotes=(quote,))


def written(path: Path) -> Page:
    page = make_page(capture())
    with StoryWriter(path, create=True) as writer:
        writer.begin_run(version="0", model="none@0")
        writer.write_page(capture(), page, records_of(page), "d-1")
        writer.record_skipped(Skipped("noise.bin", "binary", "noise.bin: not a page"))
        writer.finish_run(pages_new=1, pages_same=0, skipped=1)
    return page


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written(tmp_path / "story.db")
    return tmp_path / "story.db"


def test_a_page_comes_back_as_it_was(path: Path) -> None:
    page = make_page(capture())
    with open_story(path) as story:
        assert story.page(page.id).text == page.text
        assert story.page(page.id).zones == page.zones
        assert story.original(page.id) == HTML
        assert story.records("quotes") == records_of(page).quotes
        assert story.records_of(page.id) == records_of(page)
        assert story.skipped() == (Skipped("noise.bin", "binary", "noise.bin: not a page"),)
        assert story.counts()["pages"] == 1
        assert story.runs()[0].pages_new == 1


def test_the_bytes_spell_the_words(path: Path) -> None:
    with open_story(path) as story:
        assert list(verify(story)) == []
        reason = explain_record(story, story.records("quotes")[0].id)
        assert reason.bytes is not None
        assert reason.original is not None
        assert reason.original.startswith("We have waited three long winters")
        assert "Ida Noor" in reason.original
        assert b"Ida Noor" in HTML[slice(*reason.bytes)]


def test_verify_finds_words_that_were_changed(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE quotes SET text = 'We have waited four' ")
    connection.execute("UPDATE mentions SET bytes = '[0, 4]'")
    connection.commit()
    connection.close()
    with open_story(path) as story:
        found = {(wrong.id[0], wrong.where) for wrong in verify(story)}
    assert {("q", "text"), ("q", "bytes"), ("m", "bytes")} <= found
    assert {("q", "row of quotes"), ("m", "row of mentions")} <= found


def test_writing_twice_is_writing_once(path: Path) -> None:
    before = rows_of(path)
    page = make_page(capture())
    with StoryWriter(path, create=True) as writer:
        writer.begin_run(version="0", model="none@0")
        assert writer.find_page("d-1") == page.id
        writer.write_page(capture(), page, records_of(page), "d-1")
    assert rows_of(path) == before


def test_it_is_one_plain_file_when_closed(path: Path) -> None:
    assert [item.name for item in path.parent.iterdir()] == ["story.db"]
    connection = sqlite3.connect(path)
    row = connection.execute("SELECT source, words FROM said").fetchone()
    assert row[0] == "Ida Noor"
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_search_finds_words_and_phrases(path: Path) -> None:
    with open_story(path) as story:
        assert [hit.text for hit in search(story, '"long winters"')] == ["long winters"]
        assert [hit.role for hit in search(story, "ferr*")] == ["headline", "body"]
        assert search(story, '"winters long"') == ()
        assert search(story, '" OR (') == ()
        assert search(story, "   ") == ()


@pytest.mark.parametrize("query", ['"', "a AND", "NEAR(", "col:x", "-x", "*", "^", "x'y", "\ue000"])
def test_search_takes_anything(path: Path, query: str) -> None:
    with open_story(path) as story:
        search(story, query)


def test_what_is_not_there_is_said(path: Path, tmp_path: Path) -> None:
    with open_story(path) as story:
        for ask in (story.page, story.head, story.record, story.original):
            with pytest.raises(NotFound, match="no-such"):
                ask("no-such")
    with pytest.raises(NotFound, match="onrecord build"):
        open_story(tmp_path / "none.db")


def spoil_other(path: Path) -> None:
    path.unlink()
    sqlite3.connect(path).executescript("CREATE TABLE t (a); PRAGMA user_version = 3;").close()


@pytest.mark.parametrize(
    ("spoil", "error", "says"),
    [
        (lambda path: path.write_text("a letter, not a database " * 50), StoreError, "not a story"),
        (spoil_other, StoreError, "not a story"),
        (lambda path: version(path, 0), SchemaVersionError, "older"),
        (lambda path: version(path, 99), SchemaVersionError, "newer"),
    ],
)
def test_a_file_that_is_no_story_is_left_as_it_is(
    path: Path, spoil: Callable[[Path], object], error: type[StoreError], says: str
) -> None:
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(error, match=says):
        open_story(path)
    with pytest.raises(error, match=says):
        StoryWriter(path, create=True)
    assert path.read_bytes() == before


def test_a_locked_story_is_said_to_be(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "onrecord.story.file.THRESHOLDS", replace(THRESHOLDS, lock_wait_seconds=0.1)
    )
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program is writing"):
        StoryWriter(path, create=False)
    holder.close()


def test_a_full_disk_keeps_what_was_there(path: Path) -> None:
    before = rows_of(path)
    page = make_page(
        capture(HTML + b"<p>" + os.urandom(400_000).hex().encode() + b"</p>", "big.html")
    )
    with StoryWriter(path, create=False) as writer:
        pages = writer.story.rows("PRAGMA page_count")[0]["page_count"]
        writer.story.rows(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(StoreError, match="disk is full"):
            writer.write_page(capture(os.urandom(500_000), "big.html"), page, Records(), "d-2")
    assert rows_of(path) == before


def test_a_read_only_story_is_read_and_not_written(path: Path, nobody: None) -> None:
    before = path.read_bytes()
    with open_story(path) as story:
        assert story.counts()["pages"] == 1
    with pytest.raises(StoreError, match="can't be"):
        StoryWriter(path, create=False)
    assert path.read_bytes() == before


def test_a_killed_runs_log_on_a_read_only_disk_is_no_hindrance(path: Path) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA journal_mode=WAL")
    copy = path.parent / "copy.db"
    copy.write_bytes(path.read_bytes())
    holder.close()
    copy.chmod(0o444)
    with open_story(copy) as story:
        assert story.counts()["pages"] == 1


@pytest.fixture
def nobody(path: Path) -> Iterator[None]:
    """Take away the right to write the story: by its mode, and root's own right by another user."""
    path.chmod(0o444)
    path.parent.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        for folder in path.parents:
            if not folder.stat().st_mode & 0o001:
                folder.chmod(folder.stat().st_mode | 0o055)
        os.seteuid(65534)
    yield
    os.seteuid(user)
    path.parent.chmod(0o755)


def version(path: Path, number: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {number}")
    connection.close()
