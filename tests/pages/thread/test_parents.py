"""Which comment answers which."""

from __future__ import annotations

from tests.pages.thread.thread_pages import NAMES, WORDS, read_page


def test_comments_do_not_answer_each_other_in_a_circle() -> None:
    draw = (
        '<li class="comment" id="comment-PLACE" data-parent-id="{}"><b class="author">NAME</b>'
        '<span class="date">1PLACE May 2016</span><p>WORDS</p></li>'
    )
    items = "".join(
        draw.format(parent).replace("NAME", NAMES[n]).replace("WORDS", WORDS[n]).replace("PLACE", str(n))
        for n, parent in enumerate((1, 0, 1))
    )  # fmt: skip
    thread = read_page(f"<ol>{items}</ol>").thread
    assert [c.parent for c in thread] == [None, None, thread[1].id]
