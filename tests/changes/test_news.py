"""News of a real story to which pages are added: what is sure is told, what is only read again or copied is not, and the feed is valid."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from onrecord import run
from onrecord.changes import KINDS, News, build_feed, find_news, iter_news_lines, write_feed
from onrecord.cli.main import main
from onrecord.errors import ConfigError, NotFound, StoreError
from onrecord.story import open_story
from tests.conftest import EXAMPLES

MODEL = os.environ.get("ONRECORD_MODEL") or "small"
ATOM = "{http://www.w3.org/2005/Atom}"
LATER = ("2019", "2020", "2021", "2022")


def options() -> run.RunOptions:
    return run.RunOptions(manifest=EXAMPLES / "manifest.csv", model=MODEL)


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's pages up to 2018."""
    path = tmp_path_factory.mktemp("older") / "story.db"
    pages = [one for one in (EXAMPLES / "pages").iterdir() if not any(y in one.name for y in LATER)]
    run.build(sorted(pages), path, options())
    return path


@pytest.fixture(scope="module")
def grown(older: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with those from 2019 on added."""
    path = tmp_path_factory.mktemp("grown") / "story.db"
    shutil.copy(older, path)
    run.add(path, [EXAMPLES / "pages"], options())
    return path


def news_of(path: Path, since: str | None = None) -> News:
    with open_story(path) as story:
        return find_news(story, since)


def items_of(news: News, kind: str) -> list[str]:
    return [item.text for item in news.items if item.kind == kind]


def test_pages_that_came_are_new_and_copies_say_so(grown: Path) -> None:
    news = news_of(grown)
    assert (news.since, news.pages_new, news.copies, news.pages_again) == ("run 1", 7, 1, 0)
    pages = items_of(news, "page")
    assert len(pages) == 7
    assert sum(text.endswith(" a page that was there)") for text in pages) == 1
    assert all(item.run == 2 for item in news.items)


def test_what_happened_since_has_a_day_after_every_older_page(older: Path, grown: Path) -> None:
    with open_story(older) as story:
        last = max(head.published.value[:10] for head in story.heads() if head.published)
        known = {head.id for head in story.heads()}
    happened = [item for item in news_of(grown).items if item.kind == "happened"]
    assert happened
    assert any("died when their convoy was hit" in item.text for item in happened)
    for item in happened:
        assert (item.day or "") > last
        assert not known & set(item.pages)
        assert item.records


def test_figures_that_moved_are_told_with_both_and_candidates_are_counted(grown: Path) -> None:
    news = news_of(grown)
    (moved,) = items_of(news, "moved")
    assert "£124 million" in moved
    assert "→ £142 million" in moved
    assert "another version" in moved
    counts = dict(news.to_check)
    assert counts["figures that may have moved"] > 0
    assert counts["words that may say a promise was broken"] > 0
    assert items_of(news, "promise") == items_of(news, "disagrees") == []


def test_what_is_sure_of_promises_and_disagreement_is_told(grown: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    shutil.copy(grown, path)
    connection = sqlite3.connect(path)
    connection.executescript(
        "UPDATE links SET candidate = 0 WHERE kind = 'contradicts';"
        "UPDATE outcomes SET state = 'broken', evidence = replace(evidence, '\"candidate\": true', '\"candidate\": false')"
        " WHERE candidate_state = 'broken';"
    )
    connection.close()
    news = news_of(path)
    promises = items_of(news, "promise")
    assert promises
    assert all(text.startswith("now broken: “") for text in promises)
    assert any("against: “Kestria will not build the field hospital" in text for text in promises)
    assert any(" against " in text for text in items_of(news, "disagrees"))
    assert news_of(path, "2").items == ()


def test_news_stay_the_same_when_more_runs_follow(older: Path, grown: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    shutil.copy(older, path)
    first = [one for one in sorted((EXAMPLES / "pages").iterdir()) if "2022" not in one.name]
    run.add(path, first, options())
    before = [item for item in news_of(path, "1").items if item.kind != "page"]
    run.add(path, [EXAMPLES / "pages"], options())
    after = [item for item in news_of(path, "1").items if item.run == 2]
    assert {item.text for item in before} <= {item.text for item in after}
    assert [item.kind for item in news_of(path, "2").items][:1] == ["page"]


@pytest.mark.parametrize(("since", "pages"), [("0", 16), ("1", 7), ("2", 0), ("2000-01-01", 16), ("2999", 0)])  # fmt: skip
def test_since_a_run_or_a_day(since: str, pages: int, grown: Path) -> None:
    assert news_of(grown, since).pages_new == pages


@pytest.mark.parametrize(
    ("since", "error"), [("yesterday", ConfigError), ("17", NotFound), ("-1", ConfigError), ("", ConfigError)]
)  # fmt: skip
def test_a_since_that_is_none_says_how_it_is_written(
    since: str, error: type[Exception], grown: Path
) -> None:
    with pytest.raises(error):
        news_of(grown, since)


def test_what_is_only_made_again_is_not_new(
    grown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "story.db"
    shutil.copy(grown, path)
    monkeypatch.setattr("onrecord.run.process.PAGES_NAME", "pages@99")
    extra = ["--model", MODEL] if MODEL else []
    manifest = ["--manifest", str(EXAMPLES / "manifest.csv")]
    with pytest.raises(SystemExit):
        main(["add", str(path), str(EXAMPLES / "pages"), *manifest, *extra])
    out = capsys.readouterr().out
    assert out.startswith("0 new, 16 made again, 0 already there")
    assert "Since run" not in out
    again = news_of(path, "2")
    assert (again.pages_new, again.pages_again, again.items) == (0, 16, ())
    assert [item.records for item in news_of(path).items] == [
        item.records for item in news_of(grown).items
    ]


def test_a_copy_tells_nothing_new(older: Path, tmp_path: Path) -> None:
    path, copied = tmp_path / "story.db", tmp_path / "copy.html"
    shutil.copy(older, path)
    page = (EXAMPLES / "pages" / "harbour-times-2018-09-13.html").read_text(encoding="utf-8")
    copied.write_text(page.replace("harbourtimes.example", "reprint.example"), encoding="utf-8")
    run.add(path, [copied], run.RunOptions(model=MODEL))
    news = news_of(path)
    assert (news.pages_new, news.copies) == (1, 1)
    assert {item.kind for item in news.items} == {"page"}
    assert news.to_check == ()


def test_a_promise_whose_day_passes_is_told(tmp_path: Path) -> None:
    first = "<title>The weir</title><meta property='article:published_time' content='2019-05-04'><article><h1>The weir</h1><p>“I promise that we will mend the weir at Orsk by 1 June 2019,” the mayor, Ada Brandt, said on 3 May 2019.</p></article>"
    later = first.replace("2019-05-04", "2019-09-09").split("<p>")[0] + (
        "<p>The market at Orsk was opened on 7 September 2019, and many came.</p></article>"
    )
    (tmp_path / "a.html").write_text(first, encoding="utf-8")
    (tmp_path / "b.html").write_text(later.replace("The weir", "The market"), encoding="utf-8")
    path = tmp_path / "story.db"
    run.build([tmp_path / "a.html"], path, run.RunOptions(model=MODEL))
    with open_story(path) as story:
        if not story.counts()["commitments"]:
            pytest.fail("the promise is not read")
    run.add(path, [tmp_path / "b.html"], run.RunOptions(model=MODEL))
    news = news_of(path)
    (due,) = items_of(news, "due")
    assert due.startswith("due 2019-06-01, and no page says what came of it")
    assert [item.run for item in news.items if item.kind == "due"] == [2]


def test_a_run_that_adds_ends_with_a_few_lines(
    older: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "story.db"
    shutil.copy(older, path)
    extra = ["--model", MODEL] if MODEL else []
    manifest = ["--manifest", str(EXAMPLES / "manifest.csv")]
    with pytest.raises(SystemExit):
        main(["add", str(path), str(EXAMPLES / "pages"), *manifest, *extra])
    out = capsys.readouterr().out
    told = out[out.index("Since run 1") :].splitlines()
    assert told[0].startswith("Since run 1: 7 new pages, 1 of them copies or versions")
    assert told[-1].endswith(f"more: onrecord news {path}")
    assert len(told) <= 2 + 3 * len(KINDS) + 1
    with pytest.raises(SystemExit):
        main(["add", str(path), str(EXAMPLES / "pages"), *manifest, *extra])
    assert "Since run" not in capsys.readouterr().out


def test_the_first_build_tells_no_news(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extra = ["--model", MODEL] if MODEL else []
    page = str(EXAMPLES / "pages" / "harbour-times-2018-09-13.html")
    with pytest.raises(SystemExit):
        main(["build", page, "-o", str(tmp_path / "s.db"), *extra])
    assert "Since" not in capsys.readouterr().out


def test_the_command_prints_lines_json_and_a_feed(
    grown: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ran(*arguments: object) -> tuple[int, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        return int(stop.value.code or 0), capsys.readouterr().out

    code, out = ran("news", grown)
    assert code == 0
    assert out.splitlines() == list(iter_news_lines(news_of(grown)))
    rows = [json.loads(line) for line in ran("news", grown, "--since", 1, "--json")[1].splitlines()]
    assert rows[0]["kind"] == "summary"
    assert rows[0]["pages_new"] == 7
    assert {row["kind"] for row in rows[1:]} == {"page", "happened", "moved"}
    feed = tmp_path / "feed.xml"
    assert ran("news", grown, "--feed", feed) == (0, f"{feed}\n")
    assert feed.read_bytes().startswith(b"<?xml")
    assert ran("news", grown, "--since", "x")[0] == 2
    with open_story(grown) as story, pytest.raises(StoreError, match="is the story itself"):
        write_feed(story, find_news(story), grown)
    with open_story(grown) as story, pytest.raises(StoreError, match="can't be written"):
        write_feed(story, find_news(story), tmp_path / "no" / "feed.xml")


# --- the feed ---------------------------------------------------------------------------------------


def iter_faults(feed: ET.Element) -> Iterator[str]:
    """Yield what RFC 4287 requires of a feed and its entries, and is not there."""
    assert feed.tag == f"{ATOM}feed"
    for element, where in [
        (feed, "feed"),
        *((entry, "entry") for entry in feed.iter(f"{ATOM}entry")),
    ]:
        for name in ("id", "title", "updated"):
            found = element.findall(f"{ATOM}{name}")
            if len(found) != 1 or not (found[0].text or "").strip():
                yield f"{where}: {name}"
        stamp = datetime.fromisoformat(element.findtext(f"{ATOM}updated", ""))
        if stamp.tzinfo is None:
            yield f"{where}: a time without its zone"
    if feed.find(f"{ATOM}author/{ATOM}name") is None:
        yield "feed: an author, where entries have none"
    for entry in feed.iter(f"{ATOM}entry"):
        has_page = any(
            link.get("rel", "alternate") == "alternate" for link in entry.iter(f"{ATOM}link")
        )
        if entry.find(f"{ATOM}content") is None and not has_page:
            yield "entry: content or a link to it"
        if any(not link.get("href") for link in entry.iter(f"{ATOM}link")):
            yield "entry: a link that leads nowhere"
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    if len(ids) != len(set(ids)):
        yield "two with one id"


def test_the_feed_is_valid_and_stays_the_same(grown: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    news = news_of(grown)
    with open_story(grown) as story:
        data = build_feed(story, news)
        assert build_feed(story, find_news(story)) == data
        everything = ET.fromstring(build_feed(story, find_news(story, "0")))
    feed = ET.fromstring(data)
    assert list(iter_faults(feed)) == []
    assert list(iter_faults(everything)) == []
    parsed = feedparser.parse(data)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert len(parsed.entries) == len(news.items)
    assert all(entry.updated_parsed for entry in parsed.entries)
    ids = {element.text for element in feed.iter(f"{ATOM}id")}
    assert ids <= {element.text for element in everything.iter(f"{ATOM}id")}


def test_hostile_words_stay_words_in_the_feed(tmp_path: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    title = "<script>alert(1)</script> &amp; ]]> \x0b\ufffe"
    page = "<title>{}</title><link rel=canonical href='{}'><article><h1>{}</h1><p>The weir at {} was mended on 4 May 2019.</p></article>"
    for number, url in enumerate(("https://n.example/a b", "javascript:alert(1)", "https://n.example/{x}", "https://n.example/fine?a=1&b=<")):  # fmt: skip
        text = page.format(
            title.replace("<", "&lt;"), url, title.replace("<", "&lt;"), f"Orsk{number}"
        )
        (tmp_path / f"{number}.html").write_text(text, encoding="utf-8")
    path = tmp_path / "story.db"
    run.build([tmp_path], path, run.RunOptions(model=MODEL))
    with open_story(path) as story:
        data = build_feed(story, find_news(story))
    feed = ET.fromstring(data)
    assert list(iter_faults(feed)) == []
    assert not feedparser.parse(data).bozo
    assert b"<script" not in data
    assert not any("javascript" in link.get("href", "") for link in feed.iter(f"{ATOM}link"))
