"""Lines that say who wrote and when; words that say that a comment waits, was removed, or is cut short."""

from __future__ import annotations

import pytest

from onrecord.pages import page_from_html
from onrecord.pages.thread.comment.attribution_lines import parse_attribution_line
from onrecord.pages.thread.comment.state import is_removal_notice
from onrecord.records import Comment


@pytest.mark.parametrize(
    ("words", "name", "stamp"),
    [
        ("Posted by: Ann Lee | May 13, 2016 at 10:04 AM", "Ann Lee", "May 13, 2016 at 10:04 AM"),
        ("Submitted by Ann Lee on Fri, 05/13/2016 - 10:04.", "Ann Lee", "Fri, 05/13/2016 - 10:04"),
        ("Ann Lee am 13. Mai 2016 um 10:04 Uhr", "Ann Lee", "13. Mai 2016 um 10:04 Uhr"),
        ("Le 13/05/2016, 10:04 par Ann", "Ann", "Le 13/05/2016, 10:04"),
        ("13 May 2016 at 10:04, Ann Lee", "Ann Lee", "13 May 2016 at 10:04"),
        ("— Ann, 13 May 2016", "Ann", "13 May 2016"),
        ("#3 Ann Lee 13 mei 2016 om 10:04", "Ann Lee", "13 mei 2016 om 10:04"),
        ("Kommentar #3 von Ann, 13.05.2016, 10:04", "Ann", "13.05.2016, 10:04"),
        ("Ann (not verified) on 3 May 2016", "Ann", "3 May 2016"),
        ("Ann 3 days ago", "Ann", "3 days ago"),
        ("Ann Lee says:", "Ann Lee", ""),
        ("Comment by Ann Lee", "Ann Lee", ""),
    ],
)
def test_a_line_tells_who_and_when(words: str, name: str, stamp: str) -> None:
    line = parse_attribution_line(words)
    assert line is not None
    assert (line.name, line.time_text) == (name, stamp)


@pytest.mark.parametrize(
    "words",
    [
        "13 May 2016",
        "by train",
        "I said: no",
        "Last edited by Ann on 3 May 2016",
        "We moved here, by train and on foot, on a Friday, and that was 3 May 2016",
        "Why was the bridge closed in May 2016?",
    ],
)
def test_other_lines_tell_no_one(words: str) -> None:
    assert parse_attribution_line(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "[deleted]",
        "This comment has been removed by a moderator.",
        "Dieser Kommentar wurde gelöscht.",
        "Ce commentaire a été supprimé",
    ],
)
def test_removed_words_are_told(words: str) -> None:
    assert is_removal_notice(words)


@pytest.mark.parametrize(
    "words",
    [
        "He was removed from office in 2014.",
        "My comment was removed, why do you do that here?",
        "They deleted the old plan and wrote a new one.",
    ],
)
def test_words_about_removing_are_words(words: str) -> None:
    assert not is_removal_notice(words)


def _thread(*items: str) -> tuple[Comment, ...]:
    body = "<article>" + "<p>The council met on Monday and spoke of the bridge.</p>" * 5
    html = f"<html><body>{body}</article><ol class='comments'>{''.join(items)}</ol></body></html>"
    return page_from_html(html.encode(), url="https://news.example/bridge").thread


def _item(name: str, words: str, *, note: str = "") -> str:
    return (
        f'<li class="comment even" id="comment-{len(name)}"><cite class="fn"><a href="/readers/{name}">{name}</a></cite>'
        f'<span class="date">13 May 2016</span>{note}<div class="comment-text">{words}</div></li>'
    )


def test_states_quotes_and_links_are_fields() -> None:
    ann, bob, eve = _thread(
        _item("Ann", "<p>I cross the bridge every day.</p>"),
        _item("Bobby", "<p>This comment has been removed by a moderator.</p>"),
        _item(
            "Eve-Lyn",
            "<blockquote><p>I cross the bridge every day.</p></blockquote><p>By bike, too?</p>",
            note="<em>Your comment is awaiting moderation.</em>",
        ),
    )
    assert (ann.state, bob.state, eve.state) == (None, "removed", "awaiting")
    assert ann.author_url == "https://news.example/readers/Ann"
    assert [part.text for part in eve.quoted] == ["I cross the bridge every day."]
    assert eve.evidence.text.endswith("By bike, too?")
    assert not ann.quoted


def test_lines_after_a_sign_are_quoted() -> None:
    _, eve = _thread(
        _item("Ann", "<p>I cross the bridge every day.</p>"),
        _item("Eve-Lyn", "<p>&gt; I cross the bridge every day.<br>By bike, too?</p>"),
    )
    assert [part.text for part in eve.quoted] == ["> I cross the bridge every day."]


def test_all_quoted_is_none() -> None:
    ann, _ = _thread(
        _item("Ann", "<blockquote>I cross the bridge every day.</blockquote>"),
        _item("Bobby", "<p>So do I.</p>"),
    )
    assert not ann.quoted


def test_words_after_the_text_are_controls() -> None:
    ann, bob = _thread(
        _item("Ann", '<p>I cross it daily.</p><p><a href="#">Log in</a> to post comments</p>'),
        _item("Bobby", '<p>The surface is…</p><a href="#">Lire la suite</a>'),
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
