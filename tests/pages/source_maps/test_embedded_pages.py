"""Pages carried inside other text: MHTML and crawlers' JSON, and the way back to the file's bytes."""

from __future__ import annotations

import base64
import json
import quopri
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import PageError
from onrecord.pages import make_page
from onrecord.pages.source_maps.maps import decode_range, find_charset, unpack_map
from onrecord.readers import read
from onrecord.records import Capture, Page, Span
from onrecord.records.ids import hash_sha256

SAVED = Path(__file__).parents[1] / "saved"
WORDS = st.sampled_from(
    ["Ministers", "met", "on", "Monday,", "café", "naïve", "“quoted”", "—", "東京で会議", "🙂", "Ünal", "=", "=3D", "a=b",
     "&amp;", "&nbsp;", "&#8217;", "\\", '"', "/", "\t", "x" * 90, ".", "From here", "\u2028", "<b>bold</b>", "<br>", "--part"]
)  # fmt: skip
SURE = "<p>It rained all day in the hills, they said, and the river rose.</p>"


@st.composite
def generate_page(draw: st.DrawFn) -> str:
    blocks = (
        " ".join(draw(st.lists(WORDS, min_size=1, max_size=9)))
        for _ in range(draw(st.integers(1, 5)))
    )
    body = draw(st.sampled_from(["\n", "\r\n", "", "\n\n"])).join(
        f"<p>{block} It is a sentence that says enough to be read.</p>" for block in blocks
    )
    return f"<html><body><h1>A title of some words</h1>{SURE}{body}</body></html>"


def strip_spaces(words: str) -> str:
    return "".join(words.split())


def build_page(data: bytes, media_type: str) -> Page:
    return make_page(Capture(hash_sha256(data), data, "a", media_type))


def check(page: Page, saved: bytes, data: st.DataObject) -> None:
    assert page.byte_map is not None
    again = unpack_map(page.byte_map.pack())
    assert again == page.byte_map
    for zone in page.zones:
        start = data.draw(st.integers(zone.start, zone.end - 1))
        end = data.draw(st.integers(start + 1, zone.end))
        for span in (Span(start, end), Span(zone.start, zone.end)):
            words = page.text[span.start : span.end]
            byte_range = again.find_bytes(span)
            assert byte_range is not None or not words.strip()
            if byte_range is not None and words.strip():
                assert 0 <= byte_range[0] < byte_range[1] <= len(saved)
                assert strip_spaces(decode_range(saved, byte_range, again)) == strip_spaces(words)


def encode_body(body: bytes, encoding: str, line_end: bytes) -> bytes:
    if encoding == "quoted-printable":
        return quopri.encodestring(body).replace(b"\r\n", b"\n").replace(b"\n", line_end)
    if encoding == "base64":
        return base64.encodebytes(body).replace(b"\n", line_end)
    return body


def build_mhtml(html: str, encoding: str, charset: str, *, line_end: bytes = b"\r\n") -> bytes:
    body = encode_body(html.encode(charset, "xmlcharrefreplace"), encoding, line_end)
    lines = [
        b"From: <Saved by a browser>", b"Snapshot-Content-Location: https://n.example/rain", b"MIME-Version: 1.0",
        b"Date: Sat, 21 Nov 2020 04:25:48 GMT",
        b'Content-Type: multipart/related; type="text/html"; boundary="--part--"', b"", b"",
        b"----part--", b"Content-Type: text/css", b"", b"p { color: red }", b"----part--",
        f'Content-Type: text/html; charset="{charset}"'.encode(), f"Content-Transfer-Encoding: {encoding}".encode(),
        b"Content-Location: https://n.example/rain", b"", body, b"----part--", b"Content-Type: image/png",
        b"Content-Transfer-Encoding: base64", b"", b"AAAA", b"----part----", b"",
    ]  # fmt: skip
    return line_end.join(lines)


@settings(max_examples=60, deadline=None)
@given(
    generate_page(),
    st.sampled_from(["quoted-printable", "base64", "8bit", "binary"]),
    st.sampled_from(["utf-8", "windows-1252", "gb18030"]),
    st.sampled_from([b"\r\n", b"\n"]),
    st.data(),
)
def test_bytes_of_an_mhtml_page_are_the_files_own(
    html: str, encoding: str, charset: str, line_end: bytes, data: st.DataObject
) -> None:
    saved = build_mhtml(html, encoding, charset, line_end=line_end)
    check(build_page(saved, "multipart/related"), saved, data)


@settings(max_examples=60, deadline=None)
@given(generate_page(), st.booleans(), st.booleans(), st.data())
def test_bytes_of_a_json_page_are_the_lines_own(
    html: str, ascii_only: bool, as_html: bool, data: st.DataObject
) -> None:
    text = html if as_html else html.replace("<", " ").replace(">", "\n")
    row = {
        "id": "é",
        "url": "https://n.example/rain",
        "html" if as_html else "text": text,
        "z": [1],
    }
    saved = json.dumps(row, ensure_ascii=ascii_only).encode()
    check(build_page(saved, "application/json"), saved, data)


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["quoted-printable", "base64", "x"]),
    st.integers(0, 600),
)
def test_no_bytes_crash(data: bytes, encoding: str, cut: int) -> None:
    whole = build_mhtml("HERE" + SURE, encoding, "utf-8").replace(b"HERE", data)
    for saved in (
        whole,
        whole[:cut],
        data + whole,
        b'{"text": "' + data + b'"}',
        b'{"html": "<p><p>' + data,
    ):
        for media_type in ("multipart/related", "application/json"):
            try:
                page = build_page(saved, media_type)
            except PageError:
                continue
            assert page.byte_map is not None
            page.byte_map.find_bytes(Span(0, len(page.text)))


def test_a_page_a_browser_saved() -> None:
    path = SAVED / "rain.mhtml"
    (capture,) = read([path])
    assert isinstance(capture, Capture)
    assert capture.url == "https://valley.example/2016/rain"
    assert capture.fetched == "2026-11-21T04:25:48+00:00"
    assert capture.data == path.read_bytes()
    page = make_page(capture)
    assert page.published is not None
    assert page.published.value == "2016-03-08"
    words = "“We’ll stay until the café is open,” said Ada Brandt"
    start = page.text.index(words)
    byte_range = page.bytes_of(Span(start, start + len(words)))
    assert byte_range is not None
    cut = capture.data[slice(*byte_range)]
    assert cut.startswith(b"=E2=80=9CWe=E2=80=99ll stay")
    assert cut.endswith(b"said Ada Brandt")
    assert page.byte_map is not None
    assert decode_range(capture.data, byte_range, page.byte_map) == words
    assert find_charset(page.byte_map) == "utf-8"


@pytest.mark.parametrize("part", [b"text/html", b"text/plain"])
def test_the_root_is_what_start_names_or_the_first_page(part: bytes) -> None:
    inner = b"--b\r\nContent-Type: text/html\r\nContent-ID: <frame>\r\n\r\n<p>A frame that holds what is not the page at all.</p>\r\n"
    inner += (
        b"--b\r\nContent-Type: %b\r\nContent-ID: <root@x>\r\n\r\nIt rained all day in the hills, they said, and the river rose.\r\n--b--\r\n"
        % part
    )
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; start="<root@x>"\r\n\r\n'
    assert build_page(head + inner, "multipart/related").text.startswith("It rained")
    other = head.replace(b'; start="<root@x>"', b"")
    assert build_page(other + inner, "multipart/related").text.startswith("A frame")


def test_html_that_yields_nothing_leaves_the_text() -> None:
    row = {
        "html": "<html><body><nav><a href=/>Home</a></nav></body></html>",
        "text": "It rained all day in the hills, they said.",
    }
    assert build_page(json.dumps(row).encode(), "application/json").text.startswith("It rained")


@pytest.mark.parametrize(
    ("data", "media_type", "reason"),
    [
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--", "multipart/related", "broken"),
        (b"MIME-Version: 1.0\nContent-Type: text/html", "multipart/related", "broken"),
        (b'{"text": "x"', "application/json", "broken"),
        (b'{"title": "x"}', "application/json", "empty"),
        (b'{"text": "\\ud800"}', "application/json", None),
        (b'{"text": "caf\xe9 and so on"}', "application/json", "broken"),
    ],
)  # fmt: skip
def test_what_carries_no_page(data: bytes, media_type: str, reason: str | None) -> None:
    if reason is None:
        assert build_page(data, media_type).text == "\ufffd"
        return
    with pytest.raises(PageError) as raised:
        build_page(data, media_type)
    assert raised.value.reason == reason


def test_parts_in_parts_end() -> None:
    head = b"MIME-Version: 1.0\r\n"
    for depth in range(50):
        head += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (depth, depth)
    with pytest.raises(PageError):
        build_page(head + b"Content-Type: text/html\r\n\r\n<p>x", "multipart/related")
    many = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 30_000
    build_page(many + b"--b\r\nContent-Type: text/html\r\n\r\n<p>x", "multipart/related")
