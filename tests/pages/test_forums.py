"""Topics of forums, in the shapes that many systems write: each post, who wrote it and when."""

from __future__ import annotations

import pytest
from tests.pages.forum_shapes import POSTS, Shape, page_of
from tests.pages.forum_systems import SHAPES
from tests.pages.no_forums import PAGES

from onrecord.pages import page_from_html
from onrecord.pages.thread.authors.author_names import split_addressee


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_post_has_its_words_author_and_day(shape: Shape) -> None:
    page = page_from_html(page_of(shape).encode())
    found = [
        (c.author, (c.time or "")[:10], " ".join(c.evidence.text.split())) for c in page.thread
    ]
    assert found == [(post.who, "" if shape.undated else post.day, post.words) for post in POSTS]


@pytest.mark.parametrize("name", PAGES)
def test_lists_and_reports_are_no_thread(name: str) -> None:
    assert not page_from_html(PAGES[name]().encode()).thread


def test_members_who_write_of_a_release_are_readers() -> None:
    posts = "".join(
        f'<div class="post"><h3>Re: 4.{n}</h3><a href="/users/{n}">{who}</a> <time>{n} May 2016</time><p>{words}</p><a href="/r?{n}">Reply</a></div>'
        for n, (who, words) in enumerate(
            (
                ("Ann", "It starts in half of the time here."),
                ("Ben", "Not on mine: it asks for the map twice."),
                ("Cy", "Take out the old maps before you start it."),
            ),
            1,
        )
    )
    page = page_from_html(f'<div class="posts releases">{posts}</div>'.encode())
    assert [comment.author for comment in page.thread] == ["Ann", "Ben", "Cy"]


def post(who: str, words: str, n: int) -> str:
    return (
        f'<div class="post" id="m{n}"><div class="who"><a href="/members/{n}">{who}</a><div class="rank">Senior Member</div><div>Posts: {n}</div></div>'
        f'<div class="when">3 May 2016, 10:0{n}</div><div class="says">{words}</div></div>'
    )


def test_a_signature_is_no_word_of_the_post() -> None:
    ends = "<p>Grow what you eat, eat what you grow.</p>"
    posts = [
        post("Ann", f"<p>The soil was far too wet for it.</p>{ends}", 1),
        post("Ben", "<p>Then let it dry for a week or two.</p>", 2),
        post("Ann", f"<p>It has been dry for a week and no leaf fell.</p>{ends}", 3),
    ]
    page = page_from_html(f'<div class="thread">{"".join(posts)}</div>'.encode())
    assert [comment.evidence.text for comment in page.thread] == [
        "The soil was far too wet for it.",
        "Then let it dry for a week or two.",
        "It has been dry for a week and no leaf fell.",
    ]


def test_a_post_that_is_a_picture_has_no_words() -> None:
    says = ["The soil was far too wet.", "Then let it dry.", '<img src="leaf.jpg">', "It did help."]
    posts = [
        post(who, words, n)
        for n, (who, words) in enumerate(zip(("Ann", "Ben", "Cy", "Ann"), says, strict=True))
    ]
    page = page_from_html(f'<div class="thread">{"".join(posts)}</div>'.encode())
    assert [comment.evidence.text for comment in page.thread] == [says[0], says[1], says[3]]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ann Lee in reply to Ben", ("Ann Lee", "Ben")),
        ("Ann → ben12", ("Ann", "ben12")),
        ("Ann als Antwort auf Ben", ("Ann", "Ben")),
        ("Ann en réponse à Ben", ("Ann", "Ben")),
        ("Ann Reply", ("Ann Reply", None)),
        ("In reply to Ben", ("In reply to Ben", None)),
    ],
)
def test_whom_an_author_answers_is_no_part_of_the_name(
    author: str, expected: tuple[str, str | None]
) -> None:
    assert split_addressee(author) == expected


def test_words_that_all_posts_share_are_theirs_where_there_are_no_others() -> None:
    posts = [post(f"Ann {'abcdef'[n]}", f"<p>Count me in, number {n}</p>", n) for n in range(6)]
    page = page_from_html(f'<div class="thread">{"".join(posts)}</div>'.encode())
    assert [c.evidence.text for c in page.thread] == [f"Count me in, number {n}" for n in range(6)]
