"""Authors and days that a comment's markup states in other ways than a named element."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.pages import page_from_html
from onrecord.records import Comment

NAMES = ("Ann Lee", "bob_77", "Carla")
WORDS = (
    "The pump on my old boiler makes a loud noise each morning since last week, any ideas?",
    "I would open the valve and let the air out first, that cured mine in a minute.",
    "Thanks to both, it was air in the pipes and now the house is warm and quiet again.",
)


def read_thread(draw: Callable[[int, str, str], str]) -> tuple[Comment, ...]:
    items = "".join(draw(i, NAMES[i], WORDS[i]) for i in range(3))
    html = f"<html><body><h1>Boiler noise</h1><div class='comments'>{items}</div></body></html>"
    return page_from_html(html.encode()).thread


def build_item_writer(head: str) -> Callable[[int, str, str], str]:
    """Return what draws a comment whose head is `head`, with the name for NAME and its place for PLACE."""

    def draw(place: int, name: str, words: str) -> str:
        own = head.replace("NAME", name).replace("PLACE", str(place))
        return (
            f'<div class="comment-item">{own}<span class="comment-date">1{place} March 2014</span>'
            f'<div class="comment-text">{words}</div></div>'
        )

    return draw


@pytest.mark.parametrize(
    "head",
    [
        '<p><a rel="author" href="/x/PLACE">NAME</a></p>',
        '<a href="/user/PLACE"><img class="avatar" alt="NAME" src="a"></a>',
        '<img class="avatar" alt="NAME\'s avatar" src="a">',
        '<meta itemprop="author" content="NAME">',
        '<p>Posted by: <a href="http://PLACE.example">NAME</a> | 5 March 2014</p>',
    ],
)
def test_an_author_is_read(head: str) -> None:
    assert tuple(comment.author for comment in read_thread(build_item_writer(head))) == NAMES


@pytest.mark.parametrize(
    "head",
    [
        '<img class="avatar" alt="User avatar" src="a">',
        '<img class="avatar" alt="Boiler Forum" src="a">',
        '<img class="smiley" alt="smile PLACE" src="a">',
        '<a class="avatar" href="/user/PLACE">N</a>',
        '<a class="avatar" href="/user/PLACE"><img class="avatar" alt="PLACE.jpg" src="a"></a>',
    ],
)
def test_what_names_no_one_is_no_author(head: str) -> None:
    thread = read_thread(build_item_writer(head))
    assert len(thread) == 3
    assert {comment.author for comment in thread} == {None}


def test_an_attribute_names_the_author() -> None:
    thread = read_thread(
        lambda place, name, words: (
            f'<div class="comment-item" data-author="{name}">'
            f'<span class="comment-date">1{place} March 2014</span><p class="comment-text">{words}</p></div>'
        )
    )
    assert tuple(comment.author for comment in thread) == NAMES


def test_microdata_states_the_day_without_words() -> None:
    thread = read_thread(
        lambda place, name, words: (
            f'<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="author">{name}</b>'
            f'<meta itemprop="dateCreated" content="2014-03-1{place}"><p itemprop="text">{words}</p></div>'
        )
    )
    assert [comment.time for comment in thread] == ["2014-03-10", "2014-03-11", "2014-03-12"]


def test_a_line_says_who_wrote_when() -> None:
    thread = read_thread(
        lambda place, name, words: (
            f'<div class="kommentar"><p>{name} schrieb am 1{place}. März 2014 um 10:05 Uhr:</p><p>{words}</p></div>'
        )
    )
    assert tuple(comment.author for comment in thread) == NAMES
    assert tuple(comment.evidence.text for comment in thread) == WORDS


def test_a_bare_name_before_the_day_is_the_author() -> None:
    thread = read_thread(
        lambda place, name, words: (
            f'<div class="one"><div class="hd">{name} <span class="dt">1{place} March 2014, 10:05</span></div>'
            f'<div class="bd">{words}</div><a href="#">Reply</a></div>'
        )
    )
    assert tuple(comment.author for comment in thread) == NAMES


def test_a_posts_place_in_its_topic_is_no_time() -> None:
    thread = read_thread(
        lambda place, name, words: (
            f'<div id="p10{place}" class="blockpost"><h2><span class="conr">#{place + 1}</span> <a href="x">2014-03-1{place} 10:05:33</a></h2>'
            f'<div class="postleft"><strong><a href="profile.php?id={place}">{name}</a></strong></div><div class="postmsg"><p>{words}</p></div></div>'
        )
    )
    assert [comment.time for comment in thread] == [
        f"2014-03-1{place}T10:05:33" for place in range(3)
    ]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("03/04/2016", "25/04/2016", "05/06/2016"), ["2016-04-03", "2016-04-25", "2016-06-05"]),
        (("03/04/2016", "04/25/2016", "05/06/2016"), ["2016-03-04", "2016-04-25", "2016-05-06"]),
        (("03/04/2016", "04/05/2016", "05/06/2016"), [None, None, None]),
        (("03/04/2016", "25/04/2016", "04/25/2016"), [None, "2016-04-25", "2016-04-25"]),
    ],
)
def test_one_day_settles_the_order_of_all(
    days: tuple[str, ...], expected: list[str | None]
) -> None:
    thread = read_thread(
        lambda place, name, words: (
            f'<div id="p10{place}" class="post"><p class="author"><b class="username">{name}</b></p>'
            f'<span class="post-date">{days[place]}</span><div class="content">{words}</div></div>'
        )
    )
    assert [comment.time for comment in thread] == expected
