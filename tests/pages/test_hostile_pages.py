"""Pages made to do harm: each ends soon, and what is past a bound is left out or refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.pages import make_page
from onrecord.pages.dom.element import read_attributes
from onrecord.pages.dom.unclosed_formatting import limit_reopened
from onrecord.pages.thresholds import THRESHOLDS
from onrecord.records import Capture, Page


def build_page(body: str) -> Page:
    said = (
        "<p>The council said on Tuesday that it would mend the roads of the valley by spring.</p>"
    )
    source = f"<html><body><article>{said * 5}{body}".encode()
    return make_page(Capture("0" * 64, source, "a", "text/html"))


def test_a_page_of_tags_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds = replace(THRESHOLDS, max_nodes=2_000)
    monkeypatch.setattr("onrecord.pages.THRESHOLDS", bounds)
    for data in (b"<p>a " * 2_500, b"<" * 2_500):
        with pytest.raises(PageError, match="2,000 tags") as raised:
            make_page(Capture("0" * 64, b"<html><body>" + data, "a", "text/html"))
        assert raised.value.reason == "too_long"


def test_formatting_that_is_never_closed_is_not_opened_anew_without_end() -> None:
    opened = "".join(f"<i k{n}='v'>a " for n in range(1_000))
    parts = ["<p>", *(f"<i {n}>" for n in range(1_000)), *["</p>", "<p>"] * 1_000]
    assert sum(part == "</i>" for part in limit_reopened(parts)) == 1_000
    assert build_page(f"<p>{opened}</p>" + "<p>a b</p>" * 1_000).text.count("a b") == 1_000


def test_formatting_as_people_write_it_is_left_as_it_is() -> None:
    parts = ["<p>", "<b 1>", "\ue0000", "</b>", "</p>", "<p>", "<font 2>", "\ue0001", "</p>"] * 900
    assert limit_reopened(parts) == parts


def test_comments_within_one_another_without_end_are_bounded() -> None:
    many = "".join(
        f"<div class=comment id=c{n}><span class=author>user{n}</span><p>I do not agree at all, number {n}.</p>"
        for n in range(400)
    )
    page = build_page(f"<section id=comments>{many}")
    assert 0 < len(page.thread) <= 100
    assert "number 399." in page.text


def test_attributes_without_end_are_read_as_far_as_people_write_them() -> None:
    for quote in ('"', "'"):
        written = " ".join(f"k{n}={quote}v{quote}" for n in range(5_000))
        assert len(read_attributes(f" {written}>")) == 1_000


def test_more_html_or_words_than_a_page_has_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PageError) as raised:
        make_page(
            Capture("0" * 64, b"<p>&amp;a " * 5_000, "a", "text/html"),
            settings=Settings(max_chars=2_000),
        )
    assert raised.value.reason == "too_long"
    monkeypatch.setenv("ONRECORD_MAX_PARSED", "1000")
    with pytest.raises(PageError) as raised:
        build_page("<!--" + "a" * 900 + "-->")
    assert raised.value.reason == "too_large"
