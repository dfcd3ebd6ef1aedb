"""Readers of single values: kinds by first bytes, HTTP codings, fields of JSON, streams of members."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest
import zstandard

from onrecord.errors import ReadError
from onrecord.readers.decompression import decompress_head, is_bomb, open_decompressed
from onrecord.readers.file_kinds import detect_kind, is_binary
from onrecord.readers.http_codings import decode_http_body
from onrecord.readers.json_fields import convert_to_iso, find_page_fields, parse_fields, read_stated

PAGE = b"<!doctype html><title>Rain</title><p>It rained all day in the hills, they said.</p>"


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (PAGE, "a", "html"), (b"\xef\xbb\xbf" + PAGE, "a", "html"), (PAGE.decode().encode("utf-16"), "a", "html"),
        (b"<p>It rained.", "a", "html"), (b"<p>It rained.", "a.svg", ""), (PAGE, "a.xml", "html"), (PAGE, "a.css", ""),
        (b"WARC/1.0\r\n", "a", "warc"), (b"filedesc://a.arc", "a", "warc"), (b"%PDF-1.4", "a", "pdf"),
        (b"PK\x03\x04" + b"\0" * 26 + b"archive/a.warc.gz", "a.zip", "wacz"), (b"PK\x03\x04", "a.zip", ""),
        (b"<?xml version='1.0'?><rss>", "a", "feed"), (b"<html><p>&lt;rss> <rss>", "a", "html"),
        (b"From: a\r\nContent-Type: multipart/related\r\n", "a", "mime"), (b"From: a\r\nSubject: rain\r\n", "a.txt", "text"),
        (b'{"url": "x", "text": "It rained."}', "a", "jsonl"), (b'{"text": "It rained."}', "a.json", ""),
        (b"It rained.", "a.txt", "text"), (b"It rained.", "README.md", ""), (b"It rained.", "a", ""), (b"\x89PNG", "a.html", ""),
        (b"\0\1\2\3" * 9, "a.html", ""),
    ],
)  # fmt: skip
def test_kinds_of_files_in_a_folder(head: bytes, name: str, kind: str) -> None:
    found, why_not = detect_kind(head, name, in_folder=True)
    assert found == kind
    assert bool(why_not) == (not kind)


@pytest.mark.parametrize(
    ("head", "expect"),
    [
        (b"It rained.", False), ("Es regnete früh".encode("utf-16-le"), False), (b"caf\xe9 and so on", False),
        (b"\0\1\2" + b"a" * 90, True), (b"\1\2" + b"a" * 8, True), (b"", False),
    ],
)  # fmt: skip
def test_bytes_that_are_no_text(head: bytes, expect: bool) -> None:
    assert is_binary(head) == expect


@pytest.mark.parametrize(
    ("data", "transfer", "content", "expect"),
    [
        (PAGE, "", "", PAGE),
        (gzip.compress(PAGE, mtime=0), "", "gzip", PAGE),
        (
            gzip.compress(PAGE, mtime=0) + gzip.compress(b"More.") + b"\0\0",
            "",
            "x-gzip",
            PAGE + b"More.",
        ),
        (zlib.compress(PAGE), "", "deflate", PAGE),
        (zlib.compress(PAGE)[2:-4], "", "Deflate", PAGE),
        (zstandard.compress(PAGE), "", "zstd", PAGE),
        (b"4\r\nRain\r\n0\r\n\r\n", "chunked", "", b"Rain"),
        (PAGE, "chunked", "gzip, br", PAGE),
        (gzip.compress(PAGE, mtime=0)[:-9], "", "gzip", "truncated"),
        (gzip.compress(PAGE * 90), "", "gzip", "too_large"),
        (zstandard.compress(PAGE)[:-4], "", "zstd", "truncated"),
        (b"\x1f\x8b and no more", "", "gzip", "encoding"),
    ],
)
def test_bodies_of_http(data: bytes, transfer: str, content: str, expect: bytes | str) -> None:
    if isinstance(expect, bytes):
        assert decode_http_body(data, transfer, content, 1_000) == expect
        return
    with pytest.raises(ReadError) as raised:
        decode_http_body(data, transfer, content, 1_000)
    assert raised.value.reason == expect


@pytest.mark.parametrize(
    ("written", "expect"),
    [
        ("2016-03-08", "2016-03-08"),
        ("2016-03-08 10:30", "2016-03-08T10:30"),
        ("2016-03-08T10:30:05.25 UTC", "2016-03-08T10:30:05Z"),
        ("2016-03-08T10:30:05+0100", "2016-03-08T10:30:05+0100"),
        ("Tue, 08 Mar 2016 10:30:00 +0100", "2016-03-08T10:30:00+01:00"),
        ("2016-02-30", None),
        ("2016-03", None),
        ("8 March 2016", None),
        ("Rain, at last", None),
        (20160308, None),
        (None, None),
    ],
)
def test_days_that_are_stated(written: object, expect: str | None) -> None:
    assert convert_to_iso(written) == expect


def test_fields_that_may_hold_the_page() -> None:
    written = '{"content": "It rained.", "html": " ", "body": "<p>It rained.</p>", "text": 3, "raw_html": "x"}'
    fields, end = parse_fields(written)
    assert end == len(written)
    found = [
        (written[field.start : field.end], is_html) for field, is_html in find_page_fields(fields)
    ]
    assert found == [('"It rained."', False), ('"<p>It rained.</p>"', False)]
    assert [name for name, field in fields.items() if field.value == "x"] == ["raw_html"]


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        ('{"publisher": {"name": "The  Post"}, "lang": "en_GB"}', {"outlet": "The Post", "language": "en"}),
        ('{"url": "ftp://n.example", "language": "English"}', {}),
        ('{"metadata": {"url": "http://n.example/1"}, "title": "Rain"}', {"url": "http://n.example/1", "title": "Rain"}),
        ('{"dump": "x", "date": "2016-03-08"}', {"fetched": "2016-03-08"}),
        ('{"date": "2016-03-08"}', {"published": "2016-03-08"}),
    ],
)  # fmt: skip
def test_what_an_object_states(written: str, stated: dict[str, str]) -> None:
    assert read_stated(parse_fields(written)[0]) == stated


@pytest.mark.parametrize("written", ["", "[1]", '{"a" 1}', "{1: 2}", '{"a": 1', '{"a": }'])
def test_what_is_no_object(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_fields(written)


def test_members_are_read_one_after_the_other() -> None:
    packed = gzip.compress(b"one") + gzip.compress(b"two") + b"\0" * 9
    stream = open_decompressed(io.BytesIO(packed), packed[:4])
    assert [stream.read(2), stream.read(3), stream.read(9), stream.read(9)] == [
        b"on",
        b"etw",
        b"o",
        b"",
    ]
    cut = open_decompressed(io.BytesIO(packed[:30]), packed[:4])
    assert cut.read(9) == b"one"
    with pytest.raises(EOFError):
        cut.read(9)
    assert decompress_head(zstandard.compress(PAGE), 9) == PAGE[:9]
    assert decompress_head(b"plain", 3) == b"pla"


def test_bombs_are_large_and_shrink_far() -> None:
    assert is_bomb(1_000_000, 300_000_000)
    assert not is_bomb(2_000_000, 300_000_000)
    assert not is_bomb(1, 200_000_000)
