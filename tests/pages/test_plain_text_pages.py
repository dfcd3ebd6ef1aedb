"""Pages of plain text: as a caller gives it, and as a file holds it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.pages.html_pages import list_zone_texts

from onrecord.errors import PageError
from onrecord.pages import make_page, page_from_text
from onrecord.pages.source_maps.bytemap import decode_words
from onrecord.records import Capture, Dated
from onrecord.records.ids import hash_sha256


def test_text_as_it_is() -> None:
    text = "It rained.\n\nIt stopped.  \n \n\n And so on\nand on. "
    page = page_from_text(text, published=date(2016, 3, 8), outlet="The Post")
    assert page.text == text
    assert list_zone_texts(page, "body") == ["It rained.", "It stopped.", "And so on\nand on."]
    assert page.capture is None
    assert page.byte_map is None
    assert page.published == Dated("2016-03-08", "stated")


@pytest.mark.parametrize(
    ("published", "expect"),
    [
        ("2016", "2016"), ("2016-03", "2016-03"), (" 2016-03-08 ", "2016-03-08"),
        (datetime(2016, 3, 8, 9, 30, tzinfo=UTC), "2016-03-08T09:30:00+00:00"), ("8 March", None), ("2016-02-30", None),
        ("", None),
    ],
)  # fmt: skip
def test_published_as_given(published: str | datetime, expect: str | None) -> None:
    if expect is None:
        with pytest.raises(PageError) as raised:
            page_from_text("It rained.", published=published)
        assert raised.value.reason == "published"
    else:
        assert page_from_text("It rained.", published=published).published == Dated(
            expect, "stated"
        )


def test_text_files_keep_their_bytes() -> None:
    data = "Rain in the café\r\n\r\nIt rained all day — and all night.\r\n".encode("cp1252")
    page = make_page(Capture(hash_sha256(data), data, "a.txt", "text/plain"))
    assert page.text == "Rain in the café\n\nIt rained all day — and all night.\n"
    assert page.byte_map is not None
    for zone in page.zones:
        byte_range = page.bytes_of(page.part(zone.start, zone.end))
        assert byte_range is not None
        assert decode_words(data, byte_range, page.byte_map) == page.text[zone.start : zone.end]


def test_long_lines_are_paragraphs() -> None:
    paragraphs = ["Pits to shut", "The mine closed. " * 12, "Miners march"]
    page = page_from_text("\n".join(map(str.strip, paragraphs)))
    assert [page.text[zone.start : zone.end] for zone in page.zones] == [
        one.strip() for one in paragraphs
    ]


def test_lines_that_were_broken_to_fit_are_one_paragraph() -> None:
    page = page_from_text("The mine closed on Monday, and\nits miners marched\nto the town hall.")
    assert len(page.zones) == 1
