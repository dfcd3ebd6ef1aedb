"""A lake answers as the story file of the same pages does, and a story cut out of it is that file."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord import run
from onrecord.cli.main import run_command
from onrecord.errors import ConfigError, MissingExtra, NotFound, RunAborted, StoreError
from onrecord.lake.cut import cut_story, list_wanted_pages, parse_page_selection
from onrecord.lake.linking import link_lake
from onrecord.lake.making import LakeOptions, make_lake
from onrecord.lake.spread import Cluster
from onrecord.link import LINK_NAME
from onrecord.story import SelectedStory, Story, open_story, search
from onrecord.story.lake import views
from onrecord.story.lake.layout import LakeFolder
from onrecord.story.lake.reader import LakeStory
from onrecord.story.schema import KINDS
from onrecord.web import create_app
from tests.conftest import EXAMPLES
from tests.story.rows import rows_of

pytest.importorskip("duckdb")
FOLLOWED = 120
_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
_LINK = re.compile(r'href="([^"]*)"')
LINKED_IN_A_LAKE = ("copy", "version", "same_entity", "same_story", "same_event")


def make(paths: list[Path], folder: Path, **given: Any) -> Path:
    make_lake(paths, folder, LakeOptions(model="small", shard_files=3, **given))
    list(link_lake(folder, Cluster()))
    return folder


@pytest.fixture(scope="module")
def lake(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make([crawl], tmp_path_factory.mktemp("linked") / "lake", title="A crawl")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The example story as a lake and as a file."""
    folder = tmp_path_factory.mktemp("example")
    options = run.RunOptions(manifest=EXAMPLES / "manifest.csv", model="small")
    run.build([EXAMPLES / "pages"], folder / "story.db", options)
    lake = make([EXAMPLES / "pages"], folder / "lake", manifest=EXAMPLES / "manifest.csv")
    return lake, folder / "story.db"


def assert_one_story(made: Story, built: Story) -> None:
    for kind in KINDS:
        if kind != "commitments":  # what became of promises is of a story file
            assert made.records(kind) == built.records(kind), kind
            for one in made.records(kind)[:5]:
                assert made.record(one.id) == one
    assert list(made.heads()) == [dataclasses.replace(head, run=1) for head in built.heads()]
    for head in built.heads():
        assert made.page(head.id) == built.page(head.id)
        assert made.original(head.id) == built.original(head.id)
    assert made.who() == built.who()
    for entity in built.who()[:10]:
        for kind in ("mentions", "quotes", "events"):
            assert made.records(kind, entity=entity.id) == built.records(kind, entity=entity.id)
    for kind in LINKED_IN_A_LAKE:
        assert made.links(kind=kind) == built.links(kind=kind), kind
    assert made.skipped() == built.skipped()


def test_a_lake_answers_as_the_story_file_does(
    lake: Path, built: Path, example: tuple[Path, Path]
) -> None:
    for made, file in ((lake, built), example):
        with open_story(made) as ours, open_story(file) as theirs:
            assert_one_story(ours, theirs)


def test_the_crawl_has_links_of_every_kind_that_a_lake_makes(lake: Path) -> None:
    with open_story(lake) as story:
        found = {link.kind for link in story.links()}
    assert {"copy", "same_entity", "same_event"} <= found <= set(LINKED_IN_A_LAKE)


@pytest.mark.parametrize(
    "query",
    [
        "training",
        "“the mission”",
        "minister*",
        "Oristane Kestria",
        "RELL",
        "annex",
        "annex_b*",
        "the_mission",
        "nobody at all",
    ],
)
def test_search_finds_the_same_passages(
    query: str, lake: Path, built: Path, example: tuple[Path, Path]
) -> None:
    for made, file in ((lake, built), example):
        with open_story(made) as ours, open_story(file) as theirs:
            found, expected = (set(search(story, query, limit=10_000)) for story in (ours, theirs))
        assert {(one.page, one.start, one.text) for one in found} == {
            (one.page, one.start, one.text) for one in expected
        }


def test_a_lake_without_links_and_without_pages_can_be_read(crawl: Path, tmp_path: Path) -> None:
    make_lake([], tmp_path / "empty", LakeOptions(model="small"))
    make_lake(sorted(crawl.iterdir())[:1], tmp_path / "unlinked", LakeOptions(model="small"))
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "page.txt").write_text("It rained.\n\nThen it stopped.", encoding="utf-8")
    plain = make([tmp_path / "plain"], tmp_path / "no-records")
    with open_story(plain) as story:
        assert (story.counts()["pages"], story.counts()["entities"]) == (1, 0)
        assert (story.links(), story.who()) == ((), ())
    with open_story(tmp_path / "empty") as story:
        assert set(story.counts().values()) == {0}
        assert search(story, "minister") == ()
    with open_story(tmp_path / "unlinked") as story:
        assert story.counts()["pages"] == 2
        assert story.who() == ()
        assert len(story.records("quotes")) > 0


def test_what_is_not_there_or_not_of_a_lake_is_told(
    lake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_story(lake) as story:
        for ask in (story.record, story.page, story.head):
            with pytest.raises(NotFound):
                ask("q-0000000000000000")
        with pytest.raises(StoreError, match="build --from"):
            story.target(story.records("quotes")[0].id)
        with pytest.raises(StoreError, match="build --from"):
            story.copy_to(sqlite3.connect(":memory:"))
        with pytest.raises(StoreError, match="DuckDB says"):
            story.rows("SELECT nothing FROM nowhere")
        story.limit_time(0.05)
        with pytest.raises(StoreError, match="too long"):
            story.rows(
                "SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range % 7 = b.range % 11"
            )
    monkeypatch.setattr(views, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"onrecord\[lake\]"):
        open_story(lake)


WHERES = [
    ["outlet=OUTLET 1"],
    ["from=2018-03-05", "to=2018-03"],
    ["who=Ada Rell"],
    ["who=Ada Rell", "who=Cora Lind", "to=2018-03-06"],
    ["text=PORT MARRICK"],
    ["text=the operation was going", "outlet=outlet 2"],
    ["from=2030"],
]


@pytest.mark.parametrize("wheres", WHERES, ids=" ".join)
def test_the_pages_wanted_are_those_of_the_same_selection_elsewhere(
    wheres: list[str], lake: Path
) -> None:
    with LakeStory(lake) as story:
        selection = parse_page_selection(story, wheres)
        wanted = list_wanted_pages(story, lake, selection)
        expected = {head.id for head in SelectedStory(story, selection).list_pages()}
    assert {page for pages in wanted.values() for page in pages} == expected


def test_a_whole_lake_cut_out_is_the_story_that_build_makes(
    lake: Path, built: Path, example: tuple[Path, Path], tmp_path: Path
) -> None:
    for number, (made, file) in enumerate(((lake, built), example)):
        path = tmp_path / f"{number}.db"
        report = cut_story(made, [], path, run.RunOptions())
        assert report.pages_new == report.usable
        assert rows_of(path) == rows_of(file)
        again = cut_story(made, [], path, run.RunOptions())
        assert (again.pages_new, again.pages_same) == (0, report.pages_new)
        assert rows_of(path) == rows_of(file)


def test_some_pages_cut_out_are_linked_as_if_only_they_had_been_saved(
    lake: Path, tmp_path: Path
) -> None:
    wheres = ["from=2018-03-05", "to=2018-03-08"]
    cut_story(lake, wheres, tmp_path / "cut.db", run.RunOptions(title="Some days"))
    with open_story(tmp_path / "cut.db") as cut, open_story(lake) as whole:
        assert cut.title == "Some days"
        days = {head.published.value for head in cut.heads() if head.published}
        assert days == {f"2018-03-{day:02d}" for day in range(5, 9)}
        assert {who.id for who in cut.who()} != {who.id for who in whole.who()}
        assert {link.kind for link in cut.links()} - set(LINKED_IN_A_LAKE)


def test_a_cut_that_can_not_be_made_leaves_nothing(lake: Path, tmp_path: Path) -> None:
    for wheres, error in (
        (["kind=quotes"], ConfigError),
        (["status=denied"], ConfigError),
        (["who=Nobody"], NotFound),
        (["outlet=Nowhere"], NotFound),
    ):
        with pytest.raises(error):
            cut_story(lake, wheres, tmp_path / "cut.db", run.RunOptions())
    assert cut_story(lake, ["from=2030"], tmp_path / "cut.db", run.RunOptions()).usable == 0
    assert list(tmp_path.iterdir()) == []


def run_line(*arguments: str) -> int:
    return int(run_command.main(args=arguments, standalone_mode=False) or 0)


@pytest.mark.parametrize(
    "line",
    [
        "show", "quotes --who=Kestria", "times", "figures", "events", "timeline", "undertakings", "who", "comments",
        "search minister", "export --format=jsonl -o={out}", "brief -o={out}.html",
    ],
)  # fmt: skip
def test_the_lists_of_the_command_line_are_those_of_the_story_file(
    line: str, lake: Path, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = []
    for story in (lake, built):
        name, *rest = line.format(out=tmp_path / story.name).replace("=", " ").split()
        run_line(name, str(story), *rest)
        printed.append(capsys.readouterr().out.replace(str(story), "STORY"))
    if line != "show" and "{out}" not in line and "search" not in line:
        assert printed[0] == printed[1]


def test_the_command_line_makes_links_and_cuts(
    crawl: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    archives = [str(path) for path in sorted(crawl.iterdir())[:2]]
    folder = str(tmp_path / "lake")
    assert run_line("lake", *archives, "-o", folder, "--model", "small", "--no-links") == 0
    assert "1 shards new with 4 pages" in capsys.readouterr().out
    with open_story(folder) as story:
        assert story.counts()["links"] == 0
    # It goes on with the model that it was begun with.
    assert run_line("lake", *archives, "-o", folder) == 0
    assert "same_entity" in capsys.readouterr().out
    opened: list[Path] = []
    monkeypatch.setattr("onrecord.web.serve", lambda path, **_: opened.append(path))
    run_line("open", folder)
    assert opened == [Path(folder)]
    assert "4 pages in a lake. Undertakings" in capsys.readouterr().err
    cut = str(tmp_path / "cut.db")
    assert run_line("build", "--from", folder, "--where", "outlet=Outlet 0", "-o", cut) == 0
    assert "new, 0 already there" in capsys.readouterr().out
    for wrong in (
        ["build", "-o", cut],
        ["build", "--from", folder, *archives, "-o", cut],
        ["build", "--from", folder, "--model", "small", "-o", cut],
        ["build", "--from", folder, "--workers", "2", "-o", cut],
        ["build", *archives, "--where", "text=x", "-o", cut],
        ["add", folder, *archives],
        ["verify", folder],
        ["diff", folder, cut],
        ["decide", folder, "q-1", "--wrong", "--because", "x", "--by", "me"],
        ["serve", folder, "--edit"],
        ["lake", "-o", str(tmp_path / "none")],
    ):
        with pytest.raises(Exception, match=r"lake|pages"):
            run_line(*wrong)


def test_a_story_that_is_there_keeps_its_name_when_pages_of_a_lake_come_to_it(
    lake: Path, tmp_path: Path
) -> None:
    story = tmp_path / "cut.db"
    for options in (["--title", "My own title"], []):
        run_line("build", "--from", str(lake), "-o", str(story), *options)
        with open_story(story) as made:
            assert made.title == "My own title"
    run_line("build", "--from", str(lake), "-o", str(tmp_path / "new.db"))
    with open_story(tmp_path / "new.db") as made:
        assert made.title == "A crawl"


def test_the_reading_room_of_a_lake_shows_every_view(lake: Path, built: Path) -> None:
    """Each address that the lake's room leads to is there; quotes, people, days and pages are listed as the story file's room does."""
    rooms = [TestClient(create_app(path), base_url="http://127.0.0.1") for path in (lake, built)]
    waiting, seen = ["/"], {"/"}
    while waiting and len(seen) < FOLLOWED:
        address = waiting.pop(0)
        shown = rooms[0].get(address)
        assert shown.status_code == 200, address
        if not shown.headers["content-type"].startswith("text/html"):
            continue
        for link in sorted(set(_LINK.findall(shown.text))):
            bare = link.partition("#")[0].replace("&amp;", "&")
            if bare.startswith("/") and bare not in seen:
                seen.add(bare)
                waiting.append(bare)
    assert len(seen) > 50
    for address in ("/quotes", "/who", "/times", "/pages", "/timeline"):
        mains = [_MAIN.findall(room.get(address).text) for room in rooms]
        assert mains[0] == mains[1] != [], address


def test_a_lake_that_grew_is_linked_again_and_the_room_shows_it(
    crawl: Path, tmp_path: Path
) -> None:
    folder, archives = tmp_path / "lake", sorted(crawl.iterdir())
    make(archives[:1], folder)
    room = TestClient(create_app(folder), base_url="http://127.0.0.1")
    before = room.get("/").text
    linked = (folder / "linked" / "shards.json").stat().st_ino
    list(link_lake(folder, Cluster()))
    assert (folder / "linked" / "shards.json").stat().st_ino == linked
    about = folder / "linked" / "about.json"
    about.write_text('{"made_by": "link@0"}', encoding="utf-8")
    list(link_lake(folder, Cluster()))
    assert json.loads(about.read_text(encoding="utf-8")) == {"made_by": LINK_NAME}
    make(archives, folder)
    assert (folder / "linked" / "shards.json").stat().st_ino != linked
    assert room.get("/").text != before
    assert not any((folder / "work").glob("links/*"))


def test_linking_that_comes_to_nothing_leaves_the_links_that_were_there(
    lake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(lake, tmp_path / "lake")
    folder = LakeFolder(tmp_path / "lake")
    with open_story(folder.path) as story:
        before = story.links()
    (folder.linked / "shards.json").write_text("[]", encoding="utf-8")
    monkeypatch.setattr("onrecord.lake.links.events.link_pairs", lambda *_: 1 / 0)
    with pytest.raises(RunAborted, match="linking came to nothing: ZeroDivisionError"):
        list(link_lake(folder.path, Cluster()))
    with open_story(folder.path) as story:
        assert story.links() == before


def test_links_that_were_taken_away_come_back_where_no_new_ones_took_their_place(
    lake: Path, tmp_path: Path
) -> None:
    shutil.copytree(lake, tmp_path / "lake")
    folder = LakeFolder(tmp_path / "lake")
    old = folder.work / "links" / "old"
    old.parent.mkdir(parents=True)
    made = (folder.linked / "shards.json").stat().st_ino
    folder.linked.rename(old)  # a run ended here
    list(link_lake(folder.path, Cluster()))
    assert (folder.linked / "shards.json").stat().st_ino == made
    assert not old.exists()
