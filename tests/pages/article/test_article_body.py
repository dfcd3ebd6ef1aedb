"""Zones of pages of many kinds: live blogs, pull quotes, tables, lists, podcasts, pages in German."""

from __future__ import annotations

import pytest
from tests.pages.html_pages import build_page, list_zone_texts

from onrecord.records import Dated

ONE = "Ministers agreed on Monday to send a second team of engineers to the flooded valley, officials said."
TWO = "The first team, of forty people, has been there since March and will stay until the bridge is built."
THREE = "Villagers said that they had waited for months, and that the road was still closed to heavy lorries."
TITLE = "<h1>Second team of engineers for the valley</h1>"


def test_entries_of_a_live_blog_keep_their_times() -> None:
    entries = "".join(
        f'<article class="entry"><time datetime="2016-03-08T{clock}:00Z">{clock}</time><p>{said}</p></article>'
        for clock, said in (("10:15", ONE), ("11:40", TWO), ("12:05", THREE))
    )
    page = build_page(f"<main>{TITLE}<div class=live>{entries}</div></main>")
    assert list_zone_texts(page, "body") == ["10:15", ONE, "11:40", TWO, "12:05", THREE]


def test_a_time_before_the_only_entry_is_none_of_the_body() -> None:
    page = build_page(
        f"<main>{TITLE}<div class=entry><time>10:15</time><p>{ONE}</p><p>{TWO}</p></div></main>"
    )
    assert list_zone_texts(page, "body") == [ONE, TWO]


@pytest.mark.parametrize(
    "beside",
    [
        "<aside class=pullquote><p>“We have waited long enough”</p></aside>",
        '<blockquote class="pull-quote">“The road is still closed”</blockquote>',
        "<div class=related><h3>Related</h3><a href=/a>The bridge falls</a></div>",
        "<p>Read more: <a href=/a>The bridge falls, and with it the road</a></p>",
        "<div class='newsletter-signup'><p>Get the news of the valley by mail, every day at seven.</p></div>",
        "<div class='dialog privacy'><p>We gather what your browser tells of itself, and keep it for a year.</p></div>",
        "<div style='display: none'><p>This paragraph is shown to nobody who reads the page.</p></div>",
    ],
)  # fmt: skip
def test_what_stands_beside_the_text(beside: str) -> None:
    page = build_page(f"<article>{TITLE}<p>{ONE}</p>{beside}<p>{TWO}</p><p>{THREE}</p></article>")
    assert list_zone_texts(page, "body") == [ONE, TWO, THREE]


def test_lists_tables_and_definitions_are_kept_in_parts() -> None:
    page = build_page(
        f"<article>{TITLE}<p>{ONE}</p><ol><li>First the road.</li><li>Then the bridge.</li></ol>"
        f"<table><tr><td>2015</td><td>Forty people</td></tr></table><p>{TWO}</p>"
        f"<dl><dt>And then?</dt><dd>{THREE}</dd></dl></article>"
    )
    assert list_zone_texts(page, "body") == [
        ONE, "First the road.", "Then the bridge.", "2015", "Forty people", TWO, "And then?", THREE,
    ]  # fmt: skip


def test_a_short_text_between_many_links() -> None:
    links = "".join(f"<p><a href=/{n}>Number {n} of what was said of it</a></p>" for n in range(9))
    page = build_page(
        f"<main>{TITLE}<div class='entry-content'><p>{TWO}</p>{links}<p>{ONE}</p></div></main>"
    )
    assert list_zone_texts(page, "body") == [TWO, ONE]


def test_two_undated_boxes_that_hold_the_whole_text_are_no_comments() -> None:
    page = build_page(
        f"<div class='comment'><b>Tested by Ann</b><p>{ONE} {TWO}</p></div>"
        f"<div class='comment'><b>The price</b><p>{THREE}</p></div>"
    )
    assert not page.thread
    assert list_zone_texts(page, "body")[-1] == THREE


def test_a_page_in_german_is_kept_and_says_so() -> None:
    page = build_page(
        "<article><h1>Zweite Gruppe für das Tal</h1><p>Die Minister einigten sich am Montag darauf, eine"
        " zweite Gruppe in das überflutete Tal zu schicken, teilten Beamte mit.</p><p>Die erste Gruppe,"
        " vierzig Leute, ist seit März dort und bleibt, bis die Brücke gebaut ist.</p></article>"
    )
    assert page.language == "de"
    assert len(list_zone_texts(page, "body")) == 2
    assert list_zone_texts(page, "headline") == ["Zweite Gruppe für das Tal"]


def test_published_and_updated_are_both_kept() -> None:
    head = (
        '<meta property="article:published_time" content="2016-03-08T10:00:00Z">'
        '<meta property="article:modified_time" content="2016-03-09T10:00:00Z">'
    )
    page = build_page(f"{TITLE}<p>{ONE}</p><p>{TWO}</p>", head)
    assert page.published == Dated("2016-03-08T10:00:00Z", "meta")
    assert page.updated == Dated("2016-03-09T10:00:00Z", "meta")
