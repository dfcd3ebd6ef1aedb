"""Threads as many unlike systems mark them; what pages and their data state of threads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.pages import page_from_html
from onrecord.records import Page

CASES = Path(__file__).parents[1] / "cases" / "thread_shapes.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line]
BODY = (
    "<article>"
    + "<p>The council met on Monday and spoke, at length, of the bridge.</p>" * 4
    + "</article>"
)
NAMES = ("Ann Lee", "bob_77", "Dr. Emil Novak")
WORDS = (
    "The bridge was closed twice last winter.",
    "I cross it by bike, and it gets worse.",
    "Why not publish what the engineers wrote?",
)


def _page(html: str, data: object = None) -> Page:
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>" if data else ""
    source = f"<html><head>{script}</head><body>{BODY}{html}</body></html>"
    return page_from_html(source.encode())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_shape(row: dict[str, object]) -> None:
    page = _page(str(row["html"]))
    places = {comment.id: place for place, comment in enumerate(page.thread)}
    found = [[c.author, c.time, places.get(c.parent or ""), c.evidence.text] for c in page.thread]
    assert found == row["expect"]


def _list(kind: str, draw: str) -> str:
    items = "".join(
        draw.replace("NAME", name).replace("WORDS", words).replace("PLACE", str(place))
        for place, (name, words) in enumerate(zip(NAMES, WORDS, strict=True))
    )
    return f'<div class="{kind}">{items}</div>'


@pytest.mark.parametrize(
    ("kind", "draw"),
    [
        ("related", '<div class="item"><h3><a href="/PLACE">Title PLACE of it</a></h3><p>by NAME on 1PLACE May 2016</p><p>WORDS</p></div>'),
        ("testimonials", "<blockquote><p>WORDS</p><cite>NAME</cite></blockquote>"),
        ("commentary", '<div class="comment"><h4><a href="/opinion/PLACE">WORDS</a></h4><p>NAME</p></div>'),
        ("events", "<li><span>1PLACE May 2016</span><strong>NAME</strong><p>WORDS</p></li>"),
        ("widget", '<li class="recentcomments">NAME on <a href="/PLACE#comment-1">WORDS</a></li>'),
    ],
)  # fmt: skip
def test_lists_of_other_things_are_no_threads(kind: str, draw: str) -> None:
    assert _page(_list(kind, draw)).thread == ()


def test_a_list_that_tells_no_day_is_apart() -> None:
    said = '<li class="comment" id="comment-1PLACE"><cite>NAME</cite> <span class="date">1PLACE May 2016</span><p>WORDS</p></li>'
    links = '<li class="comment" id="comment-2PLACE"><cite><a href="http://PLACE.example">Site PLACE</a></cite><p>… WORDS …</p></li>'
    page = _page(_list("list", said) + _list("list", links))
    assert [comment.author for comment in page.thread] == list(NAMES)


def test_a_column_that_never_varies_is_no_author() -> None:
    draw = (
        '<div class="comment"><b class="author">Reader</b><h5>NAME</h5>'
        '<span class="date">1PLACE May 2016</span><p>WORDS</p></div>'
    )
    assert [comment.author for comment in _page(_list("comments", draw)).thread] == list(NAMES)


def _told(place: int, *answers: dict[str, object]) -> dict[str, object]:
    return {
        "@type": "Comment",
        "text": WORDS[place],
        "author": {"@type": "Person", "name": NAMES[place], "url": f"https://x.example/{place}"},
        "dateCreated": f"2016-05-1{place}T10:04:00Z",
        "upvoteCount": place,
        "comment": list(answers),
    }


DATA = {"@type": "NewsArticle", "comment": [_told(0, _told(1)), _told(2)]}


@pytest.mark.parametrize(
    "draw",
    ["<div><p>WORDS</p></div>", '<div class="comment"><b>NAME</b><div class="text">WORDS</div></div>'],
)  # fmt: skip
def test_data_are_joined_with_what_the_page_shows(draw: str) -> None:
    thread = _page(_list("x", draw), DATA).thread
    assert [c.author for c in thread] == list(NAMES)
    assert [c.votes for c in thread] == [0, 1, 2]
    assert [c.time for c in thread] == [f"2016-05-1{place}T10:04:00Z" for place in range(3)]
    assert [c.author_url for c in thread] == [f"https://x.example/{place}" for place in range(3)]
    assert [c.parent for c in thread] == [None, thread[0].id, None]


def test_data_that_no_words_support_are_no_comments() -> None:
    assert _page("", DATA).thread == ()


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("<h3>91 Comments</h3>", 91),
        ("<h3>1.204 Kommentare</h3>", 1204),
        ("<h3>Comentarios (12)</h3>", 12),
        ("<h3>6 thoughts on “The bridge”</h3>", 6),
        ("<h3>Leave a comment</h3>", None),
        ("<h3>Comments on 91 bridges</h3>", None),
    ],
)
def test_what_the_page_states_of_its_thread(line: str, count: int | None) -> None:
    draw = '<div class="comment"><cite>NAME</cite> <span class="date">1PLACE May 2016</span><p>WORDS</p></div>'
    page = _page(line + _list("comments", draw))
    assert len(page.thread) == 3
    stated = page.thread_stated
    assert (stated.count if stated else None) == count
    if stated:
        assert page.text[stated.words.start : stated.words.end] == stated.words.text
