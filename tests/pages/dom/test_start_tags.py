"""Attributes of start tags as browsers read them, and labels in words."""

from __future__ import annotations

import pytest

from onrecord.pages.dom.element import StartTag, is_hidden, read_attributes, split_label


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
    ("label", "expect"),
    [
        ("articleBody main-text", "article body  main text"),
        ("post_meta.top", "post meta top"),
        ("Sidebar", "sidebar"),
        ("wp:comment/list", "wp comment list"),
        ("h1Title2Big", "h1 title2 big"),
        ("", ""),
    ],
)
def test_labels_in_words(label: str, expect: str) -> None:
    assert split_label(label) == expect


@pytest.mark.parametrize(
    ("attributes", "expect"),
    [
        ({"hidden": ""}, True),
        ({"style": "color: red; DISPLAY : none"}, True),
        ({"style": "visibility:hidden"}, True),
        ({"style": "display: block"}, False),
        ({"class": "hidden"}, False),
        ({}, False),
    ],
)
def test_what_is_not_shown(attributes: dict[str, str], expect: bool) -> None:
    assert is_hidden(attributes) == expect
