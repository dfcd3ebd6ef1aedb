"""Web archives: what is a page in them, what is counted, and where revisits take their words from."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Any

import pytest
import zstandard
from tests.readers.archive_bytes import PAGE, ArchiveMaker, build_record, write_wacz
from tests.readers.captures import read_captures

from onrecord.config import Settings
from onrecord.pages import make_page


def test_every_record_is_a_page_or_counted(tmp_path: Path) -> None:
    maker = ArchiveMaker()
    maker.info()
    maker.response("https://n.example/1", PAGE)
    maker.request("https://n.example/1")
    maker.request("https://n.example/2")
    maker.response("https://n.example/2", b"", "301 Moved", Location="/1")
    maker.response("https://n.example/3", PAGE, "404 Not Found")
    maker.response("https://n.example/4", b"\x89PNG\r\n\x1a\n\0\0\0\0", Content_Type="image/png")
    maker.response(
        "https://n.example/5", b"\x89PNG\r\n\x1a\n\0\0\0\0\0\1\2\3", Content_Type="text/html"
    )
    maker.response("https://n.example/6", b"%PDF-1.4 and so on", Content_Type="text/html")
    maker.conversion("https://n.example/7", b"It rained all day in the hills.")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(maker.saved())
    captures, counts = read_captures(path)
    assert [(c.url or "")[-1] for c in captures] == ["1", "6", "7"]
    assert [c.media_type for c in captures] == ["text/html", "application/pdf", "text/plain"]
    assert counts == {
        "about": 1, "request": 2, "redirect": 1, "http_error": 1, "not_a_page": 1, "binary": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("zstd", zstandard.compress),
        ("gzip", lambda data: data),
        ("deflate", lambda data: data),
        ("br", lambda data: data),
        ("zstd", lambda data: data),
        ("no-such-coding", lambda data: data),
        ("gzip, gzip", lambda data: gzip.compress(gzip.compress(data))),
    ],
)
def test_content_encodings_are_undone_and_their_lies_seen_through(
    name: str, pack: object, tmp_path: Path
) -> None:
    body = pack(PAGE)  # type: ignore[operator]
    chunked = b"5\r\n%b\r\n%x;note=1\r\n%b\r\n0\r\n\r\n" % (body[:5], len(body) - 5, body[5:])
    maker = ArchiveMaker()
    maker.response("https://n.example/1", body, Content_Encoding=name)
    maker.response(
        "https://n.example/2", chunked, Content_Encoding=name, Transfer_Encoding="chunked"
    )
    maker.response("https://n.example/3", body, Content_Encoding=name, Transfer_Encoding="chunked")
    path = tmp_path / "a.warc"
    path.write_bytes(maker.saved())
    captures, _ = read_captures(path)
    assert [c.data for c in captures] == [PAGE] * 3


def test_brotli_is_undone_where_its_library_is(tmp_path: Path) -> None:
    brotli = pytest.importorskip("brotli")
    packed = brotli.compress(PAGE)
    maker = ArchiveMaker()
    maker.response("https://n.example/1", packed, Content_Encoding="br")
    maker.response("https://n.example/2", packed[:-9], Content_Encoding="br")
    maker.response("https://n.example/3", brotli.compress(b" " * 50_000_000), Content_Encoding="br")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(maker.saved())
    captures, counts = read_captures(path, settings=Settings(max_bytes=1_000_000))
    assert [c.data for c in captures] == [PAGE]
    assert counts == {"truncated": 1, "too_large": 1}


def test_a_revisit_takes_the_payload_of_what_it_refers_to(tmp_path: Path) -> None:
    maker = ArchiveMaker()
    # Before the record it refers to, by address and time.
    first = build_record(
        "revisit", "https://n.example/early", b"", gzipped=True,
        WARC_Refers_To_Target_URI="https://n.example/1", WARC_Refers_To_Date="2020-05-06T07:08:09Z",
    )  # fmt: skip
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    page = build_record("response", "https://n.example/1", http + PAGE, gzipped=True)
    record = maker.response("https://n.example/2", PAGE + b"<p>And it rained again.")
    maker.revisit(
        "https://n.example/by-id",
        {"WARC-Refers-To": record.rec_headers.get_header("WARC-Record-ID")},
    )
    digest = record.rec_headers.get_header("WARC-Payload-Digest")
    maker.revisit("https://n.example/by-digest", {}, digest)
    maker.revisit("https://n.example/lost", {"WARC-Refers-To": "<urn:x:gone>"}, "sha1:GONE")
    path, other = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    path.write_bytes(first + maker.saved())
    other.write_bytes(page)
    captures, counts = read_captures(path, other)
    by_name = {(c.url or "").rpartition("/")[2]: c for c in captures}
    assert set(by_name) == {"2", "1", "early", "by-id", "by-digest"}
    assert by_name["early"].data == PAGE
    assert by_name["early"].path.startswith(f"{path}#")
    assert by_name["by-id"].data == by_name["by-digest"].data == by_name["2"].data
    assert by_name["by-id"].fetched == "2021-01-02T03:04:05Z"
    assert counts == {"revisit": 1}


def test_revisits_that_go_in_a_circle_end(tmp_path: Path) -> None:
    a = build_record(
        "revisit", "https://n.example/a", b"", WARC_Refers_To="<urn:x:https://n.example/b>"
    )
    b = build_record(
        "revisit", "https://n.example/b", b"", WARC_Refers_To="<urn:x:https://n.example/a>"
    )
    own = build_record(
        "revisit", "https://n.example/c", b"", WARC_Refers_To="<urn:x:https://n.example/c>"
    )
    chain = build_record(
        "revisit", "https://n.example/d", b"", WARC_Refers_To="<urn:x:https://n.example/e>"
    )
    last = build_record(
        "revisit", "https://n.example/e", b"", WARC_Refers_To="<urn:x:https://n.example/f>"
    )
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    page = build_record("response", "https://n.example/f", http + PAGE)
    path = tmp_path / "a.warc"
    path.write_bytes(a + b + own + chain + last + page)
    captures, counts = read_captures(path)
    assert [(c.url or "")[-1] for c in captures] == ["f", "d", "e"]
    assert {c.data for c in captures} == {PAGE}
    assert counts == {"revisit": 3}


def test_only_so_many_revisits_wait(tmp_path: Path) -> None:
    maker = ArchiveMaker()
    record = maker.response("https://n.example/1", PAGE)
    named = {"WARC-Refers-To": record.rec_headers.get_header("WARC-Record-ID")}
    for number in range(5):
        maker.revisit(f"https://n.example/again{number}", named)
    path = tmp_path / "a.warc"
    path.write_bytes(maker.saved())
    captures, counts = read_captures(path, settings=Settings(max_revisits=2))
    assert len(captures) == 3
    assert counts == {"revisit": 3}


def test_a_wacz(tmp_path: Path) -> None:
    one, two = ArchiveMaker(), ArchiveMaker()
    record = one.response("https://n.example/1", PAGE)
    two.revisit(
        "https://n.example/2", {"WARC-Refers-To": record.rec_headers.get_header("WARC-Record-ID")}
    )
    two.request("https://n.example/2")
    path = write_wacz(tmp_path / "a.wacz", {"one.warc.gz": one.saved(), "two.warc.gz": two.saved()})
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,outlet\na.wacz#archive/one.warc.gz#0,The Post\n")
    captures, counts = read_captures(tmp_path, manifest=manifest)
    assert [c.path for c in captures] == [
        f"{path}#archive/one.warc.gz#0",
        f"{path}#archive/two.warc.gz#0",
    ]
    assert {c.data for c in captures} == {PAGE}
    assert [c.stated.outlet for c in captures] == ["The Post", None]
    assert counts == {"request": 1}


def test_an_archive_in_zstandard_with_and_without_a_dictionary(tmp_path: Path) -> None:
    records: list[Any] = [build_record("response", f"https://n.example/{n}", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE + b"<p>%d" % n) for n in range(40)]  # fmt: skip
    plain = b"".join(zstandard.compress(record) for record in records)
    dictionary = zstandard.train_dictionary(2_000, records * 5)
    packer = zstandard.ZstdCompressor(dict_data=dictionary)
    held = zstandard.compress(dictionary.as_bytes())
    skippable = b"\x5d\x2a\x4d\x18" + len(held).to_bytes(4, "little") + held
    for number, data in enumerate(
        [plain, skippable + b"".join(packer.compress(r) for r in records)]
    ):
        path = tmp_path / f"{number}.warc.zst"
        path.write_bytes(data)
        captures, counts = read_captures(path)
        assert len(captures) == 40
        assert not counts
        assert make_page(captures[7]).text.startswith("It rained")
        path.write_bytes(data[:-20])
        captures, counts = read_captures(path)
        assert len(captures) == 39
        assert counts == {"truncated": 1}


def test_an_arc(tmp_path: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    about = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://a.arc 0.0.0.0 20100101000000 text/plain %d\n" % len(about) + about + b"\n"
    record = b"https://n.example/1 1.2.3.4 20100101000000 text/html %d\n" % len(http) + http + b"\n"
    path = tmp_path / "a.arc"
    path.write_bytes(head + record)
    captures, _ = read_captures(path)
    assert [c.data for c in captures] == [PAGE]


def test_a_large_archive_is_never_held_whole(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "a.warc"
    page = build_record(
        "response",
        "https://n.example/1",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE,
    )
    film = build_record(
        "resource", "https://n.example/f", b"\0\1\2\3" * 5_000_000, Content_Type="video/mp4"
    )
    path.write_bytes(page + film + page + film + page)
    tracemalloc.start()
    captures, counts = read_captures(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(captures) == 3
    assert counts == {"not_a_page": 2}
    assert peak < 5_000_000


# --- records that are not packed or parted as they should be --------------------------------------


def _build_records(count: int, between: bytes) -> list[bytes]:
    """Return `count` records of pages as they stand in an archive, each followed by `between`."""
    payload = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    return [
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n.example/%d\r\n"
        b"WARC-Date: 2021-01-02T03:04:05Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s%s" % (number, len(payload), payload, between)
        for number in range(count)
    ]


def _read_numbers(path: Path) -> list[str]:
    captures, skipped = read_captures(path)
    assert not skipped
    assert len({capture.path for capture in captures}) == len(captures)
    return [(capture.url or "")[-1] for capture in captures]


@pytest.mark.parametrize("between", [b"\r\n\r\n", b"\r\n", b"\n", b""])
def test_an_archive_gzipped_as_one_stream_is_read(between: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"".join(_build_records(3, between))))
    assert _read_numbers(path) == ["0", "1", "2"]


@pytest.mark.parametrize("alone", [1, 2])
def test_the_first_records_may_be_packed_alone(alone: int, tmp_path: Path) -> None:
    records = _build_records(5, b"\r\n\r\n")
    members = [*records[:alone], b"".join(records[alone:])]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, members)))
    assert _read_numbers(path) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("size", [60, 400])
def test_a_record_may_be_spread_over_gzip_members(size: int, tmp_path: Path) -> None:
    archive = b"".join(_build_records(3, b"\r\n\r\n"))
    blocks = [archive[at : at + size] for at in range(0, len(archive), size)]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, blocks)))
    assert _read_numbers(path) == ["0", "1", "2"]


@pytest.mark.parametrize("between", [b"\r\n", b"\n", b"", b"more than was said\r\n\r\n"])
def test_records_without_blank_lines_between_them_are_read(between: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(_build_records(3, between)) + b"\r\n\r\n" * (b"more" not in between))
    captures, _ = read_captures(path)
    assert [(capture.url or "")[-1] for capture in captures] == ["0", "1", "2"]


def test_what_follows_the_last_record_and_is_none_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(_build_records(2, b"\r\n\r\n")) + b"and more\r\n")
    captures, skipped = read_captures(path)
    assert len(captures) == 2
    assert skipped == {"truncated": 1}
