"""Reading what was given: kinds, folders, manifests, and whatever is broken."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import Settings
from onrecord.readers import READERS, read
from onrecord.readers.file_kinds import detect_kind
from onrecord.records import Capture, Skipped
from onrecord.records.ids import hash_sha256

HTML = b"<!doctype html><title>Rain</title><p>It rained all day in the hills, they said."


def read_items(*paths: Path | str, **kwargs: object) -> tuple[list[Capture], list[Skipped]]:
    items = list(read(paths, **kwargs))  # type: ignore[arg-type]
    return [i for i in items if isinstance(i, Capture)], [
        i for i in items if isinstance(i, Skipped)
    ]


def index_reasons(skipped: list[Skipped]) -> dict[str, str]:
    return {Path(item.path).name: item.reason for item in skipped}


def record(kind: str, url: str, block: bytes, *, gzipped: bool) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-05-06T07:08:09Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    whole = head.encode() + block + b"\r\n\r\n"
    return gzip.compress(whole) if gzipped else whole


def write_warc(
    path: Path, responses: list[tuple[str, str, str, bytes]], *, gzipped: bool = True
) -> Path:
    out = []
    for url, status, media_type, body in responses:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        out.append(record("response", url, head.encode() + body, gzipped=gzipped))
        out.append(record("request", url, b"GET / HTTP/1.1\r\n\r\n", gzipped=gzipped))
    path.write_bytes(b"".join(out))
    return path


def test_files_of_each_kind(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "b.txt").write_text("It rained.\n\nIt stopped.")
    (tmp_path / "c.html.gz").write_bytes(gzip.compress(HTML + b" Again."))
    (tmp_path / "d.saved").write_bytes(HTML + b" And again.")
    captures, skipped = read_items(tmp_path)
    assert not skipped
    assert [Path(c.path).name for c in captures] == ["a.html", "b.txt", "c.html.gz", "d.saved"]
    assert [c.media_type for c in captures] == ["text/html", "text/plain", "text/html", "text/html"]
    assert captures[0].data == HTML
    assert captures[0].sha256 == hash_sha256(HTML)
    assert captures[2].data == HTML + b" Again."
    assert set(READERS) == {"html", "mime", "warc", "wacz", "text", "feed", "jsonl", "pdf"}


def test_a_folder_holds_pages_and_other_things(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "page.html").write_bytes(HTML)
    (tmp_path / "README.md").write_text("What is here.")
    (tmp_path / "gold.json").write_text("{}")
    (tmp_path / "style.css").write_text("p {}")
    (tmp_path / "run.py").write_text("print()")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "zero.html").write_bytes(b"")
    (tmp_path / ".hidden").write_bytes(HTML)
    captures, skipped = read_items(tmp_path)
    assert [Path(c.path).name for c in captures] == ["page.html"]
    assert index_reasons(skipped) == {
        "README.md": "not_a_page", "gold.json": "not_a_page", "style.css": "not_a_page",
        "run.py": "not_a_page", "photo.jpg": "not_a_page", "zero.html": "empty",
    }  # fmt: skip
    assert all("\n" not in item.message and item.message for item in skipped)


def test_patterns_repeats_and_what_is_missing(tmp_path: Path) -> None:
    for name in ("b.html", "a.html"):
        (tmp_path / name).write_bytes(HTML)
    captures, skipped = read_items(
        tmp_path / "*.html", tmp_path / "a.html", tmp_path / "no.html", "x\0y"
    )
    assert [Path(c.path).name for c in captures] == ["a.html", "b.html"]
    assert [item.reason for item in skipped] == ["missing", "missing"]


def test_links_that_loop_end(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(HTML)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.html").symlink_to(tmp_path / "self.html")
    captures, skipped = read_items(tmp_path)
    assert len(captures) == 1
    assert index_reasons(skipped) == {"self.html": "unreadable"}


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_files_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(HTML)
    (tmp_path / "page.html").chmod(0)
    assert index_reasons(read_items(tmp_path)[1]) == {"page.html": "unreadable"}


def test_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "big.html").write_bytes(HTML * 100)
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(HTML * 10_000))
    settings_ = Settings(max_bytes=2_000)
    captures, skipped = read_items(tmp_path, settings=settings_)
    assert not captures
    assert index_reasons(skipped) == {"big.html": "too_large", "bomb.html.gz": "too_large"}


def test_truncated_and_binary(tmp_path: Path) -> None:
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(HTML * 50 + os.urandom(3_000))[:-900])
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "noise.html").write_bytes(b"\0\1\2\3" * 500)
    captures, skipped = read_items(
        tmp_path / "cut.html.gz", tmp_path / "noise.txt", tmp_path / "noise.html"
    )
    assert not captures
    assert index_reasons(skipped) == {
        "cut.html.gz": "truncated",
        "noise.txt": "binary",
        "noise.html": "binary",
    }


@pytest.mark.parametrize("gzipped", [True, False])
def test_an_archive(tmp_path: Path, gzipped: bool) -> None:
    path = write_warc(
        tmp_path / ("a.warc.gz" if gzipped else "a.warc"),
        [
            ("https://news.example/1", "200 OK", "text/html; charset=utf-8", HTML),
            ("https://news.example/gone", "404 Not Found", "text/html", HTML),
            ("https://news.example/i.png", "200 OK", "image/png", b"\x89PNG"),
            ("https://news.example/2", "200 OK", "text/plain", b"It rained."),
            ("https://news.example/3", "200 OK", "text/html", b""),
        ],
        gzipped=gzipped,
    )
    captures, skipped = read_items(path)
    assert [c.url for c in captures] == ["https://news.example/1", "https://news.example/2"]
    assert captures[0].data == HTML
    assert captures[0].charset == "utf-8"
    assert captures[0].fetched == "2020-05-06T07:08:09Z"
    assert captures[0].path == f"{path}#0"
    assert {item.reason: item.count for item in skipped} == {
        "empty": 1, "http_error": 1, "not_a_page": 1, "request": 5,
    }  # fmt: skip


def test_an_archive_that_breaks_off(tmp_path: Path) -> None:
    whole = write_warc(
        tmp_path / "a.warc.gz", [("https://n.example/1", "200 OK", "text/html", HTML)] * 3
    )
    data = whole.read_bytes()
    for cut in (len(data) - 40, len(data) // 2, 30):
        whole.write_bytes(data[:cut])
        captures, skipped = read_items(whole)
        assert len(captures) <= 3
        assert all(isinstance(item.message, str) for item in skipped)
    (tmp_path / "b.warc").write_bytes(b"WARC/1.0\r\nnothing here")
    captures, skipped = read_items(tmp_path / "b.warc")
    assert not captures


def test_a_manifest_states_what_pages_do_not(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("a.html", "b.html"):
        (tmp_path / "pages" / name).write_bytes(HTML + name.encode())
    manifest = tmp_path / "pages" / "manifest.csv"
    manifest.write_text(
        "path,url,outlet,published\na.html,https://n.example/a,The Post,2016-03-08\n"
        "gone.html,,,\nb.html,,,last week\n",
        encoding="utf-8-sig",
    )
    captures, skipped = read_items(tmp_path, manifest=manifest)
    assert captures[0].stated.outlet == "The Post"
    assert captures[0].stated.published == "2016-03-08"
    assert captures[1].stated.published is None
    assert [item.reason for item in skipped] == ["manifest", "manifest"]
    assert "gone.html" in skipped[0].message
    assert "last week" in skipped[1].message


def test_a_manifest_by_hash_in_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    manifest = tmp_path / "stated.jsonl"
    manifest.write_text(
        json.dumps({"capture": hash_sha256(HTML), "title": "Rain", "language": "en"})
    )
    captures, skipped = read_items(tmp_path, manifest=manifest)
    assert captures[0].stated.title == "Rain"
    assert not skipped


@pytest.mark.parametrize(
    "written", ["", "a,b\n1,2\n", "{not json", '["x"]', "\udcff", "path\n\0\n"]
)
def test_manifests_that_are_none(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    manifest = tmp_path / "m.csv"
    manifest.write_bytes(written.encode("utf-8", "surrogateescape"))
    captures, skipped = read_items(tmp_path, manifest=manifest)
    assert len(captures) == 1
    assert [item.reason for item in skipped][-1] == "no_manifest"
    assert (
        "`path`" in skipped[-1].message
        or "mend it" in skipped[-1].message
        or "UTF-8" in skipped[-1].message
    )


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_manifest_s_columns_may_be_parted_as_spreadsheets_do(tmp_path: Path, sign: str) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    manifest = tmp_path / "m.csv"
    rows = [["Path", "outlet ", "title"], ["a.html", "The Post", '"Rain, wind; and sun"']]
    manifest.write_text("\r\n".join(sign.join(row) for row in rows) + "\r\n")
    captures, skipped = read_items(tmp_path, manifest=manifest)
    assert captures[0].stated.outlet == "The Post"
    assert captures[0].stated.title == "Rain, wind; and sun"
    assert not skipped


def test_what_a_manifest_states_wrongly_is_told_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,url,fetched,outlet\na.html,htp:/n.example,yesterday,The Post\n")
    captures, skipped = read_items(tmp_path, manifest=manifest)
    assert captures[0].stated.url is None
    assert captures[0].stated.outlet == "The Post"
    assert [item.path.rpartition("#")[2] for item in skipped] == ["row 2"]
    assert "htp:/n.example" in skipped[0].message
    assert "yesterday" in skipped[0].message
    assert skipped[0].message.endswith("left out")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (",yesterday,htp:/n", "no path, no capture and no url"),
        ("none.html,yesterday,htp:/n", "none.html is not among what was read"),
        ("a.html,yesterday,htp:/n", "'yesterday' is not ISO 8601"),
    ],
)
def test_a_row_with_many_faults_is_one_line(tmp_path: Path, row: str, says: str) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "b.html").write_bytes(HTML + b" ")
    manifest = tmp_path / "m.csv"
    manifest.write_text(f"path,published,url\n{row}\nb.html,2019,\n")
    _, skipped = read_items(tmp_path, manifest=manifest)
    assert len(skipped) == 1
    assert says in skipped[0].message
    assert "yesterday" in skipped[0].message
    assert "htp:/n" in skipped[0].message


@pytest.mark.parametrize("row", ["a.html,", "a.html,yesterday"])
def test_rows_that_state_nothing_are_of_no_use(tmp_path: Path, row: str) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    manifest = tmp_path / "m.csv"
    manifest.write_text(f"path,published\n{row}\n")
    captures, skipped = read_items(tmp_path, manifest=manifest)
    assert len(captures) == 1
    assert skipped[-1].reason == "no_manifest"
    assert "no row of it states anything" in skipped[-1].message


def test_a_page_stated_twice_is_told_and_the_last_row_holds(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,outlet\na.html,The Post\n./a.html,The Times\n")
    captures, skipped = read_items(tmp_path, manifest=manifest)
    assert captures[0].stated.outlet == "The Times"
    assert [item.path.rpartition("#")[2] for item in skipped] == ["row 2"]
    assert "again in row 3, which holds" in skipped[0].message


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.html").write_bytes(HTML)
    (tmp_path / "none" / "within").mkdir(parents=True)
    (tmp_path / "none" / ".hidden").write_bytes(HTML)
    captures, skipped = read_items(tmp_path / "none")
    assert not captures
    assert [item.reason for item in skipped] == ["empty"]
    assert "no file in this folder" in skipped[0].message
    captures, skipped = read_items(tmp_path)
    assert (len(captures), skipped) == (1, [])


def test_a_manifest_that_speaks_of_other_pages_alone_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,outlet\nx/a.html,The Post\n")
    _, skipped = read_items(tmp_path, manifest=manifest)
    assert [item.reason for item in skipped] == ["manifest", "no_manifest"]
    assert "none of its 1 rows" in skipped[1].message


def test_a_manifest_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    captures, skipped = read_items(tmp_path / "a.html", manifest=tmp_path / "no.csv")
    assert len(captures) == 1
    assert [item.reason for item in skipped] == ["no_manifest"]


def test_a_feed(tmp_path: Path) -> None:
    pytest.importorskip("feedparser")
    path = tmp_path / "feed.xml"
    path.write_text(
        """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>The Post</title>
        <item><title>Rain</title><link>https://n.example/1</link><pubDate>Tue, 08 Mar 2016 10:00:00 GMT</pubDate>
        <content:encoded><![CDATA[<p>It rained all day.</p>]]></content:encoded></item>
        <item><title>Short</title><description>More inside.</description></item></channel></rss>"""
    )
    captures, skipped = read_items(tmp_path)
    assert captures[0].data == b"<p>It rained all day.</p>"
    assert captures[0].stated.url == "https://n.example/1"
    assert captures[0].stated.published == "2016-03-08T10:00:00Z"
    assert captures[0].stated.outlet == "The Post"
    assert [item.reason for item in skipped] == ["no_content"]


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"<!DOCTYPE html><p>", "x", "html"), (b"\xef\xbb\xbf\n<html>", "x.txt", "html"),
        ("<html><p>".encode("utf-16"), "x", "html"), (b"<p>words", "x.htm", "html"), (b"words", "x.txt", "text"),
        (b"WARC/1.0\r\n", "x", "warc"), (b"%PDF-1.7", "x", "pdf"), (b"<?xml?><rss version='2.0'>", "x", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "x.xml", "feed"), (b"{}", "x.json", ""), (b"PK\x03\x04", "x", ""),
        ("Wörter".encode("utf-16"), "x.txt", "text"), (b"words", "README.txt", ""), (b"a,b", "x.csv", ""),
        (b"words", "x.unknown", ""),
    ],
)  # fmt: skip
def test_kinds(head: bytes, name: str, kind: str) -> None:
    assert detect_kind(head, name, in_folder=True)[0] == kind


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.html", "a.txt", "a.warc", "a.warc.gz", "a.gz", "a.xml", "a"]),
       st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"<rss>", b"<html>"]))  # fmt: skip
def test_no_bytes_raise(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str, head: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(head + data)
    for item in read([path], manifest=path):
        assert isinstance(item, Capture | Skipped)
    for item in read([path]):
        assert isinstance(item, Capture | Skipped)
