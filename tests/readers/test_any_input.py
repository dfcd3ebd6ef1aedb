"""Laws that hold whatever is given: nothing but a page, a capture or a reason comes out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import PageError
from onrecord.pages import make_page
from onrecord.pages.dates.parsing import parse_numeric_date, parse_timestamp
from onrecord.pages.sheets.glyphs import Glyph
from onrecord.pages.sheets.lines import SheetLine
from onrecord.pages.sheets.reading_order import order_lines
from onrecord.readers import read
from onrecord.records import Capture, Skipped
from onrecord.records.address import is_web_address, split_address
from onrecord.records.skipping import WORDS

ANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
STAMPS = st.lists(
    st.sampled_from(
        ["2016", "03", "4", "/", "-", ".", " ", "March", "mars", "19", "5:04", "pm", "T", "Z", "+01:00", "ago", "年", "٣", ","]
    ),
    max_size=12,
).map("".join)  # fmt: skip
HEADS = (b"WARC/1.0\r\n", b"%PDF-1.4\n", b"<html><p>", b'{"text": "', b"<rss><item>", b"From: a\r\nMIME-Version: 1.0\r\n", b"PK\x03\x04", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"[", b"")  # fmt: skip


@ANY
@given(st.one_of(STAMPS, st.text(max_size=40)))
def test_a_stamp_is_iso_8601_or_nothing(words: str) -> None:
    for value in (parse_timestamp(words), parse_timestamp(words, short=True), parse_numeric_date(words, day_comes_first=True)):  # fmt: skip
        assert value is None or ISO.fullmatch(value)


@ANY
@given(st.one_of(st.text(max_size=40), st.text(":/[]@?#.%a1\u2100", max_size=16)))
def test_an_address_is_taken_apart_or_empty(words: str) -> None:
    parts = split_address(words)
    assert parts.hostname is None or isinstance(parts.hostname, str)
    assert not is_web_address(words) or parts.scheme in {"http", "https"}


@ANY
@given(st.sampled_from(HEADS), st.binary(max_size=200))
def test_any_bytes_are_captures_or_reasons(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "a"
    path.write_bytes(head + data)
    for item in read([path]):
        if isinstance(item, Skipped):
            assert item.reason in WORDS
            continue
        assert isinstance(item, Capture)
        if item.media_type == "application/pdf":
            continue  # a process each
        try:
            page = make_page(item)
        except PageError as error:
            told = error.reason
        else:
            told = ""
            assert all(0 <= z.start < z.end <= len(page.text) for z in page.zones)
        assert not told or told in WORDS


ROWS = st.lists(
    st.dictionaries(
        st.sampled_from(["path", "url", "capture", "published", "fetched", "outlet", "x"]),
        st.one_of(st.text(max_size=12), st.none(), st.integers(), st.just("http://[")),
        max_size=4,
    ),
    max_size=4,
)


@ANY
@given(st.one_of(st.binary(max_size=120), ROWS.map(lambda rows: json.dumps(rows).encode())))
def test_any_manifest_states_or_is_told(
    tmp_path_factory: pytest.TempPathFactory, written: bytes
) -> None:
    folder: Path = tmp_path_factory.mktemp("any")
    (folder / "a.html").write_bytes(b"<p>It rained all day in the hills, they said.</p>")
    (folder / "m.csv").write_bytes(written)
    items = list(read([folder / "a.html"], manifest=folder / "m.csv"))
    assert sum(isinstance(item, Capture) for item in items) == 1
    told = {item.reason for item in items if isinstance(item, Skipped)}
    assert told <= {"manifest", "no_manifest"}
    assert told or any(isinstance(item, Capture) and item.stated.hows for item in items)


PLACES = st.tuples(st.integers(-50, 700), st.integers(-50, 800), st.integers(1, 60), st.integers(1, 3))  # fmt: skip


@ANY
@given(st.lists(PLACES, max_size=40))
def test_reading_order_loses_and_doubles_no_letter(
    places: list[tuple[int, int, int, int]],
) -> None:
    lines = []
    for number, (left, base, size, words) in enumerate(places):
        text = " ".join([f"w{number}"] * words)
        glyphs = tuple(
            Glyph(char, (left + size * n, base, left + size * n + size, base + 10))
            for n, char in enumerate(text)
        )
        lines.append(SheetLine(1, glyphs, text, None, base, 10.0))
    read_in_order = order_lines(lines)
    assert sorted("".join("".join(line.text.split()) for line in read_in_order)) == sorted(
        "".join("".join(line.text.split()) for line in lines)
    )
