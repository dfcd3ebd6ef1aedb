"""Authors by the position that all comments of a thread have them in."""

from __future__ import annotations

from tests.pages.thread.thread_pages import NAMES, WORDS, build_list, read_page


def test_a_column_that_never_varies_is_no_author() -> None:
    draw = (
        '<div class="comment"><b class="author">Reader</b><h5>NAME</h5>'
        '<span class="date">1PLACE May 2016</span><p>WORDS</p></div>'
    )
    assert [comment.author for comment in read_page(build_list("comments", draw)).thread] == list(
        NAMES
    )


def test_a_day_in_the_place_of_names_is_no_name() -> None:
    item = '<div class="box"><ul class="member"><li>{}</li></ul><div class="when">1{} May 2016</div><div class="body"><p>{}</p></div><a href="/r">Reply</a></div>'
    named = ("1 month ago 18 April 2016", *NAMES, "Ida Roe", "Bo Hall")
    said = (
        *WORDS,
        "It was closed again today.",
        "Nobody told me of it.",
        "I saw the sign too late.",
    )
    page = read_page("".join(item.format(named[n], n, said[n]) for n in range(6)))
    assert [comment.author for comment in page.thread] == [None, *named[1:]]
