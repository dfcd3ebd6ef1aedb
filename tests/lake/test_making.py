"""A lake holds what `build` draws of the same pages, whoever reads it, however often it is stopped."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord import run
from onrecord.config import Settings
from onrecord.errors import ConfigError, MissingExtra, NotFound, StoreError
from onrecord.lake import making
from onrecord.lake.linking import link_lake
from onrecord.lake.making import LakeOptions, LakeReport, lock_lake, make_lake
from onrecord.lake.shard import Watch
from onrecord.lake.spread import Cluster, Failed, map_tasks
from onrecord.records import Capture, Skipped
from onrecord.story import open_story
from onrecord.story.lake.layout import SHARD_TABLES, LakeFolder
from tests.lake.conftest import ARCHIVES, PAGES_EACH
from tests.lake.crawl import write_archive, write_crawl

pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("duckdb")


def options(**given: Any) -> LakeOptions:
    return LakeOptions(**{"model": "small", "shard_files": 1, **given})


@pytest.fixture(scope="module")
def lake(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> LakeFolder:
    """The crawl as a lake, read in this process."""
    folder = tmp_path_factory.mktemp("lake") / "lake"
    report = make_lake([crawl], folder, options())
    assert report == LakeReport(ARCHIVES, 0, ARCHIVES * PAGES_EACH + 1, 0)
    return LakeFolder(folder)


def list_files(lake: LakeFolder) -> dict[str, bytes]:
    files = (path for path in lake.shards.rglob("*") if path.is_file())
    return {str(path.relative_to(lake.path)): path.read_bytes() for path in files}


def iter_stored(lake: LakeFolder, table: str) -> Iterator[dict[str, Any]]:
    for shard in lake.list_shards():
        yield from pq.read_table(lake.locate_shard(shard) / f"{table}.parquet").to_pylist()


def print_row(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True, default=bytes.hex)


def test_the_rows_are_those_of_the_story_file(lake: LakeFolder, built: Path) -> None:
    connection = sqlite3.connect(built)
    connection.row_factory = sqlite3.Row
    for table in SHARD_TABLES:
        expected = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
        # What two archives hold is in two shards; the story has it once.
        key = {"pages": "id", "captures": "sha256", "proofs": "capture"}.get(table)
        stored: dict[Any, dict[str, Any]] = {}
        for row in iter_stored(lake, table):
            stored.setdefault(row[key] if key else print_row(row), row)
        assert sorted(map(print_row, stored.values())) == sorted(map(print_row, expected)), table
    connection.close()


def test_a_second_run_does_nothing(lake: LakeFolder, crawl: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in lake.shards.rglob("*")}
    assert make_lake([crawl], lake.path, options()) == LakeReport(0, ARCHIVES, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in lake.shards.rglob("*")} == before


def test_new_files_are_new_shards_and_the_old_ones_stay(
    lake: LakeFolder, crawl: Path, tmp_path: Path
) -> None:
    shutil.copytree(lake.path, tmp_path / "lake")
    grown = LakeFolder(tmp_path / "lake")
    more = write_crawl(tmp_path / "more", 1, 1)
    assert make_lake([crawl, more], grown.path, options()).shards_new == 1
    assert list_files(lake).items() <= list_files(grown).items()
    with open_story(grown.path) as story:
        # Its one page is the crawl's first one.
        assert story.counts()["pages"] == ARCHIVES * PAGES_EACH


def start_ray_run(paths: list[Path], folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "onrecord", "lake", *map(str, paths), "-o", str(folder)]
    rest = ["--workers", "2", "--shard-files", "1", "--model", "small"]
    return subprocess.Popen(
        [*command, *rest],
        env=os.environ | {"ONRECORD_MAX_SECONDS": "2"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_ray_killed_in_the_middle_and_begun_again_makes_the_same_lake(
    lake: LakeFolder, crawl: Path, tmp_path: Path
) -> None:
    """One page takes more time than it may: it is broken off in Ray's processes too, and costs nothing but itself."""
    pytest.importorskip("ray", reason="ray is not installed: several processes are not tested")
    words = "The minister of Kestria said that about 500 soldiers had left Oristane on Monday. "
    page = f"<html><body><article><h1>Long</h1><p>{words * 6000}</p></article></body></html>"
    write_archive(tmp_path / "slow.warc.gz", {"https://slow.example/": page.encode()})
    given, made = [crawl, tmp_path / "slow.warc.gz"], LakeFolder(tmp_path / "lake")
    process = start_ray_run(given, made.path)
    while not made.list_shards():
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    there = made.list_shards()
    for shard in there:
        assert {path.stem for path in made.locate_shard(shard).iterdir()} == set(SHARD_TABLES)
    assert len(there) < ARCHIVES + 1
    process = start_ray_run(given, made.path)
    printed, said = process.communicate()
    assert process.returncode == 0, said
    assert b"already there" in printed
    assert said == b""
    assert {path.name for path in made.work.iterdir()} == {"lock"}
    assert list_files(lake).items() <= list_files(made).items()
    with open_story(made.path) as story:
        assert story.counts()["pages"] == ARCHIVES * PAGES_EACH + 1
        assert [one.reason for one in story.skipped()] == ["too_slow"]
        links = story.links()
    assert {link.kind for link in links} >= {"copy", "same_entity", "same_event"}
    shutil.rmtree(made.linked)
    list(link_lake(made.path, Cluster()))
    with open_story(made.path) as story:
        assert story.links() == links


def _fail_on_odd(number: int) -> int:
    if number % 2:
        raise ValueError("odd")
    return number


def test_a_task_that_fails_costs_itself_alone() -> None:
    done = list(map_tasks(Cluster(), _fail_on_odd, [1, 2, 3, 4]))
    assert [one for one in done if not isinstance(one, Failed)] == [2, 4]
    assert [one.why for one in done if isinstance(one, Failed)] == ["ValueError: odd"] * 2


DYING = """
import os, sys
from onrecord.config import Settings
from onrecord.lake.planning import read_plan
from onrecord.lake.shard import ShardTask, write_shard
from onrecord.records.record import convert_to_plain
from onrecord.run import local
from onrecord.story.lake.layout import LakeFolder
process = local.process_capture
def die_on_it(capture, *rest):
    if capture.url == "https://outlet1.example/1":
        os._exit(9)
    return process(capture, *rest)
local.process_capture = die_on_it
folder, run = sys.argv[1:]
shard = next(read_plan(LakeFolder(__import__("pathlib").Path(folder))))
print(write_shard(ShardTask(folder, convert_to_plain(shard), "small", Settings(), run)))
"""


def test_a_page_that_ends_its_process_is_skipped_at_the_third_try(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "map_tasks", lambda *_: iter(()))
    make_lake([crawl], tmp_path / "lake", options(shard_files=2))

    def try_it(run: str) -> int:
        command = [sys.executable, "-c", DYING, str(tmp_path / "lake"), run]
        return subprocess.run(command, check=False, capture_output=True).returncode

    assert [try_it("a run"), try_it("a run"), try_it("a run")] == [9, 9, 0]
    with open_story(tmp_path / "lake") as story:
        assert story.counts()["pages"] == 2 * PAGES_EACH - 1
        (skipped,) = story.skipped()
    assert skipped.reason == "failed"
    assert "twice" in skipped.message


def test_deaths_in_another_run_are_not_counted(tmp_path: Path) -> None:
    """A person may have ended it."""
    capture = Capture("0" * 64, b"", "page.txt", "text/plain")
    note = {"run": "first", "under_way": "page.txt", "deaths": {"page.txt": 5}}
    for run_name, expected in (("first", Skipped), ("second", Capture)):
        (tmp_path / "watch.json").write_text(json.dumps(note), encoding="utf-8")
        (item,) = Watch(tmp_path / "watch.json", run_name).watch([capture])
        assert isinstance(item, expected)


def test_a_manifest_is_read_by_every_shard_and_its_lost_rows_are_told_once(
    crawl: Path, tmp_path: Path
) -> None:
    manifest = tmp_path / "manifest.csv"
    names = sorted(path.name for path in crawl.iterdir())[:2]
    rows = [f"{crawl / name},Stated Outlet" for name in names]
    manifest.write_text("\n".join(["path,outlet", *rows, "nowhere.html,Other"]), encoding="utf-8")
    given = [crawl / name for name in names]
    make_lake(given, tmp_path / "lake", options(manifest=manifest))
    run.build(given, tmp_path / "story.db", run.RunOptions(model="small", manifest=manifest))
    with open_story(tmp_path / "lake") as made, open_story(tmp_path / "story.db") as built:
        assert {head.outlet for head in made.heads()} == {"Stated Outlet"}
        assert made.skipped() == built.skipped()
        assert [one.reason for one in made.skipped()] == ["manifest"]


def test_one_run_at_a_time_writes(lake: LakeFolder, crawl: Path) -> None:
    with lock_lake(lake), pytest.raises(StoreError, match="another run is writing"):
        make_lake([crawl], lake.path, options())


def test_what_can_not_be_used_is_told(
    lake: LakeFolder, crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ConfigError, match="at least 1"):
        make_lake([crawl], tmp_path / "lake", options(cluster=Cluster(0)))
    with pytest.raises(ConfigError, match="standard input"):
        make_lake(["-"], tmp_path / "lake", options(settings=Settings()))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="no lake"):
        make_lake([crawl], tmp_path / "full", options())
    with pytest.raises(NotFound, match="no lake"):
        open_story(tmp_path / "full")
    about = json.loads(lake.about.read_text(encoding="utf-8"))
    shutil.copytree(lake.path, tmp_path / "older")
    (tmp_path / "older" / "lake.json").write_text(json.dumps(about | {"reads": ["pages@0"]}))
    with pytest.raises(ConfigError, match="other versions"):
        make_lake([crawl], tmp_path / "older", options())
    (tmp_path / "older" / "lake.json").write_text(json.dumps(about | {"format": 99}))
    with pytest.raises(StoreError, match="format 99"):
        open_story(tmp_path / "older")
    monkeypatch.setattr(making, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"onrecord\[lake\]"):
        make_lake([crawl], tmp_path / "new", options())


def test_a_name_that_is_not_utf8_is_read(crawl: Path, tmp_path: Path) -> None:
    source = tmp_path / "crawl"
    source.mkdir()
    archive = min(crawl.iterdir())
    try:
        shutil.copyfile(archive, source / os.fsdecode(b"caf\xe9.warc.gz"))
    except OSError as error:
        pytest.skip(f"the file system takes only UTF-8: {error}")
    report = make_lake([source], tmp_path / "lake", options())
    assert (report.pages, report.failed) == (PAGES_EACH, ())
    assert make_lake([source], tmp_path / "lake", options()).shards_new == 0
    with open_story(tmp_path / "lake") as story:
        assert all("caf\\xe9.warc.gz" in (head.path or "") for head in story.heads())


def test_a_lake_in_a_folder_that_it_reads_is_no_page(crawl: Path, tmp_path: Path) -> None:
    shutil.copytree(crawl, tmp_path / "crawl")
    first = make_lake([tmp_path / "crawl"], tmp_path / "crawl" / "lake", options())
    again = make_lake([tmp_path / "crawl"], tmp_path / "crawl" / "lake", options())
    assert (again.shards_new, again.shards_same) == (0, first.shards_new)
    with open_story(tmp_path / "crawl" / "lake") as story:
        assert story.skipped() == ()
