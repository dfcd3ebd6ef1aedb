"""The brief: every line has the words it rests on, every format says the same, and it prints on the pages asked for."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from onrecord.brief import ENDINGS, build_brief, write_brief
from onrecord.brief.content import Brief, Footnote, Line, Section
from onrecord.brief.footnotes import cut, quote
from onrecord.brief.html_writer import format_html
from onrecord.brief.markdown_writer import format_markdown
from onrecord.cli.main import run_command
from onrecord.errors import ConfigError, StoreError
from onrecord.story import open_story
from tests.web.test_browser import FLAGS, chromium

HOSTILE = "<script>alert(1)</script> *bold* [x](javascript:y) | \x07\ufffe `"


@pytest.fixture(scope="module")
def brief(northbridge: Path) -> Brief:
    with open_story(northbridge) as story:
        return build_brief(story, 3)


def build_hostile() -> Brief:
    note = Footnote(1, HOSTILE, HOSTILE, "javascript:alert(1)", HOSTILE, "e-1")
    line = Line(HOSTILE, HOSTILE, (1, 1))
    return Brief(HOSTILE, HOSTILE, (Section(HOSTILE, HOSTILE, (line,), ""),), (note,))


def test_every_section_of_the_example_says_something(brief: Brief) -> None:
    assert [section.heading for section in brief.sections] == [
        "What it is",
        "Who is in it",
        "The line",
        "Promises and what came of them",
        "Numbers that disagree",
        "What rests on one unnamed source",
        "What is not known",
    ]
    for section in brief.sections:
        assert section.lines or section.nothing
    assert len(brief.sections[2].lines) > 5
    assert len(brief.sections[3].lines) > 3


def test_every_line_but_counts_has_words_of_its_page(brief: Brief, northbridge: Path) -> None:
    numbers = [note.number for note in brief.footnotes]
    assert numbers == list(range(1, len(numbers) + 1))
    for section in brief.sections[:-1]:
        for line in section.lines:
            assert line.notes
            assert set(line.notes) <= set(numbers)
    with open_story(northbridge) as story:
        texts = {head.path: story.page(head.id).text for head in story.heads()}
    for note in brief.footnotes:
        path, _, place = note.place.partition(", characters ")
        found = re.match(r"(\d+)–(\d+)", place)
        assert found is not None
        words = " ".join(texts[path][int(found[1]) : int(found[2])].split())
        assert words.startswith(note.words.removesuffix("…").rstrip())


def test_days_are_in_order_and_longer_briefs_have_more(northbridge: Path) -> None:
    with open_story(northbridge) as story:
        briefs = [build_brief(story, sheets) for sheets in (2, 6)]
    for one in briefs:
        days = [line.lead for line in one.sections[2].lines]
        assert days == sorted(days)
    assert len(briefs[0].footnotes) < len(briefs[1].footnotes)


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_format_holds_every_line(ending: str, northbridge: Path, tmp_path: Path) -> None:
    path = tmp_path / f"brief{ending}"
    result = CliRunner().invoke(run_command, ["brief", str(northbridge), "-o", str(path)])
    assert result.exit_code == 0
    data = path.read_bytes()
    if ending == ".docx":
        data = ZipFile(BytesIO(data)).read("word/document.xml")
    text = data.decode()
    assert "What is not known" in text
    assert text.count("characters ") > 20


@pytest.mark.parametrize("write", [format_html, format_markdown])
def test_hostile_words_stay_words(write: object) -> None:
    assert callable(write)
    text = write(build_hostile())
    assert "<script" not in text.replace("\\<script", "")
    assert 'href="javascript' not in text
    if write is format_markdown:
        assert "](javascript" not in text.replace("\\](javascript", "")


@pytest.mark.parametrize("url", ["http://[::1", "javascript:x", "https://n.example/a b", None])
def test_an_address_that_is_none_is_no_link(url: str | None) -> None:
    note = Footnote(1, "words", "source", url, "place", "e-1")
    brief = Brief("title", "made", (), (note,))
    assert '<a href="http' not in format_html(brief)
    assert " <" not in format_markdown(brief)


def test_words_are_cut_after_a_word_and_marked_once() -> None:
    assert cut("one two three", 9) == "one two…"
    assert [quote(words) for words in ("so", "“so”", "so,” she said", "“so")] == [
        "“so”",
        "“so”",
        "“so,” she said”",
        "“so”",
    ]


def test_a_document_takes_control_characters(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    from onrecord.brief.docx_writer import write_docx

    write_docx(build_hostile(), tmp_path / "brief.docx")
    assert b"alert(1)" in ZipFile(tmp_path / "brief.docx").read("word/document.xml")


def test_what_cannot_be_written_says_why(northbridge: Path, tmp_path: Path) -> None:
    with open_story(northbridge) as story:
        with pytest.raises(ConfigError, match="ends in"):
            write_brief(story, tmp_path / "brief.pdf")
        with pytest.raises(ConfigError, match="2 to 6"):
            write_brief(story, tmp_path / "brief.md", sheets=9)
        with pytest.raises(StoreError, match="can't be written"):
            write_brief(story, tmp_path / "no" / "brief.md")


@pytest.mark.browser
@pytest.mark.parametrize("sheets", [2, 3, 6])
def test_it_prints_on_about_the_pages_asked_for(
    sheets: int, northbridge: Path, tmp_path: Path
) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    pypdfium2 = pytest.importorskip("pypdfium2")
    path = tmp_path / "brief.html"
    with open_story(northbridge) as story:
        write_brief(story, path, sheets=sheets)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page()
        page.goto(path.as_uri())
        printed = page.pdf(prefer_css_page_size=True)
        browser.close()
    assert sheets - 1 <= len(pypdfium2.PdfDocument(printed)) <= sheets + 1
