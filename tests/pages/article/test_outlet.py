"""The outlet's name: in a document's title, and where the page shows it."""

from __future__ import annotations

import pytest

from onrecord.pages.article.outlet import find_outlet, strip_outlet
from onrecord.pages.dom.markup import scan_markup
from onrecord.pages.dom.tree import build_tree


@pytest.mark.parametrize(
    ("title", "expect"),
    [
        ("Rain in the hills | The Valley Review", "Rain in the hills"),
        ("The Valley Review » Rain in the hills", "Rain in the hills"),
        ("Rain - and snow - The Valley Review", "Rain - and snow"),
        ("Rain in the hills - Weather", "Rain in the hills - Weather"),
        ("The Valley Review", "The Valley Review"),
    ],
)
def test_titles_without_the_outlet(title: str, expect: str) -> None:
    assert strip_outlet(title, "The Valley Review") == expect


@pytest.mark.parametrize(
    ("body", "expect"),
    [
        ('<a href="/">The Valley Review</a>', "The Valley Review"),
        ('<a href="/index.html"><img alt="the valley review logo"></a>', "The Valley Review"),
        ("<p>Rain</p><p>It fell</p><p>all day</p><p>© 2016 The Valley Review. All rights reserved.</p>", "The Valley Review"),
        ('<div itemprop="publisher"><meta itemprop="name" content="Valley Press"></div>', "Valley Press"),
        ('<a href="/weather">The Valley Review</a><a href="/">Home</a>' + "<p>x</p>" * 3, None),
        ("<h1>Rain in the hills</h1>", None),
    ],
)  # fmt: skip
def test_names_that_the_page_confirms(body: str, expect: str | None) -> None:
    tree = build_tree(scan_markup(f"<body>{'<li>menu' * 3}{body}"))
    assert find_outlet(tree, "Rain in the hills | The Valley Review") == expect
    assert find_outlet(tree, None) == (expect if expect == "Valley Press" else None)
