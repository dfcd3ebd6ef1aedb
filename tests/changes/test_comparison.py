"""Two stories compared: what was gained, lost and changed, whatever their ids."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from onrecord import run
from onrecord.changes import StoryChange, compare_stories
from onrecord.cli.main import main
from onrecord.story import open_story
from tests.conftest import EXAMPLES

MODEL = os.environ.get("ONRECORD_MODEL") or None


def compare(old: Path, new: Path) -> list[StoryChange]:
    with open_story(old) as before, open_story(new) as after:
        return list(compare_stories(before, after))


@pytest.fixture(scope="module")
def smaller(northbridge: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example without one page."""
    path = tmp_path_factory.mktemp("smaller") / "story.db"
    pages = [one for one in (EXAMPLES / "pages").iterdir() if "2022" not in one.name]
    run.build(sorted(pages), path, run.RunOptions(manifest=EXAMPLES / "manifest.csv", model=MODEL))
    return path


def test_a_story_is_like_itself(northbridge: Path) -> None:
    assert compare(northbridge, northbridge) == []


def test_a_page_more_is_gained_with_its_records_alone(smaller: Path, northbridge: Path) -> None:
    changes = compare(smaller, northbridge)
    ways = Counter((change.kind, change.way) for change in changes)
    assert ways["pages", "gained"] == 1
    assert ways["pages", "lost"] == ways["quotes", "lost"] == 0
    with open_story(northbridge) as story:
        page = next(change.id for change in changes if change.kind == "pages")
        for kind in ("quotes", "figures", "times", "mentions"):
            assert ways[kind, "gained"] == len(story.records(kind, page=page))
    back = Counter((change.kind, change.way) for change in compare(northbridge, smaller))
    assert back["quotes", "lost"] == ways["quotes", "gained"]


def test_another_address_and_other_ids_are_no_change_of_records(
    northbridge: Path, tmp_path: Path
) -> None:
    page = EXAMPLES / "pages" / "harbour-times-2018-09-13.html"
    paths = []
    for name in ("a", "b"):
        manifest = tmp_path / f"{name}.csv"
        shutil.copy(page, tmp_path / page.name)
        manifest.write_text(f"path,url\n{page.name},https://{name}.example/x\n")
        paths.append(tmp_path / f"{name}.db")
        run.build([tmp_path / page.name], paths[-1], run.RunOptions(manifest=manifest, model=MODEL))
    with open_story(paths[0]) as old, open_story(paths[1]) as new:
        assert old.heads()[0].id != new.heads()[0].id
    (change,) = compare(*paths)
    assert (change.way, change.kind) == ("changed", "pages")
    assert change.fields == (("url", "https://a.example/x", "https://b.example/x"),)


def test_another_reading_of_the_same_words_is_a_change(northbridge: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    shutil.copy(northbridge, path)
    connection = sqlite3.connect(path)
    event = connection.execute("SELECT id FROM events WHERE status = 'denied'").fetchone()[0]
    connection.execute("UPDATE events SET status = 'happened', \"by\" = 'events@99' WHERE id = ?", (event,))  # fmt: skip
    connection.execute("UPDATE figures SET \"by\" = 'figures@99', steps = '[\"another\"]'")
    quote = connection.execute("SELECT id FROM quotes").fetchone()[0]
    connection.execute("DELETE FROM quotes WHERE id = ?", (quote,))
    connection.commit()
    connection.close()
    changes = {change.id: change for change in compare(northbridge, path)}
    assert set(changes) == {event, quote}
    assert changes[event].fields == (("status", "denied", "happened"),)
    assert changes[quote].way == "lost"


def test_the_command_prints_lines_and_json(
    smaller: Path, northbridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ran(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return int(stop.value.code or 0), told.out, told.err

    code, out, _ = ran("diff", smaller, northbridge, "--limit", 2)
    assert code == 0
    assert out.startswith("+ pages ")
    assert "pages         1 gained, 0 lost, 0 changed" in out
    code, out, _ = ran("diff", smaller, northbridge, "--kind", "figures", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows
    assert {row["kind"] for row in rows} == {"figures"}
    code, out, err = ran("diff", smaller, smaller.parent / "none.db")
    assert (code, out, err.count("\n")) == (2, "", 1)
