"""Markup as browsers read it: attributes, elements left open, elements written as XML, too much of it."""

from __future__ import annotations

import gc

import pytest

from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.pages.dom.element import StartTag, read_attributes
from onrecord.pages.dom.gc_pause import pause_collector
from onrecord.pages.dom.markup import scan_markup
from onrecord.pages.dom.tree import build_tree
from onrecord.pages.thresholds import THRESHOLDS

ONE = "Ministers agreed on Monday to send a second team of engineers to the flooded valley, officials said."


@pytest.mark.parametrize(
    ("written", "expect"),
    [
        (' class="a b" id="c">', {"class": "a b", "id": "c"}),
        (" class='a \"b\"' hidden>", {"class": 'a "b"', "hidden": ""}),
        (" href=/x?a=1&b=2 CLASS=Big/>", {"href": "/x?a=1&b=2", "class": "Big/"}),
        (' title="a &amp; b &lt;c" alt="&copy=1 &notit;">', {"title": "a & b <c", "alt": "&copy=1 &notit;"}),
        (' class="first" class="second">', {"class": "first"}),
        (' title="x class=\'no\'">', {"title": "x class='no'"}),
        (" a = 'b' >", {"a": "b"}),
        (' class="a"id="b">', {"class": "a", "id": "b"}),
        (' title="it\'s > 3" data-x1="&#65;&amp;"\n HREF = "/Y" / >', {"title": "it's > 3", "data-x1": "A&", "href": "/Y"}),
        (' title="x"y" class="z">', {"title": "x", 'y"': "", "class": "z"}),
        (' hidden class="a">', {"hidden": "", "class": "a"}),
        (' class="never closed >', {"class": "", '="never': "", "closed": ""}),
        ("/>", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_attributes(written: str, expect: dict[str, str]) -> None:
    assert read_attributes(written) == expect
    assert StartTag(written).attributes == expect


def test_labels_leave_out_what_other_attributes_say() -> None:
    tag = StartTag(' href="/class/id" class="bigHead" data-x="class=no">')
    assert (tag.label, tag.label_words, tag.hidden) == ("bigHead", "big head", False)
    assert tag.get("href") == "/class/id"
    assert tag.get("rel") == ""


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


def test_more_tags_than_a_page_may_have() -> None:
    with pytest.raises(PageError) as raised:
        page_from_html(f"<p>{ONE}</p>{'<b>' * THRESHOLDS.max_nodes}".encode())
    assert raised.value.reason == "too_long"


def test_tags_that_are_never_closed_lose_no_word() -> None:
    page = page_from_html(b"<html><body><p>" + b"<b>a " * 20_000)
    assert len(page.text.split()) == 20_000


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


def test_scripts_leave_nothing_where_they_stood() -> None:
    assert (
        scan_markup("<script a=b>1</script>a<style>2</style>").skeleton == scan_markup("a").skeleton
    )
    tree = build_tree(
        scan_markup("<head><script>1</script><meta name=a content=b></head><body id=c>a")
    )
    assert tree.empty_elements == []
    assert tree.elements[-1].get("id") == "c"


def test_each_run_knows_where_it_began() -> None:
    written = "<p>One<br/>two<script> x </script > three<!-- -->four"
    found = scan_markup(written)
    assert [
        written[at:].startswith(text) for text, at in zip(found.texts, found.starts, strict=True)
    ] == [True] * 4


def test_the_collector_is_put_back_as_it_was() -> None:
    assert gc.isenabled()
    with pytest.raises(PageError):
        page_from_html(b"<p></p>")
    assert gc.isenabled()
    with pause_collector():
        with pause_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
