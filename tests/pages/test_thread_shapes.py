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


def test_the_address_of_the_page_is_no_comment_that_others_answer() -> None:
    url = "https://x.example/bridge"
    told = [_told(place) | {"url": url, "parentItem": {"@id": url}} for place in range(3)]
    draw = '<div class="comment"><b>NAME</b><div class="text">WORDS</div></div>'
    thread = _page(_list("x", draw), {"@type": "NewsArticle", "url": url, "comment": told}).thread
    assert [c.parent for c in thread] == [None, None, None]


def test_comments_do_not_answer_each_other_in_a_circle() -> None:
    draw = (
        '<li class="comment" id="comment-PLACE" data-parent-id="{}"><b class="author">NAME</b>'
        '<span class="date">1PLACE May 2016</span><p>WORDS</p></li>'
    )
    items = "".join(
        draw.format(parent).replace("NAME", NAMES[n]).replace("WORDS", WORDS[n]).replace("PLACE", str(n))
        for n, parent in enumerate((1, 0, 1))
    )  # fmt: skip
    thread = _page(f"<ol>{items}</ol>").thread
    assert [c.parent for c in thread] == [None, None, thread[1].id]


def test_data_do_not_turn_round_what_the_markup_tells() -> None:
    inner = '<li class="comment" id="comment-{}"><b class="author">{}</b> <div class="text">{}</div>{}</li>'
    second = inner.format(2, NAMES[1], WORDS[1], "")
    first = inner.format(1, NAMES[0], WORDS[0], f'<ul class="children">{second}</ul>')
    thread = _page(f'<ol class="comments">{first}</ol>', _told(1, _told(0))).thread
    assert [c.parent for c in thread] == [None, thread[0].id]


def _comments(*told: tuple[str, str]) -> Page:
    item = '<li class="comment" id="comment-{}"><cite class="fn">{}</cite> <span class="date">{}</span><div class="comment-text"><p>{}</p></div></li>'
    rows = (item.format(n, NAMES[n], *row) for n, row in enumerate(told))
    return _page(f'<ol class="commentlist">{"".join(rows)}</ol>')


@pytest.mark.parametrize(("other", "time"), [("25/04/2016", "2016-04-03"), ("05/04/2016", None)])
def test_a_day_of_numbers_has_the_order_of_others(other: str, time: str | None) -> None:
    first = _comments(("03/04/2016", WORDS[0]), (other, WORDS[1])).thread[0]
    assert (first.time_text, first.time) == ("03/04/2016", time)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Your comment is awaiting moderation.", "awaiting"),
        ("My other comment is awaiting moderation since May. Why?", None),
    ],
)
def test_a_comment_that_speaks_of_moderation_need_not_await_it(
    words: str, state: str | None
) -> None:
    page = _comments(("1 May 2016", f"{words}</p><p>{WORDS[0]}"), ("2 May 2016", WORDS[1]))
    assert [comment.state for comment in page.thread] == [state, None]


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


def test_counts_of_members_and_of_other_pages_are_not_the_threads() -> None:
    item = '<div class="comment" id="c{}"><b class="author">{}</b><div>{} replies</div><span class="date">1{} May 2016</span><div class="comment-text">{}</div></div>'
    items = "".join(item.format(n, NAMES[n], 40 + n, n, WORDS[n]) for n in range(3))
    others = "<ul><li>The weir</li><li>33 replies</li><li>The dam</li><li>32 replies</li></ul>"
    page = _page(f'<div class="comments">{items}</div>{others}')
    assert len(page.thread) == 3
    assert page.thread_stated is None
    page = _page(f'<h2>7 replies</h2><div class="comments">{items}</div>{others}')
    assert page.thread_stated is not None
    assert page.thread_stated.words.text == "7 replies"


def test_a_day_in_the_place_of_names_is_no_name() -> None:
    item = '<div class="box"><ul class="member"><li>{}</li></ul><div class="when">1{} May 2016</div><div class="body"><p>{}</p></div><a href="/r">Reply</a></div>'
    named = ("1 month ago 18 April 2016", *NAMES, "Ida Roe", "Bo Hall")
    said = (
        *WORDS,
        "It was closed again today.",
        "Nobody told me of it.",
        "I saw the sign too late.",
    )
    page = _page("".join(item.format(named[n], n, said[n]) for n in range(6)))
    assert [comment.author for comment in page.thread] == [None, *named[1:]]
