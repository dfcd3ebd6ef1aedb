"""How many comments a page says it has."""

from __future__ import annotations

import pytest
from tests.pages.thread.thread_pages import NAMES, WORDS, build_list, read_page


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
    page = read_page(line + build_list("comments", draw))
    assert len(page.thread) == 3
    stated = page.thread_stated
    assert (stated.count if stated else None) == count
    if stated:
        assert page.text[stated.words.start : stated.words.end] == stated.words.text


def test_counts_of_members_and_of_other_pages_are_not_the_threads() -> None:
    item = '<div class="comment" id="c{}"><b class="author">{}</b><div>{} replies</div><span class="date">1{} May 2016</span><div class="comment-text">{}</div></div>'
    items = "".join(item.format(n, NAMES[n], 40 + n, n, WORDS[n]) for n in range(3))
    others = "<ul><li>The weir</li><li>33 replies</li><li>The dam</li><li>32 replies</li></ul>"
    page = read_page(f'<div class="comments">{items}</div>{others}')
    assert len(page.thread) == 3
    assert page.thread_stated is None
    page = read_page(f'<h2>7 replies</h2><div class="comments">{items}</div>{others}')
    assert page.thread_stated is not None
    assert page.thread_stated.words.text == "7 replies"
