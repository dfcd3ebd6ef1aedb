"""Links from other sites among comments."""

from __future__ import annotations

from tests.pages.thread.thread_pages import NAMES, build_list, read_page


def test_a_list_that_shows_no_day_is_left_out() -> None:
    said = '<li class="comment" id="comment-1PLACE"><cite>NAME</cite> <span class="date">1PLACE May 2016</span><p>WORDS</p></li>'
    links = '<li class="comment" id="comment-2PLACE"><cite><a href="http://PLACE.example">Site PLACE</a></cite><p>… WORDS …</p></li>'
    page = read_page(build_list("list", said) + build_list("list", links))
    assert [comment.author for comment in page.thread] == list(NAMES)
