"""Gold threads built of selectors, dates as pages write them, and gold of forum pages."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from bench.thread_gold import Selectors, build_gold, is_held_out, read_selectors
from bench.thread_gold.gold_dates import parse_day

from bench import forums, threads

needs_lxml = pytest.mark.skipif(
    not (importlib.util.find_spec("lxml") and importlib.util.find_spec("cssselect")),
    reason="lxml and cssselect build the gold; they are not installed",
)
BLOG = b"""<html><head><meta charset="utf-8"></head><body><p>An article on otters.</p><ol>
<li class="c" id="c1"><b class="who"><a href="https://ann.example/">Ann says</a></b>
  <i class="when" datetime="2021-03-04T23:30:00+01:00">4 March 2021</i>
  <div class="says"><blockquote>An article</blockquote><p>Otters <em>swim</em>.</p><a>Reply</a></div>
  <ol><li class="c" id="c2"><b class="who">Ben</b><i class="when">2 years ago</i>
    <div class="says">They do.</div></li></ol></li>
<li class="c" id="c3"><b class="who">Cleo</b><div class="says"><img src="otter.png"></div></li>
<li class="c ping" id="c4"><div class="says">Pingback: otters elsewhere</div></li>
</ol></body></html>"""
SELECTORS = Selectors(
    page="otters.html",
    comment="li.c",
    pingback="li.ping",
    text=".says",
    drop=("./descendant::a[text()='Reply']",),
    author=".who",
    author_cut=r"\s+says$",
    time=".when",
    time_attribute="datetime",
)


@needs_lxml
def test_gold_is_what_the_selectors_say() -> None:
    gold = build_gold(BLOG, SELECTORS)
    first, second = gold.comments
    assert (gold.apart, gold.wordless) == (1, 1)
    assert (first["author"], first["author_url"]) == ("Ann", "https://ann.example/")
    assert (first["text"], first["alt"]) == ("Otters swim.", ["An article\nOtters swim."])
    assert first["time_iso"].startswith("2021-03-04T23:30")
    assert first["time_visible"]
    assert first["parent"] is None
    assert (second["author"], second["text"]) == ("Ben", "They do.")
    assert second["parent"] == first["id"]
    assert "time_iso" not in second  # an age is no date


@needs_lxml
def test_a_page_without_comments_has_no_gold() -> None:
    assert build_gold(BLOG, Selectors(page="otters.html")).comments == []


@needs_lxml
@pytest.mark.parametrize(
    "selectors",
    [
        Selectors(page="x", comment=".c", text="p", parent="level", level=".level"),
        Selectors(
            page="x",
            comment=".c",
            text="p",
            parent="level",
            level='(substring-after(@class,"depth-"))',
        ),
        Selectors(
            page="x",
            comment=".c",
            text="p",
            parent="key",
            key=r"^x(\d+)",
            parent_key=r"-(\d+)$",
        ),
    ],
)
def test_whom_a_comment_answers(selectors: Selectors) -> None:
    rows = [(1, "x1-0"), (2, "x2-1"), (3, "x3-2"), (2, "x4-1"), (1, "x5-0")]
    html = "".join(
        f'<div class="c depth-{level}" id="{key}"><i class="level">level {level}</i><p>No {key}</p></div>'
        for level, key in rows
    )
    gold = build_gold(f"<body>{html}</body>".encode(), selectors)
    assert [comment["parent"] for comment in gold.comments] == [None, "0", "1", "0", None]


@pytest.mark.parametrize(
    ("words", "order", "day"),
    [
        ("am 9. Juni 2017 um 13:22", "dmy", "2017-06-09"),
        ("le 7 mai 2020 - 12:38.", "dmy", "2020-05-07"),
        ("Sat, Jun 18 '05, 10:24 AM", "dmy", "2005-06-18"),
        ("03/02/2019", "mdy", "2019-03-02"),
        ("03.02.19, 19h46", "dmy", "2019-02-03"),
        ("2020.03.12 13:17", "dmy", "2020-03-12"),
        ("Jun 20th at 2:41 am", "dmy", None),
        ("6 years ago", "dmy", None),
        ("September 2019", "dmy", None),
        ("13:04", "dmy", None),
    ],
)
def test_days_as_pages_write_them(words: str, order: str, day: str | None) -> None:
    assert parse_day(words, order) == day


def test_selector_files_lie_where_their_names_say(tmp_path: Path) -> None:
    assert read_selectors()
    name = next(f"page{n}.html" for n in range(9) if not is_held_out(f"page{n}.html"))
    (tmp_path / "aside").mkdir()
    (tmp_path / "aside" / "page.toml").write_text(f'page = "{name}"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="lies in aside"):
        read_selectors(tmp_path)
    (tmp_path / "aside" / "page.toml").write_text('page = "x"\nwords = "y"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="no such keys: words"):
        read_selectors(tmp_path)


def test_a_user_goes_by_the_words_of_links_to_it() -> None:
    links = {"members/ann-lee.42/": ["A", "Ann Lee", "Ann Lee", "Member since May"]}
    assert forums.list_user_names("members/ann-lee.42/", links) == ["Ann Lee", "ann-lee"]
    assert forums.list_user_names("ann", links) == ["ann"]
    assert forums.list_user_names("/user/345422#top", links) == []


def test_the_order_of_numbers_is_settled_by_the_page_or_not_at_all() -> None:
    assert forums.infer_day_order(["03/02/19", "15/02/19"], "<html>") == "dmy"
    assert forums.infer_day_order(["10-04-2017", "10-31-2017"], "<html>") == "mdy"
    assert forums.infer_day_order(["03.02.2019"], '<html lang="en-US">') == "dmy"
    assert forums.infer_day_order(["03/02/2019"], '<html lang="en">') is None


def test_data_that_is_not_there_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_BENCH_DATA", str(tmp_path))
    assert list(threads.iter_gold_pages()) == []
    assert forums.read_forums() == []
    assert capsys.readouterr().err.count("skipped, not passed") >= 2


@needs_lxml
@pytest.mark.shared
def test_every_page_gives_as_many_comments_as_its_file_says() -> None:
    selectors, pages = read_selectors(), list(threads.iter_gold_pages())
    if not pages:
        pytest.skip("pages/threads.tar.xz is not there")
    assert {page.name: len(page.gold) for page in pages} == {
        page.name: selectors[page.name].found for page in pages
    }
    assert {page.name for page in pages} == set(selectors)
