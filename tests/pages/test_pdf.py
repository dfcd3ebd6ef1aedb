"""PDF files: their text as pages, the way to boxes and bytes, and what is no PDF."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.pages import make_page
from onrecord.pages.sheets.glyphs import has_boxes, read_sheets, read_words_in, render_sheet
from onrecord.pages.source_maps.maps import unpack_map
from onrecord.pages.source_maps.sheet_map import SheetMap
from onrecord.records import Capture, Page, Span
from onrecord.records.ids import hash_sha256

pytest.importorskip("pypdfium2")
SAVED = Path(__file__).with_name("saved") / "engineers.pdf"
LINES = [
    "Ministers agreed on Monday to send a second team of engi-",
    "neers to the flooded valley, officials said.",
    "The first team has been there since the month of March and",
    "will stay.",
]


def build_pdf(
    *sheets: list[str], packed: bool = False, parts: int = 1, extra: bytes = b""
) -> bytes:
    """Return a PDF with one line of each sheet's text under the other, 14 points apart."""
    count = len(sheets)
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(count))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: b"<< /Font << /F1 3 0 R >> >>",
    }
    at = 5 + count
    for number, lines in enumerate(sheets):
        streams = []
        for part in range(parts):
            share = lines[part * len(lines) // parts : (part + 1) * len(lines) // parts]
            top = 720 - 14 * (part * len(lines) // parts)
            shown = b"".join(
                b"(%b) Tj 0 -14 Td " % line.encode("cp1252").translate(None, b"()\\")
                for line in share
            )
            body = b"BT /F1 12 Tf 72 %d Td " % top + shown + b"ET"
            body, how = (zlib.compress(body), b"/Filter /FlateDecode ") if packed else (body, b"")
            objects[at] = b"<< %b/Length %d >>\nstream\n%b\nendstream" % (how, len(body), body)
            streams.append(b"%d 0 R" % at)
            at += 1
        objects[5 + number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources 4 0 R /Contents [%b] >>"
            % b" ".join(streams)
        )
    out, offsets = b"%PDF-1.4\n" + extra, []
    for number in sorted(objects):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + objects[number] + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(out),
    )
    return out + head + table + end


def build_page(data: bytes) -> Page:
    return make_page(Capture(hash_sha256(data), data, "a.pdf", "application/pdf"))


def strip_spaces(words: str) -> str:
    return "".join(words.split())


def test_lines_are_joined_to_paragraphs() -> None:
    page = build_page(build_pdf(LINES))
    assert "team of engineers to the flooded valley" in page.text
    assert page.text.endswith("month of March and will stay.")
    assert page.capture


def test_a_word_keeps_its_hyphen_where_the_page_writes_it_so() -> None:
    lines = ["It is a well-known weir, and the board has spoken of the well-", "known weir before; it was never repaired, they all said so.", "It is closed."]  # fmt: skip
    text = build_page(build_pdf(lines)).text
    assert "spoken of the well-known weir" in text
    assert "Anglo-Iraqi talks" in build_page(build_pdf(["They met for the first of the Anglo-", "Iraqi talks in the spring, as they had planned."])).text  # fmt: skip


def test_running_titles_and_numbers_stand_apart() -> None:
    places = ["Orsk", "Holm", "Whitford", "Sarlange"]
    sheets = [
        ["The Valley Review", f"It rained all day at {place} in the hills, and the river", "rose by more than a foot", f"before the night was over at {place}.", f"Page {n}"]
        for n, place in enumerate(places)
    ]  # fmt: skip
    text = build_page(build_pdf(*sheets)).text
    assert text.index("over at Sarlange") < text.index("The Valley Review")
    assert text.count("The Valley Review") == 4
    assert "the river rose by more than a foot before the night was over at Orsk." in text


def test_a_page_a_browser_printed() -> None:
    data = SAVED.read_bytes()
    page = build_page(data)
    assert has_boxes(page)
    paragraphs = page.text.split("\n\n")
    assert paragraphs[0] == "Ministers agreed to send engineers"
    assert len(paragraphs) == 5
    assert "second team of engineers" in page.text
    words = "“We’ll stay until the café is open,”"
    start = page.text.index(words)
    span = Span(start, start + len(words))
    boxes = page.boxes_of(span)
    assert {box.sheet for box in boxes} == {1}
    assert read_words_in(read_sheets(data, "a.pdf"), boxes) == words
    byte_range = page.bytes_of(span)
    assert byte_range is not None
    assert data[slice(*byte_range)].endswith(b"endobj")
    picture = render_sheet(data, "a.pdf", 1, 800, boxes)
    assert picture.png.startswith(b"\x89PNG")
    assert len(picture.boxes) == len(boxes)
    for left, top, width, height in picture.boxes:
        assert 0 <= left < left + width <= picture.width
        assert 0 <= top < top + height <= picture.height


WORDS = st.lists(st.sampled_from(["Rain", "fell", "on", "café", "“well”", "—", "1,200", "re-", "x"]), min_size=1, max_size=9)  # fmt: skip


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.lists(WORDS.map(" ".join), min_size=1, max_size=5), min_size=1, max_size=4),
    st.booleans(),
    st.integers(1, 2),
    st.data(),
)
def test_boxes_of_a_span_hold_its_words_and_bytes_are_objects(
    sheets: list[list[str]], packed: bool, parts: int, data: st.DataObject
) -> None:
    saved = build_pdf(*sheets, packed=packed, parts=parts)
    page = build_page(saved)
    assert isinstance(page.byte_map, SheetMap)
    again = unpack_map(page.byte_map.pack())
    assert again == page.byte_map
    read = read_sheets(saved, "a.pdf")
    for zone in page.zones:
        start = data.draw(st.integers(zone.start, zone.end - 1))
        end = data.draw(st.integers(start + 1, zone.end))
        words = page.text[start:end]
        boxes = page.boxes_of(Span(start, end))
        assert strip_spaces(read_words_in(read, boxes)) == strip_spaces(words)
        byte_range = page.bytes_of(Span(start, end))
        assert (byte_range is None) == (not boxes)
        if byte_range is not None:
            cut = saved[slice(*byte_range)]
            assert cut.endswith(b"endobj")
            assert b" obj" in cut[:12]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 and no more", "broken"),
        (build_pdf([]), "no_text"),
        (build_pdf(["x"])[:-200], "broken"),
        (b"%PDF-1.4\n" + b"[" * 200_000, "broken"),
        (b"%PDF-1.4\n" + b"<<" * 100_000 + b"\ntrailer << /Root 1 0 R >>", "broken"),
    ],
    ids=["nothing", "no words", "no table", "deep lists", "deep objects"],
)
def test_pdfs_that_yield_no_page(data: bytes, reason: str) -> None:
    with pytest.raises(PageError) as raised:
        build_page(data)
    assert raised.value.reason == reason


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    data = build_pdf(*[["It rained."]] * 7)
    monkeypatch.setenv("ONRECORD_MAX_SHEETS", "6")
    with pytest.raises(PageError, match="7 sheets") as raised:
        build_page(data)
    assert raised.value.reason == "too_long"
    monkeypatch.setenv("ONRECORD_MAX_SHEETS", "7")
    assert "rained" in build_page(data).text
    with pytest.raises(PageError, match="30 characters"):
        read_sheets(data, "a.pdf", Settings(max_chars=30))


def test_one_that_unpacks_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    # A few hundred bytes of drawing, packed twice, that say "save" millions of times.
    bomb = zlib.compress(zlib.compress(b"q " * 40_000_000, 1), 9)
    whole = build_pdf(["x"])
    begin, end = whole.index(b"/Length"), whole.index(b"endstream")
    head = b"/Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n" % len(bomb)
    monkeypatch.setenv("ONRECORD_MAX_SECONDS", "3")
    with pytest.raises(PageError) as raised:
        build_page(whole[:begin] + head + bomb + b"\n" + whole[end:])
    assert raised.value.reason in {"too_slow", "no_text"}
