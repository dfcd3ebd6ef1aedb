"""The run's edges: one bad page, name or statement never ends it, and nothing is lost silently."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from onrecord import run
from onrecord.config import Settings
from onrecord.errors import PageError, StoreError
from onrecord.language import load_backbone
from onrecord.language.pipeline.backbone import Backbone
from onrecord.language.thresholds import THRESHOLDS
from onrecord.pages import make_page, page_from_text
from onrecord.records import Capture, Page, Skipped
from onrecord.run.process import process_capture
from onrecord.story import open_story, verify

MODEL = os.environ.get("ONRECORD_MODEL") or None
WORDS = "The weir at Orsk will be mended by May 2020, the board said on 4 May 2019.\n"


def build(folder: Path, **given: Path) -> run.RunReport:
    options = run.RunOptions(model=MODEL, manifest=given.get("manifest"))
    return run.build([folder / "saved"], folder / "story.db", options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "a.txt").write_text(WORDS)
    return tmp_path


def test_the_same_page_stated_twice_is_told_and_stays_as_first_stated(folder: Path) -> None:
    (folder / "saved" / "b.txt").write_text(WORDS)
    manifest = folder / "manifest.csv"
    manifest.write_text("path,outlet\nsaved/a.txt,The Weir\nsaved/b.txt,The Dam\n")
    for pages_new in (1, 0):
        report = build(folder, manifest=manifest)
        assert report.pages_new == pages_new
        assert [item.reason for item in report.skipped] == ["stated_twice"]
        with open_story(folder / "story.db") as story:
            assert [head.outlet for head in story.heads()] == ["The Weir"]


def test_a_name_that_is_not_utf8_is_kept_in_writing(folder: Path) -> None:
    name = os.fsencode(folder / "saved") + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text(WORDS.replace("Orsk", "Holm"))
    bad = os.fsencode(folder / "saved") + b"/\xff.txt"
    Path(os.fsdecode(bad)).write_bytes(b"")
    report = build(folder)
    assert report.pages_new == 2
    with open_story(folder / "story.db") as story:
        paths = [row["path"] for row in story.rows("SELECT path FROM paths")]
        assert any(path.endswith("caf\\xe9.txt") for path in paths)
        assert any(item.path.endswith("\\xff.txt") for item in story.skipped())


def test_every_fault_of_a_manifest_is_kept(folder: Path) -> None:
    manifest = folder / "manifest.csv"
    manifest.write_text(
        "path,published,outlet\nsaved/a.txt,soon,The Weir\nsaved/no.txt,2019,\nsaved/none.txt,2019,\n"
    )
    report = build(folder, manifest=manifest)
    with open_story(folder / "story.db") as story:
        assert len(story.skipped()) == len(report.skipped) == 3


def test_a_fault_of_our_own_in_the_parse_leaves_the_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "saved" / "b.txt").write_text(WORDS.replace("Orsk", "Holm"))
    real = Backbone.parse

    def parse(backbone: Backbone, page: object) -> object:
        if "Holm" in page.text:  # type: ignore[attr-defined]
            raise RecursionError("too deep")
        return real(backbone, page)  # type: ignore[arg-type]

    monkeypatch.setattr(Backbone, "parse", parse)
    report = build(folder)
    assert report.pages_new == 2
    (failed,) = report.skipped
    assert (failed.reason, failed.path.rpartition("/")[2]) == ("failed", "b.txt#parse")
    assert "without its quotes" in failed.message
    assert "RecursionError at parse" in failed.message
    with open_story(folder / "story.db") as story:
        counts = {head.path.rpartition("/")[2]: story.records_of(head.id) for head in story.heads()}
    assert len(counts["a.txt"].times) == 2
    assert list(counts["b.txt"]) == []


def test_a_fault_of_our_own_in_the_page_skips_that_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "saved" / "b.txt").write_text(WORDS.replace("Orsk", "Holm"))

    def fail_or_make(capture: Capture, *, settings: Settings) -> Page:
        if b"Holm" in capture.data:
            raise RecursionError("too deep")
        return make_page(capture, settings=settings)

    monkeypatch.setattr("onrecord.run.process.make_page", fail_or_make)
    report = build(folder)
    assert report.pages_new == 1
    (failed,) = report.skipped
    assert (failed.reason, failed.path.rpartition("/")[2]) == ("failed", "b.txt")
    assert "RecursionError at fail_or_make" in failed.message


def test_a_fault_of_our_own_in_a_step_of_linking_leaves_the_other_links(
    northbridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story_path = tmp_path / "story.db"
    story_path.write_bytes(northbridge.read_bytes())
    (tmp_path / "more.txt").write_text(WORDS)

    def fail(_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("onrecord.link.figures.same_figure.link_figures", fail)
        report = run.add(story_path, [tmp_path / "more.txt"], run.RunOptions(model=MODEL))
    (failed,) = report.skipped
    assert (failed.reason, failed.path) == ("failed", f"{story_path}#links between figures")
    assert "ZeroDivisionError at fail" in failed.message
    with open_story(story_path) as story:
        kinds = {link.kind for link in story.links()}
        assert "same_entity" in kinds
        assert "same_figure" not in kinds
    # The next run makes them, though it has no new page.
    assert run.add(story_path, [tmp_path / "more.txt"], run.RunOptions(model=MODEL)).skipped == ()
    with open_story(story_path) as story:
        assert "same_figure" in {link.kind for link in story.links()}
        assert not [item for item in story.skipped() if "#links" in item.path]


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE captures SET data = (SELECT c.data FROM captures c WHERE c.sha256 != captures.sha256 LIMIT 1)",
        "UPDATE captures SET data = x'00112233'",
        "UPDATE pages SET byte_map = x'00'",
        "UPDATE quotes SET bytes = NULL",
        "UPDATE pages SET thread_stated = replace(thread_stated, 'thoughts', 'comments')",
        'UPDATE comments SET quoted = \'[{"text": "No", "start": 0, "end": 2}]\'',
        "UPDATE who SET text = 'Nobody'",
        "UPDATE undertakings SET mentions = replace(mentions, 'Northbridge', 'Southbridge')",
        "UPDATE outcomes SET evidence = replace(evidence, 'promise', 'premise')",
    ],
)
def test_verify_finds_what_was_tampered_with(spoil: str, northbridge: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    path.write_bytes(northbridge.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute(spoil)
    connection.commit()
    connection.close()
    with open_story(path) as story:
        assert list(verify(story))


def test_damaged_rows_are_told_in_one_line(northbridge: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    path.write_bytes(northbridge.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE quotes SET content = '{'")
    connection.commit()
    connection.close()
    with open_story(path) as story, pytest.raises(StoreError, match="damaged"):
        story.records("quotes")


@pytest.mark.parametrize(
    "text",
    [
        '"' * 50_000,
        "(" * 20_000 + "x" + ")" * 20_000,
        "On Monday, 3 May 2016, " * 2_000,
        "x " * 30_000,
    ],
    ids=["marks", "brackets", "dates", "words"],
)
def test_what_no_sentence_is_made_of_is_parsed_in_pieces(text: str, backbone: Backbone) -> None:
    page = page_from_text(f"{WORDS}\n{text}\n\nThe board said so again.")
    parse = backbone.parse(page)
    assert parse.blocks[0].doc.text == WORDS.strip()
    assert parse.blocks[-1].doc.text.endswith("The board said so again.")
    for block in parse.blocks:
        assert len(block.doc.text) <= THRESHOLDS.chunk_chars
        assert page.text[block.zone.start : block.zone.end].split() == block.doc.text.split()


@pytest.mark.parametrize(
    ("name", "bound", "reason"),
    [
        ("a.html", Settings(max_parsed=40), "too_large"),
        ("a.txt", Settings(max_chars=20), "too_long"),
    ],
)
def test_a_run_s_own_settings_reach_its_pages(
    name: str, bound: Settings, reason: str, tmp_path: Path
) -> None:
    words = "It rained all day in the hills above the town, they said."
    whole = f"<!doctype html><p>{words}</p>" if name.endswith("html") else words
    saved = Capture("0" * 64, whole.encode(), name, f"text/{'html' if 'html' in name else 'plain'}")
    assert words in make_page(saved, settings=Settings()).text
    with pytest.raises(PageError) as raised:
        make_page(saved, settings=bound)
    assert raised.value.reason == reason
    drawn = process_capture(saved, load_backbone(MODEL), bound)
    assert isinstance(drawn, Skipped)
    assert drawn.reason == reason


def test_a_run_s_own_settings_reach_the_process_that_reads_pdf(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("pypdfium2")
    asked: list[list[str]] = []

    def answer(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, b'{"sheets": []}\n', b"")

    monkeypatch.setattr("onrecord.pages.sheets.glyphs.subprocess.run", answer)
    saved = Capture("0" * 64, b"%PDF-1.4", "a.pdf", "application/pdf")
    with pytest.raises(PageError, match="of pictures"):
        make_page(saved, settings=Settings(max_seconds=7, max_sheets=8, max_chars=9_000))
    assert asked[0][-4:] == ["chars", "7", "8", "9000"]


def test_the_story_is_not_read_as_one_of_its_pages(folder: Path) -> None:
    story = folder / "saved" / "story.db"
    for pages_new in (1, 0):
        report = run.build([folder / "saved"], story, run.RunOptions(model=MODEL))
        assert (report.pages_new, report.skipped) == (pages_new, ())


def test_counts_past_all_measure_are_no_counts(tmp_path: Path) -> None:
    said = "".join(
        f'<li class="comment" id="comment-{n}"><cite class="fn">Ann{n}</cite><span class="votes">{"9" * 30}</span>'
        f'<div class="comment-text"><p>Never so wet before, {n} of us say.</p></div></li>'
        for n in range(3)
    )
    told = "".join(
        f'{{"@type": "Comment", "text": "Never so wet before, {n} of us say.", "upvoteCount": {votes}}},'
        for n, votes in enumerate(('"--5"', "9" * 400, f'"{"9" * 5_000}"'))
    )
    page = (
        f'<!doctype html><title>Rain</title><script type="application/ld+json">[{told}[]]</script><article><h1>Rain</h1>'
        f"{f'<p>{WORDS}</p>' * 3}</article><p>1{',000' * 2_000} comments</p><ol class='commentlist'>{said}</ol>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    report = run.build([tmp_path / "a.html"], tmp_path / "s.db", run.RunOptions(model=MODEL))
    assert (report.pages_new, report.skipped) == (1, ())
    with open_story(tmp_path / "s.db") as story:
        page_made = story.page(story.heads()[0].id)
    assert [comment.votes for comment in page_made.thread] == [None] * 3
    assert page_made.thread_stated is None
