"""Days and states of comments as their headers show them."""

from __future__ import annotations

import pytest
from tests.pages.thread.thread_pages import NAMES, WORDS, read_page

from onrecord.records import Page


def build_comment_page(*fields: tuple[str, str]) -> Page:
    item = '<li class="comment" id="comment-{}"><cite class="fn">{}</cite> <span class="date">{}</span><div class="comment-text"><p>{}</p></div></li>'
    rows = (item.format(n, NAMES[n], *row) for n, row in enumerate(fields))
    return read_page(f'<ol class="commentlist">{"".join(rows)}</ol>')


@pytest.mark.parametrize(("other", "time"), [("25/04/2016", "2016-04-03"), ("05/04/2016", None)])
def test_a_day_of_numbers_has_the_order_of_others(other: str, time: str | None) -> None:
    first = build_comment_page(("03/04/2016", WORDS[0]), (other, WORDS[1])).thread[0]
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
    page = build_comment_page(("1 May 2016", f"{words}</p><p>{WORDS[0]}"), ("2 May 2016", WORDS[1]))
    assert [comment.state for comment in page.thread] == [state, None]
