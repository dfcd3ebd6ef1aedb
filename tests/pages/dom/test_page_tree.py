"""Elements and blocks of the repaired tree: elements left open, written as XML, empty."""

from __future__ import annotations

import pytest

from onrecord.pages.dom.markup import scan_markup
from onrecord.pages.dom.tree import build_tree


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("<p>a<p>b", ["p", "p"]),
        ("<svg><title>no</title><path d=1 /></svg><p>a</p>", ["p"]),
        ("<table>a<tr><td>b</table>", ["table", "tbody", "tr", "td"]),
        ('<iframe src="x"/><p>a</p>', ["p"]),
        ("<i class='sign'/><p>a</p>", ["p"]),
        ("<plaintext><p>a</p>", ["pre", "p"]),
        ("<xmp><p>no</p></xmp><p>a</p>", ["p"]),
        ("<!-- <p>no</p> --><p>a</p>", ["p"]),
        ("<script>'<p>no</p>'</script><p>a</p>", ["p"]),
        ("<a\ue0000\ue001b><p>a</p></a>", ["x-", "p"]),
        ("<textarea><p>no</p></textarea ><p>a</p>", ["p"]),
        ("<title><p>no</title><iframe><p>no</iframe\n><p>a</p>", ["p"]),
        ("<script>a</scripty></script><p>a</p>", ["p"]),
        ("<SCRIPT>'</p>'</Script><p>a</p><style>p</style", ["p"]),
        ("<select><option>no<option>no</select><p>a</p>", ["p"]),
        ("<div class=a></div><p>a</p>", ["p"]),
        ("<p>a<b>b<i>c</p><p>d", ["p", "b", "i", "p", "b", "i"]),
        ("<p>a</b></p></div><p>b</p>", ["p", "p"]),
        ("<p>\0<b>a\0</b></p>", ["p", "b"]),
        ("<p>a &lt;b> &amp;c</p>", ["p"]),
        ("<b/><p>a</p>", ["b", "p"]),
        ("<iframe/><div/><p>a</p><iframe/>", ["p"]),
    ],
)  # fmt: skip
def test_elements(written: str, tags: list[str]) -> None:
    tree = build_tree(scan_markup(written))
    assert [e.tag for e in tree.elements if e.tag not in {"html", "body"}] == tags


def test_a_second_html_tag_adds_its_attributes() -> None:
    tree = build_tree(scan_markup("<html lang=en><body><p>a</p><html class=late lang=de>"))
    assert tree.elements[0].attributes == {"lang": "en", "class": "late"}


def test_own_words_of_inline_elements() -> None:
    tree = build_tree(scan_markup("<p>One <b>two <i>three</i></b> four</p>"))
    assert [tree.read_text(e) for e in tree.elements if e.tag in {"b", "i"}] == [
        "two three",
        "three",
    ]


@pytest.mark.parametrize(
    ("written", "blocks"),
    [
        ("<p>One <svg><g/></svg>two <em></em>three</p>", ["One two three"]),
        ("<p>One <svg><text>no</text></svg>two</p>", ["One", "two"]),
        ("<p>One<script>no</script>two<style>no</style></p>", ["Onetwo"]),
        ("<div></div>One<div></div>two", ["One", "two"]),
        ("<p>One<!-- > no -->two<!doctype html>", ["Onetwo"]),
        ("<p>a&nbsp;&amp;&#0;b\0c &ampd</p>", ["a &\ufffdbc &d"]),
        ("<pre>a\n\nb\n</pre>c", ["a", "b", "c"]),
        ("One > two >", ["One > two >"]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks(written: str, blocks: list[str]) -> None:
    assert [block.text for block in build_tree(scan_markup(written)).blocks] == blocks
