"""Bad input: each gets one clear line and a reason, the rest of the run goes on, nothing is lost."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from onrecord import run
from onrecord.config import Settings
from onrecord.story import open_story, verify

MODEL = os.environ.get("ONRECORD_MODEL") or None
GOOD = (
    "<!doctype html><html><head><title>Weir to be mended</title></head><body><article>"
    "<h1>Weir to be mended</h1><p>The weir at Orsk will be mended before the winter, the river board "
    "said on 4 May 2019. About 40 men will work on it.</p><p>“We have waited long enough,” said "
    "Ida Noor, who farms beside the river and has lost two harvests to it.</p></article></body></html>"
)
BAD: dict[str, bytes] = {
    "empty.html": b"",
    "blank.txt": b" \n\n \t\n",
    "noise.html": os.urandom(50_000),
    "noise.txt": bytes(range(256)) * 200,
    "cut.html.gz": gzip.compress(GOOD.encode() * 40)[:300],
    "cut.warc.gz": gzip.compress(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999\r\n\r\nHTTP/1.1 200"
    )[:-9],
    "nothing.html": b"<html><body><nav></nav></body></html>",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(500),
}
ODD: dict[str, bytes] = {
    "deep.html": b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000,
    "nul.html": GOOD.encode().replace(b"river", b"riv\x00er"),
    "lying.html": GOOD.replace("<head>", '<head><meta charset="ascii">').encode("utf-16"),
    "wrong.html": GOOD.replace("<head>", '<head><meta charset="utf-8">').encode("cp1252"),
    "surrogate.txt": "The weir will be mended in May \ud83d said the board.\n".encode(
        "utf-8", "surrogatepass"
    ),
    "long-line.txt": b"The weir at Orsk will be mended, the board said. " * 4_000,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[run.RunReport, Path]:
    folder = tmp_path_factory.mktemp("bad")
    saved = folder / "saved"
    saved.mkdir()
    (saved / "good.html").write_text(GOOD, encoding="utf-8")
    for name, data in {**BAD, **ODD}.items():
        (saved / name).write_bytes(data)
    huge = saved / "huge.html"
    with huge.open("wb") as file:
        file.write(GOOD.encode())
        file.truncate(200_000_000)
    (saved / "loop").symlink_to(saved, target_is_directory=True)
    path = folder / "story.db"
    return run.build([saved, folder / "not-there.html"], path, run.RunOptions(model=MODEL)), path


@pytest.mark.parametrize("name", [*BAD, "huge.html", "not-there.html"])
def test_what_can_not_be_read_is_skipped_with_one_line(
    name: str, built: tuple[run.RunReport, Path]
) -> None:
    found = [item for item in built[0].skipped if name in item.path]
    assert found, name
    for item in found:
        assert item.reason.replace("_", "").isalpha()
        assert item.message
        assert "\n" not in item.message
        assert name in item.message


def test_the_reason_of_a_huge_file_is_its_size(built: tuple[run.RunReport, Path]) -> None:
    reasons = {Path(item.path).name: item.reason for item in built[0].skipped}
    assert reasons["huge.html"] == "too_large"
    assert reasons["empty.html"] == "empty"


def test_the_rest_of_the_run_goes_on(built: tuple[run.RunReport, Path]) -> None:
    with open_story(built[1]) as story:
        paths = {Path(row["path"]).name for row in story.rows("SELECT path FROM paths")}
        assert "good.html" in paths
        good = next(head for head in story.heads() if head.path.endswith("good.html"))
        assert good.title == "Weir to be mended"
        assert story.records("quotes", page=good.id)
        assert list(verify(story)) == []


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_read_or_skipped(name: str, built: tuple[run.RunReport, Path]) -> None:
    skipped = {Path(item.path).name for item in built[0].skipped}
    with open_story(built[1]) as story:
        read = {Path(row["path"]).name for row in story.rows("SELECT path FROM paths")}
    assert (name in read) != (name in skipped)


def test_a_page_too_long_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The weir will be mended, the board said.\n\n" * 100)
    options = run.RunOptions(model=MODEL, settings=Settings(max_chars=1_000))
    report = run.build([tmp_path / "long.txt"], tmp_path / "story.db", options)
    assert [item.reason for item in report.skipped] == ["too_long"]


def test_a_bad_manifest_row_is_told_and_the_rest_holds(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(GOOD, encoding="utf-8")
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("path,published,outlet\ngood.html,2019-05-04,The Weir\nnone.html,2019,X\n")
    options = run.RunOptions(model=MODEL, manifest=manifest)
    report = run.build([tmp_path / "good.html"], tmp_path / "story.db", options)
    assert report.pages_new == 1
    assert any("none.html" in item.message for item in report.skipped)
    with open_story(tmp_path / "story.db") as story:
        assert story.heads()[0].outlet == "The Weir"
