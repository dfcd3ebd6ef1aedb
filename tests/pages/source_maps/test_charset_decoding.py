"""Charsets are found, and every byte belongs to a character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pages.source_maps.decoding import decode_as, decode_source, resolve_encoding


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=60),
    st.sampled_from(["utf-8", "utf-16-le", "cp1252", "gb18030", "cp932", "iso2022_jp"]),
)
def test_every_byte_belongs_to_a_character(data: bytes, charset: str) -> None:
    source = decode_as(data, charset)
    assert source.find_byte(len(source.text)) == len(data)
    places = [source.find_byte(place) for place in range(len(source.text) + 1)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "utf-8", "café"),
        ("café".encode("utf-16"), "utf-16-le", "café"),
        (b"<meta charset=iso-8859-1>\x93caf\xe9\x94", "cp1252", "<meta charset=iso-8859-1>“café”"),
        (b"<meta charset=utf-8>caf\xe9", "utf-8", "<meta charset=utf-8>caf\ufffd"),
        (b"<meta charset=iso-8859-1>caf\xc3\xa9", "utf-8", "<meta charset=iso-8859-1>café"),
        (b'<meta http-equiv=x content="text/html; charset=gb2312">\xce\xd2', "gb18030", None),
        (b"caf\xc3\xa9", "utf-8", "café"),
        (b"<meta charset=no-such-thing>ok", "utf-8", "<meta charset=no-such-thing>ok"),
    ],
)
def test_encodings_are_found(data: bytes, charset: str, text: str | None) -> None:
    source = decode_source(data)
    assert source.charset == charset
    if text is not None:
        assert source.text == text


@pytest.mark.parametrize(
    ("label", "expect"),
    [
        ("UTF-8", "utf-8"), (" 'latin-1' ", "cp1252"), ("us-ascii", "cp1252"), ("gb2312", "gb18030"), ("Shift_JIS", "cp932"),
        ("utf-16", "utf-16-le"), ("utf-8-sig", "utf-8"), ("utf-7", None), ("idna", None), ("rot13", None), ("no-such", None),
        ("", None), (None, None),
    ],
)  # fmt: skip
def test_labels_of_charsets(label: str | None, expect: str | None) -> None:
    assert resolve_encoding(label) == expect
