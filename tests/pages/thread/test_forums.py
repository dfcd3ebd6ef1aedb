"""Topics of forums, in the shapes that many systems write: each post, who wrote it and when."""

from __future__ import annotations

import pytest
from tests.pages.thread.forum_shapes import POSTS, Shape, build_page
from tests.pages.thread.forum_systems import SHAPES
from tests.pages.thread.no_forums import PAGES

from onrecord.pages import page_from_html


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_post_has_its_words_author_and_day(shape: Shape) -> None:
    page = page_from_html(build_page(shape).encode())
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
