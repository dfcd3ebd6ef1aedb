"""Markup as browsers read it: attributes, elements left open, elements written as XML, too much of it."""

from __future__ import annotations

import pytest

from onrecord.config import MOST_NODES
from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.pages.element import StartTag, read_attributes
from onrecord.pages.markup import scan
from onrecord.pages.tree import grow

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
    ],
)  # fmt: skip
def test_attributes(written: str, expect: dict[str, str]) -> None:
    assert read_attributes(written) == expect
    assert StartTag(written).attributes == expect


def test_labels_leave_out_what_other_attributes_say() -> None:
    tag = StartTag(' href="/class/id" class="bigHead" data-x="class=no">')
    assert (tag.label, tag.words, tag.hidden) == ("bigHead", "big head", False)
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
    ],
)  # fmt: skip
def test_elements(written: str, tags: list[str]) -> None:
    tree = grow(scan(written))
    assert [e.tag for e in tree.elements if e.tag not in {"html", "body"}] == tags


def test_a_second_html_tag_adds_its_attributes() -> None:
    tree = grow(scan("<html lang=en><body><p>a</p><html class=late lang=de>"))
    assert tree.elements[0].attributes == {"lang": "en", "class": "late"}


def test_own_words_of_inline_elements() -> None:
    tree = grow(scan("<p>One <b>two <i>three</i></b> four</p>"))
    assert [tree.own_text(e) for e in tree.elements if e.tag in {"b", "i"}] == [
        "two three",
        "three",
    ]


def test_more_tags_than_a_page_may_have() -> None:
    with pytest.raises(PageError) as raised:
        page_from_html(f"<p>{ONE}</p>{'<b>' * MOST_NODES}".encode())
    assert raised.value.reason == "too_long"


def test_tags_that_are_never_closed_lose_no_word() -> None:
    page = page_from_html(b"<html><body><p>" + b"<b>a " * 20_000)
    assert len(page.text.split()) == 20_000
