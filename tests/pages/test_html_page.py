"""Pages of saved HTML: zones, what the markup states, threads, languages; and hostile markup."""

from __future__ import annotations

import pytest
from tests.pages.html_pages import build_page, list_zone_texts

from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.pages import make_page, page_from_html
from onrecord.pages.source_maps.bytemap import decode_words
from onrecord.records import Capture, Dated, Stated
from onrecord.records.ids import hash_sha256

ONE = "Ministers agreed on Monday to send a second team of engineers to the flooded valley, officials said."


TWO = "The first team, of forty people, has been there since March and will stay until the bridge is built."


THREE = "Villagers said that they had waited for months, and that the road was still closed to heavy lorries."


ARTICLE = f"""
<nav class=menu><a href=/>Home</a> <a href=/world>World</a></nav>
<main><article>
  <h1>Second team of engineers <em>for</em> the valley</h1>
  <p class="article-standfirst">The road is still closed, and villagers have waited for many months for help.</p>
  <div class=byline>By Ann Ode and Ben Ito</div>
  <div class=timestamp>8 March 2016, 10:15</div>
  <figure><img src=a.jpg><figcaption>Engineers at the river</figcaption></figure>
  <p>{ONE}</p>
  <div class="share-buttons"><a href=#>Share</a><a href=#>Tweet</a></div>
  <h2>What comes next</h2>
  <p>{TWO}</p>
  <ul><li>Forty people have come so far.</li><li>Thirty more are to come by May.</li></ul>
  <blockquote>“We have waited long enough,” one of them said.</blockquote>
  <div class="related-stories"><h3><a href=/1>Bridge falls</a></h3><p>{THREE}</p></div>
  <p>{THREE.replace("months", "weeks")}</p>
</article></main>
<aside><p>{TWO.replace("forty", "ninety")}</p></aside>
<footer><p>All rights reserved by the publishers of this page, who may be written to at any time.</p></footer>
"""


NESTED = f"""<article><h1>Rain</h1><p>{ONE}</p><p>{TWO}</p></article>
<h3>Two comments</h3><ol class="comment-list">
<li id="comment-11" class="comment even thread-even depth-1"><article id="div-comment-11" class="comment-body">
 <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Bob</b> <span class="says">says:</span></div>
 <div class="comment-metadata"><a href=#><time datetime="2016-03-09T10:00:00+00:00">9 March 2016 at 10:00</time></a></div></footer>
 <div class="comment-content"><p>It was about time.</p><p>High time!</p></div>
 <div class="reply"><a rel="nofollow" class="comment-reply-link">Reply</a></div></article>
 <ol class="children"><li id="comment-12" class="comment odd alt depth-2"><article id="div-comment-12" class="comment-body">
 <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Cy Low</b> <span class="says">says:</span></div></footer>
 <div class="comment-content"><p>No it was not.</p></div></article></li></ol></li>
<li class="pingback even depth-1" id="comment-13"><div class="comment-body">Pingback: Another page of ours</div></li>
</ol><div id="respond" class="comment-respond"><form><p>Your address will not be shown.</p><textarea></textarea></form></div>"""


PLAIN = f"""<h1>Rain</h1><p>{ONE}</p><p>{TWO}</p><div class="comments">
<div class="comment" id="c1"><span class="username">ann_o</span> <span class="date">12 hours ago</span>
<span class="score">−3</span><div class="comment-text">I was there and it did not rain at all.</div><a class="reply">Reply</a></div>
<div class="comment" id="c2"><span class="username">b-ito</span> <span class="date">May 2, 2016</span>
<div class="comment-text">It did where I live, and <i>how</i>. <a href=#>Read more »</a></div></div></div>"""


def test_zones_of_an_article() -> None:
    page = build_page(ARTICLE)
    assert list_zone_texts(page, "headline") == ["Second team of engineers for the valley"]
    assert list_zone_texts(page, "standfirst")[0].startswith("The road is still closed")
    assert list_zone_texts(page, "byline") == ["By Ann Ode and Ben Ito"]
    assert list_zone_texts(page, "dateline") == ["8 March 2016, 10:15"]
    assert list_zone_texts(page, "caption") == ["Engineers at the river"]
    assert list_zone_texts(page, "body") == [
        ONE, "What comes next", TWO, "Forty people have come so far.", "Thirty more are to come by May.",
        "“We have waited long enough,” one of them said.", THREE.replace("months", "weeks"),
    ]  # fmt: skip
    furniture = " ".join(list_zone_texts(page, "furniture"))
    assert THREE in furniture
    assert "ninety" in furniture
    assert page.authors == ("Ann Ode", "Ben Ito")
    assert page.published == Dated("2016-03-08T10:15", "text")
    assert page.title == "Second team of engineers for the valley"
    assert page.language == "en"


def test_paragraphs_of_line_breaks() -> None:
    page = build_page(f"<h1>Rain</h1><div>{ONE}<br><br>{TWO}<br>{THREE}</div>")
    assert list_zone_texts(page, "body") == [ONE, f"{TWO}\n{THREE}"]


def test_pages_without_tags_for_paragraphs() -> None:
    page = build_page(f"<table><tr><td><font>{ONE}<p>{TWO}<p>{THREE}</font></table>")
    assert list_zone_texts(page, "body") == [ONE, TWO, THREE]


def test_a_cookie_notice_longer_than_the_article() -> None:
    notice = "".join(
        f"<p>This notice tells of cookies, number {n}, that we and others set on it.</p>"
        for n in range(9)
    )
    page = build_page(
        f"<div class=content><h1>Rain</h1><p>{ONE}</p></div><div class='cookie-consent'>{notice}</div>"
    )
    assert list_zone_texts(page, "body") == [ONE]


@pytest.mark.parametrize(
    ("head", "expect"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2016-03-08T10:00:00Z"}</script>',
         Dated("2016-03-08T10:00:00Z", "json-ld")),
        ('<meta property="article:published_time" content="2016-03-08">', Dated("2016-03-08", "meta")),
        ('<meta name="date" content="03/04/2016">', None),
        ('<meta name="last-modified" content="2020-01-01">', None),
        ('<script type="application/ld+json">{"@type":"NewsArticle", broken</script>', None),
        ('<script type="application/ld+json">{"@graph":[{"@type":["Article"],"datePublished":"8 March 2016"}]}</script>',
         Dated("2016-03-08", "json-ld")),
    ],
)  # fmt: skip
def test_published_in_the_markup(head: str, expect: Dated | None) -> None:
    assert build_page(f"<h1>Rain</h1><p>{ONE}</p>", head).published == expect


@pytest.mark.parametrize(
    ("body", "expect"),
    [
        ("<time datetime=2016-03-08>Tuesday</time>", Dated("2016-03-08", "time")),
        ("<p>Published 3 March 2016</p>", Dated("2016-03-03", "text")),
        (
            "<span itemprop=datePublished content=2016-03-08>8.3.</span>",
            Dated("2016-03-08", "microdata"),
        ),
        ("<p>Updated 3 March 2016</p>", None),
        ("<p>03/04/2016</p>", None),
    ],
)
def test_published_on_the_page(body: str, expect: Dated | None) -> None:
    assert (
        build_page(f"<h1>Rain in the hills</h1>{body}<p>{ONE}</p><p>{TWO}</p>").published == expect
    )


def test_what_is_stated_overrules_the_page() -> None:
    data = f'<meta property="article:published_time" content="2016-03-08"><h1>Rain</h1><p>{ONE}</p>'.encode()
    stated = Stated("https://n.example/1", "The Post", "Another", "2015-01-02", "2020-01-01", "en")
    page = make_page(Capture(hash_sha256(data), data, "a.html", "text/html", stated=stated))
    assert (page.url, page.outlet, page.title) == ("https://n.example/1", "The Post", "Another")
    assert page.published == Dated("2015-01-02", "stated")
    assert page.fetched == "2020-01-01"


def test_the_day_of_saving_is_no_day_of_publication() -> None:
    data = f"<h1>Rain</h1><p>{ONE}</p>".encode()
    page = make_page(
        Capture(hash_sha256(data), data, "a", "text/html", fetched="2020-05-06T07:08:09Z")
    )
    assert page.published is None
    assert page.fetched == "2020-05-06T07:08:09Z"


def test_outlet_and_title() -> None:
    head = '<title>Rain in the hills - The Post</title><meta property="og:title" content="Rain in the hills">'
    page = build_page(f"<p>{ONE}</p>", head)
    assert (page.title, page.outlet) == ("Rain in the hills", "The Post")
    head = '<title>Rain | The Post</title><meta property="og:site_name" content="The Post">'
    assert build_page(f"<p>{ONE}</p>", head).title == "Rain"


def test_a_thread_that_nests() -> None:
    page = build_page(NESTED)
    first, second = page.thread
    assert first.evidence.text == "It was about time. High time!"
    assert (first.author, first.author_how) == ("Bob", "stated")
    assert (first.time, first.time_text) == ("2016-03-09T10:00:00+00:00", "9 March 2016 at 10:00")
    assert (second.author, second.evidence.text) == ("Cy Low", "No it was not.")
    assert (second.parent, second.parent_how) == (first.id, "markup")
    assert first.parent is None
    assert list_zone_texts(page, "body") == [ONE, TWO]
    assert list_zone_texts(page, "comment") == [first.evidence.text, second.evidence.text]


def test_a_thread_of_plain_boxes() -> None:
    first, second = build_page(PLAIN).thread
    assert (first.author, first.time, first.time_text, first.votes) == (
        "ann_o",
        None,
        "12 hours ago",
        -3,
    )
    assert first.evidence.text == "I was there and it did not rain at all."
    assert (second.author, second.time) == ("b-ito", "2016-05-02")
    assert second.cut_short
    assert second.evidence.text == "It did where I live, and how."
    assert second.parent is None


def test_a_thread_in_microdata() -> None:
    items = "".join(
        f'<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">{name}</b>'
        f'<meta itemprop="x"><div itemprop="text">{said}</div></div>'
        for name, said in (("Ann", "I think so too."), ("Ben", "And I do not think so at all."))
    )
    thread = build_page(f"<h1>Rain</h1><p>{ONE}</p>{items}").thread
    assert [(c.author, c.evidence.text) for c in thread] == [
        ("Ann", "I think so too."), ("Ben", "And I do not think so at all."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "<div class=comment-count>3 comments</div>",
        "<div id=comments><h3>Comments are closed</h3></div>",
        "<form class=comment-form><p class=comment-notes>Your address will not be shown to others.</p></form>",
        "<a class=comment href=#>Leave a comment</a>",
        '<script type=\'application/ld+json\'>{"@type":"Comment","text":"Not on show."}</script>',
    ],
)
def test_what_is_no_thread(body: str) -> None:
    assert build_page(f"<h1>Rain</h1><p>{ONE}</p><p>{TWO}</p>{body}").thread == ()


def test_evidence_of_comments_stands_in_the_bytes() -> None:
    data = NESTED.encode("utf-16")
    page = page_from_html(data)
    for comment in page.thread:
        assert comment.evidence.bytes is not None
        assert page.byte_map is not None
        found = decode_words(data, comment.evidence.bytes, page.byte_map)
        assert found.split() == comment.evidence.text.split()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"), (b"  \n ", "empty"), (b"<html><body></body></html>", "empty"),
        (b"<script>var a = 'words words words words words';</script>", "empty"),
        (b"<!-- " + b"x" * 1000, "empty"),
    ],
)  # fmt: skip
def test_pages_with_nothing_to_read(data: bytes, reason: str) -> None:
    with pytest.raises(PageError) as raised:
        page_from_html(data)
    assert raised.value.reason == reason


def test_a_page_of_links_alone_is_kept_and_says_so() -> None:
    page = page_from_html(b"<nav><a href=/>Home</a></nav>")
    assert page.kind == "unclear"
    assert {zone.role for zone in page.zones} == {"furniture"}


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000, "<b>" * 50_000, "<table><tr><td>" * 30_000, "<ul><li>" * 50_000, "</p>" * 50_000,
        "<p a='" * 20_000, "&" * 50_000, "<" * 50_000, "\0" * 50_000, "<font color=1>" * 20_000 + "<p>" * 500,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>", "\ue0007\ue001" * 500,
    ],
    ids=lambda markup: markup[:12].strip(),
)  # fmt: skip
def test_hostile_markup_ends(markup: str) -> None:
    try:
        page = page_from_html(f"<p>{ONE}</p>{markup}<p>{TWO}</p>".encode())
    except PageError:
        return
    assert ONE in page.text


def test_too_much_text() -> None:
    data = f"<p>{ONE}</p>".encode() * 100
    capture = Capture(hash_sha256(data), data, "a.html", "text/html")
    with pytest.raises(PageError) as raised:
        make_page(capture, settings=Settings(max_chars=1_000))
    assert raised.value.reason == "too_long"


def test_no_page_of_pictures() -> None:
    with pytest.raises(PageError) as raised:
        make_page(Capture("0" * 64, b"\x89PNG", "a.png", "image/png"))
    assert raised.value.reason == "no_reader"


def test_the_same_capture_gives_the_same_page() -> None:
    assert build_page(NESTED) == build_page(NESTED)


def test_blank_lines_of_preformatted_text() -> None:
    page = build_page(
        f"<h1>Rain</h1><pre>\n{ONE}\n\n  {TWO[:36]}\n{TWO[36:]}\n \n\n<b>{THREE}</b></pre>"
    )
    assert list_zone_texts(page, "body") == [ONE, f"{TWO[:36].strip()} {TWO[36:].strip()}", THREE]


def test_a_body_hidden_until_a_script_runs() -> None:
    page = page_from_html(f"<body style='display:none'><h1>Rain</h1><p>{ONE}</p></body>".encode())
    assert list_zone_texts(page, "body") == [ONE]


def test_hidden_elements_are_left_out() -> None:
    page = build_page(
        f"<h1>Rain</h1><p>{ONE}</p><div hidden>{TWO}</div><div style='display: none'>{THREE}</div>"
    )
    assert TWO not in page.text
    assert THREE not in page.text


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<nav><a href=/>Home</a></nav>", "unclear"),
        (f"<main><h1>Weir</h1><p>{ONE} {ONE}</p><p>{TWO} {TWO}</p></main>", "article"),
        ("<main>" + "".join(f"<div><h2><a href=/{n}>The weir at Orsk, part {n} of ten</a></h2><p>Mended in {n} days</p></div>" for n in range(12)) + "</main>", "listing"),
        (f'<script type="application/ld+json">{{"@type": "Product", "name": "Spade"}}</script><main><h1>Spade</h1><p>{ONE}</p></main>', "product"),
        (f'<meta name=generator content="Sphinx 7.2"><main><h1>Spade</h1><p>{ONE}</p><p>{TWO}</p></main>', "documentation"),
    ],
)  # fmt: skip
def test_a_page_with_words_is_read_and_says_what_kind_it_is(markup: str, kind: str) -> None:
    page = page_from_html(f"<html><body>{markup}</body></html>".encode())
    assert page.text
    assert page.kind == kind


def test_a_text_that_is_hidden_until_scripts_run_is_read() -> None:
    text = "".join(f"<p>{ONE} {TWO}</p>" for _ in range(3))
    page = page_from_html(
        f"<body><nav><a href=/>Home</a></nav><div style='visibility:hidden'><h1>Rain</h1>{text}</div></body>".encode()
    )
    assert [zone.role for zone in page.zones].count("body") == 3
