"""Open times are resolved when the page's date becomes known, and every value shows how it was computed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.extract.times.test_times import CASES, build_page

from onrecord import run
from onrecord.cli.main import main
from onrecord.extract import times
from onrecord.language import Backbone
from onrecord.records import Dated, Records, Time
from onrecord.records.time import ANCHORS_IN_WORDS
from onrecord.story import explain_record, open_story, verify

MODEL = os.environ.get("ONRECORD_MODEL") or None
TEXT = (
    "The bridge was closed yesterday, the mayor said.\n\n"
    "Repairs will begin next month, two weeks after the survey. The council voted two weeks ago.\n"
)
OPEN = {
    "yesterday": "published",
    "next month": "published",
    "two weeks after the survey": "event",
    "two weeks ago": "published",
}
KNOWN = {"yesterday": "2021-02-19", "next month": "2021-03", "two weeks ago": "2021-W05"}


def read_times(path: Path) -> dict[str, Time]:
    with open_story(path) as story:
        found = (record for record in story.records("times") if isinstance(record, Time))
        return {time.evidence.text: time for time in found}


def test_add_with_a_manifest_gives_open_times_their_values(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "story.db"
    run.build([tmp_path / "note.txt"], path, run.RunOptions(model=MODEL))
    before = read_times(path)
    assert {words: time.waits_for for words, time in before.items()} == OPEN
    assert not any(time.value for time in before.values())

    manifest = tmp_path / "dates.csv"
    manifest.write_text("path,published\nnote.txt,2021-02-20\n", encoding="utf-8")
    run.add(path, [tmp_path / "note.txt"], run.RunOptions(model=MODEL, manifest=manifest))
    after = read_times(path)
    assert {words: time.value for words, time in after.items() if time.value} == KNOWN
    assert {words: time.anchor for words, time in after.items() if time.value} == dict.fromkeys(
        KNOWN, "2021-02-20"
    )
    assert after["two weeks after the survey"].waits_for == "event"
    assert {time.id for time in before.values()} == {time.id for time in after.values()}
    with open_story(path) as story:
        assert not list(verify(story))
        told = explain_record(story, after["two weeks ago"].id).steps
    assert told[:4] == (
        "'two weeks ago'",
        "two weeks back",
        "from published 2021-02-20 (manifest)",
        "→ 2021-W05, a week",
    )


def test_the_commands_do_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note, story = tmp_path / "note.txt", tmp_path / "story.db"
    note.write_text(TEXT, encoding="utf-8")
    manifest = tmp_path / "dates.csv"
    manifest.write_text("path,published\nnote.txt,2021-02-20\n", encoding="utf-8")

    def ran(*arguments: object) -> str:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        assert not stop.value.code
        return capsys.readouterr().out

    ran("build", note, "-o", story)
    time = read_times(story)["yesterday"].id
    assert "open: waits for the day the page was published" in ran("why", story, time)
    ran("add", story, note, "--manifest", manifest)
    shown = ran("why", story, time)
    assert "from published 2021-02-20 (manifest)" in shown
    assert "→ 2021-02-19, a day" in shown


def test_a_date_taken_back_opens_them_again(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    manifest, path = tmp_path / "dates.csv", tmp_path / "story.db"
    manifest.write_text("path,published\nnote.txt,2021-02-20\n", encoding="utf-8")
    run.build([tmp_path / "note.txt"], path, run.RunOptions(model=MODEL, manifest=manifest))
    assert read_times(path)["yesterday"].value == KNOWN["yesterday"]
    run.add(path, [tmp_path / "note.txt"], run.RunOptions(model=MODEL))
    assert read_times(path)["yesterday"].waits_for == "published"


def test_steps_show_how_every_value_was_computed(backbone: Backbone) -> None:
    for case in (case for case in CASES if case["expect"]):
        page = build_page(case["text"])
        parse = backbone.parse(page)
        for published in ("", "2016-03-16"):
            dated = replace(page, published=Dated(published, "json-ld") if published else None)
            for time in times.extract(dated, parse, Records()).times:
                check_explained(time, published)


def check_explained(time: Time, published: str) -> None:
    words, *between, last = time.steps
    assert words == f"'{time.evidence.text}'"
    assert between, time.steps
    if time.value is None:
        assert last == f"open: waits for {ANCHORS_IN_WORDS[time.waits_for or '']}"
        return
    assert last.startswith(f"→ {time.value}, ")
    assert "as written" not in last, last
    if published and time.anchor == published:
        counted = time.type == "DURATION" or time.value.endswith("_REF")
        said = any(f"from published {published} (json-ld)" in step for step in between)
        assert said or counted, time.steps
