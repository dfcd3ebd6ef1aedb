"""Every kind of original in one story: each record leads back into it, and what is spoilt is found."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from onrecord import run
from onrecord.records import Mention
from onrecord.story import explain_record, open_story, verify
from onrecord.story.schema import ADDED_COLUMNS

pytest.importorskip("pypdfium2")
MODEL = os.environ.get("ONRECORD_MODEL") or None
SAVED = Path(__file__).parents[1] / "pages" / "saved"
TEXT = "The weir at Orsk will be mended by May 2020, Ada Brandt said on 4 May 2019. “We’ll stay,” she said."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("originals")
    rows = [
        {"url": f"https://n.example/{n}", "title": "The weir", "text": f"{TEXT} “{n} boats.”"}
        for n in range(2)
    ]
    (folder / "crawl.jsonl").write_text("\n".join(map(json.dumps, rows)))
    manifest = folder / "m.csv"
    manifest.write_text(f"path,outlet,published\n{SAVED / 'engineers.pdf'},The Valley,2016-03-09\n")
    path = folder / "story.db"
    options = run.RunOptions(manifest=manifest, model=MODEL)
    report = run.build([SAVED, folder / "crawl.jsonl"], path, options)
    assert report.pages_new == 4
    assert not report.skipped
    return path


def test_every_record_is_read_again_from_its_original(built: Path) -> None:
    with open_story(built) as story:
        assert not list(verify(story))
        assert story.counts()["mentions"] > 8
        heads = {Path(head.path).suffix: head for head in story.heads()}
        assert dict(heads[".pdf"].stated) == {"outlet": "manifest", "published": "manifest"}
        assert heads[".pdf"].published is not None
        assert heads[".pdf"].published.how == "manifest"
        told = explain_record(story, _brandt(story.records("mentions", page=heads[".pdf"].id)).id)
        assert [box.sheet for box in told.boxes] == [1]
        assert told.bytes is not None
        assert told.original is None
        assert told.to_dict()["boxes"][0]["sheet"] == 1
        told = explain_record(story, _brandt(story.records("mentions", page=heads[".mhtml"].id)).id)
        assert told.original == "Ada Brandt"
        assert not told.boxes


def _brandt(records: object) -> Mention:
    return next(r for r in records if r.evidence.text == "Ada Brandt")  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize(
    ("suffix", "where"),
    [("engineers.pdf", "boxes"), ("rain.mhtml", "bytes"), ("crawl.jsonl#1", "bytes")],
)
def test_a_map_of_another_page_is_found_out(
    suffix: str, where: str, built: Path, tmp_path: Path
) -> None:
    from onrecord.pages.source_maps.embedded import EmbeddedMap
    from onrecord.pages.source_maps.maps import unpack_map
    from onrecord.pages.source_maps.sheet_map import SheetMap

    path = tmp_path / "story.db"
    path.write_bytes(built.read_bytes())
    connection = sqlite3.connect(path)
    row = connection.execute(
        "SELECT id, byte_map FROM pages WHERE path LIKE ?", (f"%{suffix}",)
    ).fetchone()
    byte_map = unpack_map(row[1])
    # Every character is said to stand a little further on.
    if isinstance(byte_map, SheetMap):
        for n in range(len(byte_map.edges)):
            byte_map.edges[n] += 3_000
    else:
        assert isinstance(byte_map, EmbeddedMap)
        for n in range(len(byte_map.embedding.outer_starts)):
            byte_map.embedding.outer_starts[n] -= 7
    connection.execute("UPDATE pages SET byte_map = ? WHERE id = ?", (byte_map.pack(), row[0]))
    connection.commit()
    connection.close()
    with open_story(path) as story:
        assert where in {wrong.where for wrong in verify(story) if wrong.page == row[0]}


def test_a_story_without_the_newer_columns_is_read_and_grows(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    path.write_bytes(built.read_bytes())
    connection = sqlite3.connect(path)
    for table, columns in ADDED_COLUMNS.items():
        for column in columns:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column.split()[0]}")
    connection.commit()
    connection.close()
    with open_story(path) as story:
        assert [head.stated for head in story.heads()] == [()] * 4
        assert story.page(story.heads()[0].id).stated == ()
        assert story.skipped() == ()
    run.add(path, [SAVED / "none.html"], run.RunOptions(model=MODEL))
    with open_story(path) as story:
        assert [item.count for item in story.skipped()] == [1]
