"""The byte map of HTML pages: bytes of a span spell its words, zones cover the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import PageError
from onrecord.pages import page_from_html, page_from_text
from onrecord.pages.source_maps.bytemap import decode_words, unpack_segment_map
from onrecord.records import Page, Span

WORDS = st.sampled_from(
    ["Ministers", "met", "on", "Monday,", "café", "naïve", "“quoted”", "—", "東京で会議", "🙂", "Ünal",
     "&amp;", "&nbsp;", "&#8217;", "&#x201C;", "&notit;", "&copy2020", "&unknown;", "&", "&#0;", "a\u00ad b",
     "fjord", "\u200b", "<3", "a<b", "&#128;", "x\0y"]
)  # fmt: skip


SPACES = st.sampled_from([" ", "  ", "\n\t", "", "\u00a0", "&nbsp; "])


INLINE = st.sampled_from(["b", "i", "a href='/x?a=1&b=2'", 'span class="q>r"', "em", "sup"])


BETWEEN = st.sampled_from(
    [
        "<br>",
        "<!-- note > -->",
        "<script>if (a<b) '</p>'</script>",
        "</b>",
        "<img src=x alt='a>b'>",
        "</div>",
    ]
)


BLOCK = st.sampled_from(["p", "div", "li", "h2", "blockquote", "td", "figcaption", "section"])


@st.composite
def generate_phrase(draw: st.DrawFn) -> str:
    out = []
    for _ in range(draw(st.integers(1, 8))):
        word = draw(WORDS)
        if draw(st.integers(0, 3)) == 0:
            tag = draw(INLINE)
            word = f"<{tag}>{word}</{tag.split()[0]}>"
        out.append(word + draw(SPACES) + (draw(BETWEEN) if draw(st.integers(0, 4)) == 0 else ""))
    return "".join(out)


@st.composite
def generate_page(draw: st.DrawFn) -> str:
    blocks = []
    for _ in range(draw(st.integers(1, 6))):
        tag = draw(BLOCK)
        close = f"</{tag}>" if draw(st.booleans()) else ""
        blocks.append(
            f"<{tag}>{draw(generate_phrase())} It is a sentence that says enough to be read.{close}"
        )
    sure = "<p>It rained all day in the hills, they said.</p>"
    return f"<html><body><h1>A title of some words</h1>{sure}{' '.join(blocks)}</body></html>"


ENCODINGS = [
    "utf-8",
    "utf-16",
    "utf-16-le",
    "windows-1252",
    "gb18030",
    "iso-8859-1",
    "shift_jis",
    "iso-2022-jp",
]


def decode_span(page: Page, data: bytes, start: int, end: int) -> tuple[str, str]:
    byte_range = page.bytes_of(Span(start, end))
    assert byte_range is not None
    assert page.byte_map is not None
    return normalise_spaces(decode_words(data, byte_range, page.byte_map)), normalise_spaces(
        page.text[start:end]
    )


def normalise_spaces(words: str) -> str:
    return " ".join(words.split())


@settings(max_examples=60, deadline=None)
@given(generate_page(), st.sampled_from(ENCODINGS), st.data())
def test_bytes_of_a_span_spell_its_words(html: str, encoding: str, data: st.DataObject) -> None:
    saved = html.encode(encoding, "xmlcharrefreplace")
    try:
        page = page_from_html(saved)
    except PageError:
        return
    for zone in page.zones:
        start = data.draw(st.integers(zone.start, zone.end - 1))
        end = data.draw(st.integers(start + 1, zone.end))
        if not page.text[start:end].strip():
            continue
        found, wanted = decode_span(page, saved, start, end)
        assert found == wanted
        assert decode_span(page, saved, zone.start, zone.end)[0] == normalise_spaces(
            page.text[zone.start : zone.end]
        )


@settings(max_examples=40, deadline=None)
@given(generate_page())
def test_zones_cover_the_text_and_do_not_overlap(html: str) -> None:
    page = page_from_html(html.encode())
    last = 0
    for zone in page.zones:
        assert last <= zone.start < zone.end
        assert not page.text[last : zone.start].strip()
        words = page.text[zone.start : zone.end]
        assert words == words.strip()
        last = zone.end
    assert not page.text[last:].strip()


@settings(max_examples=40, deadline=None)
@given(generate_page())
def test_the_map_packed_and_unpacked_is_itself(html: str) -> None:
    byte_map = page_from_html(html.encode()).byte_map
    assert byte_map is not None
    assert unpack_segment_map(byte_map.pack()) == byte_map


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_crash(data: bytes) -> None:
    for saved in (data, b"<p>" + data + b"</p>", b"<html><body>\xff\xfe" + data):
        try:
            page_from_html(saved)
        except PageError:
            continue


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.booleans())
def test_no_text_crashes(text: str, flat: bool) -> None:
    try:
        page = page_from_text(text, flat=flat)
    except PageError:
        assert not text.replace("\0", " ").strip()
        return
    assert page.bytes_of(Span(0, 1)) is None
    last = 0
    for zone in page.zones:
        assert not page.text[last : zone.start].strip()
        last = zone.end


def test_a_reference_of_two_characters_is_whole() -> None:
    saved = b"<p>They wrote that a &NotEqualTilde; b, and meant it as they said.</p>"
    page = page_from_html(saved)
    at = page.text.index("\u2242")
    assert page.bytes_of(Span(at, at + 1)) == page.bytes_of(Span(at + 1, at + 2)) == (21, 36)
