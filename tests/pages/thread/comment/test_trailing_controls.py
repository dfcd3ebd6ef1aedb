"""Links and buttons at the end of comments."""

from __future__ import annotations

from tests.pages.thread.comment.comment_pages import build_item, read_thread

from onrecord.pages import page_from_html


def test_words_after_the_text_are_controls() -> None:
    ann, bob = read_thread(
        build_item("Ann", '<p>I cross it daily.</p><p><a href="#">Log in</a> to post comments</p>'),
        build_item("Bobby", '<p>The surface is…</p><a href="#">Lire la suite</a>'),
    )
    assert ann.evidence.text == "I cross it daily."
    assert (ann.cut_short, bob.cut_short) == (False, True)


def test_a_page_cut_short_within_a_comment_that_has_no_words_is_read() -> None:
    words = (
        "The council said on Tuesday that the old road by the harbour would be closed for a month."
    )
    page = page_from_html(
        f'<article><h1>Roads</h1>{f"<p>{words}</p>" * 6}</article><div class="reply"><a'.encode()
    )
    assert words in page.text
    assert page.thread == ()
