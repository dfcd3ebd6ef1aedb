"""Two builds of one new story at once: neither loses what the other reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import run
from onrecord.errors import ConfigError, StoreError
from onrecord.story import StoryWriter, open_story
from onrecord.story.file import identify_file, remove_unused

PAGE = (
    "<html><body><article><h1>Ferry to sail again</h1><p>"
    + "The ferry sails on Monday. " * 20
    + "</p></article></body></html>"
)


def start_build(what: Path, story: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "onrecord", "build", str(what), "-o", str(story)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("turn", range(2))
def test_a_build_that_finds_nothing_leaves_the_story_of_another(tmp_path: Path, turn: int) -> None:
    empty, story = tmp_path / "empty.html", tmp_path / "s.db"
    empty.write_bytes(b"")
    given = [empty, tmp_path / "page.html"]
    given[1].write_text(PAGE, encoding="utf-8")
    running = [start_build(what, story) for what in (given if turn else given[::-1])]
    ended = [process.communicate()[1].decode() for process in running]
    codes = dict(zip(given if turn else given[::-1], (p.returncode for p in running), strict=True))
    assert not any("Traceback" in said or "already exists" in said for said in ended)
    if codes[given[1]] == 0:
        with open_story(story) as opened:
            assert opened.counts()["pages"] == 1
    else:  # it began in the moment in which the other removed its own: it says so
        assert any("run it again" in said for said in ended)


def test_a_run_that_lost_its_file_says_so(tmp_path: Path) -> None:
    story = tmp_path / "s.db"
    with StoryWriter(story, create=True) as first:
        story.unlink()
        with pytest.raises(StoreError, match="run it again"):
            first.begin_run(version="0", model="none")


def test_only_what_one_run_made_and_left_empty_is_removed(tmp_path: Path) -> None:
    story = tmp_path / "s.db"
    for runs in (1, 2):
        with StoryWriter(story, create=True) as writer:
            for _ in range(runs):
                writer.begin_run(version="0", model="none")
        remove_unused(story, file=writer.file, run=writer.run)
        assert story.exists() == (runs == 2)


def test_a_run_that_never_began_removes_nothing(tmp_path: Path) -> None:
    story = tmp_path / "s.db"
    with StoryWriter(story, create=True) as other:
        other.begin_run(version="0", model="none")
        with pytest.raises(ConfigError):
            run.build([tmp_path], story, run.RunOptions(model="no_such_pipeline"))
        assert story.exists()
    remove_unused(story, file=identify_file(story), run=0)
    assert story.exists()
