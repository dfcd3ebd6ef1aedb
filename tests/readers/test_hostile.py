"""Files made to do harm: each ends soon, holds little memory, and is told by its reason."""

from __future__ import annotations

import gzip
import json
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard
from tests.readers.archive_bytes import PAGE, build_record, write_wacz

from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.pages import make_page
from onrecord.readers import read
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import Capture
from onrecord.records.address import is_web_address

BOUNDS = Settings(max_bytes=1_000_000, max_parsed=200_000)


_MEMORY_BYTES = 90_000_000


MB = b" " * 1_000_000


def compress_repeated(megabytes: int, head: bytes = b"", piece: bytes = MB) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [
        packer.compress(head),
        *(packer.compress(piece) for _ in range(megabytes)),
        packer.flush(),
    ]
    return b"".join(parts)


def compress_frames(megabytes: int) -> bytes:
    packer = zstandard.ZstdCompressor().compressobj()
    return b"".join([*(packer.compress(MB) for _ in range(megabytes)), packer.flush()])


def build_response(coding: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=no-such\r\nContent-Encoding: {coding}\r\n\r\n"
    return build_record("response", "https://n.example/1", head.encode() + body)


def write_zip_bomb(path: Path) -> None:
    record = b"WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 40000000\r\n\r\n"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made,
        made.open("archive/a.warc", "w") as inner,
    ):
        inner.write(record)
        for _ in range(40):
            inner.write(MB)


def write_long_listing(path: Path) -> None:
    write_wacz(path, {f"{'a' * 80}{n}.warc": b"" for n in range(2_000)})


def write_many_members(path: Path) -> None:
    write_wacz(path, {f"{n}.warc": b"" for n in range(1_005)})


MADE: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "bomb.html.gz": (lambda p: p.write_bytes(compress_repeated(40)), {"too_large"}),
    "bomb.html.zst": (lambda p: p.write_bytes(compress_frames(40)), {"too_large"}),
    "bomb.jsonl.gz": (lambda p: p.write_bytes(compress_repeated(40, b'{"text": "')), {"bomb"}),
    "bomb.jsonl.zst": (lambda p: p.write_bytes(compress_frames(40)), {"not_a_page"}),
    "cut.html.gz": (lambda p: p.write_bytes(gzip.compress(PAGE * 90)[:-9]), {"truncated"}),
    "cut.html.zst": (lambda p: p.write_bytes(zstandard.compress(PAGE * 90)[:-9]), {"truncated"}),
    "gzip.warc": (lambda p: p.write_bytes(build_response("gzip", compress_repeated(20))), {"too_large"}),
    "twice.warc": (lambda p: p.write_bytes(build_response("gzip, gzip", gzip.compress(compress_repeated(20)))), {"too_large"}),
    "zstd.warc": (lambda p: p.write_bytes(build_response("zstd", compress_frames(20))), {"too_large"}),
    "cut.warc": (lambda p: p.write_bytes(build_response("gzip", gzip.compress(PAGE)[:-9])), {"truncated"}),
    "line.warc.gz": (lambda p: p.write_bytes(compress_repeated(5, b"WARC/1.0\r\nX: ", b"x" * 1_000_000)), {"truncated"}),
    "heads.warc.gz": (lambda p: p.write_bytes(compress_repeated(3, b"WARC/1.0\r\n", b"X: %b\r\n" % (b"y" * 900) * 600)), {"truncated"}),
    "tail.warc.gz": (
        lambda p: p.write_bytes(compress_repeated(5, b"WARC/1.0\r\nWARC-Type: request\r\nWARC-Target-URI: x\r\nContent-Length: 0\r\n\r\n", b"x" * 1_000_000)),
        {"truncated", "request"},
    ),
    "long.warc.gz": (lambda p: p.write_bytes(compress_repeated(40, b"WARC/1.0\r\nWARC-Type: request\r\nWARC-Target-URI: x\r\nContent-Length: 9999999999\r\n\r\n")), {"bomb", "request"}),
    "bomb.wacz": (write_zip_bomb, {"bomb"}),
    "list.wacz": (write_long_listing, {"too_large"}),
    "many.wacz": (write_many_members, {"too_large", "truncated"}),
    "no.wacz": (lambda p: p.write_bytes(b"PK\x03\x04" + b"\0" * 90), {"truncated"}),
    "feed.xml": (lambda p: p.write_bytes(b"<rss version='2.0'>" + b"<item>" * 90_000), {"too_large"}),
    "tags.xml": (lambda p: p.write_bytes(b"<rss version='2.0'>" + b"<a>" * 60_000), {"too_large"}),
    "pair.xml": (lambda p: p.write_bytes(b"<rss version='2.0'><channel><item><title>&#xD800;</title></item>"), {"broken"}),
    "no_value.xml": (lambda p: p.write_bytes(b"<rss version='2.0'><item<title</body>"), {"no_content"}),
    "line.jsonl": (lambda p: p.write_bytes(b'{"url": "https://n.example", "text": "' + b"x" * 5_000_000 + b'"}'), {"too_large"}),
    "deep.json": (lambda p: p.write_bytes(b'{"text":' * 20_000), {"not_json"}),
    "empty.warc": (lambda p: p.write_bytes(b""), {"empty"}),
    "empty.html.gz": (lambda p: p.write_bytes(gzip.compress(b"")), {"empty"}),
    "nul.html": (lambda p: p.write_bytes(b"\0" * 5_000), {"binary"}),
    "nul.jsonl": (lambda p: p.write_bytes(b'{"text": "a\0b"}\n'), {"not_json"}),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_it_ends_within_bounds_and_says_why(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds = replace(THRESHOLDS, bomb_bytes=20_000_000, max_feed_tags=50_000)
    monkeypatch.setattr("onrecord.readers.decompression.THRESHOLDS", bounds)
    monkeypatch.setattr("onrecord.readers.feed.THRESHOLDS", bounds)
    make, expect = MADE[name]
    path = tmp_path / name
    make(path)
    reasons = set()
    tracemalloc.start()
    for item in read([path], settings=BOUNDS):
        if isinstance(item, Capture):
            with pytest.raises(PageError) as raised:
                make_page(item)
            reasons.add(raised.value.reason)
        else:
            reasons.add(item.reason)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert reasons == expect
    assert peak < _MEMORY_BYTES


def test_entities_that_hold_entities_are_not_unfolded(tmp_path: Path) -> None:
    pytest.importorskip("feedparser")
    told = b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">' + told + b"]>"
    path = tmp_path / "feed.xml"
    path.write_bytes(
        head + b'<rss version="2.0"><channel><item><title>&m;</title></item></channel></rss>'
    )
    tracemalloc.start()
    assert {getattr(item, "reason", "") for item in read([path])} <= {"no_content", "empty"}
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < _MEMORY_BYTES


def test_folders_that_link_to_one_another_end(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_bytes(PAGE + name.encode())
        (tmp_path / name / "over").symlink_to(tmp_path / other, target_is_directory=True)
    (tmp_path / "x.html").symlink_to(tmp_path / "y.html")
    (tmp_path / "y.html").symlink_to(tmp_path / "x.html")
    items = list(read([tmp_path, tmp_path / "a" / "over" / "over" / "page.html"]))
    assert sum(isinstance(item, Capture) for item in items) == 2
    assert sorted(getattr(item, "reason", "") for item in items) == [
        "",
        "",
        "unreadable",
        "unreadable",
    ]


def test_damage_in_a_record_is_told_where_it_is_met(tmp_path: Path) -> None:
    noise = bytes(n * n % 251 for n in range(40_000))
    packed = bytearray(gzip.compress(build_response("identity", PAGE + noise), mtime=0))
    packed[-8:-4] = b"\0\0\0\0"  # the checksum, which is met when all of the record was read
    archive = tmp_path / "a.warc.gz"
    archive.write_bytes(packed + gzip.compress(build_response("identity", PAGE), mtime=0))
    zipped = write_wacz(tmp_path / "b.wacz", {"a.warc": build_response("identity", PAGE + noise)})
    damaged = bytearray(zipped.read_bytes())
    damaged[damaged.find(noise[:90]) + 20] ^= 0xFF
    zipped.write_bytes(damaged)
    told = [getattr(item, "reason", "page") for item in read([archive, zipped])]
    assert set(told) == {"truncated"}


@pytest.mark.parametrize("address", ["http://[::1", "http://a\u2100b/2016/03/04/", "//\uff0f.x/"])
def test_an_address_that_is_none_harms_nothing(address: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"url": address, "text": "It rained all day in the hills, they said.\n\n$4 was paid."}
    path.write_text(json.dumps(row))
    (capture,) = read([path])
    assert isinstance(capture, Capture)
    assert make_page(capture).published is None
    assert not is_web_address(address)


@pytest.mark.parametrize(
    "charset", ["utf-16", "utf-7", "idna", "no-such", "rot13", "utf-8; x", "\udcff", "base64"]
)
def test_a_charset_that_lies_harms_nothing(charset: str, tmp_path: Path) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={charset}\r\n\r\n"
    path = tmp_path / "a.warc"
    path.write_bytes(
        build_record("response", "https://n.example/1", head.encode("utf-8", "replace") + PAGE)
    )
    (capture,) = read([path])
    assert isinstance(capture, Capture)
    assert "It rained all day" in make_page(capture).text
