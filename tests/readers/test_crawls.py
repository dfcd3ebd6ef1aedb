"""What crawlers wrote as JSON, lists of paths, and standard input."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.readers.captures import read_captures

from onrecord.config import Settings
from onrecord.pages import make_page
from onrecord.readers.json_fields import parse_fields
from onrecord.records import Capture, Stated

TEXT = "The weir at Orsk\n\nThe weir at Orsk will be mended by May, “at last”, the board said on Monday."
HTML = "<html><body><article><h1>The weir</h1><p>The weir at Orsk will be mended by May, the board said.</p></article></body></html>"


@pytest.mark.parametrize(
    ("row", "stated"),
    [
        ({"title": "The weir", "author": "A B", "hostname": "n.example", "date": "2020-05-04", "text": TEXT,
          "source": "https://n.example/weir", "source-hostname": "The Post", "filedate": "2021-01-01"},
         ("https://n.example/weir", "The Post", "The weir", "2020-05-04", "2021-01-01", None)),
        ({"authors": [], "date_publish": "2020-05-04 10:30:00", "date_download": "2020-05-06 07:08:09", "maintext": TEXT,
          "title": "The weir", "url": "https://n.example/weir", "language": "en", "source_domain": "n.example"},
         ("https://n.example/weir", "n.example", "The weir", "2020-05-04T10:30:00", "2020-05-06T07:08:09", "en")),
        ({"url": "https://n.example/weir", "html": HTML, "publish_date": "Mon, 04 May 2020 10:30:00 GMT", "text": TEXT},
         ("https://n.example/weir", None, None, "2020-05-04T10:30:00+00:00", None, None)),
        ({"text": TEXT, "timestamp": "2019-04-25T12:57:54Z", "url": "https://n.example/weir"},
         ("https://n.example/weir", None, None, None, "2019-04-25T12:57:54Z", None)),
        ({"text": TEXT, "dump": "CC-MAIN-2019", "date": "2019-04-25T12:57:54Z", "url": "https://n.example/weir"},
         ("https://n.example/weir", None, None, None, "2019-04-25T12:57:54Z", None)),
        ({"content": TEXT, "warc_headers": {"warc-target-uri": "https://n.example/weir", "warc-date": "2019-04-25T12:57:54Z"}},
         ("https://n.example/weir", None, None, None, "2019-04-25T12:57:54Z", None)),
        ({"url": "not an address", "text": TEXT, "date": "last week", "language": "English"},
         (None, None, None, None, None, None)),
    ],
)  # fmt: skip
def test_what_a_crawler_states(
    row: dict[str, Any], stated: tuple[str | None, ...], tmp_path: Path
) -> None:
    path = tmp_path / "crawl.jsonl"
    path.write_text(json.dumps({"id": "x", **row}) + "\n", encoding="utf-8")
    captures, counts = read_captures(path)
    assert not counts
    given = captures[0].stated
    assert (
        given.url,
        given.outlet,
        given.title,
        given.published,
        given.fetched,
        given.language,
    ) == stated
    assert {how for _, how in given.hows} <= {"jsonl"}
    page = make_page(captures[0])
    assert "will be mended by May" in page.text
    if given.published:
        assert page.published is not None
        assert page.published.how == "jsonl"


def test_lines_that_hold_no_page_are_counted(tmp_path: Path) -> None:
    rows = [json.dumps({"url": "https://n.example/1", "text": TEXT}), "", "{broken", '{"id": 3, "url": "https://n.example"}',
            "[1]", '{"text": "' + "x" * 3_000 + '"}', json.dumps({"text": TEXT, "url": "https://n.example/2"})]  # fmt: skip
    for name, data in (
        ("a.jsonl", "\n".join(rows).encode()),
        ("b.jsonl.gz", gzip.compress("\n".join(rows).encode())),
    ):
        (tmp_path / name).write_bytes(data)
        captures, counts = read_captures(tmp_path / name, settings=Settings(max_parsed=2_500))
        assert [c.path.rpartition("#")[2] for c in captures] == ["1", "7"]
        assert captures[0].data.decode() == rows[0]
        assert counts == {"not_json": 2, "no_content": 1, "too_large": 1}
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode())[:-30])
    assert read_captures(tmp_path / "c.jsonl.gz")[1]["truncated"] == 1


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("many", [True, False])
def test_one_object_and_an_array(many: bool, indent: int | None, tmp_path: Path) -> None:
    rows = [{"url": f"https://n.example/{n}", "text": TEXT} for n in range(3)]
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps(rows if many else rows[0], indent=indent, ensure_ascii=False), encoding="utf-8"
    )
    captures, counts = read_captures(tmp_path)
    assert not counts
    assert [c.stated.url for c in captures] == [row["url"] for row in (rows if many else rows[:1])]
    assert all(c.data in path.read_bytes() for c in captures)


def test_our_own_rows_and_settings_are_no_pages(tmp_path: Path) -> None:
    (tmp_path / "quotes.jsonl").write_text(
        json.dumps({"id": "q1", "page": "p1", "text": "“No.”", "by": "quotes@1"})
    )
    (tmp_path / "package.json").write_text('{"name": "x", "description": "text"}')
    captures, counts = read_captures(tmp_path)
    assert not captures
    assert counts == {"not_a_page": 2}


def test_json_that_is_nested_without_end(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "a", "x": ' + "[" * 100_000 + "\n" + '{"text": "It rained."}'
    )
    captures, counts = read_captures(tmp_path / "a.jsonl")
    assert len(captures) == 1
    assert counts == {"not_json": 1}


def test_of_two_fields_of_one_name_the_last_counts() -> None:
    fields, end = parse_fields('  {"a" : 1, "b":{}, "a" :"x" } rest')
    assert fields["a"].value == "x"
    assert '  {"a" : 1, "b":{}, "a" :"x" } rest'[fields["a"].start : end] == '"x" }'
    assert parse_fields("{}")[0] == {}


def test_the_manifest_overrules_the_crawler_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "crawl.jsonl").write_text(
        "".join(
            json.dumps({"url": f"https://n.example/{n}", "text": TEXT, "date": "2020-01-01"}) + "\n"
            for n in (1, 2)
        )
    )
    manifest = tmp_path / "m.csv"
    manifest.write_text("url,outlet,published\nhttps://n.example/2,The Post,2020-05-04\n")
    captures, counts = read_captures(tmp_path / "crawl.jsonl", manifest=manifest)
    assert not counts
    assert captures[0].stated.how_of("published") == "jsonl"
    page = make_page(captures[1])
    assert page.published is not None
    assert (page.published.value, page.published.how) == ("2020-05-04", "manifest")
    assert dict(page.stated) == {"outlet": "manifest", "published": "manifest", "url": "manifest"}
    assert Stated().how_of("published") == "stated"


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    for name in ("a.html", "b.html", "c.html"):
        (folder / name).write_text(f"{HTML}<!-- {name} -->")
    monkeypatch.chdir(tmp_path)
    return folder


def list_names(captures: list[Capture]) -> list[str]:
    return [Path(c.path).name for c in captures]


def test_lists_of_paths(saved: Path) -> None:
    (saved / "beside.lst").write_text("b.html\na.html\n\nno.html\n")
    captures, counts = read_captures("@saved/beside.lst")
    assert list_names(captures) == ["b.html", "a.html"]
    assert counts == {"missing": 1}
    (saved.parent / "all.txt").write_text("saved/c.html\nsaved/a.html\n@saved/beside.lst\n")
    assert list_names(read_captures("@all.txt")[0]) == ["c.html", "a.html", "b.html"]
    # Every line names something that is there: a list, without being told.
    (saved.parent / "plain.txt").write_bytes(b"saved/c.html\r\nsaved/b.html\r\n")
    assert list_names(read_captures("plain.txt")[0]) == ["c.html", "b.html"]
    (saved.parent / "words.txt").write_text(
        "saved/c.html\nIt rained all day in the hills, they said.\n"
    )
    assert list_names(read_captures("words.txt")[0]) == ["words.txt"]


def test_lists_that_name_themselves_end(saved: Path) -> None:
    (saved.parent / "x.txt").write_text("@y.txt\nsaved/a.html\n")
    (saved.parent / "y.txt").write_text("@x.txt\n@y.txt\nsaved/b.html\n-\n")
    assert sorted(list_names(read_captures("@x.txt")[0])) == ["a.html", "b.html"]
    assert read_captures("@no.txt") == ([], {"missing": 1})


@pytest.mark.parametrize(
    ("given", "expect", "counts"),
    [
        (b"saved/a.html\nsaved/b.html\n", ["a.html", "b.html"], {}),
        (b"saved/a.html\0saved/b.html\0", ["a.html", "b.html"], {}),
        (HTML.encode(), ["-"], {}),
        (gzip.compress(HTML.encode()), ["-"], {}),
        (json.dumps({"url": "https://n.example/1", "text": TEXT}).encode(), ["-#1"], {}),
        (b"", [], {"empty": 1}),
        (b"saved/none.html\n-\n", [], {"missing": 1}),
    ],
)
def test_standard_input(
    given: bytes,
    expect: list[str],
    counts: dict[str, int],
    saved: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    captures, skipped = read_captures("-")
    assert list_names(captures) == expect
    assert skipped == counts
