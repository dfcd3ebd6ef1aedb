"""A page's words are hostile input: none of them becomes markup, script, style or a live address."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.web.render import build_environment, is_web, show_unseen
from tests.web.conftest import Ask, Made, one

LISTS = (
    "/",
    "/timeline",
    "/events",
    "/times",
    "/decisions",
    "/pages",
    "/quotes",
    "/figures",
    "/who",
    "/copies",
    "/search?q=onerror",
    "/skipped",
)
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def paths(made: Made) -> tuple[str, ...]:
    page = made.ids["hostile"]
    return (
        *LISTS,
        f"/pages/{page}",
        f"/pages/{page}/original",
        f"/threads/{page}",
        f"/r/{made.ids['hostile_quote']}",
        "/search?q=%3Cscript%3Ealert(5)%3C/script%3E",
        "/quotes?source=%22%3E%3Cscript%3Ealert(6)%3C/script%3E",
        "/pages?title=%22+onfocus%3Dalert(7)+autofocus+x%3D%22",
        "/no/%3Cscript%3Ealert(8)%3C/script%3E",
    )


def test_nothing_of_a_page_becomes_markup(ask: Ask, made: Made) -> None:
    for path in paths(made):
        html = ask(path).text
        page = LexborHTMLParser(html)
        assert [node.attributes.get("src") for node in page.css("script")] == ["/static/room.js"], (
            path
        )
        assert not page.css("img, iframe, object, embed, base, style, b > bdi > b"), path
        for node in page.css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], path
            assert "style" not in node.attributes, path


def test_no_address_of_a_page_is_live_unless_it_is_the_web(ask: Ask, made: Made) -> None:
    for path in paths(made):
        for node in LexborHTMLParser(ask(path).text).css("[href]"):
            href = node.attributes["href"] or ""
            if href.startswith(("/", "#")) and not href.startswith("//"):
                continue
            assert href.startswith(("http://", "https://")), (path, href)
            assert node.attributes.get("rel") == "noreferrer noopener", (path, href)


def test_a_javascript_address_is_shown_as_text(ask: Ask, made: Made) -> None:
    page = LexborHTMLParser(ask(f"/pages/{made.ids['hostile']}").text)
    assert one(page, "code.url").text().startswith("javascript:alert(4)")


def test_characters_that_are_not_seen_are_named(ask: Ask, made: Made) -> None:
    for path in paths(made):
        assert not set(BIDI) & set(ask(path).text), path
    assert "⟦U+202E⟧" in ask(f"/pages/{made.ids['hostile']}").text


def test_template_words_of_a_page_are_words(ask: Ask, made: Made) -> None:
    assert "{{ 7 * 7 }}" in LexborHTMLParser(ask(f"/pages/{made.ids['hostile']}").text).text()


@pytest.mark.parametrize(
    ("url", "live"),
    [
        ("https://example.org/a?b=1#c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://example.org/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://good.example\u202e/x", False),
        ("https://good.example/\nx", False),
        ("http://[::1", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_live(url: str | None, live: bool) -> None:
    assert is_web(url) is live


def test_markup_in_every_position_is_escaped() -> None:
    template = build_environment().from_string('<a title="{{ a }}">{{ a }}</a>')
    html = template.render(a="\"'><script>\u202e\x00\ud800")
    assert html == (
        '<a title="&#34;&#39;&gt;&lt;script&gt;⟦U+202E⟧⟦U+0000⟧⟦U+D800⟧">'
        "&#34;&#39;&gt;&lt;script&gt;⟦U+202E⟧⟦U+0000⟧⟦U+D800⟧</a>"
    )


def test_plain_words_are_left_as_they_are() -> None:
    for words in ("naïve café", "العربية", "日本語", "a\tb\nc", "zero\u00a0width"):
        assert show_unseen(words) == words
