"""Comments that a page states as data for machines."""

from __future__ import annotations

import pytest
from tests.pages.thread.thread_pages import NAMES, WORDS, build_list, read_page


def _build_stated(place: int, *answers: dict[str, object]) -> dict[str, object]:
    return {
        "@type": "Comment",
        "text": WORDS[place],
        "author": {"@type": "Person", "name": NAMES[place], "url": f"https://x.example/{place}"},
        "dateCreated": f"2016-05-1{place}T10:04:00Z",
        "upvoteCount": place,
        "comment": list(answers),
    }


DATA = {"@type": "NewsArticle", "comment": [_build_stated(0, _build_stated(1)), _build_stated(2)]}


@pytest.mark.parametrize(
    "draw",
    ["<div><p>WORDS</p></div>", '<div class="comment"><b>NAME</b><div class="text">WORDS</div></div>'],
)  # fmt: skip
def test_data_are_joined_with_what_the_page_shows(draw: str) -> None:
    thread = read_page(build_list("x", draw), DATA).thread
    assert [c.author for c in thread] == list(NAMES)
    assert [c.votes for c in thread] == [0, 1, 2]
    assert [c.time for c in thread] == [f"2016-05-1{place}T10:04:00Z" for place in range(3)]
    assert [c.author_url for c in thread] == [f"https://x.example/{place}" for place in range(3)]
    assert [c.parent for c in thread] == [None, thread[0].id, None]


def test_the_address_of_the_page_is_no_comment_that_others_answer() -> None:
    url = "https://x.example/bridge"
    stated = [_build_stated(place) | {"url": url, "parentItem": {"@id": url}} for place in range(3)]
    draw = '<div class="comment"><b>NAME</b><div class="text">WORDS</div></div>'
    thread = read_page(
        build_list("x", draw), {"@type": "NewsArticle", "url": url, "comment": stated}
    ).thread
    assert [c.parent for c in thread] == [None, None, None]


def test_data_do_not_overrule_the_parents_that_markup_states() -> None:
    inner = '<li class="comment" id="comment-{}"><b class="author">{}</b> <div class="text">{}</div>{}</li>'
    second = inner.format(2, NAMES[1], WORDS[1], "")
    first = inner.format(1, NAMES[0], WORDS[0], f'<ul class="children">{second}</ul>')
    thread = read_page(
        f'<ol class="comments">{first}</ol>', _build_stated(1, _build_stated(0))
    ).thread
    assert [c.parent for c in thread] == [None, thread[0].id]


def test_data_that_no_words_support_are_no_comments() -> None:
    assert read_page("", DATA).thread == ()
